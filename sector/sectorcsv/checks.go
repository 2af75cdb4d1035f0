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
// it, and keeps it: in a list, in a table, or in cells.
type collector struct {
	d         *decoder
	companies []sector.Company
	table     *adder  // takes the companies instead of the list
	cells     *groups // takes them instead of either, and then, in the fast lane,
	loader    *loader // a worker's takes them too, or
	columns   *sector.Companies
	list      bool // the list does
	expected  int  // rows in all, if that can be told
	tally     tally

	neighbours   bool // compare with the company before only
	first, last  seenCompany
	seen         *seenRows
	currency     string // that the file names
	currencyLine int
	sums         map[sumKey]*sum
}

// tally counts the companies kept and what is not known of them.
type tally struct {
	kept, unchecked     int
	below1              int   // companies with a share below 1
	missing, suppressed []int // by column of the report
}

// seenCompany is a company-year that was checked, if there was one.
type seenCompany struct {
	companyYear
	line int // 0 if there was none
}

type companyYear struct {
	id, establishment string
	year              int
	parted            bool // some establishment of the company, not a row
}

// place is where a company-year was found.
type place struct{ line, index int }

func newCollector(d *decoder) *collector {
	k := &collector{d: d, seen: newSeenRows(), sums: map[sumKey]*sum{}}
	k.begin()
	return k
}

// begin is the state before the first row.
func (k *collector) begin() {
	n := len(k.d.columns)
	if len(k.tally.missing) != n {
		k.tally.missing, k.tally.suppressed = make([]int, n), make([]int, n)
	}
	clear(k.tally.missing)
	clear(k.tally.suppressed)
	k.tally = tally{missing: k.tally.missing, suppressed: k.tally.suppressed}
	k.first, k.last = seenCompany{}, seenCompany{}
	k.currency, k.currencyLine = k.d.plan.currency, k.d.report.Dialect.HeaderLine
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
	if k.cells == nil {
		k.sum(f)
	}
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
	switch {
	case k.cells != nil:
		k.count(c)
		k.cells.add(c, f.line)
		k.keep(c, f.line)
	case k.table != nil:
		k.count(c)
		k.table.add(c)
	default:
		k.companies = append(k.companies, *c)
	}
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
	if before, ok := k.before(key); ok {
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
		if before, ok := k.before(other); ok {
			return 0, false, fail("establishment", c.Establishment, fmt.Sprintf("a row for the whole company %s in %d and one for an establishment of it (other row in line %d) would count its jobs twice", quote(c.ID), c.Year, before.line))
		}
		if c.Establishment != "" && !k.neighbours {
			k.seen.put(companyYear{id: c.ID, year: c.Year, parted: true}, place{line: f.line})
		}
	}
	if !k.neighbours {
		k.seen.put(key, place{f.line, len(k.companies)})
		return 0, false, nil
	}
	k.last = seenCompany{key, f.line}
	if k.first.line == 0 {
		k.first = k.last
	}
	return 0, false, nil
}

// before looks for a company-year among all that came before, or in the last
// one that could be checked.
func (k *collector) before(key companyYear) (place, bool) {
	if !k.neighbours {
		return k.seen.find(key)
	}
	last := k.last.companyYear
	if key.parted && last.establishment != "" {
		last.establishment, last.parted = "", true
	}
	return place{line: k.last.line}, k.last.line > 0 && last == key
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
	row := figuresOf(&f.company)
	for i, x := range row {
		if x.Known() {
			s.total[i].Add(x.Float64())
		}
	}
	if s.line == 0 || larger(&row, &s.largest) {
		s.largest, s.line = row, f.line
	}
}

// figuresOf are the figures that are added up, in the order of sector.Company.
func figuresOf(c *sector.Company) [4]sector.Figure {
	return [4]sector.Figure{c.FTE, c.Employees, c.Revenue, c.Firms}
}

// larger reports whether a row is larger than another by the first figure in
// which they differ; one that is known is larger than one that is not.
func larger(a, b *[4]sector.Figure) bool {
	for i, x := range a {
		y := b[i]
		switch {
		case x.Known() != y.Known():
			return x.Known()
		case x.Known() && x != y:
			return x.Float64() > y.Float64()
		}
	}
	return false
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
	r.Currency = "DKK"
	for _, c := range []string{d.opt.Currency, k.currency} {
		if c != "" {
			r.Currency = c
		}
	}
	counted := false
	for i := range k.companies {
		if k.cells == nil {
			k.count(&k.companies[i])
		}
		counted = counted || k.companies[i].Firms != sector.Figure{}
	}
	if d.plan.long && !d.plan.has("establishment") && counted { // else a company-year is one firm
		r.Firms = sector.CountColumn
	}
	r.Kept, r.Unchecked = k.tally.kept, k.tally.unchecked
	for i := range r.Columns {
		r.Columns[i].Missing, r.Columns[i].Suppressed = k.tally.missing[i], k.tally.suppressed[i]
	}
	if k.tally.below1 > 0 {
		r.Warnings = append(r.Warnings, &ShareNotApplied{d.plan.headerOf("share"), k.tally.below1})
	}
	for _, at := range slices.Sorted(maps.Keys(d.mendings)) {
		r.Warnings = append(r.Warnings, d.mendings[at])
	}
	r.Warnings = append(r.Warnings, k.sumsOfOthers()...)
}

// count notes what is not known of a company that is kept.
func (k *collector) count(c *sector.Company) {
	k.tally.kept++
	if c.ID == "" && c.Establishment == "" {
		k.tally.unchecked++
	}
	if c.Share.Known() && c.Share.Float64() < 1 {
		k.tally.below1++
	}
	for i, column := range k.d.columns {
		if column.year != 0 && column.year != c.Year {
			continue
		}
		switch status(column.field, c) {
		case sector.Missing:
			k.tally.missing[i]++
		case sector.Suppressed:
			k.tally.suppressed[i]++
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
