package projection_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"sort"
	"testing"
	"time"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"

	"smartcity/growth"
	"smartcity/projection"
)

// sectorsFor returns n projections of 2018–2025 at 12–17 %.
func sectorsFor(t testing.TB, n int) []*projection.Projection {
	t.Helper()
	var ps []*projection.Projection
	for i := range n {
		p, err := projection.Project(fmt.Sprintf("sector %02d", i+1), "FTE", 500+40*float64(i), 2018, 2025, projection.Assumptions{Market: growth.Range{Low: 0.12, High: 0.17}})
		if err != nil {
			t.Fatal(err)
		}
		ps = append(ps, p)
	}
	return ps
}

var benchProbabilities = []float64{0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95}

// plainly does what Simulate does, from the same distribution with the same
// correlation and persistence, in the obvious way: gonum's Rand of distuv,
// its Cholesky factor, sort and stat.Quantile in one goroutine. draw fills in the growth of all
// sectors in a year; if it holds for all years it is called once a path.
func plainly(sectors []*projection.Projection, draw func(year int, growth []float64), persistent bool, paths int) (quantiles [][][]float64) {
	years := sectors[0].To - sectors[0].BaseYear
	jobs := make([][][]float64, len(sectors)+1) // by sector and year; the last are the total
	for k := range jobs {
		jobs[k] = make([][]float64, years)
		for t := range jobs[k] {
			jobs[k][t] = make([]float64, paths)
		}
	}
	total := jobs[len(sectors)]
	x, g := make([]float64, len(sectors)), make([]float64, len(sectors))
	for i := range paths {
		for k, s := range sectors {
			x[k] = s.Base
		}
		for t := range years {
			if !persistent || t == 0 {
				draw(t, g)
			}
			for k := range x {
				x[k] *= 1 + g[k]
				jobs[k][t][i] = x[k]
				total[t][i] += x[k]
			}
		}
	}
	for k := range jobs {
		of := make([][]float64, years)
		for t, x := range jobs[k] {
			sort.Float64s(x)
			for _, p := range benchProbabilities {
				of[t] = append(of[t], stat.Quantile(p, stat.LinInterp, x, nil))
			}
		}
		quantiles = append(quantiles, of)
	}
	return quantiles
}

// way is a simulation and the obvious way to draw the same growth.
type way struct {
	name string
	s    projection.Simulation
	draw func(year int, growth []float64)
}

// ways are the models of a simulation, of n sectors at 12–17 %.
func ways(t testing.TB, n int) []way {
	t.Helper()
	const rho, loading = 0.5, 0.7
	normal := projection.Uncertainty{Shape: projection.Normal, Meaning: projection.CentralInterval, Probability: 0.9}
	d, err := normal.Over(growth.Range{Low: 0.12, High: 0.17})
	if err != nil {
		t.Fatal(err)
	}
	src := rand.NewPCG(1, 2)
	one := distuv.Normal{Mu: float64(d.Mode), Sigma: d.Sigma1, Src: src}
	score := distuv.Normal{Sigma: 1, Src: src}
	each := func(_ int, g []float64) {
		for k := range g {
			g[k] = one.Rand()
		}
	}
	state := make([]float64, n)
	factor := func(t int, g []float64) {
		common := score.Rand()
		for k := range g {
			z := loading*common + math.Sqrt(1-loading*loading)*score.Rand()
			if t > 0 {
				z = rho*state[k] + math.Sqrt(1-rho*rho)*z
			}
			state[k] = z
			g[k] = one.Mu + one.Sigma*z
		}
	}
	matrix := equicorrelated(n, 0.5)
	var cholesky mat.Cholesky
	if !cholesky.Factorize(matrix) {
		t.Fatal("no Cholesky factor")
	}
	var lower mat.TriDense
	cholesky.LTo(&lower)
	alone, joint := mat.NewVecDense(n, nil), mat.NewVecDense(n, nil)
	given := func(_ int, g []float64) {
		for k := range n {
			alone.SetVec(k, score.Rand())
		}
		joint.MulVec(&lower, alone)
		for k := range g {
			g[k] = one.Mu + one.Sigma*joint.AtVec(k)
		}
	}
	beta := distuv.Beta{Alpha: 3, Beta: 3, Src: src} // PERT with its mode in the middle
	pert := func(_ int, g []float64) {
		for k := range g {
			g[k] = 0.12 + 0.05*beta.Rand()
		}
	}
	alike := projection.Correlation{Model: projection.Uncorrelated}
	return []way{
		{"persistent", projection.Simulation{Growth: normal, Correlation: alike}, each},
		{"independent", projection.Simulation{Growth: normal, Persistence: projection.IndependentYears, Correlation: alike}, each},
		{"autoregressive one factor", projection.Simulation{Growth: normal, Persistence: projection.Autoregressive, Rho: rho, Correlation: projection.Correlation{Model: projection.OneFactor, Loadings: []float64{loading}}}, factor},
		{"matrix", projection.Simulation{Growth: normal, Persistence: projection.IndependentYears, Correlation: projection.Correlation{Model: projection.GivenMatrix, Matrix: matrix}}, given},
		{"PERT", projection.Simulation{Growth: projection.Uncertainty{Shape: projection.PERT, Meaning: projection.HardLimits}, Persistence: projection.IndependentYears, Correlation: alike}, pert},
	}
}

// The plain way comes to the same, within what chance allows: it is no other work
// that BenchmarkSimulate measures.
func TestPlainWay(t *testing.T) {
	const n, paths = 3, 20_000
	sectors := sectorsFor(t, n)
	for _, w := range ways(t, n) {
		w.s.Paths = paths
		plain := plainly(sectors, w.draw, w.s.Persistence == projection.Persistent, paths)
		r := run(t, sectors, w.s, 11)
		for k, f := range append(r.Sectors, r.Total) {
			spread := f.QuantileIn(2025, 0.95) - f.QuantileIn(2025, 0.05)
			for i, p := range benchProbabilities {
				// Two sample quantiles of a bell differ by less than a thirtieth of the spread.
				near(t, fmt.Sprintf("%s, sector %d, quantile %v", w.name, k, p), plain[k][6][i], f.Quantiles[i][7], spread/30)
			}
		}
	}
}

// BenchmarkSimulate is 20 sectors × 7 years × 100,000 paths, against the plain
// way of the same run: "times" is how many times as fast it is.
func BenchmarkSimulate(b *testing.B) {
	sectors := sectorsFor(b, 20)
	for _, w := range ways(b, 20) {
		b.Run(w.name, func(b *testing.B) {
			// The fastest of several runs each: what a loaded machine adds is not theirs.
			plain, best := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
			plainRun := func() {
				start := time.Now()
				plainly(sectors, w.draw, w.s.Persistence == projection.Persistent, projection.DefaultPaths)
				plain = min(plain, time.Since(start))
				runtime.GC() // what it has left is not to be cleared away on the time of the other
			}
			plainRun()
			b.ReportAllocs()
			for b.Loop() {
				start := time.Now()
				if _, err := projection.Simulate(b.Context(), sectors, w.s, rand.NewPCG(1, 2)); err != nil {
					b.Fatal(err)
				}
				best = min(best, time.Since(start))
			}
			plainRun()
			b.ReportMetric(float64(plain.Milliseconds()), "ms-plain")
			b.ReportMetric(plain.Seconds()/best.Seconds(), "times")
		})
	}
}

// BenchmarkSimulatePaths shows that the cost is linear in paths.
func BenchmarkSimulatePaths(b *testing.B) {
	sectors := sectorsFor(b, 5)
	for _, paths := range []int{10_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(paths), func(b *testing.B) {
			s := projection.Simulation{
				Growth:      projection.Uncertainty{Shape: projection.Triangular, Meaning: projection.HardLimits},
				Persistence: projection.IndependentYears,
				Correlation: projection.Correlation{Model: projection.Uncorrelated},
				Paths:       paths,
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := projection.Simulate(b.Context(), sectors, s, rand.NewPCG(1, 2)); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(paths), "ns/path")
		})
	}
}

func equicorrelated(n int, r float64) *mat.SymDense {
	m := mat.NewSymDense(n, nil)
	for i := range n {
		for j := range i {
			m.SetSym(i, j, r)
		}
		m.SetSym(i, i, 1)
	}
	return m
}
