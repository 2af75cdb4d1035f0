package sectorcsv

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"smartcity/sector"
)

// row is a row of the file as gocsv fills it: text only, since gocsv's own
// conversions read "17.600" as 17.6 and a blank as 0.
type row struct {
	ID            string `csv:"id"`
	Establishment string `csv:"establishment"`
	Name          string `csv:"name"`
	Sector        string `csv:"sector"`
	IndustryCode  string `csv:"industry_code"`
	Region        string `csv:"region"`
	Municipality  string `csv:"municipality"`
	Year          string `csv:"year"`
	FTE           string `csv:"fte"`
	Employees     string `csv:"employees"`
	Revenue       string `csv:"revenue"`
	Firms         string `csv:"firms"`
	Founded       string `csv:"founded"`
	Share         string `csv:"share"`
	Currency      string `csv:"currency"`
}

// text is the cell of a field that is not text.
func (r *row) text(field string) string {
	switch field {
	case "year":
		return r.Year
	case "fte":
		return r.FTE
	case "employees":
		return r.Employees
	case "revenue":
		return r.Revenue
	case "firms":
		return r.Firms
	case "founded":
		return r.Founded
	case "share":
		return r.Share
	case "currency":
		return r.Currency
	}
	return ""
}

// company converts a row.
func (d *decoder) company(r *row) (sector.Company, error) {
	c := sector.Company{Year: d.opt.Year}
	for _, t := range []struct {
		field string
		from  string
		to    *string
	}{
		{"id", r.ID, &c.ID}, {"establishment", r.Establishment, &c.Establishment}, {"name", r.Name, &c.Name},
		{"sector", r.Sector, &c.Sector}, {"industry_code", r.IndustryCode, &c.IndustryCode},
		{"region", r.Region, &c.Region}, {"municipality", r.Municipality, &c.Municipality},
	} {
		if !utf8.ValidString(t.from) {
			return c, d.cell(t.field, t.from, &wanted{"want text in UTF-8"})
		}
		*t.to = strings.TrimSpace(t.from)
	}
	var err error
	if _, ok := d.columns["year"]; ok {
		if c.Year, err = year(strings.TrimSpace(r.Year)); err != nil {
			return c, d.cell("year", r.Year, err)
		}
	}
	for _, n := range []struct {
		field string
		from  string
		to    *sector.Figure
	}{{"fte", r.FTE, &c.FTE}, {"employees", r.Employees, &c.Employees}, {"firms", r.Firms, &c.Firms}, {"share", r.Share, &c.Share}} {
		if *n.to, err = number(strings.TrimSpace(n.from), d.report.Notation); err != nil {
			return c, d.cell(n.field, n.from, err)
		}
	}
	var currency string
	if c.Revenue, currency, err = money(strings.TrimSpace(r.Revenue), d.report.Notation, d.opt.RevenueUnit); err != nil {
		return c, d.cell("revenue", r.Revenue, err)
	}
	if s := strings.TrimSpace(r.Founded); s != "" {
		if _, not := unknown(s); !not {
			if c.Founded, err = year(s); err != nil {
				return c, d.cell("founded", r.Founded, err)
			}
		}
	}
	if err := c.Validate(); err != nil {
		if e, ok := errors.AsType[*sector.FieldError](err); ok {
			return c, d.cell(e.Field, r.text(e.Field), e)
		}
		return c, err
	}
	if err := d.money(r, currency); err != nil {
		return c, err
	}
	return c, d.once(&c)
}

// money checks that the file names one currency.
func (d *decoder) money(r *row, currency string) error {
	for _, n := range []struct{ field, currency string }{{"revenue", currency}, {"currency", strings.TrimSpace(r.Currency)}} {
		if strings.EqualFold(n.currency, "kr") || strings.EqualFold(n.currency, "kr.") {
			n.currency = "DKK"
		}
		switch {
		case n.currency == "":
			continue
		case !isCurrency(n.currency):
			return d.cell(n.field, n.currency, &wanted{"want a currency code of three capital letters"})
		case d.opt.Currency != "" && d.opt.Currency != n.currency:
			return d.fatal(n.field, r.text(n.field), fmt.Sprintf("the currency is %s, but %s was asked for", n.currency, d.opt.Currency))
		case d.currency != "" && d.currency != n.currency:
			return d.fatal(n.field, r.text(n.field), fmt.Sprintf("a second currency, %s, after %s in line %d", n.currency, d.currency, d.currencyLine))
		case d.currency == "":
			d.currency, d.currencyLine = n.currency, d.line
		}
	}
	return nil
}

// once checks that a company-year is new.
func (d *decoder) once(c *sector.Company) error {
	if c.ID == "" {
		return nil
	}
	key := companyYear{c.ID, c.Establishment, c.Year}
	if line, ok := d.seen[key]; ok {
		what := fmt.Sprintf("a second row for the company in %d, after line %d", c.Year, line)
		if c.Establishment != "" {
			what = fmt.Sprintf("a second row for establishment %s of the company in %d, after line %d", quote(c.Establishment), c.Year, line)
		}
		return d.cell("id", c.ID, &wanted{what})
	}
	d.seen[key] = d.line
	return nil
}

// count notes what is not known of a company that is kept.
func (d *decoder) count(c *sector.Company) {
	for i := range d.report.Columns {
		column := &d.report.Columns[i]
		var f sector.Figure
		switch column.Field {
		case "fte":
			f = c.FTE
		case "employees":
			f = c.Employees
		case "revenue":
			f = c.Revenue
		case "firms":
			f = c.Firms
		case "share":
			if f = c.Share; f.Known() && f.Float64() < 1 {
				d.below1++
			}
		default:
			f = d.stated(column.Field, c)
		}
		switch f.Status() {
		case sector.Missing:
			column.Missing++
		case sector.Suppressed:
			column.Suppressed++
		}
	}
}

// stated is a known figure if the company has a text in the field.
func (d *decoder) stated(field string, c *sector.Company) sector.Figure {
	empty := false
	switch field {
	case "id":
		empty = c.ID == ""
	case "establishment":
		empty = c.Establishment == ""
	case "name":
		empty = c.Name == ""
	case "sector":
		empty = c.Sector == ""
	case "industry_code":
		empty = c.IndustryCode == ""
	case "region":
		empty = c.Region == ""
	case "municipality":
		empty = c.Municipality == ""
	case "founded":
		empty = c.Founded == 0
	}
	if empty {
		return sector.Figure{}
	}
	return sector.Value(1)
}

// close completes the report.
func (d *decoder) close() {
	d.report.Currency = "DKK"
	for _, c := range []string{d.opt.Currency, d.currency} {
		if c != "" {
			d.report.Currency = c
		}
	}
	if d.below1 > 0 {
		d.report.Warnings = append(d.report.Warnings, &ShareNotApplied{d.headers[d.columns["share"]], d.below1})
	}
}
