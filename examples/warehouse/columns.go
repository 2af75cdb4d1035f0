package main

import "smartcity/sector"

// A column of a company table: one of the three functions gives what is in it.
type column struct {
	name   string
	text   func(c *sector.Company) string
	number func(c *sector.Company) int
	figure func(c *sector.Company) sector.Figure
}

// columns are those of a company table, in order. A figure that is not known is
// NULL, and the text in its flag says which of them may not be told.
func columns() []column {
	all := []column{
		{name: "id", text: func(c *sector.Company) string { return c.ID }},
		{name: "name", text: func(c *sector.Company) string { return c.Name }},
		{name: "sector", text: func(c *sector.Company) string { return c.Sector }},
		{name: "industry_code", text: func(c *sector.Company) string { return c.IndustryCode }},
		{name: "region", text: func(c *sector.Company) string { return c.Region }},
		{name: "year", number: func(c *sector.Company) int { return c.Year }},
		{name: "founded", number: func(c *sector.Company) int { return c.Founded }},
	}
	for _, f := range []column{
		{name: "fte", figure: func(c *sector.Company) sector.Figure { return c.FTE }},
		{name: "employees", figure: func(c *sector.Company) sector.Figure { return c.Employees }},
		{name: "firms", figure: func(c *sector.Company) sector.Figure { return c.Firms }},
		{name: "revenue", figure: func(c *sector.Company) sector.Figure { return c.Revenue }},
	} {
		flag := func(c *sector.Company) string {
			if f.figure(c).Status() == sector.Suppressed {
				return suppressed
			}
			return ""
		}
		all = append(all, f, column{name: f.name + "_flag", text: flag})
	}
	return all
}

// suppressed is the flag of a figure that somebody knows and may not tell.
const suppressed = "suppressed"

// value is what a row has in the column, as drivers take it.
func (k *column) value(c *sector.Company) any {
	switch {
	case k.text != nil:
		return k.text(c)
	case k.number != nil:
		return int32(k.number(c))
	}
	return known(k.figure(c))
}

// known is a figure as a pointer, nil for NULL.
func known(f sector.Figure) *float64 {
	if !f.Known() {
		return nil
	}
	x := f.Float64()
	return &x
}

// row is the values of all columns.
func row(columns []column, c *sector.Company) []any {
	out := make([]any, len(columns))
	for i := range columns {
		out[i] = columns[i].value(c)
	}
	return out
}

// names are those of the columns.
func names(columns []column) []string {
	var out []string
	for i := range columns {
		out = append(out, columns[i].name)
	}
	return out
}
