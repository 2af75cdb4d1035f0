package growth_test

import (
	"errors"
	"fmt"
	"math"

	"smartcity/growth"
)

func ExampleLinearTrend() {
	jobs := growth.Series{Name: "Energy", Unit: "FTE", FirstYear: 2014,
		Values: []float64{12400, 13500, math.NaN(), 16100, 17600}}
	trend, err := growth.LinearTrend(jobs)
	if err != nil {
		fmt.Println(err)
		return
	}
	p, _ := trend.Predict(2021, .95)
	fmt.Printf("%+.0f FTE a year (standard error %.0f)\n", trend.Line.Slope, trend.Line.SlopeStdErr)
	fmt.Printf("2021: %.0f, between %.0f and %.0f\n", p.Estimate, p.Low, p.High)
	// Output:
	// +1300 FTE a year (standard error 45)
	// 2021: 21400, between 20222 and 22578
}

func ExampleLogLinearTrend() {
	jobs := growth.Series{Name: "Energy", Unit: "FTE", FirstYear: 2014,
		Values: []float64{12400, 13500, 14650, 16100, 17600}}
	trend, err := growth.LogLinearTrend(jobs)
	if err != nil {
		fmt.Println(err)
		return
	}
	g, _ := trend.Growth(.95)
	p, _ := trend.Predict(2021, .95)
	fmt.Printf("%.2f%% a year, between %.2f and %.2f\n", 100*g.Estimate, 100*g.Low, 100*g.High)
	fmt.Printf("2021: median %.0f, between %.0f and %.0f\n", p.Estimate, p.Low, p.High)
	// Output:
	// 9.16% a year, between 8.72 and 9.60
	// 2021: median 22841, between 22291 and 23406
}

// A constant rate is what a log-linear trend has and a linear one has not.
func ExampleTrend_Growth() {
	trend, _ := growth.LinearTrend(growth.Series{Name: "Energy", Values: []float64{1, 2, 4, 8}})
	_, err := trend.Growth(.95)
	fmt.Println(errors.Is(err, errors.ErrUnsupported))
	trend, _ = growth.LogLinearTrend(growth.Series{Name: "Energy", Values: []float64{1, 2, 4, 8}})
	g, err := trend.Growth(.95)
	fmt.Printf("%.3f %v\n", g.Estimate, err)
	// Output:
	// true
	// 1.000 <nil>
}

func ExampleTrend_At() {
	jobs := growth.Series{Name: "Energy", Unit: "FTE", FirstYear: 2014,
		Values: []float64{12400, 13500, 14650, 16100, 17600}}
	trend, _ := growth.LinearTrend(jobs)
	for _, year := range []int{2016, 2021} {
		at, _ := trend.At(year, .9)
		fmt.Printf("%d: %.0f ± %.0f\n", year, at.Estimate, at.High-at.Estimate)
	}
	// Output:
	// 2016: 14850 ± 182
	// 2021: 21350 ± 670
}

func ExampleTrend_Predict() {
	jobs := growth.Series{Name: "Energy", Unit: "FTE", FirstYear: 2014,
		Values: []float64{12400, 13500, 14650, 16100, 17600}}
	trend, _ := growth.LinearTrend(jobs)
	for _, level := range []float64{.5, .8, .95} {
		p, _ := trend.Predict(2021, level)
		fmt.Printf("%.0f%%: %.0f–%.0f\n", 100*p.Level, p.Low, p.High)
	}
	// Output:
	// 50%: 21095–21605
	// 80%: 20804–21896
	// 95%: 20290–22410
}

func ExampleTrend_View() {
	trend, _ := growth.LogLinearTrend(growth.Series{Name: "Energy", Unit: "FTE", FirstYear: 2014,
		Values: []float64{100, 112, 126, 140}})
	view := trend.View()
	for i, column := range view.Columns {
		if e := view.Rows[0][i]; e.Kind == growth.TextEntry {
			fmt.Println(column.Name, e.Text)
		} else if column.Unit == "fraction a year" {
			fmt.Printf("%s %.4f\n", column.Name, e.Number)
		}
	}
	// Output:
	// name Energy
	// model log_linear
	// growth 0.1193
	// growth_low 0.1110
	// growth_high 0.1277
}
