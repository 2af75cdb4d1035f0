package structure

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// TestHHIPublished compares with what R's REAT publishes for herf of the sales
// of four car makers (Dörsam 2004), and with DOMAIN.md.
func TestHHIPublished(t *testing.T) {
	c := ok[Concentration](t)(HHI([]float64{20, 50, 20, 10}))
	agree(t, "HHI", c.HHI, .34, 0)
	agree(t, "normalised", c.Normalised, .12, 0)
	agree(t, "equivalent", c.Equivalent, 2.94, .005)
}

// TestHHIExact compares with exact rational arithmetic.
func TestHHIExact(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for range 100 {
		n := 2 + rng.IntN(30)
		x := skewed(rng, n, true)
		sum, squares := new(big.Rat), new(big.Rat)
		for _, v := range x {
			r := new(big.Rat).SetFloat64(v)
			sum.Add(sum, r)
			squares.Add(squares, r.Mul(r, r))
		}
		h := squares.Quo(squares, sum.Mul(sum, sum))
		want, _ := h.Float64()
		c := ok[Concentration](t)(HHI(x))
		agree(t, "HHI", c.HHI, want, 4e-16*want)
		one, inverse := big.NewRat(1, 1), big.NewRat(1, int64(n))
		normalised, _ := new(big.Rat).Quo(new(big.Rat).Sub(h, inverse), new(big.Rat).Sub(one, inverse)).Float64()
		agree(t, "normalised", c.Normalised, normalised, 1e-15*normalised)
		agree(t, "equivalent", c.Equivalent*c.HHI, 1, 1e-15)
	}
}

func TestHHIBounds(t *testing.T) {
	for _, n := range []int{2, 3, 7, 10, 1000} {
		equal, single := make([]float64, n), make([]float64, n)
		for i := range equal {
			equal[i] = .1
		}
		single[n/2] = .3
		e, s := ok[Concentration](t)(HHI(equal)), ok[Concentration](t)(HHI(single))
		if e.HHI != 1/float64(n) || e.Normalised != 0 || e.Equivalent != float64(n) {
			t.Errorf("%d equal figures: %+v", n, e)
		}
		if s.HHI != 1 || s.Equivalent != 1 || s.N != n {
			t.Errorf("one of %d figures: %+v", n, s)
		}
		agree(t, "normalised", s.Normalised, 1, 1e-15)
	}
	c := ok[Concentration](t)(HHI([]float64{7}))
	if c.HHI != 1 || !math.IsNaN(c.Normalised) || c.Equivalent != 1 || c.N != 1 {
		t.Errorf("one figure: %+v", c)
	}
}

// TestHHINearlyEqual: the normalised form is the squared coefficient of variation
// over n − 1, and keeps its digits.
func TestHHINearlyEqual(t *testing.T) {
	c := ok[Concentration](t)(HHI([]float64{1e6, 1e6 + .5, 1e6 - .5, 1e6}))
	agree(t, "normalised", c.Normalised, .125e-12/3, 1e-28)
}

// TestHHIProperties: k copies divide the index by k, a merger of a and b adds
// 2·s_a·s_b, and a transfer from large to small lowers it.
func TestHHIProperties(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		x := skewed(rng, 3+rng.IntN(20), true)
		c := ok[Concentration](t)(HHI(x))
		three := ok[Concentration](t)(HHI(append(append(append([]float64{}, x...), x...), x...)))
		agree(t, "three copies", 3*three.HHI, c.HHI, 1e-15)
		s := ok[Composition](t)(Shares(x)).Shares
		merged := ok[Concentration](t)(HHI(append([]float64{x[0] + x[1]}, x[2:]...)))
		agree(t, "merger", merged.HHI, c.HHI+2*s[0]*s[1], 1e-15)
		if x[0] != x[1] {
			gap := (x[0] - x[1]) / 4
			y := append([]float64{x[0] - gap, x[1] + gap}, x[2:]...)
			if after := ok[Concentration](t)(HHI(y)); after.HHI > c.HHI {
				t.Errorf("transfer in %v: %v to %v", x, c.HHI, after.HHI)
			}
		}
	}
}
