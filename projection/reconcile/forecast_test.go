package reconcile

import (
	"errors"
	"math"
	"slices"
	"testing"

	"smartcity/growth"
)

func forecasts(h *Hierarchy, values ...[]float64) []growth.Series {
	var all []growth.Series
	for i, v := range values {
		all = append(all, growth.Series{Name: h.name(i), Unit: "FTE", FirstYear: 2026, Values: v})
	}
	return all
}

func TestSeries(t *testing.T) {
	h := two(t)
	given := forecasts(h, []float64{10, 1}, []float64{5, 5}, []float64{4, 1})
	f := must(must(MinTOLS(h)).Series(given))
	for i, want := range [][]float64{{29. / 3, 8. / 3}, {16. / 3, 10. / 3}, {13. / 3, -2. / 3}} {
		s := f.Reconciled[i]
		if s.Name != h.name(i) || s.Unit != "FTE" || s.FirstYear != 2026 || !slices.Equal(f.Given[i].Values, given[i].Values) {
			t.Errorf("%+v", s)
		}
		for k, x := range s.Values {
			if math.Abs(x-want[k]) > 1e-14*10 {
				t.Errorf("%s: %v, want %v", s.Name, s.Values, want)
			}
		}
	}
	if w, ok := errors.AsType[*NegativeForecasts](f.Warnings[0]); !ok || !slices.Equal(w.Names, []string{"B"}) {
		t.Errorf("%v", f.Warnings)
	}
	v := f.View()
	if len(v.Rows) != 6 || v.Columns[4].Name != "adjustment" || v.Rows[1][3].Number != f.Reconciled[0].Values[1] {
		t.Errorf("%+v", v)
	}
	if (&Forecast{}).View().Rows != nil {
		t.Error("rows of nothing")
	}
	given[0].Values[0] = 99
	if f.Given[0].Values[0] != 10 {
		t.Error("the result changes with what was given")
	}
}

func TestSeriesErrors(t *testing.T) {
	h := two(t)
	r := BottomUp(h)
	ok := func() []growth.Series { return forecasts(h, []float64{10}, []float64{5}, []float64{4}) }
	change := func(f func(s []growth.Series)) []growth.Series { s := ok(); f(s); return s }
	for _, c := range []struct {
		name   string
		series []growth.Series
		want   error
	}{
		{"two", ok()[:2], ErrSeries},
		{"no years", make([]growth.Series, 3), ErrSeries},
		{"swapped", change(func(s []growth.Series) { s[1], s[2] = s[2], s[1] }), ErrSeries},
		{"other year", change(func(s []growth.Series) { s[1].FirstYear++ }), ErrSeries},
		{"longer", change(func(s []growth.Series) { s[1].Values = []float64{1, 2} }), ErrSeries},
		{"unit", change(func(s []growth.Series) { s[1].Unit = "employees" }), growth.ErrUnit},
		{"missing", change(func(s []growth.Series) { s[1].Values[0] = math.NaN() }), growth.ErrNotKnown},
	} {
		if _, err := r.Series(c.series); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	if _, err := r.Series(ok()); err != nil {
		t.Error(err)
	}
	if _, err := r.Paths([][]float64{{10, 5, 4}, {1}}); !errors.Is(err, ErrSeries) {
		t.Errorf("a short draw: %v", err)
	}
}
