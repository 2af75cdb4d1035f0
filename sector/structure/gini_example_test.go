package structure_test

import (
	"fmt"

	"smartcity/sector/structure"
)

func ExampleGini() {
	sales := []float64{20, 50, 20, 10} // four car makers (Dörsam 2004)
	g, err := structure.Gini(sales, nil)
	if err != nil {
		panic(err)
	}
	fmt.Printf("%.1f, normalised %.1f\n", g.Gini, g.Normalised)

	// Mean incomes of six classes, and how many people are in each.
	income := []float64{500, 1500, 2500, 4000, 7500, 15000}
	people := []float64{1000, 1200, 1600, 400, 200, 600}
	g, err = structure.Gini(income, people)
	if err != nil {
		panic(err)
	}
	fmt.Printf("%.4f of at most %.4f\n", g.Gini, g.Maximum)
	// Output:
	// 0.3, normalised 0.4
	// 0.5278 of at most 0.9600
}

// One large region and a tiny one: n/(n−1) is 2 and too much.
func ExampleAboveOne() {
	g, err := structure.Gini([]float64{0, 8}, []float64{99, 1})
	if err != nil {
		panic(err)
	}
	fmt.Println(g.Gini, g.Gini/g.Maximum)
	fmt.Println(g.Warnings[0])
	// Output:
	// 0.99 1
	// the normalised weighted Gini coefficient is 1.98: weights differ too much for n/(n−1)
}
