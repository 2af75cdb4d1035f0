package projection

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"smartcity/growth"
	"smartcity/sector"
)

// courses are a low and a high case of which everything differs from year to
// year, and of the sector "lean" from that of others.
func courses() []Case {
	course := func(market float64) Course {
		return Course{Market: ByYear(2019, market, market+.02, market-.03), Share: ByYear(2019, 0, .01, -.02), Productivity: ByYear(2019, .01, .02, 0)}
	}
	lean := func(market float64) Course {
		c := course(market)
		c.Elasticity = ByYear(2019, .7, 1, 1.2)
		return c
	}
	return []Case{
		{Name: "careful", Course: course(.05), Sectors: map[string]Course{"lean": lean(.02), "steady": {Market: Constant(.03)}}},
		{Name: "bold", Course: course(.15), Sectors: map[string]Course{"lean": lean(.12), "steady": {Market: Constant(.08)}}},
	}
}

// The same paths, one after another, with rates by Quantile, powers where an
// elasticity asks for them, and quantiles by sorting.
func TestCoursesPathByPath(t *testing.T) {
	const n, rho = 1500, .4
	cases := courses()
	var sectors []*Projection
	names := []string{"lean", "other", "steady"} // the last the same in all years
	for _, name := range names {
		p, err := ProjectScenarios(name, "FTE", 100, 2018, 2021, cases...)
		if err != nil {
			t.Fatal(err)
		}
		sectors = append(sectors, p)
	}
	for _, u := range []Uncertainty{{Shape: Triangular, Meaning: HardLimits}, {Shape: Normal, Meaning: CentralInterval, Probability: .8}} {
		for _, persistence := range []Persistence{Persistent, IndependentYears, Autoregressive} {
			s := Simulation{Scenarios: [2]string{"careful", "bold"}, Growth: u, Persistence: persistence, Paths: n, Correlation: Correlation{Model: Uncorrelated}}
			if persistence == Autoregressive {
				s.Rho = rho
			}
			r, err := Simulate(t.Context(), sectors, s, rand.NewPCG(5, 6))
			if err != nil {
				t.Fatal(err)
			}
			src := rand.NewPCG(5, 6)
			var got [3][4][]float64
			for from := 0; from < n; from += blockPaths {
				gen := rand.NewPCG(src.Uint64(), src.Uint64())
				m := min(blockPaths, n-from)
				var x, z [3][]float64
				for k := range x {
					x[k], z[k] = slices.Repeat([]float64{100}, m), make([]float64, m)
				}
				for year := 1; year <= 3; year++ {
					for k, name := range names {
						if persistence != Persistent || year == 1 {
							e := make([]float64, m)
							newZiggurat().fill(gen, e)
							for i := range e {
								if persistence == Autoregressive && year > 1 {
									e[i] = rho*z[k][i] + math.Sqrt(1-rho*rho)*e[i]
								}
							}
							z[k] = e
						}
						low, high := cases[0].of(name), cases[1].of(name)
						at := 2018 + year
						g, err := u.Over(growth.Range{Low: growth.Rate(low.Market.At(at)), High: growth.Rate(high.Market.At(at))})
						if err != nil {
							t.Fatal(err)
						}
						if r.Sectors[k].Growth[year-1] != g {
							t.Errorf("%s in %d grows as %+v, want %+v", name, at, r.Sectors[k].Growth[year-1], g)
						}
						for i := range m {
							market := float64(g.Quantile(math.Erfc(-z[k][i]/math.Sqrt2) / 2))
							output := (1 + market) * (1 + low.Share.or(0).At(at))
							x[k][i] *= math.Pow(output, low.Elasticity.or(1).At(at)) / (1 + low.Productivity.or(0).At(at))
						}
						got[k][year] = append(got[k][year], x[k]...)
					}
				}
			}
			for k := range got {
				for year := 1; year <= 3; year++ {
					for i, p := range r.Simulation.Probabilities {
						want, err := growth.Quantile(got[k][year], p)
						if err != nil {
							t.Fatal(err)
						}
						nearTo(t, fmt.Sprintf("%v, %v, %q, year %d, quantile %v", u.Shape, persistence, sectors[k].Name, year, p), r.Sectors[k].Quantiles[i][year], want, 1e-9*want)
					}
				}
			}
		}
	}
}

// A persistent draw has its quantiles where the rates have theirs, year by year:
// jobs rise with the draw.
func TestPersistentCourseClosedForm(t *testing.T) {
	cases := courses()
	p, err := ProjectScenarios("lean", "FTE", 100, 2018, 2021, cases...)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Simulate(t.Context(), []*Projection{p}, Simulation{
		Scenarios: [2]string{"careful", "bold"}, Growth: Uncertainty{Shape: Uniform, Meaning: HardLimits}, Probabilities: []float64{0, .1, .5, .9, 1},
	}, rand.NewPCG(7, 7))
	if err != nil {
		t.Fatal(err)
	}
	low, high := cases[0].of("lean"), cases[1].of("lean")
	for i, q := range r.Simulation.Probabilities {
		want := 100.0
		for year := 2019; year <= 2021; year++ {
			c := low
			c.Market = Constant(low.Market.At(year) + q*(high.Market.At(year)-low.Market.At(year)))
			g, err := c.JobsIn(year)
			if err != nil {
				t.Fatal(err)
			}
			want *= 1 + float64(g)
		}
		nearTo(t, fmt.Sprintf("quantile %v", q), r.Total.Quantiles[i][3], want, .001*want)
	}
}

func TestSimulateSectorScenarios(t *testing.T) {
	table := tableOf(t, []sector.Company{
		company("lean", "", 2018, sector.Value(60)), company("other", "", 2018, sector.Value(30)), company("steady", "", 2018, sector.Value(10)),
	})
	s := Simulation{Scenarios: [2]string{"careful", "bold"}, Growth: Uncertainty{Shape: PERT, Meaning: HardLimits}, Correlation: Correlation{Model: Uncorrelated}, Paths: 3000}
	o, err := SectorScenarios(table, 2018, 2021, SumOfSectors, courses()...)
	if err != nil {
		t.Fatal(err)
	}
	r, err := o.Simulate(t.Context(), s, rand.NewPCG(1, 2))
	if err != nil {
		t.Fatal(err)
	}
	careful, bold := o.Total.Scenarios[0], o.Total.Scenarios[1]
	if m := r.Total.MeanIn(2021); m <= careful.LevelIn(2021) || m >= bold.LevelIn(2021) {
		t.Errorf("mean %v is not between %v and %v", m, careful.LevelIn(2021), bold.LevelIn(2021))
	}
	if low, high := r.Sectors[0].Low, r.Sectors[0].High; !low.equal(courses()[0].Sectors["lean"]) || !high.equal(courses()[1].Sectors["lean"]) {
		t.Errorf("assumptions of the fan are %+v, %+v", low, high)
	}

	// One scenario leaves nothing to chance, and is what it was to the last bit.
	s.Scenarios[1] = "careful"
	if r, err = o.Simulate(t.Context(), s, rand.NewPCG(1, 2)); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(r.Total.Mean, careful.Level) || !slices.Equal(r.Sectors[0].Quantiles[0], o.Sectors[0].Scenarios[0].Level) {
		t.Errorf("%v, %v; want %v, %v", r.Total.Mean, r.Sectors[0].Quantiles[0], careful.Level, o.Sectors[0].Scenarios[0].Level)
	}

	// What is shared out follows from the total, which can be drawn by itself.
	s.Scenarios[1] = "bold"
	if o, err = SectorScenarios(table, 2018, 2021, SharedOut, courses()...); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Simulate(t.Context(), s, rand.NewPCG(1, 2)); !errors.Is(err, ErrContradiction) {
		t.Errorf("sectors that share a total: %v", err)
	}
	if _, err := Simulate(t.Context(), []*Projection{o.Total}, s, rand.NewPCG(1, 2)); err != nil {
		t.Errorf("their total: %v", err)
	}

	cases := courses()
	cases[1].Course.Productivity = ByYear(2019, .01, .02, .03)
	if o, err = SectorScenarios(table, 2018, 2021, SumOfSectors, cases...); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Simulate(t.Context(), s, rand.NewPCG(1, 2)); !errors.Is(err, ErrContradiction) {
		t.Errorf("productivity that differs in 2021: %v", err)
	}
}

// Jobs that do not react to the market are as many as they were, whatever is drawn.
func TestNoElasticity(t *testing.T) {
	course := Course{Market: Constant(.1), Elasticity: Constant(0), Productivity: Constant(.02)}
	p, err := ProjectScenarios("x", "FTE", 1000, 2018, 2020, Case{Name: "low", Course: course}, Case{Name: "high", Course: course})
	if err != nil {
		t.Fatal(err)
	}
	r, err := Simulate(t.Context(), []*Projection{p}, Simulation{Distributions: []GrowthDistribution{{Shape: Normal, Mode: 0, Sigma1: 1, Sigma2: 1}}, Paths: 1000, Probabilities: []float64{.1, .5, .9}}, rand.NewPCG(1, 1))
	if err != nil || len(r.Warnings) != 0 {
		t.Fatal(r, err)
	}
	for _, q := range r.Total.Quantiles {
		nearTo(t, "jobs", q[2], 1000/1.02/1.02, 1e-9)
	}
}
