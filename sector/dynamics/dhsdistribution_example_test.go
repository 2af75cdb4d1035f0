package dynamics_test

import (
	"fmt"

	"smartcity/sector/dynamics"
)

func ExampleDHSGrowth() {
	d, err := dynamics.DHSGrowth(field(), 2015, 2016, dynamics.DHSOptions{Bins: 4})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, v := range d.Values {
		fmt.Printf("%s %2v → %2v: %+.3f\n", v.ID, v.From, v.To, v.Growth)
	}
	for _, b := range d.Bins {
		if b.Companies > 0 {
			fmt.Printf("[%v, %v) %d companies, %v FTE\n", b.Low, b.High, b.Companies, b.Jobs)
		}
	}
	fmt.Printf("median %+.3f, weighted mean %+.4f, %d in a gap\n", d.Quantile(.5), d.WeightedMean, d.Gapped)
	// Output:
	// 10000001 40 → 42: +0.049
	// 10000002 10 → 13: +0.261
	// 10000003 12 →  9: -0.286
	// 10000005  0 →  3: +2.000
	// 10000006 60 → 58: -0.034
	// [-0.5, 0) 2 companies, 69.5 FTE
	// [0, 0.5) 2 companies, 52.5 FTE
	// [2, 2) 1 companies, 1.5 FTE
	// median +0.049, weighted mean +0.0243, 1 in a gap
}

func ExampleDHSDistribution_View() {
	d, err := dynamics.DHSGrowth(field(), 2015, 2016, dynamics.DHSOptions{Bins: 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	v := d.View()
	for i, c := range v.Columns {
		fmt.Print(c.Name, ":")
		for _, row := range v.Rows {
			fmt.Print(" ", row[i].Number)
		}
		fmt.Println()
	}
	// Output:
	// low: -2 -2 0 0 2
	// high: -2 0 0 2 2
	// companies: 0 2 0 2 1
	// jobs: 0 69.5 0 52.5 1.5
}
