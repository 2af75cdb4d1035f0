package reconcile

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// TestUnbiasedWithLeastVariance: with forecasts that scatter about coherent figures
// with the covariance W, those of every MinT method and of bottom-up are unbiased
// (S·G·S = S), top-down ones are not; and none has less variance in all, trace
// S·G·W·G'·S', than MinT with that W.
func TestUnbiasedWithLeastVariance(t *testing.T) {
	for _, h := range []*Hierarchy{two(t), cells(), tree()} {
		n, m := h.size(), len(h.bottom)
		rnd := rand.New(rand.NewPCG(5, 6))
		root := mat.NewDense(n, n, nil)
		for i := range n {
			for k := range n {
				root.Set(i, k, rnd.NormFloat64())
			}
			root.Set(i, i, root.At(i, i)+2)
		}
		var square mat.Dense
		square.Mul(root, root.T())
		w := mat.NewSymDense(n, nil)
		for i := range n {
			for k := i; k < n; k++ {
				w.SetSym(i, k, square.At(i, k))
			}
		}
		s := mat.NewDense(n, m, nil)
		for i := range n {
			for j := range m {
				s.Set(i, j, h.weight(i, j))
			}
		}
		// look at S·G column by column, and at its variance.
		look := func(r *Reconciler) (bias, trace float64) {
			sg := mat.NewDense(n, n, nil)
			for i := range n {
				unit := make([]float64, n)
				unit[i] = 1
				sg.SetCol(i, must(r.Point(unit)))
			}
			var sgs, left, all mat.Dense
			sgs.Mul(sg, s)
			sgs.Sub(&sgs, s)
			left.Mul(sg, w)
			all.Mul(&left, sg.T())
			return mat.Norm(&sgs, math.Inf(1)), mat.Trace(&all)
		}
		best := must(MinTCovariance(h, w))
		bias, least := look(best)
		if bias > 1e-12 {
			t.Errorf("MinT: S·G·S is %v from S", bias)
		}
		for r := range minTs(t, h) {
			if bias, trace := look(r); bias > 1e-12 || trace < least*(1-1e-12) {
				t.Errorf("%v: S·G·S is %v from S, variance %v, of MinT %v", r.Method, bias, trace, least)
			}
		}
		if bias, trace := look(BottomUp(h)); bias > 1e-12 || trace < least*(1-1e-12) {
			t.Errorf("bottom up: S·G·S is %v from S, variance %v, of MinT %v", bias, trace, least)
		}
		history := noise(h, 2, 6)[len(h.upper):]
		for i := range history {
			for k, v := range history[i].Values {
				history[i].Values[k] = 1 + math.Abs(v)
			}
		}
		if bias, _ := look(must(TopDownAverageProportions(h, history))); bias < .01 {
			t.Errorf("top down: S·G·S is %v from S, and should be biased", bias)
		}
	}
}
