package growth

import (
	"cmp"
	"fmt"
	"math"

	"gonum.org/v1/gonum/floats"
)

// NLSOptions are options of [FitNLS]. The zero value is what most fits need.
type NLSOptions struct {
	// Gradient sets grad[j] to the derivative of the model by b[j] at x. If it
	// is nil, derivatives are central differences extrapolated to step 0, good
	// to about 11 digits where the model is smooth. It is compared with those
	// where the fit ends, and refused if it differs.
	Gradient func(grad, b []float64, x float64)

	// MaxIterations ends each of the descents; 0 stands for 500, and less is a
	// mistake that panics.
	MaxIterations int
}

// NLSFit is a model fitted by nonlinear least squares, with what the residuals
// say of its accuracy. Standard errors and intervals are those of the model
// linearised at the solution (Wald); they assume that residuals are
// independent, of one variance and, for intervals, normal. [FitNLS] makes it.
type NLSFit struct {
	N       int // points the model is fitted to
	Missing int // points left out because a figure is not known

	// Parameters and their standard errors s·√diag((JᵀJ)⁻¹), in the order of
	// the model, where J holds the derivatives of the model by its parameters.
	Parameters, StdErrs []float64

	// ResidualSS is Σ(y − f(b, x))²; NaN where squares are beyond the range of
	// numbers, as of residuals about 10¹⁵⁵ or 10⁻¹⁵⁵.
	ResidualSS       float64
	ResidualSD       float64 // s = √(ResidualSS/DegreesOfFreedom)
	DegreesOfFreedom int     // N less the number of parameters

	// Condition is the condition number of J with its columns scaled to length
	// 1: how well the points tell the parameters apart, from 1 upwards.
	Condition float64

	Iterations int // of all descents together

	Warnings []error // *[RoundingResiduals]; of a curve also *[InflectionUnseen], *[SerialResiduals]

	root    [][]float64 // s·D⁻¹R⁻¹ of J = Q·R·D: covariance = root·rootᵀ
	largest float64     // |y|, up to a factor of 2
}

// FitNLS fits a model y = f(b, x) with any number of parameters b to points in
// any order, by minimising Σ(y − f(b, x))² from a start. A point of which a
// figure is NaN, not known, is left out and counted. The result has the same
// bits in any order of the points.
//
//	f := func(b []float64, x float64) float64 { return b[0] * (1 - math.Exp(-b[1]*x)) }
//	fit, err := growth.FitNLS(f, x, y, []float64{500, 0.0001}, growth.NLSOptions{})
//
// A model of several predictors takes the row number for x and looks its
// predictors up. Where f gives NaN or an infinity the parameters are out of
// bounds, and the search keeps away.
//
// The start matters where the sum of squares has several minima. Four descents
// leave from it, with parameters changed by addition or by multiplication (so
// that no sign changes), boldly or cautiously, and the lowest minimum is taken;
// it need not be the one nearest to the start, nor the lowest there is.
//
// It returns a [*Refusal] with [TooFewPoints] unless there are more points than
// parameters, [BadStart], [NotConverged], [NotIdentified] or [WrongGradient],
// and an error that wraps [ErrNotKnown] if a figure is infinite or [ErrOverflow]
// if a standard error is beyond the range of numbers. It panics if x and y differ
// in length, start is empty or MaxIterations negative.
//
// NotConverged also are descents that end in a sum of squares of nothing but
// rounding, if the model there still changes shape over the last step: they are
// on their way to infinity, as e^(bx) is where all y are 0.
//
// Method: Levenberg–Marquardt on QR factors, with the columns of J scaled as
// by Moré (1978), damping as by Nielsen (1999) and the geodesic acceleration of
// Transtrum and Sethna (2012); then Newton's method, with the second
// derivatives of the residuals, until rounding stops it. gonum/optimize is not
// used: its methods see the sum of squares alone, which is flat to within half
// the digits of the parameters around its minimum and squares their condition.
func FitNLS(f func(b []float64, x float64) float64, x, y, start []float64, options NLSOptions) (*NLSFit, error) {
	if len(x) != len(y) || len(start) == 0 {
		panic(fmt.Sprintf("growth: least squares of %d x, %d y and %d parameters", len(x), len(y), len(start)))
	}
	if options.MaxIterations < 0 {
		panic(fmt.Sprintf("growth: least squares in %d iterations", options.MaxIterations))
	}
	points, err := knownPairs(x, y)
	if err != nil {
		return nil, fmt.Errorf("growth: least squares: %w", err)
	}
	if len(points) <= len(start) {
		return nil, &Refusal{Reason: TooFewPoints, N: len(points), Needed: len(start) + 1}
	}
	q := newProblem(f, options.Gradient, points)
	q.scaleToModel(start)
	found, reason := q.minimise(start, descents(), cmp.Or(options.MaxIterations, 500))
	if options.Gradient != nil && reason != BadStart {
		if j := q.wrongGradient(found.b); j >= 0 {
			return nil, &Refusal{Reason: WrongGradient, Parameter: parameterName(j), N: len(points)}
		}
	}
	if reason != 0 {
		return nil, &Refusal{Reason: reason, N: len(points), Condition: found.condition, Iterations: found.iterations}
	}
	fit := q.fit(found)
	if !finite(fit.Parameters...) || !finite(fit.StdErrs...) || !finite(fit.ResidualSD) {
		return nil, fmt.Errorf("growth: least squares: standard errors: %w", ErrOverflow)
	}
	fit.Missing = len(x) - len(points)
	return fit, nil
}

// fit is a solution with its accuracy.
func (q *problem) fit(found solution) *NLSFit {
	p := len(found.b)
	fit := &NLSFit{
		N:                len(q.points),
		Parameters:       found.b,
		StdErrs:          make([]float64, p),
		ResidualSS:       inRange(found.rss, 2*q.exponent),
		DegreesOfFreedom: len(q.points) - p,
		Condition:        found.condition,
		Iterations:       found.iterations,
		root:             make([][]float64, p),
		largest:          math.Ldexp(1, q.exponent),
	}
	s := math.Sqrt(found.rss / float64(fit.DegreesOfFreedom))
	fit.ResidualSD = math.Ldexp(s, q.exponent)
	for j := range p {
		fit.root[j] = make([]float64, p)
		for k := range p {
			fit.root[j][k] = s * found.root.At(j, k)
		}
		fit.StdErrs[j] = floats.Norm(fit.root[j], 2)
	}
	if fit.exact() {
		fit.Warnings = append(fit.Warnings, &RoundingResiduals{ResidualSD: fit.ResidualSD})
	}
	return fit
}

// exact reports whether the residuals are made of rounding.
func (f *NLSFit) exact() bool { return f.ResidualSD < roundingResiduals*f.largest }

// Covariance returns the estimated covariance s²·(JᵀJ)⁻¹ of the parameters i
// and j, counted from 0; NaN where it is beyond the range of numbers. It panics if
// there is no such parameter.
func (f *NLSFit) Covariance(i, j int) float64 {
	f.mustHave(i)
	f.mustHave(j)
	a, up := scaled(f.root[i])
	b, more := scaled(f.root[j])
	var sum Sum
	for k := range a {
		sum.Add(a[k] * b[k])
	}
	return inRange(sum.Float64(), up+more)
}

func (f *NLSFit) mustHave(parameter int) {
	if parameter < 0 || parameter >= len(f.Parameters) {
		panic(fmt.Sprintf("growth: parameter %d, counted from 0, of %d", parameter, len(f.Parameters)))
	}
}

// Interval returns parameter j, counted from 0, and its confidence interval
// b ± t·se(b) with the degrees of freedom of the fit. A level of 0 stands for
// 0.95. It returns an error that wraps [ErrLevel] unless 0 ≤ level < 1, and
// [ErrOverflow] if an end is beyond the range of numbers. It panics if there is no
// such parameter.
func (f *NLSFit) Interval(j int, level float64) (Interval, error) {
	f.mustHave(j)
	level, err := confidence(level)
	i := Interval{}
	if err == nil {
		i, err = around(f.Parameters[j], f.StdErrs[j], level, f.DegreesOfFreedom)
	}
	if err != nil {
		return Interval{}, fmt.Errorf("growth: parameter %s: %w", parameterName(j), err)
	}
	return i, nil
}

// View returns one row for each parameter: parameter ("b1", "b2", …), estimate,
// standard_error, low and high (at 95 %).
func (f *NLSFit) View() View {
	v := View{Columns: []ViewColumn{{Name: "parameter"}, {Name: "estimate"}, {Name: "standard_error"}, {Name: "low"}, {Name: "high"}}}
	for j := range f.Parameters {
		i, err := f.Interval(j, defaultLevel)
		i = orMissing(f.Parameters[j], i, err)
		v.Rows = append(v.Rows, []Entry{TextOf(parameterName(j)),
			NumberOf(i.Estimate), NumberOf(f.StdErrs[j]), NumberOf(i.Low), NumberOf(i.High)})
	}
	return v
}

func parameterName(j int) string { return fmt.Sprintf("b%d", j+1) }
