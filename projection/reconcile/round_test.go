package reconcile

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"smartcity/growth"
)

func TestRound(t *testing.T) {
	h := must(New([]string{"Total"}, []string{"A", "B", "C"}, [][]float64{{1, 1, 1}}))
	r := must(Round(h, h.Sum([]float64{1.4, 1.4, 1.4}), 0)) // 4.2
	if want := []float64{4, 2, 1, 1}; !slices.Equal(r.Figures, want) {
		t.Errorf("%v, want %v", r.Figures, want)
	}
	w, ok := errors.AsType[*RoundedToAddUp](r.Warnings[0])
	if !ok || !slices.Equal(w.Names, []string{"A"}) || math.Abs(w.Largest-.6) > 1e-15 {
		t.Errorf("%v", r.Warnings)
	}
	if r := must(Round(h, h.Sum([]float64{1400, 1600, -100}), 100)); len(r.Warnings) != 0 || !slices.Equal(r.Figures, []float64{2900, 1400, 1600, -100}) {
		t.Errorf("%v %v", r.Figures, r.Warnings)
	}
	if r := must(Round(h, h.Sum([]float64{.1, .2, .3}), .1)); !slices.Equal(r.Figures, []float64{.6, .1, .2, .3}) {
		t.Errorf("%v", r.Figures)
	}
}

func TestRoundAddsUp(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 9))
	for _, h := range []*Hierarchy{two(t), tree(), cells()} {
		for range 300 {
			b := make([]float64, len(h.bottom))
			for j := range b {
				b[j] = 1000 * rnd.NormFloat64()
			}
			all := h.Sum(b)
			r := must(Round(h, all, 10))
			if want := h.Sum(r.Figures[len(h.upper):]); !slices.Equal(r.Figures, want) {
				t.Fatalf("%v does not add up: %v", r.Figures, want)
			}
			for i, x := range r.Figures {
				if x != 10*math.Round(x/10) {
					t.Errorf("%v is no multiple of 10", x)
				}
				if d := math.Abs(x - all[i]); d >= 10 && (h.parents != nil || i >= len(h.upper)) {
					t.Errorf("%q is %v, from %v", h.name(i), x, all[i])
				}
			}
			if math.Abs(r.Figures[0]-all[0]) > 5 {
				t.Errorf("total %v, from %v", r.Figures[0], all[0])
			}
		}
	}
}

func TestRoundErrors(t *testing.T) {
	h := two(t)
	nan := math.NaN()
	weighted := must(New([]string{"T", "U"}, []string{"A", "B"}, [][]float64{{1, 1}, {2, 1}}))
	for _, c := range []struct {
		name string
		err  error
		want error
	}{
		{"not coherent", second(Round(h, []float64{10, 5, 4}, 1)), ErrSeries},
		{"two figures", second(Round(h, []float64{10, 5}, 1)), ErrSeries},
		{"NaN", second(Round(h, []float64{nan, nan, 4}, 1)), growth.ErrNotKnown},
		{"infinite", second(Round(h, []float64{math.Inf(1), math.Inf(1), 4}, 1)), growth.ErrNotKnown},
		{"negative unit", second(Round(h, []float64{9, 5, 4}, -1)), growth.ErrUnit},
		{"NaN unit", second(Round(h, []float64{9, 5, 4}, nan)), growth.ErrUnit},
		{"weights", second(Round(weighted, weighted.Sum([]float64{1, 2}), 1)), ErrNotTree},
	} {
		if !errors.Is(c.err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, c.err, c.want)
		}
	}
}
