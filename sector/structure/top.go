package structure

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"

	"smartcity/growth"
	"smartcity/sector"
)

// TopOptions is what [TopCompanies] may be told.
type TopOptions struct {
	K         int            // companies in each list, default 10
	Column    sector.Column  // what the largest have most of: Jobs (the default) or Revenue
	Measure   sector.Measure // of jobs, default FTE
	Currency  string         // ISO 4217 code of Company.Revenue, default DKK
	BySectors bool           // a list for each sector as well as for all
}

// TopList is what [TopCompanies] returns.
type TopList struct {
	Year   int
	K      int
	Unit   string // of the figures
	Groups []TopGroup

	// Warnings are typed: TiedAtCut, PartlyKnown and NegativeFigures, all About a
	// sector unless they are of the list of all.
	Warnings []error
}

// TopGroup is the list of a sector, or of all companies.
type TopGroup struct {
	Whole     bool // all companies
	Sector    string
	Companies []TopCompany  // the largest first
	Total     sector.Cell   // of all companies of the group
	Share     sector.Figure // of the listed companies in what is known of the group: CRk, a fraction
}

// TopCompany is a company of a list.
type TopCompany struct {
	Rank               int // from 1; companies of the same size share the first of their ranks
	ID, Name, Sector   string
	Region             string
	Figure             float64
	Share, Accumulated sector.Figure // of what is known of the group, fractions
}

// TiedAtCut warns that a list ends between companies of the same size: those
// with the lower ID are in it.
type TiedAtCut struct {
	Figure  float64
	LeftOff int // companies of that size that are not in the list
}

func (w TiedAtCut) Error() string {
	return fmt.Sprintf("%d more companies have %v too", w.LeftOff, w.Figure)
}

// NegativeFigures warns that the revenue of some companies is negative, as only
// revenue can be, so that shares of its sum mean nothing and are missing.
type NegativeFigures struct {
	Companies int
}

func (w NegativeFigures) Error() string {
	return fmt.Sprintf("companies with negative revenue, so that there are no shares of it: %d", w.Companies)
}

// TopCompanies returns the largest companies of a year and their share, over all
// sectors and, if asked for, in each. Options may be nil.
//
// Companies of the same size are ordered by ID, and listed once each, so the list
// is the same whatever the order of the slice. A company whose figure is not known
// cannot be in a list, and though it might belong there only [PartlyKnown] tells.
// Shares are of what is known; with a negative figure in the group they are
// missing, as in [SizeClasses] and [Summarise].
//
// The list tells of single companies, who they are and how large. It is not for
// publication unless their figures are public.
//
// Companies must be single ones: it returns a [*sector.FieldError] for a row that
// stands for several or for a workplace, or that no company can have, a
// [*RepeatedError] for a company with two rows in the year, and an error that
// wraps [ErrEmpty] if there are none in the year. It panics for a K below zero or
// another column.
func TopCompanies(companies []sector.Company, year int, options *TopOptions) (TopList, error) {
	o := options.withDefaults()
	in, err := crossSection(companies, year, false)
	if err != nil {
		return TopList{}, err
	}
	out, of := o.list(year)
	bySector := map[string][]*sector.Company{}
	if o.BySectors {
		for _, c := range in {
			bySector[c.Sector] = append(bySector[c.Sector], c)
		}
	}
	for _, name := range inOrder(maps.Keys(bySector)) {
		g, warnings := o.group(bySector[name], of)
		g.Sector = name
		out.Groups = append(out.Groups, g)
		out.Warnings = append(out.Warnings, about("sector", name, warnings...)...)
	}
	g, warnings := o.group(in, of)
	g.Whole = true
	out.Groups = append(out.Groups, g)
	out.Warnings = append(out.Warnings, warnings...)
	return out, nil
}

// withDefaults fills in what is zero.
func (o *TopOptions) withDefaults() TopOptions {
	var out TopOptions
	if o != nil {
		out = *o
	}
	out.K, out.Currency = cmp.Or(out.K, 10), cmp.Or(out.Currency, "DKK")
	if out.K < 0 || out.Column != sector.Jobs && out.Column != sector.Revenue {
		panic(fmt.Sprintf("structure: the %d largest companies by column %d", out.K, out.Column))
	}
	return out
}

// list returns a list without groups, and what the figures are called.
func (o *TopOptions) list(year int) (out TopList, of string) {
	if o.Column == sector.Revenue {
		return TopList{Year: year, K: o.K, Unit: o.Currency}, "revenue"
	}
	return TopList{Year: year, K: o.K, Unit: o.Measure.Unit()}, o.Measure.String()
}

func (o *TopOptions) figure(c *sector.Company) sector.Figure {
	if o.Column == sector.Revenue {
		return c.Revenue
	}
	return c.Jobs(o.Measure)
}

// group makes the list of some companies.
func (o *TopOptions) group(in []*sector.Company, of string) (TopGroup, []error) {
	var all count
	for _, c := range in {
		all.add(o.figure(c))
	}
	largest := o.largest(in)
	var list []TopCompany
	for _, c := range largest[:min(o.K, len(largest))] {
		list = append(list, TopCompany{ID: c.ID, Name: c.Name, Sector: c.Sector, Region: c.Region, Figure: o.figure(c).Float64()})
	}
	return topGroup(list, all, len(largest)-len(list), of)
}

// topGroup ranks the largest companies, of which so many of the size of the last
// are left off.
func topGroup(list []TopCompany, all count, leftOff int, of string) (TopGroup, []error) {
	g := TopGroup{Total: all.cell(), Companies: list}
	whole := all.whole()
	var listed count
	for i := range list {
		t, f := &list[i], sector.Value(list[i].Figure)
		listed.add(f)
		t.Rank, t.Share, t.Accumulated = i+1, ratio(f, whole), ratio(listed.cell().Sum, whole)
		if i > 0 && list[i-1].Figure == t.Figure {
			t.Rank = list[i-1].Rank
		}
		g.Share = t.Accumulated
	}
	if all.known == 0 {
		g.Share = hidden(whole)
	}
	var warnings []error
	if leftOff > 0 {
		warnings = append(warnings, TiedAtCut{Figure: list[len(list)-1].Figure, LeftOff: leftOff})
	}
	return g, append(append(warnings, all.partly(of)...), all.negatives()...)
}

// largest returns the K companies with the largest figures, and those that are as
// large as the last of them, in order of size and then of their texts. They are few
// among many, so the others are not sorted.
func (o *TopOptions) largest(in []*sector.Company) []*sector.Company {
	least := math.Inf(-1)
	var top []float64 // up to twice as many as asked for
	cut := func() {
		slices.Sort(top)
		top = append(top[:0], top[len(top)-o.K:]...)
		least = top[0]
	}
	for _, c := range in {
		if x := o.figure(c).Float64(); x > least { // NaN, which is not known, is not
			if top = append(top, x); len(top) == 2*o.K {
				cut()
			}
		}
	}
	if len(top) >= o.K {
		cut()
	}
	var out []*sector.Company
	for _, c := range in {
		if o.figure(c).Float64() >= least {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, o.order)
	return out
}

// order puts the largest first; those of the same size by their texts, and what is
// not known, which is NaN, last.
func (o *TopOptions) order(a, b *sector.Company) int {
	return cmp.Or(cmp.Compare(o.figure(b).Float64(), o.figure(a).Float64()), compareText(a, b))
}

// View returns a row a company: columns level ("sector" or "total"), group (the
// sector of the list), year, rank, id, name, sector, region, figure, share,
// accumulated_share.
func (l TopList) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "level"}, {Name: "group"}, {Name: "year", Unit: "year"}, {Name: "rank"}, {Name: "id"}, {Name: "name"}, {Name: "sector"}, {Name: "region"},
		{Name: "figure", Unit: l.Unit}, {Name: "share", Unit: "fraction"}, {Name: "accumulated_share", Unit: "fraction"},
	}}
	for _, g := range l.Groups {
		for _, c := range g.Companies {
			v.Rows = append(v.Rows, []growth.Entry{
				level(g.Whole, "sector"), growth.TextOf(g.Sector), growth.NumberOf(float64(l.Year)), growth.NumberOf(float64(c.Rank)),
				growth.TextOf(c.ID), growth.TextOf(c.Name), growth.TextOf(c.Sector), growth.TextOf(c.Region),
				growth.NumberOf(c.Figure), c.Share.Entry(), c.Accumulated.Entry(),
			})
		}
	}
	return v
}
