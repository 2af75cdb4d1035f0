package growth

import (
	"fmt"
	"math"
)

// Line is a straight line y = Intercept + Slope·x fitted by ordinary least
// squares, with what the residuals say of its accuracy. Standard errors and
// intervals assume that the residuals are independent, of one variance and,
// for intervals, normal. [FitLine] makes it.
type Line struct {
	N       int // pairs the line is fitted to
	Missing int // pairs left out because a figure is not known

	Intercept, InterceptStdErr float64 // in the unit of y
	Slope, SlopeStdErr         float64 // in units of y a unit of x

	// ResidualSD is the residual standard deviation s = √(ResidualSS/(N−2)).
	ResidualSD float64
	// RSquared is the share of the variation of y that the line explains; NaN
	// where y does not vary.
	RSquared float64
	// RegressionSS and ResidualSS are the sums of squares that the line
	// explains and leaves; NaN where squares are beyond the range of numbers, as
	// of figures about 10¹⁵⁵ or 10⁻¹⁵⁵.
	RegressionSS, ResidualSS float64
	// F is RegressionSS over the square of ResidualSD, with 1 and N−2 degrees
	// of freedom: +Inf where no residual is left, NaN where y does not vary.
	F float64

	fit lineFit
}

// FitLine fits a straight line to pairs (x, y) in any order. A pair of which a
// figure is NaN, not known, is left out and counted.
//
// It returns an error that wraps [ErrTooFew] if fewer than three pairs are
// known, for two leave no degree of freedom, [ErrConstant] if all x are the
// same, [ErrNotKnown] if a figure is infinite and [ErrOverflow] if the slope, the
// intercept or what tells their accuracy is beyond the range of numbers. It
// panics if x and y differ in length.
//
// Figures are centred and summed in double-double and rounded once, so that
// years as x or a small spread cost no digits (NIST's Norris comes out to 13),
// and the result has the same bits in any order of the pairs. Residuals of less
// than one part in 10³⁰ are what arithmetic leaves of an exact line; they are 0.
func FitLine(x, y []float64) (*Line, error) {
	if len(x) != len(y) {
		panic(fmt.Sprintf("growth: line through %d x and %d y", len(x), len(y)))
	}
	pairs, err := knownPairs(x, y)
	if err == nil && len(pairs) < 3 {
		err = fmt.Errorf("%d known pairs: %w", len(pairs), ErrTooFew)
	}
	if err != nil {
		return nil, fmt.Errorf("growth: line: %w", err)
	}
	if pairs[0].x == pairs[len(pairs)-1].x {
		return nil, fmt.Errorf("growth: line: all x are %v: %w", pairs[0].x, ErrConstant)
	}
	line := fitLine(pairs)
	line.Missing = len(x) - len(pairs)
	if !finite(line.Intercept, line.InterceptStdErr, line.Slope, line.SlopeStdErr, line.ResidualSD) {
		return nil, fmt.Errorf("growth: line: %w", ErrOverflow)
	}
	return line, nil
}

// SlopeInterval returns the slope b and its confidence interval b ± t·se(b),
// with N−2 degrees of freedom. A level of 0 stands for 0.95. It returns an error
// that wraps [ErrLevel] unless 0 ≤ level < 1, and [ErrOverflow] if an end is
// beyond the range of numbers.
func (l *Line) SlopeInterval(level float64) (Interval, error) {
	level, err := l.confidence(level)
	i := Interval{}
	if err == nil {
		i, err = around(l.Slope, l.SlopeStdErr, level, l.N-2)
	}
	if err != nil {
		return Interval{}, fmt.Errorf("growth: slope: %w", err)
	}
	return i, nil
}

// MeanInterval returns ŷ = Intercept + Slope·x and the confidence interval of
// the mean of y at x,
//
//	ŷ ± t·s·√(1/n + (x−x̄)²/Sxx)
//
// A level of 0 stands for 0.95. It returns an error that wraps [ErrLevel] unless
// 0 ≤ level < 1, [ErrNotKnown] if x is NaN or infinite, and [ErrOverflow] if an
// end is beyond the range of numbers.
func (l *Line) MeanInterval(x, level float64) (Interval, error) {
	return l.interval("mean", x, level, 0)
}

// PredictionInterval returns ŷ = Intercept + Slope·x and the interval in which
// a new observation of y at x falls with the probability given,
//
//	ŷ ± t·s·√(1 + 1/n + (x−x̄)²/Sxx)
//
// Level and errors are those of [Line.MeanInterval].
func (l *Line) PredictionInterval(x, level float64) (Interval, error) {
	return l.interval("prediction", x, level, 1)
}

// interval is that of the mean for no new observation, of prediction for one.
func (l *Line) interval(what string, x, level, observations float64) (Interval, error) {
	level, err := l.confidence(level)
	if err == nil && (math.IsNaN(x) || math.IsInf(x, 0)) {
		err = ErrNotKnown
	}
	i := Interval{}
	if err == nil {
		estimate, se := l.fit.at(x, observations, l.ResidualSD)
		i, err = around(estimate, se, level, l.N-2)
	}
	if err != nil {
		return Interval{}, fmt.Errorf("growth: %s at x = %v: %w", what, x, err)
	}
	return i, nil
}

// confidence is the function of that name, for a line that was fitted.
func (l *Line) confidence(level float64) (float64, error) {
	if l.N < 3 {
		return 0, ErrTooFew
	}
	return confidence(level)
}

// View returns one row: n, missing, intercept, intercept_standard_error, slope,
// slope_standard_error, residual_standard_deviation, r_squared.
func (l *Line) View() View { return oneRow(l.cells("", "")...) }

func (l *Line) cells(unit, slopeUnit string) []cell {
	return []cell{
		{"n", "", float64(l.N)},
		{"missing", "", float64(l.Missing)},
		{"intercept", unit, l.Intercept},
		{"intercept_standard_error", unit, l.InterceptStdErr},
		{"slope", slopeUnit, l.Slope},
		{"slope_standard_error", slopeUnit, l.SlopeStdErr},
		{"residual_standard_deviation", unit, l.ResidualSD},
		{"r_squared", "", l.RSquared},
	}
}
