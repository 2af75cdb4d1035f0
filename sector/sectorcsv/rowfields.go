package sectorcsv

import "smartcity/sector"

// textField is a field of text: where a row has it and where it goes.
type textField struct {
	name string
	code bool // a code, of which a spreadsheet may have made 620100.0
	from func(*row) string
	to   func(*sector.Company) *string
	at   int // column
}

func textFields() []textField {
	return []textField{
		{"id", true, func(r *row) string { return r.ID }, func(c *sector.Company) *string { return &c.ID }, 0},
		{"establishment", true, func(r *row) string { return r.Establishment }, func(c *sector.Company) *string { return &c.Establishment }, 0},
		{"name", false, func(r *row) string { return r.Name }, func(c *sector.Company) *string { return &c.Name }, 0},
		{"sector", false, func(r *row) string { return r.Sector }, func(c *sector.Company) *string { return &c.Sector }, 0},
		{"industry_code", true, func(r *row) string { return r.IndustryCode }, func(c *sector.Company) *string { return &c.IndustryCode }, 0},
		{"region", false, func(r *row) string { return r.Region }, func(c *sector.Company) *string { return &c.Region }, 0},
		{"municipality", false, func(r *row) string { return r.Municipality }, func(c *sector.Company) *string { return &c.Municipality }, 0},
	}
}

// yearField is a field that is a year.
type yearField struct {
	name     string
	required bool
	from     func(*row) string
	to       func(*sector.Company) *int
	at       int
}

func yearFields() []yearField {
	return []yearField{
		{"year", true, func(r *row) string { return r.Year }, func(c *sector.Company) *int { return &c.Year }, 0},
		{"founded", false, func(r *row) string { return r.Founded }, func(c *sector.Company) *int { return &c.Founded }, 0},
	}
}

// figureField is a field that is a figure.
type figureField struct {
	name string
	from func(*row) string
	at   int
}

func figureFields() []figureField {
	return []figureField{
		{"fte", func(r *row) string { return r.FTE }, 0},
		{"employees", func(r *row) string { return r.Employees }, 0},
		{"revenue", func(r *row) string { return r.Revenue }, 0},
		{"firms", func(r *row) string { return r.Firms }, 0},
		{"share", func(r *row) string { return r.Share }, 0},
	}
}

// figureOf is the figure of a field.
func figureOf(c *sector.Company, field string) *sector.Figure {
	switch field {
	case "fte":
		return &c.FTE
	case "employees":
		return &c.Employees
	case "revenue":
		return &c.Revenue
	case "firms":
		return &c.Firms
	}
	return &c.Share
}
