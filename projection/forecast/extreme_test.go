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
	x := minimise([]int{12, 9}, func([]float64) float64 { return math.NaN() })
	if len(x) != 2 {
		t.Errorf("NaN everywhere: %v", x)
	}
}
