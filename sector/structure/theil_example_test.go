package structure_test

import (
	"fmt"

	"smartcity/sector/structure"
)

func ExampleTheil() {
	income := []float64{10, 10, 10, 20, 50} // of five regions (Störmann 2009)
	h, err := structure.Theil(income, nil)
	if err != nil {
		panic(err)
	}
	fmt.Printf("T %.7f, L %.7f\n", h.T, h.L)
	// Output: T 0.2502012, L 0.2326302
}

func ExampleZeroFigures() {
	h, err := structure.Theil([]float64{0, 10, 30}, nil)
	if err != nil {
		panic(err)
	}
	fmt.Printf("T %.4f, L %v\n", h.T, h.L)
	fmt.Println(h.Warnings[0])
	// Output:
	// T 0.5363, L NaN
	// Theil's L is infinite: figures that are zero: 1
}
