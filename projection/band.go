package projection

import (
	"math"

	"smartcity/growth"
)

// Band is what the two ends of a band "from L to H" say by themselves, without
// a base: only one number of years lies between growth at the low and at the
// high rate.
type Band struct {
	Kind      Kind   // Level or Gain, as tried
	Low, High Figure // its ends
	// Solved is false if no number of years leads to two such figures from any
	// base; the fields below are zero then.
	Solved bool
	// Years is n, not rounded: ln(H/L)/ln((1+hi)/(1+lo)) for levels, and for gains
	// the solution of ((1+hi)^n − 1)/((1+lo)^n − 1) = H/L.
	Years float64
	// Between holds the n of all figures that would be printed as L and H. Its
	// ends are 0 and +Inf where these allow any number of years on that side.
	Between Interval
}

// newBand solves a band read as a kind.
func newBand(low, high Figure, k Kind, r growth.Range) Band {
	b := Band{Kind: k, Low: low, High: high}
	years := levelYears
	if k == Gain {
		years = gainYears
	}
	n := years(low.Value, high.Value, r)
	if n == 0 || math.IsInf(n, 1) {
		return b
	}
	b.Solved, b.Years = true, n
	b.Between = Interval{n, n}
	// n rises or falls with each figure, so its extremes are at their edges.
	for _, l := range []float64{low.Value - low.Unit/2, low.Value + low.Unit/2} {
		for _, h := range []float64{high.Value - high.Unit/2, high.Value + high.Unit/2} {
			n := years(l, h, r)
			b.Between.Low = min(b.Between.Low, n)
			b.Between.High = max(b.Between.High, n)
		}
	}
	return b
}

// levelYears is the n after which levels are low and high, 0 if they are too
// near to each other for that and +Inf if they are too far apart.
func levelYears(low, high float64, r growth.Range) float64 {
	switch {
	case high <= 0:
		return 0
	case low <= 0:
		return math.Inf(1)
	}
	return max(0, (math.Log(high)-math.Log(low))/(math.Log1p(float64(r.High))-math.Log1p(float64(r.Low))))
}

// gainYears does so for gains. The ratio of the gains, without its sign, rises
// with n from ln(1+hi)/ln(1+lo), whatever the signs of the rates, so that
// bisection finds n; without bound if hi is positive, to 1 if it is not.
func gainYears(low, high float64, r growth.Range) float64 {
	x, y := math.Log1p(float64(r.High)), math.Log1p(float64(r.Low))
	switch {
	case x == 0 || y == 0 || high*x <= 0: // no growth, no gain; a gain of the other sign
		return 0
	case low*y <= 0:
		return math.Inf(1)
	}
	want := math.Log(math.Abs(high)) - math.Log(math.Abs(low))
	// logGain is ln|e^z − 1| without overflow.
	logGain := func(z float64) float64 { return max(z, 0) + math.Log(-math.Expm1(-math.Abs(z))) }
	ratio := func(n float64) float64 { return logGain(n*x) - logGain(n*y) }
	if want <= math.Log(x/y*math.Copysign(1, x*y)) {
		return 0
	}
	from, to := 0.0, 1.0
	for ratio(to) < want {
		if from, to = to, 2*to; to > 1e6 {
			return math.Inf(1)
		}
	}
	for {
		mid := from + (to-from)/2
		if mid <= from || mid >= to {
			return to
		}
		if ratio(mid) < want {
			from = mid
		} else {
			to = mid
		}
	}
}
