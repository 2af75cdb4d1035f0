package workbook

import (
	"fmt"
	"io"

	"smartcity/examples/notebook"

	"github.com/xuri/excelize/v2"
)

// Write writes the tables of the page that have a CSV file as an Excel workbook:
// a list of contents, then one sheet a table, each number as it is in the CSV
// file. A page without such tables has the list alone. It writes nothing if the
// page is wrong or does not fit, the latter a [*LimitError]. The same page gives
// the same bytes.
func Write(w io.Writer, p notebook.Page) error {
	return write(w, p, excelize.TotalRows)
}

// write is [Write] with sheets of so many rows.
func write(w io.Writer, p notebook.Page, rows int) error {
	tables, err := p.Tables()
	if err != nil {
		return err
	}
	b := &book{file: excelize.NewFile(), lang: p.Lang, words: wordsOf(p.Lang), rows: rows, styles: map[look]int{}}
	defer b.file.Close()
	contents := b.names.add(b.words.contents)
	if err := b.file.SetSheetName(b.file.GetSheetName(0), contents); err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	var list []entry
	for _, t := range tables {
		entries, err := b.table(t)
		if err != nil {
			return err
		}
		list = append(list, entries...)
	}
	if err := b.contents(contents, p, list); err != nil {
		return err
	}
	// Nothing of this may depend on the day, the machine or the user.
	made := "2000-01-01T00:00:00Z"
	err = b.file.SetDocProps(&excelize.DocProperties{Title: plain(p.Title), Creator: "smartcity notebook", Language: p.Lang.Tag(), Created: made, Modified: made})
	if err == nil {
		err = b.zip(w)
	}
	if err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	return nil
}

// table writes the sheets of a table, one for as many rows as a sheet holds.
func (b *book) table(t notebook.Table) ([]entry, error) {
	if n := len(t.Columns); n > excelize.MaxColumns {
		return nil, &LimitError{fmt.Sprintf("table %q", t.Name), "columns in a sheet", n, excelize.MaxColumns}
	}
	columns, err := b.columns(t)
	if err != nil {
		return nil, fmt.Errorf("workbook: table %q: %w", t.Name, err)
	}
	var list []entry
	for first := 0; first == 0 || first < len(t.Rows); first += b.rows - 1 {
		end := min(first+b.rows-1, len(t.Rows))
		name := b.names.add(t.Sheet, t.Caption, t.Name)
		list = append(list, entry{sheet: name, table: t, first: first, end: end})
		if err := b.sheet(name, t, columns, t.Rows[first:end], first); err != nil {
			return nil, err
		}
	}
	return list, nil
}
