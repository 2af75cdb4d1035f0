package reconcile_test

import (
	"fmt"
	"math/rand/v2"

	"smartcity/growth"
	"smartcity/projection/forecast"
	"smartcity/projection/reconcile"
)

// From the history of sectors to forecasts that add up, and to quantiles of
// simulated paths that do. A draw has one chance for each series, here
// independent of each other; what reconciling makes of them are coherent paths.
func Example() {
	h := energyAndWater()
	history := []growth.Series{
		{Name: "Energy", Unit: "FTE", FirstYear: 2010, Values: []float64{400, 424, 431, 455, 490, 502, 530, 561, 570, 604, 622, 640}},
		{Name: "Water", Unit: "FTE", FirstYear: 2010, Values: []float64{300, 296, 311, 305, 322, 318, 331, 327, 340, 336, 351, 349}},
	}
	total := growth.Series{Name: "Total", Unit: "FTE", FirstYear: 2010}
	for i, x := range history[0].Values {
		total.Values = append(total.Values, x+history[1].Values[i])
	}

	var points, residuals []growth.Series
	var last []forecast.Step // of each series
	for _, s := range append([]growth.Series{total}, history...) {
		fit, err := forecast.Theta{}.Fit(s)
		if err != nil {
			fmt.Println(err)
			return
		}
		f, err := fit.Forecast(3, 0)
		if err != nil {
			fmt.Println(err)
			return
		}
		p := growth.Series{Name: s.Name, Unit: s.Unit, FirstYear: f.Origin + 1}
		for _, step := range f.Steps {
			p.Values = append(p.Values, step.Point)
		}
		points, residuals, last = append(points, p), append(residuals, f.Residuals), append(last, f.Steps[2])
	}
	r, err := reconcile.MinTShrinkage(h, residuals)
	if err != nil {
		fmt.Println(err)
		return
	}
	coherent, err := r.Series(points)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, s := range coherent.Reconciled {
		fmt.Printf("%-6s %d: %.1f, forecast %.1f\n", s.Name, s.LastYear(), s.At(2024), points[i].At(2024))
	}

	random := rand.New(rand.NewPCG(1, 2))
	draws := make([][]float64, 2000)
	for i := range draws {
		for _, step := range last {
			x, err := step.Quantile(max(1e-16, random.Float64()))
			if err != nil {
				fmt.Println(err)
				return
			}
			draws[i] = append(draws[i], x)
		}
	}
	paths, err := r.Paths(draws)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, name := range h.Names() {
		var x []float64
		for _, p := range paths {
			x = append(x, p[i])
		}
		low, _ := growth.Quantile(x, .1)
		high, _ := growth.Quantile(x, .9)
		fmt.Printf("%-6s %.0f to %.0f\n", name, low, high)
	}
	// Output:
	// Total  2024: 1030.0, forecast 1030.2
	// Energy 2024: 674.0, forecast 673.8
	// Water  2024: 356.0, forecast 356.0
	// Total  992 to 1070
	// Energy 637 to 714
	// Water  337 to 374
}
