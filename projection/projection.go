package projection

import (
	"errors"
	"fmt"
	"math"
	"math/big"

	"smartcity/growth"
)

// Projection is the number of jobs between a base year and a target year, in a
// low and a high scenario.
type Projection struct {
	Name        string  // whose jobs: "Smart City", a sector
	Unit        string  // what a job is: "FTE" or "employees"
	BaseYear    int     // the year of Base
	Base        float64 // jobs in BaseYear
	To          int     // target year, the last one projected
	Assumptions Assumptions
	Scenarios   []Scenario // low, high
}

// MaxYears is the longest projection: beyond it a constant rate says nothing.
const MaxYears = 200

// ErrTooFar signifies that a target year is more than [MaxYears] after the base
// year.
var ErrTooFar = errors.New("target year is too far away")

// Project carries the jobs of a base year forward to the year to, once with
// each end of the growth of jobs that [Assumptions.Jobs] gives: the level in
// year t is base·(1+g)^(t − baseYear). It is computed exactly, with base and g
// taken for the shortest decimal numbers that they are, and rounded once: 17,600
// at 12 % is 19,712 a year later, not 19,712.000000000004.
//
// It returns an error that wraps [growth.ErrNotKnown] if base is NaN or
// infinite, [growth.ErrNotPositive] if it is zero or negative,
// [growth.ErrOrder] if to is not after baseYear, [ErrTooFar] if it is more than
// [MaxYears] later, and [growth.ErrNotKnown] or [growth.ErrNotPositive] if a level leaves the
// range of float64. The other errors are those of [Assumptions.Jobs].
func Project(name, unit string, base float64, baseYear, to int, a Assumptions) (*Projection, error) {
	fail := func(format string, args ...any) (*Projection, error) {
		return nil, fmt.Errorf("projection: %q, %d–%d: "+format, append([]any{name, baseYear, to}, args...)...)
	}
	switch {
	case math.IsNaN(base) || math.IsInf(base, 0):
		return fail("base %v: %w", base, growth.ErrNotKnown)
	case base <= 0:
		return fail("base %v: %w", base, growth.ErrNotPositive)
	case to <= baseYear:
		return fail("the target year is not after the base year: %w", growth.ErrOrder)
	case to-baseYear > MaxYears || to-baseYear < 0: // the second: overflow
		return fail("more than %d years: %w", MaxYears, ErrTooFar)
	}
	jobs, err := a.Jobs()
	if err != nil {
		return nil, err
	}
	p := &Projection{Name: name, Unit: unit, BaseYear: baseYear, Base: base, To: to, Assumptions: a}
	for _, s := range []Scenario{
		{Name: "low", BaseYear: baseYear, Market: a.Market.Low, Rate: jobs.Low},
		{Name: "high", BaseYear: baseYear, Market: a.Market.High, Rate: jobs.High},
	} {
		s.Level = make([]float64, to-baseYear+1)
		level, factor := exactly(base), exactRate(s.Rate)
		factor.Add(factor, big.NewRat(1, 1))
		for t := range s.Level {
			s.Level[t] = float(level)
			level.Mul(level, factor)
		}
		switch last := s.Level[to-baseYear]; {
		case math.IsInf(last, 0):
			return fail("at %v a year the level overflows: %w", float64(s.Rate), growth.ErrNotKnown)
		case last == 0:
			return fail("at %v a year the level falls below the smallest number: %w", float64(s.Rate), growth.ErrNotPositive)
		}
		p.Scenarios = append(p.Scenarios, s)
	}
	return p, nil
}

// Scenario returns the scenario of a name, and whether there is one.
func (p *Projection) Scenario(name string) (Scenario, bool) {
	for _, s := range p.Scenarios {
		if s.Name == name {
			return s, true
		}
	}
	return Scenario{}, false
}

// RequiredRate returns the growth of jobs a year that leads from the base to the
// target in the target year. Errors are those of [growth.RequiredRate].
func (p *Projection) RequiredRate(target float64) (growth.Rate, error) {
	return growth.RequiredRate(p.Base, p.BaseYear, target, p.To)
}
