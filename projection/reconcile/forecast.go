package reconcile

import (
	"fmt"

	"smartcity/growth"
)

// Forecast is the forecasts of a hierarchy over some years, before and after
// they were made coherent. [Reconciler.Series] makes it.
type Forecast struct {
	// How they were made coherent; see [Reconciler] for the fields.
	Method        Method
	IsNonNegative bool
	Proportions   []float64
	Shrinkage     float64
	Years         int

	// Given and Reconciled have a series for each of the hierarchy, in the order of
	// [Hierarchy.Names], with its name, over the same years.
	Given, Reconciled []growth.Series

	Warnings []error // those of the [Reconciler], *[NegativeForecasts]
}

// Series makes the forecasts of all series coherent, year by year. They are in
// the order of [Hierarchy.Names], of the same years and the same unit; a name
// that is not empty must be the one of the hierarchy. Errors are those of
// [Reconciler.Point], [ErrSeries] if names or years differ or there are no years,
// and [growth.ErrUnit].
func (r *Reconciler) Series(forecasts []growth.Series) (*Forecast, error) {
	h := r.Hierarchy
	names := h.Names()
	if len(forecasts) != len(names) {
		return nil, fmt.Errorf("reconcile: forecasts: %d series, want %d: %w", len(forecasts), len(names), ErrSeries)
	}
	f := &Forecast{
		Method: r.Method, IsNonNegative: r.IsNonNegative, Proportions: r.Proportions,
		Shrinkage: r.Shrinkage, Years: r.Years, Warnings: r.Warnings[:len(r.Warnings):len(r.Warnings)],
	}
	first, n := forecasts[0].FirstYear, forecasts[0].Len()
	if n == 0 {
		return nil, fmt.Errorf("reconcile: forecasts of no year: %w", ErrSeries)
	}
	for i, s := range forecasts {
		switch {
		case s.Name != "" && s.Name != names[i]:
			return nil, fmt.Errorf("reconcile: forecasts: series %d is %q, want %q: %w", i, s.Name, names[i], ErrSeries)
		case s.Unit != forecasts[0].Unit:
			return nil, fmt.Errorf("reconcile: forecasts: %q is in %q and %q in %q: %w", names[0], forecasts[0].Unit, names[i], s.Unit, growth.ErrUnit)
		case s.FirstYear != first || s.Len() != n:
			return nil, fmt.Errorf("reconcile: forecasts: %q is of %d–%d and %q of %d–%d: %w", names[0], first, first+n-1, names[i], s.FirstYear, s.LastYear(), ErrSeries)
		}
		given := growth.Series{Name: names[i], Unit: s.Unit, FirstYear: first, Values: append([]float64(nil), s.Values...)}
		f.Given = append(f.Given, given)
		given.Values = make([]float64, n)
		f.Reconciled = append(f.Reconciled, given)
	}
	point := make([]float64, len(names))
	negative := make([]bool, len(names))
	for t := range n {
		for i, s := range forecasts {
			point[i] = s.Values[t]
		}
		all, err := r.Point(point)
		if err != nil {
			return nil, fmt.Errorf("%d: %w", first+t, err)
		}
		for i, x := range all {
			f.Reconciled[i].Values[t] = x
			negative[i] = negative[i] || x < 0 && !(point[i] < 0)
		}
	}
	w := &NegativeForecasts{}
	for i, name := range names {
		if negative[i] {
			w.Names = append(w.Names, name)
		}
	}
	if len(w.Names) > 0 {
		f.Warnings = append(f.Warnings, w)
	}
	return f, nil
}

// View returns a row for each series and year: name, year, forecast, reconciled,
// and adjustment, which is what reconciling has added.
func (f *Forecast) View() growth.View {
	unit := ""
	if len(f.Given) > 0 {
		unit = f.Given[0].Unit
	}
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "name"}, {Name: "year", Unit: "year"},
		{Name: "forecast", Unit: unit}, {Name: "reconciled", Unit: unit}, {Name: "adjustment", Unit: unit},
	}}
	for i, s := range f.Reconciled {
		for t, x := range s.Values {
			given := f.Given[i].Values[t]
			v.Rows = append(v.Rows, []growth.Entry{
				growth.TextOf(s.Name), growth.NumberOf(float64(s.FirstYear + t)),
				growth.NumberOf(given), growth.NumberOf(x), growth.NumberOf(x - given),
			})
		}
	}
	return v
}
