package growth

import (
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"
)

// TestFitNLSLine compares with the closed solution of a straight line.
func TestFitNLSLine(t *testing.T) {
	x, y := rat42X(), rat42Y()
	line, err := FitLine(x, y)
	if err != nil {
		t.Fatal(err)
	}
	f := func(b []float64, x float64) float64 { return b[0] + b[1]*x }
	fit, err := FitNLS(f, x, y, []float64{0, 0}, NLSOptions{})
	if err != nil {
		t.Fatal(err)
	}
	got := append(append(fit.Parameters, fit.StdErrs...), fit.ResidualSS, fit.ResidualSD, fit.Covariance(0, 1))
	// cov(a, b) = −x̄·var(b)
	mean := 383. / 9
	want := []float64{line.Intercept, line.Slope, line.InterceptStdErr, line.SlopeStdErr, line.ResidualSS, line.ResidualSD, -mean * line.SlopeStdErr * line.SlopeStdErr}
	if sameDigits(got, want) < 12 {
		t.Errorf("got %v, want %v", got, want)
	}
	slope, _ := line.SlopeInterval(.9)
	if i, err := fit.Interval(1, .9); err != nil || sameDigits([]float64{i.Low, i.High, i.Level}, []float64{slope.Low, slope.High, .9}) < 11 {
		t.Errorf("interval %v, %v; want %v", i, err, slope)
	}
}

// TestFitNLSMinimum walks away from each solution: the sum of squares rises by
// h²s² over h standard errors of a parameter, the others following it, where
// the model is close to linear, and rises everywhere.
func TestFitNLSMinimum(t *testing.T) {
	const h = .01
	for _, p := range nistProblems() {
		if p.name == "Lanczos1" {
			continue // no digits are left of its sum of squares
		}
		f := nistModels()[p.name]
		fit, err := FitNLS(f, p.x, p.y, p.parameters, NLSOptions{})
		if err != nil {
			t.Fatal(err)
		}
		ss := func(b []float64) float64 {
			var sum Sum
			for i, x := range p.x {
				e := p.y[i] - f(b, x)
				sum.Add(e * e)
			}
			return sum.Float64()
		}
		for j := range fit.Parameters {
			up, down := make([]float64, len(p.parameters)), make([]float64, len(p.parameters))
			for k, b := range fit.Parameters {
				step := h * fit.Covariance(j, k) / fit.StdErrs[j]
				up[k], down[k] = b+step, b-step
			}
			rise := (ss(up) + ss(down) - 2*fit.ResidualSS) / 2
			want := h * h * fit.ResidualSD * fit.ResidualSD
			if rise < .5*want || rise > 2*want {
				t.Errorf("%s: sum of squares rises by %v along parameter %d, want %v", p.name, rise, j+1, want)
			}
		}
	}
}

func TestFitNLSAnyOrder(t *testing.T) {
	f := nistModels()["Rat42"]
	x, y := append(rat42X(), math.NaN(), 50), append(rat42Y(), 3, math.NaN())
	want, err := FitNLS(f, x, y, []float64{100, 1, .1}, NLSOptions{})
	if err != nil || want.N != 9 || want.Missing != 2 {
		t.Fatalf("%+v, %v", want, err)
	}
	rng := rand.New(rand.NewPCG(5, 6))
	for range 20 {
		rng.Shuffle(len(x), func(i, j int) { x[i], x[j], y[i], y[j] = x[j], x[i], y[j], y[i] })
		if got, err := FitNLS(f, x, y, []float64{100, 1, .1}, NLSOptions{}); err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v, %v; want %+v", got, err, want)
		}
	}
}

// TestFitNLSUnits changes the unit of y by a power of two, up to where squares
// overflow, and of x.
func TestFitNLSUnits(t *testing.T) {
	f := nistModels()["Rat42"]
	x, y := rat42X(), rat42Y()
	want, err := FitNLS(f, x, y, []float64{100, 1, .1}, NLSOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range []int{-600, -10, 20, 600} {
		scaled := make([]float64, len(y))
		for i := range y {
			scaled[i] = math.Ldexp(y[i], e)
		}
		got, err := FitNLS(f, x, scaled, []float64{math.Ldexp(100, e), 1, .1}, NLSOptions{})
		if err != nil {
			t.Fatalf("2^%d: %v", e, err)
		}
		back := []float64{math.Ldexp(got.Parameters[0], -e), got.Parameters[1], got.Parameters[2], math.Ldexp(got.StdErrs[0], -e), got.StdErrs[1], got.StdErrs[2], math.Ldexp(got.ResidualSD, -e)}
		if sameDigits(back, append(append(want.Parameters, want.StdErrs...), want.ResidualSD)) < 11 {
			t.Errorf("2^%d: %+v; want %+v", e, got, want)
		}
	}
}

func TestFitNLSGradient(t *testing.T) {
	f := nistModels()["Misra1a"]
	gradient := func(g, b []float64, x float64) {
		g[0], g[1] = -math.Expm1(-b[1]*x), b[0]*x*math.Exp(-b[1]*x)
	}
	for _, p := range nistProblems() {
		if p.name != "Misra1a" {
			continue
		}
		for _, start := range p.starts {
			fit, err := FitNLS(f, p.x, p.y, start, NLSOptions{Gradient: gradient})
			if err != nil || sameDigits(fit.Parameters, p.parameters) < 10 || sameDigits(fit.StdErrs, p.sds) < 10 {
				t.Errorf("%+v, %v", fit, err)
			}
		}
		for name, wrong := range map[string]func(g, b []float64, x float64){
			"b2": func(g, b []float64, x float64) { gradient(g, b, x); g[1] *= 1.001 },
			"b1": func(g, b []float64, x float64) { gradient(g, b, x); g[0] = -g[0] },
		} {
			_, err := FitNLS(f, p.x, p.y, p.starts[0], NLSOptions{Gradient: wrong})
			if r, ok := errors.AsType[*Refusal](err); !ok || r.Reason != WrongGradient || r.Parameter != name {
				t.Errorf("wrong by %s: %v", name, err)
			}
		}
		_, err := FitNLS(f, p.x, p.y, p.starts[0], NLSOptions{Gradient: func(g, b []float64, x float64) { gradient(g, b, x); g[1] = math.NaN() }})
		if r, ok := errors.AsType[*Refusal](err); !ok || r.Reason != WrongGradient || r.Parameter != "b2" {
			t.Errorf("gradient of NaN: %v", err)
		}
	}
}

func TestFitNLSRefusals(t *testing.T) {
	x, y := rat42X(), rat42Y()
	logistic := nistModels()["Rat42"]
	for _, c := range []struct {
		name  string
		f     func(b []float64, x float64) float64
		start []float64
		n     int
		limit int
		want  Reason
	}{
		{"as many points as parameters", logistic, []float64{100, 1, .1}, 3, 0, TooFewPoints},
		{"no point", logistic, []float64{100, 1, .1}, 0, 0, TooFewPoints},
		{"a product", func(b []float64, x float64) float64 { return b[0] * b[1] * x }, []float64{1, 1}, 9, 0, NotIdentified},
		{"a sum", func(b []float64, x float64) float64 { return b[0] + b[1] + b[2]*x }, []float64{1, 1, 1}, 9, 0, NotIdentified},
		{"no effect", func(b []float64, x float64) float64 { return b[0] * x }, []float64{1, 1}, 9, 0, NotIdentified},
		{"logarithm of less than 0", func(b []float64, x float64) float64 { return math.Log(b[0]) * x }, []float64{-1}, 9, 0, BadStart},
		{"start of NaN", logistic, []float64{math.NaN(), 1, .1}, 9, 0, BadStart},
		{"given up", nistModels()["MGH17"], []float64{50, 150, -100, 1, 2}, 9, 1, NotConverged},
		{"no minimum", func(b []float64, x float64) float64 { return 70 + math.Exp(-b[0]*b[0]-x) + math.Exp(b[0]) }, []float64{1}, 9, 50, NotConverged},
	} {
		fit, err := FitNLS(c.f, x[:c.n], y[:c.n], c.start, NLSOptions{MaxIterations: c.limit})
		r, ok := errors.AsType[*Refusal](err)
		if !ok || r.Reason != c.want && !(c.want == NotConverged && r.Reason == NotIdentified) || fit != nil {
			t.Errorf("%s: %v, %v", c.name, fit, err)
		}
	}
	if _, err := FitNLS(logistic, x[:3], y[:3], []float64{1, 1, 1}, NLSOptions{}); !errors.Is(err, ErrTooFew) {
		t.Error(err)
	}
	y[3] = math.Inf(1)
	if _, err := FitNLS(logistic, x, y, []float64{1, 1, 1}, NLSOptions{}); !errors.Is(err, ErrNotKnown) {
		t.Error(err)
	}
	fit, err := FitNLS(logistic, rat42X(), rat42Y(), []float64{100, 1, .1}, NLSOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fit.Interval(0, 1); !errors.Is(err, ErrLevel) {
		t.Error(err)
	}
	for name, f := range map[string]func(){
		"lengths":  func() { FitNLS(logistic, x, y[:3], []float64{1}, NLSOptions{}) },
		"no start": func() { FitNLS(logistic, x, y, nil, NLSOptions{}) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			f()
		}()
	}
}

// TestFitNLSExact fits data without errors: parameters to all digits, and a
// warning that standard errors are those of rounding.
func TestFitNLSExact(t *testing.T) {
	truth := []float64{3, -.5, 2}
	f := func(b []float64, x float64) float64 { return b[0]*math.Exp(b[1]*x) + b[2] }
	x := steps(0, .5, 12)
	y := make([]float64, len(x))
	for i := range x {
		y[i] = f(truth, x[i])
	}
	fit, err := FitNLS(f, x, y, []float64{1, -1, 1}, NLSOptions{})
	if err != nil || sameDigits(fit.Parameters, truth) < 13 || len(fit.Warnings) != 1 {
		t.Fatalf("%+v, %v", fit, err)
	}
	if w, ok := fit.Warnings[0].(*RoundingResiduals); !ok || w.ResidualSD != fit.ResidualSD {
		t.Errorf("warning %v", fit.Warnings[0])
	}
}

func BenchmarkFitNLS(b *testing.B) {
	f := nistModels()["Rat42"]
	x, y := rat42X(), rat42Y()
	for b.Loop() {
		if _, err := FitNLS(f, x, y, []float64{100, 1, .1}, NLSOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}
