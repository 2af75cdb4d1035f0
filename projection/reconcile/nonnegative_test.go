package reconcile

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// distance is (ŷ − S·b)'W⁻¹(ŷ − S·b).
func distance(h *Hierarchy, inverse *mat.Dense, y, b []float64) float64 {
	d := h.Sum(b)
	for i := range d {
		d[i] = y[i] - d[i]
	}
	v := mat.NewVecDense(len(d), d)
	return mat.Inner(v, inverse, v)
}

// TestNonNegative tries every set of bottom series that could be zero: of all
// non-negative answers the search must find the nearest.
func TestNonNegative(t *testing.T) {
	binding := 0
	for _, h := range []*Hierarchy{two(t), cells(), tree()} {
		n, m := h.size(), len(h.bottom)
		for r, w := range minTs(t, h) {
			var inverse mat.Dense
			if err := inverse.Inverse(w); err != nil {
				t.Fatal(err)
			}
			nn := must(r.NonNegative())
			rnd := rand.New(rand.NewPCG(11, uint64(n)))
			for range 25 {
				y := make([]float64, n)
				for i := range y {
					y[i] = 20 * rnd.NormFloat64()
				}
				got := must(nn.Point(y))
				b := got[len(h.upper):]
				for i, x := range got {
					if x < 0 {
						t.Fatalf("%v: %q is %v", r.Method, h.name(i), x)
					}
				}
				for i, want := range h.Sum(b) {
					if got[i] != want {
						t.Errorf("%v is not coherent at %q", r.Method, h.name(i))
					}
				}
				best, found := math.Inf(1), distance(h, &inverse, y, b)
				for set := range 1 << m {
					if c, ok := restricted(h, &inverse, y, set); ok {
						best = min(best, distance(h, &inverse, y, c))
					}
				}
				if found > best*(1+1e-9) {
					t.Errorf("%v: distance %v, the least is %v", r.Method, found, best)
				}
				for _, x := range must(r.Point(y))[len(h.upper):] {
					if x < 0 {
						binding++
						break
					}
				}
			}
		}
	}
	if binding < 100 {
		t.Errorf("only %d of the cases have a negative answer to avoid", binding)
	}
}

// restricted is least squares with the bottom series outside of set at zero, and
// whether it is non-negative.
func restricted(h *Hierarchy, inverse *mat.Dense, y []float64, set int) ([]float64, bool) {
	b := make([]float64, len(h.bottom))
	var columns []int
	for j := range b {
		if set&(1<<j) != 0 {
			columns = append(columns, j)
		}
	}
	if len(columns) == 0 {
		return b, true
	}
	s := mat.NewDense(h.size(), len(columns), nil)
	for i := range h.size() {
		for k, j := range columns {
			s.Set(i, k, h.weight(i, j))
		}
	}
	var right, left, side, x mat.Dense
	right.Mul(s.T(), inverse)
	left.Mul(&right, s)
	side.Mul(&right, mat.NewDense(len(y), 1, y))
	if x.Solve(&left, &side) != nil {
		return nil, false
	}
	for k, j := range columns {
		if b[j] = x.At(k, 0); b[j] < 0 {
			return nil, false
		}
	}
	return b, true
}

// Clipping keeps the sum too high: total 1, parts 5 and −3.
func TestNonNegativeIsNotClipping(t *testing.T) {
	r := must(MinTOLS(two(t)))
	if got := must(r.Point([]float64{1, 5, -3})); math.Abs(got[2]+10./3) > 1e-12 {
		t.Fatalf("unrestricted %v", got)
	}
	// b = (b₁, 0): min (1−b₁)² + (5−b₁)², so 3; clipping says 14/3.
	got := must(must(r.NonNegative()).Point([]float64{1, 5, -3}))
	for i, want := range []float64{3, 3, 0} {
		if math.Abs(got[i]-want) > 1e-12 {
			t.Errorf("%v, want 3, 3, 0", got)
		}
	}
	if got := must(must(r.NonNegative()).Point([]float64{-9, -5, -3})); got[0] != 0 || got[1] != 0 || got[2] != 0 {
		t.Errorf("all negative: %v", got)
	}
	net := must(New([]string{"Net"}, []string{"A", "B"}, [][]float64{{1, -1}}))
	if _, err := must(MinTOLS(net)).NonNegative(); !errors.Is(err, ErrNegative) {
		t.Errorf("a net: %v", err)
	}
}

// Many series, with much to hold at zero.
func TestNonNegativeLarge(t *testing.T) {
	var keys [][]string
	for i := range 20 {
		for k := range 5 {
			keys = append(keys, []string{string(rune('a' + i)), string(rune('A' + k))})
		}
	}
	h := must(Grouped("Total", keys))
	r := must(must(MinTVariance(h, noise(h, 1, 10))).NonNegative())
	rnd := rand.New(rand.NewPCG(1, 1))
	y := make([]float64, h.size())
	for i := range y {
		y[i] = rnd.NormFloat64()
	}
	got := must(r.Point(y))
	zeros := 0
	for _, x := range got[len(h.upper):] {
		if x < 0 {
			t.Errorf("%v", x)
		}
		if x == 0 {
			zeros++
		}
	}
	if zeros < 20 || zeros == len(h.bottom) {
		t.Errorf("%d of %d at zero", zeros, len(h.bottom))
	}
}

func BenchmarkReconcile(b *testing.B) {
	var keys [][]string
	for i := range 20 {
		for k := range 5 {
			keys = append(keys, []string{string(rune('a' + i)), string(rune('A' + k))})
		}
	}
	h := must(Grouped("Total", keys))
	res := noise(h, 1, 10)
	b.Run("prepare", func(b *testing.B) {
		for b.Loop() {
			must(MinTShrinkage(h, res))
		}
	})
	r := must(MinTShrinkage(h, res))
	y := make([]float64, h.size())
	for i := range y {
		y[i] = float64(i)
	}
	b.Run("point", func(b *testing.B) {
		for b.Loop() {
			must(r.Point(y))
		}
	})
	nn := must(r.NonNegative())
	for i := range y {
		y[i] -= 60
	}
	b.Run("non-negative", func(b *testing.B) {
		for b.Loop() {
			must(nn.Point(y))
		}
	})
}
