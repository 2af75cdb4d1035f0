package forecast

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Pinball returns the pinball (quantile) loss of forecasting the p-quantile q
// where y came: with d = y − q,
//
//	max(p·d, (p−1)·d)
//
// in the unit of y. It is NaN if a figure is, or unless 0 < p < 1.
//
// Source: Koenker and Bassett, "Regression Quantiles", Econometrica 46 (1978).
func Pinball(p, q, y float64) float64 {
	if !(p > 0 && p < 1) {
		return math.NaN()
	}
	d := y - q
	return max(p*d, (p-1)*d)
}

// Winkler returns the interval score of an interval of a level where y came: its
// width, and 2/(1−level) times the distance by which y missed it. It is NaN if a
// figure is, if low > high, or unless 0 < level < 1.
//
// Source: Winkler, "A decision-theoretic approach to interval estimation",
// Journal of the American Statistical Association 67 (1972); Gneiting and
// Raftery, "Strictly proper scoring rules, prediction, and estimation", ibid.
// 102 (2007).
func Winkler(low, high, level, y float64) float64 {
	if !(level > 0 && level < 1) || !(low <= high) {
		return math.NaN()
	}
	return high - low + 2/(1-level)*max(0, low-y, y-high)
}

// CRPSNormal returns the continuous ranked probability score of a normal
// distribution with a mean and a standard deviation where y came: with z =
// (y−mean)/sd,
//
//	sd·(z·(2Φ(z) − 1) + 2φ(z) − 1/√π)
//
// in the unit of y, and |y − mean| where sd is 0. It is NaN if a figure is, or if
// sd is negative.
//
// Source: Gneiting, Raftery, Westveld and Goldman, Monthly Weather Review 133
// (2005).
func CRPSNormal(mean, sd, y float64) float64 {
	switch {
	case !(sd >= 0):
		return math.NaN()
	case sd == 0:
		return math.Abs(y - mean)
	}
	// sd·z is y − mean, also where z overflows.
	z := (y - mean) / sd
	return (y-mean)*math.Erf(z/math.Sqrt2) + sd*(2*distuv.UnitNormal.Prob(z)-1/math.SqrtPi)
}

// CRPS returns the continuous ranked probability score of the forecast of a year
// where y came: twice the mean pinball loss of the 100 quantiles at 0.005, 0.015,
// …, 0.995, in the unit of the series. It approximates the integral over all
// quantiles, of a normal distribution to within 1 %, and stays finite, if large,
// where the tails of a [LogLinearTrend] leave the integral infinite. It is NaN if y
// is, or where the step has no Spreads, and +Inf where a quantile leaves the range
// of numbers.
//
// Source: Gneiting and Ranjan, "Comparing density forecasts using threshold- and
// quantile-weighted scoring rules", Journal of Business and Economic Statistics
// 29 (2011).
func (s Step) CRPS(y float64) float64 { return s.crps(hundred(), y) }

// hundred returns the quantiles that CRPS looks at.
func hundred() []*student {
	q := make([]*student, 100)
	for i := range q {
		q[i] = &student{p: (float64(i) + .5) / 100}
	}
	return q
}

func (s Step) crps(quantiles []*student, y float64) float64 {
	if len(s.Spreads) == 0 {
		return math.NaN()
	}
	sum := 0.
	for _, q := range quantiles {
		sum += Pinball(q.p, s.quantileOf(q), y)
	}
	return 2 * sum / float64(len(quantiles))
}

// deciles returns the mean pinball loss of the nine deciles.
func (s Step) deciles(quantiles []*student, y float64) float64 {
	if len(s.Spreads) == 0 {
		return math.NaN()
	}
	sum := 0.
	for _, q := range quantiles {
		sum += Pinball(q.p, s.quantileOf(q), y)
	}
	return sum / float64(len(quantiles))
}
