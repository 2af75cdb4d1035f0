package projection

import (
	"fmt"

	"smartcity/growth"
)

// Assumptions say how growth of a market becomes growth of jobs. Only Market
// must be given: the zero values of the other two carry market growth over to
// jobs unchanged, which is itself an assumption, that output per job and the
// field's share of its market stay what they are.
type Assumptions struct {
	Market       growth.Range // growth of the market a year, taken as exact
	Productivity growth.Rate  // growth of output per job a year; zero: market growth becomes jobs unchanged
	Share        growth.Rate  // growth of the field's share of the market a year; zero: a constant share
}

// Jobs returns the growth of jobs a year at both ends of the range,
//
//	g_jobs = (1+g_market)(1+g_share)/(1+g_productivity) − 1,
//
// and exactly the market's growth where productivity and share do not grow. It
// returns an error that wraps [growth.ErrNotKnown] if a rate is NaN or infinite
// or the result overflows, [growth.ErrNoGrowth] if a rate is −1 or less, and
// [growth.ErrOrder] if the ends of the range are reversed.
func (a Assumptions) Jobs() (growth.Range, error) {
	if err := a.Market.Validate(); err != nil {
		return growth.Range{}, fmt.Errorf("projection: market growth: %w", err)
	}
	for _, c := range []struct {
		name string
		rate growth.Rate
	}{{"productivity growth", a.Productivity}, {"growth of the market share", a.Share}} {
		if err := (growth.Range{Low: c.rate, High: c.rate}).Validate(); err != nil {
			return growth.Range{}, fmt.Errorf("projection: %s: %w", c.name, err)
		}
	}
	jobs := growth.Range{Low: a.jobs(a.Market.Low), High: a.jobs(a.Market.High)}
	if err := jobs.Validate(); err != nil {
		return growth.Range{}, fmt.Errorf("projection: growth of jobs: %w", err)
	}
	return jobs, nil
}

func (a Assumptions) jobs(market growth.Rate) growth.Rate {
	return jobsGrowth(float64(market), float64(a.Share), float64(a.Productivity), 1)
}

// Cases returns the two scenarios that [Project] makes of the range, "low" and
// "high", as cases: to put others beside them, or to give a sector a course of its
// own.
func (a Assumptions) Cases() []Case {
	course := func(market growth.Rate) Course {
		return Course{Market: Constant(float64(market)), Share: Constant(float64(a.Share)), Productivity: Constant(float64(a.Productivity))}
	}
	return []Case{{Name: "low", Course: course(a.Market.Low)}, {Name: "high", Course: course(a.Market.High)}}
}
