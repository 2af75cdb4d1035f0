package growth

import (
	"math"
	"testing"
)

// TestFitNLSCurved fits a model so curved, with residuals so large, that the
// steps of Gauss and Newton lead away from the minimum: residuals b + 1 and
// −3b² + b − 1, the minimum 2 at 0, here at 5.
func TestFitNLSCurved(t *testing.T) {
	f := func(b []float64, x float64) float64 {
		c := b[0] - 5
		if x == 1 {
			return -c - 1
		}
		return 3*c*c - c + 1
	}
	fit, err := FitNLS(f, []float64{1, 2}, []float64{0, 0}, []float64{5.5}, NLSOptions{})
	if err != nil || math.Abs(fit.Parameters[0]-5) > 1e-12 || math.Abs(fit.ResidualSS-2) > 1e-14 || math.Abs(fit.StdErrs[0]-1) > 1e-11 {
		t.Errorf("%+v, %v", fit, err)
	}
}
