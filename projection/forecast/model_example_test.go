package forecast_test

import (
	"errors"
	"fmt"

	"smartcity/growth"
	"smartcity/projection/forecast"
)

// oil is Saudi Arabian oil production, million tonnes.
func oil() growth.Series {
	return growth.Series{Name: "Oil", Unit: "million tonnes", FirstYear: 1996, Values: []float64{
		446.6565229, 454.4733065, 455.662974, 423.6322388, 456.2713279, 440.5880501, 425.3325201,
		485.1494479, 506.0481621, 526.7919833, 514.268889, 494.2110193,
	}}
}

// jobs is the FTE of a field that grows and slows down.
func jobs() growth.Series {
	return growth.Series{Name: "Energy", Unit: "FTE", FirstYear: 2008, Values: []float64{
		812, 985, 1204, 1420, 1735, 2004, 2310, 2571, 2820, 3015, 3190, 3300, 3402, 3470,
	}}
}

func show(m forecast.Model, s growth.Series) {
	fit, err := m.Fit(s)
	if err != nil {
		fmt.Println(err)
		return
	}
	f, err := fit.Forecast(3, .8)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range f.Parameters {
		fmt.Printf("%s %.4g, ", p.Name, p.Value)
	}
	last := f.Steps[2]
	fmt.Printf("%d: %.1f (%.1f to %.1f)\n", last.Year, last.Point, last.Low, last.High)
}

func ExampleNaive() {
	show(forecast.Naive{}, oil())
	// Output:
	// 2010: 494.2 (432.0 to 556.4)
}

func ExampleDrift() {
	show(forecast.Drift{}, oil())
	// Output:
	// drift 4.323, 2010: 507.2 (434.1 to 580.3)
}

func ExampleLinearTrend() {
	show(forecast.LinearTrend{}, oil())
	// Output:
	// intercept -1.383e+04, slope 7.142, 2010: 529.8 (486.8 to 572.8)
}

func ExampleLogLinearTrend() {
	show(forecast.LogLinearTrend{}, oil())
	// Output:
	// intercept -23.79, slope 0.01496, 2010: 531.4 (484.6 to 582.6)
}

func ExampleGrowthCurve() {
	show(forecast.GrowthCurve{Curve: growth.Logistic{}}, jobs())
	show(forecast.GrowthCurve{Curve: growth.Logistic{}}, oil())
	// Output:
	// b1 3757, b2 611.3, b3 0.3037, 2024: 3646.8 (3599.7 to 3694.0)
	// forecast: logistic curve of "Oil": no growth curve can be fitted: growth: series "Oil": growth: logistic curve: no inflection in sight: it moves ever further beyond the last point at 2007
}

func ExampleSES() {
	show(forecast.SES{}, oil())
	show(forecast.SES{Alpha: .2, Start: forecast.FirstFigures}, oil())
	// Output:
	// alpha 0.892, level 447.5, 2010: 496.5 (421.7 to 571.3)
	// alpha 0.2, level 446.7, 2010: 484.8 (426.3 to 543.3)
}

func ExampleHolt() {
	show(forecast.Holt{}, jobs())
	// Output:
	// alpha 0.8915, beta 0.8915, level 632.3, slope 175.3, 2024: 3681.3 (3326.0 to 4036.6)
}

func ExampleDampedHolt() {
	show(forecast.DampedHolt{}, jobs())
	// Output:
	// alpha 0.8899, beta 0.8899, phi 0.9645, level 625, slope 188.6, 2024: 3666.8 (3267.2 to 4066.4)
}

func ExampleTheta() {
	show(forecast.Theta{}, oil())
	// Output:
	// alpha 0.7879, level 464.5, slope 7.142, 2010: 510.4 (437.5 to 583.4)
}

func ExampleAverage() {
	fmt.Println(forecast.Average{})
	show(forecast.Average{Models: []forecast.Model{forecast.Naive{}, forecast.Drift{}}}, oil())
	// Output:
	// average of SES, Holt and damped Holt
	// drift drift 4.323, 2010: 500.7 (433.0 to 568.4)
}

func ExampleRefusal() {
	_, err := forecast.Holt{}.Fit(growth.Series{Name: "Energy", FirstYear: 2015, Values: []float64{812, 985, 1204}})
	if r, ok := errors.AsType[*forecast.Refusal](err); ok && r.Reason == forecast.TooFewYears {
		fmt.Println(r.N, "of", r.Needed)
	}
	fmt.Println(err)
	// Output:
	// 3 of 5
	// forecast: Holt of "Energy": too few years are known: 3, and 5 are needed
}

func ExampleForecast() {
	fit, err := forecast.DampedHolt{}.Fit(jobs())
	if err != nil {
		fmt.Println(err)
		return
	}
	f, err := fit.Forecast(4, .8)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range f.Steps {
		fmt.Printf("%d  %.0f  %.0f to %.0f\n", s.Year, s.Point, s.Low, s.High)
	}
	p, err := f.Probability(2025, 3600)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("3,600 in 2025: %.0f %%\n", 100*p)
	// Output:
	// 2022  3540  3456 to 3624
	// 2023  3605  3398 to 3811
	// 2024  3667  3267 to 4066
	// 2025  3727  3061 to 4393
	// 3,600 in 2025: 60 %
}

func ExampleForecast_Probability() {
	fit, err := forecast.Naive{}.Fit(growth.Series{Name: "Energy", FirstYear: 2015, Values: []float64{812, 985, 1204, 1420}})
	if err != nil {
		fmt.Println(err)
		return
	}
	f, err := fit.Forecast(3, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = f.Probability(2021, 2000)
	fmt.Println(err)
	// Output:
	// forecast: "Energy": 4 years are known, fewer than 8: scenarios only
}

func ExampleStep_Quantile() {
	fit, _ := forecast.Naive{}.Fit(oil())
	f, _ := fit.Forecast(1, 0)
	for _, p := range []float64{.1, .5, .9} {
		q, _ := f.Steps[0].Quantile(p)
		fmt.Printf("%.1f ", q)
	}
	fmt.Printf("CRPS at 500: %.2f\n", f.Steps[0].CRPS(500))
	// Output:
	// 458.3 494.2 530.1 CRPS at 500: 6.92
}
