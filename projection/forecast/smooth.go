package forecast

import "math"

// The smoothing methods in their error-correction form, of which SES is the one
// without b and Holt the one with φ = 1:
//
//	ŷ_t = l + φb,   e = y_t − ŷ_t,   l ← ŷ_t + αe,   b ← φb + βe
//
// Bounds of the parameters are those of R's forecast: no parameter at its end
// of the range where a method turns into another, and no φ at which the trend
// is gone after a few years (0.8) or not damped at all.
const (
	alphaLow, alphaHigh = 1e-4, .9999
	phiLow, phiHigh     = .8, .98
)

// smoother is a smoothing method with its parameters and first states.
type smoother struct {
	trend            bool
	alpha, beta, phi float64
	level, slope     float64 // l and b before the first year
}

// run smooths y, and returns the sum of squared errors with the last states.
func (m smoother) run(y []float64) (sse, level, slope float64) {
	level, slope = m.level, m.slope
	for _, v := range y {
		forecast := level + m.phi*slope
		e := v - forecast
		sse += e * e
		level, slope = forecast+m.alpha*e, m.phi*slope+m.beta*e
	}
	return sse, level, slope
}

// runScaled is run with the root of the sum of squares, which figures of any size
// have.
func (m smoother) runScaled(y []float64) (errors, level, slope float64) {
	unit := scaleOf(y)
	z := make([]float64, len(y))
	for i, v := range y {
		z[i] = v / unit
	}
	m.level, m.slope = m.level/unit, m.slope/unit
	sse, level, slope := m.run(z)
	return unit * math.Sqrt(sse), unit * level, unit * slope
}

// errors returns the one-step errors of y.
func (m smoother) errors(y []float64) []float64 {
	level, slope := m.level, m.slope
	all := make([]float64, len(y))
	for i, v := range y {
		forecast := level + m.phi*slope
		e := v - forecast
		all[i] = e
		level, slope = forecast+m.alpha*e, m.phi*slope+m.beta*e
	}
	return all
}

// start sets the first states to those with the least sum of squared errors for
// the parameters there are, and returns that sum. The errors are linear in the
// states, so it is a least-squares problem of two columns, p and q, solved by its
// normal equations; y should be small against what p and q multiply, which
// is why the caller takes the first figure off.
func (m *smoother) start(y []float64) float64 {
	// Errors from states of zero, and what a unit of each state adds to the
	// forecast of the same year.
	var lu, bu, lp, bp, lq, bq float64 = 0, 0, 1, 0, 0, 1
	var pp, pq, qq, pu, qu float64
	for _, v := range y {
		fu, fp, fq := lu+m.phi*bu, lp+m.phi*bp, lq+m.phi*bq
		e := v - fu
		lu, bu = fu+m.alpha*e, m.phi*bu+m.beta*e
		lp, bp = fp-m.alpha*fp, m.phi*bp-m.beta*fp
		lq, bq = fq-m.alpha*fq, m.phi*bq-m.beta*fq
		pp, pq, qq = pp+fp*fp, pq+fp*fq, qq+fq*fq
		pu, qu = pu+fp*e, qu+fq*e
	}
	m.level, m.slope = pu/pp, 0
	if m.trend {
		if d := pp*qq - pq*pq; d > 1e-13*pp*qq {
			m.level, m.slope = (pu*qq-qu*pq)/d, (qu*pp-pu*pq)/d
		}
	}
	sse, _, _ := m.run(y)
	return sse
}

// estimate replaces parameters of 0 by those with the least sum of squared
// one-step errors, and the first states too unless they are given.
func (m *smoother) estimate(y []float64, statesGiven, damped bool) {
	unit := scaleOf(y)
	z := make([]float64, len(y))
	for i, v := range y {
		z[i] = v/unit - y[0]/unit
	}
	given := *m
	given.level, given.slope = given.level/unit-y[0]/unit, given.slope/unit
	at := func(x []float64) smoother {
		s := given
		// α is at least a β that is given, β at most α.
		s.alpha, x = pick(given.alpha, max(alphaLow, given.beta), max(alphaHigh, given.beta), x)
		if m.trend {
			s.beta, x = pick(given.beta, min(alphaLow, s.alpha), s.alpha, x)
		}
		if damped {
			s.phi, _ = pick(given.phi, phiLow, phiHigh, x)
		}
		return s
	}
	var grid []int
	if m.alpha == 0 {
		grid = append(grid, 12)
	}
	if m.trend && m.beta == 0 {
		grid = append(grid, 9)
	}
	if damped && m.phi == 0 {
		grid = append(grid, 4)
	}
	fit := func(s *smoother) float64 {
		if !statesGiven {
			return s.start(z)
		}
		sse, _, _ := s.run(z)
		return sse
	}
	// What is left of figures that the model goes through is rounding, and one
	// point is as good as another.
	tiny := 1e-30 * float64(len(y))
	best := at(minimise(grid, func(x []float64) float64 {
		s := at(x)
		return max(fit(&s), tiny)
	}))
	fit(&best)
	best.level, best.slope = best.level*unit+y[0], best.slope*unit
	*m = best
}

// pick returns the parameter given or, if it is 0, the point of its range that
// the first coordinate of x says, and the coordinates left.
func pick(given, low, high float64, x []float64) (float64, []float64) {
	if given != 0 {
		return given, x
	}
	return low + x[0]*(high-low), x[1:]
}

// smoothed makes what a fitted smoother forecasts from: the last states, the
// standard deviation of its errors and that of an error h years ahead,
//
//	σ²·(1 + Σ_{j<h} (α + β·(φ + … + φ^j))²)
//
// Source: Hyndman, Koehler, Ord and Snyder, Forecasting with Exponential
// Smoothing (2008), chapter 6, class 1.
func (h *history) smoothed(m smoother, estimated int, widening wideningTable) *fitted {
	errors, level, slope := m.runScaled(h.y)
	freedom := len(h.y) - estimated
	sd := h.noSpread(errors / math.Sqrt(float64(freedom)))
	h.about.ResidualSD = sd
	residuals := func() []float64 { return m.errors(h.y) }
	return &fitted{about: h.about, first: h.first, residuals: residuals, spreads: func(step int) ([]Spread, error) {
		median, variance := level, 1.
		damp, power := 0., 1.
		for j := 1; j <= step; j++ {
			power *= m.phi
			damp += power
			if j < step {
				c := m.alpha + m.beta*damp
				variance += c * c
			}
		}
		median += damp * slope
		return []Spread{{
			Median: median, SD: sd * math.Sqrt(variance), Freedom: float64(freedom),
			Widening: widening.at(len(h.y), step), Share: 1,
		}}, nil
	}}
}
