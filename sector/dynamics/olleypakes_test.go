package dynamics

import (
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// TestOlleyPakes has the first period of dfvad's firms; the fractions are worked
// out by hand: Σsp = 1.7598, mean 10.13/6.
func TestOlleyPakes(t *testing.T) {
	r, err := OlleyPakes([]float64{.33, .25, .10, .12, .09, .11}, []float64{1.95, 1.73, 1.64, 1.85, 1.39, 1.57})
	if err != nil {
		t.Fatal(err)
	}
	near(t, "aggregate", r.Aggregate, 1.7598)
	near(t, "mean", r.Mean, 1013./600)
	near(t, "covariance", r.Covariance, 1.7598-1013./600)
	if r.Firms != 6 || r.NotKnown != 0 || r.Warnings != nil {
		t.Errorf("%+v", r)
	}
}

// TestOlleyPakesDefinition compares with Σ(s − 1/n)(p − mean), firm by firm.
func TestOlleyPakesDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(37, 41))
	for range 100 {
		n := 1 + rng.IntN(50)
		w, p := make([]float64, n), make([]float64, n)
		for i := range n {
			w[i], p[i] = math.Exp(3*rng.NormFloat64()), 100+rng.NormFloat64()
		}
		r, err := OlleyPakes(w, p)
		if err != nil {
			t.Fatal(err)
		}
		num := func(x float64) *big.Float { return new(big.Float).SetPrec(500).SetFloat64(x) }
		weight, mean, covariance := num(0), num(0), num(0)
		for i := range n {
			weight.Add(weight, num(w[i]))
			mean.Add(mean, num(p[i]))
		}
		mean.Quo(mean, num(float64(n)))
		for i := range n {
			s := num(0).Quo(num(w[i]), weight)
			s.Sub(s, num(0).Quo(num(1), num(float64(n))))
			covariance.Add(covariance, s.Mul(s, num(0).Sub(num(p[i]), mean)))
		}
		want, _ := covariance.Float64()
		wantMean, _ := mean.Float64()
		if n == 1 {
			want = 0
		}
		equal(t, "mean", r.Mean, wantMean)
		equal(t, "covariance", r.Covariance, want)
		addsUp(t, "Olley–Pakes", []float64{r.Mean, r.Covariance}, r.Aggregate)

		order := rng.Perm(n)
		w2, p2 := slices.Clone(w), slices.Clone(p)
		for i, j := range order {
			w2[i], p2[i] = 16*w[j], p[j]
		}
		again, err := OlleyPakes(w2, p2)
		if err != nil || !reflect.DeepEqual(again, r) {
			t.Errorf("in another order and scale: %+v, want %+v", again, r)
		}
	}
}

func TestOlleyPakesEdges(t *testing.T) {
	r, err := OlleyPakes([]float64{1, nan, 3, nan, 0}, []float64{2, 5, nan, nan, 4})
	if err != nil {
		t.Fatal(err)
	}
	if r.Aggregate != 2 || r.Mean != 3 || r.Covariance != -1 || r.Firms != 2 || r.NotKnown != 2 || len(r.Warnings) != 2 {
		t.Errorf("%+v", r)
	}
	if w, ok := errors.AsType[*FirmsNotKnown](r.Warnings[0]); !ok || w.Firms != 2 || w.Weight != .75 {
		t.Errorf("%+v", r.Warnings[0])
	}
	if w, ok := errors.AsType[*ZeroWeight](r.Warnings[1]); !ok || w.FirmYears != 1 {
		t.Errorf("%+v", r.Warnings[1])
	}
	if r, err := OlleyPakes([]float64{.1, .7, .2}, []float64{.3, .3, .3}); err != nil || r.Covariance != 0 || r.Mean != .3 {
		t.Errorf("equal firms: %+v, %v", r, err)
	}
	if r, err := OlleyPakes([]float64{7}, []float64{-3}); err != nil || r.Covariance != 0 || r.Mean != -3 {
		t.Errorf("one firm: %+v, %v", r, err)
	}
	if _, err := OlleyPakes(nil, nil); !errors.Is(err, ErrNoWeight) {
		t.Errorf("nobody: %v", err)
	}
	if _, err := OlleyPakes([]float64{0, nan}, []float64{1, 2}); !errors.Is(err, ErrNoWeight) {
		t.Errorf("no weight: %v", err)
	}
	if _, err := OlleyPakes([]float64{1}, nil); !errors.Is(err, ErrLength) {
		t.Errorf("uneven: %v", err)
	}
	for _, bad := range [][2]float64{{-1, 1}, {math.Inf(1), 1}, {1, math.Inf(1)}, {-1, nan}} {
		_, err := OlleyPakes([]float64{1, bad[0]}, []float64{1, bad[1]})
		if e, ok := errors.AsType[*FigureError](err); !ok || e.Of != "firm 2" {
			t.Errorf("%v: %v", bad, err)
		}
	}
}
