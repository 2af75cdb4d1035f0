package sectorcsv

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

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

	Variable string `csv:"(variable)"` // of a long file
	Value    string `csv:"(value)"`

	Wide   cells    `csv:"(wide)"` // the columns with a year, in the order of the file
	Flags  cells    `csv:"(flag)"`
	Others anything `csv:"(ignored)"`
}

// blank reports whether nothing stands in the row.
func (r *row) blank() bool {
	for _, c := range append(r.Wide, r.Flags...) {
		if c != "" {
			return false
		}
	}
	plain := *r
	plain.Wide, plain.Flags = nil, nil
	return plain.ID == "" && plain.Establishment == "" && plain.Name == "" && plain.Sector == "" && plain.IndustryCode == "" && plain.Region == "" && plain.Municipality == "" &&
		plain.Year == "" && plain.FTE == "" && plain.Employees == "" && plain.Revenue == "" && plain.Firms == "" && plain.Founded == "" && plain.Share == "" && plain.Currency == "" &&
		plain.Variable == "" && plain.Value == "" && !bool(plain.Others)
}

// cells gathers the cells of all columns that go by one name.
type cells []string

// UnmarshalCSV is called by gocsv for each such column, from left to right.
func (c *cells) UnmarshalCSV(s string) error {
	*c = append(*c, s)
	return nil
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
	for _, f := range d.texts {
		text, mended, err := clean(f.from(r), f.code, d.report.Dialect.Encoding != UTF8)
		if err != nil {
			return c, d.cell(f.at, f.from(r), err)
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
	for _, y := range d.years {
		if s := strings.TrimSpace(y.from(r)); y.required || !d.isMarker(s) {
			n, mended, err := year(s)
			if err != nil {
				return c, d.cell(y.at, y.from(r), err)
			}
			if mended {
				d.mended(y.at, y.from(r))
			}
			*y.to(&c.company) = n
		}
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
	return c, d.validate(&c.company, r)
}

// figure reads a cell into its field.
func (d *decoder) figure(c *found, field string, at int, text string, unit float64) error {
	s := strings.TrimSpace(text)
	var f sector.Figure
	var err error
	switch field {
	case "revenue":
		var named string
		if f, named, err = d.values.money(s, unit); named != "" {
			if c.currency != "" && asCurrency(c.currency) != named {
				return d.fatal(at, text, fmt.Sprintf("the currency is %s here and %s in the same row", named, c.currency))
			}
			c.currency, c.named = named, text
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
	*figureOf(&c.company, field) = f
	return nil
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

func (d *decoder) isMarker(s string) bool {
	_, ok := d.values.convention.marker(s)
	return ok
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
		return d.cell(d.plan.at(e.Field), d.text(r, e.Field), e)
	}
	return err
}

// totalOf is the text that tells a row of totals, "" for a company.
func (d *decoder) totalOf(c *sector.Company) string {
	for _, text := range [...]string{c.Sector, c.Region, c.Name} {
		if d.isTotal(text) {
			return text
		}
	}
	return ""
}

// isTotal reports whether a text is a word for totals.
func (d *decoder) isTotal(text string) bool {
	return slices.ContainsFunc(d.totals, func(word string) bool { return len(text) == len(word) && strings.EqualFold(text, word) })
}

// text is the cell of a field as the file writes it.
func (d *decoder) text(r *row, field string) string {
	for _, f := range figureFields() {
		if f.name == field {
			return f.from(r)
		}
	}
	return map[string]string{"year": r.Year, "founded": r.Founded}[field]
}

// clean trims a text, makes one space of each white space inside it, and
// writes it in Unicode NFC, so that groups do not split over spellings that
// look the same. Text must be UTF-8 without control characters. A code that a
// spreadsheet took for a number, 620100.0, loses its decimal, which mended
// says. In a text that was recoded, U+FFFD is a character that was lost.
func clean(s string, code, recoded bool) (text string, mended bool, err error) {
	plain := true
	for i := range len(s) {
		if c := s[i]; c >= 0x7f || c < 0x20 || c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			plain = false
			break
		}
	}
	if !plain {
		if !utf8.ValidString(s) {
			return "", false, &wanted{"want text in UTF-8"}
		}
		for _, r := range s {
			if isControl(r) {
				return "", false, &wanted{fmt.Sprintf("want text without the control character %U", r)}
			}
			if recoded && r == utf8.RuneError {
				return "", false, &wanted{"want text of which no character is lost"}
			}
		}
		s = norm.NFC.String(strings.Join(strings.Fields(s), " "))
	}
	if code {
		if whole, ok := strings.CutSuffix(s, ".0"); ok && whole != "" && strings.Trim(whole, "0123456789") == "" {
			return whole, true, nil
		}
	}
	return s, false, nil
}
