package structure

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// TestTheilPublished compares with what R's REAT calls theil, which is L
// (Störmann 2009), and with DOMAIN.md's T.
func TestTheilPublished(t *testing.T) {
	h := ok[TheilIndex](t)(Theil([]float64{10, 10, 10, 20, 50}, nil))
	agree(t, "L", h.L, .2326302, 5e-8)
	agree(t, "T", h.T, .2502012, 5e-8)
}

// TestTheilDefinition compares with the sums of the definition.
func TestTheilDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 1))
	for range 200 {
		n := 1 + rng.IntN(20)
		x, w := skewed(rng, n, false), skewed(rng, n, true)
		weight, sum := 0., 0.
		for i := range x {
			weight += w[i]
			sum += w[i] * x[i]
		}
		wantT, wantL := 0., 0.
		for i, v := range x {
			ratio := v / (sum / weight)
			wantT += w[i] / weight * ratio * math.Log(ratio)
			wantL -= w[i] / weight * math.Log(ratio)
		}
		h := ok[TheilIndex](t)(Theil(x, w))
		agree(t, "T", h.T, wantT, 1e-13)
		agree(t, "L", h.L, wantL, 1e-13)
	}
}

// TestTheilNearlyEqual compares with the power series of the definition in exact
// rational arithmetic, where figures differ by so little that the definition
// itself would leave no digit.
func TestTheilNearlyEqual(t *testing.T) {
	for _, spread := range []float64{0x1p-3, 0x1p-10, 0x1p-20, 0x1p-40, 0x1p-51} {
		x := []float64{1, 1 + spread, 1, 1, 1 + spread, 1, 1}
		mean := new(big.Rat).Quo(big.NewRat(2, 7), big.NewRat(1, 1))
		mean.Mul(mean, new(big.Rat).SetFloat64(spread))
		mean.Add(mean, big.NewRat(1, 1))
		wantT, wantL := new(big.Rat), new(big.Rat)
		for _, v := range x {
			d := new(big.Rat).SetFloat64(v)
			d.Sub(d.Quo(d, mean), big.NewRat(1, 1))
			power := new(big.Rat).Mul(d, d)
			for k := int64(2); k < 40; k++ {
				wantT.Add(wantT, new(big.Rat).Mul(power, big.NewRat(1, 7*k*(k-1))))
				wantL.Add(wantL, new(big.Rat).Mul(power, big.NewRat(1, 7*k)))
				power.Mul(power, d).Neg(power)
			}
		}
		h := ok[TheilIndex](t)(Theil(x, nil))
		exactT, _ := wantT.Float64()
		exactL, _ := wantL.Float64()
		agree(t, "T", h.T, exactT, 1e-14*exactT)
		agree(t, "L", h.L, exactL, 1e-14*exactL)
	}
}

func TestTheilBounds(t *testing.T) {
	h := ok[TheilIndex](t)(Theil([]float64{0, 0, 5, 0}, nil))
	agree(t, "one of four has all", h.T, math.Log(4), 1e-15)
	if !math.IsNaN(h.L) || len(h.Warnings) != 1 || h.Warnings[0] != (ZeroFigures{3}) {
		t.Errorf("with zeros: %+v", h)
	}
	h = ok[TheilIndex](t)(Theil([]float64{0, 1, 3}, []float64{0, 1, 1}))
	if math.IsNaN(h.L) || h.Warnings != nil || h.N != 2 {
		t.Errorf("a zero without weight: %+v", h)
	}
	for _, x := range [][]float64{{.1, .1, .1}, {7}} {
		if h := ok[TheilIndex](t)(Theil(x, nil)); h.T != 0 || h.L != 0 {
			t.Errorf("%v: %+v", x, h)
		}
	}
	// A figure so small that 1 + d has lost it.
	h = ok[TheilIndex](t)(Theil([]float64{1e-100, 1}, nil))
	agree(t, "T", h.T, math.Ln2, 1e-15)
	agree(t, "L", h.L, 50*math.Ln10-math.Ln2, 1e-13)
}
