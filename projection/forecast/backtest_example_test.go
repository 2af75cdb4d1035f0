package forecast_test

import (
	"context"
	"fmt"

	"smartcity/growth"
	"smartcity/projection/forecast"
)

func ExampleMeasure() {
	a, err := forecast.Measure([]float64{10, 12, 15, 19}, []float64{22, 26}, []float64{23, 24})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("MAE %.1f, MASE %.1f, MAPE %.5f, sMAPE %.5f\n", a.MAE, a.MASE, a.MAPE, a.SMAPE)
	// Output:
	// MAE 1.5, MASE 0.5, MAPE 6.11888, sMAPE 6.22222
}

func ExamplePinball() {
	fmt.Printf("%.1f %.1f\n", forecast.Pinball(.9, 10, 14), forecast.Pinball(.9, 10, 6))
	// Output:
	// 3.6 0.4
}

func ExampleWinkler() {
	fmt.Printf("%.0f %.0f\n", forecast.Winkler(10, 20, .8, 15), forecast.Winkler(10, 20, .8, 23))
	// Output:
	// 10 40
}

func ExampleCRPSNormal() {
	fmt.Printf("%.7f %.7f\n", forecast.CRPSNormal(0, 1, 0), forecast.CRPSNormal(0, 1, 1))
	// Output:
	// 0.2336950 0.6024414
}

func ExampleEvaluate() {
	s := oil()
	split := forecast.Split{Train: s, Actual: s.Values[9:]}
	split.Train.Values = s.Values[:9]
	e, err := forecast.Evaluate(forecast.Theta{}, split, .8)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("MASE %.2f, sMAPE %.2f, %.0f %% covered\n", e.MASE, e.SMAPE, 100*e.Coverage)
	// Output:
	// MASE 1.84, sMAPE 8.65, 67 % covered
}

func ExampleCompare() {
	s := jobs()
	split := forecast.Split{Train: s, Actual: s.Values[10:]}
	split.Train.Values = s.Values[:10]
	board, err := forecast.Compare(context.Background(), []forecast.Split{split}, nil, .8)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, score := range board.Scores {
		fmt.Printf("%.2f  %s\n", score.MASE, score.Model)
	}
	// Output:
	// 0.14  average of SES, Holt and damped Holt
	// 0.14  Theta
	// 0.66  damped Holt
	// 0.74  Holt
	// 1.17  drift
	// 1.33  naive
	// 1.33  SES
	// 1.42  linear trend
	// 6.67  log-linear trend
}

func ExampleBacktest() {
	board, err := forecast.Backtest(context.Background(), []growth.Series{jobs()},
		[]forecast.Model{forecast.Drift{}, forecast.LogLinearTrend{}}, forecast.Options{Horizon: 2})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(board.Splits, "origins")
	for _, score := range board.Scores {
		fmt.Printf("%-16s MASE %.2f  against naive %+.2f ± %.2f\n", score.Model, score.MASE, score.Difference, score.StdErr)
	}
	// Output:
	// 8 origins
	// drift            MASE 0.48  against naive -0.57 ± 0.40
	// naive            MASE 1.05  against naive +0.00 ± 0.00
	// log-linear trend MASE 3.62  against naive +2.57 ± 1.17
}

func ExampleSelect() {
	models := []forecast.Model{forecast.Drift{}, forecast.LogLinearTrend{}}
	for _, c := range []struct {
		s       growth.Series
		horizon int
	}{{jobs(), 2}, {oil(), 2}, {jobs(), 15}} {
		s, err := forecast.Select(context.Background(), []growth.Series{c.s}, models, forecast.Options{Horizon: c.horizon})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(s.Verdict, s.Model, s.Warnings)
	}
	// Output:
	// model wins drift []
	// naive stands naive []
	// scenarios only <nil> [forecast: "Energy": 15 years ahead from 14 known: scenarios only]
}
