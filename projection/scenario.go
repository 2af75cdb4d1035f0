package projection

import (
	"math"

	"smartcity/growth"
)

// Scenario is one way the jobs of a [Projection] can go, at a constant rate.
type Scenario struct {
	Name     string      // "low", "high"
	Market   growth.Rate // growth of the market a year that is assumed
	Rate     growth.Rate // growth of jobs a year that follows
	BaseYear int         // the year of Level[0]
	Level    []float64   // jobs from the base year to the target year; Level[0] is the base, exactly
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

// YearReached returns the first year whose level is at least the target, at the
// scenario's rate; it may lie beyond the target year of the projection. It
// returns an error that wraps [growth.ErrNoGrowth] if the rate does not lead
// there, and [growth.ErrNotKnown] if the scenario is empty. Other errors are
// those of [growth.Rate.YearReached].
func (s Scenario) YearReached(target float64) (int, error) {
	return s.Rate.YearReached(s.LevelIn(s.BaseYear), s.BaseYear, target)
}

// Series returns the levels as a yearly series.
func (s Scenario) Series(name, unit string) growth.Series {
	return growth.Series{Name: name, Unit: unit, FirstYear: s.BaseYear, Values: s.Level}
}
