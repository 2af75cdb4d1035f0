package structure

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"smartcity/growth"
)

func TestShares(t *testing.T) {
	c := ok[Composition](t)(Shares([]float64{20, math.NaN(), 50, 0, 10}))
	for i, want := range []float64{.25, math.NaN(), .625, 0, .125} {
		agree(t, "share", c.Shares[i], want, 0)
	}
	if c.Total != 80 || c.N != 4 || c.LeftOut != 1 {
		t.Errorf("%+v", c)
	}
	c.Names = []string{"Energy", "Water"}
	v := c.View()
	if v.Rows[0][0] != growth.TextOf("Energy") || v.Rows[2][0] != growth.TextOf("3") || v.Rows[1][1].Kind != growth.MissingEntry {
		t.Errorf("%+v", v)
	}
	if c := ok[Composition](t)(Shares([]float64{math.Copysign(0, -1), 1})); math.Signbit(c.Shares[0]) {
		t.Errorf("share of a negative zero: %v", c.Shares)
	}
	if _, err := Shares([]float64{math.MaxFloat64, math.MaxFloat64}); !errors.Is(err, ErrInfinite) {
		t.Errorf("a total beyond float64: %v", err)
	}
	if _, err := Shares([]float64{1e-150, 1e150}); !errors.Is(err, ErrTooFarApart) {
		t.Errorf("figures far apart: %v", err)
	}
	if c := ok[Composition](t)(Shares([]float64{1e-250, 3e-250})); c.Shares[0] != .25 || c.Total != 4e-250 {
		t.Errorf("tiny figures: %+v", c)
	}
}

// BenchmarkConcentration takes shares, HHI and CR of a million figures.
func BenchmarkConcentration(b *testing.B) {
	x := skewed(rand.New(rand.NewPCG(1, 3)), 1_000_000, true)
	for b.Loop() {
		if _, err := Shares(x); err != nil {
			b.Fatal(err)
		}
		if _, err := HHI(x); err != nil {
			b.Fatal(err)
		}
		if _, err := CR(x, 4); err != nil {
			b.Fatal(err)
		}
	}
}
