package growth

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

type pair struct{ x, y float64 }

// knownPairs returns the pairs of which both figures are known, sorted, so that
// what is computed from them does not depend on their order.
func knownPairs(x, y []float64) ([]pair, error) {
	pairs := make([]pair, 0, len(x))
	for i := range x {
		if math.IsInf(x[i], 0) || math.IsInf(y[i], 0) {
			return nil, fmt.Errorf("pair %d is (%v, %v): %w", i, x[i], y[i], ErrNotKnown)
		}
		if !math.IsNaN(x[i]) && !math.IsNaN(y[i]) {
			pairs = append(pairs, pair{x[i], y[i]})
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y))
	})
	return pairs, nil
}

// lineFit is a fitted line in the form y = ȳ + b·(x−x̄) that loses no digits, of
// figures scaled by powers of two. It divides by n and Sxx, not by s.
type lineFit struct {
	xExponent, yExponent int
	n                    float64
	xMean, yMean         Sum
	slope, xx            Sum
}

// at returns ŷ and s·√(observations + 1/n + (x−x̄)²/Sxx).
func (f *lineFit) at(x, observations, s float64) (estimate, se float64) {
	fraction, exponent := math.Frexp(x)
	if exponent -= f.xExponent; exponent > 400 {
		return f.farAt(fraction, exponent, s)
	}
	d := exactly(math.Ldexp(x, -f.xExponent)).minus(f.xMean)
	estimate = f.yMean.plus(f.slope.times(d)).Float64()
	return math.Ldexp(estimate, f.yExponent), s * math.Sqrt(observations+f.leverage(d))
}

// farAt is at for an x = fraction·2^exponent so far out that its square may be
// out of range and the mean of y counts for nothing, unless the line is level.
func (f *lineFit) farAt(fraction float64, exponent int, s float64) (estimate, se float64) {
	rise := f.slope.times(exactly(fraction)).Float64()
	if rise == 0 {
		estimate = math.Ldexp(f.yMean.Float64(), f.yExponent)
	} else {
		estimate = math.Ldexp(rise, f.yExponent+exponent)
	}
	return estimate, math.Ldexp(s*math.Abs(fraction)/math.Sqrt(f.xx.Float64()), exponent)
}

func (f *lineFit) leverage(d Sum) float64 {
	return exactly(1).over(exactly(f.n)).plus(d.times(d).over(f.xx)).Float64()
}

// fitLine fits three pairs or more whose x are not all the same.
//
// It does not use gonum's stat.LinearRegression, which centres nothing and sums
// in one double: on years as x and a small spread that costs half the digits.
func fitLine(pairs []pair) *Line {
	n := len(pairs)
	x, y := make([]float64, n), make([]float64, n)
	for i, p := range pairs {
		x[i], y[i] = p.x, p.y
	}
	var f lineFit
	x, f.xExponent = scaled(x)
	y, f.yExponent = scaled(y)
	f.n = float64(n)
	f.xMean, f.yMean = mean(x), mean(y)

	var xy, yy, residual Sum
	for i := range n {
		dx, dy := exactly(x[i]).minus(f.xMean), exactly(y[i]).minus(f.yMean)
		f.xx = f.xx.plus(dx.times(dx))
		xy = xy.plus(dx.times(dy))
		yy = yy.plus(dy.times(dy))
	}
	// Double-double leaves about 2^-104 of figures scaled to 1, which must not
	// pass for a slope, an intercept or residuals.
	const noise = 0x1p-100
	xRange, yRange := slices.Max(x)-slices.Min(x), slices.Max(y)-slices.Min(y)
	if yRange == 0 {
		yy, f.yMean = Sum{}, exactly(y[0])
	}
	if math.Abs(xy.Float64()) <= f.n*(xRange+yRange)*noise {
		xy = Sum{}
	}
	f.slope = xy.over(f.xx)
	for i := range n {
		dx, dy := exactly(x[i]).minus(f.xMean), exactly(y[i]).minus(f.yMean)
		e := dy.minus(f.slope.times(dx))
		residual = residual.plus(e.times(e))
	}
	if b := f.slope.Float64(); residual.Float64() <= f.n*(1+float64(b*b))*(noise*noise) {
		residual = Sum{}
	}

	line := &Line{N: n, fit: f}
	regression := f.slope.times(xy)
	variance := residual.over(exactly(f.n - 2))
	line.Slope = math.Ldexp(f.slope.Float64(), f.yExponent-f.xExponent)
	line.SlopeStdErr = math.Ldexp(math.Sqrt(variance.over(f.xx).Float64()), f.yExponent-f.xExponent)
	risen := f.slope.times(f.xMean)
	intercept := f.yMean.minus(risen).Float64()
	if math.Abs(intercept) <= (math.Abs(f.yMean.Float64())+math.Abs(risen.Float64()))*noise {
		intercept = 0
	}
	line.Intercept = math.Ldexp(intercept, f.yExponent)
	s := math.Sqrt(variance.Float64())
	line.InterceptStdErr = math.Ldexp(s*math.Sqrt(f.leverage(f.xMean)), f.yExponent)
	line.ResidualSD = math.Ldexp(s, f.yExponent)
	line.RegressionSS = inRange(regression.Float64(), 2*f.yExponent)
	line.ResidualSS = inRange(residual.Float64(), 2*f.yExponent)
	line.RSquared = regression.Float64() / yy.Float64()
	line.F = regression.Float64() / variance.Float64()
	return line
}
