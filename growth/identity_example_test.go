package growth_test

import (
	"errors"
	"fmt"

	"smartcity/growth"
)

func ExampleRevenueIdentity() {
	companies := growth.Series{FirstYear: 2017, Values: []float64{100, 110}}
	fte := growth.Series{Unit: "FTE", FirstYear: 2017, Values: []float64{700, 880}}
	revenue := growth.Series{Name: "Energy", Unit: "mio. DKK", FirstYear: 2017, Values: []float64{1400, 1848}}
	a, err := growth.LMDI([]growth.Identity{growth.RevenueIdentity(companies, fte, revenue)}, 2017, 2018)
	for k, effect := range a.Total.Effects {
		fmt.Printf("%s %.2f\n", a.Factors[k], effect)
	}
	fmt.Printf("together %.0f %s, %v\n", a.Total.Change, a.Unit, err)
	// Output:
	// companies 153.80
	// fte_per_company 215.47
	// revenue_per_fte 78.73
	// together 448 mio. DKK, <nil>
}

func ExampleJobsIdentity() {
	id := growth.JobsIdentity(
		growth.Series{FirstYear: 2018, Values: []float64{2300}},
		growth.Series{Name: "Smart City", Unit: "FTE", FirstYear: 2018, Values: []float64{17600}})
	for _, f := range id.Factors {
		fmt.Printf("%s %.3f\n", f.Name, f.At(2018))
	}
	// Output:
	// companies 2300.000
	// fte_per_company 7.652
}

// Any product of factors will do. Here the shift between sectors is a factor: all
// companies × the sector's share of them × FTE per company.
func ExampleIdentity() {
	two := func(name string, from, to float64) growth.Series {
		return growth.Series{Name: name, Unit: "", FirstYear: 2017, Values: []float64{from, to}}
	}
	sectors := []growth.Identity{
		{Y: two("Energy", 300, 500), Factors: []growth.Series{two("companies", 100, 125), two("share", .3, .4), two("fte_per_company", 10, 10)}},
		{Y: two("Water", 350, 300), Factors: []growth.Series{two("companies", 100, 125), two("share", .7, .6), two("fte_per_company", 5, 4)}},
	}
	a, err := growth.LMDI(sectors, 2017, 2018)
	fmt.Printf("%s %.2f of %+.0f, %v\n", a.Factors, a.Total.Effects, a.Total.Change, err)
	// Output: [companies share fte_per_company] [159.74 62.63 -72.38] of +150, <nil>
}

func ExampleIdentityError() {
	_, err := growth.LMDI([]growth.Identity{{
		Y: growth.Series{Name: "Energy", FirstYear: 2017, Values: []float64{700, 880}},
		Factors: []growth.Series{
			{Name: "companies", FirstYear: 2017, Values: []float64{100, 110}},
			{Name: "fte_per_company", FirstYear: 2017, Values: []float64{7, 7.9}}, // 8 is right
		},
	}}, 2017, 2018)
	if e, ok := errors.AsType[*growth.IdentityError](err); ok {
		fmt.Println(e.Name, e.Year, e.Y, e.Product)
	}
	// Output: Energy 2018 880 869
}
