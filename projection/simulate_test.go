package projection_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"gonum.org/v1/gonum/integrate/quad"
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distuv"

	"smartcity/growth"
	"smartcity/projection"
)

var (
	limits       = projection.Uncertainty{Shape: projection.Uniform, Meaning: projection.HardLimits}
	normal80     = projection.Uncertainty{Shape: projection.Normal, Meaning: projection.CentralInterval, Probability: 0.8}
	uncorrelated = projection.Correlation{Model: projection.Uncorrelated}
)

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s: got %.12g, want %.12g ± %.2g", what, got, want, tolerance)
	}
}

func smartCity(t testing.TB, r growth.Range) *projection.Projection {
	t.Helper()
	p, err := projection.Project("Smart City", "FTE", 17_600, 2018, 2025, projection.Assumptions{Market: r})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func run(t testing.TB, sectors []*projection.Projection, s projection.Simulation, seed uint64) *projection.Simulated {
	t.Helper()
	r, err := projection.Simulate(t.Context(), sectors, s, rand.NewPCG(seed, 0))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// A quantile at p of n paths errs by √(p(1−p)/n) in p; five of these are allowed.
func inP(p float64, n int) float64 { return 5 * math.Sqrt(p*(1-p)/float64(n)) }

// With a persistent draw the level rises with the rate, so its quantiles are
// B(1+g)^n at those of g, for every shape. With 2 % productivity growth, too.
func TestPersistentClosedForm(t *testing.T) {
	mode := growth.Rate(0.13)
	for _, u := range []projection.Uncertainty{
		limits,
		{Shape: projection.Triangular, Meaning: projection.HardLimits, Mode: &mode},
		{Shape: projection.PERT, Meaning: projection.HardLimits, Mode: &mode},
		normal80,
		{Shape: projection.TwoPieceNormal, Meaning: projection.CentralInterval, Probability: 0.9, Mode: &mode},
	} {
		p := smartCity(t, growth.Range{Low: 0.12, High: 0.17})
		p.Assumptions.Productivity = 0.02
		g, err := u.Over(p.Assumptions.Market)
		if err != nil {
			t.Fatal(err)
		}
		const n = 200_000
		r := run(t, []*projection.Projection{p}, projection.Simulation{Growth: u, Paths: n, Targets: []projection.JobsTarget{{Jobs: 35_200}, {Sector: "Smart City", Jobs: 42_000}}}, 7)
		f := r.Sectors[0]
		if len(f.Mean) != 8 || f.Base != 17_600 || len(f.Growth) != 7 || f.Growth[6] != g {
			t.Fatalf("fan is %+v", f)
		}
		jobs := func(rate growth.Rate, years int) float64 {
			return 17_600 * math.Pow((1+float64(rate))/1.02, float64(years))
		}
		for year := 2019; year <= 2025; year++ {
			for _, q := range f.Probabilities {
				x := f.QuantileIn(year, q)
				rate := growth.Rate(math.Pow(x/17_600, 1/float64(year-2018))*1.02 - 1)
				near(t, fmt.Sprintf("%v: CDF of the quantile at %v in %d", u.Shape, q, year), g.CDF(rate), q, inP(q, n))
			}
			mean := quad.Fixed(func(q float64) float64 { return jobs(g.Quantile(q), year-2018) }, 0, 1, 2000, nil, 0)
			near(t, "mean", f.MeanIn(year), mean, 5*0.02*mean*float64(year-2018)/math.Sqrt(n))
			for _, o := range r.Targets {
				reaching := growth.Rate(math.Pow(o.Jobs/17_600, 1/float64(year-2018))*1.02 - 1)
				near(t, "probability", o.In[year-2018], 1-g.CDF(reaching), inP(0.5, n))
				short := quad.Fixed(func(q float64) float64 { return max(0, o.Jobs-jobs(g.Quantile(q), year-2018)) }, 0, 1, 2000, nil, 0)
				near(t, "expected shortfall", o.Shortfall[year-2018], short, 5*0.02*mean*float64(year-2018)/math.Sqrt(n))
				if o.By[year-2018] != o.In[year-2018] { // levels only rise
					t.Errorf("%v: by %v, in %v", year, o.By, o.In)
				}
			}
		}
		if !slices.Equal(r.Total.Mean, f.Mean) || !slices.EqualFunc(r.Total.Quantiles, f.Quantiles, slices.Equal) {
			t.Errorf("the total of one sector is not the sector")
		}
	}
}

// Independent years of one sector: the mean is B(1+μ)^n and the variance
// B²(((1+μ)²+σ²)^n − (1+μ)^2n); after many years the level is lognormal.
func TestIndependentClosedForm(t *testing.T) {
	const n, years = 200_000, 40
	p, err := projection.Project("x", "FTE", 1000, 2000, 2000+years, projection.Assumptions{})
	if err != nil {
		t.Fatal(err)
	}
	const mu, sigma = 0.03, 0.02
	g := projection.GrowthDistribution{Shape: projection.Normal, Mode: mu, Sigma1: sigma, Sigma2: sigma}
	r := run(t, []*projection.Projection{p}, projection.Simulation{
		Distributions: []projection.GrowthDistribution{g}, Persistence: projection.IndependentYears, Paths: n,
	}, 11)
	mean := 1000 * math.Pow(1+mu, years)
	sd := 1000 * math.Sqrt(math.Pow((1+mu)*(1+mu)+sigma*sigma, years)-math.Pow(1+mu, 2*years))
	near(t, "mean", r.Total.MeanIn(2040), mean, 5*sd/math.Sqrt(n))
	// Moments of ln(1+g), by quadrature.
	moment := func(f func(x float64) float64) float64 {
		return quad.Fixed(func(z float64) float64 { return f(math.Log1p(mu+sigma*z)) * distuv.UnitNormal.Prob(z) }, -10, 10, 200, nil, 0)
	}
	m := moment(func(x float64) float64 { return x })
	v := moment(func(x float64) float64 { return (x - m) * (x - m) })
	for i, q := range r.Total.Probabilities {
		z := (math.Log(r.Total.Quantiles[i][years]/1000) - years*m) / math.Sqrt(years*v)
		near(t, fmt.Sprint("lognormal quantile at ", q), distuv.UnitNormal.CDF(z), q, inP(q, n)+0.0005) // the skew that is left after 40 years
	}
}

// Against a slow simulation that shares nothing with it: gonum's generators, one
// path after another, every year sorted.
func TestAgainstPlainSimulation(t *testing.T) {
	const n, rho, a = 40_000, 0.6, 0.7
	sectors := sectorsFor(t, 3)
	g, err := normal80.Over(sectors[0].Assumptions.Market)
	if err != nil {
		t.Fatal(err)
	}
	z := distuv.Normal{Sigma: 1, Src: rand.NewPCG(99, 100)}
	of := make([][][]float64, 4) // sectors and total, by year
	for k := range of {
		of[k] = make([][]float64, 8)
	}
	target, by := 3000.0, make([]float64, 8)
	for range n {
		state := make([]float64, 3)
		jobs := []float64{sectors[0].Base, sectors[1].Base, sectors[2].Base}
		reached := false
		for t := 1; t < 8; t++ {
			common, total := z.Rand(), 0.0
			for k := range jobs {
				e := a*common + math.Sqrt(1-a*a)*z.Rand()
				if t > 1 {
					e = rho*state[k] + math.Sqrt(1-rho*rho)*e
				}
				state[k] = e
				jobs[k] *= 1 + float64(g.Mode) + g.Sigma1*e
				total += jobs[k]
				of[k][t] = append(of[k][t], jobs[k])
			}
			of[3][t] = append(of[3][t], total)
			if reached = reached || total >= target; reached {
				by[t]++
			}
		}
	}
	r := run(t, sectors, projection.Simulation{
		Growth: normal80, Persistence: projection.Autoregressive, Rho: rho,
		Correlation: projection.Correlation{Model: projection.OneFactor, Loadings: []float64{a}},
		Targets:     []projection.JobsTarget{{Jobs: target}},
	}, 12)
	for k, f := range append(slices.Clone(r.Sectors), r.Total) {
		for t8 := 1; t8 < 8; t8++ {
			slices.Sort(of[k][t8])
			for i, q := range f.Probabilities {
				at, _ := slices.BinarySearch(of[k][t8], f.Quantiles[i][t8])
				near(t, fmt.Sprintf("%q at %v in year %d", f.Name, q, t8), float64(at)/n, q, 1.2*inP(q, n))
			}
		}
	}
	for t8 := range by {
		near(t, "reached by", r.Targets[0].By[t8], by[t8]/n, 1.2*inP(0.5, n))
	}
}

// A range of one rate leaves nothing to chance: jobs are those of the projection
// to the last bit, whatever the shape, alone or beside sectors that are drawn.
func TestNothingToChance(t *testing.T) {
	central := projection.Uncertainty{Shape: projection.TwoPieceNormal, Meaning: projection.CentralInterval, Probability: 0.5}
	for _, u := range []projection.Uncertainty{limits, normal80, central} {
		fixed := smartCity(t, growth.Range{Low: 0.1371, High: 0.1371})
		drawn, err := projection.Project("Other", "FTE", 900, 2018, 2025, projection.Assumptions{Market: growth.Range{Low: 0.1, High: 0.2}})
		if err != nil {
			t.Fatal(err)
		}
		want := fixed.Scenarios[0].Level
		targets := []projection.JobsTarget{{Sector: "Smart City", Jobs: want[3]}, {Sector: "Smart City", Jobs: want[3] + 1e-9}}
		for _, sectors := range [][]*projection.Projection{{fixed}, {drawn, fixed}, {fixed, drawn}} {
			r := run(t, sectors, projection.Simulation{Growth: u, Correlation: uncorrelated, Paths: 3000, Targets: targets}, 1)
			f, _ := r.Sector("Smart City")
			for _, x := range append(slices.Clone(f.Quantiles), f.Mean) {
				if !slices.Equal(x, want) {
					t.Errorf("got %v, want %v", x, want)
				}
			}
			if !slices.Equal(r.Targets[0].By, []float64{0, 0, 0, 1, 1, 1, 1, 1}) || r.Targets[1].In[3] != 0 || r.Targets[0].Shortfall[2] != want[3]-want[2] {
				t.Errorf("targets are %+v", r.Targets[0])
			}
			if len(sectors) == 1 && !slices.Equal(r.Total.Mean, want) {
				t.Errorf("total is %v, want %v", r.Total.Mean, want)
			}
		}
	}
}

func TestSameAtAnyGOMAXPROCS(t *testing.T) {
	sectors := sectorsFor(t, 5)
	r4 := mat.NewDense(5, 5, nil)
	r4.Copy(equicorrelated(5, 0.4))
	for _, s := range []projection.Simulation{
		{Growth: limits, Correlation: uncorrelated},
		{Growth: normal80, Persistence: projection.IndependentYears, Correlation: projection.Correlation{Model: projection.GivenMatrix, Matrix: r4}},
		{Growth: normal80, Persistence: projection.Autoregressive, Rho: -0.3, Correlation: projection.Correlation{Model: projection.OneFactor, Loadings: []float64{0.5}}},
	} {
		s.Paths = 10_500 // the last block is not full
		s.Targets = []projection.JobsTarget{{Jobs: 6000}, {Sector: "sector 02", Jobs: 1200}}
		var first string
		for _, procs := range []int{1, 2, 8, 8} {
			before := runtime.GOMAXPROCS(procs)
			r := run(t, sectors, s, 21)
			runtime.GOMAXPROCS(before)
			text := printed(r)
			if first == "" {
				first = text
			}
			if text != first {
				t.Errorf("%v: other bytes at GOMAXPROCS %d", s.Persistence, procs)
			}
		}
		if printed(run(t, sectors, s, 22)) == first {
			t.Error("the seed does not matter")
		}
	}
}

// printed is all of a result, to the last bit.
func printed(r *projection.Simulated) string {
	all := r.View().Rows
	for _, o := range r.Targets {
		all = append(all, o.View().Rows...)
	}
	return fmt.Sprintf("%x", all)
}

func TestSimulatedAccess(t *testing.T) {
	r := run(t, sectorsFor(t, 1), projection.Simulation{Growth: limits, Paths: 100, Targets: []projection.JobsTarget{{Jobs: 1e9}, {Jobs: 600}}}, 1)
	f, ok := r.Sector("sector 01")
	if _, no := r.Sector("sector 02"); !ok || no {
		t.Error("sectors are not found by name")
	}
	for _, x := range []float64{f.MeanIn(2017), f.MeanIn(2026), f.QuantileIn(2020, 0.33), f.QuantileIn(2026, 0.5)} {
		if !math.IsNaN(x) {
			t.Errorf("got %v, want NaN", x)
		}
	}
	if f.MeanIn(2018) != 500 || f.QuantileIn(2018, 0.05) != 500 || f.Series(0.5).FirstYear != 2018 || len(f.Series(0.5).Values) != 8 || f.Series(0.33).Values != nil {
		t.Errorf("fan is %+v", f)
	}
	if year, ok := r.Targets[0].YearBy(0.01); ok || year != 0 {
		t.Errorf("10⁹ jobs by %d", year)
	}
	if year, ok := r.Targets[1].YearBy(1); !ok || year != 2020 { // 500·1.12² = 627.2, 500·1.17 = 585
		t.Errorf("600 jobs by %d, %v", year, ok)
	}
	if len(r.Warnings) != 2 || r.Warnings[0].Error() != "projection: the quantile at 0.05 rests on the outermost 5 of 100 paths" {
		t.Errorf("warnings are %v", r.Warnings)
	}
	v := r.View()
	if len(v.Rows) != 16 || len(v.Columns) != 11 || v.Rows[0][0] != growth.TextOf("total") || v.Rows[15][1] != growth.TextOf("sector 01") || v.Rows[15][2].Number != 2025 || v.Rows[15][4].Number != f.QuantileIn(2025, 0.05) {
		t.Errorf("view is %+v", v)
	}
}
