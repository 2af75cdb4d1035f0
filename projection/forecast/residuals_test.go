package forecast

import (
	"fmt"
	"math"
	"reflect"
	"testing"

	"smartcity/growth"
)

// TestResiduals: their squares are those of the residual standard deviation, by
// year, and those of an average are the means of its models'.
func TestResiduals(t *testing.T) {
	s := air()
	n := len(s.Values)
	for _, c := range []struct {
		model     Model
		estimated int
	}{
		{Naive{}, 1}, {Drift{}, 2}, {LinearTrend{}, 2}, {SES{}, 2}, {SES{Alpha: .3, Start: FirstFigures}, 1},
		{Holt{}, 4}, {DampedHolt{}, 5}, {Theta{}, 3}, {GrowthCurve{}, 3},
	} {
		fit, err := c.model.Fit(s)
		if err != nil {
			if _, curve := c.model.(GrowthCurve); curve {
				continue
			}
			t.Fatal(err)
		}
		f, err := fit.Forecast(1, 0)
		if err != nil {
			t.Fatal(err)
		}
		r := f.Residuals
		if r.Name != s.Name || r.Unit != s.Unit || r.FirstYear != s.FirstYear || r.Len() != n {
			t.Fatalf("%s: %+v", c.model, r)
		}
		squares := 0.
		for _, e := range r.Values {
			if !math.IsNaN(e) {
				squares += e * e
			}
		}
		near(t, c.model.String(), math.Sqrt(squares/float64(n-c.estimated)), f.ResidualSD, 1e-9*f.ResidualSD)
	}

	f := mustForecast(t, LogLinearTrend{}, s, 1, 0)
	line := func(year int) float64 {
		return math.Exp(parameter(t, f, "intercept") + parameter(t, f, "slope")*float64(year))
	}
	near(t, "log-linear trend", f.Residuals.At(2000), s.At(2000)-line(2000), 1e-9)

	mean := mustForecast(t, Average{}, s, 1, 0)
	a, b, c := mustForecast(t, SES{}, s, 1, 0), mustForecast(t, Holt{}, s, 1, 0), mustForecast(t, DampedHolt{}, s, 1, 0)
	for year := s.FirstYear; year <= s.LastYear(); year++ {
		near(t, "average", mean.Residuals.At(year), (a.Residuals.At(year)+b.Residuals.At(year)+c.Residuals.At(year))/3, 1e-12)
	}

	// Known years only: 2012 is not, so 2013 has no year before it.
	gap := growth.Series{FirstYear: 2009, Values: []float64{math.NaN(), 5, 7, math.NaN(), 8, 11, math.NaN()}}
	r := mustForecast(t, Naive{}, gap, 1, 0).Residuals
	if r.FirstYear != 2010 || r.Len() != 5 || !math.IsNaN(r.At(2010)) || r.At(2011) != 2 || !math.IsNaN(r.At(2012)) || !math.IsNaN(r.At(2013)) || r.At(2014) != 3 {
		t.Errorf("%+v", r)
	}
	// A model of another package in an average may have none.
	if r := mustForecast(t, Average{Models: []Model{Naive{}, silent{}}}, s, 1, 0).Residuals; r.Len() != n || !math.IsNaN(r.At(2000)) {
		t.Errorf("%+v", r)
	}
}

// silent is naive without residuals.
type silent struct{ Naive }

func (m silent) Fit(s growth.Series) (Fitted, error) {
	f, err := m.Naive.Fit(s)
	return silentFit{f}, err
}

type silentFit struct{ Fitted }

func (f silentFit) Forecast(horizon int, level float64) (*Forecast, error) {
	out, err := f.Fitted.Forecast(horizon, level)
	out.Residuals = growth.Series{}
	return out, err
}

// TestFitKeepsTheSeries: what happens to the series afterwards is nothing to a model
// that has been fitted.
func TestFitKeepsTheSeries(t *testing.T) {
	for _, m := range Models() {
		s := air()
		want := mustForecast(t, m, s, 2, 0)
		fit, err := m.Fit(s)
		if err != nil {
			t.Fatal(err)
		}
		for i := range s.Values {
			s.Values[i] = 1
		}
		got, err := fit.Forecast(2, 0)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got.Steps, want.Steps) || fmt.Sprint(got.Residuals) != fmt.Sprint(want.Residuals) {
			t.Errorf("%s: %v, and %v before the series was changed", m, got, want)
		}
	}
}
