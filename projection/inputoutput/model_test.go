package inputoutput

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"smartcity/growth"
)

// random is a productive table with all accounts.
func random(seed uint64, n int) Table {
	rnd := rand.New(rand.NewPCG(seed, 5))
	t := Table{Transactions: make([][]float64, n), Output: make([]float64, n), FinalDemand: make([]float64, n), ValueAdded: make([]float64, n)}
	for i := range n {
		t.Sectors = append(t.Sectors, string(rune('A'+i)))
		t.Output[i] = math.Exp(3 * rnd.NormFloat64())
	}
	for i := range n {
		t.Transactions[i] = make([]float64, n)
		for j := range n {
			if rnd.IntN(3) > 0 {
				t.Transactions[i][j] = 1.2 * rnd.Float64() / float64(n) * t.Output[j]
			}
		}
	}
	for i := range n {
		t.FinalDemand[i], t.ValueAdded[i] = t.Output[i], t.Output[i]
		for j := range n {
			t.FinalDemand[i] -= t.Transactions[i][j]
			t.ValueAdded[i] -= t.Transactions[j][i]
		}
	}
	return t
}

func TestInverse(t *testing.T) {
	for seed := range uint64(20) {
		table := random(seed, 1+int(seed))
		m := must(New(table))
		n := len(m.Sectors)
		// The power series I + A + A² + …, term by term.
		power, sum := identity(n), identity(n)
		for range 400 {
			power = product(power, m.Coefficients)
			for i := range n {
				for j := range n {
					sum[i][j] += power[i][j]
				}
			}
		}
		for i := range n {
			for j := range n {
				if got := m.Inverse[i][j]; math.Abs(got-sum[i][j]) > 1e-10*max(1, sum[i][j]) || got < 0 {
					t.Errorf("%d sectors: L[%d][%d] = %v, as a series %v", n, i, j, got, sum[i][j])
				}
			}
		}
		for i, x := range must(m.OutputFor(m.FinalDemand)) {
			if math.Abs(x-m.Output[i]) > 1e-9*m.Output[i] {
				t.Errorf("output %v, the table has %v", x, m.Output[i])
			}
		}
	}
}

func identity(n int) [][]float64 {
	x := make([][]float64, n)
	for i := range x {
		x[i] = make([]float64, n)
		x[i][i] = 1
	}
	return x
}

func product(a, b [][]float64) [][]float64 {
	c := make([][]float64, len(a))
	for i := range a {
		c[i] = make([]float64, len(b))
		for j := range b {
			for k := range b {
				c[i][j] += a[i][k] * b[k][j]
			}
		}
	}
	return c
}

func TestMultiplierProperties(t *testing.T) {
	for seed := range uint64(10) {
		table := random(seed, 6)
		m := must(New(table))
		jobs, income, consumption := make([]float64, 6), make([]float64, 6), make([]float64, 6)
		total := 0.0
		for i := range jobs {
			jobs[i] = table.Output[i] * float64(1+i)
			income[i] = .4 * max(0, table.ValueAdded[i])
			total += income[i]
		}
		for i := range consumption {
			consumption[i] = total / 8
		}
		h := &Households{Income: income, Consumption: consumption}
		r := must(m.Multipliers(jobs, h))
		one := must(m.Multipliers(jobs, nil))
		for j, s := range r.Sectors {
			for _, e := range []Effect{s.Output, s.Jobs, s.Income} {
				if e.Direct > 0 && !(e.TypeI >= 1 && e.TypeII >= e.TypeI && e.TypeIIWithHouseholds >= e.TypeII) {
					t.Errorf("%s: %+v", s.Sector, e)
				}
			}
			f := make([]float64, 6)
			f[j] = 1
			var sum float64
			for _, x := range must(m.JobsFor(jobs, f)) {
				sum += x
			}
			near(t, "jobs of one unit", s.Jobs.Direct+s.Jobs.Indirect, sum, 1e-10*sum)
			if p := one.Sectors[j]; p.Jobs.TypeI != s.Jobs.TypeI || !math.IsNaN(p.Jobs.TypeII) || !math.IsNaN(p.Income.Direct) {
				t.Errorf("without households: %+v", p)
			}
		}
		// In other money and with other units of jobs, ratios stay.
		for i := range table.Transactions {
			for j := range table.Transactions[i] {
				table.Transactions[i][j] *= 1024
			}
			table.Output[i] *= 1024
			table.FinalDemand[i] *= 1024
			table.ValueAdded[i] *= 1024
			jobs[i] /= 4
		}
		for j, s := range must(must(New(table)).Multipliers(jobs, nil)).Sectors {
			near(t, "scaled", s.Jobs.TypeI, r.Sectors[j].Jobs.TypeI, 1e-12)
		}
	}
}

func TestTableErrors(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		name   string
		change func(*Table)
		want   error
		sector string
	}{
		{"empty", func(x *Table) { *x = Table{} }, ErrShape, ""},
		{"sector twice", func(x *Table) { x.Sectors[1] = "1" }, ErrShape, ""},
		{"no name", func(x *Table) { x.Sectors[1] = "" }, ErrShape, ""},
		{"rows", func(x *Table) { x.Transactions = x.Transactions[:1] }, ErrShape, ""},
		{"columns", func(x *Table) { x.Transactions[1] = []float64{1} }, ErrShape, ""},
		{"final demand of one", func(x *Table) { x.FinalDemand = []float64{350} }, ErrShape, ""},
		{"value added of one", func(x *Table) { x.ValueAdded = []float64{350} }, ErrShape, ""},
		{"tolerance", func(x *Table) { x.Tolerance = -1 }, ErrShape, ""},
		{"negative sale", func(x *Table) { x.Transactions[1][0] = -1 }, ErrNegative, "2"},
		{"sale not known", func(x *Table) { x.Transactions[1][0] = nan }, growth.ErrNotKnown, "2"},
		{"negative output", func(x *Table) { x.Output[0] = -1000 }, ErrNegative, "1"},
		{"output not known", func(x *Table) { x.Output[0] = inf }, growth.ErrNotKnown, "1"},
		{"no output", func(x *Table) { x.Output[1] = 0 }, ErrZeroOutput, "2"},
		{"row", func(x *Table) { x.FinalDemand[1]++ }, ErrUnbalanced, "2"},
		{"row not known", func(x *Table) { x.FinalDemand[1] = nan }, growth.ErrNotKnown, "2"},
		{"column", func(x *Table) { x.ValueAdded[0]-- }, ErrUnbalanced, "1"},
		{"not productive", func(x *Table) {
			*x = Table{Sectors: []string{"1", "2"}, Transactions: [][]float64{{50, 100}, {100, 50}}, Output: []float64{100, 100}}
		}, ErrNotProductive, "2"},
		{"only itself", func(x *Table) {
			*x = Table{Sectors: []string{"1"}, Transactions: [][]float64{{100}}, Output: []float64{100}}
		}, ErrNotProductive, "1"},
		{"hardly productive", func(x *Table) {
			*x = Table{Sectors: []string{"1", "2"}, Transactions: [][]float64{{50, 50}, {50, 50 - 1e-10}}, Output: []float64{100, 100}}
		}, ErrNotProductive, "2"},
	} {
		table := millerBlair()
		c.change(&table)
		m, err := New(table)
		if !errors.Is(err, c.want) || m != nil {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
		if e, ok := errors.AsType[*SectorError](err); ok != (c.sector != "") || ok && e.Sector != c.sector {
			t.Errorf("%s: %v, want sector %q", c.name, err, c.sector)
		}
	}
	table := millerBlair()
	table.FinalDemand[1] += 1.5
	table.Tolerance = .001
	if _, err := New(table); err != nil {
		t.Errorf("within the tolerance: %v", err)
	}
	m := must(New(Table{Sectors: []string{"1", "2"}, Transactions: [][]float64{{10, 90}, {10, 20}}, Output: []float64{200, 100}}))
	if w, ok := errors.AsType[*InputsExceedOutput](m.Warnings[0]); !ok || *w != (InputsExceedOutput{"2", 110, 100}) || !slices.Equal(m.FinalDemand, []float64{100, 70}) {
		t.Errorf("%v, final demand %v", m.Warnings, m.FinalDemand)
	}
}

func TestCallErrors(t *testing.T) {
	m := must(New(millerBlair()))
	nan := math.NaN()
	ok := func() *Households {
		return &Households{Income: []float64{300, 500}, Consumption: []float64{50, 400}, Own: 50, Total: 1000}
	}
	with := func(f func(*Households)) error {
		h := ok()
		f(h)
		_, err := m.Multipliers(nil, h)
		return err
	}
	for _, c := range []struct {
		name string
		err  error
		want error
	}{
		{"one final demand", second(m.OutputFor([]float64{1})), ErrShape},
		{"final demand not known", second(m.OutputFor([]float64{1, nan})), growth.ErrNotKnown},
		{"jobs of one", second(m.JobsFor([]float64{1}, []float64{1, 1})), ErrShape},
		{"jobs not known", second(m.Multipliers([]float64{1, nan}, nil)), growth.ErrNotKnown},
		{"negative jobs", second(m.Multipliers([]float64{1, -1}, nil)), ErrNegative},
		{"income of one", with(func(h *Households) { h.Income = h.Income[:1] }), ErrShape},
		{"consumption of one", with(func(h *Households) { h.Consumption = h.Consumption[:1] }), ErrShape},
		{"income not known", with(func(h *Households) { h.Income[0] = nan }), growth.ErrNotKnown},
		{"negative consumption", with(func(h *Households) { h.Consumption[0] = -1 }), ErrNegative},
		{"own not known", with(func(h *Households) { h.Own = nan }), growth.ErrNotKnown},
		{"no income", with(func(h *Households) { *h = Households{Income: []float64{0, 0}, Consumption: []float64{0, 0}} }), ErrZeroOutput},
		{"all is spent where it is earned", with(func(h *Households) {
			*h = Households{Income: []float64{650, 1400}, Consumption: []float64{350, 1700}}
		}), ErrNotProductive},
	} {
		if !errors.Is(c.err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, c.err, c.want)
		}
	}
	r := must(m.Multipliers([]float64{0, 5}, &Households{Income: []float64{30, 50}, Consumption: []float64{50, 40}}))
	if w, ok := errors.AsType[*ConsumptionExceedsIncome](r.Warnings[0]); !ok || w.Consumption != 90 || w.Income != 80 {
		t.Errorf("%v", r.Warnings)
	}
	if w, ok := errors.AsType[*NoDirect](r.Warnings[1]); !ok || *w != (NoDirect{"1", "jobs"}) || len(r.Warnings) != 2 {
		t.Errorf("%v", r.Warnings)
	}
	if e := r.Sectors[0].Jobs; !math.IsNaN(e.TypeI) || !math.IsNaN(e.IndirectPer100()) || !(e.Indirect > 0) || len(r.JobMultipliers()) != 1 {
		t.Errorf("%+v", e)
	}
}

func second[T any](_ T, err error) error { return err }

func BenchmarkNew(b *testing.B) {
	table := random(1, 117) // the sectors of the Danish table
	jobs := slices.Clone(table.Output)
	for i := range table.Sectors {
		table.Sectors[i] = "s" + string(rune('A'+i))
	}
	for b.Loop() {
		must(must(New(table)).Multipliers(jobs, nil))
	}
}
