package structure_test

import (
	"fmt"

	"smartcity/sector/structure"
)

// How concentrated a sector is in five regions (Farhauer and Kröll 2013).
func ExampleLocationalGini() {
	sector := []float64{500, 500, 1000, 7000, 1000}
	all := []float64{20000, 15000, 20000, 40000, 5000}
	g, err := structure.LocationalGini(sector, all)
	if err != nil {
		panic(err)
	}
	fmt.Printf("regions counted alike %.7f, by their jobs %.4f, Krugman's area %.4f\n", g.Gini, g.Weighted, g.Area)
	// Output: regions counted alike 0.4068966, by their jobs 0.3725, Krugman's area 0.1863
}
