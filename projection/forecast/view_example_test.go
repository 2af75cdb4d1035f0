package forecast_test

import (
	"context"
	"fmt"
	"strings"

	"smartcity/growth"
	"smartcity/projection/forecast"
)

// table prints a view.
func table(v growth.View) {
	var names []string
	for _, c := range v.Columns {
		names = append(names, c.Name)
	}
	fmt.Println(strings.Join(names, " "))
	for _, row := range v.Rows {
		var cells []string
		for _, e := range row {
			switch e.Kind {
			case growth.NumberEntry:
				cells = append(cells, fmt.Sprintf("%.4g", e.Number))
			case growth.TextEntry:
				cells = append(cells, e.Text)
			default:
				cells = append(cells, "n/a")
			}
		}
		fmt.Println(strings.Join(cells, " "))
	}
}

func ExampleEvaluation_View() {
	s := oil()
	split := forecast.Split{Train: s, Actual: s.Values[10:]}
	split.Train.Values = s.Values[:10]
	e, err := forecast.Evaluate(forecast.Drift{}, split, .8)
	if err != nil {
		fmt.Println(err)
		return
	}
	table(e.View())
	table(e.Accuracy.View())
	table(e.Forecast.View())
	// Output:
	// year model point low high actual
	// 2006 drift 535.7 494.2 577.2 514.3
	// 2007 drift 544.6 483 606.2 494.2
	// n missing mean_error mae rmse mape smape mase scale
	// 2 0 -35.91 35.91 38.72 7.181 6.891 1.568 22.9
	// year model point low high
	// 2006 drift 535.7 494.2 577.2
	// 2007 drift 544.6 483 606.2
}

func ExampleSelection_View() {
	s, err := forecast.Select(context.Background(), []growth.Series{jobs()}, []forecast.Model{forecast.Drift{}}, forecast.Options{Horizon: 2})
	if err != nil {
		fmt.Println(err)
		return
	}
	table(s.View())
	table(s.Leaderboard.View())
	fmt.Printf("%.2f\n", s.Leaderboard.Naive().MASE)
	// Output:
	// verdict model best mase naive_mase difference standard_error horizon series splits
	// model wins drift drift 0.4797 1.052 -0.5719 0.3973 2 1 8
	// model refused mae rmse smape mase coverage winkler pinball crps difference standard_error
	// drift 0 112.3 138.8 3.403 0.4797 0.75 3.504 0.1963 0.3597 -0.5719 0.3973
	// naive 0 255.8 295.3 9.387 1.052 1 5.615 0.3688 0.6749 0 0
	// 1.05
}

func ExampleModels() {
	for _, m := range forecast.Models() {
		fmt.Println(m)
	}
	// Output:
	// naive
	// drift
	// linear trend
	// log-linear trend
	// SES
	// Holt
	// damped Holt
	// Theta
	// average of SES, Holt and damped Holt
}

// What the interval of a model that is widened is made of.
func ExampleSpread() {
	fit, err := forecast.Holt{}.Fit(growth.Series{Name: "Energy", Unit: "FTE", FirstYear: 2011,
		Values: []float64{812, 985, 1204, 1420, 1735, 2004, 2310, 2571}})
	if err != nil {
		fmt.Println(err)
		return
	}
	f, err := fit.Forecast(7, .8)
	if err != nil {
		fmt.Println(err)
		return
	}
	s := f.Steps[6].Spreads[0]
	fmt.Printf("median %.0f, SD %.0f on %v degrees of freedom, %.1f times as wide\n", s.Median, s.SD, s.Freedom, s.Widening)
	// Output:
	// median 4473, SD 550 on 4 degrees of freedom, 2.6 times as wide
}
