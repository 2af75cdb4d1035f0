package growth_test

import (
	"fmt"

	"smartcity/growth"
)

func ExampleSeries_Chain() {
	inflation := growth.Series{Name: "Consumer prices", FirstYear: 2015, Values: []float64{.02, .03, -.01}}
	index, err := inflation.Chain(2014)
	fmt.Println(index.FirstYear, index.Unit, err)
	fmt.Printf("%.4f\n", index.Values)
	index, _ = index.Index(2016) // the same index with another base
	fmt.Printf("%.4f\n", index.Values)
	// Output:
	// 2014 index 2014 = 100 <nil>
	// [100.0000 102.0000 105.0600 104.0094]
	// [95.1837 97.0874 100.0000 99.0000]
}
