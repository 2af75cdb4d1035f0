package reconcile

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"

	"smartcity/growth"
)

// Reconciler makes forecasts of a hierarchy coherent by one method. [BottomUp],
// [TopDownAverageProportions], [TopDownProportionsOfAverages],
// [TopDownForecastProportions], [MinTOLS], [MinTStructural], [MinTVariance],
// [MinTShrinkage] and [MinTCovariance] make it. It may be used by several
// goroutines at once.
type Reconciler struct {
	Method    Method
	Hierarchy *Hierarchy

	// IsNonNegative says that it was made by [Reconciler.NonNegative].
	IsNonNegative bool

	// Proportions are the shares of the bottom series in the total, of the
	// top-down methods that take them from history; nil of others.
	Proportions []float64

	// Shrinkage is λ of [MinTShrinkage], 0…1; zero of other methods.
	Shrinkage float64

	// Years is how many years of residuals or history the method rests on; with
	// [MinTVariance], the fewest of a series. Zero of methods that need none.
	Years int

	Warnings []error // *[YearsLeftOut]

	total int // series shared out by the top-down methods

	// Of MinT: gain is what a unit of incoherency in each upper series adds to
	// each bottom series; covariance is W as standard deviations and correlations.
	gain        *mat.Dense
	deviation   []float64
	correlation *mat.Cholesky
	design      *design // of non-negative least squares
}

// Point makes the forecasts of all series for one year coherent, or one draw of
// a simulation. They are in the order of [Hierarchy.Names], and so is the
// result: bottom forecasts with their sums, which are rounded once. MinT leaves
// forecasts that are coherent already as they are, to the last bit.
//
// A forecast that the method does not look at may be NaN: BottomUp looks at the
// bottom series alone, the top-down methods by history at the total alone. It
// returns an error that wraps [ErrSeries] unless there is a forecast for each
// series; [growth.ErrNotKnown] if one that is needed is NaN or infinite, or a
// result leaves the range of float64; [ErrNegative] or [ErrZeroTotal] if shares
// cannot be made of the forecasts; and [ErrNotConverged].
func (r *Reconciler) Point(forecasts []float64) ([]float64, error) {
	h := r.Hierarchy
	if len(forecasts) != h.size() {
		return nil, fmt.Errorf("reconcile: %d forecasts for %d series: %w", len(forecasts), h.size(), ErrSeries)
	}
	for i, x := range forecasts {
		if (math.IsNaN(x) || math.IsInf(x, 0)) && r.needs(i) {
			return nil, fmt.Errorf("reconcile: the forecast of %q is %v: %w", h.name(i), x, growth.ErrNotKnown)
		}
	}
	bottom, err := r.bottom(forecasts)
	if err != nil {
		return nil, err
	}
	all := h.Sum(bottom)
	for i, x := range all {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return nil, fmt.Errorf("reconcile: the reconciled forecast of %q is %v: %w", h.name(i), x, growth.ErrNotKnown)
		}
	}
	return all, nil
}

// Paths makes the draws of a simulation coherent, one by one: draws[i] has the
// figures of all series in the order of [Hierarchy.Names], of one year of one
// path. Means and quantiles of the result are then those of coherent paths, which
// quantiles reconciled by themselves would not be. Errors are those of
// [Reconciler.Point].
func (r *Reconciler) Paths(draws [][]float64) ([][]float64, error) {
	reconciled := make([][]float64, len(draws))
	for i, d := range draws {
		var err error
		if reconciled[i], err = r.Point(d); err != nil {
			return nil, fmt.Errorf("draw %d: %w", i, err)
		}
	}
	return reconciled, nil
}

// needs reports whether the method looks at the forecast of series i.
func (r *Reconciler) needs(i int) bool {
	switch r.Method {
	case BottomUpMethod:
		return i >= len(r.Hierarchy.upper)
	case AverageProportions, ProportionsOfAverages:
		return i == r.total
	}
	return true
}

// bottom is the reconciled forecasts of the bottom series.
func (r *Reconciler) bottom(forecasts []float64) ([]float64, error) {
	switch r.Method {
	case BottomUpMethod:
		return forecasts[len(r.Hierarchy.upper):], nil
	case AverageProportions, ProportionsOfAverages:
		b := make([]float64, len(r.Proportions))
		for j, p := range r.Proportions {
			b[j] = p * forecasts[r.total]
		}
		return b, nil
	case ForecastProportions:
		return r.shareOut(forecasts)
	}
	b := r.project(forecasts)
	if !r.IsNonNegative {
		return b, nil
	}
	for _, x := range b {
		if !(x >= 0) {
			return r.nonNegative(forecasts)
		}
	}
	return b, nil // the least of all distances is also the least of the non-negative
}

// BottomUp returns the reconciler that adds up the forecasts of the bottom series
// and looks at no others.
func BottomUp(h *Hierarchy) *Reconciler {
	return &Reconciler{Method: BottomUpMethod, Hierarchy: h}
}
