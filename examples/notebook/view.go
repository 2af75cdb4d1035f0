package notebook

import (
	"math"

	"smartcity/growth"
)

// FromView makes a table of the view of a result. Word gives what the reader
// sees for the name of a column, a unit, or a text in a cell; nil shows them as
// they are. Fractions are printed as per cents, and money in millions or
// billions where it is that much; the CSV file holds the figures themselves.
func FromView(v growth.View, name, caption string, word func(string) string) Table {
	if word == nil {
		word = func(s string) string { return s }
	}
	t := Table{Name: name, Caption: caption}
	for i, c := range v.Columns {
		column := Column{Name: c.Name, Header: word(c.Name), Unit: word(c.Unit)}
		largest, whole := 0.0, true
		for _, row := range v.Rows {
			if e := row[i]; e.Kind == growth.NumberEntry {
				largest = max(largest, math.Abs(e.Number))
				whole = whole && e.Number == math.Trunc(e.Number)
			}
		}
		switch c.Unit {
		case "fraction", "fraction a year", "share", "rate":
			column.Unit, column.Scale, column.Decimals = "%", .01, 1
		case "per cent":
			column.Unit, column.Decimals = "%", 1
		case "percentage points":
			column.Decimals, column.Signed = 2, true
		case "year":
			column.Unit, column.Year = "", true
		case "":
			if !whole {
				column.Decimals = 3
			}
		default:
			switch {
			case largest >= 1e10:
				column.Unit, column.Scale, column.Decimals = word(c.Unit+" bn"), 1e9, 1
			case largest >= 1e7:
				column.Unit, column.Scale, column.Decimals = word(c.Unit+" m"), 1e6, 1
			case !whole && largest < 100:
				column.Decimals = 2
			case !whole && largest < 10000:
				column.Decimals = 1
			}
		}
		t.Columns = append(t.Columns, column)
	}
	for _, row := range v.Rows {
		var cells []Cell
		for _, e := range row {
			switch e.Kind {
			case growth.TextEntry:
				cells = append(cells, Str(word(e.Text)))
			case growth.NumberEntry:
				cells = append(cells, Num(e.Number))
			case growth.SuppressedEntry:
				cells = append(cells, Suppressed())
			default:
				cells = append(cells, Cell{})
			}
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}
