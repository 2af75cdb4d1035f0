package inputoutput

import (
	"math"

	"smartcity/growth"
)

// Effect is what one more unit of final demand for a sector leads to: in output,
// in jobs or in household income, everywhere. NaN is not known: all of it where
// the jobs or incomes were not given, the induced part without households.
type Effect struct {
	Direct   float64 // in the sector itself, for the unit: 1 of output, e_j jobs, h_j income
	Indirect float64 // in the sectors that supply it, and that supply these; those of its own branch included
	Induced  float64 // by what households spend of the income

	// TypeI is (direct + indirect)/direct, TypeII (direct + indirect +
	// induced)/direct, both counted in the sectors of the table: Miller and Blair call
	// the latter truncated. NaN where there is nothing direct.
	TypeI, TypeII float64

	// TypeIIWithHouseholds counts the households as a sector too: as output, what
	// they receive; as income, what they pay each other. Of jobs it is TypeII.
	TypeIIWithHouseholds float64
}

// IndirectPer100 returns the indirect units per 100 direct ones, 100·(TypeI − 1):
// "indirect jobs per 100 direct jobs". NaN where there are no direct ones.
func (e Effect) IndirectPer100() float64 { return 100 * ratio(e.Indirect, e.Direct) }

// InducedPer100 returns the induced units per 100 direct ones.
func (e Effect) InducedPer100() float64 { return 100 * ratio(e.Induced, e.Direct) }

// SectorEffects are the effects of final demand for one sector.
type SectorEffects struct {
	Sector               string
	Output, Jobs, Income Effect
}

// Multipliers are the multipliers of every sector of a table.
// [Model.Multipliers] makes it.
type Multipliers struct {
	Sectors []SectorEffects // in the order of the table

	// ClosedInverse is the Leontief inverse of the model with households as its last
	// sector; nil without households.
	ClosedInverse [][]float64

	Warnings []error // those of the [Model], *[NoDirect], *[ConsumptionExceedsIncome]
}

// Multipliers returns the multipliers of output, jobs and income. With labour
// coefficients e = jobs/output and l the entries of the Leontief inverse, those of
// jobs for sector j are
//
//	direct e_j,  indirect Σ_i e_i·l_ij − e_j,  Type I  Σ_i e_i·l_ij / e_j
//
// and with households as one more sector, which sells labour for wages and buys
// consumption, l̄ the entries of that inverse,
//
//	induced Σ_i e_i·(l̄_ij − l_ij),  Type II  Σ_i e_i·l̄_ij / e_j,  i over the sectors
//
// Output has 1 in place of e, income the wages per output.
//
// Jobs are those of the year of the table, in its order; without them (nil) there
// are no multipliers of jobs. Without households (nil) there is no income and no
// Type II. It returns a *[SectorError] for figures that are NaN, infinite or
// negative, and one with [ErrNotProductive] for "households" if so much of income
// is spent on the sectors that the closed model has no solution; errors that wrap
// [ErrShape] if lengths differ.
//
// Type I and Type II are upper ends: they take prices and input shares as fixed,
// and idle hands to be there. Type II also takes households to spend any
// additional income as they do the average.
//
// Source: Miller and Blair (2009), sections 2.5 and 6.2.
func (m *Model) Multipliers(jobs []float64, households *Households) (*Multipliers, error) {
	n := len(m.Sectors)
	r := &Multipliers{Sectors: make([]SectorEffects, n), Warnings: m.Warnings[:len(m.Warnings):len(m.Warnings)]}
	unknown := make([]float64, n)
	ones := make([]float64, n)
	for i := range n {
		unknown[i], ones[i] = math.NaN(), 1
	}
	e, h := unknown, unknown
	var own float64
	var err error
	if jobs != nil {
		if e, err = m.perOutput("jobs", jobs); err != nil {
			return nil, err
		}
	}
	if households != nil {
		closed, warning, err := m.close(households)
		if err != nil {
			return nil, err
		}
		if warning != nil {
			r.Warnings = append(r.Warnings, warning)
		}
		r.ClosedInverse, h, own = closed.inverse, closed.income, closed.own
	}
	for j, name := range m.Sectors {
		s := SectorEffects{
			Sector: name,
			Output: m.effect(r.ClosedInverse, ones, 1, j),
			Jobs:   m.effect(r.ClosedInverse, e, 0, j),
			Income: m.effect(r.ClosedInverse, h, own, j),
		}
		if e[j] == 0 {
			r.Warnings = append(r.Warnings, &NoDirect{name, "jobs"})
		}
		if h[j] == 0 {
			r.Warnings = append(r.Warnings, &NoDirect{name, "income"})
		}
		r.Sectors[j] = s
	}
	return r, nil
}

// effect is that of final demand for sector j on what has the coefficients e in
// the sectors and that of households.
func (m *Model) effect(closed [][]float64, e []float64, household float64, j int) Effect {
	n := len(e)
	var indirect, induced, withHouseholds growth.Sum
	for i := range n {
		l := m.Inverse[i][j]
		if i == j {
			l-- // the unit itself
		}
		indirect.Add(e[i] * l)
		if closed != nil {
			induced.Add(e[i] * (closed[i][j] - m.Inverse[i][j]))
		}
	}
	f := Effect{Direct: e[j], Indirect: indirect.Float64(), Induced: math.NaN(), TypeII: math.NaN(), TypeIIWithHouseholds: math.NaN()}
	f.TypeI = ratio(f.Direct+f.Indirect, f.Direct)
	if closed != nil {
		f.Induced = induced.Float64()
		f.TypeII = ratio(f.Direct+f.Indirect+f.Induced, f.Direct)
		withHouseholds = induced
		withHouseholds.Add(household * closed[n][j])
		f.TypeIIWithHouseholds = ratio(f.Direct+f.Indirect+withHouseholds.Float64(), f.Direct)
	}
	return f
}

// ratio is a/b, NaN where there is no b.
func ratio(a, b float64) float64 {
	if b == 0 {
		return math.NaN()
	}
	return a / b
}

// View returns a row for each sector: sector, output_type_1, output_type_2,
// jobs_type_1, jobs_type_2, income_type_1, income_type_2, indirect_jobs_per_100
// and induced_jobs_per_100, the last two per 100 direct ones.
func (m *Multipliers) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "sector"},
		{Name: "output_type_1"}, {Name: "output_type_2"},
		{Name: "jobs_type_1"}, {Name: "jobs_type_2"},
		{Name: "income_type_1"}, {Name: "income_type_2"},
		{Name: "indirect_jobs_per_100"}, {Name: "induced_jobs_per_100"},
	}}
	for _, s := range m.Sectors {
		row := []growth.Entry{growth.TextOf(s.Sector)}
		for _, x := range []float64{
			s.Output.TypeI, s.Output.TypeII, s.Jobs.TypeI, s.Jobs.TypeII, s.Income.TypeI, s.Income.TypeII,
			s.Jobs.IndirectPer100(), s.Jobs.InducedPer100(),
		} {
			row = append(row, growth.NumberOf(x))
		}
		v.Rows = append(v.Rows, row)
	}
	return v
}
