package sectorcsv

import (
	"bytes"
	"fmt"
	"io"
)

// guard keeps a record from growing beyond bounds where a quote is never
// closed, and keeps the text of the record at hand.
type guard struct {
	r    io.Reader
	most int // bytes of a record
	n    int // bytes since the last whole record, or the last line end outside of quotes

	open  bool   // the text read so far ends inside of quotes
	room  []byte // what ahead is in
	ahead []byte // text after the last whole record
	done  int64  // bytes before it
}

// longest is the longest record that is read.
const longest = 16 << 20

func (g *guard) Read(p []byte) (int, error) {
	if g.n > g.most {
		return 0, fmt.Errorf("a row of more than %d MB: is a quote never closed?", g.most>>20)
	}
	n, err := g.r.Read(p)
	if n > cap(g.ahead)-len(g.ahead) && 2*len(g.ahead) < len(g.room) { // back to the beginning
		g.ahead = g.room[:copy(g.room, g.ahead)]
	}
	if g.ahead = append(g.ahead, p[:n]...); cap(g.ahead) > len(g.room) {
		g.room = g.ahead[:cap(g.ahead)]
	}
	// Blank lines and comments make no record, and may go on for long.
	if i := g.lineEnd(p[:n]); i >= 0 {
		g.n = n - i
	} else {
		g.n += n
	}
	return n, err
}

// lineEnd is where the last line ends in new text, outside of quotes, −1 if none
// does: after an even number of quotation marks, which is exact in RFC 4180.
func (g *guard) lineEnd(text []byte) int {
	quotes := bytes.Count(text, []byte{'"'})
	if quotes%2 == 1 {
		g.open = !g.open
	}
	open := g.open
	for end := len(text); ; {
		i := bytes.LastIndexByte(text[:end], '\n')
		if i < 0 {
			return -1
		}
		if quotes > 0 {
			open = open != (bytes.Count(text[i:end], []byte{'"'})%2 == 1)
		}
		if !open {
			return i + 1
		}
		if quotes == 0 {
			return -1
		}
		end = i
	}
}

// record returns the text of the record that ends at an offset, with the blank
// lines and comments above it. It is good until the next Read.
func (g *guard) record(end int64) []byte {
	n := end - g.done
	text := g.ahead[:n:n]
	g.ahead, g.done, g.n = g.ahead[n:], end, 0
	return text
}

// resume takes the text after the last record for the start of one, whatever
// the quotation marks in it were.
func (g *guard) resume() { g.open = bytes.Count(g.ahead, []byte{'"'})%2 == 1 }
