package projection

import (
	"fmt"
	"math"
	"slices"
	"sync/atomic"

	"smartcity/growth"
)

// draw is how the jobs of a sector grow.
type draw struct {
	fan   *Fan
	level []float64    // of a sector with nothing to draw, for which the rest is not used
	years []drawInYear // after the base year
	same  bool         // these are all alike
	lost  atomic.Int64 // draws of −100 % or less
}

// drawInYear makes 1 + growth of jobs of a number x: location + width·x, to the
// power of the elasticity and then times scale.
type drawInYear struct {
	location, width   float64
	elasticity, scale float64
	table             *scoreTable // that makes x of a score; nil: x is the score
}

// drawsOf checks the sectors and makes their distributions.
func drawsOf(sectors []*Projection, s Simulation) ([]*draw, error) {
	tables := map[unitDistribution]*scoreTable{}
	names := map[string]bool{}
	var draws []*draw
	for i, p := range sectors {
		first := sectors[0]
		fail := func(err error, format string, args ...any) ([]*draw, error) {
			return nil, fmt.Errorf("projection: simulation of %q: "+format+": %w", append(append([]any{p.Name}, args...), err)...)
		}
		switch {
		case p.Unit != first.Unit:
			return fail(growth.ErrUnit, "its jobs are %q, those of %q %q", p.Unit, first.Name, first.Unit)
		case p.BaseYear != first.BaseYear || p.To != first.To:
			return fail(growth.ErrOrder, "it runs from %d to %d, %q from %d to %d", p.BaseYear, p.To, first.Name, first.BaseYear, first.To)
		case names[p.Name] && p.Name != "": // as the rest of an outlook has none
			return fail(growth.ErrNotKnown, "there are two of the name")
		}
		names[p.Name] = true
		low, high, err := p.between(s.Scenarios)
		if err != nil {
			return nil, in(err, "simulation")
		}
		d := new(draw)
		d.fan = newFan(p.To-p.BaseYear+1, Fan{
			Name: p.Name, Unit: p.Unit, BaseYear: p.BaseYear, Base: p.Base,
			Low: low, High: high, Probabilities: s.Probabilities,
		})
		for year := p.BaseYear + 1; year <= p.To; year++ {
			g, err := s.distribution(i, growth.Range{Low: growth.Rate(low.Market.At(year)), High: growth.Rate(high.Market.At(year))})
			if err != nil {
				return nil, fmt.Errorf("projection: simulation of %q: %w", p.Name, err)
			}
			d.fan.Growth = append(d.fan.Growth, g)
		}
		draws = append(draws, d)
		if !slices.ContainsFunc(d.fan.Growth, func(g GrowthDistribution) bool { return !g.single() }) {
			if d.level, err = p.settled(low, d.fan.Growth); err != nil {
				return nil, err
			}
			continue
		}
		for t, g := range d.fan.Growth {
			d.years = append(d.years, low.draw(p.BaseYear+1+t, g, tables))
		}
		d.same = !slices.ContainsFunc(d.years, func(y drawInYear) bool { return y != d.years[0] })
	}
	return draws, nil
}

// between returns the courses of the two scenarios between whose markets growth
// is drawn.
func (p *Projection) between(scenarios [2]string) (low, high Course, err error) {
	none := Course{}
	if _, err := newProjection(p.Name, p.Unit, p.Base, p.BaseYear, p.To); err != nil {
		return none, none, err
	}
	if scenarios == [2]string{"low", "high"} && !math.IsNaN(float64(p.Assumptions.Market.Low)) {
		if _, err := p.Assumptions.Jobs(); err != nil {
			return none, none, p.fail("%w", err)
		}
		cases := p.Assumptions.Cases()
		low, high = cases[0].Course, cases[1].Course
	} else {
		for i, course := range []*Course{&low, &high} {
			switch s, ok := p.Scenario(scenarios[i]); {
			case !ok:
				return none, none, p.fail("it has no scenario %q to draw growth from: %w", scenarios[i], growth.ErrNotKnown)
			case s.Derived:
				return none, none, p.fail("scenario %q follows from other figures; what these are can be simulated: %w", scenarios[i], ErrContradiction)
			default:
				*course = s.Course.clone()
			}
		}
	}
	for year := p.BaseYear + 1; year <= p.To; year++ {
		for _, c := range []Course{low, high} {
			if _, err := c.JobsIn(year); err != nil {
				return none, none, p.fail("%w", err)
			}
		}
		for _, x := range []struct {
			what      Assumption
			low, high Yearly
		}{
			{ShareGrowth, low.Share.or(0), high.Share.or(0)},
			{ProductivityGrowth, low.Productivity.or(0), high.Productivity.or(0)},
			{JobElasticity, low.Elasticity.or(1), high.Elasticity.or(1)},
		} {
			if a, b := x.low.At(year), x.high.At(year); a != b {
				return none, none, p.fail("scenarios %q and %q differ in %v, %v and %v in %d, and only growth of the market is drawn: %w",
					scenarios[0], scenarios[1], x.what, a, b, year, ErrContradiction)
			}
		}
	}
	return low, high, nil
}

// distribution is that of growth of a sector's market over a range.
func (s Simulation) distribution(i int, r growth.Range) (GrowthDistribution, error) {
	if s.Distributions == nil {
		return s.Growth.over(r)
	}
	g := s.Distributions[i]
	if err := g.validate(); err != nil {
		return g, err
	}
	if g.Shape.bounded() && g.Low <= -1 {
		return g, fmt.Errorf("low limit %v: %w", float64(g.Low), growth.ErrNoGrowth)
	}
	return g, nil
}

// settled are the jobs where each year has a single rate of the market, computed
// as those of a scenario.
func (p *Projection) settled(c Course, rates []GrowthDistribution) ([]float64, error) {
	market := make([]float64, len(rates))
	for t, g := range rates {
		market[t] = float64(g.point())
	}
	c.Market = ByYear(p.BaseYear+1, market...)
	s, err := p.scenario("", c)
	return s.Level, err
}

// draw is how jobs grow in a year if the market grows as g has it.
func (c Course) draw(year int, g GrowthDistribution, tables map[unitDistribution]*scoreTable) drawInYear {
	share, productivity := c.Share.or(0).At(year), c.Productivity.or(0).At(year)
	d := drawInYear{elasticity: c.Elasticity.or(1).At(year), scale: 1}
	var width float64
	var unit unitDistribution
	location := float64(g.point())
	if !g.single() {
		unit, location, width = g.unit()
	}
	if d.elasticity == 1 {
		// Growth of jobs is a straight line in that of the market, so its
		// distribution has the same shape.
		d.location = 1 + float64(jobsGrowth(location, share, productivity, 1))
		d.width = width * (1 + share) / (1 + productivity)
	} else {
		d.location, d.width, d.scale = (1+location)*(1+share), width*(1+share), 1/(1+productivity)
	}
	switch {
	case g.single():
	case g.Shape == Normal:
		d.width /= 2 // a unit normal has two sigmas of ½
	default:
		if tables[unit] == nil {
			tables[unit] = newScoreTable(unit)
		}
		d.table = tables[unit]
	}
	return d
}

// factors turns the scores of a year into 1 + growth of jobs.
func (d *draw) factors(year int, z []float64) {
	y := &d.years[year-1]
	width := y.width
	if y.table != nil {
		y.table.read(z, width)
		width = 1
	}
	lost := 0
	for i, x := range z {
		f := y.location + width*x
		if f <= 0 {
			f = 0
			lost++
		}
		z[i] = f
	}
	if y.elasticity != 1 {
		for i, f := range z {
			z[i] = y.scale * math.Pow(f, y.elasticity)
		}
	}
	if lost > 0 && y.elasticity > 0 { // at 0 jobs do not react to a market, not even to one that is gone
		d.lost.Add(int64(lost))
	}
}
