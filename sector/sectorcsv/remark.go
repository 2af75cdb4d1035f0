package sectorcsv

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Mended warns that cells of a column were read as something that they do not
// quite say: a code such as 620100.0 as 620100, an accounting year such as
// 2018/19 as the year it ends in, a founding date as its year.
type Mended struct {
	Header string
	Count  int
	Line   int    // of the first
	Value  string // the first
}

func (w *Mended) Error() string {
	return fmt.Sprintf("%d cells of column %q were mended, the first in line %d: %q", w.Count, w.Header, w.Line, w.Value)
}

// NothingKnown warns of rows of a file without years that have neither an id
// nor a figure that is known. Each is counted as a company; a note or a heading
// in a table of companies looks the same.
type NothingKnown struct {
	Count int
	Line  int // of the first
}

func (w *NothingKnown) Error() string {
	return fmt.Sprintf("%d rows have neither an id nor a known figure, the first in line %d; each is counted as a company", w.Count, w.Line)
}

// Remarks are kept in one table, by number: that of the column for cells that
// were mended, after these the columns with words for totals, and last of all
// the rows of which nothing is known.
func (d *decoder) remark(number int, header, value string) {
	m, ok := d.mendings[number]
	if !ok {
		m = &Mended{Header: header, Line: d.line, Value: strings.TrimSpace(value)}
		d.mendings[number] = m
	}
	m.Count++
}

// mended notes a cell that was mended.
func (d *decoder) mended(at int, text string) { d.remark(at, d.plan.headers[at], text) }

// remarked are the warnings of what was noted.
func (d *decoder) remarked() []error {
	var out []error
	n, r := len(d.plan.columns), d.report
	rows := r.Rows - len(r.Totals) - len(r.Notes) - len(r.Rejected)
	for _, number := range slices.Sorted(maps.Keys(d.mendings)) {
		switch m := d.mendings[number]; {
		case number < n:
			out = append(out, m)
		case number == 2*n:
			out = append(out, &NothingKnown{m.Count, m.Line})
		case m.Count < rows: // else it says nothing of a row in particular
			out = append(out, &TotalsKept{m.Header, m.Count, m.Line, m.Value})
		}
	}
	return out
}
