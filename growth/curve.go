package growth

import (
	"errors"
	"fmt"
	"math"
)

// Curve is a growth curve with its parameters: [Logistic], [Gompertz] or
// [Bass]. It rises from near 0, at first ever faster, and from an inflection on
// ever slower, to a level of saturation. All three count time from an Origin,
// t = x − Origin; with an origin of 0, the default, t is x itself. There are
// no other kinds. [FitCurve] finds the parameters.
type Curve interface {
	// At returns the level at x.
	At(x float64) float64
	// Saturation returns the level that the curve comes ever closer to.
	Saturation() float64
	// Inflection returns the x at which the curve rises fastest.
	Inflection() float64

	kind() curveKind
}

// curveKind is what fitting needs to know of a kind of curve. For fitting, a
// curve is K·g(rate, place, u) with u = (x − frame.zero)/frame.unit. Its
// parameters hang together far less there than in the formulas of the field,
// where years as x leave b2 and b3 of a logistic almost proportional. The
// least squares fit is the same, and errors are carried over exactly.
type curveKind struct {
	name    string
	origin  float64
	launch  bool // the curve begins at its origin, at 0
	shape   func(rate, place, u float64) (g, byRate, byPlace float64)
	placing func(rate, inflection float64) (place float64)
	// unsaturated is what the shape is proportional to as K goes to infinity.
	unsaturated func(rate, u float64) float64
	restore     func(k, rate, place float64, f frame) restored
}

// frame is the scale on which a curve is fitted. The unit is a power of two, so
// that shifted and scaled x lead to the same bits.
type frame struct{ zero, unit float64 }

func (f frame) to(x float64) float64 { return (x - f.zero) / f.unit }

// restored is a fitted curve with its parameters as the formula has them, and
// their derivatives by those it was fitted in.
type restored struct {
	curve        Curve
	parameters   [3]float64
	by           [3][3]float64
	inflection   float64 // as of the curve, but within the range of numbers
	inflectionBy [3]float64
}

// minCurvePoints is two more than the parameters, see FitCurve.
const minCurvePoints = 5

// FitCurve fits a growth curve to the levels y at x, in any order, by nonlinear
// least squares ([FitNLS]) from starting values of its own. Of the curve given
// only the kind and the Origin are read:
//
//	fit, err := growth.FitCurve(growth.Bass{Origin: 2013}, x, y)
//
// The figures are levels (jobs there are, cumulative adopters), not changes a
// year; yearly sales of a Bass curve are to be summed up first. A point of
// which a figure is NaN, not known, is left out and counted. The result has the
// same bits in any order of the points.
//
// Data that cannot carry the curve are refused with a [*Refusal]:
//
//   - [TooFewPoints]: fewer than five known points at different x. Four would
//     leave one degree of freedom, and an interval of ±12.7 standard errors.
//   - [NotPositive]: a level below zero, or of zero except in a Bass curve, for
//     the others are never zero.
//   - [BeforeOrigin]: a point before the launch of a Bass curve.
//   - [NotGrowing]: the straight line through the points does not rise, or the
//     fitted curve does not.
//   - [NoInflection]: the fitted inflection lies beyond the last point, so that
//     the level of saturation would be a guess; or a Bass curve has none (q ≤ 0).
//   - [NoSaturation]: the level of saturation has no upper bound or an interval
//     that tells nothing. That is so if a straight line, or growth without
//     limit (what the curve becomes as its level goes to infinity: e^(rt), of a
//     Bass curve e^(rt) − 1), leaves a sum of squares that is not significantly
//     larger, (SS − ResidualSS)/s² ≤ t² with the 95 % t; if a parabola bent
//     upwards leaves one no larger; or if the 95 % confidence interval of the
//     level reaches down to zero and so, being symmetric, up to twice the level.
//   - [NotIdentified]: JᵀJ is singular to the digits there are, as of a Bass curve
//     where a straight line leaves nothing at all; or the 95 % confidence interval
//     of the rate (b3, c or p + q) reaches zero and that of the inflection beyond
//     all points on both sides, as of a Gompertz curve through a single step.
//   - [OriginTooFar]: Origin is so far from the points that b of a Gompertz
//     curve, or its variance, leaves the range of numbers, or that nothing of
//     the launch of a Bass curve is left in the points ((p+q)·t > 20 from the
//     first on).
//   - [NotConverged]: no minimum was found.
//
// A fit may carry the warnings [*InflectionUnseen], [*SerialResiduals] and
// [*RoundingResiduals]. FitCurve returns an error that wraps [ErrNotKnown] if a
// figure or the origin is infinite or the origin NaN, and [ErrOverflow] if the
// level or its standard error is beyond the range of numbers. It panics if curve is nil
// or x and y differ in length.
//
// Levels that are close in time err together. Standard errors and intervals
// know nothing of it and are then too small; for the Bass curve see Srinivasan
// and Mason, "Nonlinear Least Squares Estimation of New Product Diffusion
// Models", Marketing Science 5 (1986), who fit the yearly changes instead.
func FitCurve(curve Curve, x, y []float64) (*CurveFit, error) {
	if curve == nil || len(x) != len(y) {
		panic(fmt.Sprintf("growth: curve %T of %d x and %d y", curve, len(x), len(y)))
	}
	kind := curve.kind()
	points, err := knownPairs(x, y)
	if err == nil && (math.IsNaN(kind.origin) || math.IsInf(kind.origin, 0)) {
		err = fmt.Errorf("origin %v: %w", kind.origin, ErrNotKnown)
	}
	if err != nil {
		return nil, fmt.Errorf("growth: %s curve: %w", kind.name, err)
	}
	if refusal := kind.carries(points); refusal != nil {
		return nil, refusal
	}
	fit, refusal := kind.fit(points)
	if fit != nil {
		fit.Missing = len(x) - len(points)
	}
	if refusal != nil {
		return nil, refusal
	}
	if !finite(fit.Parameters...) || !finite(fit.StdErrs...) || !finite(fit.ResidualSD) {
		return nil, fmt.Errorf("growth: %s curve: %w", kind.name, ErrOverflow)
	}
	return fit, nil
}

// FitCurve fits a growth curve to the known years of the series, with the
// calendar year as x; see the function [FitCurve]. The launch of a Bass curve
// needs a year: Bass{Origin: 2013} for one whose first full year was 2014.
func (s Series) FitCurve(curve Curve) (*CurveFit, error) {
	x := make([]float64, s.Len())
	for i := range x {
		x[i] = float64(s.FirstYear + i)
	}
	fit, err := FitCurve(curve, x, s.Values)
	if r, refused := errors.AsType[*Refusal](err); refused && r.Fit != nil {
		r.Fit.Name, r.Fit.Unit = s.Name, s.Unit
	}
	if err != nil {
		return nil, s.errorf("%w", err)
	}
	fit.Name, fit.Unit = s.Name, s.Unit
	return fit, nil
}

// carries looks for what speaks against a curve before it is fitted.
func (c curveKind) carries(points []pair) *Refusal {
	different := 0
	for i, p := range points {
		if i == 0 || p.x != points[i-1].x {
			different++
		}
		refusal := &Refusal{Curve: c.name, N: len(points), X: p.x, Y: p.y}
		switch {
		case p.y < 0 || p.y == 0 && !c.launch:
			refusal.Reason = NotPositive
			return refusal
		case c.launch && p.x < c.origin:
			refusal.Reason = BeforeOrigin
			return refusal
		}
	}
	if different < minCurvePoints {
		return &Refusal{Reason: TooFewPoints, Curve: c.name, N: different, Needed: minCurvePoints}
	}
	if fitLine(points).fit.slope.Float64() <= 0 {
		return &Refusal{Reason: NotGrowing, Curve: c.name, N: len(points)}
	}
	return nil
}
