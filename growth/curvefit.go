package growth

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/floats"
)

// CurveFit is a growth curve fitted to points, with what the residuals say of
// its accuracy. It is the fitted Curve, so At, Saturation and Inflection can be
// called on it, and the NLSFit, whose parameters stand in the order of the
// formula: b1, b2, b3; a, b, c; or m, p, q. [FitCurve] makes it.
type CurveFit struct {
	Name, Unit string // of the series, if it was fitted to one

	Curve
	NLSFit

	First, Last float64 // the range of x that the curve is fitted to

	// The fit as it was made: parameters K, rate and place on a frame.
	kindOf       curveKind
	frame        frame
	inner        *NLSFit // of y/2^exponent
	exponent     int
	inflectionBy [3]float64
}

// fit fits the curve, and returns what speaks against it afterwards, together
// with the fit where there is one to look at. It works on levels scaled by a power
// of two, so that no sum of their squares is out of range.
func (c curveKind) fit(points []pair) (*CurveFit, *Refusal) {
	levels := make([]float64, len(points))
	for i, p := range points {
		levels[i] = p.y
	}
	levels, exponent := scaled(levels)
	low := make([]pair, len(points))
	for i, y := range levels {
		low[i] = pair{points[i].x, y}
	}
	fit, refusal := c.fitScaled(low)
	if fit != nil {
		fit.unscale(exponent)
	}
	if refusal != nil {
		refusal.unscale(exponent)
	}
	return fit, refusal
}

func (c curveKind) fitScaled(points []pair) (*CurveFit, *Refusal) {
	f := c.frame(points)
	last := points[len(points)-1].x
	refuse := func(reason Reason, fit *CurveFit) *Refusal {
		return &Refusal{Reason: reason, Curve: c.name, N: len(points), Last: last, Fit: fit}
	}
	start := c.start(points, f)
	if start == nil {
		return nil, refuse(NotConverged, nil)
	}
	framed := make([]pair, len(points))
	for i, p := range points {
		framed[i] = pair{f.to(p.x), p.y}
	}
	q := newProblem(
		func(b []float64, u float64) float64 {
			g, _, _ := c.shape(b[1], b[2], u)
			return b[0] * g
		},
		func(grad, b []float64, u float64) {
			g, byRate, byPlace := c.shape(b[1], b[2], u)
			grad[0], grad[1], grad[2] = g, b[0]*byRate, b[0]*byPlace
		}, framed)
	found, reason := q.minimise(start, descents()[:2], curveIterations)
	if k, rate := found.b[0], found.b[1]; !(k > 0 && rate > 0) {
		return nil, refuse(NotGrowing, nil)
	}
	curve := c.restore(found.b[0], found.b[1], found.b[2], f)
	var fit *CurveFit
	if reason == 0 {
		fit = newCurveFit(c, f, q.fit(found), curve)
		fit.First, fit.Last = points[0].x, last
	}
	refusal := func() *Refusal {
		switch {
		case reason == 0 && c.launch && found.b[1]*framed[0].x > farLaunch:
			return refuse(OriginTooFar, fit)
		case !(curve.inflection <= last):
			r := refuse(NoInflection, fit)
			r.Inflection = curve.inflection
			return r
		case reason != 0:
			r := refuse(reason, nil)
			r.Condition, r.Iterations = found.condition, found.iterations
			return r
		case !finite(fit.StdErrs...):
			return refuse(OriginTooFar, nil)
		case fit.vague():
			r := refuse(NotIdentified, fit)
			r.Condition, r.Inflection = fit.Condition, curve.inflection
			return r
		}
		return fit.saturates(points)
	}()
	if refusal == nil {
		fit.warn(points)
	}
	return fit, refusal
}

// farLaunch is the (p+q)·t from which on nothing of the launch is left: the
// e^(−(p+q)t) in the numerator of F, by which alone a Bass curve differs from a
// logistic, is less than 10⁻⁸.
const farLaunch = 20

// vague reports whether the points tell neither the rate nor the inflection.
func (f *CurveFit) vague() bool {
	t := studentT(defaultLevel, f.DegreesOfFreedom)
	half := t * f.inner.stdErr(f.inflectionBy)
	at := f.Inflection()
	return t*f.inner.StdErrs[1] >= f.inner.Parameters[1] && at-half < f.First && at+half > f.Last
}

// unscale takes a fit of y/2^exponent back to y.
func (f *CurveFit) unscale(exponent int) {
	f.exponent = exponent
	b := f.inner.Parameters
	curve := f.kindOf.restore(math.Ldexp(b[0], exponent), b[1], b[2], f.frame)
	f.Curve, f.Parameters = curve.curve, curve.parameters[:]
	f.StdErrs[0] = math.Ldexp(f.StdErrs[0], exponent)
	for k, v := range f.root[0] {
		f.root[0][k] = math.Ldexp(v, exponent)
	}
	f.ResidualSS = inRange(f.ResidualSS, 2*exponent)
	f.ResidualSD = math.Ldexp(f.ResidualSD, exponent)
	f.largest = math.Ldexp(f.largest, exponent)
	for i, w := range f.Warnings {
		if _, ok := w.(*RoundingResiduals); ok {
			f.Warnings[i] = &RoundingResiduals{ResidualSD: f.ResidualSD}
		}
	}
}

func newCurveFit(c curveKind, f frame, inner *NLSFit, curve restored) *CurveFit {
	fit := &CurveFit{Curve: curve.curve, NLSFit: *inner, kindOf: c, frame: f, inner: inner, inflectionBy: curve.inflectionBy}
	fit.Parameters = curve.parameters[:]
	fit.StdErrs = make([]float64, len(fit.Parameters))
	fit.root = make([][]float64, len(fit.Parameters))
	for j := range fit.root {
		fit.root[j] = inner.along(curve.by[j])
		fit.StdErrs[j] = floats.Norm(fit.root[j], 2)
	}
	return fit
}

// along returns gᵀ·root, whose length is the standard error of what has the
// derivatives g by the parameters.
func (f *NLSFit) along(g [3]float64) []float64 {
	row := make([]float64, len(f.root))
	for k := range row {
		for j := range f.root {
			row[k] += float64(g[j] * f.root[j][k])
		}
	}
	return row
}

func (f *NLSFit) stdErr(g [3]float64) float64 { return floats.Norm(f.along(g), 2) }

// SaturationInterval returns the level of saturation and its confidence
// interval, level ± t·standard error. A confidence level of 0 stands for 0.95.
// It returns an error that wraps [ErrLevel] unless 0 ≤ level < 1, and
// [ErrOverflow] if an end is beyond the range of numbers.
func (f *CurveFit) SaturationInterval(level float64) (Interval, error) {
	return f.interval("saturation", level, f.Saturation(), f.StdErrs[0])
}

// InflectionInterval returns the x of the inflection and its confidence
// interval, with the standard error by the delta method; for a Bass curve that
// is the time of peak adoption. Level and errors are those of
// [CurveFit.SaturationInterval].
func (f *CurveFit) InflectionInterval(level float64) (Interval, error) {
	return f.interval("inflection", level, f.Inflection(), f.inner.stdErr(f.inflectionBy))
}

// MeanInterval returns the curve at x, within the points or beyond them, and
// the confidence interval of its level there, by the delta method:
//
//	f(x) ± t·√(gᵀ·C·g)
//
// with g the derivatives of f by the parameters and C their covariance. Level
// and errors are those of [CurveFit.SaturationInterval], and one that wraps
// [ErrNotKnown] if x is NaN or infinite.
func (f *CurveFit) MeanInterval(x, level float64) (Interval, error) {
	return f.intervalAt(x, level, 0)
}

// PredictionInterval returns the curve at x and the interval in which a new
// observation at x falls with the probability given,
//
//	f(x) ± t·√(s² + gᵀ·C·g)
//
// Level and errors are those of [CurveFit.MeanInterval].
func (f *CurveFit) PredictionInterval(x, level float64) (Interval, error) {
	return f.intervalAt(x, level, f.ResidualSD)
}

func (f *CurveFit) intervalAt(x, level, sd float64) (Interval, error) {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return Interval{}, fmt.Errorf("growth: %s curve at x = %v: %w", f.kindOf.name, x, ErrNotKnown)
	}
	_, gradient := f.scaledAt(x)
	se := math.Ldexp(f.inner.stdErr(gradient), f.exponent)
	return f.interval(fmt.Sprintf("at x = %v", x), level, f.At(x), math.Hypot(sd, se))
}

// scaledAt returns the curve at x as a share of its level, and the derivatives of
// the scaled curve by the parameters it was fitted in.
func (f *CurveFit) scaledAt(x float64) (g float64, gradient [3]float64) {
	b := f.inner.Parameters
	g, byRate, byPlace := f.kindOf.shape(b[1], b[2], f.frame.to(x))
	return g, [3]float64{g, b[0] * byRate, b[0] * byPlace}
}

func (f *CurveFit) interval(what string, level, estimate, se float64) (Interval, error) {
	level, err := confidence(level)
	i := Interval{}
	if err == nil {
		i, err = around(estimate, se, level, f.DegreesOfFreedom)
	}
	if err != nil {
		return Interval{}, fmt.Errorf("growth: %s curve, %s: %w", f.kindOf.name, what, err)
	}
	return i, nil
}

// View returns one row, whatever the curve, so that rows can be compared: name,
// curve ("logistic", "gompertz" or "bass"), n, missing, saturation and
// inflection, each with its 95 % interval as _low and _high, parameter_1 to
// parameter_3 in the order of the formula, each with its _standard_error,
// residual_sum_of_squares, residual_standard_deviation, degrees_of_freedom,
// first and last.
func (f *CurveFit) View() View {
	s, err := f.SaturationInterval(0)
	saturation := orMissing(f.Saturation(), s, err)
	i, err := f.InflectionInterval(0)
	inflection := orMissing(f.Inflection(), i, err)
	at := "" // the unit of x
	if f.Name != "" || f.Unit != "" {
		at = "year"
	}
	v := oneRow(
		cell{"n", "", float64(f.N)},
		cell{"missing", "", float64(f.Missing)},
		cell{"saturation", f.Unit, saturation.Estimate},
		cell{"saturation_low", f.Unit, saturation.Low},
		cell{"saturation_high", f.Unit, saturation.High},
		cell{"inflection", at, inflection.Estimate},
		cell{"inflection_low", at, inflection.Low},
		cell{"inflection_high", at, inflection.High},
		cell{"parameter_1", "", f.Parameters[0]},
		cell{"parameter_1_standard_error", "", f.StdErrs[0]},
		cell{"parameter_2", "", f.Parameters[1]},
		cell{"parameter_2_standard_error", "", f.StdErrs[1]},
		cell{"parameter_3", "", f.Parameters[2]},
		cell{"parameter_3_standard_error", "", f.StdErrs[2]},
		cell{"residual_sum_of_squares", "", f.ResidualSS},
		cell{"residual_standard_deviation", f.Unit, f.ResidualSD},
		cell{"degrees_of_freedom", "", float64(f.DegreesOfFreedom)},
		cell{"first", at, f.First},
		cell{"last", at, f.Last})
	v.Columns = append([]ViewColumn{{Name: "name"}, {Name: "curve"}}, v.Columns...)
	v.Rows[0] = append([]Entry{TextOf(f.Name), TextOf(f.kindOf.name)}, v.Rows[0]...)
	return v
}
