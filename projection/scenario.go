package projection

import (
	"fmt"
	"math"
	"math/big"
	"slices"

	"smartcity/growth"
)

// Scenario is one way the jobs of a [Projection] can go.
type Scenario struct {
	Name string // "low", "high", or that of its [Case]

	// Market is the growth of the market a year that is assumed, and Rate the growth
	// of jobs that follows. Where they differ from year to year, they are the
	// constant rates that lead to the same in the end: Rate is the implied CAGR.
	Market growth.Rate // NaN if Derived
	Rate   growth.Rate

	BaseYear int       // the year of Level[0]
	Level    []float64 // jobs from the base year to the target year; Level[0] is the base, exactly

	Rates  []growth.Rate // growth of jobs in each year; Rates[i] leads from Level[i] to Level[i+1]
	Course Course        // assumptions; zero if Derived

	// Derived says that levels follow from others, as the sum of sectors or as a
	// share of the total, and not from a course.
	Derived bool
}

// LevelIn returns the jobs in a year, NaN outside the years of the projection.
func (s Scenario) LevelIn(year int) float64 {
	if year < s.BaseYear || year-s.BaseYear >= len(s.Level) {
		return math.NaN()
	}
	return s.Level[year-s.BaseYear]
}

// GainIn returns the jobs in a year less those of the base year, NaN outside the
// years of the projection. They are subtracted as decimal numbers, so that
// 22,077.44 less 17,600 is 4,477.44 and a table of both adds up to the last digit.
func (s Scenario) GainIn(year int) float64 {
	level := s.LevelIn(year)
	if math.IsNaN(level) || math.IsInf(level, 0) {
		return math.NaN()
	}
	gain := exactly(level)
	return float(gain.Sub(gain, exactly(s.Level[0])))
}

// IndexIn returns the jobs in a year as an index number, 100 in the base year.
// It is NaN outside the years of the projection.
func (s Scenario) IndexIn(year int) float64 {
	level := s.LevelIn(year)
	if math.IsNaN(level) {
		return level
	}
	x := exactly(level)
	x.Mul(x, big.NewRat(100, 1))
	return float(x.Quo(x, exactly(s.Level[0])))
}

// CAGR returns the implied compound annual growth rate of jobs from the base year
// to a year: Rate itself where the rate is constant. It returns an error that
// wraps [growth.ErrNotKnown] outside the years of the projection and
// [growth.ErrOrder] for the base year.
func (s Scenario) CAGR(year int) (growth.Rate, error) {
	level := s.LevelIn(year)
	if n := year - s.BaseYear; n > 0 && !math.IsNaN(level) && !s.varies() {
		return s.Rate, nil
	}
	return growth.CAGR(s.LevelIn(s.BaseYear), level, float64(year-s.BaseYear))
}

// varies reports whether rates differ from year to year.
func (s Scenario) varies() bool {
	return s.Derived || slices.ContainsFunc(s.Rates, func(g growth.Rate) bool { return g != s.Rate })
}

// YearReached returns the first year whose level is at least the target, at the
// scenario's rate; it may lie beyond the target year of the projection if the rate
// is constant. It returns an error that wraps [growth.ErrNoGrowth] if the rate
// does not lead there, or rates that differ from year to year do not before they
// end, and [growth.ErrNotKnown] if the scenario is empty. Other errors are those
// of [growth.Rate.YearReached].
func (s Scenario) YearReached(target float64) (int, error) {
	if !s.varies() || !(target > 0) || math.IsInf(target, 1) {
		return s.Rate.YearReached(s.LevelIn(s.BaseYear), s.BaseYear, target)
	}
	for t, x := range s.Level {
		if x >= target*(1-1e-12) {
			return s.BaseYear + t, nil
		}
	}
	return 0, fmt.Errorf("projection: %q: %v is not reached by %d: %w", s.Name, target, s.BaseYear+len(s.Level)-1, growth.ErrNoGrowth)
}

// Series returns the levels as a yearly series.
func (s Scenario) Series(name, unit string) growth.Series {
	return growth.Series{Name: name, Unit: unit, FirstYear: s.BaseYear, Values: s.Level}
}
