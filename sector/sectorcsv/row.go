package sectorcsv

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"smartcity/growth/locale"
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

	Others anything `csv:"(ignored)"`
}

// anything notes whether one of the columns that are not used holds something,
// so that a row is not taken for blank.
type anything bool

// UnmarshalCSV is called by gocsv for each such column.
func (a *anything) UnmarshalCSV(s string) error {
	*a = *a || s != ""
	return nil
}

// textField is a field of text: where a row has it and where it goes.
type textField struct {
	name string
	from func(*row) string
	to   func(*sector.Company) *string
}

func textFields() []textField {
	return []textField{
		{"id", func(r *row) string { return r.ID }, func(c *sector.Company) *string { return &c.ID }},
		{"establishment", func(r *row) string { return r.Establishment }, func(c *sector.Company) *string { return &c.Establishment }},
		{"name", func(r *row) string { return r.Name }, func(c *sector.Company) *string { return &c.Name }},
		{"sector", func(r *row) string { return r.Sector }, func(c *sector.Company) *string { return &c.Sector }},
		{"industry_code", func(r *row) string { return r.IndustryCode }, func(c *sector.Company) *string { return &c.IndustryCode }},
		{"region", func(r *row) string { return r.Region }, func(c *sector.Company) *string { return &c.Region }},
		{"municipality", func(r *row) string { return r.Municipality }, func(c *sector.Company) *string { return &c.Municipality }},
	}
}

// figureField is a field that is a figure.
type figureField struct {
	name string
	from func(*row) string
	to   func(*sector.Company) *sector.Figure
}

func figureFields() []figureField {
	return []figureField{
		{"fte", func(r *row) string { return r.FTE }, func(c *sector.Company) *sector.Figure { return &c.FTE }},
		{"employees", func(r *row) string { return r.Employees }, func(c *sector.Company) *sector.Figure { return &c.Employees }},
		{"revenue", func(r *row) string { return r.Revenue }, func(c *sector.Company) *sector.Figure { return &c.Revenue }},
		{"firms", func(r *row) string { return r.Firms }, func(c *sector.Company) *sector.Figure { return &c.Firms }},
		{"share", func(r *row) string { return r.Share }, func(c *sector.Company) *sector.Figure { return &c.Share }},
	}
}

// company converts a row.
func (d *decoder) company(r *row) (sector.Company, error) {
	c := sector.Company{Year: d.opt.Year}
	for _, f := range d.texts {
		text, err := clean(f.from(r))
		if err != nil {
			return c, d.cell(f.name, f.from(r), err)
		}
		*f.to(&c) = text
	}
	var err error
	if _, ok := d.columns["year"]; ok {
		if c.Year, err = year(strings.TrimSpace(r.Year)); err != nil {
			return c, d.cell("year", r.Year, err)
		}
	}
	currency := ""
	for _, f := range d.figures {
		text := strings.TrimSpace(f.from(r))
		if f.name == "revenue" {
			*f.to(&c), currency, err = money(text, d.report.Notation, d.opt.RevenueUnit)
		} else {
			*f.to(&c), err = number(text, d.report.Notation)
		}
		if err != nil {
			return c, d.cell(f.name, f.from(r), err)
		}
		d.weigh(f.name, text)
	}
	if s := strings.TrimSpace(r.Founded); s != "" {
		if _, not := unknown(s); !not {
			if c.Founded, err = year(s); err != nil {
				return c, d.cell("founded", r.Founded, err)
			}
		}
	}
	if err := c.Validate(); err != nil {
		e, ok := errors.AsType[*sector.FieldError](err)
		if !ok {
			return c, err
		}
		return c, d.cell(e.Field, d.text(r, e.Field), e)
	}
	// Last, so that a row left out for another reason neither takes the place of
	// a company-year nor names the currency.
	if err := d.once(&c); err != nil {
		return c, err
	}
	return c, d.money(r, currency)
}

// clean trims a text and writes it in Unicode NFC, so that groups do not split
// over spellings that look the same. Text must be UTF-8 without control
// characters other than line breaks and tabs.
func clean(s string) (string, error) {
	if !utf8.ValidString(s) {
		return "", &wanted{"want text in UTF-8"}
	}
	for _, r := range s {
		if unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' {
			return "", &wanted{fmt.Sprintf("want text without the control character %U", r)}
		}
	}
	return norm.NFC.String(strings.TrimSpace(s)), nil
}

// weigh notes what a number says of the notation, where only the separator
// has said something so far.
func (d *decoder) weigh(field, text string) {
	if !d.inferred || d.proven {
		return
	}
	proves, doubtful := groups(text, d.report.Notation)
	if proves {
		d.proven = true
	}
	if doubtful && d.doubtful == nil {
		d.doubtful, _ = d.cell(field, text, &wanted{"could be a number of thousands or one with three decimals, and no other number of the file tells; say which (-decimal comma or -decimal point)"}).(*Error)
	}
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
		case !locale.IsCurrency(n.currency):
			return d.cell(n.field, n.currency, &wanted{"want a currency code of ISO 4217 in capitals"})
		case d.opt.Currency != "" && d.opt.Currency != n.currency:
			return d.fatal(n.field, d.text(r, n.field), fmt.Sprintf("the currency is %s, but %s was asked for", n.currency, d.opt.Currency))
		case d.currency != "" && d.currency != n.currency:
			return d.fatal(n.field, d.text(r, n.field), fmt.Sprintf("a second currency, %s, after %s in line %d", n.currency, d.currency, d.currencyLine))
		case d.currency == "":
			d.currency, d.currencyLine = n.currency, d.line
		}
	}
	return nil
}

// once checks that a company-year is new, and that a company does not stand
// there both whole and by establishment.
func (d *decoder) once(c *sector.Company) error {
	if c.ID == "" && c.Establishment == "" {
		return nil
	}
	key := companyYear{c.ID, c.Establishment, c.Year, false}
	if line, ok := d.seen[key]; ok {
		what := fmt.Sprintf("a second row for the company in %d, after line %d", c.Year, line)
		if c.Establishment != "" {
			what = fmt.Sprintf("a second row for establishment %s of the company in %d, after line %d", quote(c.Establishment), c.Year, line)
		}
		return d.cell("id", c.ID, &wanted{what})
	}
	if d.report.Has("establishment") && c.ID != "" {
		other := companyYear{id: c.ID, year: c.Year, parted: c.Establishment == ""}
		if line, ok := d.seen[other]; ok {
			return d.cell("establishment", c.Establishment, &wanted{fmt.Sprintf("a row for the whole company %s in %d and one for an establishment of it (other row in line %d) would count its jobs twice", quote(c.ID), c.Year, line)})
		}
		if c.Establishment != "" {
			d.seen[companyYear{id: c.ID, year: c.Year, parted: true}] = d.line
		}
	}
	d.seen[key] = d.line
	return nil
}

// count notes what is not known of a company that is kept.
func (d *decoder) count(c *sector.Company) {
	if c.ID == "" && c.Establishment == "" {
		d.report.Unchecked++
	}
	if c.Share.Known() && c.Share.Float64() < 1 {
		d.below1++
	}
	for i, known := range d.known {
		switch known(c) {
		case sector.Missing:
			d.report.Columns[i].Missing++
		case sector.Suppressed:
			d.report.Columns[i].Suppressed++
		}
	}
}

// status returns how to tell whether a company has a field.
func status(field string) func(*sector.Company) sector.Status {
	stated := func(ok bool) sector.Status {
		if ok {
			return sector.Known
		}
		return sector.Missing
	}
	for _, f := range figureFields() {
		if f.name == field {
			return func(c *sector.Company) sector.Status { return f.to(c).Status() }
		}
	}
	for _, f := range textFields() {
		if f.name == field {
			return func(c *sector.Company) sector.Status { return stated(*f.to(c) != "") }
		}
	}
	if field == "founded" {
		return func(c *sector.Company) sector.Status { return stated(c.Founded != 0) }
	}
	return func(*sector.Company) sector.Status { return sector.Known }
}

// text is the cell of a field as the file writes it.
func (d *decoder) text(r *row, field string) string {
	for _, f := range d.figures {
		if f.name == field {
			return f.from(r)
		}
	}
	return map[string]string{"year": r.Year, "founded": r.Founded, "currency": r.Currency}[field]
}
