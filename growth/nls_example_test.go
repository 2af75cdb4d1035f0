package growth_test

import (
	"errors"
	"fmt"
	"math"

	"smartcity/growth"
)

// Biochemical oxygen demand by incubation time, NIST's BoxBOD.
func ExampleFitNLS() {
	x := []float64{1, 2, 3, 5, 7, 10}
	y := []float64{109, 149, 149, 191, 213, 224}
	f := func(b []float64, x float64) float64 { return b[0] * (1 - math.Exp(-b[1]*x)) }

	fit, err := growth.FitNLS(f, x, y, []float64{1, 1}, growth.NLSOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for j, b := range fit.Parameters {
		interval, _ := fit.Interval(j, .95)
		fmt.Printf("b%d = %.6f, standard error %.6f, 95%% from %.2f to %.2f\n", j+1, b, fit.StdErrs[j], interval.Low, interval.High)
	}
	fmt.Printf("s = %.4f with %d degrees of freedom, correlation %.3f\n", fit.ResidualSD, fit.DegreesOfFreedom,
		fit.Covariance(0, 1)/(fit.StdErrs[0]*fit.StdErrs[1]))
	// Output:
	// b1 = 213.809409, standard error 12.354515, 95% from 179.51 to 248.11
	// b2 = 0.547237, standard error 0.104560, 95% from 0.26 to 0.84
	// s = 17.0881 with 4 degrees of freedom, correlation -0.730
}

// A model of two predictors takes the row number for x.
func ExampleFitNLS_twoPredictors() {
	jobs := []float64{110, 128, 160, 190, 206, 249}
	revenue := []float64{150, 190, 260, 330, 380, 500}
	price := []float64{1, 1.1, 1.15, 1.2, 1.3, 1.35}
	row := []float64{0, 1, 2, 3, 4, 5}
	f := func(b []float64, i float64) float64 {
		return b[0] * math.Pow(revenue[int(i)], b[1]) * math.Pow(price[int(i)], b[2])
	}
	fit, err := growth.FitNLS(f, row, jobs, []float64{1, 1, 0}, growth.NLSOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range fit.View().Rows {
		fmt.Printf("%s %.3f, standard error %.3f\n", r[0].Text, r[1].Number, r[2].Number)
	}
	// Output:
	// b1 2.577, standard error 0.314
	// b2 0.750, standard error 0.024
	// b3 -0.289, standard error 0.100
}

func ExampleNLSOptions() {
	x := []float64{1, 2, 3, 4, 5}
	y := []float64{2.7, 7.1, 20.5, 54.2, 149}
	f := func(b []float64, x float64) float64 { return math.Exp(b[0] * x) }
	options := growth.NLSOptions{Gradient: func(g, b []float64, x float64) { g[0] = math.Exp(b[0] * x) }}
	_, err := growth.FitNLS(f, x, y, []float64{1}, options)
	refusal, _ := errors.AsType[*growth.Refusal](err)
	fmt.Println(refusal.Reason == growth.WrongGradient, refusal.Parameter)
	fmt.Println(err)

	options.Gradient = func(g, b []float64, x float64) { g[0] = x * math.Exp(b[0]*x) }
	fit, err := growth.FitNLS(f, x, y, []float64{1}, options)
	fmt.Printf("%.4f %v\n", fit.Parameters, err)
	// Output:
	// true b1
	// growth: least squares: wrong gradient: by parameter b1
	// [1.0006] <nil>
}
