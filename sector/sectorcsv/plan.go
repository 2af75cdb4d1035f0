package sectorcsv

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"smartcity/sector"
)

// plan is what every column of a file is for. It is made of the header and
// does not change.
type plan struct {
	headers []string
	columns []planned
	wide    bool // figures of several years stand in a row
	long    bool // one figure stands in a row
	danish  bool // a header is one that only Danes use

	currency string // that a header names
	flags    []planFlag
}

// planned is a column: the field it holds, "" for none, and of which year its
// figures are in a wide file.
type planned struct {
	field  string
	year   int
	unit   float64
	stated bool // the file or the caller says what the unit is
}

// planFlag is a companion column: where code stands in it, a zero of the field
// is suppressed.
type planFlag struct {
	field  string
	column int
	code   string
}

// The columns of a long file are no fields of a company.
const (
	variable = "(variable)"
	value    = "(value)"
)

// newPlan decides about every column.
func newPlan(headers []string, opt *Options) (*plan, error) {
	p := &plan{columns: make([]planned, len(headers))}
	for i, h := range headers {
		if !utf8.ValidString(h) {
			return nil, fmt.Errorf("the header of column %d, %s, is not UTF-8", i+1, quote(h))
		}
		p.headers = append(p.headers, strings.TrimSpace(h))
		p.columns[i].unit = 1
	}
	parts := make([]heading, len(headers))
	for i, h := range p.headers {
		parts[i] = parseHeader(h)
		p.danish = p.danish || parts[i].danish
	}
	if err := p.mapped(parts, opt); err != nil {
		return nil, err
	}
	if err := p.recognised(parts, opt); err != nil {
		return nil, err
	}
	first := map[string]int{}
	for i, h := range p.headers {
		if j, twice := first[h]; twice && h != "" {
			return nil, fmt.Errorf("header %q stands there twice, as columns %d and %d", h, j+1, i+1)
		}
		first[h] = i
	}
	if err := p.shape(opt); err != nil {
		return nil, err
	}
	return p, p.units(parts, opt)
}

// mapped gives columns the fields that the caller names them for.
func (p *plan) mapped(parts []heading, opt *Options) error {
	names := map[string]string{}
	maps.Copy(names, opt.Columns)
	if opt.Long.Variable != "" {
		names[variable], names[value] = opt.Long.Variable, opt.Long.Value
	}
	for _, field := range sortedKeys(names) {
		i, err := find(p.headers, names[field])
		if err != nil {
			return fmt.Errorf("for %s: %w", field, err)
		}
		if other := p.columns[i].field; other != "" {
			return fmt.Errorf("header %q is given for %s and for %s", p.headers[i], other, field)
		}
		p.columns[i].field = field
		if isFigure(field) {
			p.columns[i].year = parts[i].year
		}
	}
	for _, field := range figureFields() {
		flag, ok := opt.Flags[field.name]
		if !ok {
			continue
		}
		i, err := find(p.headers, flag.Column)
		if err != nil {
			return fmt.Errorf("for the flag of %s: %w", field.name, err)
		}
		p.flags = append(p.flags, planFlag{field.name, i, flag.Code})
	}
	return nil
}

// recognised gives the other columns the fields that their headers name.
func (p *plan) recognised(parts []heading, opt *Options) error {
	byRow := opt.Year != 0 || p.has("year") || slices.ContainsFunc(parts, func(h heading) bool { return h.field == "year" && h.year == 0 })
	held := map[planned]int{}
	for i, c := range p.columns {
		if c.field != "" {
			held[planned{field: c.field, year: c.year}] = i
		}
	}
	for i, h := range p.headers {
		c := planned{field: parts[i].field, year: parts[i].year, unit: 1}
		if y := yearHeader(h); opt.YearColumns != "" && y != 0 {
			c.field, c.year = opt.YearColumns, y
		}
		// A field that the caller names a column for has that one only, unless the
		// columns are of other years.
		if _, taken := opt.Columns[c.field]; c.field == "" || taken && (c.year == 0 || byRow) || p.columns[i].field != "" || p.isFlag(i) {
			continue
		}
		if c.year != 0 && !isFigure(c.field) {
			continue
		}
		if j, twice := held[planned{field: c.field, year: c.year}]; twice {
			return fmt.Errorf("headers %q and %q both stand for %s; name the one that holds it (-column %s=%s)", p.headers[j], h, c.field, c.field, h)
		}
		held[planned{field: c.field, year: c.year}] = i
		p.columns[i] = c
	}
	if p.has(variable) || slices.ContainsFunc(p.columns, func(c planned) bool { return isFigure(c.field) }) {
		return nil
	}
	// No figure: a file with one figure a row has a column that says which.
	at := func(names ...string) int {
		return slices.IndexFunc(p.headers, func(h string) bool { return slices.Contains(names, accentless(h)) })
	}
	i := at("variable", "variabel", "measure", "indicator", "indikator", "item", "tal", "maal", "mal")
	j := at("value", "vaerdi", "indhold", "obsvalue", "figure")
	if i >= 0 && j >= 0 && p.columns[i].field == "" && p.columns[j].field == "" {
		p.columns[i].field, p.columns[j].field = variable, value
	}
	return nil
}

// yearHeader is the year that a header is, with or without a mark such as an
// asterisk behind it, 0 if it is none.
func yearHeader(h string) int {
	digits := strings.TrimRightFunc(h, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	y, err := fourDigits(digits)
	if err != nil || y < sector.FirstYear || y > sector.LastYear {
		return 0
	}
	return y
}

func (p *plan) isFlag(i int) bool {
	return slices.ContainsFunc(p.flags, func(f planFlag) bool { return f.column == i })
}

// shape finds out whether the file is wide or long, and whether what is
// required is there.
func (p *plan) shape(opt *Options) error {
	p.long = p.has(variable)
	for i, c := range p.columns {
		if c.year == 0 {
			continue
		}
		switch mapped := opt.Columns[c.field] != ""; {
		case !p.has("year") && opt.Year == 0:
			p.wide = true
		case mapped && opt.Year != 0 && opt.Year != c.year:
			return fmt.Errorf("header %q is of the year %d, and %d is given", p.headers[i], c.year, opt.Year)
		case mapped: // the year is part of the name the caller chose
			p.columns[i].year = 0
		default:
			return fmt.Errorf("header %q is of the year %d, but the year of a row is given as well; name what is to be read (-column)", p.headers[i], c.year)
		}
	}
	if p.wide {
		for i, c := range p.columns {
			if isFigure(c.field) && c.field != "share" && c.year == 0 {
				return fmt.Errorf("header %q names no year, and the other figures do", p.headers[i])
			}
		}
	}
	switch {
	case opt.Concordance != nil && !p.has("industry_code"):
		return absent("industry_code", p.headers)
	case !p.has("sector") && opt.Concordance == nil:
		if p.has("industry_code") {
			return fmt.Errorf("%w; industry codes become sectors by a concordance (-concordance FILE)", absent("sector", p.headers))
		}
		return absent("sector", p.headers)
	case !p.has("year") && opt.Year == 0 && !p.wide:
		return fmt.Errorf("%w; a file of one year needs -year", absent("year", p.headers))
	case p.has("year") && opt.Year != 0:
		return fmt.Errorf("the file has a year column, %q, so the year %d cannot be given for it", p.headers[p.at("year")], opt.Year)
	case !p.long && !p.has("fte") && !p.has("employees") && !p.has("revenue") && !p.has("firms"):
		return absent("fte, employees, revenue or firms", p.headers)
	case p.has("establishment") && !p.has("id"):
		return fmt.Errorf("establishments without a column for id: the firms they belong to cannot be counted")
	case p.long && (p.has("share") || p.wide):
		return fmt.Errorf("the file has one figure a row, in %q, and figures in other columns too", p.headers[p.at(value)])
	case len(p.flags) > 0 && (p.wide || p.long):
		return fmt.Errorf("flags are read in files with one company-year a row only")
	}
	for _, f := range p.flags {
		if !p.has(f.field) {
			return fmt.Errorf("there is a flag for %s and no column for it", f.field)
		}
	}
	if err := p.multiplierColumn(opt); err != nil {
		return err
	}
	if i := p.at("firms"); i >= 0 && p.has("establishment") {
		for i, c := range p.columns {
			if c.field == "firms" { // they are counted by id then
				p.columns[i] = planned{unit: 1}
			}
		}
	}
	return nil
}

// headerOf is the header of a field, or that of the values of a long file.
func (p *plan) headerOf(field string) string {
	for _, f := range []string{field, value} {
		if at := p.at(f); at >= 0 {
			return p.headers[at]
		}
	}
	return field
}

// title is the header of a column, or its number where there is none.
func (p *plan) title(i int) string {
	if p.headers[i] == "" {
		return fmt.Sprintf("column %d", i+1)
	}
	return p.headers[i]
}

// expected is what the column must hold.
func (c *planned) expected() expected {
	switch {
	case isFigure(c.field) || c.field == value:
		return aNumber
	case c.field == "year":
		return aYear
	case c.field == "founded":
		return aYearOrNone
	}
	return anyText
}

// at is the first column of a field, −1 if there is none.
func (p *plan) at(field string) int {
	return slices.IndexFunc(p.columns, func(c planned) bool { return c.field == field })
}

func (p *plan) has(field string) bool { return p.at(field) >= 0 }

// isKnown reports whether a header is recognised, for the search of the header
// line.
func (o *Options) isKnown(header string) bool {
	// Every field has letters in its names, as most cells of figures have not.
	if strings.ContainsFunc(header, unicode.IsLetter) && parseHeader(strings.TrimSpace(header)).field != "" {
		return true
	}
	for _, mapped := range o.Columns {
		if fold(mapped) == fold(header) {
			return true
		}
	}
	return o.Long.Variable != "" && (fold(o.Long.Variable) == fold(header) || fold(o.Long.Value) == fold(header))
}
