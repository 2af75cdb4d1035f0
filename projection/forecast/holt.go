package forecast

import "smartcity/growth"

// Holt is Holt's linear trend, with level and slope smoothed:
//
//	ŷ_t = l + b,   e = y_t − ŷ_t,   l ← ŷ_t + α·e,   b ← b + β·e,   ŷ_{n+h} = l + h·b
//
// α, β, l₀ and b₀ are those with the least sum of squared one-step errors within
// 0.0001 ≤ β ≤ α ≤ 0.9999. β is that of Hyndman and others (2008) and of R's
// forecast; Holt's own, often written β*, smooths the changes of the level, and
// β = α·β*. The zero value estimates all four. The interval is that of
// ETS(A,A,N) with n−4 degrees of freedom, widened (see the package comment). It
// needs five years, and no year missing between them.
//
// Source: Holt (1957), reprinted in International Journal of Forecasting 20
// (2004); Hyndman, Koehler, Ord and Snyder, Forecasting with Exponential
// Smoothing (2008).
type Holt struct {
	Alpha, Beta float64 // up to 1, Beta up to Alpha; 0: estimated
	Start       Start
}

func (m Holt) exponential() exponential {
	return exponential{name: "Holt", trend: true, alpha: m.Alpha, beta: m.Beta, start: m.Start}
}

// String returns "Holt", and what is given.
func (m Holt) String() string { return m.exponential().String() }

// Fit implements [Model].
func (m Holt) Fit(s growth.Series) (Fitted, error) { return m.exponential().Fit(s) }
