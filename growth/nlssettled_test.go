package growth

import (
	"errors"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestFitNLSRunsAway: sums of squares that fall for ever have no minimum, however
// close to nothing they come.
func TestFitNLSRunsAway(t *testing.T) {
	x := []float64{1, 2, 3, 4}
	zeros := make([]float64, len(x))
	threes := repeat(3, len(x))
	exponential := func(b []float64, x float64) float64 { return math.Exp(b[0] * x) }
	decay := func(b []float64, x float64) float64 { return 3 + math.Exp(-b[0]*x) }
	for _, c := range []struct {
		name    string
		f       func(b []float64, x float64) float64
		y       []float64
		start   []float64
		options NLSOptions
	}{
		{"e^bx of zeros", exponential, zeros, []float64{-1}, NLSOptions{}},
		{"from far out", exponential, zeros, []float64{-40}, NLSOptions{}},
		{"stopped on the way", exponential, zeros, []float64{-1}, NLSOptions{MaxIterations: 30}},
		{"with its gradient", exponential, zeros, []float64{-1}, NLSOptions{Gradient: func(g, b []float64, x float64) { g[0] = x * math.Exp(b[0]*x) }}},
		{"decay of a constant", decay, threes, []float64{1}, NLSOptions{}},
		{"decay with its gradient", decay, threes, []float64{1}, NLSOptions{Gradient: func(g, b []float64, x float64) { g[0] = -x * math.Exp(-b[0]*x) }}},
		{"a small unit", func(b []float64, x float64) float64 { return 1e-30 * math.Exp(b[0]*x) }, zeros, []float64{-1}, NLSOptions{}},
	} {
		fit, err := FitNLS(c.f, x, c.y, c.start, c.options)
		if r, ok := errors.AsType[*Refusal](err); !ok || r.Reason != NotConverged && r.Reason != NotIdentified {
			t.Errorf("%s: %+v, %v", c.name, fit, err)
		}
	}
	// Zeros that a model does reach.
	for _, start := range [][]float64{{1, 1}, {0, 0}, {1e-30, 2e-30}, {1e20, 1}} {
		fit, err := FitNLS(func(b []float64, x float64) float64 { return b[0] + b[1]*x }, x, zeros, start, NLSOptions{})
		if err != nil || math.Abs(fit.Parameters[0]) > 1e-15*math.Abs(start[0]) || math.Abs(fit.Parameters[1]) > 1e-15*math.Abs(start[0]) {
			t.Errorf("zeros from %v: %+v, %v", start, fit, err)
		}
	}
}

// TestFitNLSExactEverywhere: exact data of curves of every shape are fitted, not
// taken for a run to infinity.
func TestFitNLSExactEverywhere(t *testing.T) {
	rng := rand.New(rand.NewPCG(21, 22))
	x := steps(0, 1, 15)
	for range 60 {
		truth := []float64{10 + 90*rng.Float64(), 2 + 3*rng.Float64(), .3 + .6*rng.Float64()}
		f := func(b []float64, x float64) float64 { return Logistic{B1: b[0], B2: b[1], B3: b[2]}.At(x) }
		y := make([]float64, len(x))
		for i := range x {
			y[i] = f(truth, x[i])
		}
		fit, err := FitNLS(f, x, y, []float64{70, 3, .5}, NLSOptions{})
		if err != nil || sameDigits(fit.Parameters, truth) < 11 {
			t.Errorf("%v: %+v, %v", truth, fit, err)
		}
	}
}

func TestPanics(t *testing.T) {
	x, y := rat42X(), rat42Y()
	line := func(b []float64, x float64) float64 { return b[0] + b[1]*x }
	fit, err := FitNLS(line, x, y, []float64{1, 1}, NLSOptions{})
	if err != nil {
		t.Fatal(err)
	}
	money := []Series{{FirstYear: 2014, Values: []float64{1, 2}}}
	for name, f := range map[string]func(){
		"price base":            func() { DeflateTotal(money, money, 2014, PriceBase(9)) },
		"price base, no parts":  func() { DeflateTotal(nil, nil, 2014, PriceBase(9)) },
		"iterations":            func() { FitNLS(line, x, y, []float64{1, 1}, NLSOptions{MaxIterations: -1}) },
		"interval":              func() { fit.Interval(9, 0) },
		"interval below 0":      func() { fit.Interval(-1, 0) },
		"covariance":            func() { fit.Covariance(0, 2) },
		"covariance of another": func() { fit.Covariance(-1, 0) },
	} {
		func() {
			defer func() {
				if s, ok := recover().(string); !ok || !strings.HasPrefix(s, "growth: ") {
					t.Errorf("%s: %v", name, s)
				}
			}()
			f()
		}()
	}
	if s := PriceBase(9).String(); s != "PriceBase(9)" {
		t.Error(s)
	}
}

// TestIndexBase: 100 in the base year, to the last bit.
func TestIndexBase(t *testing.T) {
	rng := rand.New(rand.NewPCG(23, 24))
	for i := range 5000 {
		v := 1000 * rng.Float64()
		if i == 0 {
			v = 740.0652346883521
		}
		s, err := Series{FirstYear: 2000, Values: []float64{v, 2 * v}}.Index(2000)
		if err != nil || s.Values[0] != 100 || s.Values[1] != 200 {
			t.Fatalf("%v: %v, %v", v, s.Values, err)
		}
	}
	if _, err := (Series{FirstYear: 2000, Values: []float64{1, math.Inf(1)}}).Index(2000); !errors.Is(err, ErrNotKnown) {
		t.Error(err)
	}
}
