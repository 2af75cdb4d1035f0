package structure_test

import (
	"fmt"

	"smartcity/sector/structure"
)

func ExampleLorenz() {
	c, err := structure.Lorenz([]float64{20, 50, 20, 10}, nil)
	if err != nil {
		panic(err)
	}
	for i := range c.Len() {
		items, total := c.XY(i)
		fmt.Printf("the smallest %3.0f %% have %3.0f %%\n", 100*items, 100*total)
	}
	// Output:
	// the smallest   0 % have   0 %
	// the smallest  25 % have  10 %
	// the smallest  50 % have  30 %
	// the smallest  75 % have  50 %
	// the smallest 100 % have 100 %
}

// The localisation curve of a sector: regions in the order of its location
// quotient, their share of all jobs against their share of the sector.
func ExampleLorenz_localisation() {
	sector := []float64{500, 500, 1000, 7000, 1000}
	all := []float64{20000, 15000, 20000, 40000, 5000}
	quotients, err := structure.LocationQuotients(sector, all, nil)
	if err != nil {
		panic(err)
	}
	curve, err := structure.Lorenz(quotients.Quotients, all)
	if err != nil {
		panic(err)
	}
	for _, p := range curve.Points[1:] {
		fmt.Printf("%.2f of the jobs, %.2f of the sector\n", p.Items, p.Total)
	}
	// Output:
	// 0.20 of the jobs, 0.05 of the sector
	// 0.35 of the jobs, 0.10 of the sector
	// 0.55 of the jobs, 0.20 of the sector
	// 0.95 of the jobs, 0.90 of the sector
	// 1.00 of the jobs, 1.00 of the sector
}
