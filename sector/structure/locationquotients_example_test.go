package structure_test

import (
	"fmt"

	"smartcity/sector/structure"
)

func ExampleLocationQuotients() {
	region := []float64{1200, 300, 500}
	nation := []float64{30000, 20000, 50000}
	l, err := structure.LocationQuotients(region, nation, nil)
	if err != nil {
		panic(err)
	}
	for i, q := range l.Quotients {
		fmt.Printf("%.2f: %.0f %% of the region, %.0f %% of the nation\n", q, 100*l.Shares[i], 100*l.ReferenceShares[i])
	}
	// Output:
	// 2.00: 60 % of the region, 30 % of the nation
	// 0.75: 15 % of the region, 20 % of the nation
	// 0.50: 25 % of the region, 50 % of the nation
}

// The sectors at hand are only a part of the economy, so the totals are given.
func ExampleLocationOptions() {
	l, err := structure.LocationQuotients([]float64{1714}, []float64{879213},
		&structure.LocationOptions{RegionTotal: 79006, ReferenceTotal: 15593224})
	if err != nil {
		panic(err)
	}
	fmt.Printf("%.7f\n", l.Quotients[0])
	// Output: 0.3847623
}

func ExampleUnreferenced() {
	l, err := structure.LocationQuotients([]float64{3, 9}, []float64{0, 40}, nil)
	if err != nil {
		panic(err)
	}
	fmt.Println(l.Quotients)
	fmt.Println(l.Warnings[0])
	// Output:
	// [NaN 0.75]
	// items without a location quotient, the reference has none of them: [0]
}

// Rounded figures may add up to more than their rounded total.
func ExamplePartsExceed() {
	l, err := structure.LocationQuotients([]float64{34, 34, 33}, []float64{50, 30, 20},
		&structure.LocationOptions{RegionTotal: 100, ReferenceTotal: 100})
	if err != nil {
		panic(err)
	}
	fmt.Println(l.Warnings[0])
	// Output: region adds up to 101, more than its total 100
}
