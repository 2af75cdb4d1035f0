package sectorcsv

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// interned reads the cell of a sector or region.
func (w *worker) interned(cell []byte) *interned {
	text, _, err := clean(string(cell), false, w.recoded)
	return &interned{name: w.k.cells.name(text), empty: text == "", slow: err != nil || w.d.isTotal(text) || w.d.mentionsTotal(text)}
}

// inOrder reports whether a text that is read and not grouped by is one: neither
// blank nor wrong nor, if it is a name, one of a total.
func (w *worker) inOrder(kind textKind, text []byte, odd bool) bool {
	switch kind {
	case idText:
		return printable(text) && bytes.IndexByte(text, ' ') < 0 && w.d.plainCode(text)
	case nameText:
		if text[0] <= ' ' || odd && !latin(text) && !w.valid(text) {
			return false
		}
		if w.pairs.exclude(text) {
			return true
		}
		s, _, err := clean(string(text), false, w.recoded)
		return err == nil && s != "" && !w.d.isTotal(s)
	}
	return text[0] > ' ' && (!odd || latin(text)) && w.d.plainCode(text)
}

// printable reports whether a text is printable ASCII. It has eight bytes of
// capacity at least.
func printable(text []byte) bool {
	odd := uint64(0)
	for len(text) >= 8 {
		odd |= outside(load(text))
		text = text[8:]
	}
	if len(text) > 0 {
		odd |= outside(load(text[:8])<<(64-8*len(text)) | 0x20*ones>>(8*len(text)))
	}
	return odd == 0
}

// tidy is a text that is in order as clean would have it.
func (w *worker) tidy(text []byte) []byte {
	n := len(text)
	if n == 0 || text[n-1] != ' ' && latin(text) && !bytes.Contains(text, []byte("  ")) {
		return text
	}
	s, _, _ := clean(string(text), false, w.recoded)
	return []byte(s)
}

// latin reports whether a text is in order at a glance: printable ASCII and the
// letters of Latin-1 (U+00C0 to U+00FF), whose first byte is 0xC3. It has eight
// bytes of capacity at least.
func latin(text []byte) bool {
	wrong, before := uint64(0), uint64(0)
	for len(text) > 0 {
		x := load(text[:8])
		if len(text) < 8 {
			keep := uint64(1)<<(8*len(text)) - 1
			x = x&keep | 0x41*ones&^keep
		}
		first, second := equal(x, 0xc3*ones), x&^(x<<1)&highs
		wrong |= first ^ (x&highs)&^second    // a first byte of other letters
		wrong |= second ^ (first<<8 | before) // a second one without a first, or the other way round
		wrong |= ^((x|highs)-0x20*ones)&^x&highs | equal(x, 0x7f*ones)
		before = first >> 56
		text = text[min(8, len(text)):]
	}
	return wrong|before == 0
}

// valid reports whether a text that may not be ASCII is in order as it stands
// and does not begin with white space.
func (w *worker) valid(text []byte) bool {
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if c < 0x20 || c == 0x7f {
				return false
			}
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && (size == 1 || w.recoded) || isControl(r) || i == 0 && unicode.IsSpace(r) {
			return false
		}
		i += size
	}
	return true
}

// totalPairs marks the pairs of characters that a word for totals begins with,
// so that most names can be told to be none.
type totalPairs [128][2]uint64

func newTotalPairs(words []string) (t totalPairs) {
	for _, word := range words {
		runes := []rune(word)
		if len(runes) == 0 {
			continue
		}
		for a := range rune(128) {
			if !strings.EqualFold(string(a), string(runes[0])) {
				continue
			}
			for b := range rune(128) {
				if len(runes) == 1 || strings.EqualFold(string(b), string(runes[1])) {
					t[a][b/64] |= 1 << (b % 64)
				}
			}
		}
	}
	return t
}

// exclude reports whether a text is for certain no total. Its third character is
// looked at since an accent could change the second.
func (t *totalPairs) exclude(text []byte) bool {
	if len(text) < 3 {
		return false
	}
	a, b, c := text[0], text[1], text[2]
	return a > 0x20 && a < 0x7f && b >= 0x20 && b < 0x7f && c >= 0x20 && c < 0x7f && t[a][b/64]>>(b%64)&1 == 0
}
