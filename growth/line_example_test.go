package growth_test

import (
	"fmt"

	"smartcity/growth"
)

func ExampleFitLine() {
	// Revenue in DKK m on FTE, five companies.
	fte := []float64{4, 9, 15, 21, 40}
	revenue := []float64{7, 15, 31, 36, 75}
	line, err := growth.FitLine(fte, revenue)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("revenue = %.3f + %.3f·FTE\n", line.Intercept, line.Slope)
	fmt.Printf("standard errors %.3f and %.3f, residual sd %.3f, R² %.4f\n",
		line.InterceptStdErr, line.SlopeStdErr, line.ResidualSD, line.RSquared)
	// Output:
	// revenue = -0.679 + 1.881·FTE
	// standard errors 2.097 and 0.096, residual sd 2.692, R² 0.9922
}

func ExampleLine_SlopeInterval() {
	line, _ := growth.FitLine([]float64{4, 9, 15, 21, 40}, []float64{7, 15, 31, 36, 75})
	b, err := line.SlopeInterval(.95)
	fmt.Printf("%.3f, between %.3f and %.3f, %v\n", b.Estimate, b.Low, b.High, err)
	// Output: 1.881, between 1.574 and 2.188, <nil>
}

// The mean of all companies of a size is known better than the next company's
// figure.
func ExampleLine_PredictionInterval() {
	line, _ := growth.FitLine([]float64{4, 9, 15, 21, 40}, []float64{7, 15, 31, 36, 75})
	mean, _ := line.MeanInterval(30, .95)
	next, _ := line.PredictionInterval(30, .95)
	fmt.Printf("mean %.1f, %.1f–%.1f\n", mean.Estimate, mean.Low, mean.High)
	fmt.Printf("next %.1f, %.1f–%.1f\n", next.Estimate, next.Low, next.High)
	// Output:
	// mean 55.7, 50.4–61.1
	// next 55.7, 45.6–65.9
}

func ExampleLine_MeanInterval() {
	line, _ := growth.FitLine([]float64{2014, 2015, 2016, 2017, 2018}, []float64{12400, 13500, 14650, 16100, 17600})
	mean, err := line.MeanInterval(2016, 0) // 0 is 95 %
	fmt.Printf("%.0f ± %.0f at %v, %v\n", mean.Estimate, mean.High-mean.Estimate, mean.Level, err)
	// Output: 14850 ± 247 at 0.95, <nil>
}

func ExampleLine_View() {
	line, _ := growth.FitLine([]float64{1, 2, 3, 4}, []float64{2, 4, 5, 9})
	view := line.View()
	for i, column := range view.Columns {
		fmt.Printf("%s %.3g\n", column.Name, view.Rows[0][i].Number)
	}
	// Output:
	// n 4
	// missing 0
	// intercept -0.5
	// intercept_standard_error 1.16
	// slope 2.2
	// slope_standard_error 0.424
	// residual_standard_deviation 0.949
	// r_squared 0.931
}
