package dynamics

import (
	"math"
	"math/rand/v2"
	"testing"
)

// DOMAIN.md, section 5.
func TestDHSOfDomain(t *testing.T) {
	for _, c := range []struct{ x0, x1, want float64 }{
		{10, 12, .181818}, {20, 18, -.105263}, {10, 0, -2}, {0, 10, 2},
	} {
		if g := DHS(c.x0, c.x1); math.Abs(g-c.want) > 5e-7 {
			t.Errorf("from %v to %v: %v, want %v", c.x0, c.x1, g, c.want)
		}
	}
}

func TestDHSNotKnown(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range [][2]float64{{0, 0}, {nan, 1}, {1, nan}, {-1, 2}, {2, -1}, {-1, -1}, {inf, 1}, {1, inf}, {inf, inf}, {1, -inf}} {
		if g := DHS(c[0], c[1]); !math.IsNaN(g) {
			t.Errorf("from %v to %v: %v, want NaN", c[0], c[1], g)
		}
	}
}

// It is bounded, antisymmetric, rises with x1, and does not change with the scale.
func TestDHSProperties(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for range 100000 {
		x0, x1 := math.Exp(rng.NormFloat64()*20), math.Exp(rng.NormFloat64()*20)
		g := DHS(x0, x1)
		if !(-2 <= g && g <= 2) || DHS(x1, x0) != -g || DHS(8*x0, 8*x1) != g || DHS(x0, x1*1.01) < g-1e-15 {
			t.Fatalf("from %v to %v: %v", x0, x1, g)
		}
		if log := math.Log(x1 / x0); math.Abs(log) < 1e-3 && math.Abs(g-log) > 1e-9 {
			t.Fatalf("from %v to %v: %v, logarithm %v", x0, x1, g, log)
		}
	}
	big := math.MaxFloat64
	if DHS(big, big) != 0 || DHS(0, big) != 2 || math.Abs(DHS(big/2, big)-2./3) > 1e-15 {
		t.Error("overflows")
	}
	if tiny := math.SmallestNonzeroFloat64; DHS(tiny, 0) != -2 || DHS(tiny, tiny) != 0 {
		t.Error("underflows")
	}
}
