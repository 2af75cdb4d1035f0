package projection

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"smartcity/growth"
	"smartcity/sector"
)

// SectorScenarios projects the jobs of each sector of a table, and their total,
// once for each case, with assumptions that may differ from sector to sector and
// from year to year. With [SumOfSectors] the total is the sum of the sectors; with
// [SharedOut] it has the case's own course and the sectors share it,
//
//	x_it = X_t · y_it/Σ_k y_kt
//
// with y the levels that the courses by themselves lead to. Either way sectors
// and [Outlook].Rest add up to the total in every year (to 1e-12 of the parts).
//
// Rest are jobs of the total that are in no sector projected, as where a sector's
// are suppressed. They are not lost, and go the case's own course; a table whose
// total is the sum of its known sectors has none.
//
// What the table must be like, NotProjected and Warnings are as for [Sectors],
// which is this function with [SharedOut] and the cases of [Assumptions.Cases].
// Besides its errors there is one that wraps [growth.ErrTooFew] if there are no
// cases, and [growth.ErrNotKnown] if a name of a case is empty or there twice, a
// case names a sector that the table does not have, a course that is needed does
// not state the market, or the sectors have more jobs than the total and courses
// of their own; and those of [Course.JobsIn].
func SectorScenarios(t *sector.Table, baseYear, to int, approach Approach, cases ...Case) (*Outlook, error) {
	cases, err := cloneCases(cases)
	if err != nil {
		return nil, err
	}
	o, err := newOutlook(t, baseYear, to)
	if err != nil {
		return nil, err
	}
	o.Approach, o.Cases = approach, cases
	for _, c := range cases {
		for _, name := range slices.Sorted(maps.Keys(c.Sectors)) {
			if _, ok := o.Sector(name); !ok && !slices.ContainsFunc(o.NotProjected, func(n NotProjected) bool { return n.Name == name }) {
				return nil, fmt.Errorf("projection: scenario %q has assumptions of %q, which the table does not have: %w", c.Name, name, growth.ErrNotKnown)
			}
		}
		parts, total, err := o.follow(c)
		if err != nil {
			return nil, in(err, "scenario %q", c.Name)
		}
		o.Total.Scenarios = append(o.Total.Scenarios, total)
		for i, p := range o.parts() {
			p.Scenarios = append(p.Scenarios, parts[i])
		}
	}
	for _, p := range append(o.parts(), o.Total) {
		p.assume()
	}
	return o, nil
}

// parts are the sectors, and the rest if there is one.
func (o *Outlook) parts() []*Projection {
	if o.Rest == nil {
		return o.Sectors
	}
	return append(slices.Clone(o.Sectors), o.Rest)
}

// follow projects the parts of an outlook, and the total, by a case.
func (o *Outlook) follow(c Case) (parts []Scenario, total Scenario, err error) {
	own := false
	for _, p := range o.parts() {
		course := c.Course
		if p != o.Rest {
			course = c.of(p.Name)
			_, has := c.Sectors[p.Name]
			own = own || has
		}
		s, err := p.scenario(c.Name, course)
		if err != nil {
			return nil, Scenario{}, err
		}
		parts = append(parts, s)
	}
	if sum := sumOf(parts, 0); own && math.Abs(sum-o.Total.Base) > 1e-12*sum {
		return nil, Scenario{}, fmt.Errorf("projection: the sectors have %v jobs in %d, their total %v: %w", sum, o.Total.BaseYear, o.Total.Base, growth.ErrNotKnown)
	}
	if own && o.Approach == SumOfSectors {
		return parts, sumUp(c.Name, o.Total.BaseYear, o.Total.Base, parts), nil
	}
	// Where all have the same course it is the total's too, and either approach
	// gives the same; the total then is computed by itself, so that it is exact.
	if total, err = o.Total.scenario(c.Name, c.Course); err != nil {
		return nil, Scenario{}, err
	}
	if own {
		shareOut(total, parts)
		for i, s := range parts {
			if end := s.Level[len(s.Level)-1]; !(end > 0) {
				return nil, Scenario{}, fmt.Errorf("projection: the share of %q in the total comes to %v: %w", o.parts()[i].Name, end, growth.ErrNotPositive)
			}
		}
	}
	return parts, total, nil
}
