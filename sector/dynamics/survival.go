package dynamics

import (
	"fmt"
	"math"
	"slices"

	"smartcity/growth"
)

// SurvivalOptions say whose survival is wanted. The zero value is that of all
// companies after one, three and five years.
type SurvivalOptions struct {
	After    []int    // years after birth, 1 or more; default 1, 3, 5
	By       Grouping // InTotal, BySector or ByRegion, where the company was when it was born
	Activity Activity
	Gaps     Gaps
}

// SurvivalTable holds how many companies of each birth cohort are alive after
// some years.
type SurvivalTable struct {
	By       Grouping
	Activity Activity
	Gaps     Gaps
	Rows     []Survival // by cohort, group and years after; none where By is InTotal
	Totals   []Survival // by cohort and years after
	Pooled   []Survival // all cohorts that can be seen so far, by years after; Cohort is 0
	Warnings []error    // *YearsApart, *FewFirms and those of the panel
}

// Survival is what became of the companies born in a year.
type Survival struct {
	Group  string // sector or region at birth; "" where not stated, and in a total
	Cohort int    // year of birth
	After  int    // years

	Births int // companies born in the year
	// Survivors are those alive After years later; NaN where the panel ends before,
	// or has nobody in that year.
	Survivors float64
	// NotKnown are births of which nobody knows whether they are alive: their jobs
	// are not known, and known to be zero later, so that they are dead by then and
	// in which year they died is not known. They are in neither part of the rate.
	NotKnown int
	Rate     float64 // Survivors/(Births − NotKnown), a fraction
}

// SurvivalRates returns which part of the companies born in a year is alive
// after one, three and five years, or others. Births, deaths and gaps are those
// of [JobFlows]: nobody is born in the first year of the panel, and a company in
// a gap is alive, unless gaps are deaths. A company that comes from a gap, where
// gaps are deaths and births, is born again and counts in both cohorts.
//
// A company with a known zero of jobs that is never active again is dead from
// then on, whatever is known of the years before. One whose jobs are not known in
// the year after a known zero is in no cohort, see EntryYear.NotKnownIn.
//
// It returns an error that wraps [ErrTooFewYears] for a panel of fewer than two
// years. It panics if it is asked for years after birth below 1, or for size
// classes, which are of two years.
//
// Source: Eurostat–OECD Manual on Business Demography Statistics (2007), survival
// rate, without its search for take-overs.
func SurvivalRates(p *Panel, opt SurvivalOptions) (*SurvivalTable, error) {
	opt.By.mustNotBeSize("SurvivalRates")
	if len(opt.After) == 0 {
		opt.After = []int{1, 3, 5}
	}
	for _, n := range opt.After {
		if n < 1 {
			panic(fmt.Sprintf("dynamics: survival is asked for %d years after birth", n))
		}
	}
	after := slices.Compact(slices.Sorted(slices.Values(opt.After)))
	if _, err := p.yearPairs(nil); err != nil {
		return nil, err
	}
	names := append([]string{""}, p.groups(opt.By)...) // the total comes first
	c := cohorts{panel: p, by: newRules(opt.Activity, opt.Gaps), after: after, groups: len(names)}
	c.cells = make([]cohortCell, len(p.years)*len(names)*len(after))
	for _, at := range p.companies() {
		c.add(at, opt.By)
	}
	t := &SurvivalTable{By: opt.By, Activity: opt.Activity, Gaps: opt.Gaps, Warnings: p.Warnings()}
	for b := 1; b < len(p.years); b++ {
		for g, name := range names {
			for k, n := range after {
				s := c.survival(b, g, k)
				s.Group, s.Cohort, s.After = name, p.years[b], n
				if g == 0 {
					t.Totals = append(t.Totals, s)
				} else if s.Births > 0 {
					t.Rows = append(t.Rows, s)
				}
			}
		}
		if p.years[b]-p.years[b-1] > 1 {
			t.Warnings = append(t.Warnings, &YearsApart{From: p.years[b-1], To: p.years[b]})
		}
	}
	t.pool(after)
	few := 0
	for _, s := range t.Rows {
		if s.Births < fewFirms {
			few++
		}
	}
	if few > 0 {
		t.Warnings = append(t.Warnings, &FewFirms{Rows: few})
	}
	return t, nil
}

// cohorts counts the births of each year and what becomes of them.
type cohorts struct {
	panel  *Panel
	by     rules
	after  []int
	groups int
	cells  []cohortCell // by year of birth, group, years after
}

type cohortCell struct{ births, survivors, notKnown int }

func (c *cohorts) cell(birth, group, after int) *cohortCell {
	return &c.cells[(birth*c.groups+group)*len(c.after)+after]
}

// add follows a company from each of its births.
func (c *cohorts) add(at []int32, by Grouping) {
	p := c.panel
	s := p.span(at, c.by.activity)
	for b := max(s.first, 1); b <= s.last; b++ {
		if !p.active(at[b], c.by.activity) || p.active(at[b-1], c.by.activity) || p.classify(at, b-1, b, s, c.by) != birth {
			continue
		}
		alive, dead := c.end(at, b, s)
		for k, n := range c.after {
			i, ok := p.yearIndex(p.years[b] + n)
			for _, cell := range c.both(at, b, k, by) {
				cell.births++
				switch {
				case !ok:
				case i <= alive:
					cell.survivors++
				case i < dead:
					cell.notKnown++
				}
			}
		}
	}
}

// both are the cell of the total and that of the group, if there are groups.
func (c *cohorts) both(at []int32, b, k int, by Grouping) []*cohortCell {
	cells := []*cohortCell{c.cell(b, 0, k)}
	if by != InTotal {
		cells = append(cells, c.cell(b, 1+int(c.panel.groupOf(at[b], by)), k))
	}
	return cells
}

// end is the last year in which a company born in b is known to be alive, and the
// first in which it is dead, beyond the panel if it is alive at its end.
func (c *cohorts) end(at []int32, b int, s span) (alive, dead int) {
	p := c.panel
	for i := b + 1; i < len(at); i++ {
		if !p.active(at[i-1], c.by.activity) || p.active(at[i], c.by.activity) {
			continue
		}
		switch p.classify(at, i-1, i, s, c.by) {
		case death:
			return i - 1, i
		case notKnown: // no jobs now, and nobody knows whether there were any before
			if s.last < i || c.by.gaps == GapsAreFlows {
				for alive = i - 1; alive > b && (at[alive] == absent || !(p.jobs[at[alive]] > 0)); {
					alive--
				}
				return alive, i
			}
		}
	}
	return len(at) - 1, len(at)
}

func (c *cohorts) survival(b, g, k int) Survival {
	cell := c.cell(b, g, k)
	s := Survival{Births: cell.births, Survivors: math.NaN(), Rate: math.NaN()}
	if _, ok := c.panel.yearIndex(c.panel.years[b] + c.after[k]); ok {
		s.Survivors, s.NotKnown = float64(cell.survivors), cell.notKnown
		s.Rate = s.Survivors / float64(s.Births-s.NotKnown) // 0/0 is NaN
	}
	return s
}

// pool adds up the cohorts that can be seen so far.
func (t *SurvivalTable) pool(after []int) {
	for _, n := range after {
		sum, seen := Survival{After: n}, false
		for _, s := range t.Totals {
			if s.After == n && !math.IsNaN(s.Survivors) {
				seen = true
				sum.Births += s.Births
				sum.Survivors += s.Survivors
				sum.NotKnown += s.NotKnown
			}
		}
		if !seen {
			sum.Survivors = math.NaN()
		}
		sum.Rate = sum.Survivors / float64(sum.Births-sum.NotKnown)
		t.Pooled = append(t.Pooled, sum)
	}
}

// View returns a line for each row, each total and each pooled total: columns
// level (the grouping's name, "total" or "pooled"), group, cohort, after_years,
// births, survivors, not_known and survival_rate.
func (t *SurvivalTable) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "level"}, {Name: "group"}, {Name: "cohort", Unit: "year"}, {Name: "after_years", Unit: "years"},
		{Name: "births", Unit: "companies"}, {Name: "survivors", Unit: "companies"}, {Name: "not_known", Unit: "companies"},
		{Name: "survival_rate", Unit: "fraction"},
	}}
	for _, part := range []struct {
		level string
		rows  []Survival
	}{{t.By.String(), t.Rows}, {InTotal.String(), t.Totals}, {"pooled", t.Pooled}} {
		for _, s := range part.rows {
			cohort := growth.NumberOf(float64(s.Cohort))
			if s.Cohort == 0 {
				cohort = growth.Entry{}
			}
			v.Rows = append(v.Rows, []growth.Entry{
				growth.TextOf(part.level), growth.TextOf(s.Group), cohort, growth.NumberOf(float64(s.After)),
				growth.NumberOf(float64(s.Births)), growth.NumberOf(s.Survivors), growth.NumberOf(float64(s.NotKnown)), growth.NumberOf(s.Rate),
			})
		}
	}
	return v
}
