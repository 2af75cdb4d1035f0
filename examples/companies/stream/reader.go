package stream

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Reader reads a company file that comes into being as it is read. It is an
// [io.Reader] and an [io.WriterTo] (which [io.Copy] makes use of), and not for
// use by several goroutines at a time.
type Reader struct {
	model     *model
	danish    bool
	separator byte
	rows      int // to come
	buf       []byte
	unread    []byte // what of buf is not handed out yet
	company   company
	head      []byte // the beginning of all rows of the company
	cells     []Cell // by sector and year
}

// bufferSize is the size of a [Reader]'s buffer, and rowSize is more than any
// row has.
const (
	bufferSize = 64 << 10
	rowSize    = 256
)

// NewReader returns a Reader of a file of so many rows, a company in a year
// each, and the header above them; with no rows it is the header alone. Panics
// if rows is negative or the separator is none.
func NewReader(rows int, o Options) *Reader {
	if rows < 0 {
		panic(fmt.Sprintf("stream: %d rows", rows))
	}
	r := &Reader{
		model:     newModel(o.Seed),
		danish:    o.Danish,
		separator: o.separator(),
		rows:      rows,
		buf:       make([]byte, 0, bufferSize),
	}
	for _, s := range r.model.sectors {
		for year := firstYear; year <= lastYear; year++ {
			r.cells = append(r.cells, Cell{Sector: s.name, Year: year})
		}
	}
	r.buf = append(r.buf, strings.Join(o.header(), string(r.separator))...)
	r.buf = append(r.buf, '\n')
	r.unread = r.buf
	return r
}

// Read reads the next bytes of the file. Its only error is [io.EOF].
func (r *Reader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	if len(r.unread) == 0 && !r.fill() {
		return 0, io.EOF
	}
	n := copy(p, r.unread)
	r.unread = r.unread[n:]
	return n, nil
}

// WriteTo writes what is left of the file to w. Its errors are those of w.
func (r *Reader) WriteTo(w io.Writer) (int64, error) {
	written := int64(0)
	for len(r.unread) > 0 || r.fill() {
		n, err := w.Write(r.unread)
		if err == nil && n < len(r.unread) {
			err = io.ErrShortWrite
		}
		r.unread = r.unread[n:]
		written += int64(n)
		if err != nil {
			return written, err
		}
	}
	return written, nil
}

// Totals returns what the file holds, once it has been read to the end: a cell
// for each sector and year that have rows, by sector and then by year. Before the
// end it is what the rows drawn so far hold, which may be more than were read.
func (r *Reader) Totals() []Cell {
	var out []Cell
	for _, c := range r.cells {
		if c.Firms > 0 {
			out = append(out, c)
		}
	}
	return out
}

// fill puts the next rows into the empty buffer, and reports whether there were any.
func (r *Reader) fill() bool {
	r.buf = r.buf[:0]
	c := &r.company
	for ; r.rows > 0 && len(r.buf) <= bufferSize-rowSize; r.rows-- {
		if c.year < c.last {
			r.model.age(c)
		} else {
			r.model.next(c)
			r.begin(c)
		}
		r.cells[c.sector*years+c.year-firstYear].add(c.fte, c.revenue)
		r.buf = c.appendRow(r.buf, r.head, r.separator, r.danish)
	}
	r.unread = r.buf
	return len(r.buf) > 0
}

// begin prints what the rows of a company begin with.
func (r *Reader) begin(c *company) {
	r.head = append(strconv.AppendInt(r.head[:0], int64(c.id), 10), r.separator)
	r.head = append(append(r.head, c.name...), r.separator)
	r.head = append(append(r.head, r.model.sectors[c.sector].name...), r.separator)
	r.head = append(append(r.head, c.region...), r.separator)
}
