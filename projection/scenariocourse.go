package projection

import (
	"fmt"
	"math"

	"smartcity/growth"
)

// Course is what a scenario assumes of a sector, or of the total: how its market
// grows and what that means for its jobs. Only Market must be stated.
type Course struct {
	Market       Yearly // growth of the market a year
	Share        Yearly // growth of the field's share of the market a year; not stated: 0, a constant share
	Productivity Yearly // growth of output per job a year; not stated: 0

	// Elasticity is how many per cent more jobs one per cent more output takes,
	// before productivity: below 1 where larger is leaner. Not stated: 1. Zero is no
	// reaction to the market at all.
	Elasticity Yearly
}

// JobsIn returns the growth of jobs in a year, from the year before,
//
//	g_jobs = ((1+g_market)(1+g_share))^ε / (1+g_productivity) − 1
//
// With elasticity ε = 1 it is that of [Assumptions.Jobs], to the last bit. It
// returns an error that wraps [growth.ErrNotKnown] if the market is not stated, an
// assumption has no value for the year or an infinite one, or the result
// overflows, [growth.ErrNoGrowth] if a rate is −1 or less, and
// [growth.ErrNotPositive] if the elasticity is negative.
func (c Course) JobsIn(year int) (growth.Rate, error) {
	var x [3]float64
	for i, a := range []struct {
		name  string
		value Yearly
	}{{"market growth", c.Market}, {"growth of the market share", c.Share.or(0)}, {"productivity growth", c.Productivity.or(0)}} {
		x[i] = a.value.At(year)
		if !a.value.covers(year) {
			return 0, fmt.Errorf("projection: %s is not stated for %d: %w", a.name, year, growth.ErrNotKnown)
		}
		if err := validRate(x[i]); err != nil {
			return 0, fmt.Errorf("projection: %s in %d: %w", a.name, year, err)
		}
	}
	e := c.Elasticity.or(1).At(year)
	switch {
	case !c.Elasticity.or(1).covers(year):
		return 0, fmt.Errorf("projection: elasticity of jobs is not stated for %d: %w", year, growth.ErrNotKnown)
	case math.IsNaN(e) || math.IsInf(e, 0):
		return 0, fmt.Errorf("projection: elasticity of jobs in %d is %v: %w", year, e, growth.ErrNotKnown)
	case e < 0:
		return 0, fmt.Errorf("projection: elasticity of jobs in %d is %v: %w", year, e, growth.ErrNotPositive)
	}
	g := jobsGrowth(x[0], x[1], x[2], e)
	if err := validRate(float64(g)); err != nil {
		return 0, fmt.Errorf("projection: growth of jobs in %d: %w", year, err)
	}
	return g, nil
}

// MarketFor returns the constant growth of the market that makes jobs grow at a
// rate, with the other assumptions of the course in a year,
//
//	g_market = ((1+g_jobs)(1+g_productivity))^(1/ε) / (1+g_share) − 1
//
// so that what a target requires of jobs ([Projection.RequiredRate]) is said of
// the market. Market itself is not looked at. Errors are those of
// [Course.JobsIn], and [growth.ErrNoGrowth] if the elasticity is zero.
func (c Course) MarketFor(jobs growth.Rate, year int) (growth.Rate, error) {
	if err := validRate(float64(jobs)); err != nil {
		return 0, fmt.Errorf("projection: growth of jobs: %w", err)
	}
	c.Market = Constant(0)
	if _, err := c.JobsIn(year); err != nil {
		return 0, err
	}
	e, s, p := c.Elasticity.or(1).At(year), c.Share.or(0).At(year), c.Productivity.or(0).At(year)
	if e == 0 {
		return 0, fmt.Errorf("projection: jobs do not react to the market: %w", growth.ErrNoGrowth)
	}
	m := jobsGrowth(float64(jobs), p, s, 1) // (1+g)(1+p)/(1+s) − 1
	if e != 1 {
		m = growth.Rate(math.Expm1((math.Log1p(float64(jobs))+math.Log1p(p))/e - math.Log1p(s)))
	}
	if err := validRate(float64(m)); err != nil {
		return 0, fmt.Errorf("projection: growth of the market: %w", err)
	}
	return m, nil
}

// rates are the growth of jobs of each year after the base year.
func (c Course) rates(baseYear, to int) ([]growth.Rate, error) {
	rates := make([]growth.Rate, to-baseYear)
	for i := range rates {
		var err error
		if rates[i], err = c.JobsIn(baseYear + 1 + i); err != nil {
			return nil, err
		}
	}
	return rates, nil
}

func (c Course) clone() Course {
	return Course{c.Market.clone(), c.Share.clone(), c.Productivity.clone(), c.Elasticity.clone()}
}

// equal reports whether two courses assume the same, also where one states what
// the other leaves unstated.
func (c Course) equal(d Course) bool {
	return c.Market.equal(d.Market) && c.Share.or(0).equal(d.Share.or(0)) &&
		c.Productivity.or(0).equal(d.Productivity.or(0)) && c.Elasticity.or(1).equal(d.Elasticity.or(1))
}

// jobsGrowth is the formula multiplied out, so that it loses no digits of small
// rates and returns the market's rate itself where nothing else is assumed.
func jobsGrowth(market, share, productivity, elasticity float64) growth.Rate {
	output := market + share + float64(market*share)
	if elasticity != 1 {
		output = math.Expm1(elasticity * math.Log1p(output))
	}
	return growth.Rate((output - productivity) / (1 + productivity))
}

func validRate(x float64) error {
	return (growth.Range{Low: growth.Rate(x), High: growth.Rate(x)}).Validate()
}

// average is the constant rate that compounds to the same as rates do: the rate
// itself where all are the same.
func average[T ~float64](rates []T) growth.Rate {
	if len(rates) == 0 {
		return growth.Rate(math.NaN())
	}
	var logs growth.Sum
	same := true
	for _, g := range rates {
		same = same && g == rates[0]
		logs.Add(math.Log1p(float64(g)))
	}
	if same {
		return growth.Rate(rates[0])
	}
	return growth.Rate(math.Expm1(logs.Float64() / float64(len(rates))))
}
