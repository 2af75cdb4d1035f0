package growth

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// TestSumIsExact compares with exact rational arithmetic for the magnitudes
// the docstring names, in any order and over any split.
func TestSumIsExact(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		x := make([]float64, 1+rng.IntN(300))
		exact := new(big.Rat)
		for i := range x {
			x[i] = math.Exp(rng.Float64()*math.Log(1e10/.001)) * .001
			if rng.IntN(4) == 0 {
				x[i] = -x[i]
			}
			exact.Add(exact, new(big.Rat).SetFloat64(x[i]))
		}
		want, _ := exact.Float64()
		var whole Sum
		parts := make([]Sum, 1+rng.IntN(5))
		for _, v := range x {
			whole.Add(v)
		}
		rng.Shuffle(len(x), func(i, j int) { x[i], x[j] = x[j], x[i] })
		for _, v := range x {
			parts[rng.IntN(len(parts))].Add(v)
		}
		var merged Sum
		for _, p := range parts {
			merged.Merge(p)
		}
		if whole.Float64() != want || merged != whole {
			t.Fatalf("sum %v, merged %v, exact %v", whole, merged, want)
		}
	}
}

func TestSumOfTenths(t *testing.T) {
	var s Sum
	naive := 0.0
	for range 1_000_000 {
		s.Add(.1)
		naive += .1
	}
	if s.Float64() != 1e5 || naive == 1e5 {
		t.Errorf("a million tenths: %v (naive %v)", s.Float64(), naive)
	}
	s.Add(math.Inf(1))
	if x := s.Float64(); !math.IsNaN(x) && !math.IsInf(x, 0) {
		t.Errorf("with an infinity: %v", x)
	}
}
