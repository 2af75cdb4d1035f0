package forecast

import (
	"errors"
	"math"
	"testing"
)

// TestExtremeFigures: at the ends of the range of numbers there is a forecast or a
// refusal, and the search comes to an end.
func TestExtremeFigures(t *testing.T) {
	for _, values := range [][]float64{
		{1e308, 1e308, 1e300, 9e307, 1e308, 1e308, 1e307, 1e308},
		{5e-324, 5e-324, 0, 5e-324, 0, 0, 5e-324, 0},
		{0, 0, 0, 0, 0, 0, 0, 1e308},
		{1, 1, 1, 1, 1, 1, 1, 1},
		{1, 2, 4, 8, 16, 32, 64, 128, 256, 512},
		{1e6, 1e6 + 1, 1e6, 1e6 + 1, 1e6, 1e6 + 1, 1e6, 1e6 + 1},
	} {
		for _, m := range everyModel() {
			fit, err := m.Fit(yearly(2000, values...))
			var f *Forecast
			if err == nil {
				f, err = fit.Forecast(5, 0)
			}
			if err != nil {
				if _, ok := errors.AsType[*Refusal](err); !ok {
					t.Errorf("%s of %v: %v", m, values, err)
				}
				continue
			}
			for _, s := range f.Steps {
				if !(0 <= s.Low && s.Low <= s.Point && s.Point <= s.High) || math.IsInf(s.High, 0) {
					t.Errorf("%s of %v: %v", m, values, s)
				}
			}
			for _, p := range f.Parameters {
				if math.IsNaN(p.Value) || math.IsInf(p.Value, 0) {
					t.Errorf("%s of %v: %v", m, values, p)
				}
			}
		}
	}
	// Nor is there a score that is no number.
	for _, values := range [][]float64{
		{1e308, 1e308, 1e300, 9e307, 1e308, 1e308, 1e307, 1e308, 1e308}, {9e307, 107, 108, 107, 109, 108, 110, 107, 111},
		{1e200, 2e200, 3e200, 2e200, 2e200, 1e200, 2e200, 4e200, 3e200}, {5e-324, 0, 5e-324, 0, 5e-324, 5e-324, 0, 5e-324, 0},
	} {
		s := yearly(2000, values...)
		l, err := Compare(t.Context(), []Split{{Train: yearly(2000, values[:7]...), Actual: values[7:]}}, nil, 0)
		if err != nil {
			if _, ok := errors.AsType[*NotScored](err); !ok {
				t.Errorf("%v: %v", s.Values, err)
			}
			continue
		}
		for _, s := range l.Scores {
			for _, x := range []float64{s.MAE, s.RMSE, s.SMAPE, s.MASE, s.Winkler, s.Pinball, s.CRPS, s.Difference} {
				if math.IsNaN(x) || math.IsInf(x, 0) {
					t.Errorf("%v: %+v", values, s)
					break
				}
			}
		}
	}
	_, err := Evaluate(Naive{}, Split{Train: oil(), Actual: []float64{1, math.Inf(1)}}, 0)
	if r, ok := errors.AsType[*Refusal](err); !ok || r.Reason != NotFinite || r.Year != 2009 {
		t.Errorf("infinite actual figure: %v", err)
	}
	x := minimise([]int{12, 9}, func([]float64) float64 { return math.NaN() })
	if len(x) != 2 {
		t.Errorf("NaN everywhere: %v", x)
	}
}
