package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"smartcity/examples/notebook"
	"smartcity/growth"
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
func (c *chapter) show(name, caption string, v growth.View, r rows, columns ...string) notebook.Table {
	file, shown := growth.View{Columns: v.Columns}, growth.View{}
	for _, column := range columns {
		i := position(v, column)
		if i < 0 && column != "period" {
			panic(fmt.Sprintf("dynamics: table %s: there is no column %q", name, column))
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
	t := notebook.FromView(shown, name, caption, nil)
	c.dress(&t, shown, caption)
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
		t.Total[0] = notebook.Str(c.lang.Pick("Total", "I alt"))
	}
	data := notebook.FromView(file, name, "", nil)
	t.Data = &data
	return t
}

// translated puts what a result itself has named into the reader's language.
func (c *chapter) translated(column string, e growth.Entry) growth.Entry {
	if e.Kind != growth.TextEntry {
		return e
	}
	switch column {
	case "group", "sector":
		e.Text = c.stated(e.Text)
	case "rule":
		e.Text = c.rule(e.Text)
	}
	return e
}

// dress gives the columns of a table headers, and all numbers of one unit the
// same scale and decimals.
func (c *chapter) dress(t *notebook.Table, v growth.View, caption string) {
	largest := map[string]float64{}
	for i, column := range v.Columns {
		for _, row := range v.Rows {
			if e := row[i]; e.Kind == growth.NumberEntry {
				largest[column.Unit] = max(largest[column.Unit], math.Abs(e.Number))
			}
		}
	}
	var units []string
	for i := range t.Columns {
		col, unit := &t.Columns[i], v.Columns[i].Unit
		h, ok := c.headers[col.Name]
		if !ok {
			panic(fmt.Sprintf("dynamics: table %s: the column %q has no header", t.Name, col.Name))
		}
		col.Header, col.Signed, col.Unit = c.lang.Pick(h.en, h.da), h.signed || col.Signed, c.units(unit)
		switch unit {
		case "per cent", "fraction", "percentage points":
			continue
		case c.measure.Unit():
			col.Decimals, col.Scale = c.decimals(), 0
		case c.panel.Currency():
			col.Unit, col.Decimals, col.Scale = c.scaled(largest[unit])
		default: // money per job, and what has no unit to be printed
			if col.Unit != "" {
				col.Decimals, col.Scale = decimalsOf(largest[unit]), 0
			}
		}
		if col.Unit != "" && !slices.Contains(units, col.Unit) {
			units = append(units, col.Unit)
		}
		col.Unit = ""
	}
	t.Caption = caption
	if len(units) > 0 {
		t.Caption += ", " + strings.Join(units, c.lang.Pick(" and ", " og "))
	}
}

// scaled is how an amount of money of that size is written.
func (c *chapter) scaled(largest float64) (unit string, decimals int, scale float64) {
	switch {
	case largest >= 1e9:
		return c.lang.Pick(c.currency()+" m", "mio. "+c.currency()), 0, 1e6
	case largest >= 1e7:
		return c.lang.Pick(c.currency()+" m", "mio. "+c.currency()), 1, 1e6
	}
	return c.currency(), 0, 0
}

// decimalsOf gives figures three digits that say something.
func decimalsOf(largest float64) int {
	switch {
	case largest >= 1000:
		return 0
	case largest >= 100:
		return 1
	}
	return 2
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
