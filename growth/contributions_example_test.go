package growth_test

import (
	"errors"
	"fmt"
	"math"

	"smartcity/growth"
)

func ExampleGrowthContributions() {
	series := func(name string, from, to float64) growth.Series {
		return growth.Series{Name: name, Unit: "FTE", FirstYear: 2017, Values: []float64{from, to}}
	}
	sectors := []growth.Series{series("Energy", 100, 130), series("Water", 60, 50), series("Waste", math.NaN(), 70)}

	// The total of all is known, that of Waste in 2017 is not.
	c, err := growth.GrowthContributions(sectors, series("All", 200, 250), 2017, 2018)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range c.Parts {
		fmt.Printf("%s %+.1f\n", p.Name, p.Points)
	}
	fmt.Printf("rest %+.1f\ntotal %+.1f percentage points\n", c.Rest.Points, c.Total.Points)
	fmt.Println(c.Warnings[0])
	// Output:
	// Energy +15.0
	// Water -5.0
	// rest +15.0
	// total +25.0 percentage points
	// growth: "Waste" is left out: not known in 2017
}

func ExampleContributions_View() {
	c, _ := growth.GrowthContributions([]growth.Series{
		{Name: "Energy", Unit: "FTE", FirstYear: 2017, Values: []float64{100, 130}},
		{Name: "Water", Unit: "FTE", FirstYear: 2017, Values: []float64{60, 50}},
	}, growth.Series{}, 2017, 2018)
	for _, row := range c.View().Rows {
		fmt.Println(row[0].Text, row[1].Text, row[4].Number, row[5].Number)
	}
	// Output:
	// part Energy 30 18.75
	// part Water -10 -6.25
}

func ExampleLeftOut() {
	c, _ := growth.GrowthContributions([]growth.Series{
		{Name: "Energy", FirstYear: 2017, Values: []float64{100, 130}},
		{Name: "Waste", FirstYear: 2017, Values: []float64{math.NaN(), 70}},
	}, growth.Series{}, 2017, 2018)
	for _, w := range c.Warnings {
		if left, ok := errors.AsType[*growth.LeftOut](w); ok {
			fmt.Println(left.Name, left.Years)
		}
	}
	// Output: Waste [2017]
}
