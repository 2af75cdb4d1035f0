package sectorcsv

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"smartcity/growth"
	"smartcity/growth/locale"
	"smartcity/sector"
)

// collector takes the companies one by one, compares each with those before
// it, and keeps it.
type collector struct {
	d         *decoder
	companies []sector.Company

	seen         map[companyYear]place
	currency     string // that the file names
	currencyLine int
	below1       int // companies with a share below 1
	sums         map[sumKey]*sum
}

type companyYear struct {
	id, establishment string
	year              int
	parted            bool // some establishment of the company, not a row
}

// place is where a company-year was found.
type place struct{ line, index int }

func newCollector(d *decoder) *collector {
	return &collector{d: d, seen: map[companyYear]place{}, sums: map[sumKey]*sum{}, currency: d.plan.currency, currencyLine: d.report.Dialect.HeaderLine}
}

// add checks a company and keeps it.
func (k *collector) add(f *found) error {
	c := &f.company
	at, double, err := k.double(f)
	if err != nil {
		return err
	}
	if err := k.oneCurrency(f); err != nil {
		return err
	}
	k.sum(f)
	if double {
		k.d.report.Doubles++
		switch k.d.opt.Doubles {
		case KeepLast:
			k.companies[at] = *c
		case AddUp:
			addUp(&k.companies[at], c)
		}
		return nil
	}
	k.companies = append(k.companies, *c)
	return nil
}

// double finds a company-year that was there before, and companies that stand
// there both whole and by establishment.
func (k *collector) double(f *found) (index int, double bool, err error) {
	c := &f.company
	if c.ID == "" && c.Establishment == "" {
		return 0, false, nil
	}
	fail := func(field, value, text string) error { return k.d.row(f.line, field, value, text) }
	key := companyYear{c.ID, c.Establishment, c.Year, false}
	if before, ok := k.seen[key]; ok {
		if k.d.opt.Doubles != RefuseDoubles {
			return before.index, true, nil
		}
		what := fmt.Sprintf("a second row for the company in %d, after line %d", c.Year, before.line)
		if c.Establishment != "" {
			what = fmt.Sprintf("a second row for establishment %s of the company in %d, after line %d", quote(c.Establishment), c.Year, before.line)
		}
		return 0, false, fail("id", c.ID, what)
	}
	if k.d.plan.has("establishment") && c.ID != "" {
		other := companyYear{id: c.ID, year: c.Year, parted: c.Establishment == ""}
		if before, ok := k.seen[other]; ok {
			return 0, false, fail("establishment", c.Establishment, fmt.Sprintf("a row for the whole company %s in %d and one for an establishment of it (other row in line %d) would count its jobs twice", quote(c.ID), c.Year, before.line))
		}
		if c.Establishment != "" {
			k.seen[companyYear{id: c.ID, year: c.Year, parted: true}] = place{line: f.line}
		}
	}
	k.seen[key] = place{f.line, len(k.companies)}
	return 0, false, nil
}

// addUp adds the figures that are known; what is known of one row only stays.
func addUp(to, c *sector.Company) {
	for _, field := range []string{"fte", "employees", "revenue", "firms"} {
		a, b := figureOf(to, field), *figureOf(c, field)
		switch {
		case a.Known() && b.Known():
			var s growth.Sum
			s.Add(a.Float64())
			s.Add(b.Float64())
			*a = sector.Value(s.Float64())
		case b.Known(), b.Status() == sector.Suppressed && !a.Known():
			*a = b
		}
	}
}

// asCurrency is a currency code as the file may write it.
func asCurrency(s string) string {
	if strings.EqualFold(s, "kr") || strings.EqualFold(s, "kr.") {
		return "DKK"
	}
	return s
}

// oneCurrency checks that the file names one currency.
func (k *collector) oneCurrency(f *found) error {
	currency := asCurrency(f.currency)
	field := "currency"
	if !k.d.plan.has(field) {
		field = "revenue"
	}
	switch {
	case currency == "":
	case !locale.IsCurrency(currency):
		return k.d.row(f.line, field, currency, "want a currency code of ISO 4217 in capitals")
	case k.d.opt.Currency != "" && k.d.opt.Currency != currency:
		return k.d.wholeFile(f.line, field, f.money(), fmt.Sprintf("the currency is %s, but %s was asked for", currency, k.d.opt.Currency))
	case k.currency != "" && k.currency != currency:
		return k.d.wholeFile(f.line, field, f.money(), fmt.Sprintf("a second currency, %s, after %s in line %d", currency, k.currency, k.currencyLine))
	case k.currency == "":
		k.currency, k.currencyLine = currency, f.line
	}
	return nil
}

// sumKey is a group in which a row could be the sum of the others.
type sumKey struct {
	sector, region string
	year           int
	by             byte // 'y' all of the year, 's' of the sector, 'r' of the region
}

// sum is what is known of such a group, and its largest row.
type sum struct {
	rows    int
	total   [4]growth.Sum
	largest [4]sector.Figure
	line    int
}

func (k *collector) sum(f *found) {
	c := &f.company
	k.addSum(sumKey{year: c.Year, by: 'y'}, f)
	if c.Sector != "" {
		k.addSum(sumKey{sector: c.Sector, year: c.Year, by: 's'}, f)
	}
	if c.Region != "" {
		k.addSum(sumKey{region: c.Region, year: c.Year, by: 'r'}, f)
	}
}

func (k *collector) addSum(key sumKey, f *found) {
	s, ok := k.sums[key]
	if !ok {
		s = &sum{}
		k.sums[key] = s
	}
	s.rows++
	row := [4]sector.Figure{f.company.FTE, f.company.Employees, f.company.Revenue, f.company.Firms}
	larger := s.line == 0
	for i, x := range row {
		if !x.Known() {
			continue
		}
		s.total[i].Add(x.Float64())
		if y := s.largest[i]; !larger && (!y.Known() || x.Float64() > y.Float64()) && !decidedBefore(row, i) {
			larger = true
		}
	}
	if larger {
		s.largest, s.line = row, f.line
	}
}

// decidedBefore reports whether a figure before the i-th is known: the first
// one known says which row is the largest.
func decidedBefore(row [4]sector.Figure, i int) bool {
	return slices.ContainsFunc(row[:i], sector.Figure.Known)
}

// sumsOfOthers finds rows that are the sum of all others in their group: in
// each of their figures, and in two of them at least or among six rows.
func (k *collector) sumsOfOthers() []error {
	lines := map[int]*SumOfOthers{}
	for key, s := range k.sums {
		figures := 0
		for i, x := range s.largest {
			switch {
			case !x.Known():
			case x.Float64() > 0 && s.total[i].Float64() == 2*x.Float64():
				figures++
			default:
				figures = -10
			}
		}
		if s.rows >= 3 && figures >= 2 || s.rows >= 6 && figures == 1 {
			// One line may be the largest of its year, its region and its sector.
			if old := lines[s.line]; old == nil || key.by == 's' || key.by == 'r' && old.Sector == "" {
				lines[s.line] = &SumOfOthers{Line: s.line, Year: key.year, Sector: key.sector, Region: key.region}
			}
		}
	}
	var out []error
	for _, line := range slices.Sorted(maps.Keys(lines)) {
		out = append(out, lines[line])
	}
	return out
}

// finish completes the report.
func (k *collector) finish() {
	r, d := k.d.report, k.d
	r.Kept = len(k.companies)
	r.Currency = "DKK"
	for _, c := range []string{d.opt.Currency, k.currency} {
		if c != "" {
			r.Currency = c
		}
	}
	counted := false
	for i := range k.companies {
		k.count(&k.companies[i])
		counted = counted || k.companies[i].Firms != sector.Figure{}
	}
	if d.plan.long && !d.plan.has("establishment") && counted { // else a company-year is one firm
		r.Firms = sector.CountColumn
	}
	if k.below1 > 0 {
		r.Warnings = append(r.Warnings, &ShareNotApplied{d.plan.headers[d.plan.at("share")], k.below1})
	}
	for _, at := range slices.Sorted(maps.Keys(d.mendings)) {
		r.Warnings = append(r.Warnings, d.mendings[at])
	}
	r.Warnings = append(r.Warnings, k.sumsOfOthers()...)
}

// count notes what is not known of a company that is kept.
func (k *collector) count(c *sector.Company) {
	r := k.d.report
	if c.ID == "" && c.Establishment == "" {
		r.Unchecked++
	}
	if c.Share.Known() && c.Share.Float64() < 1 {
		k.below1++
	}
	for i := range r.Columns {
		if r.Columns[i].Year != 0 && r.Columns[i].Year != c.Year {
			continue
		}
		switch status(r.Columns[i].Field, c) {
		case sector.Missing:
			r.Columns[i].Missing++
		case sector.Suppressed:
			r.Columns[i].Suppressed++
		}
	}
}

// status tells whether a company has a field.
func status(field string, c *sector.Company) sector.Status {
	stated := true
	switch field {
	case "fte", "employees", "revenue", "firms", "share":
		return figureOf(c, field).Status()
	case "id":
		stated = c.ID != ""
	case "establishment":
		stated = c.Establishment != ""
	case "name":
		stated = c.Name != ""
	case "sector":
		stated = c.Sector != ""
	case "industry_code":
		stated = c.IndustryCode != ""
	case "region":
		stated = c.Region != ""
	case "municipality":
		stated = c.Municipality != ""
	case "founded":
		stated = c.Founded != 0
	}
	if stated {
		return sector.Known
	}
	return sector.Missing
}
