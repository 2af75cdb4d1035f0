package sectorcsv

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// clean trims a text, makes one space of each white space inside it, and
// writes it in Unicode NFC without characters that cannot be seen, so that groups
// do not split over spellings that look the same. Text must be UTF-8 without
// control characters. A code that a spreadsheet spoilt is mended, which mended
// says, or refused. In a text that was recoded, U+FFFD is a character that was
// lost.
func clean(s string, code, recoded bool) (text string, mended bool, err error) {
	plain := true
	for i := range len(s) {
		if c := s[i]; c >= 0x7f || c < 0x20 || c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			plain = false
			break
		}
	}
	if !plain {
		if !utf8.ValidString(s) {
			return "", false, &wanted{"want text in UTF-8"}
		}
		for _, r := range s {
			if isControl(r) {
				return "", false, &wanted{fmt.Sprintf("want text without the control character %U", r)}
			}
			if recoded && r == utf8.RuneError {
				return "", false, &wanted{"want text of which no character is lost"}
			}
		}
		s = norm.NFC.String(strings.Join(strings.Fields(strings.Map(seen, s)), " "))
	}
	if code {
		return mendCode(s)
	}
	return s, false, nil
}

// seen drops what has no width: soft hyphens, zero-width spaces, byte order marks
// and marks of direction, which come along when text is copied. Joiners are
// letters' business and stay.
func seen(r rune) rune {
	switch {
	case r == '\u00ad', r == '\u200b', r == '\u200e', r == '\u200f', r == '\u2060', r == '\ufeff', r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069':
		return -1
	}
	return r
}

// mendCode mends a code that a spreadsheet took for a number, 620100.0 or
// 620100,0, or marked as text, '010110 and ="010110". One that it rounded,
// 1.23E+07, is lost.
func mendCode(s string) (code string, mended bool, err error) {
	if s == "" {
		return s, false, nil
	}
	switch last := len(s) - 1; {
	case s[0] == '\'' && last > 0:
		return s[1:], true, nil
	case s[0] == '=' && last > 2 && s[1] == '"' && s[last] == '"' && strings.Count(s, `"`) == 2:
		return s[2:last], true, nil
	case s[last] == '0' && last > 1 && (s[last-1] == '.' || s[last-1] == ',') && isDigits(s[:last-1]):
		return s[:last-1], true, nil
	}
	if strings.IndexByte(s, '+') < 0 { // almost always
		return s, false, nil
	}
	if mantissa, exponent, ok := strings.Cut(strings.ToUpper(s), "E+"); ok && isDigits(exponent) {
		if whole, decimals, _ := strings.Cut(strings.Replace(mantissa, ",", ".", 1), "."); isDigits(whole + decimals) {
			return "", false, &wanted{"want a code; a spreadsheet has made a rounded number of it"}
		}
	}
	return s, false, nil
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
