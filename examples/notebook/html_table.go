package notebook

import (
	"cmp"
	"strconv"
	"strings"
)

// What the template prints of a table.
type (
	htmlTable struct {
		ID, Note, CSV string
		Captions      []htmlCaption
		Unseen        bool   // the caption is for those who do not see the page
		Years         string // those to pick from, with spaces between
		Picked        string // the one that is shown at first; "" for all
		Head          []htmlHead
		Rows, Totals  []htmlRow
	}
	htmlCaption struct {
		Text, Year string
		Hidden     bool
	}
	htmlHead struct {
		Text, Unit string
		Right      bool
	}
	htmlRow struct {
		Year   string // of a table with a picker
		Hidden bool   // until its year is picked
		Cells  []htmlCell
	}
	htmlCell struct {
		Text, Class string
		Value       string // of a number, to sort by
	}
)

func newHTMLTable(t Table, p Page, id, untitled string) *htmlTable {
	out := &htmlTable{ID: id, Note: line(t.Note), Unseen: line(t.Caption) == ""}
	right := t.right()
	for i, c := range t.Columns {
		header := c.Header
		if header == "" {
			header = inWords(c.Name, p.Lang)
		}
		out.Head = append(out.Head, htmlHead{line(header), line(c.Unit), right[i]})
	}
	var years []string
	add := func(of Table, year func(row []Cell) string, caption string, hidden bool) {
		out.Captions = append(out.Captions, htmlCaption{cmp.Or(line(of.Caption), untitled), caption, hidden})
		for _, row := range of.Rows {
			out.Rows = append(out.Rows, htmlRow{year(row), hidden, t.htmlCells(row, right, p)})
		}
		if of.Total != nil {
			out.Totals = append(out.Totals, htmlRow{year(of.Total), hidden, t.htmlCells(of.Total, right, p)})
		}
	}
	for _, of := range t.Years {
		year := strconv.Itoa(of.Year)
		years = append(years, year)
		add(of, func([]Cell) string { return year }, year, of.Year != t.Year)
	}
	if len(t.Years) > 0 {
		out.Picked = strconv.Itoa(t.Year)
	} else {
		column, inRows := t.years()
		for _, year := range inRows {
			years = append(years, strconv.Itoa(year))
		}
		add(t, func(row []Cell) string {
			if inRows == nil || row[column].kind != number {
				return ""
			}
			return strconv.Itoa(int(row[column].number))
		}, "", false)
	}
	out.Years = strings.Join(years, " ")
	return out
}

func (t Table) htmlCells(row []Cell, right []bool, p Page) []htmlCell {
	texts := t.shown(row, p.Lang)
	cells := make([]htmlCell, len(row))
	for i, c := range row {
		cell := &cells[i]
		cell.Text = texts[i]
		if c.kind == number {
			cell.Value = strconv.FormatFloat(c.number, 'f', -1, 64)
		}
		switch {
		case right[i] && c.known():
			cell.Class = "num"
		case right[i]:
			cell.Class = "num unknown"
		case !c.known():
			cell.Class = "unknown"
		case i > 0:
			cell.Class = "words"
		case t.Columns[0].Year:
			cell.Class = "year"
		}
	}
	return cells
}
