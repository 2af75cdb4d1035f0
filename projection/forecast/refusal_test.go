package forecast

import (
	"errors"
	"math"
	"slices"
	"testing"

	"smartcity/growth"
)

func TestRefusals(t *testing.T) {
	nan := math.NaN()
	long := func(values ...float64) growth.Series {
		return yearly(2010, append([]float64{5, 6, 8, 7, 9, 12}, values...)...)
	}
	for _, c := range []struct {
		m      Model
		s      growth.Series
		reason Reason
		year   int
		is     error
	}{
		{Naive{}, yearly(2010, 5), TooFewYears, 0, growth.ErrTooFew},
		{Drift{}, yearly(2010, 5, 6), TooFewYears, 0, growth.ErrTooFew},
		{LinearTrend{}, yearly(2010, 5, nan, 6), TooFewYears, 0, growth.ErrTooFew},
		{SES{}, yearly(2010, 5, 6, 7), TooFewYears, 0, growth.ErrTooFew},
		{Holt{}, yearly(2010, 5, 6, 7, 8), TooFewYears, 0, growth.ErrTooFew},
		{DampedHolt{}, yearly(2010, 5, 6, 7, 8, 9), TooFewYears, 0, growth.ErrTooFew},
		{Theta{}, yearly(2010, 5, 6, 7, 8), TooFewYears, 0, growth.ErrTooFew},
		{GrowthCurve{}, yearly(2010, 5, 6, 7, 8), TooFewYears, 0, growth.ErrTooFew},
		{Naive{}, growth.Series{}, TooFewYears, 0, growth.ErrTooFew},
		{SES{}, long(nan, 14), MissingYear, 2016, growth.ErrNotKnown},
		{Theta{}, long(nan, 14), MissingYear, 2016, growth.ErrNotKnown},
		{Naive{}, long(-1), Negative, 2016, growth.ErrNotPositive},
		{LinearTrend{}, long(-1), Negative, 2016, growth.ErrNotPositive},
		{LogLinearTrend{}, long(0), Zero, 2016, growth.ErrNotPositive},
		{Holt{}, long(math.Inf(1)), NotFinite, 2016, growth.ErrNotKnown},
		{SES{Alpha: 1.5}, long(), BadParameter, 0, nil},
		{Holt{Alpha: .2, Beta: .3}, long(), BadParameter, 0, nil},
		{DampedHolt{Phi: nan}, long(), BadParameter, 0, nil},
		{GrowthCurve{}, yearly(2010, 9, 8, 7, 6, 5, 4, 3), NoCurve, 0, nil},
	} {
		_, err := c.m.Fit(c.s)
		r, ok := errors.AsType[*Refusal](err)
		if !ok || r.Reason != c.reason || r.Year != c.year || c.is != nil && !errors.Is(err, c.is) {
			t.Errorf("%s of %v: %v", c.m, c.s.Values, err)
		}
	}
	_, err := GrowthCurve{}.Fit(yearly(2010, 9, 8, 7, 6, 5, 4, 3))
	if r, ok := errors.AsType[*growth.Refusal](err); !ok || r.Reason != growth.NotGrowing {
		t.Errorf("the curve's own reason is lost: %v", err)
	}
	fit, err := LogLinearTrend{}.Fit(yearly(2010, 1, 1e30, 1e60, 1e91))
	if err != nil {
		t.Fatal(err)
	}
	_, err = fit.Forecast(20, 0)
	if r, ok := errors.AsType[*Refusal](err); !ok || r.Reason != OutOfRange {
		t.Errorf("overflow: %v", err)
	}
	for _, horizon := range []int{0, -1, MaxHorizon + 1} {
		if _, err := fit.Forecast(horizon, 0); !errors.Is(err, ErrHorizon) {
			t.Errorf("horizon %d: %v", horizon, err)
		}
	}
	if _, err := fit.Forecast(1, 1); !errors.Is(err, growth.ErrLevel) {
		t.Errorf("level 1: %v", err)
	}
}

// TestNeverNegative: a falling series is put to zero, points and intervals, with a
// word; and the probability of reaching nothing is 1.
func TestNeverNegative(t *testing.T) {
	s := yearly(2010, 100, 88, 75, 64, 50, 39, 26, 13, 2)
	for _, m := range []Model{Drift{}, LinearTrend{}, Holt{}, Theta{}, Average{}} {
		f := mustForecast(t, m, s, 9, 0)
		for _, step := range f.Steps {
			if step.Low < 0 || step.Point < step.Low || step.High < step.Point || math.Signbit(step.Point) {
				t.Errorf("%s: %v", m, step)
			}
		}
		i := slices.IndexFunc(f.Warnings, func(err error) bool { _, ok := errors.AsType[*Floored](err); return ok })
		if i < 0 {
			t.Errorf("%s: no word of it: %v", m, f.Warnings)
		}
		if p, err := f.Probability(2019, 0); err != nil || p != 1 {
			t.Errorf("%s: probability of at least 0: %v, %v", m, p, err)
		}
	}
}

func TestNoSpread(t *testing.T) {
	zero := mustForecast(t, SES{}, yearly(2010, 0, 0, 0, 0, 0, 0, 0, 0), 2, 0)
	exact := mustForecast(t, Holt{}, yearly(2010, 10, 12, 14, 16, 18, 20, 22, 24), 2, 0)
	near(t, "line", exact.Steps[1].Point, 28, 1e-6)
	for _, f := range []*Forecast{zero, exact, mustForecast(t, Drift{}, yearly(2010, 1, 2, 3, 4, 5), 1, 0)} {
		w, ok := errors.AsType[*NoSpread](f.Warnings[0])
		if s := f.Steps[0]; !ok || s.Low != s.Point || s.High != s.Point {
			t.Errorf("%s: %v, %v", f.Model, s, w)
		}
	}
}

func TestProbability(t *testing.T) {
	s := air()
	for _, m := range []Model{Naive{}, LogLinearTrend{}, Average{}} {
		f := mustForecast(t, m, s, 5, .8)
		for i, step := range f.Steps {
			for _, c := range []struct{ target, want float64 }{{step.Point, .5}, {step.High, .1}, {step.Low, .9}} {
				p, err := f.Probability(2017+i, c.target)
				if err != nil {
					t.Fatal(err)
				}
				near(t, f.Model, p, c.want, 1e-9)
			}
		}
		if _, err := f.Probability(2016, 1); !errors.Is(err, growth.ErrNotKnown) {
			t.Errorf("year of the origin: %v", err)
		}
		if _, err := f.Probability(2017, math.NaN()); !errors.Is(err, growth.ErrNotKnown) {
			t.Errorf("target NaN: %v", err)
		}
		if _, err := f.Steps[0].Quantile(1); !errors.Is(err, growth.ErrLevel) {
			t.Errorf("quantile 1: %v", err)
		}
	}
	// Seven years, or nine years ahead of eight: no probability from history.
	short := mustForecast(t, Naive{}, yearly(2010, 1, 2, 3, 2, 4, 3, 5), 1, 0)
	far := mustForecast(t, Naive{}, yearly(2010, 1, 2, 3, 2, 4, 3, 5, 6), 9, 0)
	for _, c := range []struct {
		f    *Forecast
		year int
	}{{short, 2017}, {far, 2026}} {
		_, err := c.f.Probability(c.year, 4)
		if w, ok := errors.AsType[*ScenariosOnly](err); !ok || w.N != c.f.N {
			t.Errorf("%v", err)
		}
		if _, ok := errors.AsType[*ScenariosOnly](c.f.Warnings[0]); !ok {
			t.Errorf("no warning: %v", c.f.Warnings)
		}
	}
	if _, err := far.Probability(2025, 4); err != nil {
		t.Errorf("eight years ahead of eight: %v", err)
	}
}
