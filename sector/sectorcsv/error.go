package sectorcsv

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"

	"smartcity/sector"
)

// Error reports what is wrong with a file and where. Parts that do not apply
// are zero.
type Error struct {
	File   string // as given in Options.Name
	Line   int    // physical line, counted from 1
	Column string // header of the column, as the file writes it
	Value  string // the cell
	Reason string // what is wrong, or what was expected
	Err    error  // the cause, if another package found it

	row bool // concerns one row, which Lenient leaves out
}

func (e *Error) Error() string {
	var b strings.Builder
	if e.File != "" {
		b.WriteString(e.File)
		if e.Line > 0 {
			fmt.Fprintf(&b, ":%d", e.Line)
		}
		b.WriteString(": ")
	} else if e.Line > 0 {
		fmt.Fprintf(&b, "line %d: ", e.Line)
	}
	if e.Column != "" {
		fmt.Fprintf(&b, "column %s: ", quote(e.Column))
		if e.Value != "" {
			fmt.Fprintf(&b, "%s: ", quote(e.Value))
		}
	}
	b.WriteString(e.Reason)
	return b.String()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// quote keeps an error on one readable line, whatever stands in a cell.
func quote(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return strconv.Quote(s)
}

// cell is an error of one cell of the row at hand, which Lenient leaves out.
func (d *decoder) cell(at int, value string, err error) error {
	e := &Error{File: d.opt.Name, Line: d.line, Value: value, Reason: err.Error(), Err: err, row: true}
	if f, ok := err.(*sector.FieldError); ok {
		e.Reason = "want " + f.Want
	}
	if at >= 0 {
		e.Column, e.Line = d.plan.headers[at], d.lineOf(at)
	}
	return e
}

// fatal is an error of one cell that concerns the whole file.
func (d *decoder) fatal(at int, value, reason string) error {
	e := d.cell(at, value, &wanted{reason}).(*Error)
	e.row = false
	return e
}

// row is an error of a row that was read before.
func (d *decoder) row(line int, field, value, reason string) error {
	e := &Error{File: d.opt.Name, Line: line, Value: value, Reason: reason, row: true}
	if at := d.plan.at(field); at >= 0 {
		e.Column = d.plan.headers[at]
	}
	return e
}

// wholeFile is an error of a row that concerns the whole file.
func (d *decoder) wholeFile(line int, field, value, reason string) error {
	e := d.row(line, field, value, reason).(*Error)
	e.row = false
	return e
}

// whole is an error of the file.
func (d *decoder) whole(err error) error { return wholeError(d.opt.Name, err) }

func wholeError(file string, err error) error {
	return &Error{File: file, Reason: err.Error(), Err: err}
}

// broken is an error of encoding/csv or of the stream.
func (d *decoder) broken(err error) error {
	if e, ok := errors.AsType[*Error](err); ok { // of the reader of comments
		e.File = d.opt.Name
		return e
	}
	e, ok := errors.AsType[*csv.ParseError](err)
	switch {
	case errors.Is(err, io.EOF):
		return d.whole(errors.New("the file is empty"))
	case !ok:
		return &Error{File: d.opt.Name, Reason: fmt.Sprintf("reading broke off after line %d: %v", max(d.line, d.above+1), cause(err)), Err: err}
	}
	physical := *e
	physical.StartLine, physical.Line = d.above+e.StartLine, d.above+e.Line
	e, d.line = &physical, physical.StartLine
	out := &Error{File: d.opt.Name, Line: d.line, Err: e, row: d.plan != nil}
	switch {
	case errors.Is(e.Err, csv.ErrFieldCount):
		out.Reason = fmt.Sprintf("the row has %d of the %d columns of the header", d.width, len(d.plan.headers))
		if d.width > len(d.plan.headers) {
			out.Reason = fmt.Sprintf("the row has %d columns, and the header %d", d.width, len(d.plan.headers))
		}
	case errors.Is(e.Err, csv.ErrQuote) && e.Line > e.StartLine:
		out.Reason = fmt.Sprintf("a quote that opens in this row is still open, or followed by text, in line %d", e.Line)
		out.row = false // it may have swallowed good rows
	case errors.Is(e.Err, csv.ErrQuote):
		out.Reason = fmt.Sprintf("a quoted field is not closed, or followed by text, at byte %d of the line", e.Column)
	case errors.Is(e.Err, csv.ErrBareQuote):
		out.Reason = fmt.Sprintf("a quote stands in a field that is not quoted, at byte %d of the line", e.Column)
	default:
		out.Reason = e.Err.Error()
	}
	if out.row {
		d.report.Rows++
	}
	return out
}

// cause is what the operating system says, without the path it repeats.
func cause(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	return err
}
