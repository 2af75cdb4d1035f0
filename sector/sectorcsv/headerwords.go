package sectorcsv

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// headerWords are the words of a header, with the full stop of an abbreviation;
// its numbers, with the marks between their thousands; and %, €, £ and $. It is
// asked of most cells of a file's first rows, so it is no regular expression.
func headerWords(header string) []string {
	var words []string
	for s := header; s != ""; {
		r, n := utf8.DecodeRuneInString(s)
		switch {
		case unicode.IsLetter(r):
			if n = strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }); n < 0 {
				n = len(s)
			} else if s[n] == '.' {
				n++
			}
			words = append(words, s[:n])
		case isDigit(s, 0):
			for n = 1; isDigit(s, n); n++ {
			}
			for few := n <= 3; few && n < len(s) && strings.IndexByte(".,' ", s[n]) >= 0 && isDigit(s, n+1) && isDigit(s, n+2) && isDigit(s, n+3); {
				n += 4
			}
			words = append(words, s[:n])
		case strings.ContainsRune("%€£$", r):
			words = append(words, s[:n])
		}
		s = s[n:]
	}
	return words
}

func isDigit(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }
