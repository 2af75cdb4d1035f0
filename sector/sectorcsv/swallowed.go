package sectorcsv

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"strings"
)

// expected is what a column must hold, as far as that can tell a row from text.
type expected uint8

const (
	anyText expected = iota
	aYear
	aYearOrNone
	aNumber // or a marker, or nothing
)

// swallowed looks for rows inside of a quoted cell. Where a closing quote is
// missing and another quote further down happens to close the cell, the rows
// between the two are text of one cell, and the row that they end in may have as
// many columns as any other. Err is what reading the record gave.
//
// Only what is beyond doubt is an error: the lines of a cell have as many
// columns as rows have there, with years and numbers where these belong, and at
// least one of them. Line breaks in names and addresses are none.
func (d *decoder) swallowed(err error) error {
	text := d.guard.record(d.csv.InputOffset())
	if err != nil {
		d.guard.resume()
		if !errors.Is(err, csv.ErrFieldCount) {
			return nil // it says itself what is wrong
		}
	}
	quote := bytes.IndexByte(text, '"')
	if err == nil && (quote < 0 || bytes.Count(text[quote:], []byte{'\n'}) < 2) {
		return nil
	}
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma, r.Comment, r.FieldsPerRecord, r.LazyQuotes = d.csv.Comma, d.csv.Comment, -1, true
	cells, unread := r.Read()
	if unread != nil {
		return nil
	}
	d.width = len(cells)
	for i, cell := range cells {
		if lines := strings.Split(cell, "\n"); len(lines) > 1 && i < len(d.expect) && d.hasRows(i, lines, err != nil) {
			return &Error{
				File: d.opt.Name, Line: d.lineOf(i), Column: d.plan.headers[i],
				Reason: fmt.Sprintf("the quote that opens in this line closes in line %d only, and the lines between are rows: is a closing quote missing?", d.lineOf(i)+len(lines)-1),
			}
		}
	}
	return nil
}

// hasRows reports whether the lines of a cell in a column hold rows: a whole one
// in any but the first line, or the rest of one in the first line and the
// beginning of another in the last. Where the record has a wrong number of
// columns, the rest of a row is enough.
func (d *decoder) hasRows(at int, lines []string, wrong bool) bool {
	n := len(d.expect)
	for _, line := range lines[1:] {
		pieces := d.pieces(line)
		if evidence, ok := d.couldStand(0, pieces); ok && len(pieces) == n && n > 1 && evidence {
			return true
		}
	}
	first, last := d.pieces(lines[0]), d.pieces(lines[len(lines)-1])
	if len(first) != n-at || n < 2 {
		return false
	}
	below, ok := d.couldStand(at+1, first[1:])
	if wrong && ok && below {
		return true
	}
	if len(last) != at+1 {
		return false
	}
	above, ok2 := d.couldStand(0, last[:at])
	return ok && ok2 && (below || above)
}

func (d *decoder) pieces(line string) []string {
	return strings.Split(strings.TrimSuffix(line, "\r"), string(d.csv.Comma))
}

// couldStand reports whether cells can stand in the columns from one on, and whether
// there is a year or a number among them.
func (d *decoder) couldStand(from int, cells []string) (evidence, ok bool) {
	for i, cell := range cells {
		if from+i >= len(d.expect) {
			return false, false
		}
		cell = strings.Trim(cell, "\" \t")
		switch want := d.expect[from+i]; {
		case want == anyText, cell == "" && want != aYear:
		case want == aNumber:
			_, _, err := d.values.money(cell, 1)
			if _, doubt := err.(*undecided); err != nil && !doubt {
				return false, false
			}
			evidence = evidence || strings.ContainsAny(cell, "0123456789")
		default:
			if _, _, err := year(cell); err != nil {
				return false, false
			}
			evidence = true
		}
	}
	return evidence, true
}
