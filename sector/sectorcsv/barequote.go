package sectorcsv

import (
	"io"
	"strings"
	"unicode/utf8"
)

// bareQuotes lets quotes pass encoding/csv that stand inside a field which does
// not begin with one, as in 37°36'37.8"N or 5" pipe. They can be nothing but
// text. LazyQuotes would let them pass, too, and with them quotes that are
// never closed and swallow rows.
//
// Such a quote becomes the byte 0xF7, which no text in UTF-8 has, and
// [plainQuotes] makes a quote of it again; positions stay what they are. A quote
// after nothing but white space is left alone, and so an error: it may be meant
// to open the field.
type bareQuotes struct {
	r       io.Reader
	comma   byte
	comment []byte

	state   quoteState
	matched int // bytes of comment, at the start of a line
}

const bareQuote = 0xf7

type quoteState uint8

const (
	lineStart quoteState = iota
	fieldStart
	afterSpace // nothing else of the field was there
	inText     // of a field that is not quoted
	inQuotes
	afterQuote // that closes a field, or is the first of two
	toLineEnd  // a comment, or a row that is an error
)

func newBareQuotes(r io.Reader, d *Dialect) *bareQuotes {
	q := &bareQuotes{r: r, comma: byte(d.Comma)}
	if d.Comment > 0 {
		q.comment = utf8.AppendRune(nil, d.Comment)
	}
	return q
}

func (q *bareQuotes) Read(p []byte) (int, error) {
	n, err := q.r.Read(p)
	for i, c := range p[:n] {
		switch {
		case c == '"' && q.state == inText:
			p[i] = bareQuote
		case c == bareQuote:
			p[i] = 0xff // no UTF-8 either
		}
		q.step(c)
	}
	return n, err
}

// step takes the next byte.
func (q *bareQuotes) step(c byte) {
	if q.state == lineStart {
		if len(q.comment) > 0 && c == q.comment[q.matched] {
			if q.matched++; q.matched == len(q.comment) {
				q.state, q.matched = toLineEnd, 0
			}
			return
		}
		q.state = fieldStart
		if q.matched > 0 { // other text that begins like a comment
			q.state, q.matched = inText, 0
		}
	}
	switch {
	case q.state == inQuotes:
		if c == '"' {
			q.state = afterQuote
		}
	case c == '\n':
		q.state = lineStart
	case q.state == toLineEnd:
	case c == q.comma:
		q.state = fieldStart
	case q.state == afterQuote && c == '"', q.state == fieldStart && c == '"':
		q.state = inQuotes
	case q.state == afterQuote && c != '\r':
		q.state = toLineEnd
	case q.state == fieldStart && (c == ' ' || c == '\t'):
		q.state = afterSpace
	case q.state == afterSpace && c == '"':
		q.state = toLineEnd
	case q.state == fieldStart, q.state == afterSpace && c != ' ' && c != '\t':
		q.state = inText
	}
}

// plainQuotes is a cell as the file has it.
func plainQuotes(s string) string {
	if strings.IndexByte(s, bareQuote) < 0 {
		return s
	}
	return strings.ReplaceAll(s, "\xf7", `"`)
}
