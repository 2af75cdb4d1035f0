package notebook

import (
	"strings"
	"unicode"
)

// line makes a string from data fit for one line of a page: line breaks and
// tabs become spaces, control characters (a terminal would obey them) and
// explicit changes of writing direction (they would reorder what follows)
// become U+FFFD, and so do bytes that are not UTF-8. Marks that belong to
// right-to-left and emoji text stay.
func line(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\v' || r == '\f' || r == '\u0085' || r == '\u2028' || r == '\u2029':
			return ' '
		case unicode.IsControl(r), '\u202A' <= r && r <= '\u202E', '\u2066' <= r && r <= '\u2069':
			return unicode.ReplacementChar
		}
		return r
	}, strings.ToValidUTF8(s, string(unicode.ReplacementChar)))
	return strings.Trim(s, " ")
}

// columns is the number of terminal columns a string takes: none for marks that
// combine and for joiners, two for East Asian wide letters and emoji.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

func runeColumns(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case 0x1100 <= r && r <= 0x115F, 0x2E80 <= r && r <= 0xA4CF, 0xAC00 <= r && r <= 0xD7A3,
		0xF900 <= r && r <= 0xFAFF, 0xFE30 <= r && r <= 0xFE6F, 0xFF00 <= r && r <= 0xFF60,
		0xFFE0 <= r && r <= 0xFFE6, 0x1F300 <= r && r <= 0x1F64F, 0x1F680 <= r && r <= 0x1F6FF,
		0x1F900 <= r && r <= 0x1FAFF, 0x20000 <= r && r <= 0x3FFFD:
		return 2
	}
	return 1
}

// wrap breaks a line at spaces so that no part is wider than width; a word
// that is wider by itself is cut. It breaks at U+0020 only: the space between a
// number and its unit is U+00A0.
func wrap(s string, width int) []string {
	width = max(width, 2)
	var lines []string
	current, used := "", 0
	for word := range strings.SplitSeq(s, " ") {
		w := columns(word)
		if current != "" && used+1+w <= width {
			current += " " + word
			used += 1 + w
			continue
		}
		if current != "" {
			lines = append(lines, current)
		}
		for w > width {
			cut, n := 0, 0
			for i, r := range word {
				if n+runeColumns(r) > width {
					cut = i
					break
				}
				n += runeColumns(r)
			}
			lines = append(lines, word[:cut])
			word = word[cut:]
			w = columns(word)
		}
		current, used = word, w
	}
	if current != "" || len(lines) == 0 {
		lines = append(lines, current)
	}
	return lines
}

// pad fills a string to a width, left or right of it.
func pad(s string, width int, right bool) string {
	space := strings.Repeat(" ", max(0, width-columns(s)))
	if right {
		return space + s
	}
	return s + space
}
