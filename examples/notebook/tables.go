package notebook

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
)

// Tables returns the tables of the page that have a file tables/NAME.csv, each
// once and in reading order, with the columns, rows and numbers of that file: a
// table with Data is its data, in the words of the page where these are all the
// two differ in. What data do not say of themselves (caption, note, sheet) they
// have from the table that stands on the page or, where the picture has a method
// Title() string, from the chart; their caption then says that they are behind
// it. Package workbook makes its sheets of them.
//
// It reports what keeps the page from being rendered, and two tables of one
// name with different figures.
func (p Page) Tables() ([]Table, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	return p.tables()
}

func (p Page) tables() ([]Table, error) {
	var tables []Table
	var ofChart []bool
	at := map[string]int{}
	for _, b := range p.Blocks {
		t, ok := figures(b, wordsOf(p.Lang))
		if !ok {
			continue
		}
		_, chart := b.(Chart)
		i, again := at[t.Name]
		if !again {
			at[t.Name] = len(tables)
			tables, ofChart = append(tables, t), append(ofChart, chart)
			continue
		}
		same, err := sameFile(tables[i], t)
		if err != nil {
			return nil, err
		}
		if !same {
			return nil, fmt.Errorf("notebook: two different files %s", t.csvPath())
		}
		// A table says more of itself than a chart of its figures.
		if ofChart[i] && !chart {
			tables[i], ofChart[i] = t, false
		}
	}
	return tables, nil
}

// figures is the table that is in the file of a block, if it has one.
func figures(b Block, w words) (Table, bool) {
	switch b := b.(type) {
	case Table:
		if b.Data != nil && b.sameNumbers(*b.Data) {
			b.Name = b.Data.Name
			b.Columns = slices.Clone(b.Columns)
			for i := range b.Columns {
				b.Columns[i].Name = b.Data.Columns[i].Name
			}
			return b, true
		}
		if b.Data != nil {
			return b.Data.behind(b, w), true
		}
		return b, b.Name != ""
	case Chart:
		if b.Data == nil {
			return Table{}, false
		}
		t, _ := figures(*b.Data, w)
		if titled, ok := b.Picture.(interface{ Title() string }); ok {
			return t.behind(Table{Caption: titled.Title()}, w), true
		}
		return t, true
	}
	return Table{}, false
}

// sameNumbers reports whether two tables have the same numbers in the same
// places, whatever the words around them.
func (t Table) sameNumbers(o Table) bool {
	if len(t.Columns) != len(o.Columns) || len(t.Rows) != len(o.Rows) {
		return false
	}
	for r, row := range t.Rows {
		for i, c := range row {
			x, known := c.Number()
			y, other := o.Rows[r][i].Number()
			if known != other || x != y && known {
				return false
			}
		}
	}
	return true
}

// behind takes what the table does not say of itself from the one on the page
// that it has the figures of.
func (t Table) behind(shown Table, w words) Table {
	if t.Caption == "" && shown.Caption != "" {
		t.Caption = fmt.Sprintf(w.behind, shown.Caption)
		t.Sheet = cmp.Or(t.Sheet, shown.Sheet, shown.Caption)
	}
	t.Note = cmp.Or(t.Note, shown.Note)
	t.Sheet = cmp.Or(t.Sheet, shown.Sheet)
	return t
}

// sameFile reports whether two tables have the same figures in their files.
func sameFile(a, b Table) (bool, error) {
	var x, y bytes.Buffer
	if err := cmp.Or(a.WriteCSV(&x), b.WriteCSV(&y)); err != nil {
		return false, err
	}
	return bytes.Equal(x.Bytes(), y.Bytes()), nil
}
