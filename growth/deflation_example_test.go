package growth_test

import (
	"fmt"
	"math"

	"smartcity/growth"
)

func ExampleDeflate() {
	revenue := growth.Series{Name: "Energy", Unit: "mio. DKK", FirstYear: 2014,
		Values: []float64{1000, 1080, math.NaN(), 1200}}
	prices := growth.Series{Name: "Producer prices", FirstYear: 2014,
		Values: []float64{125, 127.5, 130, 132}}
	d, err := growth.Deflate(revenue, prices, 2014)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s: %.1f\n", d.Nominal.Unit, d.Nominal.Values)
	fmt.Printf("%s: %.1f\n", d.Real.Unit, d.Real.Values)
	// Output:
	// mio. DKK, current prices: [1000.0 1080.0 NaN 1200.0]
	// mio. DKK, 2014 prices: [1000.0 1058.8 NaN 1136.4]
}

func ExampleDeflation_View() {
	d, _ := growth.Deflate(
		growth.Series{Unit: "DKK", FirstYear: 2017, Values: []float64{200, 220}},
		growth.Series{FirstYear: 2017, Values: []float64{100, 104}}, 2018)
	view := d.View()
	for i, column := range view.Columns {
		fmt.Printf("%s (%s): %.2f, %.2f\n", column.Name, column.Unit, view.Rows[0][i].Number, view.Rows[1][i].Number)
	}
	// Output:
	// year (year): 2017.00, 2018.00
	// nominal (DKK, current prices): 200.00, 220.00
	// price_index (index 2018 = 100): 96.15, 100.00
	// real (DKK, 2018 prices): 208.00, 220.00
}

// A figure for which there is no price is not passed on as it stands.
func ExampleNotDeflated() {
	d, _ := growth.Deflate(
		growth.Series{Name: "Energy", Unit: "DKK", FirstYear: 2017, Values: []float64{200, 220, 240}},
		growth.Series{FirstYear: 2017, Values: []float64{100, 104}}, 2017)
	fmt.Println(d.Real.At(2019), d.Warnings[0])
	// Output: NaN growth: "Energy" is not deflated, for want of a price, in 2019
}
