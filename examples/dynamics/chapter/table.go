package chapter

import (
	"fmt"
	"slices"
	"strings"

	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/growth/locale"
)

// rows says which rows of a view a table shows. Its file holds those of every
// year.
type rows struct {
	level string // in the column level; "" in a view without one
	year  int    // in the column to or year; 0 for every year
	total bool   // with the total of the year below
	blank string // what stands for a figure that cannot be there; "" says that it is not known
}

// show shows columns of a view under the headers of the reader's language, and
// has the whole view as its file. Units that a header does not show stand in the
// caption. The column period, of any view, is made of from and to.
func (c *Chapter) show(name, caption string, v growth.View, r rows, columns ...string) notebook.Table {
	file, shown := growth.View{Columns: v.Columns}, growth.View{}
	for _, column := range columns {
		i := position(v, column)
		if i < 0 && column != "period" {
			panic(fmt.Sprintf("chapter: table %s: there is no column %q", name, column))
		}
		if i < 0 {
			shown.Columns = append(shown.Columns, growth.ViewColumn{Name: column})
			continue
		}
		shown.Columns = append(shown.Columns, v.Columns[i])
	}
	level, year := position(v, "level"), max(position(v, "to"), position(v, "year"))
	var total []growth.Entry
	for _, row := range v.Rows {
		mine := r.level == "" || row[level].Text == r.level
		if mine {
			file.Rows = append(file.Rows, row)
		}
		if r.year != 0 && row[year].Number != float64(r.year) {
			continue
		}
		var cells []growth.Entry
		for _, column := range columns {
			if column == "period" {
				cells = append(cells, growth.TextOf(fmt.Sprintf("%.0f–%.0f", row[position(v, "from")].Number, row[position(v, "to")].Number)))
				continue
			}
			cells = append(cells, c.translated(column, row[position(v, column)]))
		}
		switch {
		case mine:
			shown.Rows = append(shown.Rows, cells)
		case r.total && row[level].Text == "total":
			total = cells
		}
	}
	if total != nil {
		shown.Rows = append(shown.Rows, total)
	}
	t := notebook.FromView(shown, name, caption, c.Lang, c.dressed(shown.Columns)...)
	captioned(&t, shown, c.Lang)
	for _, row := range t.Rows {
		for i := range row {
			if row[i] == (notebook.Cell{}) && r.blank != "" {
				row[i] = notebook.Str(r.blank)
			}
		}
	}
	if total != nil {
		last := len(t.Rows) - 1
		t.Rows, t.Total = t.Rows[:last], t.Rows[last]
		t.Total[0] = notebook.Str(c.Lang.Pick("Total", "I alt"))
	}
	data := notebook.FromView(file, name, "", c.Lang)
	t.Data = &data
	return t
}

// translated puts what a result itself has named into the reader's language.
func (c *Chapter) translated(column string, e growth.Entry) growth.Entry {
	if e.Kind != growth.TextEntry {
		return e
	}
	switch column {
	case "group", "sector":
		e.Text = c.Lang.GroupName(e.Text)
	case "rule":
		e.Text = c.rule(e.Text)
	}
	return e
}

// dressed gives columns the headers of the reader's language, and jobs the decimals
// they have throughout the chapter.
func (c *Chapter) dressed(shown []growth.ViewColumn) []notebook.Column {
	var columns []notebook.Column
	for _, v := range shown {
		h, ok := c.headers[v.Name]
		if !ok {
			panic(fmt.Sprintf("chapter: the column %q has no header", v.Name))
		}
		column := notebook.Column{Name: v.Name, Header: c.Lang.Pick(h.en, h.da), Signed: h.signed}
		if v.Unit == c.Measure.Unit() {
			column.Unit, column.Scale, column.Decimals = c.unit(), 1, c.decimals()
		}
		columns = append(columns, column)
	}
	return columns
}

// captioned moves units from the columns to the caption, where they are said once;
// shares and contributions keep theirs.
func captioned(t *notebook.Table, v growth.View, lang locale.Language) {
	var units []string
	for i := range t.Columns {
		col := &t.Columns[i]
		switch v.Columns[i].Unit {
		case "fraction", "per cent", "percentage points":
			continue
		}
		if col.Unit != "" && !slices.Contains(units, col.Unit) {
			units = append(units, col.Unit)
		}
		col.Unit = ""
	}
	if len(units) > 0 {
		t.Caption += ", " + strings.Join(units, lang.Pick(" and ", " og "))
	}
}

// position is where a view has a column, -1 for nowhere.
func position(v growth.View, column string) int {
	return slices.IndexFunc(v.Columns, func(c growth.ViewColumn) bool { return c.Name == column })
}

// only keeps the rows of one level.
func only(v growth.View, level string) growth.View {
	kept, at := growth.View{Columns: v.Columns}, position(v, "level")
	for _, row := range v.Rows {
		if row[at].Text == level {
			kept.Rows = append(kept.Rows, row)
		}
	}
	return kept
}

// stack puts the rows of views of the same kind below each other.
func stack(views ...growth.View) growth.View {
	var all growth.View
	for _, v := range views {
		all.Columns = v.Columns
		all.Rows = append(all.Rows, v.Rows...)
	}
	return all
}
