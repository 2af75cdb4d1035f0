package structure_test

import (
	"fmt"

	"smartcity/sector/structure"
)

// How much of the inequality in revenue per FTE lies between sectors?
func ExampleTheilGroups() {
	revenue := []float64{1.2, 2.4, 1.8, 0.6, 0.9, 0.9}
	fte := []float64{10, 20, 10, 40, 30, 10}
	sectors := []string{"Energy", "Energy", "Energy", "Waste", "Waste", "Waste"}
	d, err := structure.TheilGroups(revenue, fte, sectors)
	if err != nil {
		panic(err)
	}
	fmt.Printf("T %.4f = within %.4f + between %.4f\n", d.T, d.WithinT, d.BetweenT)
	for _, g := range d.Groups {
		fmt.Printf("%s: mean %.2f, T %.4f, adds %.4f and %+.4f\n", g.Name, g.Mean, g.T, g.WithinT, g.BetweenT)
	}
	// Output:
	// T 0.1409 = within 0.0283 + between 0.1126
	// Energy: mean 1.95, T 0.0346, adds 0.0196 and +0.2985
	// Waste: mean 0.75, T 0.0201, adds 0.0088 and -0.1858
}
