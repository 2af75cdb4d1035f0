package workbook

import (
	"cmp"
	"fmt"

	"smartcity/examples/notebook"

	"github.com/xuri/excelize/v2"
)

const wide = 70 // columns of sentences

// An entry is a line of the list of contents.
type entry struct {
	sheet      string
	table      notebook.Table
	first, end int // rows of the table that the sheet holds
}

// title says what is in the sheet.
func (b *book) title(e entry) string {
	title := cmp.Or(plain(e.table.Caption), e.table.Name)
	if n := len(e.table.Rows); e.end-e.first < n {
		count := func(i int) string { return b.lang.Number(float64(i), 0) }
		title = fmt.Sprintf(b.words.part, title, count(e.first+1), count(e.end), count(n))
	}
	return title
}

// contents fills the first sheet: the page, then a line a sheet, with a link.
func (b *book) contents(sheet string, p notebook.Page, list []entry) error {
	put := func(col, row int, s string, l look) error {
		return b.text(sheet, col, row, s, l, fmt.Sprintf("sheet %q, row %d", sheet, row))
	}
	across := 0.0
	for i, width := range []float64{34, wide, 10, 38, wide} {
		across += width
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := b.file.SetColWidth(sheet, letter, letter, width); err != nil {
			return err
		}
	}
	if err := cmp.Or(put(1, 1, p.Title, look{kind: heading}), put(1, 2, p.Subtitle, look{kind: faint})); err != nil {
		return err
	}
	for i, s := range []string{b.words.sheet, b.words.title, b.words.rows, b.words.file, b.words.of} {
		if err := put(i+1, 4, s, look{kind: head, right: i == 2, indented: i == 3, wrapped: true}); err != nil {
			return err
		}
	}
	count, err := b.style(look{format: format{}.code(), right: true})
	if err != nil {
		return err
	}
	row := 5
	for _, e := range list {
		cell := fmt.Sprintf("A%d", row)
		err := cmp.Or(
			put(1, row, e.sheet, look{kind: link}),
			b.file.SetCellHyperLink(sheet, cell, "'"+e.sheet+"'!A1", "Location"),
			put(2, row, b.title(e), look{wrapped: true}),
			b.number(sheet, 3, row, float64(e.end-e.first), count),
			put(4, row, "tables/"+e.table.Name+".csv", look{indented: true}),
			put(5, row, e.table.Note, look{wrapped: true}),
		)
		if err != nil {
			return err
		}
		// Not every program makes room for what it wraps.
		_, titled := broken(b.title(e), wide)
		_, noted := broken(plain(e.table.Note), wide)
		if err := b.height(sheet, row, max(titled, noted)); err != nil {
			return err
		}
		row++
	}
	if err := put(1, row+1, b.words.legend, look{kind: faint}); err != nil {
		return err
	}
	if err := b.file.SetSheetDimension(sheet, fmt.Sprintf("A1:E%d", row+1)); err != nil {
		return err
	}
	return b.paper(sheet, across)
}
