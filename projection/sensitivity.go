package projection

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"smartcity/growth"
)

// Assumption names one of the assumptions that a scenario rests on.
type Assumption uint8

const (
	MarketGrowth       Assumption = iota // [Course].Market
	ShareGrowth                          // [Course].Share
	ProductivityGrowth                   // [Course].Productivity
	JobElasticity                        // [Course].Elasticity
	BaseJobs                             // the jobs of the base year
)

// String returns "market growth", "growth of the market share", "productivity
// growth", "elasticity of jobs" or "jobs of the base year".
func (a Assumption) String() string {
	switch a {
	case MarketGrowth:
		return "market growth"
	case ShareGrowth:
		return "growth of the market share"
	case ProductivityGrowth:
		return "productivity growth"
	case JobElasticity:
		return "elasticity of jobs"
	case BaseJobs:
		return "jobs of the base year"
	}
	return "unknown assumption"
}

// Variation is an assumption and the values to try in its place.
type Variation struct {
	Assumption Assumption

	// Sector is the one whose assumption is varied; "" for that of every sector and
	// of the total. The base jobs of a sector change the total by as much, those of ""
	// all sectors in proportion.
	Sector string

	Values []Yearly // of [BaseJobs] constants: the number of jobs
}

// Vary returns a variation of an assumption of all sectors, with constants as
// values.
func Vary(a Assumption, values ...float64) Variation {
	v := Variation{Assumption: a}
	for _, x := range values {
		v.Values = append(v.Values, Constant(x))
	}
	return v
}

// sensitive is a scenario that can be computed again under other assumptions.
type sensitive struct {
	outlook *Outlook
	c       Case
}

// sensitive finds a scenario of an outlook.
func (o *Outlook) sensitive(scenario string) (*sensitive, error) {
	i := slices.IndexFunc(o.Cases, func(c Case) bool { return c.Name == scenario })
	if i < 0 {
		return nil, fmt.Errorf("projection: no scenario %q: %w", scenario, growth.ErrNotKnown)
	}
	return &sensitive{o, o.Cases[i]}, nil
}

// sensitive takes a projection for an outlook without sectors.
func (p *Projection) sensitive(scenario string) (*sensitive, error) {
	s, ok := p.Scenario(scenario)
	switch {
	case !ok:
		return nil, fmt.Errorf("projection: %q has no scenario %q: %w", p.Name, scenario, growth.ErrNotKnown)
	case s.Derived:
		return nil, fmt.Errorf("projection: scenario %q of %q follows from other figures; ask the outlook: %w", scenario, p.Name, growth.ErrNotKnown)
	}
	return &sensitive{&Outlook{Total: p, Approach: SharedOut}, Case{Name: s.Name, Course: s.Course}}, nil
}

// check refuses a variation that says nothing, or that of another sector.
func (s *sensitive) check(v Variation) error {
	if v.Assumption > BaseJobs {
		return fmt.Errorf("projection: variation of %v %d: %w", v.Assumption, v.Assumption, growth.ErrNotKnown)
	}
	if len(v.Values) == 0 {
		return fmt.Errorf("projection: variation of %v without values: %w", v.Assumption, growth.ErrTooFew)
	}
	if _, ok := s.outlook.Sector(v.Sector); v.Sector != "" && !ok {
		return fmt.Errorf("projection: variation of %v of %q, which is not projected: %w", v.Assumption, v.Sector, growth.ErrNotKnown)
	}
	for _, x := range v.Values {
		if !x.Stated() || v.Assumption == BaseJobs && !x.IsConstant() {
			return fmt.Errorf("projection: variation of %v: a value is not stated, or jobs differ by year: %w", v.Assumption, growth.ErrNotKnown)
		}
	}
	return nil
}

// setting is a variation and one of its values.
type setting struct {
	Variation
	value Yearly
}

// level is the total jobs in the target year under the settings.
func (s *sensitive) level(settings ...setting) (float64, error) {
	o, c := *s.outlook, s.c.clone()
	var err error
	for _, x := range settings {
		if x.Assumption == BaseJobs {
			if err = o.rebase(x.Sector, x.value.Values[0]); err != nil {
				return 0, err
			}
			continue
		}
		if c.Sectors == nil {
			c.Sectors = map[string]Course{}
		}
		if x.Sector != "" {
			c.Sectors[x.Sector] = c.of(x.Sector).with(x.Assumption, x.value)
			continue
		}
		c.Course = c.Course.with(x.Assumption, x.value)
		for _, name := range slices.Sorted(maps.Keys(c.Sectors)) {
			c.Sectors[name] = c.Sectors[name].with(x.Assumption, x.value)
		}
	}
	_, total, err := o.follow(c)
	if err != nil {
		return 0, err
	}
	return total.Level[len(total.Level)-1], nil
}

// with returns a course with another value of an assumption.
func (c Course) with(a Assumption, value Yearly) Course {
	switch a {
	case MarketGrowth:
		c.Market = value
	case ShareGrowth:
		c.Share = value
	case ProductivityGrowth:
		c.Productivity = value
	case JobElasticity:
		c.Elasticity = value
	}
	return c
}

// rebase changes the jobs of the base year of a sector, or of all in proportion.
// The projections that o points to are replaced and not changed.
func (o *Outlook) rebase(sector string, jobs float64) error {
	if math.IsNaN(jobs) || math.IsInf(jobs, 0) {
		return fmt.Errorf("projection: %v jobs in the base year: %w", jobs, growth.ErrNotKnown)
	}
	if jobs <= 0 {
		return fmt.Errorf("projection: %v jobs in the base year: %w", jobs, growth.ErrNotPositive)
	}
	with := func(p *Projection, base float64) *Projection {
		q := *p
		q.Base = base
		return &q
	}
	old := o.Total.Base
	sectors := slices.Clone(o.Sectors)
	var total growth.Sum // the total with one sector's jobs in place of those it had
	total.Add(old)
	for i, p := range sectors {
		switch sector {
		case "":
			sectors[i] = with(p, p.Base*(jobs/old))
		case p.Name:
			sectors[i] = with(p, jobs)
			total.Add(jobs)
			total.Add(-p.Base)
		}
	}
	o.Sectors = sectors
	if sector != "" {
		o.Total = with(o.Total, total.Float64())
		return nil
	}
	o.Total = with(o.Total, jobs)
	if o.Rest != nil {
		o.Rest = with(o.Rest, o.Rest.Base*(jobs/old))
	}
	return nil
}
