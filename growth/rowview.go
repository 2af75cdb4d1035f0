package growth

// cell is a number of a view of one row, with its column.
type cell struct {
	name, unit string
	number     float64 // NaN where it is not known
}

func oneRow(cells ...cell) View {
	v := View{Rows: [][]Entry{nil}}
	for _, c := range cells {
		v.Columns = append(v.Columns, ViewColumn{c.name, c.unit})
		v.Rows[0] = append(v.Rows[0], NumberOf(c.number))
	}
	return v
}
