package reconcile

import (
	"math"
	"testing"

	"smartcity/growth"
)

// Schäfer and Strimmer's λ by its definition, with two series and three years.
func TestShrinkage(t *testing.T) {
	h := must(New([]string{"T"}, []string{"A"}, [][]float64{{1}}))
	res := []growth.Series{{Values: []float64{1, 2, -2}}, {Values: []float64{1, 1, -1}}}
	r := must(MinTShrinkage(h, res))
	// Ŵ = (9/3, 5/3; 5/3, 3/3); w = (1, 2, 2)/√3; r = 5/(3√3); Var = Σ(w−r)²/6
	c := 5 / (3 * math.Sqrt(3))
	v := 0.0
	for _, w := range []float64{1, 2, 2} {
		v += (w/math.Sqrt(3) - c) * (w/math.Sqrt(3) - c) / 6
	}
	if want := v / (c * c); math.Abs(r.Shrinkage-want) > 1e-15 || r.Years != 3 {
		t.Errorf("λ %v of %d years, want %v", r.Shrinkage, r.Years, want)
	}
}
