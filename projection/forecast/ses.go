package forecast

import "smartcity/growth"

// SES is simple exponential smoothing, without a trend:
//
//	ŷ_t = l,   e = y_t − ŷ_t,   l ← l + α·e,   ŷ_{n+h} = l
//
// α between 0.0001 and 0.9999 and l₀ are those with the least sum of squared
// one-step errors. The zero value estimates both. The interval has the standard
// deviation s·√(1 + (h−1)α²) of the model with additive errors, ETS(A,N,N), with
// s² = Σe²/(n−2), and is widened (see the package comment). It needs four years,
// and no year missing between them.
//
// Source: Brown (1959); Hyndman, Koehler, Ord and Snyder, Forecasting with
// Exponential Smoothing (2008).
type SES struct {
	Alpha float64 // up to 1; 0: estimated
	Start Start
}

func (m SES) exponential() exponential {
	return exponential{name: "SES", alpha: m.Alpha, start: m.Start}
}

// String returns "SES", and what is given.
func (m SES) String() string { return m.exponential().String() }

// Fit implements [Model].
func (m SES) Fit(s growth.Series) (Fitted, error) { return m.exponential().Fit(s) }
