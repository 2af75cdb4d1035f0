package projection_test

import (
	"fmt"
	"math/rand/v2"
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

// plainly simulates the obvious way: gonum's distuv.Normal.Rand, sort and
// stat.Quantile in one goroutine. Persistent draws are one a path, others one a
// path and year.
func plainly(sectors []*projection.Projection, normal distuv.Normal, persistent bool, paths int) (quantiles [][][]float64) {
	years := sectors[0].To - sectors[0].BaseYear
	total := make([][]float64, years)
	for t := range total {
		total[t] = make([]float64, paths)
	}
	quantile := func(x []float64) (q []float64) {
		sort.Float64s(x)
		for _, p := range benchProbabilities {
			q = append(q, stat.Quantile(p, stat.LinInterp, x, nil))
		}
		return q
	}
	for _, s := range sectors {
		jobs := make([][]float64, years)
		for t := range jobs {
			jobs[t] = make([]float64, paths)
		}
		for i := range paths {
			x := s.Base
			g := normal.Rand()
			for t := range jobs {
				if !persistent && t > 0 {
					g = normal.Rand()
				}
				x *= 1 + g
				jobs[t][i] = x
				total[t][i] += x
			}
		}
		of := make([][]float64, years)
		for t := range jobs {
			of[t] = quantile(jobs[t])
		}
		quantiles = append(quantiles, of)
	}
	of := make([][]float64, years)
	for t := range total {
		of[t] = quantile(total[t])
	}
	return append(quantiles, of)
}

// BenchmarkSimulate is 20 sectors × 7 years × 100,000 paths, against the plain
// way of the same run: "times" is how many times as fast it is.
func BenchmarkSimulate(b *testing.B) {
	sectors := sectorsFor(b, 20)
	normal := projection.Uncertainty{Shape: projection.Normal, Meaning: projection.CentralInterval, Probability: 0.9}
	for _, c := range []struct {
		name string
		s    projection.Simulation
	}{
		{"persistent", projection.Simulation{Growth: normal, Correlation: projection.Correlation{Model: projection.Uncorrelated}}},
		{"independent", projection.Simulation{Growth: normal, Persistence: projection.IndependentYears, Correlation: projection.Correlation{Model: projection.Uncorrelated}}},
		{"autoregressive one factor", projection.Simulation{Growth: normal, Persistence: projection.Autoregressive, Rho: 0.5, Correlation: projection.Correlation{Model: projection.OneFactor, Loadings: []float64{0.7}}}},
		{"matrix", projection.Simulation{Growth: normal, Persistence: projection.IndependentYears, Correlation: projection.Correlation{Model: projection.GivenMatrix, Matrix: equicorrelated(20, 0.5)}}},
		{"PERT", projection.Simulation{Growth: projection.Uncertainty{Shape: projection.PERT, Meaning: projection.HardLimits}, Persistence: projection.IndependentYears, Correlation: projection.Correlation{Model: projection.Uncorrelated}}},
	} {
		b.Run(c.name, func(b *testing.B) {
			d, err := normal.Over(sectors[0].Assumptions.Market)
			if err != nil {
				b.Fatal(err)
			}
			start := time.Now()
			plainly(sectors, distuv.Normal{Mu: float64(d.Mode), Sigma: d.Sigma1, Src: rand.NewPCG(1, 2)}, c.s.Persistence == projection.Persistent, projection.DefaultPaths)
			plain := time.Since(start)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := projection.Simulate(b.Context(), sectors, c.s, rand.NewPCG(1, 2)); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(plain.Milliseconds()), "ms-plain")
			b.ReportMetric(plain.Seconds()/(b.Elapsed().Seconds()/float64(b.N)), "times")
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
