package dynamics

import (
	"slices"

	"smartcity/sector"
)

// JobFlowOptions say which flows are wanted. The zero value is those between
// each year and the next, in total.
type JobFlowOptions struct {
	By       Grouping
	Pairs    [][2]int // years from and to, each pair taken once; default each year with the next of the panel
	Activity Activity
	Gaps     Gaps
}

// JobFlowTable holds the flows of jobs and companies of a panel.
type JobFlowTable struct {
	By       Grouping
	Measure  sector.Measure
	Activity Activity
	Gaps     Gaps
	Rows     []JobFlow // by pair of years, then group; none where By is InTotal
	Totals   []JobFlow // one a pair of years
	Warnings []error   // *YearsApart, *FewFirms, and those of the panel
}

// JobFlow is what happened between two years to the companies of a group, or to
// all. Jobs are in the measure of the panel and sums of what is known. A flow,
// or the jobs of a year, is NaN where there are companies and nothing is known
// of them.
//
// The parts account for the whole change of what is known:
//
//	JobsTo − JobsFrom = NetJobCreation + JobsMovedIn − JobsMovedOut
//	                  + JobsReturned − JobsPaused + JobsKnownInTo − JobsKnownInFrom
//
// and so do those of [FirmFlow].
type JobFlow struct {
	Group    string // sector, region or size class; "" where not stated, and in a total
	From, To int
	Flows    // job creation and destruction of the companies known in both years
	Firms    FirmFlow

	JobsFrom, JobsTo float64 // known jobs of the group in the two years

	// Jobs of the first year that companies took along to another group, and
	// brought with them from another. Zero in totals and in size classes.
	JobsMovedIn, JobsMovedOut float64

	// Jobs of companies that are absent in one of the two years and were, or will
	// be, active beyond it. Zero where gaps are deaths and births.
	JobsReturned, JobsPaused float64

	// Jobs of companies that are there in both years with a figure that is known
	// in one of them only.
	JobsKnownInTo, JobsKnownInFrom float64
}

// FirmFlow counts the companies of a [JobFlow].
//
//	To − From = Entry − Exit + MovedIn − MovedOut + Returned − Paused + NotKnownIn − NotKnownOut
type FirmFlow struct {
	From, To    int // active in the two years
	Entry, Exit int // births and deaths

	Expanding, Contracting int // of the continuers that job flows are made of

	MovedIn, MovedOut int // active in both years, from or to another group
	Returned, Paused  int // back from a gap, into a gap

	// Companies that a figure which is not known keeps from being called active
	// or not: no jobs in one year and not known in the other.
	NotKnownIn, NotKnownOut int

	// Rates in per cent as in the BDS: 100·Entry/denom, denom the mean of To and
	// To − Entry + Exit, the companies in scope in both years; NaN if it is zero.
	EntryRate, ExitRate float64

	Measured int     // companies in the job flows
	LeftOut  LeftOut // companies not in the job flows because a figure is not known
	// Of LeftOut, births and deaths: known to have come or gone, with how many jobs
	// is not.
	EntryNotKnown, ExitNotKnown int
}

// JobFlows returns job creation and destruction between years.
//
// A company counts with its change of jobs x₁ − x₀ if both figures are known,
// and with all its jobs if it is born or dies. Births, deaths, gaps and zeros
// are told apart as [Activity] and [Gaps] say: a company is born when it is
// first active in the panel, and dead when it is never active again in it. So
// nobody is born in the first year of the panel, and the deaths of the last
// years may yet turn out to be gaps. A company that is re-registered under
// another ID looks like a death and a birth.
//
// By sector and by region a company belongs where it is in the second year,
// with its change; the jobs it had in the first year move with it and are
// neither created nor destroyed. A death belongs where the company was. So
// creation, destruction, and the denominators of the groups, add up to those of
// the total, and JobsMovedIn equals JobsMovedOut over all groups.
//
// It returns an error that wraps [ErrTooFewYears] for a panel of fewer than two
// years, a [*YearError] for a year that nobody has, and an error that wraps
// [growth.ErrOrder] for two years that do not ascend.
//
// Source: Davis, Haltiwanger and Schuh, Job Creation and Destruction (1996); US
// Census Bureau, Business Dynamics Statistics.
func JobFlows(p *Panel, opt JobFlowOptions) (*JobFlowTable, error) {
	pairs, err := p.yearPairs(opt.Pairs)
	if err != nil {
		return nil, err
	}
	names := p.groups(opt.By)
	sums := make([]flowGroupSums, len(pairs))
	totals := make([]flowSums, len(pairs))
	for k := range pairs {
		sums[k] = make(flowGroupSums, len(names))
	}
	by := newRules(opt.Activity, opt.Gaps)
	for _, at := range p.companies() {
		s := p.span(at, opt.Activity)
		if s.first < 0 {
			continue
		}
		for k, pair := range pairs {
			kind := p.classify(at, pair[0], pair[1], s, by)
			if kind == inactive {
				continue
			}
			c := p.flowOf(at[pair[0]], at[pair[1]], kind, by.activity)
			totals[k].add(&c, 0, 0)
			if opt.By == InTotal {
				continue
			}
			g0, g1 := p.flowGroups(opt.By, &c)
			sums[k].at(g1).add(&c, g0, g1)
			if g0 != g1 {
				sums[k].at(g0).leave(&c)
			}
		}
	}
	t := &JobFlowTable{By: opt.By, Measure: p.measure, Activity: opt.Activity, Gaps: opt.Gaps, Warnings: p.Warnings()}
	for k, pair := range pairs {
		from, to := p.years[pair[0]], p.years[pair[1]]
		for g, s := range sums[k] {
			if s != nil {
				t.Rows = append(t.Rows, s.flow(names[g], from, to))
			}
		}
		t.Totals = append(t.Totals, totals[k].flow("", from, to))
	}
	t.warn()
	return t, nil
}

// fewFirms is the smallest number of companies that a figure should rest on.
const fewFirms = 3

func (t *JobFlowTable) warn() {
	for _, f := range t.Totals {
		if f.To-f.From > 1 {
			t.Warnings = append(t.Warnings, &YearsApart{From: f.From, To: f.To})
		}
	}
	few := 0
	for _, rows := range [][]JobFlow{t.Rows, t.Totals} {
		for i := range rows {
			if rows[i].Firms.few() {
				few++
			}
		}
	}
	if few > 0 {
		t.Warnings = append(t.Warnings, &FewFirms{Rows: few})
	}
}

// few reports whether a figure of the row rests on one company or two.
func (f *FirmFlow) few() bool {
	return anyFew(f.From, f.To, f.Entry-f.EntryNotKnown, f.Exit-f.ExitNotKnown, f.Expanding, f.Contracting,
		f.MovedIn, f.MovedOut, f.Returned, f.Paused)
}

// anyFew reports whether one of the figures rests on one company or two.
func anyFew(companies ...int) bool {
	return slices.ContainsFunc(companies, func(n int) bool { return 0 < n && n < fewFirms })
}
