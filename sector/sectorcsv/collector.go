package sectorcsv

import (
	"smartcity/growth"
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

	neighbours   bool // compare with the row before only
	first, last  seenCompany
	lastRow      []companyYear // of the last row of a wide file that could be checked
	seen         *seenRows
	currency     string // that the file names
	currencyLine int
	unnamed      bool // a doubled row that was left out had a currency
	sums         map[sumKey]*sum

	// Under Doubles that change a company once it is kept.
	lines  []int                     // of the companies
	added  map[int]*[4]growth.Sum    // by company that stands for several rows
	differ map[string]*DoublesDiffer // by field
}

func newCollector(d *decoder) *collector {
	k := &collector{d: d, seen: newSeenRows(), sums: map[sumKey]*sum{}, added: map[int]*[4]growth.Sum{}, differ: map[string]*DoublesDiffer{}}
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
	k.currency, k.currencyLine, k.unnamed = k.d.plan.currency, k.d.report.Dialect.HeaderLine, false
}

// addRow adds the companies of a row, or none of them if one is wrong.
func (k *collector) addRow(row []found) error {
	for i := range row[1:] { // the first is looked at when it is added
		if err := k.check(&row[i+1]); err != nil {
			if first := k.check(&row[0]); first != nil {
				return first
			}
			return err
		}
	}
	for i := range row {
		if err := k.add(&row[i]); err != nil {
			return err
		}
	}
	return nil
}

// check says what add would.
func (k *collector) check(f *found) error {
	if err := k.oneCurrency(f); err != nil {
		return err
	}
	_, _, err := k.double(f)
	return err
}

// add checks a company and keeps it. What depends on the rows above comes last:
// the fast lane does not know them all.
func (k *collector) add(f *found) error {
	c := &f.company
	if err := k.oneCurrency(f); err != nil {
		return err
	}
	at, double, err := k.double(f)
	if err == nil && double {
		err = k.again(at, f)
	}
	if err != nil {
		k.unnamed = k.unnamed || f.currency != ""
		return err
	}
	if k.currency == "" && f.currency != "" {
		k.currency, k.currencyLine = k.d.asCurrency(f.currency), f.line
	}
	if double {
		return nil
	}
	k.saw(f)
	if k.changing() {
		k.lines = append(k.lines, f.line)
	} else if k.cells == nil {
		k.sum(c, f.line)
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
		if k.changing() {
			k.sum(&k.companies[i], k.lines[i])
		}
	}
	if d.plan.long && !d.plan.has("establishment") && counted { // else a company-year is one firm
		r.Firms = sector.CountColumn
	}
	r.Kept, r.Unchecked = k.tally.kept, k.tally.unchecked
	for i := range r.Columns {
		r.Columns[i].Missing, r.Columns[i].Suppressed = k.tally.missing[i], k.tally.suppressed[i]
	}
	if d.quotes != nil {
		r.Comments = d.quotes.comments
	}
	if k.tally.below1 > 0 {
		r.Warnings = append(r.Warnings, &ShareNotApplied{d.plan.headerOf("share"), k.tally.below1})
	}
	if w := d.unitBeside(); w != nil {
		r.Warnings = append(r.Warnings, w)
	}
	r.Warnings = append(r.Warnings, d.remarked()...)
	for _, field := range []string{"sector", "industry_code", "region", "municipality"} {
		if w, ok := k.differ[field]; ok {
			r.Warnings = append(r.Warnings, w)
		}
	}
	r.Warnings = append(r.Warnings, k.sumsOfOthers()...)
}

// tally counts the companies kept and what is not known of them.
type tally struct {
	kept, unchecked     int
	below1              int   // companies with a share below 1
	missing, suppressed []int // by column of the report
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

// changing reports whether a company that is kept may be changed by a row
// further down.
func (k *collector) changing() bool {
	return k.d.opt.Doubles == KeepLast || k.d.opt.Doubles == AddUp
}
