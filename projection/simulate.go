package projection

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"

	"smartcity/growth"
)

// Simulate draws growth of the market again and again, carries it over to jobs
// by the assumptions of each projection, and follows the jobs of all sectors and
// of their sum from the base year to the target year. Of each projection it uses
// name, unit, base and years, and its two scenarios that [Simulation].Scenarios
// names. Growth of the market in a year is drawn from the range between what these
// assume of it; share, productivity and elasticity, in which they must not differ,
// carry it over to jobs as [Course.JobsIn] says. Of a projection with Assumptions
// these are "low" and "high", as they are.
//
// How growth is drawn: each sector and year has a normal score z; the growth of
// the market is F⁻¹(Φ(z)), F being the sector's distribution in that year. Scores of a year
// are correlated over sectors as [Correlation] says. Over years they are the
// same, independent, or z_t = ρ·z_{t−1} + √(1−ρ²)·e_t with the first year's from
// N(0, 1), as [Persistence] says; ρ is the same for all sectors. A sector with a
// range of one rate in every year is not drawn: its jobs are those of its scenario
// to the last bit.
//
// The quantiles are those of the paths, exactly. The same source gives the same
// result at any GOMAXPROCS: it is read serially, two numbers for each block of
// 1,024 paths, to seed generators (PCG) that belong to the blocks. Other sectors,
// or the same in another order, draw other numbers. It holds 8 bytes a path for
// each sector, 16 unless years are independent, and 8 for the total.
//
// It returns an error that wraps [growth.ErrTooFew] if there are no projections;
// [growth.ErrUnit] or [growth.ErrOrder] if units or years of the projections
// differ; [ErrUnstated] or [ErrContradiction] for a simulation that leaves out
// what has no default, or does not go together, as two scenarios that differ in
// more than the market, or one that is Derived; *[CorrelationError];
// [growth.ErrNotKnown] for a target of a sector that is not there, for two sectors
// with one name, for a projection without the scenarios and for levels that leave
// the range of float64; [growth.ErrNoGrowth] for a distribution with a limit of
// −100 % or less; the errors of [Uncertainty.Over], [Project] and [Course.JobsIn];
// and that of the context, if it ends first. It panics if src is nil.
func Simulate(ctx context.Context, sectors []*Projection, s Simulation, src rand.Source) (*Simulated, error) {
	return simulate(ctx, sectors, nil, s, src)
}

// Simulate simulates the sectors of an outlook, as the function [Simulate] does;
// their sum is the total. Sectors that share a total out by courses of their own
// ([SharedOut]) cannot be drawn one by one, and are refused with
// [ErrContradiction]; the total can be, by Simulate. Jobs of the total that are in no sector, its Rest, are
// one more sector after the others, for which a matrix, loadings or distributions
// for each sector must have an entry too. The total of the sectors and the rest
// is, where growth leaves nothing to chance, that of the outlook to the last bit.
// Warnings of the outlook are passed on.
func (o *Outlook) Simulate(ctx context.Context, s Simulation, src rand.Source) (*Simulated, error) {
	parts, total := slices.Clone(o.Sectors), o.Total
	if o.Rest != nil {
		parts = append(parts, o.Rest)
	} else if slices.ContainsFunc(o.Warnings, func(w error) bool { _, ok := w.(*PartsDiffer); return ok }) {
		total = nil // the sectors have more jobs than the total
	}
	r, err := simulate(ctx, parts, total, s, src)
	if err != nil {
		return nil, err
	}
	if o.Rest != nil {
		r.Rest, r.Sectors = r.Sectors[len(o.Sectors)], r.Sectors[:len(o.Sectors):len(o.Sectors)]
	}
	r.Warnings = append(slices.Clone(o.Warnings), r.Warnings...)
	return r, nil
}

// simulate takes the total of an outlook along, if the sectors add up to it.
func simulate(ctx context.Context, sectors []*Projection, total *Projection, s Simulation, src rand.Source) (*Simulated, error) {
	if src == nil {
		panic("projection: Simulate with a nil source")
	}
	if len(sectors) == 0 {
		return nil, fmt.Errorf("projection: simulation of no sectors: %w", growth.ErrTooFew)
	}
	s, err := s.filled(len(sectors))
	if err != nil {
		return nil, err
	}
	first := sectors[0]
	r := &Simulated{Simulation: s, Unit: first.Unit, BaseYear: first.BaseYear, To: first.To}
	draws, err := drawsOf(sectors, s)
	if err != nil {
		return nil, err
	}
	for _, d := range draws {
		r.Sectors = append(r.Sectors, d.fan)
	}
	r.Total = newFan(first.To-first.BaseYear+1, Fan{Unit: r.Unit, BaseYear: r.BaseYear, Probabilities: s.Probabilities})
	e, err := newEngine(draws, total, r)
	if err != nil {
		return nil, err
	}
	if err := e.run(ctx, src); err != nil {
		return nil, err
	}
	r.Warnings = s.fewPaths()
	for _, d := range draws {
		if lost := d.lost.Load(); lost > 0 {
			r.Warnings = append(r.Warnings, &EverythingLost{d.fan.Name, int(lost)})
		}
	}
	return r, nil
}

// newFan makes room for the years of a fan.
func newFan(years int, f Fan) *Fan {
	f.Mean = make([]float64, years)
	f.Quantiles = make([][]float64, len(f.Probabilities))
	for i := range f.Quantiles {
		f.Quantiles[i] = make([]float64, years)
	}
	return &f
}
