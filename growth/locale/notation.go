package locale

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// minus is what a negative number is written with; a hyphen is read as well.
const minus = "\u2212"

// nbsp keeps a number and its unit on one line.
const nbsp = "\u00a0"

// Notation is a decimal mark and a thousands separator. Group 0 means that
// thousands are not separated. A space as Group also stands for the no-break,
// thin and narrow no-break spaces (U+00A0, U+2009, U+202F) and an apostrophe
// for U+2019.
type Notation struct {
	Decimal rune
	Group   rune
}

// Parse reads a decimal number strictly: an optional sign, digits with either
// no or correct thousands separators, and an optional decimal mark followed by
// at least one digit. The whole part may be left out (",5"). The result is the
// float64 nearest to the decimal; a number too large for one is an error.
// Surrounding spaces are an error.
func (n Notation) Parse(s string) (float64, error) { return n.parse(s, s, "a number", 0) }

// parse reads s × 10^exponent; text and want are what an error quotes.
func (n Notation) parse(s, text, want string, exponent int) (float64, error) {
	fail := func(reason string) (float64, error) { return 0, &Error{text, want, reason} }
	if s == "" {
		return fail("there are no digits")
	}
	var room [32]byte
	plain := room[:0] // s as strconv reads it
	rest := s
	switch {
	case rest[0] == '-':
		plain, rest = append(plain, '-'), rest[1:]
	case strings.HasPrefix(rest, minus):
		plain, rest = append(plain, '-'), rest[len(minus):]
	case rest[0] == '+':
		rest = rest[1:]
	}
	whole, fraction, groups := 0, -1, 0 // digits; fraction -1 before the mark
	var separator rune
	first := len(plain)
	for len(rest) > 0 {
		r, size := utf8.DecodeRuneInString(rest)
		rest = rest[size:]
		switch {
		case r >= '0' && r <= '9':
			plain = append(plain, byte(r))
			if fraction >= 0 {
				fraction++
			} else {
				whole++
			}
		case r == n.Decimal && fraction < 0:
			if groups > 0 && whole != 3 {
				return fail("a group of thousands has three digits")
			}
			plain = append(plain, '.')
			fraction = 0
		case n.separates(r) && fraction < 0:
			switch {
			case groups == 0 && (whole < 1 || whole > 3), groups > 0 && whole != 3:
				return fail("a group of thousands has three digits")
			case groups == 0 && plain[first] == '0':
				return fail("a number with thousands does not begin with zero")
			case groups > 0 && r != separator:
				return fail("thousands are separated by one character throughout")
			}
			separator, whole, groups = r, 0, groups+1
		default:
			return fail(strconv.QuoteRune(r) + " does not belong in it")
		}
	}
	switch {
	case groups > 0 && fraction < 0 && whole != 3:
		return fail("a group of thousands has three digits")
	case whole == 0 && fraction <= 0:
		return fail("there are no digits")
	case fraction == 0:
		return fail("no digit follows the decimal mark")
	}
	if exponent != 0 {
		plain = append(plain, 'e')
		plain = strconv.AppendInt(plain, int64(exponent), 10)
	}
	x, err := strconv.ParseFloat(string(plain), 64)
	if err != nil {
		return fail("it is too large")
	}
	return x + 0, nil // −0 becomes 0
}

func (n Notation) separates(r rune) bool {
	switch n.Group {
	case 0:
		return false
	case ' ':
		return r == ' ' || r == '\u00a0' || r == '\u2009' || r == '\u202f'
	case '\'':
		return r == '\'' || r == '\u2019'
	}
	return r == n.Group
}
