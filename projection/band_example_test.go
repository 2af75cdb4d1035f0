package projection_test

import (
	"fmt"

	"smartcity/growth"
	"smartcity/projection"
)

// An earlier edition printed "between 37,100 and 50,400 in 2025" and no base.
// The band by itself tells the years, and with them the base.
func ExampleBand() {
	readings, err := projection.Claim{
		Range:    growth.Range{Low: .12, High: .17},
		Target:   2025,
		DataYear: 2018,
		Figures: []projection.Figure{
			{Value: 37100, Kind: projection.Level, End: projection.Low},
			{Value: 50400, Kind: projection.Level, End: projection.High},
		},
	}.Readings()
	if err != nil {
		fmt.Println(err)
		return
	}
	b := readings.Bands[0]
	fmt.Printf("%.2f years (%.2f–%.2f)\n", b.Years, b.Between.Low, b.Between.High)
	for _, r := range readings.List {
		fmt.Printf("%v: from %.0f–%.0f in %d; chance known: %v\n", r.Grade, r.Bases.Low, r.Bases.High, r.BaseYear, r.Chance.Known())
	}
	// Output:
	// 7.01 years (6.96–7.07)
	// B: from 16776–16805 in 2018; chance known: false
}
