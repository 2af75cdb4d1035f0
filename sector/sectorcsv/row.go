package sectorcsv

import (
	"errors"
	"fmt"
	"slices"
	"strings"

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
	Unit          string `csv:"unit"`

	Variable string `csv:"(variable)"` // of a long file
	Value    string `csv:"(value)"`

	Wide   cells `csv:"(wide)"` // the columns with a year, in the order of the file
	Flags  cells `csv:"(flag)"`
	Others cells `csv:"(ignored)"`
}

// named are the cells of columns that go by a name of their own.
func (r *row) named() [18]string {
	return [...]string{
		r.ID, r.Establishment, r.Name, r.Sector, r.IndustryCode, r.Region, r.Municipality, r.Year,
		r.FTE, r.Employees, r.Revenue, r.Firms, r.Founded, r.Share, r.Currency, r.Unit, r.Variable, r.Value,
	}
}

// blank reports whether nothing stands in the row.
func (r *row) blank() bool {
	if notBlank(r.Year) || notBlank(r.ID) { // almost always
		return false
	}
	named := r.named()
	for _, some := range [...][]string{named[:], r.Wide, r.Flags, r.Others} {
		if slices.ContainsFunc(some, notBlank) {
			return false
		}
	}
	return true
}

// cells are the cells of a row in the order of the file.
func (p *plan) cells(r *row) []string {
	var out []string
	wide, flags, others := r.Wide, r.Flags, r.Others
	for _, key := range p.keys() {
		switch key {
		case "(wide)":
			out, wide = append(out, wide[0]), wide[1:]
		case "(flag)":
			out, flags = append(out, flags[0]), flags[1:]
		case "(ignored)":
			out, others = append(out, others[0]), others[1:]
		default:
			out = append(out, r.cell(key))
		}
	}
	return out
}

// cell is the cell of a column that goes by a name of its own.
func (r *row) cell(name string) string {
	for i, key := range [...]string{
		"id", "establishment", "name", "sector", "industry_code", "region", "municipality", "year",
		"fte", "employees", "revenue", "firms", "founded", "share", "currency", "unit", variable, value,
	} {
		if key == name {
			return r.named()[i]
		}
	}
	return ""
}

// cells gathers the cells of all columns that go by one name.
type cells []string

// UnmarshalCSV is called by gocsv for each such column, from left to right.
func (c *cells) UnmarshalCSV(s string) error {
	*c = append(*c, s)
	return nil
}

// errSkip says that a row holds no company, and that this is in order.
var errSkip = errors.New("no company")

// found is a company that was read, before it is compared with the others.
type found struct {
	company  sector.Company
	currency string // that the row names
	named    string // the cell that names it, if it is not the currency's own
	line     int
}

// money is the cell that names the currency.
func (f *found) money() string {
	if f.named != "" {
		return f.named
	}
	return f.currency
}

// company converts a row.
func (d *decoder) company(r *row) (found, error) {
	c := found{company: sector.Company{Year: d.opt.Year}, currency: strings.TrimSpace(r.Currency), line: d.line}
	if err := d.note(r); err != nil {
		return c, err
	}
	for _, f := range d.texts {
		text, mended, err := clean(f.from(r), f.code, d.report.Dialect.Encoding != UTF8)
		if err != nil {
			return c, d.cell(f.at, f.from(r), err)
		}
		if f.name == "industry_code" && mended && len(text) == len("62") {
			text, mended, _ = clean(f.from(r), false, false) // 62.0 is a group of NACE
		}
		if mended {
			d.mended(f.at, f.from(r))
		}
		*f.to(&c.company) = text
	}
	if total := d.totalOf(&c.company); total != "" {
		d.report.Totals = append(d.report.Totals, Left{Line: d.line, Text: total})
		return c, errSkip
	}
	d.totalsKept(&c.company, r)
	if err := d.cutDecimals(r); err != nil {
		return c, err
	}
	for _, y := range d.years {
		if s := strings.TrimSpace(y.from(r)); y.required || !d.isMarker(s) {
			n, mended, err := year(s)
			if err != nil && !y.required {
				n, mended, err = dateYear(s, err)
			}
			if err != nil {
				return c, d.cell(y.at, y.from(r), err)
			}
			if mended {
				d.mended(y.at, y.from(r))
			}
			*y.to(&c.company) = n
		}
	}
	if err := d.rowUnit(r); err != nil {
		return c, err
	}
	switch {
	case d.plan.wide:
		return d.unroll(c, r)
	case d.plan.long:
		return c, d.gather(c, r)
	}
	for _, f := range d.figures {
		if err := d.figure(&c, f.name, f.at, f.from(r), d.plan.columns[f.at].unit); err != nil {
			return c, err
		}
	}
	d.flagged(&c.company, r)
	if err := d.validate(&c.company, r); err != nil {
		return c, err
	}
	d.nothingKnown(&c.company)
	return c, nil
}

// figure reads a cell into its field.
func (d *decoder) figure(c *found, field string, at int, text string, unit float64) error {
	s := strings.TrimSpace(text)
	fromRow := false
	if d.unit != nil && !d.isMarker(s) {
		var currency string
		var err error
		if unit, currency, fromRow, err = d.inUnit(field, unit); err != nil {
			return d.cell(d.plan.at("unit"), d.unit.text, err)
		}
		if err := d.names(c, d.plan.at("unit"), d.unit.text, currency); err != nil {
			return err
		}
	}
	var f sector.Figure
	var err error
	switch field {
	case "revenue":
		var named string
		if f, named, err = d.values.money(s, unit); named == "DKK" && !strings.Contains(s, "DKK") {
			named = "kr"
		}
		if err := d.names(c, at, text, named); err != nil {
			return err
		}
	case "share":
		f, err = d.values.share(s, unit)
	default:
		f, err = d.values.number(s, unit)
	}
	if _, whole := err.(*undecided); whole {
		return d.fatal(at, text, err.Error())
	}
	if err != nil {
		return d.cell(at, text, err)
	}
	if fromRow {
		d.inUnits(field, unit)
	}
	*figureOf(&c.company, field) = f
	return nil
}

// names notes the currency that a cell names, "kr" for kroner of any country.
func (d *decoder) names(c *found, at int, text, currency string) error {
	if currency == "" {
		return nil
	}
	if currency == "kr" {
		currency = d.kroner()
		if own := d.asCurrency(c.currency); isKroner(own) {
			currency = own
		}
	}
	if c.currency != "" && d.asCurrency(c.currency) != currency {
		return d.fatal(at, text, fmt.Sprintf("the currency is %s here and %s in the same row", currency, c.currency))
	}
	c.currency, c.named = currency, text
	return nil
}

func (d *decoder) isMarker(s string) bool {
	_, ok := d.values.convention.marker(s)
	return ok
}

// cutDecimals refuses rows in which a decimal comma was taken for a separator,
// so that the decimals stand in a column without a header, right of a figure.
func (d *decoder) cutDecimals(r *row) error {
	if d.report.Dialect.Comma != ',' {
		return nil
	}
	for i, at := range d.others {
		if text := r.Others[i]; text != "" && at > 0 && d.plan.headers[at] == "" && isFigure(d.plan.columns[at-1].field) && isDigits(text) {
			return d.fatal(at-1, "", fmt.Sprintf("%s follows in a column without a header: are these decimals, after a comma that is no separator?", quote(text)))
		}
	}
	return nil
}

// flagged makes suppressed figures of zeros that a companion column marks.
func (d *decoder) flagged(c *sector.Company, r *row) {
	i := 0
	for column := range d.plan.columns {
		if !d.plan.isFlag(column) {
			continue
		}
		text := strings.TrimSpace(r.Flags[i])
		i++
		for _, flag := range d.plan.flags {
			if f := figureOf(c, flag.field); flag.column == column && text == flag.code && *f == sector.Value(0) {
				*f = sector.Hidden()
			}
		}
	}
}

// validate points at the cell that no company can have.
func (d *decoder) validate(c *sector.Company, r *row) error {
	err := c.Validate()
	if e, ok := errors.AsType[*sector.FieldError](err); ok {
		return d.cell(d.plan.at(e.Field), r.cell(e.Field), e)
	}
	return err
}
