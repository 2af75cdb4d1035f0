package dynamics

import (
	"fmt"
	"slices"

	"smartcity/growth"
	"smartcity/sector"
)

// Stay is what is known of a company in a year. The zero value is that it has no
// row.
type Stay uint8

const (
	NoRow          Stay = iota
	JobsMissing         // a row, and nobody has stated the jobs
	JobsSuppressed      // a row with jobs that somebody knows and may not tell
	NoJobs              // a known zero
	WithJobs            // known and above zero
)

// known reports whether the jobs are known, which of a company that is not there
// they are.
func (s Stay) known() bool { return s != JobsMissing && s != JobsSuppressed }

func (s Stay) status() sector.Status {
	switch s {
	case JobsMissing:
		return sector.Missing
	case JobsSuppressed:
		return sector.Suppressed
	}
	return sector.Known
}

func (s Stay) active(a Activity) bool {
	return s != NoRow && (a == ActiveWithRow || s != NoJobs)
}

// FlowRows are companies that were and did the same between two years, added up
// beforehand, as an engine does that they lie in.
type FlowRows struct {
	Years [2]int
	N     int // companies
	Stays [2]Stay

	// Began and Ended say of the panel's other years that the companies were not
	// active in the first of the two or before, and in the second or after.
	Began, Ended bool

	Groups   [2]string           // sectors or regions in the two years; "" where there is no row
	Sizes    [2]sector.SizeClass // by jobs, where they are known and above zero
	MeanSize sector.SizeClass    // by the mean of the jobs, zero where there is no row
	Jobs     [2]float64          // sums of what is known
	Grew     int                 // sign of the change of jobs of each, where both are known
	Change   float64             // Σ|x₁ − x₀|, where both are known
}

// JobFlowsOfRows returns what [JobFlows] does of the companies one by one: the
// flows between the pairs of years that the options name, which must be there. It
// returns a [*YearError] for a year that nobody has, of which the years are those
// of rows, and an error that wraps [growth.ErrOrder] for two years that do not
// ascend.
func JobFlowsOfRows(rows []FlowRows, m sector.Measure, opt JobFlowOptions) (*JobFlowTable, error) {
	if len(opt.Pairs) == 0 {
		return nil, fmt.Errorf("dynamics: %w: no pair of years is named", ErrTooFewYears)
	}
	by := newRules(opt.Activity, opt.Gaps)
	names := (&Panel{}).groups(opt.By)
	if opt.By == BySector || opt.By == ByRegion {
		names = groupsOfRows(rows)
	}
	place := map[string]int32{}
	for i, name := range names {
		place[name] = int32(i)
	}
	t := &JobFlowTable{By: opt.By, Measure: m, Activity: opt.Activity, Gaps: opt.Gaps}
	for _, pair := range firstOfEach(opt.Pairs) {
		if pair[0] >= pair[1] {
			return nil, fmt.Errorf("dynamics: from %d to %d: %w", pair[0], pair[1], growth.ErrOrder)
		}
		if err := needRows(rows, pair); err != nil {
			return nil, err
		}
		sums, total := make(flowGroupSums, len(names)), flowSums{}
		for i := range rows {
			r := &rows[i]
			if r.Years != pair || r.N == 0 {
				continue
			}
			c := r.flow(by)
			if c.kind == inactive {
				continue
			}
			total.add(&c, 0, 0)
			if opt.By == InTotal {
				continue
			}
			g0, g1 := r.groups(opt.By, &c, place)
			sums.at(g1).add(&c, g0, g1)
			if g0 != g1 {
				sums.at(g0).leave(&c)
			}
		}
		for g, s := range sums {
			if s != nil {
				t.Rows = append(t.Rows, s.flow(names[g], pair[0], pair[1]))
			}
		}
		t.Totals = append(t.Totals, total.flow("", pair[0], pair[1]))
	}
	t.warn()
	return t, nil
}

// groupsOfRows are the groups in order, what is not stated last.
func groupsOfRows(rows []FlowRows) []string {
	var n names
	for i := range rows {
		for _, name := range rows[i].Groups {
			n.of(name)
		}
	}
	_, sorted := n.ranks()
	return sorted
}

// needRows returns an error unless somebody is there in both years.
func needRows(rows []FlowRows, pair [2]int) error {
	var years []int
	for i := range rows {
		for k, year := range rows[i].Years {
			if rows[i].N > 0 && rows[i].Stays[k] != NoRow {
				years = append(years, year)
			}
		}
	}
	slices.Sort(years)
	years = slices.Compact(years)
	for _, year := range pair {
		if !slices.Contains(years, year) {
			return &YearError{Year: year, Years: years}
		}
	}
	return nil
}

func (r *FlowRows) flow(by rules) companyFlow {
	s0, s1 := r.Stays[0], r.Stays[1]
	l := life{
		row0: s0 != NoRow, row1: s1 != NoRow, active0: s0.active(by.activity), active1: s1.active(by.activity),
		known: s0.known() && s1.known(), began: r.Began, ended: r.Ended,
	}
	c := companyFlow{
		n: r.N, kind: l.classify(by.gaps), known0: s0.known(), known1: s1.known(), active0: l.active0, active1: l.active1,
		x0: r.Jobs[0], x1: r.Jobs[1], unknown: lessKnown(s0.status(), s1.status()), grew: r.Grew,
	}
	switch {
	case r.Grew > 0:
		c.up = r.Change
	case r.Grew < 0:
		c.down = r.Change
	}
	return c
}

// groups are the places of the groups in the two years.
func (r *FlowRows) groups(by Grouping, c *companyFlow, place map[string]int32) (g0, g1 int32) {
	if by == BySector || by == ByRegion {
		return c.whereActive(place[r.Groups[0]], place[r.Groups[1]])
	}
	size := r.sizeOf(by, c.kind)
	g := place[size.String()]
	return g, g
}

// sizeOf is the size class, as sizeGroup has it.
func (r *FlowRows) sizeOf(by Grouping, kind change) sector.SizeClass {
	in := func(k int) sector.SizeClass {
		switch r.Stays[k] {
		case JobsMissing, JobsSuppressed:
			return sector.SizeNotKnown
		case WithJobs:
			return r.Sizes[k]
		}
		return sector.Micro
	}
	switch s0 := r.Stays[0]; {
	case kind == returned || by == ByBaseSize && (s0 == NoRow || s0 == NoJobs):
		return in(1)
	case kind == paused || by == ByBaseSize:
		return in(0)
	case !s0.known() || !r.Stays[1].known():
		return sector.SizeNotKnown
	}
	return r.MeanSize
}
