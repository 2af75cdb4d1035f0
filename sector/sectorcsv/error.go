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

// cell is an error of one cell, which Lenient may leave out with its row.
func (d *decoder) cell(field, value string, err error) error {
	e := &Error{File: d.opt.Name, Line: d.line, Value: value, Reason: err.Error(), Err: err, row: true}
	if f, ok := err.(*sector.FieldError); ok {
		e.Reason = "want " + f.Want
	}
	if i, ok := d.columns[field]; ok {
		e.Column = d.headers[i]
		e.Line, _ = d.csv.FieldPos(i)
	}
	return e
}

// fatal is an error of one cell that concerns the whole file.
func (d *decoder) fatal(field, value, reason string) error {
	e := d.cell(field, value, &wanted{reason}).(*Error)
	e.row = false
	return e
}

// whole is an error of the file.
func (d *decoder) whole(err error) error {
	return &Error{File: d.opt.Name, Reason: err.Error(), Err: err}
}

// broken is an error of encoding/csv or of the stream.
func (d *decoder) broken(err error) error {
	e, ok := errors.AsType[*csv.ParseError](err)
	switch {
	case errors.Is(err, io.EOF):
		return d.whole(errors.New("the file is empty"))
	case !ok:
		return &Error{File: d.opt.Name, Reason: fmt.Sprintf("reading broke off after line %d: %v", d.line, cause(err)), Err: err}
	}
	d.line = e.StartLine
	out := &Error{File: d.opt.Name, Line: e.StartLine, Err: e, row: d.headers != nil}
	switch {
	case errors.Is(e.Err, csv.ErrFieldCount):
		d.report.Rows++
		out.Reason = fmt.Sprintf("the row has fewer or more columns than the %d of the header", len(d.headers))
	case errors.Is(e.Err, csv.ErrQuote) && e.Line > e.StartLine:
		out.Reason = fmt.Sprintf("a quote that opens in this row is still open, or followed by text, in line %d", e.Line)
		out.row = false // it may have swallowed good rows
	case errors.Is(e.Err, csv.ErrQuote):
		d.report.Rows++
		out.Reason = fmt.Sprintf("a quoted field is not closed, or followed by text, at byte %d of the line", e.Column)
	case errors.Is(e.Err, csv.ErrBareQuote):
		d.report.Rows++
		out.Reason = fmt.Sprintf("a quote stands in a field that is not quoted, at byte %d of the line", e.Column)
	default:
		out.Reason = e.Err.Error()
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
