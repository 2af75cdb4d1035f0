package sectorcsv

import (
	"bytes"
	"encoding/csv"
	"fmt"
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
//
// On its way it counts the comments, which encoding/csv skips without a word.
type bareQuotes struct {
	r       io.Reader
	bare    bool // quotes inside of cells are text; else only comments matter
	comma   byte
	comment []byte

	state   quoteState
	matched int // bytes of comment, at the start of a line

	comments  int // lines so far
	inComment bool

	// Where it was not said that there are comments, one with as many columns as
	// the header has is a row.
	width int    // 0 if it was said
	line  int    // physical
	text  []byte // of a comment
	err   error
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

func newBareQuotes(r io.Reader, d *Dialect, bare bool) *bareQuotes {
	q := &bareQuotes{r: r, bare: bare, comma: byte(d.Comma)}
	if d.Comment > 0 {
		q.comment = utf8.AppendRune(nil, d.Comment)
	}
	return q
}

// doubt makes a comment as wide as the header an error; line is that of the
// header.
func (q *bareQuotes) doubt(width, line int) { q.width, q.line = width, line }

func (q *bareQuotes) Read(p []byte) (int, error) {
	if q.err != nil {
		return 0, q.err
	}
	n, err := q.r.Read(p)
	for i, c := range p[:n] {
		switch {
		case !q.bare:
		case c == '"' && q.state == inText:
			p[i] = bareQuote
		case c == bareQuote:
			p[i] = 0xff // no UTF-8 either
		}
		q.step(c)
		if q.inComment && q.width > 0 && len(q.text) < longestComment {
			q.text = append(q.text, c)
		}
		if c == '\n' {
			if q.endLine(); q.err != nil {
				return i + 1, nil
			}
		}
	}
	if err == io.EOF {
		q.endLine()
	}
	if q.err != nil {
		err = q.err
	}
	return n, err
}

// longestComment is how much of a comment is looked at.
const longestComment = 64 << 10

// endLine ends a line, which may be a comment.
func (q *bareQuotes) endLine() {
	if q.inComment && q.width > 0 {
		r := csv.NewReader(bytes.NewReader(q.text))
		r.Comma, r.LazyQuotes = rune(q.comma), true
		if row, err := r.Read(); err == nil && len(row) == q.width {
			q.err = &Error{Line: q.line, Reason: fmt.Sprintf("a line that begins with %q, as a comment above the header does, has as many columns as the header; say whether such lines are comments (Dialect.Comment)", q.comment)}
		}
	}
	q.inComment, q.text = false, q.text[:0]
	q.line++
}

// step takes the next byte.
func (q *bareQuotes) step(c byte) {
	if q.state == lineStart {
		if len(q.comment) > 0 && c == q.comment[q.matched] {
			if q.matched++; q.matched == len(q.comment) {
				q.state, q.matched = toLineEnd, 0
				q.comments++
				q.inComment = true
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
