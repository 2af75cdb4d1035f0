package structure

import (
	"strconv"

	"smartcity/growth"
)

// field is a column of a view and the number of its only row.
type field struct {
	name, unit string
	value      float64
}

// record returns a view of one row: the fields, and how many items they are of.
func (c Coverage) record(fields ...field) growth.View {
	fields = append(fields, field{"n", "", float64(c.N)}, field{"left_out", "", float64(c.LeftOut)})
	v := growth.View{Rows: make([][]growth.Entry, 1)}
	for _, f := range fields {
		v.Columns = append(v.Columns, growth.ViewColumn{Name: f.name, Unit: f.unit})
		v.Rows[0] = append(v.Rows[0], growth.NumberOf(f.value))
	}
	return v
}

// label returns the name of an item, or its number from 1 where there is none.
func label(names []string, i int) growth.Entry {
	if i < len(names) {
		return growth.TextOf(names[i])
	}
	return growth.TextOf(strconv.Itoa(i + 1))
}
