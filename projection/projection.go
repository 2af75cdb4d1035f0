package projection

import (
	"errors"
	"fmt"
	"math"
	"math/big"

	"smartcity/growth"
)

// Projection is the number of jobs between a base year and a target year, in one
// or more scenarios. [Project] and [ProjectScenarios] make it.
type Projection struct {
	Name     string  // whose jobs: "Smart City", a sector
	Unit     string  // what a job is: "FTE" or "employees"
	BaseYear int     // the year of Base
	Base     float64 // jobs in BaseYear
	To       int     // target year, the last one projected

	// Assumptions are those of [Project], or those that scenarios "low" and "high" of
	// [ProjectScenarios] have in common as the ends of a range of growth of the
	// market. Where there is no such range all are NaN, and each scenario has its own.
	Assumptions Assumptions

	Scenarios []Scenario // low and high of [Project], else in the order of the cases
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
	p, err := newProjection(name, unit, base, baseYear, to)
	if err != nil {
		return nil, err
	}
	if _, err := a.Jobs(); err != nil {
		return nil, err
	}
	for _, c := range a.Cases() {
		s, err := p.scenario(c.Name, c.Course)
		if err != nil {
			return nil, err
		}
		p.Scenarios = append(p.Scenarios, s)
	}
	p.Assumptions = a
	return p, nil
}

// newProjection checks the base and the years of a projection.
func newProjection(name, unit string, base float64, baseYear, to int) (*Projection, error) {
	p := &Projection{Name: name, Unit: unit, BaseYear: baseYear, Base: base, To: to, Assumptions: noAssumptions()}
	switch {
	case math.IsNaN(base) || math.IsInf(base, 0):
		return nil, p.fail("base %v: %w", base, growth.ErrNotKnown)
	case base <= 0:
		return nil, p.fail("base %v: %w", base, growth.ErrNotPositive)
	case to <= baseYear:
		return nil, p.fail("the target year is not after the base year: %w", growth.ErrOrder)
	case to-baseYear > MaxYears || to-baseYear < 0: // the second: overflow
		return nil, p.fail("more than %d years: %w", MaxYears, ErrTooFar)
	}
	return p, nil
}

func (p *Projection) fail(format string, args ...any) error {
	whose := "" // nothing for a total, which has no name
	if p.Name != "" {
		whose = fmt.Sprintf("%q, ", p.Name)
	}
	return in(fmt.Errorf(format, args...), "%s%d–%d", whose, p.BaseYear, p.To)
}

// scenario carries the base forward by a course.
func (p *Projection) scenario(name string, c Course) (Scenario, error) {
	rates, err := c.rates(p.BaseYear, p.To)
	if err != nil {
		return Scenario{}, p.fail("%w", err)
	}
	markets := make([]float64, len(rates))
	for i := range markets {
		markets[i] = c.Market.At(p.BaseYear + 1 + i)
	}
	s := Scenario{
		Name: name, Market: average(markets), Rate: average(rates), BaseYear: p.BaseYear,
		Level: make([]float64, len(rates)+1), Rates: rates, Course: c,
	}
	level := exactly(p.Base)
	s.Level[0] = p.Base
	for t, g := range rates {
		factor := exactRate(g)
		level.Mul(level, factor.Add(factor, big.NewRat(1, 1)))
		s.Level[t+1] = float(level)
		switch x := s.Level[t+1]; {
		case math.IsInf(x, 0):
			return Scenario{}, p.fail("at %v a year the level overflows: %w", float64(g), growth.ErrNotKnown)
		case x == 0:
			return Scenario{}, p.fail("at %v a year the level falls below the smallest number: %w", float64(g), growth.ErrNotPositive)
		}
	}
	return s, nil
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
