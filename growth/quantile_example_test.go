package growth_test

import (
	"fmt"

	"smartcity/growth"
)

func ExampleQuantile() {
	fte := []float64{7, 1, 10, 4, 2, 9, 5, 3, 8, 6}
	for _, p := range []float64{.1, .5, .9} {
		q, err := growth.Quantile(fte, p)
		fmt.Printf("%.1f %.1f %v\n", p, q, err)
	}
	// Output:
	// 0.1 1.9 <nil>
	// 0.5 5.5 <nil>
	// 0.9 9.1 <nil>
}
