package structure_test

import (
	"fmt"
	"math"

	"smartcity/sector/structure"
)

func ExampleLocationQuotientMatrix() {
	m, err := structure.LocationQuotientMatrix([][]float64{
		{100, 300}, // energy in the north and the south
		{200, 150}, // mobility
		{50, 200},  // water
	})
	if err != nil {
		panic(err)
	}
	m.Sectors, m.Regions = []string{"Energy", "Mobility", "Water"}, []string{"North", "South"}
	for _, row := range m.View().Rows {
		fmt.Printf("%-8s %s %.3f\n", row[0].Text, row[1].Text, row[2].Number)
	}
	// Output:
	// Energy   North 0.714
	// Energy   South 1.154
	// Mobility North 1.633
	// Mobility South 0.659
	// Water    North 0.571
	// Water    South 1.231
}

func ExampleEmptyRegions() {
	m, err := structure.LocationQuotientMatrix([][]float64{{1, 0, 3}, {2, 0, math.NaN()}, {4, 0, 5}})
	if err != nil {
		panic(err)
	}
	for _, w := range m.Warnings {
		fmt.Println(w)
	}
	// Output:
	// 1 of 3 items are left out, their figures are not known
	// regions without location quotients, all their figures are zero: [1]
}
