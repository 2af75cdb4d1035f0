package projection

import (
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distuv"

	"smartcity/growth"
	"smartcity/sector"
)

// The same paths, one after another: the same numbers from the same generators,
// rates by Quantile instead of a table, quantiles by sorting.
func TestEnginePathByPath(t *testing.T) {
	const n, years, r, rho = 2500, 4, -0.4, 0.7
	a := Assumptions{Market: growth.Range{Low: 0.05, High: 0.25}, Productivity: 0.02, Share: -0.01}
	fixed := Assumptions{Market: growth.Range{Low: 0.1, High: 0.1}}
	var sectors []*Projection
	for _, c := range []struct {
		name string
		base float64
		a    Assumptions
	}{{"a", 700, a}, {"fixed", 100, fixed}, {"b", 300, a}} {
		p, err := Project(c.name, "FTE", c.base, 2018, 2018+years, c.a)
		if err != nil {
			t.Fatal(err)
		}
		sectors = append(sectors, p)
	}
	matrix := mat.NewDense(3, 3, []float64{1, 0.2, r, 0.2, 1, 0.1, r, 0.1, 1})
	mode := growth.Rate(0.1)
	for _, u := range []Uncertainty{
		{Shape: Uniform, Meaning: HardLimits},
		{Shape: Triangular, Meaning: HardLimits, Mode: &mode},
		{Shape: PERT, Meaning: CentralInterval, Probability: 0.9, Mode: &mode},
		{Shape: Normal, Meaning: CentralInterval, Probability: 0.7},
		{Shape: TwoPieceNormal, Meaning: CentralInterval, Probability: 0.7, Mode: &mode},
	} {
		g, err := u.Over(a.Market)
		if err != nil {
			t.Fatal(err)
		}
		for _, persistence := range []Persistence{Persistent, IndependentYears, Autoregressive} {
			s := Simulation{Growth: u, Persistence: persistence, Paths: n, Correlation: Correlation{Model: GivenMatrix, Matrix: matrix},
				Targets: []JobsTarget{{Jobs: 1250}, {Sector: "b", Jobs: 330}}}
			if persistence == Autoregressive {
				s.Rho = rho
			}
			got, err := Simulate(t.Context(), sectors, s, rand.NewPCG(8, 9))
			if err != nil {
				t.Fatal(err)
			}
			jobs := map[string][][]float64{"a": make([][]float64, years+1), "b": make([][]float64, years+1), "": make([][]float64, years+1)}
			src := rand.NewPCG(8, 9)
			for from := 0; from < n; from += 1024 {
				m := min(1024, n-from)
				gen := rand.NewPCG(src.Uint64(), src.Uint64())
				x := [2][]float64{slices.Repeat([]float64{700}, m), slices.Repeat([]float64{300}, m)}
				state := [2][]float64{make([]float64, m), make([]float64, m)}
				for year := 1; year <= years; year++ {
					if persistence != Persistent || year == 1 {
						var e [2][]float64
						for k := range e {
							e[k] = make([]float64, m)
							newZiggurat().fill(gen, e[k])
						}
						for i := range m {
							z := [2]float64{e[0][i], r*e[0][i] + math.Sqrt(1-r*r)*e[1][i]}
							for k := range z {
								if persistence == Autoregressive && year > 1 {
									z[k] = rho*state[k][i] + math.Sqrt(1-rho*rho)*z[k]
								}
								state[k][i] = z[k]
							}
						}
					}
					for i := range m {
						for k := range x {
							rate := float64(g.Quantile(distuv.UnitNormal.CDF(state[k][i])))
							x[k][i] *= (1 + rate) * 0.99 / 1.02
						}
						jobs["a"][year] = append(jobs["a"][year], x[0][i])
						jobs["b"][year] = append(jobs["b"][year], x[1][i])
						jobs[""][year] = append(jobs[""][year], x[0][i]+x[1][i]+100*math.Pow(1.1, float64(year)))
					}
				}
			}
			for _, f := range []*Fan{got.Sectors[0], got.Sectors[2], got.Total} {
				for year := 1; year <= years; year++ {
					what := fmt.Sprintf("%v, %v, %q, year %d", u.Shape, persistence, f.Name, year)
					x := jobs[f.Name][year]
					sum := 0.0
					for _, v := range x {
						sum += v
					}
					nearTo(t, what+": mean", f.Mean[year], sum/n, 1e-9*sum/n)
					for i, p := range f.Probabilities {
						q, err := growth.Quantile(x, p)
						if err != nil {
							t.Fatal(err)
						}
						nearTo(t, what+": quantile", f.Quantiles[i][year], q, 1e-9*q)
					}
				}
			}
			for _, o := range got.Targets {
				reached := make([]bool, n)
				for year := 1; year <= years; year++ {
					in, by, short := 0.0, 0.0, 0.0
					for i, x := range jobs[o.Sector][year] {
						if x >= o.Jobs {
							in++
							reached[i] = true
						}
						if reached[i] {
							by++
						}
						short += max(0, o.Jobs-x) / n
					}
					if o.In[year] != in/n || o.By[year] != by/n {
						t.Errorf("%v, %v: target is %+v, want %v and %v", u.Shape, persistence, o, in/n, by/n)
					}
					nearTo(t, "shortfall", o.Shortfall[year], short, 1e-9*o.Jobs)
				}
			}
		}
	}
}

// What 20 sectors × 7 years take grows in a straight line with the paths, to less
// than 50 MB for 100,000. BenchmarkSimulate measures these themselves.
func TestSimulationMemory(t *testing.T) {
	var sectors []*Projection
	for i := range 20 {
		p, err := Project(fmt.Sprint(i), "FTE", 900, 2018, 2025, Assumptions{Market: twelveToSeventeen})
		if err != nil {
			t.Fatal(err)
		}
		sectors = append(sectors, p)
	}
	used := func(paths int) float64 {
		s := Simulation{
			Growth: Uncertainty{Shape: PERT, Meaning: HardLimits}, Persistence: Autoregressive, Rho: 0.5, Paths: paths,
			Correlation: Correlation{Model: Uncorrelated}, Targets: []JobsTarget{{Jobs: 35_200}},
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := Simulate(t.Context(), sectors, s, rand.NewPCG(1, 2)); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc - before.TotalAlloc)
	}
	some, twice := used(10_000), used(20_000)
	if all := some + 9*(twice-some); all > 40e6 {
		t.Errorf("%.0f bytes", all)
	}
}

func TestOutlookSimulate(t *testing.T) {
	companies := []sector.Company{
		company("Energy", "", 2018, sector.Value(120.1)), company("Mobility", "", 2018, sector.Value(33.3)),
		company("Buildings", "", 2018, sector.Value(0.7)), company("Lighting", "", 2018, sector.Value(1817.3)),
	}
	s := Simulation{Growth: Uncertainty{Shape: Uniform, Meaning: HardLimits}, Correlation: Correlation{Model: Uncorrelated}, Paths: 2000}
	run := func(a Assumptions, s Simulation) (*Outlook, *Simulated) {
		t.Helper()
		o, err := Sectors(tableOf(t, companies), 2018, 2025, a)
		if err != nil {
			t.Fatal(err)
		}
		r, err := o.Simulate(t.Context(), s, rand.NewPCG(1, 2))
		if err != nil {
			t.Fatal(err)
		}
		return o, r
	}
	// Without chance the total is the outlook's, not the sum of rounded sectors.
	one := Assumptions{Market: growth.Range{Low: 0.137, High: 0.137}, Productivity: 0.013}
	o, r := run(one, s)
	if !slices.Equal(r.Total.Mean, o.Total.Scenarios[0].Level) || !slices.Equal(r.Total.Quantiles[0], o.Total.Scenarios[0].Level) {
		t.Errorf("total is %v, want %v", r.Total.Mean, o.Total.Scenarios[0].Level)
	}
	for i, f := range r.Sectors {
		if !slices.Equal(f.Mean, o.Sectors[i].Scenarios[0].Level) {
			t.Errorf("%q is %v, want %v", f.Name, f.Mean, o.Sectors[i].Scenarios[0].Level)
		}
	}
	// Unless the simulation has rates of its own.
	other := s
	other.Growth = Uncertainty{}
	for range 4 {
		other.Distributions = append(other.Distributions, GrowthDistribution{Shape: Normal, Mode: 0.5})
	}
	one.Productivity = 0
	_, r = run(one, other)
	nearTo(t, "total at 50 %", r.Total.Mean[7], 1971.4*math.Pow(1.5, 7), 1e-8)

	// Jobs of the total in no sector are simulated as the rest, and warnings are
	// passed on.
	companies = append(companies, company("Water", "", 2018, sector.Hidden()), company("Energy", "", 2018, sector.Figure{}))
	o, r = run(Assumptions{Market: twelveToSeventeen}, s)
	if len(o.Warnings) == 0 || !slices.Equal(r.Warnings, o.Warnings) || r.Rest != nil {
		t.Errorf("warnings are %v, want %v", r.Warnings, o.Warnings)
	}
	if _, ok := r.Sector("Water"); ok || len(r.Sectors) != 4 {
		t.Error("Water is simulated")
	}
	for _, a := range []Assumptions{one, {Market: twelveToSeventeen}} {
		o, err := Sectors(tableOf(t, companies), 2018, 2025, a)
		if err != nil {
			t.Fatal(err)
		}
		rest := *o.Total
		rest.Base = 28.6
		o.Rest = &rest
		o.Total.Base += 28.6
		for i := range o.Total.Scenarios {
			for t := range o.Total.Scenarios[i].Level {
				o.Total.Scenarios[i].Level[t] *= 2000.0 / 1971.4
			}
		}
		r, err := o.Simulate(t.Context(), s, rand.NewPCG(1, 2))
		if err != nil {
			t.Fatal(err)
		}
		if r.Rest == nil || r.Rest.Base != 28.6 || len(r.Sectors) != 4 || r.Total.Base != o.Total.Base || len(r.View().Rows) != 6*8 {
			t.Errorf("rest is %+v of %v", r.Rest, r.Total.Base)
		}
		sum := r.Rest.Mean[7]
		for _, f := range r.Sectors {
			sum += f.Mean[7]
		}
		nearTo(t, "parts add up", sum, r.Total.Mean[7], 1e-12*sum)
		if a == one && !slices.Equal(r.Total.Mean, o.Total.Scenarios[0].Level) {
			t.Errorf("total is %v, want %v", r.Total.Mean, o.Total.Scenarios[0].Level)
		}
	}
}
