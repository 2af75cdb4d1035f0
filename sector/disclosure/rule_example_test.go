package disclosure_test

import (
	"fmt"

	"smartcity/sector/disclosure"
)

func ExampleMinimumCompanies() {
	rule := disclosure.MinimumCompanies{N: 3}
	fmt.Println(rule, rule.Sensitive([]float64{120, 80}), rule.Sensitive([]float64{120, 80, 0}))
	// Output: fewer than 3 companies true false
}

// Two companies of nearly the same size: the second knows the first to within
// two per cent, which a rule on the largest alone does not see.
func ExampleDominance() {
	contributions := []float64{50_000, 49_000, 1_000}
	for _, rule := range []disclosure.Rule{disclosure.Dominance{N: 1, K: 90}, disclosure.Dominance{N: 2, K: 90}} {
		fmt.Println(rule, rule.Sensitive(contributions))
	}
	// Output:
	// (1,90) dominance false
	// (2,90) dominance true
}

func ExamplePPercent() {
	rule := disclosure.PPercent{P: 10}
	fmt.Println(rule, rule.Sensitive([]float64{50_000, 49_000, 1_000}), rule.Protection([]float64{50_000, 49_000, 1_000}))
	fmt.Println(rule.Sensitive([]float64{52_000, 50_000, 8_000}))
	// Output:
	// 10% rule true 4000
	// false
}
