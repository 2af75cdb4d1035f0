package growth_test

import (
	"errors"
	"fmt"

	"smartcity/growth"
)

// Pasture yield by growing time, NIST's Rat42.
func ExampleFitCurve() {
	x := []float64{9, 14, 21, 28, 42, 57, 63, 70, 79}
	y := []float64{8.93, 10.8, 18.59, 22.33, 39.35, 56.11, 61.73, 64.62, 67.08}
	fit, err := growth.FitCurve(growth.Logistic{}, x, y)
	if err != nil {
		fmt.Println(err)
		return
	}
	for j, b := range fit.Parameters {
		fmt.Printf("b%d = %.8f, standard error %.8f\n", j+1, b, fit.StdErrs[j])
	}
	fmt.Printf("residual sum of squares %.8f, s = %.8f, %d degrees of freedom\n", fit.ResidualSS, fit.ResidualSD, fit.DegreesOfFreedom)
	level, _ := fit.SaturationInterval(.95)
	at, _ := fit.InflectionInterval(.95)
	next, _ := fit.PredictionInterval(90, .95)
	fmt.Printf("saturation %.2f (%.2f to %.2f), inflection %.1f (%.1f to %.1f), at 90 %.2f (%.2f to %.2f)\n",
		level.Estimate, level.Low, level.High, at.Estimate, at.Low, at.High, next.Estimate, next.Low, next.High)
	// Output:
	// b1 = 72.46223758, standard error 1.73402834
	// b2 = 2.61807684, standard error 0.08829522
	// b3 = 0.06735920, standard error 0.00344657
	// residual sum of squares 8.05652293, s = 1.15877255, 6 degrees of freedom
	// saturation 72.46 (68.22 to 76.71), inflection 38.9 (36.0 to 41.8), at 90 70.22 (66.10 to 74.34)
}

// chargers are made-up jobs at makers of charging points, whose market was
// opened in 2009.
func chargers() growth.Series {
	return growth.Series{Name: "Charging", Unit: "FTE", FirstYear: 2010,
		Values: []float64{14, 38, 66, 101, 158, 214, 305, 392, 480, 568, 631, 698, 735, 776}}
}

func ExampleSeries_FitCurve() {
	jobs := chargers()
	fit, err := jobs.FitCurve(growth.Bass{Origin: 2009})
	if err != nil {
		fmt.Println(err)
		return
	}
	bass := fit.Curve.(growth.Bass)
	fmt.Printf("p = %.4f, q = %.3f, peak of growth %.1f\n", bass.P, bass.Q, fit.Inflection())
	level, _ := fit.SaturationInterval(0)
	mean, _ := fit.MeanInterval(2025, 0)
	fmt.Printf("%.0f %s in 2025 (%.0f to %.0f), %.0f in the end (%.0f to %.0f)\n",
		mean.Estimate, fit.Unit, mean.Low, mean.High, level.Estimate, level.Low, level.High)
	for _, w := range fit.Warnings {
		fmt.Println(w)
	}
	// Output:
	// p = 0.0135, q = 0.399, peak of growth 2017.2
	// 812 FTE in 2025 (802 to 823), 846 in the end (830 to 862)
}

// The three curves side by side: what each says of the end differs more than
// how well it fits.
func ExampleCurveFit() {
	jobs := chargers()
	for _, curve := range []growth.Curve{growth.Logistic{}, growth.Gompertz{Origin: 2010}, growth.Bass{Origin: 2009}} {
		fit, err := jobs.FitCurve(curve)
		if err != nil {
			fmt.Println(err)
			continue
		}
		row := fit.View().Rows[0]
		fmt.Printf("%-8s s = %4.1f, saturation %.0f (%.0f to %.0f), 2030: %.0f\n",
			row[1].Text, fit.ResidualSD, row[4].Number, row[5].Number, row[6].Number, fit.At(2030))
	}
	// Output:
	// logistic s =  7.3, saturation 822 (802 to 843), 2030: 820
	// gompertz s = 10.1, saturation 985 (919 to 1051), 2030: 942
	// bass     s =  4.3, saturation 846 (830 to 862), 2030: 842
}

// Data that do not show where growth ends are refused.
func ExampleRefusal() {
	jobs := chargers()
	jobs.Values = jobs.Values[:6]
	_, err := jobs.FitCurve(growth.Logistic{})
	fmt.Println(err)
	if r, ok := errors.AsType[*growth.Refusal](err); ok {
		switch r.Reason {
		case growth.NoInflection, growth.NoSaturation:
			fmt.Printf("%s: would be %.0f at saturation\n", r.Reason, r.Fit.Saturation())
		case growth.TooFewPoints:
			fmt.Println("wait for", r.Needed-r.N, "more years")
		default:
			fmt.Println("not a growth curve:", r.Reason)
		}
	}
	// Output:
	// growth: series "Charging": growth: logistic curve: no saturation in sight: parabola fits as well, residual sum of squares 36.2857 against 53.8711
	// no saturation in sight: would be 345 at saturation
}

func ExampleLogistic() {
	c := growth.Logistic{B1: 1000, B2: 3, B3: .5, Origin: 2010}
	fmt.Printf("%.1f in 2010, %.1f in %v, %.1f in 2030\n", c.At(2010), c.At(c.Inflection()), c.Inflection(), c.At(2030))
	// Output: 47.4 in 2010, 500.0 in 2016, 999.1 in 2030
}

func ExampleGompertz() {
	c := growth.Gompertz{A: 1000, B: 4, C: .25, Origin: 2010}
	fmt.Printf("%.1f in 2010, %.1f in %.2f, %.1f in 2030\n", c.At(2010), c.At(c.Inflection()), c.Inflection(), c.At(2030))
	// Output: 18.3 in 2010, 367.9 in 2015.55, 973.4 in 2030
}

func ExampleBass() {
	c := growth.Bass{M: 100, P: .03, Q: .38}
	fmt.Printf("%.4f %.4f %.4f of %v, peak at %.5f\n", c.At(1), c.At(5), c.At(10), c.Saturation(), c.Inflection())
	// Output: 3.5758 33.1199 81.2803 of 100, peak at 6.19262
}

// Caveats of a fit are typed.
func ExampleInflectionUnseen() {
	y := []float64{61, 70, 79.5, 85, 90.5, 93, 95.4, 96.6, 98, 98.4}
	fit, err := growth.Series{FirstYear: 2014, Values: y}.FitCurve(growth.Logistic{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, w := range fit.Warnings {
		switch w := w.(type) {
		case *growth.InflectionUnseen:
			fmt.Printf("growth was fastest in %.0f, before %v\n", w.Inflection, w.First)
		case *growth.SerialResiduals:
			fmt.Printf("the figures have another shape: correlation %.2f of %d residuals\n", w.Correlation, w.N)
		case *growth.RoundingResiduals:
			fmt.Println("the figures are those of a curve, to the last digit")
		}
	}
	// Output: growth was fastest in 2013, before 2014
}
