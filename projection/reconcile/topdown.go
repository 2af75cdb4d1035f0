package reconcile

import (
	"fmt"

	"smartcity/growth"
)

// TopDownAverageProportions returns the reconciler that shares out the forecast
// of the total by the mean share of each bottom series in the years of its
// history,
//
//	p_j = (1/T) Σ_t y_jt/y_t,   y_t = Σ_j y_jt
//
// History has a series for each bottom series, in order; a name that is not
// empty must be the one of the hierarchy. Years in which one of them is not known
// are left out, with a *[YearsLeftOut].
//
// It returns an error that wraps [ErrNotTree] if no upper series is the sum of all
// bottom series, [ErrSeries] or [growth.ErrUnit] if series do not go together,
// [growth.ErrTooFew] if all are known in no year, [growth.ErrNotKnown] if a figure
// is infinite, [ErrNegative] if one is negative, and [ErrZeroTotal] if those of a
// year are all zero.
//
// Source: Gross and Sohl, "Disaggregation methods to expedite product line
// forecasting", Journal of Forecasting 9 (1990), method A.
func TopDownAverageProportions(h *Hierarchy, history []growth.Series) (*Reconciler, error) {
	r, years, err := topDown(h, AverageProportions, history)
	if err != nil {
		return nil, err
	}
	for j := range h.bottom {
		var mean growth.Sum
		for t := range years.year {
			var total growth.Sum
			for k := range h.bottom {
				total.Add(years.value[k][t])
			}
			if total.Float64() == 0 {
				return nil, fmt.Errorf("reconcile: history in %d: %w", years.year[t], ErrZeroTotal)
			}
			mean.Add(years.value[j][t] / total.Float64())
		}
		r.Proportions[j] = mean.Float64() / float64(r.Years)
	}
	return r, nil
}

// TopDownProportionsOfAverages returns the reconciler that shares out the
// forecast of the total by the share of each bottom series in the mean of the
// years of its history,
//
//	p_j = Σ_t y_jt / Σ_t y_t,   y_t = Σ_j y_jt
//
// so that large years count for more. History, warnings and errors are those of
// [TopDownAverageProportions], but a year of zeros is no error beside others.
//
// Source: Gross and Sohl (1990), method F.
func TopDownProportionsOfAverages(h *Hierarchy, history []growth.Series) (*Reconciler, error) {
	r, years, err := topDown(h, ProportionsOfAverages, history)
	if err != nil {
		return nil, err
	}
	var total growth.Sum
	parts := make([]growth.Sum, len(h.bottom))
	for j := range h.bottom {
		for t := range years.year {
			parts[j].Add(years.value[j][t])
		}
		total.Merge(parts[j])
	}
	if total.Float64() == 0 {
		return nil, fmt.Errorf("reconcile: history: %w", ErrZeroTotal)
	}
	for j, p := range parts {
		r.Proportions[j] = p.Float64() / total.Float64()
	}
	return r, nil
}

// TopDownForecastProportions returns the reconciler that shares out the forecast
// of the total by the forecasts of its parts, and so on down the tree: each
// series gets of its parent's reconciled forecast
//
//	ŷ_i / Σ ŷ_k   over the parts k of the same parent
//
// Forecasts then must not be negative, nor all zero below one parent unless the
// parent has nothing to share. It returns an error that wraps [ErrNotTree] unless
// the hierarchy is a tree with one total.
//
// Source: Athanasopoulos, Ahmed and Hyndman, "Hierarchical forecasts for
// Australian domestic tourism", International Journal of Forecasting 25 (2009).
func TopDownForecastProportions(h *Hierarchy) (*Reconciler, error) {
	total, err := h.total()
	if err != nil {
		return nil, err
	}
	if h.parents == nil {
		return nil, fmt.Errorf("reconcile: forecast proportions: upper series overlap or are weighted: %w", ErrNotTree)
	}
	return &Reconciler{Method: ForecastProportions, Hierarchy: h, total: total}, nil
}

// topDown checks history and prepares a reconciler for its proportions.
func topDown(h *Hierarchy, m Method, history []growth.Series) (*Reconciler, *common, error) {
	total, err := h.total()
	if err != nil {
		return nil, nil, err
	}
	years, err := commonYears("history", h.bottom, history)
	if err != nil {
		return nil, nil, err
	}
	if len(years.year) == 0 {
		return nil, nil, fmt.Errorf("reconcile: history: in no year are all series known: %w", growth.ErrTooFew)
	}
	for j, values := range years.value {
		for t, y := range values {
			if y < 0 {
				return nil, nil, fmt.Errorf("reconcile: history of %q is %v in %d: %w", h.bottom[j], y, years.year[t], ErrNegative)
			}
		}
	}
	r := &Reconciler{Method: m, Hierarchy: h, total: total, Years: len(years.year), Warnings: years.warnings()}
	r.Proportions = make([]float64, len(h.bottom))
	return r, years, nil
}

// shareOut carries the total down the tree by the forecasts.
func (r *Reconciler) shareOut(forecasts []float64) ([]float64, error) {
	h := r.Hierarchy
	children := h.children()
	got := make([]float64, h.size())
	got[r.total] = forecasts[r.total]
	var down func(i int) error
	down = func(i int) error {
		var sum growth.Sum
		for _, c := range children[i] {
			if forecasts[c] < 0 {
				return fmt.Errorf("reconcile: the forecast of %q is %v: %w", h.name(c), forecasts[c], ErrNegative)
			}
			sum.Add(forecasts[c])
		}
		whole := sum.Float64()
		if whole == 0 && got[i] != 0 {
			return fmt.Errorf("reconcile: forecasts of the parts of %q: %w", h.name(i), ErrZeroTotal)
		}
		for _, c := range children[i] {
			if whole != 0 {
				// A single part gets all, to the last bit.
				got[c] = forecasts[c] / whole * got[i]
			}
			if c < len(h.upper) {
				if err := down(c); err != nil {
					return err
				}
			}
		}
		return nil
	}
	if err := down(r.total); err != nil {
		return nil, err
	}
	return got[len(h.upper):], nil
}
