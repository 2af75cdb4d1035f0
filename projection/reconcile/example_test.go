package reconcile_test

import (
	"errors"
	"fmt"
	"os"
	"text/tabwriter"

	"gonum.org/v1/gonum/mat"

	"smartcity/growth"
	"smartcity/projection/reconcile"
)

// energyAndWater is a total of two sectors.
func energyAndWater() *reconcile.Hierarchy {
	h, err := reconcile.Nested("Total", [][]string{{"Energy"}, {"Water"}})
	if err != nil {
		panic(err)
	}
	return h
}

func show(r *reconcile.Reconciler, err error) {
	if err != nil {
		fmt.Println(err)
		return
	}
	all, err := r.Point([]float64{10, 5, 4}) // total, energy, water: 1 does not add up
	fmt.Printf("%v: %.4f %v\n", r.Method, all, err)
}

func residuals() []growth.Series {
	return []growth.Series{
		{Name: "Total", FirstYear: 2019, Values: []float64{.2, -.3, .1, .2, -.1}},
		{Name: "Energy", FirstYear: 2019, Values: []float64{.5, -.9, .7, .4, -.8}},
		{Name: "Water", FirstYear: 2019, Values: []float64{-.2, .4, -.3, .1, .2}},
	}
}

func ExampleMinTOLS() {
	show(reconcile.MinTOLS(energyAndWater()))
	// Output:
	// MinT ols: [9.6667 5.3333 4.3333] <nil>
}

func ExampleMinTStructural() {
	show(reconcile.MinTStructural(energyAndWater()))
	// Output:
	// MinT structural: [9.5000 5.2500 4.2500] <nil>
}

func ExampleMinTVariance() {
	show(reconcile.MinTVariance(energyAndWater(), residuals()))
	// Output:
	// MinT variance: [9.9340 5.8160 4.1181] <nil>
}

func ExampleBottomUp() {
	show(reconcile.BottomUp(energyAndWater()), nil)
	// Output:
	// bottom up: [9.0000 5.0000 4.0000] <nil>
}

func ExampleMinTShrinkage() {
	r, err := reconcile.MinTShrinkage(energyAndWater(), residuals())
	show(r, err)
	fmt.Printf("λ = %.4f, from %d years\n", r.Shrinkage, r.Years)
	// Output:
	// MinT shrinkage: [10.1481 6.2994 3.8487] <nil>
	// λ = 0.1945, from 5 years
}

func ExampleMinTCovariance() {
	w := mat.NewSymDense(3, []float64{4, 1, 1, 1, 2, 0, 1, 0, 1})
	show(reconcile.MinTCovariance(energyAndWater(), w))
	// Output:
	// MinT covariance: [9.3333 5.3333 4.0000] <nil>
}

func ExampleSingularError() {
	// Errors that add up as the figures do leave nothing to weigh.
	w := mat.NewSymDense(3, []float64{3, 2, 1, 2, 2, 0, 1, 0, 1})
	_, err := reconcile.MinTCovariance(energyAndWater(), w)
	s, ok := errors.AsType[*reconcile.SingularError](err)
	fmt.Println(ok, s.What)
	// Output:
	// true covariance of the forecast errors
}

func history() []growth.Series {
	return []growth.Series{
		{Name: "Energy", FirstYear: 2016, Values: []float64{1, 30, 50}},
		{Name: "Water", FirstYear: 2016, Values: []float64{3, 10, 50}},
	}
}

func ExampleTopDownAverageProportions() {
	show(reconcile.TopDownAverageProportions(energyAndWater(), history()))
	// Output:
	// average proportions: [10.0000 5.0000 5.0000] <nil>
}

func ExampleTopDownProportionsOfAverages() {
	show(reconcile.TopDownProportionsOfAverages(energyAndWater(), history()))
	// Output:
	// proportions of averages: [10.0000 5.6250 4.3750] <nil>
}

func ExampleTopDownForecastProportions() {
	show(reconcile.TopDownForecastProportions(energyAndWater()))
	// Output:
	// forecast proportions: [10.0000 5.5556 4.4444] <nil>
}

func ExampleReconciler_NonNegative() {
	r, err := reconcile.MinTOLS(energyAndWater())
	if err != nil {
		fmt.Println(err)
		return
	}
	free, err := r.Point([]float64{1, 5, -3})
	fmt.Printf("%.2f %v\n", free, err)
	if r, err = r.NonNegative(); err != nil {
		fmt.Println(err)
		return
	}
	kept, err := r.Point([]float64{1, 5, -3})
	fmt.Printf("%.2f %v\n", kept, err)
	// Output:
	// [1.33 4.67 -3.33] <nil>
	// [3.00 3.00 0.00] <nil>
}

// A median reconciled by itself would be another number.
func ExampleReconciler_Paths() {
	r, err := reconcile.MinTOLS(energyAndWater())
	if err != nil {
		fmt.Println(err)
		return
	}
	draws, err := r.Paths([][]float64{{10, 5, 4}, {12, 6, 6}, {9, 7, 5}})
	if err != nil {
		fmt.Println(err)
		return
	}
	var total []float64
	for _, d := range draws {
		total = append(total, d[0])
	}
	median, err := growth.Quantile(total, .5)
	fmt.Printf("%.3f %v\n", median, err)
	// Output:
	// 10.000 <nil>
}

func ExampleReconciler_Series() {
	h, err := reconcile.Grouped("Total", [][]string{{"Energy", "North"}, {"Energy", "South"}, {"Water", "North"}, {"Water", "South"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := reconcile.MinTStructural(h)
	if err != nil {
		fmt.Println(err)
		return
	}
	var forecasts []growth.Series
	for i, jobs := range []float64{130, 80, 45, 60, 66, 36, 40, 22, 20} {
		forecasts = append(forecasts, growth.Series{Name: h.Names()[i], Unit: "FTE", FirstYear: 2026, Values: []float64{jobs}})
	}
	f, err := r.Series(forecasts)
	if err != nil {
		fmt.Println(err)
		return
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, row := range f.View().Rows {
		fmt.Fprintf(w, "%s\t%.0f\t%.0f\t%.2f\t%+.2f\t\n", row[0].Text, row[1].Number, row[2].Number, row[3].Number, row[4].Number)
	}
	if err := w.Flush(); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Total  2026  130  124.75  -5.25
	//           Energy  2026   80   79.62  -0.38
	//            Water  2026   45   45.12  +0.12
	//            North  2026   60   60.38  +0.38
	//            South  2026   66   64.38  -1.62
	//   Energy / North  2026   36   37.31  +1.31
	//   Energy / South  2026   40   42.31  +2.31
	//    Water / North  2026   22   23.06  +1.06
	//    Water / South  2026   20   22.06  +2.06
}

func ExampleNew() {
	// What is exported counts for both; a weight may be anything.
	h, err := reconcile.New([]string{"All", "Net"}, []string{"Jobs created", "Jobs lost"}, [][]float64{{1, 1}, {1, -1}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(h.Names(), h.Sum([]float64{120, 90}), h.Bottom())
	// Output:
	// [All Net Jobs created Jobs lost] [210 30 120 90] [Jobs created Jobs lost]
}

func ExampleRound() {
	h, err := reconcile.Nested("Total", [][]string{{"Energy"}, {"Water"}, {"Waste"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := reconcile.Round(h, h.Sum([]float64{1.4, 1.4, 1.4}), 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Names, r.Figures)
	for _, w := range r.Warnings {
		if w, ok := errors.AsType[*reconcile.RoundedToAddUp](w); ok {
			fmt.Printf("%q not to the nearest, by %.1f at most\n", w.Names, w.Largest)
		}
	}
	for _, row := range r.View().Rows {
		fmt.Println(row[0].Text, row[1].Number)
	}
	// Output:
	// [Total Energy Water Waste] [4 2 1 1]
	// ["Energy"] not to the nearest, by 0.6 at most
	// Total 4
	// Energy 2
	// Water 1
	// Waste 1
}
