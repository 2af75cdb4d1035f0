package dynamics

import "math"

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
// A part that is not known (NaN) leaves what depends on it not known.
//
// Source: US Census Bureau, Business Dynamics Statistics, methodology.
func (t FlowTotals) Flows() Flows {
	f := Flows{
		Denom: t.Denom, JobCreation: t.JobCreation, JobCreationBirths: t.JobCreationBirths,
		JobDestruction: t.JobDestruction, JobDestructionDeaths: t.JobDestructionDeaths,
		JobCreationContinuers:    t.JobCreation - t.JobCreationBirths,
		JobDestructionContinuers: t.JobDestruction - t.JobDestructionDeaths,
		NetJobCreation:           t.JobCreation - t.JobDestruction,
	}
	f.derive()
	return f
}

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
// the first. They are NaN over none.
//
// Source: US Census Bureau, Business Dynamics Statistics, frequently asked
// questions.
func EntryExitRates(to, entry, exit float64) (entryRate, exitRate float64) {
	denom := (to + (to - entry + exit)) / 2
	if denom == 0 {
		return math.NaN(), math.NaN()
	}
	return 100 * entry / denom, 100 * exit / denom
}
