package sectorcsv

import "smartcity/sector"

// reported is a column of the report.
type reported struct {
	field string
	year  int
	at    int // column of the file
}

// keys are the names under which gocsv fills a row.
func (p *plan) keys() []string {
	keys := make([]string, len(p.columns))
	for i, c := range p.columns {
		switch {
		case p.isFlag(i):
			keys[i] = "(flag)"
		case c.year != 0:
			keys[i] = "(wide)"
		case c.field == "":
			keys[i] = "(ignored)"
		default:
			keys[i] = c.field
		}
	}
	return keys
}

// describe begins the report.
func (d *decoder) describe() {
	for i, c := range d.plan.columns {
		header := d.plan.headers[i]
		d.expect = append(d.expect, c.expected())
		if c.field == "" && !d.plan.isFlag(i) {
			d.report.Ignored = append(d.report.Ignored, d.plan.title(i))
			d.others = append(d.others, i)
			continue
		}
		field := c.field
		if d.plan.isFlag(i) {
			field = "(flag)"
		}
		d.report.Columns = append(d.report.Columns, Column{Field: field, Header: header, Year: c.year, Unit: c.unit})
		d.columns = append(d.columns, reported{field, c.year, i})
	}
	switch {
	case d.plan.has("establishment"):
		d.report.Firms = sector.CountIDs
	case d.plan.has("firms"):
		d.report.Firms = sector.CountColumn
	}
	for _, f := range textFields() {
		if f.at = d.plan.at(f.name); f.at >= 0 {
			d.texts = append(d.texts, f)
		}
	}
	for _, f := range yearFields() {
		if f.at = d.plan.at(f.name); f.at >= 0 {
			d.years = append(d.years, f)
		}
	}
	for _, f := range figureFields() {
		if f.at = d.plan.at(f.name); f.at >= 0 {
			d.figures = append(d.figures, f)
		}
	}
}
