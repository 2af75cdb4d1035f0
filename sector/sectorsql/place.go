package sectorsql

import (
	"fmt"
	"strconv"
	"strings"
)

// checkPlaces returns an error where the subquery's places for values are not those
// of Args: one too few or too many, and it would share or take the values of a filter.
func (r *renderer) checkPlaces() error {
	places, last := places(r.q.Subquery, &r.q.Dialect)
	n := len(r.q.Args)
	switch {
	case r.q.Dialect.numbered && last > n:
		return fmt.Errorf("sectorsql: in the subquery stands $%d, and Args has %d values", last, n)
	case !r.q.Dialect.numbered && places != n && n+len(r.values) > 0: // else ? may mean another thing
		return fmt.Errorf("sectorsql: in the subquery, ? stands %d times, and Args has %d values", places, n)
	}
	return nil
}

// places counts the places for values in the user's SQL, written ?, and returns the
// highest number of those written $1 and so on. What is quoted, and comments, has none.
func places(text string, d *Dialect) (questions, last int) {
	for i := 0; i < len(text); i++ {
		skip := func(to string) {
			if n := strings.Index(text[i+1:], to); n >= 0 {
				i += n + len(to)
			} else {
				i = len(text)
			}
		}
		switch c := text[i]; {
		case c == '\'' && d.escape != "":
			for i++; i < len(text) && text[i] != '\''; i++ {
				if text[i] == '\\' {
					i++
				}
			}
		case c == '\'' || c == '"' || c == '`': // a doubled one ends a part and begins the next
			skip(string(c))
		case strings.HasPrefix(text[i:], "--"):
			skip("\n")
		case strings.HasPrefix(text[i:], "/*"):
			skip("*/")
		case c == '\\': // of ClickHouse's driver, before a ? that is none
			i++
		case c == '?' && (i+1 == len(text) || !isDigit(text[i+1])):
			questions++
		case c == '$' && (i == 0 || !isWord(text[i-1])):
			end := i + 1
			for end < len(text) && isDigit(text[end]) {
				end++
			}
			if n, err := strconv.Atoi(text[i+1 : end]); err == nil {
				last = max(last, n)
			}
		}
	}
	return questions, last
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isWord reports whether a name can hold a byte.
func isWord(c byte) bool {
	return c == '_' || c == '$' || c >= 0x80 || isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'z'
}
