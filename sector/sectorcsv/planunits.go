package sectorcsv

import (
	"fmt"
	"strings"

	"smartcity/sector"
)

// multiplierColumn refuses a column that may hold powers of ten for each row.
func (p *plan) multiplierColumn(opt *Options) error {
	for i, h := range p.headers {
		if accentless(h) == "unitmult" && p.columns[i].field == "" && opt.RevenueUnit == 0 && (p.long || p.has("revenue")) {
			return fmt.Errorf("column %q may hold the power of ten of each row's unit, which is not read; say what one unit of revenue is worth (-revenue-unit, 1 if the column says nothing of it)", h)
		}
	}
	return nil
}

// units takes the units and the currency of the headers; what the caller says
// of revenue comes first.
func (p *plan) units(parts []heading, opt *Options) error {
	// Kroner are those of the country that another header names.
	for _, kroner := range []bool{false, true} {
		for i, c := range p.columns {
			h := parts[i]
			if kroner != (h.currency == "kr") {
				continue
			}
			if c.field == value && (h.unit != 1 || h.currency != "" || h.odd != "") {
				return fmt.Errorf("header %q names a unit of all figures; in a file with one figure a row units stand beside the name of each figure", p.headers[i])
			}
			if h.field == "" {
				h.odd = h.oddFor(c.field)
			}
			if err := p.unitOf(i, h, fmt.Sprintf("header %q", p.headers[i]), opt); err != nil {
				return err
			}
		}
	}
	return nil
}

// unitOf takes the unit and the currency of a column; what says where they
// stand.
func (p *plan) unitOf(i int, h heading, what string, opt *Options) error {
	c := &p.columns[i]
	if !isFigure(c.field) {
		return nil
	}
	switch {
	case c.field == "revenue" && opt.RevenueUnit != 0:
		c.unit = opt.RevenueUnit
	case h.odd != "":
		return fmt.Errorf("%s seems to name a unit, %q, that is not known; say what one unit of it is worth (-revenue-unit), or name the column otherwise", what, h.odd)
	case c.unit == 1:
		c.unit = h.unit
	case h.unit != 1 && h.unit != c.unit:
		return fmt.Errorf("%s names a unit of %v, and the header above it one of %v", what, sector.Value(h.unit), sector.Value(c.unit))
	}
	c.stated = c.stated || h.unit != 1 || h.currency != ""
	if h.currency == "kr" { // the file's kroner, Danish ones unless the caller or another header says otherwise
		h.currency = kronerOf(opt.Currency, p.currency)
	}
	switch {
	case h.currency == "":
	case c.field != "revenue":
		return fmt.Errorf("%s names a currency, %s, and %s is no money", what, h.currency, c.field)
	case opt.Currency != "" && opt.Currency != h.currency:
		return fmt.Errorf("%s names the currency %s, but %s was asked for", what, h.currency, opt.Currency)
	case p.currency != "" && p.currency != h.currency:
		return fmt.Errorf("the headers name two currencies, %s and %s", p.currency, h.currency)
	default:
		p.currency = h.currency
	}
	return nil
}

// unitsLine takes the units of a second line of headers, such as
//
//	id;sector;year;Jobs;Revenue
//	;;;FTE;DKK m
//
// if the first row below the header is one: where columns of figures hold units
// and the others nothing.
func (p *plan) unitsLine(s *sample, opt *Options) (found bool, err error) {
	if s.header+1 >= len(s.rows) || len(s.rows[s.header+1]) != len(p.columns) {
		return false, nil
	}
	units := make([]unitPhrase, len(p.columns))
	for i, cell := range s.rows[s.header+1] {
		cell = strings.TrimSpace(cell)
		u, ok := parseUnit(cell)
		isUnit := ok && hasWord(cell)
		switch c := p.columns[i]; {
		case cell == "", c.field == "" && isUnit, c.field == "unit", !isFigure(c.field) && c.field != value && recognise(cell) == "unit":
		case (isFigure(c.field) || c.field == value) && isUnit:
			units[i], found = u, true
		default:
			return false, nil
		}
	}
	if !found {
		return false, nil
	}
	for i, u := range units {
		if u.text == "" {
			continue
		}
		what := fmt.Sprintf("the line below header %q", p.headers[i])
		c := p.columns[i]
		switch {
		case c.field == value:
			return false, fmt.Errorf("%s names a unit of all figures, %q; in a file with one figure a row units stand beside the name of each figure", what, u.text)
		case u.field != "" && u.field != c.field:
			return false, fmt.Errorf("%s says %q, and the column is read as %s; name what it holds (-column)", what, u.text, c.field)
		case (u.counts || u.field != "") && (c.field == "revenue" || c.field == "share"), u.unit == .01 && c.field != "share":
			return false, fmt.Errorf("%s says %q, which is no unit of %s", what, u.text, c.field)
		}
		if err := p.unitOf(i, heading{unit: u.unit, currency: u.currency}, what, opt); err != nil {
			return false, err
		}
	}
	return true, nil
}
