package dynamics

import (
	"fmt"
	"math"
)

// FlowTotals are aggregates of job flows, such as a statistics office
// publishes; NaN is not known.
type FlowTotals struct {
	JobCreation          float64 // by births and by continuers that grow
	JobCreationBirths    float64
	JobDestruction       float64 // by deaths and by continuers that shrink, not negative
	JobDestructionDeaths float64
	Denom                float64 // mean of the jobs in the two years, of the companies in the flows
}

// Flows are job creation and destruction with their rates, named as the columns
// of the Business Dynamics Statistics (BDS) of the US Census Bureau. Levels are
// jobs; rates are in per cent of Denom, and NaN where Denom is zero or a part is
// not known.
type Flows struct {
	Denom float64 // mean of the jobs in the two years, of the companies in the flows

	JobCreation           float64 // Births + Continuers
	JobCreationBirths     float64
	JobCreationContinuers float64

	JobDestruction           float64 // Deaths + Continuers, not negative
	JobDestructionDeaths     float64
	JobDestructionContinuers float64

	NetJobCreation     float64 // JobCreation − JobDestruction
	GrossReallocation  float64 // JobCreation + JobDestruction
	ExcessReallocation float64 // GrossReallocation − |NetJobCreation|: beyond what the net change needs

	JobCreationRate          float64
	JobCreationRateBirths    float64
	JobDestructionRate       float64
	JobDestructionRateDeaths float64
	NetJobCreationRate       float64
	GrossReallocationRate    float64
	// ReallocationRate is what the BDS publishes as reallocation_rate: the rate of
	// ExcessReallocation, not of the gross.
	ReallocationRate float64
}

// Flows derives the other levels and the rates.
//
//	continuers = total − births or deaths
//	net    = creation − destruction
//	gross  = creation + destruction
//	excess = gross − |net| = 2·min(creation, destruction)
//	rate   = 100·x/Denom
//
// A part that is not known (NaN) leaves what depends on it not known. So does one
// that cannot be, see [FlowTotals.Validate]: a figure below zero or infinite is not
// known, and where births exceed creation, or deaths destruction, neither is.
//
// Source: US Census Bureau, Business Dynamics Statistics, methodology.
func (t FlowTotals) Flows() Flows {
	t.forget()
	f := Flows{
		Denom: t.Denom, JobCreation: t.JobCreation, JobCreationBirths: t.JobCreationBirths,
		JobDestruction: t.JobDestruction, JobDestructionDeaths: t.JobDestructionDeaths,
		// What Validate passes as rounding is none. Like min, max keeps NaN.
		JobCreationContinuers:    max(t.JobCreation-t.JobCreationBirths, 0),
		JobDestructionContinuers: max(t.JobDestruction-t.JobDestructionDeaths, 0),
		NetJobCreation:           t.JobCreation - t.JobDestruction,
	}
	f.derive()
	return f
}

// Validate returns a [*FigureError] for the first figure that no economy can have:
// one below zero or infinite, births above creation, or deaths above destruction.
// NaN passes, and so do births and deaths that are above by no more than the
// rounding of a sum, 10⁻¹² of it.
func (t FlowTotals) Validate() error {
	bad := func(figure string, value float64, want string) error {
		return &FigureError{"flow totals", figure, value, want}
	}
	names := [...]string{"JobCreation", "JobCreationBirths", "JobDestruction", "JobDestructionDeaths", "Denom"}
	for i, x := range t.figures() {
		if !possible(*x) {
			return bad(names[i], *x, "a number of zero or more")
		}
	}
	switch {
	case exceeds(t.JobCreationBirths, t.JobCreation):
		return bad("JobCreationBirths", t.JobCreationBirths, fmt.Sprintf("at most JobCreation, which is %v", t.JobCreation))
	case exceeds(t.JobDestructionDeaths, t.JobDestruction):
		return bad("JobDestructionDeaths", t.JobDestructionDeaths, fmt.Sprintf("at most JobDestruction, which is %v", t.JobDestruction))
	}
	return nil
}

// forget makes figures that cannot be not known; of a part above its whole both,
// since either may be the wrong one.
func (t *FlowTotals) forget() {
	nan := math.NaN()
	for _, x := range t.figures() {
		if !possible(*x) {
			*x = nan
		}
	}
	if exceeds(t.JobCreationBirths, t.JobCreation) {
		t.JobCreationBirths, t.JobCreation = nan, nan
	}
	if exceeds(t.JobDestructionDeaths, t.JobDestruction) {
		t.JobDestructionDeaths, t.JobDestruction = nan, nan
	}
}

func (t *FlowTotals) figures() [5]*float64 {
	return [...]*float64{&t.JobCreation, &t.JobCreationBirths, &t.JobDestruction, &t.JobDestructionDeaths, &t.Denom}
}

func possible(x float64) bool { return !(x < 0 || math.IsInf(x, 1)) }

// exceeds reports whether a part is above its whole by more than rounding.
func exceeds(part, whole float64) bool { return part-whole > 1e-12*part }

// derive fills in what follows from creation, destruction, net and Denom.
func (f *Flows) derive() {
	f.GrossReallocation = f.JobCreation + f.JobDestruction
	f.ExcessReallocation = 2 * min(f.JobCreation, f.JobDestruction) // nothing cancels; min keeps NaN
	rate := func(x float64) float64 {
		if f.Denom == 0 {
			return math.NaN()
		}
		return 100 * x / f.Denom
	}
	f.JobCreationRate, f.JobCreationRateBirths = rate(f.JobCreation), rate(f.JobCreationBirths)
	f.JobDestructionRate, f.JobDestructionRateDeaths = rate(f.JobDestruction), rate(f.JobDestructionDeaths)
	f.NetJobCreationRate = rate(f.NetJobCreation)
	f.GrossReallocationRate, f.ReallocationRate = rate(f.GrossReallocation), rate(f.ExcessReallocation)
}

// EntryExitRates returns the rates of entry and exit in per cent as the BDS
// has them: 100·entry/denom and 100·exit/denom, denom the mean of the units in
// the second year and of to − entry + exit, those of them that were there in
// the first. They are NaN if denom is zero, entry or exit negative, entry above
// to, or a figure NaN or infinite.
//
// Source: US Census Bureau, Business Dynamics Statistics, frequently asked
// questions.
func EntryExitRates(to, entry, exit float64) (entryRate, exitRate float64) {
	denom := (to + (to - entry + exit)) / 2
	if !(denom > 0 && entry >= 0 && exit >= 0 && entry <= to) || math.IsInf(denom, 1) {
		return math.NaN(), math.NaN()
	}
	return 100 * entry / denom, 100 * exit / denom
}
