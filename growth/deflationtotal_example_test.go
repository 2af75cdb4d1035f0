package growth_test

import (
	"fmt"
	"math"

	"smartcity/growth"
)

// Two sectors: one becomes dearer and one cheaper. At prices of 2016 the cheap
// one weighs more and more; the chain gives each year the weights of the year
// before.
func ExampleDeflateTotal() {
	revenue := []growth.Series{
		{Name: "Advice", Unit: "DKK", FirstYear: 2016, Values: []float64{50, 66, 72}},
		{Name: "Sensors", Unit: "DKK", FirstYear: 2016, Values: []float64{80, 90, 120}},
	}
	prices := []growth.Series{
		{FirstYear: 2016, Values: []float64{100, 120, 160}},
		{FirstYear: 2016, Values: []float64{100, 90, 75}},
	}
	for _, base := range []growth.PriceBase{growth.FixedBase, growth.Chained} {
		d, err := growth.DeflateTotal(revenue, prices, 2016, base)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%v: %.1f %s\n", base, d.Total.Real.Values, d.Total.Real.Unit)
		fmt.Printf("  less the sum of the sectors: %.1f\n", d.Discrepancy.Values)
	}
	// Output:
	// fixed base: [130.0 155.0 205.0] DKK, 2016 prices
	//   less the sum of the sectors: [0.0 0.0 0.0]
	// chained: [130.0 155.0 196.7] DKK, chained 2016 prices
	//   less the sum of the sectors: [0.0 0.0 -8.3]
}

func ExampleTotalDeflation_View() {
	d, _ := growth.DeflateTotal(
		[]growth.Series{{Unit: "DKK", FirstYear: 2017, Values: []float64{200, 220}}},
		[]growth.Series{{FirstYear: 2017, Values: []float64{100, 110}}}, 2017, growth.Chained)
	view := d.View()
	for i, column := range view.Columns {
		fmt.Printf("%s %.1f\n", column.Name, view.Rows[1][i].Number)
	}
	// Output:
	// year 2018.0
	// nominal 220.0
	// price_index 110.0
	// real 200.0
	// discrepancy 0.0
}

func ExampleChainBroken() {
	d, _ := growth.DeflateTotal(
		[]growth.Series{{Unit: "DKK", FirstYear: 2016, Values: []float64{200, 220, 230}}},
		[]growth.Series{{FirstYear: 2016, Values: []float64{100, math.NaN(), 110}}}, 2016, growth.Chained)
	fmt.Println(d.Total.Real.Values, d.Total.Warnings[0])
	// Output: [200 NaN NaN] growth: the chain is broken before it reaches 2017, 2018
}
