package projection

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"smartcity/growth"
)

// The quantiles are those of growth.Quantile, which sorts, to the last bit.
func TestTypeSeven(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	kinds := map[string]func() float64{
		"normal":    func() float64 { return 40_000 * math.Exp(0.02*r.NormFloat64()) },
		"wide":      func() float64 { return math.Exp(90 * r.NormFloat64()) },
		"ties":      func() float64 { return float64(r.IntN(5)) },
		"zeros":     func() float64 { return max(0, r.NormFloat64()) },
		"alike":     func() float64 { return 17_600 },
		"neighbour": func() float64 { return math.Float64frombits(math.Float64bits(17_600) + r.Uint64N(3)) },
		"outliers": func() float64 {
			if r.IntN(1000) == 0 {
				return math.Ldexp(1, r.IntN(2000)-1000)
			}
			return 1 + 1e-9*r.Float64()
		},
	}
	s := new(selector)
	for name, draw := range kinds {
		for _, n := range []int{1, 2, 3, 1024, 1025, 5000, 70_001} {
			x := make([]float64, n)
			low, high := uint64(math.MaxUint64), uint64(0)
			for i := range x {
				x[i] = draw()
				low, high = min(low, math.Float64bits(x[i])), max(high, math.Float64bits(x[i]))
			}
			before := slices.Clone(x)
			probabilities := []float64{0, 0.001, 0.05, 0.1, 0.25, 1.0 / 3, 0.5, 0.75, 0.9, 0.95, 0.999999, 1}
			got := s.typeSeven(x, low, high, probabilities)
			for i, p := range probabilities {
				want, err := growth.Quantile(x, p)
				if err != nil || math.Float64bits(got[i]) != math.Float64bits(want) {
					t.Errorf("%s, %d figures, at %v: got %v, want %v, %v", name, n, p, got[i], want, err)
				}
			}
			if !slices.Equal(x, before) {
				t.Errorf("%s, %d figures: they were moved", name, n)
			}
		}
	}
}

func BenchmarkTypeSeven(b *testing.B) {
	r := rand.New(rand.NewPCG(3, 4))
	x := make([]float64, 100_000)
	low, high := uint64(math.MaxUint64), uint64(0)
	for i := range x {
		x[i] = 40_000 * math.Exp(0.1*r.NormFloat64())
		low, high = min(low, math.Float64bits(x[i])), max(high, math.Float64bits(x[i]))
	}
	b.Run("selection", func(b *testing.B) {
		s := new(selector)
		for b.Loop() {
			s.typeSeven(x, low, high, []float64{0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95})
		}
	})
	b.Run("sorting", func(b *testing.B) {
		y := make([]float64, len(x))
		for b.Loop() {
			copy(y, x)
			slices.Sort(y)
		}
	})
}

func BenchmarkScoreTable(b *testing.B) {
	for b.Loop() {
		newScoreTable(unitDistribution{PERT, 0.4})
	}
}
