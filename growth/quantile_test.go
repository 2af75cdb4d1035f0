package growth

import (
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestQuantile(t *testing.T) {
	ten := []float64{7, 1, 10, 4, 2, 9, 5, 3, 8, 6}
	for _, c := range []struct {
		x       []float64
		p, want float64
	}{
		// The median of 1…10 is 5.5, which gonum's LinInterp gives as 5.
		{ten, .5, 5.5}, {ten, 0, 1}, {ten, 1, 10}, {ten, .25, 3.25}, {ten, .75, 7.75}, {ten, .1, 1.9},
		{[]float64{3}, .3, 3}, {[]float64{nan, 4, nan, 2}, .5, 3}, {[]float64{1, 2}, .75, 1.75},
		{[]float64{-math.MaxFloat64, math.MaxFloat64}, .5, 0}, {[]float64{-5, -1}, .5, -3},
		{[]float64{.1, .1, .1}, .37, .1},
	} {
		if got, err := Quantile(c.x, c.p); err != nil || math.Abs(got-c.want) > 1e-15 {
			t.Errorf("%v of %v = %v, %v; want %v", c.p, c.x, got, err, c.want)
		}
	}
	if ten[0] != 7 {
		t.Error("the figures have been sorted")
	}
	for _, p := range []float64{-.1, 1.1, nan} {
		if _, err := Quantile(ten, p); !errors.Is(err, ErrLevel) {
			t.Errorf("at %v: %v", p, err)
		}
	}
	if _, err := Quantile(nil, .5); !errors.Is(err, ErrTooFew) {
		t.Errorf("of nothing: %v", err)
	}
	if _, err := Quantile([]float64{nan}, .5); !errors.Is(err, ErrTooFew) {
		t.Errorf("of nothing known: %v", err)
	}
	if _, err := Quantile([]float64{1, math.Inf(1)}, .5); !errors.Is(err, ErrNotKnown) {
		t.Errorf("of an infinity: %v", err)
	}
}

// TestQuantileDefinition compares with the definition in rational numbers, for
// probabilities that are exact, and checks that it never falls.
func TestQuantileDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(15, 16))
	for range thin(500) {
		x := make([]float64, 1+rng.IntN(40))
		for i := range x {
			x[i] = math.Exp(3 * rng.NormFloat64())
		}
		sorted := slices.Sorted(slices.Values(x))
		last := math.Inf(-1)
		for k := range 65 {
			got, err := Quantile(x, float64(k)/64)
			if err != nil || got < last {
				t.Fatalf("%d/64 of %v = %v after %v, %v", k, x, got, last, err)
			}
			last = got
			h := big.NewRat(int64((len(x)-1)*k), 64)
			i := int(new(big.Int).Quo(h.Num(), h.Denom()).Int64())
			w := h.Sub(h, big.NewRat(int64(i), 1))
			low := new(big.Rat).SetFloat64(sorted[i])
			high := new(big.Rat).SetFloat64(sorted[min(i+1, len(x)-1)])
			want, _ := low.Add(low, w.Mul(w, high.Sub(high, low))).Float64()
			if !near(got, want, 4e-16) {
				t.Fatalf("%d/64 of %v = %v, want %v", k, x, got, want)
			}
		}
	}
}

func BenchmarkQuantileSorted(b *testing.B) {
	x := make([]float64, 10000)
	for i := range x {
		x[i] = float64(i)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Quantile(x, .05); err != nil {
			b.Fatal(err)
		}
	}
}
