package reconcile_test

import (
	"errors"
	"fmt"
	"math"

	"smartcity/growth"
	"smartcity/projection/reconcile"
)

// What is refused, and why.
func Example_errors() {
	h := energyAndWater()
	history := func(energy, water []float64) []growth.Series {
		return []growth.Series{{FirstYear: 2016, Values: energy}, {FirstYear: 2016, Values: water}}
	}
	_, structure := reconcile.Nested("Total", [][]string{{"Energy"}, {"Energy"}})
	grouped, err := reconcile.Grouped("Total", [][]string{{"Energy", "North"}, {"Energy", "South"}, {"Water", "North"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, tree := reconcile.TopDownForecastProportions(grouped)
	_, negative := reconcile.TopDownAverageProportions(h, history([]float64{5, -1}, []float64{4, 4}))
	_, zero := reconcile.TopDownAverageProportions(h, history([]float64{5, 0}, []float64{4, 0}))
	_, series := reconcile.BottomUp(h).Point([]float64{10, 5})
	_, weighted := reconcile.BottomUp(h).NonNegative()
	residuals := append([]growth.Series{{FirstYear: 2016, Values: []float64{0, 0}}}, history([]float64{1, -1}, []float64{-1, 1})...)
	_, variance := reconcile.MinTVariance(h, residuals)
	for _, e := range []struct{ err, is error }{
		{structure, reconcile.ErrStructure}, {tree, reconcile.ErrNotTree}, {negative, reconcile.ErrNegative}, {zero, reconcile.ErrZeroTotal},
		{series, reconcile.ErrSeries}, {weighted, reconcile.ErrNotWeighted}, {variance, reconcile.ErrNoVariance},
	} {
		fmt.Println(errors.Is(e.err, e.is), e.err)
	}
	// Output:
	// true reconcile: "Energy" is there twice: not a hierarchy
	// true reconcile: forecast proportions: upper series overlap or are weighted: hierarchy is not a tree with one total
	// true reconcile: history of "Energy" is -1 in 2017: figure is negative
	// true reconcile: history in 2017: figures add up to zero
	// true reconcile: 2 forecasts for 3 series: series do not match
	// true reconcile: non-negative bottom up: method is not a MinT method
	// true reconcile: variance of "Total" is 0: variance is not positive
}

func ExampleMethod() {
	for m := reconcile.BottomUpMethod; m <= reconcile.MinTCovarianceMethod; m++ {
		fmt.Println(m)
	}
	// Output:
	// bottom up
	// average proportions
	// proportions of averages
	// forecast proportions
	// MinT ols
	// MinT structural
	// MinT variance
	// MinT shrinkage
	// MinT covariance
}

// What a result warns of.
func ExampleForecast_warnings() {
	h := energyAndWater()
	r, err := reconcile.MinTOLS(h)
	if err != nil {
		fmt.Println(err)
		return
	}
	f, err := r.Series([]growth.Series{
		{FirstYear: 2026, Values: []float64{1}}, {FirstYear: 2026, Values: []float64{5}}, {FirstYear: 2026, Values: []float64{0}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, w := range f.Warnings {
		if w, ok := errors.AsType[*reconcile.NegativeForecasts](w); ok {
			fmt.Println(w.Names, w)
		}
	}
	r, err = reconcile.TopDownAverageProportions(h, []growth.Series{
		{FirstYear: 2016, Values: []float64{5, math.NaN(), 6}}, {FirstYear: 2016, Values: []float64{4, 4, 4}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, w := range r.Warnings {
		if w, ok := errors.AsType[*reconcile.YearsLeftOut](w); ok {
			fmt.Println(w.What, w.Years, w)
		}
	}
	// Output:
	// [Water] reconcile: reconciled forecasts are negative where those given are not: ["Water"]
	// history [2017] reconcile: history: years left out, as not all figures are known in them: [2017]
}
