package structure_test

import (
	"fmt"
	"math"

	"smartcity/sector/structure"
)

func ExampleShares() {
	jobs := []float64{5000, 3000, math.NaN(), 2000}
	c, err := structure.Shares(jobs)
	if err != nil {
		panic(err)
	}
	c.Names = []string{"Energy", "Mobility", "Waste", "Water"}
	for _, row := range c.View().Rows {
		fmt.Println(row[0].Text, row[1].Number)
	}
	fmt.Println("of", c.Total)
	for _, w := range c.Warnings {
		fmt.Println(w)
	}
	// Output:
	// Energy 0.5
	// Mobility 0.3
	// Waste 0
	// Water 0.2
	// of 10000
	// 1 of 4 items are left out, their figures are not known
}
