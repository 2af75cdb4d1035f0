package growthplot

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gonum.org/v1/plot/vg"
)

// Wrap breaks text into at most so many lines no wider than width, balanced:
// they are as narrow as their number allows. It breaks at U+0020 only, never at
// a no-break space, and after a hyphen or slash inside a word where it must.
// Text that does not fit is shortened with "…"; whole is then false.
func (p *Pen) Wrap(t Type, s string, width vg.Length, lines int) (broken []string, whole bool) {
	s = clean(s)
	words := pieces(s)
	for n := 1; n <= lines; n++ {
		if broken := p.balance(t, words, width, n); broken != nil {
			return broken, true
		}
	}
	return p.shortened(t, words, s, width, lines), false
}

// balance breaks words into exactly n lines whose widest is as narrow as
// possible, nil if that is wider than width.
func (p *Pen) balance(t Type, words []string, width vg.Length, n int) []string {
	if n > len(words) {
		return nil
	}
	join := func(ws []string) string { return strings.Trim(strings.Join(ws, ""), " ") }
	if n == 1 {
		line := join(words)
		if p.Width(t, line) > width {
			return nil
		}
		return []string{line}
	}
	// Two or three short lines: try every place for the first break.
	var best []string
	var bestWidth vg.Length
	for i := 1; i <= len(words)-n+1; i++ {
		first := join(words[:i])
		w := p.Width(t, first)
		if w > width {
			break
		}
		rest := p.balance(t, words[i:], width, n-1)
		for _, line := range rest {
			w = max(w, p.Width(t, line))
		}
		if rest != nil && (best == nil || w < bestWidth) {
			best, bestWidth = append([]string{first}, rest...), w
		}
	}
	return best
}

// shortened fills the lines one by one and shortens the last.
func (p *Pen) shortened(t Type, words []string, s string, width vg.Length, lines int) []string {
	var out []string
	for len(out) < lines-1 {
		n := len(words)
		for n > 0 && p.Width(t, strings.Trim(strings.Join(words[:n], ""), " ")) > width {
			n--
		}
		if n == 0 || n == len(words) {
			break
		}
		out = append(out, strings.Trim(strings.Join(words[:n], ""), " "))
		words = words[n:]
	}
	return append(out, p.Shorten(t, strings.Trim(strings.Join(words, ""), " "), width))
}

// Shorten cuts letters off the end of a line until it fits into width with "…"
// in their place. Text that fits is returned as it is.
func (p *Pen) Shorten(t Type, s string, width vg.Length) string {
	s = clean(s)
	if p.Width(t, s) <= width {
		return s
	}
	letters := []rune(s)
	for n := len(letters) - 1; n > 0; n-- {
		short := strings.TrimRight(string(letters[:n]), " ,;:-–/&\u00a0") + "…"
		if p.Width(t, short) <= width {
			return short
		}
	}
	return "…"
}

// ShortenMiddle is [Pen.Shorten] for texts that begin alike: it cuts letters
// out of the middle.
func (p *Pen) ShortenMiddle(t Type, s string, width vg.Length) string {
	s = clean(s)
	if p.Width(t, s) <= width {
		return s
	}
	letters := []rune(s)
	for n := len(letters) - 1; n > 1; n-- {
		tail := n / 2
		short := strings.TrimRight(string(letters[:n-tail]), " ") + "…" + strings.TrimLeft(string(letters[len(letters)-tail:]), " ")
		if p.Width(t, short) <= width {
			return short
		}
	}
	return "…"
}

// pieces splits text where a line may end; each piece keeps its space, hyphen
// or slash.
func pieces(s string) []string {
	var out []string
	start := 0
	rs := []rune(s)
	for i, r := range rs {
		inWord := (r == '-' || r == '/') && i > start+1 && i+2 < len(rs) && unicode.IsLetter(rs[i-1]) && unicode.IsLetter(rs[i+1])
		if r == ' ' || inWord {
			out = append(out, string(rs[start:i+1]))
			start = i + 1
		}
	}
	if start < len(rs) {
		out = append(out, string(rs[start:]))
	}
	return out
}

// clean makes any text fit to be drawn as one line and written as XML: control
// characters and what XML cannot hold are left out, and so are marks that turn
// the direction of the text around them; runs of spaces and line breaks become
// one space, as they do in SVG.
func clean(s string) string {
	if !slices.ContainsFunc([]byte(s), func(b byte) bool { return b < 0x20 || b >= 0x7F }) &&
		!strings.Contains(s, "  ") && strings.TrimSpace(s) == s {
		return s
	}
	var b strings.Builder
	space := false
	for _, r := range s {
		switch {
		case r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			space = true
			continue
		case r == utf8.RuneError, unicode.IsControl(r), r >= 0xFFFE && r&0xFFFE == 0xFFFE,
			unicode.Is(unicode.Bidi_Control, r), r >= 0xFFF9 && r <= 0xFFFB:
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}

// Figures puts a mark, U+200C, between two ones. Typefaces of the Helvetica kind
// move the pair closer together, and columns of figures would not line up; a
// [Pen] does not kern across the mark.
func Figures(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "11", "1\u200c1"), "11", "1\u200c1")
}

// LowerFirst writes a name as it stands inside a sentence: "buildings" for
// "Buildings", but "IT", "Smart City" and "eHealth" as they are, and so are codes
// such as "C" and "S2".
func LowerFirst(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if next, _ := utf8.DecodeRuneInString(s[n:]); !unicode.IsLower(next) && next != '-' || strings.ContainsFunc(s[n:], unicode.IsUpper) {
		return s
	}
	return string(unicode.ToLower(first)) + s[n:]
}
