package structure_test

import (
	"fmt"

	"smartcity/sector/structure"
)

func ExampleCR() {
	revenue := []float64{120, 45, 310, 80, 15, 30}
	for _, k := range []int{1, 3} {
		c, err := structure.CR(revenue, k)
		if err != nil {
			panic(err)
		}
		fmt.Printf("CR%d: %.0f %%\n", c.K, 100*c.Ratio)
	}
	// Output:
	// CR1: 52 %
	// CR3: 85 %
}
