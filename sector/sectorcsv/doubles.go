package sectorcsv

import (
	"fmt"
	"slices"

	"smartcity/growth"
	"smartcity/sector"
)

// Doubles says what becomes of rows with the same id, establishment and year.
type Doubles uint8

const (
	RefuseDoubles Doubles = iota // a second row is an error
	KeepFirst                    // the first row is the company's, later ones are left out and counted
	KeepLast                     // the last row is the company's, as where a file holds later corrections
	// AddUp adds up the figures of the rows; texts are those of the first, with a
	// [DoublesDiffer] warning where the others differ. A figure that is suppressed
	// in one of the rows is suppressed in the sum, and else one that is missing in
	// one of them is missing: the sum of a company is not known from a part of it.
	// Rows of different shares cannot be added up, and are an error.
	AddUp
)

// DoublesDiffer warns that rows that were added up under [AddUp] differ from the
// first of their company-year in a text by which companies are grouped. Their
// figures stand in the group of the first.
type DoublesDiffer struct {
	Field, Header string
	Count         int // rows
	Line, First   int // of the first of them, and of the row that it was added to
}

func (w *DoublesDiffer) Error() string {
	return fmt.Sprintf("%d rows have another %s than the row of the same company-year that they were added to (column %q; line %d, added to line %d)", w.Count, w.Field, w.Header, w.Line, w.First)
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
	}
	return 0, false, nil
}

// before looks for a company-year among all that came before, or in the last
// row that could be checked.
func (k *collector) before(key companyYear) (place, bool) {
	if !k.neighbours {
		return k.seen.find(key)
	}
	same := func(last companyYear) bool {
		if key.parted && last.establishment != "" {
			last.establishment, last.parted = "", true
		}
		return last == key
	}
	found := k.last.line > 0 && same(k.last.companyYear)
	if k.d.plan.wide {
		found = slices.ContainsFunc(k.lastRow, same)
	}
	return place{line: k.last.line}, found
}

// saw notes a company-year that is kept.
func (k *collector) saw(f *found) {
	c := &f.company
	if c.ID == "" && c.Establishment == "" {
		return
	}
	key := companyYear{c.ID, c.Establishment, c.Year, false}
	if !k.neighbours {
		if c.ID != "" && c.Establishment != "" {
			k.seen.put(companyYear{id: c.ID, year: c.Year, parted: true}, place{line: f.line})
		}
		k.seen.put(key, place{f.line, len(k.companies)})
		return
	}
	if k.d.plan.wide {
		if k.last.line != f.line {
			k.lastRow = k.lastRow[:0]
		}
		k.lastRow = append(k.lastRow, key)
	}
	k.last = seenCompany{key, f.line}
	if k.first.line == 0 {
		k.first = k.last
	}
}

// again takes a second row for a company that is kept.
func (k *collector) again(at int, f *found) error {
	if k.d.opt.Doubles == AddUp {
		if err := k.addUp(at, f); err != nil {
			return err
		}
	}
	if k.d.opt.Doubles == KeepLast {
		k.companies[at], k.lines[at] = f.company, f.line
	}
	k.d.report.Doubles++
	return nil
}

// addUp adds the figures of a row to those of a company.
func (k *collector) addUp(at int, f *found) error {
	to, c := &k.companies[at], &f.company
	if to.Share != c.Share {
		return k.d.row(f.line, "share", c.Share.String(), fmt.Sprintf("a second row for the company in %d with another share than line %d, so that the two cannot be added up", c.Year, k.lines[at]))
	}
	sums := k.added[at]
	if sums == nil {
		sums = &[4]growth.Sum{}
		for i, x := range figuresOf(to) {
			if x.Known() {
				sums[i].Add(x.Float64())
			}
		}
	}
	added, next := *to, *sums
	for i, field := range []string{"fte", "employees", "revenue", "firms"} {
		a, b := figureOf(&added, field), figuresOf(c)[i]
		switch {
		case a.Status() == sector.Suppressed || b.Status() == sector.Suppressed:
			*a = sector.Hidden()
		case a.Known() && b.Known():
			next[i].Add(b.Float64())
			*a = sector.Value(next[i].Float64())
		default:
			*a = sector.Figure{}
		}
	}
	if err := added.Validate(); err != nil {
		return k.d.row(f.line, "id", c.ID, fmt.Sprintf("a second row for the company in %d, after line %d, which added up is more than a company can have", c.Year, k.lines[at]))
	}
	*to, *sums = added, next
	k.added[at] = sums
	for field, texts := range map[string][2]string{
		"sector": {to.Sector, c.Sector}, "industry_code": {to.IndustryCode, c.IndustryCode}, "region": {to.Region, c.Region}, "municipality": {to.Municipality, c.Municipality},
	} {
		if texts[0] == texts[1] {
			continue
		}
		w := k.differ[field]
		if w == nil {
			w = &DoublesDiffer{Field: field, Header: k.d.plan.headerOf(field), Line: f.line, First: k.lines[at]}
			k.differ[field] = w
		}
		w.Count++
	}
	return nil
}
