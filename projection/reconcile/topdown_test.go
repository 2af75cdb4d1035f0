package reconcile

import (
	"errors"
	"math"
	"slices"
	"testing"

	"smartcity/growth"
)

func TestTopDown(t *testing.T) {
	h := two(t)
	history := []growth.Series{
		{Name: "A", FirstYear: 2016, Values: []float64{1, 30, 50, 7}},
		{Name: "B", FirstYear: 2016, Values: []float64{3, 10, 50, math.NaN()}},
	}
	for _, c := range []struct {
		r    *Reconciler
		want float64 // share of A
	}{
		{must(TopDownAverageProportions(h, history)), (.25 + .75 + .5) / 3},
		{must(TopDownProportionsOfAverages(h, history)), 81. / 144},
	} {
		if got := c.r.Proportions; math.Abs(got[0]-c.want) > 1e-15 || math.Abs(got[0]+got[1]-1) > 1e-15 || c.r.Years != 3 {
			t.Errorf("%v: %v of %d years, want %v", c.r.Method, got, c.r.Years, c.want)
		}
		got := must(c.r.Point([]float64{1000, math.NaN(), math.NaN()}))
		if math.Abs(got[1]-1000*c.want) > 1e-12*1000 || math.Abs(got[0]-1000) > 1e-9 {
			t.Errorf("%v: %v", c.r.Method, got)
		}
		if w, ok := errors.AsType[*YearsLeftOut](c.r.Warnings[0]); !ok || !slices.Equal(w.Years, []int{2019}) {
			t.Errorf("warnings %v", c.r.Warnings)
		}
	}
	// From level to level: 100 is 60 of 90 energy, of which a third is wind, …
	tr := tree()
	names := tr.Names()
	y := make([]float64, len(names))
	for name, x := range map[string]float64{"Total": 100, "Energy": 60, "Water": 10, "Waste": 20, "Energy / Wind": 5, "Energy / Solar": 10, "Waste / Paper": 1, "Waste / Glass": 0, "Waste / Metal": 3} {
		y[slices.Index(names, name)] = x
	}
	got := must(must(TopDownForecastProportions(tr)).Point(y))
	for name, want := range map[string]float64{"Total": 100, "Energy": 600. / 9, "Water": 100. / 9, "Energy / Wind": 200. / 9, "Waste / Glass": 0, "Waste / Metal": 200. / 9 * .75} {
		if x := got[slices.Index(names, name)]; math.Abs(x-want) > 1e-12 {
			t.Errorf("%s: %v, want %v", name, x, want)
		}
	}
}
