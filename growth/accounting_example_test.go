package growth_test

import (
	"fmt"

	"smartcity/growth"
)

func ExampleLMDI() {
	series := func(name, unit string, from, to float64) growth.Series {
		return growth.Series{Name: name, Unit: unit, FirstYear: 2017, Values: []float64{from, to}}
	}
	a, err := growth.LMDI([]growth.Identity{
		growth.JobsIdentity(series("Energy", "companies", 100, 110), series("Energy", "FTE", 700, 880)),
		growth.JobsIdentity(series("Lighting", "companies", 0, 12), series("Lighting", "FTE", 0, 60)),
	}, 2017, 2018)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range append(a.Sectors, a.Total) {
		fmt.Printf("%-8s %+4.0f FTE = %+.2f %s %+.2f %s\n", s.Name, s.Change, s.Effects[0], a.Factors[0], s.Effects[1], a.Factors[1])
	}
	fmt.Println(a.Warnings[0])
	// Output:
	// Energy   +180 FTE = +74.97 companies +105.03 fte_per_company
	// Lighting  +60 FTE = +60.00 companies +0.00 fte_per_company
	//          +240 FTE = +134.97 companies +105.03 fte_per_company
	// growth: companies of "Lighting" is zero in 2017: its effect is a limit
}

func ExampleAccounting_View() {
	a, _ := growth.LMDI([]growth.Identity{growth.JobsIdentity(
		growth.Series{FirstYear: 2017, Values: []float64{100, 110}},
		growth.Series{Name: "Energy", Unit: "FTE", FirstYear: 2017, Values: []float64{700, 880}})}, 2017, 2018)
	for _, row := range a.View().Rows {
		fmt.Printf("%s: %.2f percentage points\n", row[1].Text, row[5].Number)
	}
	// Output:
	// companies: 10.71 percentage points
	// fte_per_company: 15.00 percentage points
}

func ExampleZeroLimit() {
	a, _ := growth.LMDI([]growth.Identity{growth.JobsIdentity(
		growth.Series{FirstYear: 2017, Values: []float64{12, 0}},
		growth.Series{Name: "Lighting", Unit: "FTE", FirstYear: 2017, Values: []float64{60, 0}})}, 2017, 2018)
	fmt.Println(a.Total.Effects, a.Warnings)
	// Output: [-60 0] [growth: companies of "Lighting" is zero in 2018: its effect is a limit]
}
