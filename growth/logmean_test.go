package growth

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestLogMean compares with L(a,b) = ∫₀¹ a^t b^(1−t) dt, by Gauss's rule of
// five points on pieces short enough, which takes no difference of logarithms.
func TestLogMean(t *testing.T) {
	nodes := []float64{0, .5384693101056831, .906179845938664}
	weights := []float64{.5688888888888889, .47862867049936647, .23692688505618908}
	integral := func(a, b float64) float64 {
		const pieces = 200
		var s Sum
		for i := range pieces {
			for k, x := range nodes {
				for _, sign := range []float64{-1, 1} {
					if k == 0 && sign > 0 {
						continue
					}
					u := (float64(i) + .5 + sign*x/2) / pieces
					s.Add(weights[k] / 2 / pieces * b * math.Exp(u*(math.Log(a)-math.Log(b))))
				}
			}
		}
		return s.Float64()
	}
	for _, c := range [][2]float64{{1, 2}, {3, 3.0001}, {17600, 35200}, {5, 5}, {1, 1000}, {2e9, 7e8}} {
		a, b := c[0], c[1]
		if got := logMean(a, b); !near(got, integral(a, b), 1e-12) || got != logMean(b, a) {
			t.Errorf("L(%v, %v) = %v, %v; want %v", a, b, got, logMean(b, a), integral(a, b))
		}
	}
	if got := logMean(math.E, 1); !near(got, math.E-1, 1e-15) {
		t.Errorf("L(e, 1) = %v", got)
	}
	rng := rand.New(rand.NewPCG(21, 22))
	for range 10000 {
		a := math.Exp(20 * rng.NormFloat64())
		b := a * math.Exp(rng.NormFloat64()*math.Pow(10, -float64(rng.IntN(16))))
		l := logMean(a, b)
		// Between the geometric and the arithmetic mean.
		if g, m := math.Sqrt(a)*math.Sqrt(b), a/2+b/2; !(l >= g*(1-4e-16) && l <= m*(1+4e-16)) {
			t.Fatalf("L(%v, %v) = %v outside [%v, %v]", a, b, l, g, m)
		}
		if logRatio(a, b) != -logRatio(b, a) {
			t.Fatalf("ln of %v, %v", a, b)
		}
	}
	for _, c := range []struct{ a, b, want float64 }{
		{1 + 0x1p-40, 1, 0x1p-40 - 0x1p-81}, {1e300, 1e-300, 600 * math.Ln10}, {8, 1, 3 * math.Ln2}, {7, 7, 0},
	} {
		if got := logRatio(c.a, c.b); !near(got, c.want, 4e-16) {
			t.Errorf("ln(%v/%v) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
