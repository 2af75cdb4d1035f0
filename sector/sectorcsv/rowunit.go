package sectorcsv

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"smartcity/sector"
)

// RowUnit is a unit that a column names row by row, and what it was taken for.
type RowUnit struct {
	Text     string  // as the column has it
	Field    string  // of the figures that it was applied to
	Unit     float64 // what one of them is worth
	Currency string  // of revenue, that it names, "" if none
	Count    int     // figures
}

// unitPhrase is a unit that stands by itself, in a cell.
type unitPhrase struct {
	text     string
	unit     float64
	currency string // "kr" for kroner of some country, "" if it names none
	field    string // "fte", "employees" or "firms", if it names what is counted
	counts   bool   // it says that something is counted: "antal"
}

// parseUnit reads a unit: "mio. kr.", "MIO_EUR", "1.000 personer", "antal",
// "årsværk", "%". It must be a unit from end to end: "kr. per capita", "index
// 2015=100" and a name are none.
func parseUnit(text string) (u unitPhrase, ok bool) {
	u = unitPhrase{text: text, unit: 1}
	s := strings.Trim(strings.TrimSpace(text), "()[]")
	if s == "1" {
		return u, true
	}
	if field := countedField(s); field != "" {
		u.field = field
		return u, true
	}
	h := heading{unit: 1}
	words := headerWords(s)
	for _, word := range words {
		field := countedField(word)
		switch {
		case field != "" && (u.field == "" || u.field == field):
			u.field = field
		case isCountWord(accentless(word)):
			u.counts = true
		case isFiller(word):
		case !h.unitWord(word):
			return u, false
		}
	}
	u.unit, u.currency = h.unit, h.currency
	counted := u.field != "" || u.counts
	return u, len(words) > 0 && h.year == 0 && h.odd == "" && !strings.ContainsAny(s, "/=") &&
		!(h.short && h.currency == "") && !(counted && (h.currency != "" || h.unit == .01)) && !(h.currency != "" && h.unit == .01)
}

// countedField is the field that a unit names, "" if none.
func countedField(s string) string {
	switch field := recognise(s); field {
	case "fte", "employees", "firms":
		return field
	}
	if accentless(s) == "fuldtidspersoner" {
		return "fte"
	}
	return ""
}

// isCountWord reports whether a folded word says that something is counted.
func isCountWord(folded string) bool {
	return slices.Contains([]string{
		"antal", "antall", "anzahl", "number", "count", "nr", "no", "nombre", "liczba", "stk", "per", "pers", "person", "persons", "personer", "personen", "people", "heads", "jobs", "employed", "enterprises", "virksomheder",
	}, folded)
}

// settleUnits makes sure that a column of units holds units, as far as the
// sample tells: one at least, and not a number alone. Another column is none,
// and what it holds may matter only where a figure could be in any unit.
func (p *plan) settleUnits(s *sample, opt *Options) error {
	at := p.at("unit")
	if at < 0 || opt.Columns["unit"] != "" {
		return nil
	}
	other := ""
	for _, r := range s.data() {
		switch _, ok := parseUnit(r[at]); {
		case ok && hasWord(r[at]):
			return nil
		case other == "":
			other = strings.TrimSpace(r[at])
		}
	}
	if other == "" {
		return nil
	}
	p.columns[at] = planned{unit: 1}
	if opt.RevenueUnit == 0 && (p.long || p.has("revenue")) {
		return fmt.Errorf("column %q may hold the unit of each row, and %s is no unit that is known; say what one unit of revenue is worth (-revenue-unit, 1 if the column says nothing of it)", p.headers[at], quote(other))
	}
	return nil
}

// hasWord reports whether a text has letters, or signs that stand for words.
func hasWord(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Sc, r) || r == '%' })
}

// rowUnit reads the unit of the row at hand.
func (d *decoder) rowUnit(r *row) error {
	d.unit = nil
	if !d.units {
		return nil
	}
	text := strings.TrimSpace(r.Unit)
	u, ok := d.phrases[text]
	if !ok {
		phrase, isUnit := parseUnit(text)
		if !isUnit && text != "" {
			return d.cell(d.plan.at("unit"), r.Unit, &wanted{"want a unit that is known, such as \"mio. kr.\" or \"antal\""})
		}
		u = &phrase
		d.phrases[text] = u
	}
	d.unit = u
	return nil
}

// inUnit is the unit and the currency of a figure in the row at hand: those that
// the row names, if they are for figures of its field, or else the column's.
// Used says that they were the row's.
func (d *decoder) inUnit(field string, column float64) (unit float64, currency string, used bool, err error) {
	u := d.unit
	counted := u.field != "" || u.counts
	fail := func(text string) (float64, string, bool, error) { return 0, "", false, &wanted{text} }
	other := u.field != "" && u.field != field
	switch {
	case field == "revenue" && d.opt.RevenueUnit != 0:
		return column, u.currency, false, nil
	case field == "revenue" && u.text == "":
		return fail("want the unit of the revenue in this row (or say what one unit of revenue is worth, -revenue-unit)")
	case u.text == "":
		return column, "", false, nil
	case field == "revenue" && (counted || u.unit == .01):
		return fail("is no unit of revenue")
	case field == "share" && u.unit == .01:
		return u.unit, "", true, nil
	case field == "share" && d.plan.long && (u.currency != "" || u.unit != 1 || u.field != ""):
		return fail("is no unit of a share")
	case field == "share":
		return column, "", false, nil // it is for another figure of the row
	case field != "revenue" && (u.unit == .01 || d.plan.long && (u.currency != "" || other)):
		return fail("is no unit of " + field)
	case field != "revenue" && (u.currency != "" || other):
		return column, "", false, nil // it is for another figure of the row
	case u.unit != 1 && u.currency == "" && u.field == "" && !d.plan.long && d.plan.figures() > 1:
		return fail("may be the unit of any figure in the row; name units in the headers instead")
	case u.unit == 1 && u.currency == "": // says only what is counted
		return column, "", true, nil
	case column != 1 && column != u.unit:
		return fail("is another unit than that of the header or the name of the figure, " + sector.Value(column).String())
	}
	return u.unit, u.currency, true, nil
}

// inUnits notes a unit that was applied.
func (d *decoder) inUnits(field string, unit float64) {
	for i := range d.report.Units {
		if u := &d.report.Units[i]; u.Text == d.unit.text && u.Field == field && u.Unit == unit {
			u.Count++
			return
		}
	}
	currency := d.unit.currency
	if currency == "kr" {
		currency = d.kroner()
	}
	d.report.Units = append(d.report.Units, RowUnit{d.unit.text, field, unit, currency, 1})
}

// figures counts the fields that are figures, but for the share.
func (p *plan) figures() int {
	n := 0
	for _, field := range []string{"fte", "employees", "revenue", "firms"} {
		if p.has(field) {
			n++
		}
	}
	return n
}
