package dynamics

import (
	"fmt"
	"math"

	"smartcity/growth"
	"smartcity/sector"
)

// MatchedOptions say what grows. The zero value is jobs, in total.
type MatchedOptions struct {
	Of sector.Column // sector.Jobs or sector.Revenue
	By Grouping      // InTotal, BySector or ByRegion, where the company is in the second year
}

// MatchedTable holds the growth between years of the companies whose figure is
// known in both, and the index that comes of chaining it.
type MatchedTable struct {
	Of       sector.Column
	Unit     string // of the figures: FTE, employees or the currency
	By       Grouping
	Years    []int          // of the panel
	Rows     []MatchedLink  // by pair of years, then group; none where By is InTotal
	Totals   []MatchedLink  // one a pair of years
	Indices  []MatchedIndex // by group; none where By is InTotal
	Index    MatchedIndex   // of the total
	Warnings []error        // *YearsApart, *FewFirms and those of the panel
}

// MatchedLink is the growth from one year of the panel to the next.
type MatchedLink struct {
	Group    string // sector or region; "" where not stated, and in a total
	From, To int

	Matched          int     // companies with known figures in both years
	SumFrom, SumTo   float64 // of them, NaN if there are none
	Growth           float64 // SumTo/SumFrom − 1, a fraction; NaN unless SumFrom is above zero
	LeftOut          LeftOut // companies there in both years with a figure that is not known
	OnlyFrom, OnlyTo int     // companies that are there in one of the years

	// All known figures of the years, matched or not, and the growth that they
	// would suggest: what comes and goes, and what becomes known and does not, is in
	// it. NaN like the others.
	KnownFrom, KnownTo float64
	UnmatchedGrowth    float64 // KnownTo/KnownFrom − 1, a fraction
}

// MatchedIndex is a chained index of growth on matched companies.
type MatchedIndex struct {
	Group string
	// Index has an entry for each of MatchedTable.Years: 100 in the first and then
	// each year times 1 + Growth of the link that leads there. It is NaN from the
	// first link on whose growth is not known.
	Index []float64
}

// MatchedGrowth returns growth between the years of a panel made of matched
// companies only: those whose figure is known in both years. A figure that is
// missing or suppressed in one year drops the company from that link and no
// other, so holes that move from company to company do not pass for growth. Who
// is born, dies or is away for a year does not count; job flows have them. A
// figure of zero is known.
//
// A company that changes group counts, with both its figures, in that of the
// second year, so that SumFrom and SumTo of the groups add up to the total.
//
// It returns an error that wraps [ErrTooFewYears] for a panel of fewer than two
// years. It panics if Of is neither jobs nor revenue, and for size classes.
func MatchedGrowth(p *Panel, opt MatchedOptions) (*MatchedTable, error) {
	opt.By.mustNotBeSize("MatchedGrowth")
	figures, status, unit := p.jobs, p.jobsStatus, p.measure.Unit()
	switch opt.Of {
	case sector.Jobs:
	case sector.Revenue:
		figures, status, unit = p.revenue, p.revenueStatus, p.currency
	default:
		panic(fmt.Sprintf("dynamics: MatchedGrowth of %s: it is of sector.Jobs or sector.Revenue", columnName(opt.Of)))
	}
	if _, err := p.yearPairs(nil); err != nil {
		return nil, err
	}
	names := append([]string{""}, p.groups(opt.By)...) // the total comes first
	sums := make([][]matchedSums, len(p.years))        // by second year
	for j := range sums {
		sums[j] = make([]matchedSums, len(names))
	}
	for _, at := range p.companies() {
		for j := 1; j < len(at); j++ {
			m := matched{at[j-1], at[j], math.NaN(), math.NaN(), sector.Known}
			g0, g1 := int32(0), int32(0)
			if m.r0 != absent {
				m.x0, m.unknown = figures[m.r0], status[m.r0]
				g0 = p.groupFromOne(m.r0, opt.By)
			}
			if m.r1 != absent {
				m.x1, m.unknown = figures[m.r1], lessKnown(m.unknown, status[m.r1])
				g1 = p.groupFromOne(m.r1, opt.By)
			}
			sums[j][0].addFrom(&m)
			sums[j][0].addTo(&m)
			if opt.By != InTotal {
				sums[j][g0].addFrom(&m)
				sums[j][g1].addTo(&m)
			}
		}
	}
	t := &MatchedTable{Of: opt.Of, Unit: unit, By: opt.By, Years: p.Years(), Warnings: p.Warnings()}
	t.fill(names, sums)
	return t, nil
}

// groupFromOne is the group of a row where the total has number 0.
func (p *Panel) groupFromOne(r int32, by Grouping) int32 {
	if by == InTotal {
		return 0
	}
	return 1 + p.groupOf(r, by)
}

// matched is a company in two years.
type matched struct {
	r0, r1  int32
	x0, x1  float64       // NaN if it is not there or the figure is not known
	unknown sector.Status // of the figures of the years in which it is there
}

type matchedSums struct {
	link                         MatchedLink // counts
	from, to, knownFrom, knownTo growth.Sum
	inFrom, inTo                 int // companies there
	haveFrom, haveTo             int // with a known figure
}

// addFrom adds the company to the group it is in in the first year.
func (s *matchedSums) addFrom(m *matched) {
	if m.r0 == absent {
		return
	}
	s.inFrom++
	if !math.IsNaN(m.x0) {
		s.haveFrom++
		s.knownFrom.Add(m.x0)
	}
	if m.r1 == absent {
		s.link.OnlyFrom++
	}
}

// addTo adds the company to the group it is in in the second year, in which it
// is matched.
func (s *matchedSums) addTo(m *matched) {
	if m.r1 == absent {
		return
	}
	s.inTo++
	if !math.IsNaN(m.x1) {
		s.haveTo++
		s.knownTo.Add(m.x1)
	}
	switch {
	case m.r0 == absent:
		s.link.OnlyTo++
	case m.unknown != sector.Known:
		s.link.LeftOut.add(m.unknown)
	default:
		s.link.Matched++
		s.from.Add(m.x0)
		s.to.Add(m.x1)
	}
}

func (s *matchedSums) result(group string, from, to int) MatchedLink {
	l := s.link
	l.Group, l.From, l.To = group, from, to
	l.SumFrom, l.SumTo = math.NaN(), math.NaN()
	if l.Matched > 0 {
		l.SumFrom, l.SumTo = s.from.Float64(), s.to.Float64()
	}
	l.KnownFrom = sumOrNaN(s.knownFrom, s.haveFrom, s.inFrom)
	l.KnownTo = sumOrNaN(s.knownTo, s.haveTo, s.inTo)
	l.Growth, l.UnmatchedGrowth = growthOf(l.SumFrom, l.SumTo), growthOf(l.KnownFrom, l.KnownTo)
	return l
}

// growthOf is x1/x0 − 1 without the rounding of the quotient, NaN unless there is
// something to grow from.
func growthOf(x0, x1 float64) float64 {
	if !(x0 > 0) {
		return math.NaN()
	}
	return (x1 - x0) / x0
}

// fill makes the links and chains them.
func (t *MatchedTable) fill(names []string, sums [][]matchedSums) {
	indices := make([][]float64, len(names))
	for g := range indices {
		indices[g] = []float64{100}
	}
	few := 0
	for j := 1; j < len(sums); j++ {
		for g := range names {
			l := sums[j][g].result(names[g], t.Years[j-1], t.Years[j])
			indices[g] = append(indices[g], indices[g][j-1]*(1+l.Growth))
			switch {
			case g == 0:
				t.Totals = append(t.Totals, l)
			case sums[j][g].inFrom > 0 || sums[j][g].inTo > 0:
				t.Rows = append(t.Rows, l)
			default:
				continue
			}
			if anyFew(l.Matched) {
				few++
			}
		}
		if t.Years[j]-t.Years[j-1] > 1 {
			t.Warnings = append(t.Warnings, &YearsApart{From: t.Years[j-1], To: t.Years[j]})
		}
	}
	t.Index = MatchedIndex{Index: indices[0]}
	for g := 1; g < len(names); g++ {
		t.Indices = append(t.Indices, MatchedIndex{Group: names[g], Index: indices[g]})
	}
	if few > 0 {
		t.Warnings = append(t.Warnings, &FewFirms{Rows: few})
	}
}

// View returns a line for each row, then one for each total: columns level (the
// grouping's name, or "total"), group, from, to, and the parts in the order of
// the fields of [MatchedLink].
func (t *MatchedTable) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "level"}, {Name: "group"}, {Name: "from", Unit: "year"}, {Name: "to", Unit: "year"},
		{Name: "matched", Unit: "companies"}, {Name: "sum_from", Unit: t.Unit}, {Name: "sum_to", Unit: t.Unit}, {Name: "growth", Unit: "fraction"},
		{Name: "missing", Unit: "companies"}, {Name: "suppressed", Unit: "companies"},
		{Name: "only_from", Unit: "companies"}, {Name: "only_to", Unit: "companies"},
		{Name: "known_from", Unit: t.Unit}, {Name: "known_to", Unit: t.Unit}, {Name: "unmatched_growth", Unit: "fraction"},
	}}
	line := func(level string, l *MatchedLink) {
		row := []growth.Entry{growth.TextOf(level), growth.TextOf(l.Group)}
		for _, x := range []float64{
			float64(l.From), float64(l.To), float64(l.Matched), l.SumFrom, l.SumTo, l.Growth,
			float64(l.LeftOut.Missing), float64(l.LeftOut.Suppressed), float64(l.OnlyFrom), float64(l.OnlyTo),
			l.KnownFrom, l.KnownTo, l.UnmatchedGrowth,
		} {
			row = append(row, growth.NumberOf(x))
		}
		v.Rows = append(v.Rows, row)
	}
	for i := range t.Rows {
		line(t.By.String(), &t.Rows[i])
	}
	for i := range t.Totals {
		line(InTotal.String(), &t.Totals[i])
	}
	return v
}
