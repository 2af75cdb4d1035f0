package growth

import (
	"fmt"
	"math"
	"slices"
)

// Quantile returns the p-quantile of figures in any order, of type 7 of Hyndman
// and Fan: with the n known figures sorted, x₁ ≤ … ≤ xₙ, and h = (n−1)p + 1,
//
//	x_⌊h⌋ + (h−⌊h⌋)·(x_⌊h⌋₊₁ − x_⌊h⌋)
//
// so 0 gives the smallest, 1 the largest and ½ the median. It is the default of
// R, NumPy and Excel's PERCENTILE.INC, and the only type this library uses.
//
// NaN is a figure that is not known and is left out; x is not changed. Figures
// that are sorted already are not copied. It returns an error that wraps
// [ErrTooFew] if no figure is known, [ErrLevel] unless 0 ≤ p ≤ 1, and
// [ErrNotKnown] if a figure is infinite.
//
// Source: Hyndman and Fan, "Sample quantiles in statistical packages", The
// American Statistician 50 (1996).
func Quantile(x []float64, p float64) (float64, error) {
	if !(p >= 0 && p <= 1) {
		return 0, fmt.Errorf("growth: quantile at %v: %w", p, ErrLevel)
	}
	sorted, err := sortedFigures(x)
	if err != nil {
		return 0, fmt.Errorf("growth: quantile: %w", err)
	}
	return quantile(sorted, p), nil
}

// quantile is Quantile of sorted figures, at least one, all known. The kinds of
// gonum's stat.Quantile are types 1 and 4 of Hyndman and Fan.
func quantile(sorted []float64, p float64) float64 {
	h := float64(len(sorted)-1) * p
	i := int(h)
	low, high := sorted[i], sorted[min(i+1, len(sorted)-1)]
	w := h - float64(i)
	between := high - low
	if math.IsInf(between, 0) {
		return float64((1-w)*low) + float64(w*high)
	}
	return min(low+float64(w*between), high)
}

// sortedFigures returns the known figures sorted up, a part of x if it is sorted.
func sortedFigures(x []float64) ([]float64, error) {
	if !slices.IsSorted(x) {
		x = slices.Sorted(slices.Values(x))
	}
	for len(x) > 0 && math.IsNaN(x[0]) { // NaN is sorted to the front
		x = x[1:]
	}
	if len(x) == 0 {
		return nil, ErrTooFew
	}
	for _, end := range []float64{x[0], x[len(x)-1]} {
		if math.IsInf(end, 0) {
			return nil, fmt.Errorf("a figure is %v: %w", end, ErrNotKnown)
		}
	}
	return x, nil
}
