package growth

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// saturates returns a refusal if the points tell nothing of the level of
// saturation.
func (f *CurveFit) saturates(points []pair) *Refusal {
	level, _ := f.SaturationInterval(0)
	refusal := func(rival string, rss float64) *Refusal {
		return &Refusal{Reason: NoSaturation, Curve: f.kindOf.name, N: f.N, Last: f.Last,
			Inflection: f.Inflection(), Saturation: level, Rival: rival, CurveSS: f.ResidualSS, RivalSS: rss, Fit: f}
	}
	t := studentT(defaultLevel, f.DegreesOfFreedom)
	significant := t * t * f.ResidualSS / float64(f.DegreesOfFreedom)
	if rss := fitLine(points).ResidualSS; rss-f.ResidualSS <= significant {
		return refusal("straight line", rss)
	}
	if rss := f.kindOf.unlimited(points, f.frame); rss-f.ResidualSS <= significant {
		return refusal("unlimited growth", rss)
	}
	if bend, rss := parabola(points, f.frame); bend > 0 && rss <= f.ResidualSS {
		return refusal("parabola", rss)
	}
	if level.Low <= 0 {
		return refusal("", 0)
	}
	return nil
}

// unlimited returns the smallest sum of squares that growth without saturation
// leaves, over rates of 0 and more.
func (c curveKind) unlimited(points []pair, f frame) float64 {
	rss := func(rate float64) float64 {
		_, rss := proportional(points, func(x float64) float64 { return c.unsaturated(rate, f.to(x)) })
		return rss
	}
	const step, most = .25, 64.0
	best, least := 0.0, rss(0)
	for rate := step; rate <= most; rate += step {
		if r := rss(rate); r < least {
			best, least = rate, r
		}
	}
	// Golden section search around the best of the grid.
	low, high := max(0, best-step), best+step
	const golden = math.Phi - 1
	for range 40 {
		a, b := high-golden*(high-low), low+golden*(high-low)
		if rss(a) <= rss(b) {
			high = b
		} else {
			low = a
		}
	}
	return min(least, rss((low+high)/2))
}

// parabola fits a + b·u + c·u² and returns c and the sum of squares it leaves.
func parabola(points []pair, f frame) (bend, rss float64) {
	j := mat.NewDense(len(points), 3, nil)
	y := mat.NewVecDense(len(points), nil)
	for i, p := range points {
		u := f.to(p.x)
		j.SetRow(i, []float64{1, u, u * u})
		y.SetVec(i, p.y)
	}
	var qr mat.QR
	qr.Factorize(j)
	var b, fitted mat.VecDense
	if qr.SolveVecTo(&b, false, y) != nil {
		return 0, math.Inf(1) // x too close together to tell
	}
	fitted.MulVec(j, &b)
	var ss Sum
	for i := range points {
		e := y.AtVec(i) - fitted.AtVec(i)
		ss.Add(e * e)
	}
	return b.AtVec(2), ss.Float64()
}

// warn adds the warnings of a curve that is not refused, before it is unscaled.
func (f *CurveFit) warn(points []pair) {
	if at := f.Inflection(); at < f.First {
		f.Warnings = append(f.Warnings, &InflectionUnseen{Inflection: at, First: f.First})
	}
	if f.exact() {
		return // there is no pattern in rounding
	}
	residuals, design := make([]float64, len(points)), mat.NewDense(len(points), 3, nil)
	for i, p := range points {
		if i > 0 && p.x == points[i-1].x {
			return // nor an order
		}
		g, gradient := f.scaledAt(p.x)
		residuals[i] = p.y - f.inner.Parameters[0]*g
		design.SetRow(i, gradient[:])
	}
	if w := serialResiduals(residuals, design); w != nil {
		f.Warnings = append(f.Warnings, w)
	}
}
