package structure_test

import (
	"fmt"

	"smartcity/sector/structure"
)

func ExampleKrugman() {
	north := []float64{20, 10, 70, 0, 0}
	south := []float64{10, 10, 40, 30, 10}
	k, err := structure.Krugman(north, south)
	if err != nil {
		panic(err)
	}
	fmt.Printf("%.2f of 2, %.2f of 1\n", k.Krugman, k.Halved)
	// Output: 0.80 of 2, 0.40 of 1
}

// Sweden's industries against the mean structure of its neighbours (Farhauer and
// Kröll 2013).
func ExampleKrugmanOthers() {
	sweden := []float64{45000, 15000, 32000, 10000, 30000}
	k, err := structure.KrugmanOthers(sweden, [][]float64{
		{35000, 12000, 30000, 8000, 22000}, // Norway
		{40000, 10000, 25000, 9000, 18000}, // Denmark
		{30000, 11000, 18000, 3000, 13000}, // Finland
		{40000, 6000, 11000, 2000, 12000},  // Iceland
	})
	if err != nil {
		panic(err)
	}
	fmt.Printf("%.4f\n", k.Krugman)
	// Output: 0.1595
}
