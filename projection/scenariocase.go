package projection

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"smartcity/growth"
)

// Case is the assumptions of one named scenario.
type Case struct {
	Name string // of the scenario

	// Course is assumed of every sector without one of its own, of jobs in no sector
	// and, if Approach is [SharedOut], of the total.
	Course Course

	// Sectors are the courses of sectors that have one of their own.
	Sectors map[string]Course
}

// of returns the course of a sector.
func (c Case) of(sector string) Course {
	if own, ok := c.Sectors[sector]; ok {
		return own
	}
	return c.Course
}

func (c Case) clone() Case {
	c.Course = c.Course.clone()
	c.Sectors = maps.Clone(c.Sectors)
	for name, own := range c.Sectors {
		c.Sectors[name] = own.clone()
	}
	return c
}

// cloneCases checks names and copies.
func cloneCases(cases []Case) ([]Case, error) {
	if len(cases) == 0 {
		return nil, fmt.Errorf("projection: no scenarios: %w", growth.ErrTooFew)
	}
	copies := make([]Case, len(cases))
	for i, c := range cases {
		if c.Name == "" || slices.ContainsFunc(cases[:i], func(d Case) bool { return d.Name == c.Name }) {
			return nil, fmt.Errorf("projection: scenario %d is called %q, which is empty or there before: %w", i, c.Name, growth.ErrNotKnown)
		}
		copies[i] = c.clone()
	}
	return copies, nil
}

// ProjectScenarios carries the jobs of a base year forward to the year to, once
// for each case, whose course is Sectors[name] if there is one. The level in year
// t is base·∏(1+g_s), s from baseYear+1 to t, with the growth of jobs g of
// [Course.JobsIn], computed as exactly as [Project] does. That is the same as
// ProjectScenarios with the two cases of [Assumptions.Cases].
//
// It returns an error that wraps [growth.ErrTooFew] if there are no cases, and
// [growth.ErrNotKnown] if a name is empty or there twice. The others are those of
// [Project] and [Course.JobsIn].
func ProjectScenarios(name, unit string, base float64, baseYear, to int, cases ...Case) (*Projection, error) {
	p, err := newProjection(name, unit, base, baseYear, to)
	if err != nil {
		return nil, err
	}
	if cases, err = cloneCases(cases); err != nil {
		return nil, err
	}
	for _, c := range cases {
		s, err := p.scenario(c.Name, c.of(name))
		if err != nil {
			return nil, err
		}
		p.Scenarios = append(p.Scenarios, s)
	}
	p.assume()
	return p, nil
}

// noAssumptions marks a projection that does not come from a range of growth of
// the market, so that nobody takes it for one without growth.
func noAssumptions() Assumptions {
	nan := growth.Rate(math.NaN())
	return Assumptions{growth.Range{Low: nan, High: nan}, nan, nan}
}

// assume sets the assumptions of a projection whose scenarios "low" and "high"
// are the two ends of a range, as those of [Assumptions.Cases] are.
func (p *Projection) assume() {
	low, hasLow := p.Scenario("low")
	high, hasHigh := p.Scenario("high")
	if !hasLow || !hasHigh || low.Derived || high.Derived {
		return
	}
	l, h := low.Course, high.Course
	a := Assumptions{
		Market:       growth.Range{Low: low.Market, High: high.Market},
		Productivity: growth.Rate(l.Productivity.or(0).At(0)), Share: growth.Rate(l.Share.or(0).At(0)),
	}
	for _, y := range []Yearly{l.Market, h.Market, l.Share.or(0), h.Share.or(0), l.Productivity.or(0), h.Productivity.or(0), l.Elasticity.or(1), h.Elasticity.or(1)} {
		if !y.IsConstant() {
			return
		}
	}
	if growth.Rate(h.Productivity.or(0).At(0)) != a.Productivity || growth.Rate(h.Share.or(0).At(0)) != a.Share ||
		l.Elasticity.or(1).At(0) != 1 || h.Elasticity.or(1).At(0) != 1 {
		return
	}
	if _, err := a.Jobs(); err == nil {
		p.Assumptions = a
	}
}
