package growth

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// simon returns a series of Simon and Lesage (1989): first, then low and high in
// turn, 1001 figures in all. NIST's NumAcc2, 3 and 4 are such.
func simon(first, low, high float64) []float64 {
	x := []float64{first}
	for range 500 {
		x = append(x, low, high)
	}
	return x
}

// TestNumAcc compares with the certified values of NIST's univariate sets
// NumAcc1 to 4. How many digits there can be is decided where the decimal
// figures become float64, before any arithmetic: 10,000,000.3 − 10,000,000.1 is
// 0.2·(1 + 5.6e−9) in float64.
func TestNumAcc(t *testing.T) {
	for _, c := range []struct {
		name              string
		x                 []float64
		mean, sd, toWhere float64
	}{
		{"NumAcc1", []float64{10000001, 10000003, 10000002}, 10000002, 1, 0},
		{"NumAcc2", simon(1.2, 1.1, 1.3), 1.2, .1, 1e-15},
		{"NumAcc3", simon(1000000.2, 1000000.1, 1000000.3), 1000000.2, .1, 1e-9},
		{"NumAcc4", simon(10000000.2, 10000000.1, 10000000.3), 10000000.2, .1, 1e-8},
	} {
		s, err := Summarize(c.x)
		if err != nil || s.Mean != c.mean || !near(s.StdDev, c.sd, c.toWhere) {
			t.Errorf("%s: %+v, %v", c.name, s, err)
		}
	}
}

func TestSummarize(t *testing.T) {
	x := []float64{9, nan, 2, 4, 4, 5, 7, 4, 5, nan}
	keep := slices.Clone(x)
	s, err := Summarize(x)
	if err != nil {
		t.Fatal(err)
	}
	// 2 4 4 4 5 5 7 9: mean 5, Σ(x−5)² = 32.
	want := Summary{N: 8, Missing: 2, Mean: 5, StdDev: math.Sqrt(32. / 7), Min: 2, Q1: 4, Median: 4.5, Q3: 5.5, Max: 9}
	if *s != want {
		t.Errorf("%+v, want %+v", s, want)
	}
	if !same(x, keep) {
		t.Error("the figures have been changed")
	}
	one, err := Summarize([]float64{.1})
	if err != nil || one.Mean != .1 || !math.IsNaN(one.StdDev) || one.Min != .1 || one.Q1 != .1 || one.Max != .1 {
		t.Errorf("one figure: %+v, %v", one, err)
	}
	for _, x := range [][]float64{nil, {nan, nan}} {
		if _, err := Summarize(x); !errors.Is(err, ErrTooFew) {
			t.Errorf("%v: %v", x, err)
		}
	}
	if _, err := Summarize([]float64{1, math.Inf(-1)}); !errors.Is(err, ErrNotKnown) {
		t.Errorf("infinite: %v", err)
	}
	huge, err := Summarize([]float64{1e308, 1e308, -1e308, -1e308})
	if err != nil || huge.Mean != 0 || !near(huge.StdDev, 1e308*math.Sqrt(4./3), 1e-15) {
		t.Errorf("huge: %+v, %v", huge, err)
	}
}

func TestSummaryProperties(t *testing.T) {
	rng := rand.New(rand.NewPCG(13, 14))
	for range 300 {
		x := make([]float64, 1+rng.IntN(200))
		for i := range x {
			x[i] = math.Exp(10 * rng.NormFloat64())
		}
		want, err := Summarize(x)
		if err != nil {
			t.Fatal(err)
		}
		rng.Shuffle(len(x), func(i, j int) { x[i], x[j] = x[j], x[i] })
		got, err := Summarize(x)
		if err != nil || *got != *want && len(x) > 1 {
			t.Fatalf("in another order %+v, %v; want %+v", got, err, want)
		}
		if s := want; !(s.Min <= s.Q1 && s.Q1 <= s.Median && s.Median <= s.Q3 && s.Q3 <= s.Max && s.Min <= s.Mean && s.Mean <= s.Max) {
			t.Fatalf("out of order: %+v", s)
		}
		// Figures that are all the same do not spread, to the last bit.
		for i := range x {
			x[i] = x[0]
		}
		if got, _ := Summarize(x); got.Mean != x[0] || len(x) > 1 && got.StdDev != 0 {
			t.Fatalf("%d times %v: %+v", len(x), x[0], got)
		}
	}
}

func BenchmarkSummarize(b *testing.B) {
	x := make([]float64, 10000)
	for i := range x {
		x[i] = float64(i * i % 9973)
	}
	for b.Loop() {
		if _, err := Summarize(x); err != nil {
			b.Fatal(err)
		}
	}
}
