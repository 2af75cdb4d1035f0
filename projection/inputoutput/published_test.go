package inputoutput

import (
	"math"
	"testing"
)

func must[T any](x T, err error) T {
	if err != nil {
		panic(err)
	}
	return x
}

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func millerBlair() Table {
	return Table{
		Sectors: []string{"1", "2"}, Transactions: [][]float64{{150, 500}, {200, 100}},
		FinalDemand: []float64{350, 1700}, Output: []float64{1000, 2000}, ValueAdded: []float64{650, 1400},
	}
}

// DOMAIN.md, section 6: Miller and Blair (2009), section 2.3, as in pymrio's tests.
func TestMillerBlair(t *testing.T) {
	m := must(New(millerBlair()))
	for i, row := range [][]float64{{.15, .25}, {.20, .05}} {
		for j, want := range row {
			near(t, "A", m.Coefficients[i][j], want, 1e-16)
		}
	}
	for i, row := range [][]float64{{1.25412541, .330033}, {.2640264, 1.12211221}} {
		for j, want := range row {
			near(t, "L", m.Inverse[i][j], want, 5e-9)
		}
	}
	x := must(m.OutputFor([]float64{600, 1500}))
	near(t, "x", x[0], 1247.5, .05)
	near(t, "x", x[1], 1841.6, .05)
	jobs := must(m.JobsFor([]float64{300, 500}, []float64{600, 1500}))
	near(t, "jobs", jobs[0], 374.2574, 5e-5)
	near(t, "jobs", jobs[1], 460.3960, 5e-5)
	// The final demand of the table takes its output.
	for i, got := range must(m.OutputFor(m.FinalDemand)) {
		near(t, "x of the table", got, m.Output[i], 1e-10)
	}
}

// Miller and Blair (2009), section 2.5: households buy 50 and 400, are paid 300
// and 500 of a total of 1000, and 50 by each other. Output multipliers: MIT
// OpenCourseWare 11.481J, lecture 19a, after Miller and Blair (1985); income
// multipliers by the formulas of section 6.2 from the printed inverse.
func TestMillerBlairHouseholds(t *testing.T) {
	m := must(New(millerBlair()))
	r := must(m.Multipliers(nil, &Households{Income: []float64{300, 500}, Consumption: []float64{50, 400}, Own: 50, Total: 1000}))
	for i, row := range [][]float64{{1.365, .425, .251}, {.527, 1.348, .595}, {.570, .489, 1.289}} {
		for j, want := range row {
			near(t, "closed L", r.ClosedInverse[i][j], want, 5.01e-4)
		}
	}
	for j, want := range []struct{ simple, truncated, total, income, incomeTotal float64 }{
		{1.518, 1.365 + .527, 2.462, (.3*1.254 + .25*.264) / .3, .570 / .3},
		{1.452, .425 + 1.348, 2.262, (.3*.330 + .25*1.122) / .25, .489 / .25},
	} {
		s := r.Sectors[j]
		near(t, "output Type I", s.Output.TypeI, want.simple, 5.01e-4)
		near(t, "output Type II", s.Output.TypeII, want.truncated, 1.01e-3)
		near(t, "output with households", s.Output.TypeIIWithHouseholds, want.total, 1.01e-3)
		near(t, "income Type I", s.Income.TypeI, want.income, 2e-3)
		near(t, "income Type II", s.Income.TypeIIWithHouseholds, want.incomeTotal, 3e-3)
		if !math.IsNaN(s.Jobs.TypeI) || !math.IsNaN(s.Jobs.Direct) {
			t.Errorf("multipliers of jobs that were not given: %+v", s.Jobs)
		}
	}
	// Bradley and Gander (1969): Type II over Type I is the same in all sectors, the
	// last entry of the closed inverse.
	for _, s := range r.Sectors {
		near(t, "Type II over Type I", s.Income.TypeIIWithHouseholds/s.Income.TypeI, r.ClosedInverse[2][2], 1e-14)
	}
}

// germany is the German table of 1995 in million euro, domestic transactions at
// basic prices, with employment in thousands.
// Source: Eurostat Manual of Supply, Use and Input–Output Tables (2008), p. 481.
func germany() (table Table, employment []float64) {
	return Table{
		Sectors: []string{"Agriculture", "Manufacturing", "Construction", "Trade", "Business services", "Other services"},
		Transactions: [][]float64{
			{1131, 25480, 1, 607, 710, 762},
			{7930, 304584, 64167, 41082, 11981, 30360},
			{426, 7334, 3875, 5296, 23457, 9155},
			{3559, 72717, 14190, 74399, 10835, 21008},
			{3637, 96115, 31027, 65755, 193176, 34223},
			{1552, 14986, 1747, 11225, 15058, 22070},
		},
		Output: []float64{43910, 1079446, 245606, 540063, 692487, 508918},
	}, []float64{1096, 8381, 3236, 9251, 4258, 10206}
}

// Published beside the table: the output multipliers, and jobs per unit of final
// demand for agriculture, 0.0326 thousand per million euro.
func TestGermany1995(t *testing.T) {
	table, employment := germany()
	r := must(must(New(table)).Multipliers(employment, nil))
	for j, want := range []float64{1.7048, 1.8413, 1.8136, 1.6035, 1.5951, 1.3782} {
		near(t, "output multiplier of "+table.Sectors[j], r.Sectors[j].Output.TypeI, want, 1.5e-4) // printed from coefficients of four digits
	}
	a := r.Sectors[0].Jobs
	near(t, "jobs per million", a.Direct+a.Indirect, .0326, 5e-5)
}

// The Netherlands in 2006, million euro; published multipliers of the
// compensation of employees, Type I.
// Source: data and published figures as in the tests of the R package iotables.
func TestNetherlands2006(t *testing.T) {
	m := must(New(Table{
		Sectors: []string{"Agriculture", "Mining", "Manufacturing", "Utilities", "Construction", "Services"},
		Transactions: [][]float64{
			{2731, 3, 8260, 36, 59, 615}, {4, 282, 2013, 3979, 188, 60}, {3322, 291, 40218, 480, 8004, 16999},
			{983, 53, 2400, 4395, 85, 3458}, {121, 70, 565, 135, 14103, 9509}, {2884, 1078, 28400, 1404, 9339, 106994},
		},
		Output: []float64{21863, 12292, 210900, 18249, 60244, 435953},
	}))
	consumption := []float64{962, 28, 16896, 6184, 405, 123398}
	r := must(m.Multipliers(nil, &Households{Income: []float64{2336, 520, 35083, 1629, 14339, 151784}, Consumption: consumption}))
	for j, want := range []float64{2.466, 2.333, 1.84, 2.372, 1.953, 1.417} {
		near(t, m.Sectors[j], r.Sectors[j].Income.TypeI, want, 5e-4)
	}
}
