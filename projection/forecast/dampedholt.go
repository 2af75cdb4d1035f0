package forecast

import "smartcity/growth"

// DampedHolt is Holt's method with a trend that fades:
//
//	ŷ_t = l + φb,   e = y_t − ŷ_t,   l ← ŷ_t + α·e,   b ← φb + β·e,
//	ŷ_{n+h} = l + (φ + φ² + … + φ^h)·b
//
// Parameters are estimated as those of [Holt], and 0.8 ≤ φ ≤ 0.98. The interval
// is that of ETS(A,A_d,N) with n−5 degrees of freedom, widened (see the package
// comment). It needs six years, and no year missing between them.
//
// Source: Gardner and McKenzie, "Forecasting trends in time series", Management
// Science 31 (1985); bounds as in R's forecast.
type DampedHolt struct {
	Alpha, Beta, Phi float64 // up to 1, Beta up to Alpha; 0: estimated
	Start            Start
}

func (m DampedHolt) exponential() exponential {
	return exponential{
		name: "damped Holt", trend: true, damped: true, alpha: m.Alpha, beta: m.Beta, phi: m.Phi, start: m.Start,
	}
}

// String returns "damped Holt", and what is given.
func (m DampedHolt) String() string { return m.exponential().String() }

// Fit implements [Model].
func (m DampedHolt) Fit(s growth.Series) (Fitted, error) { return m.exponential().Fit(s) }
