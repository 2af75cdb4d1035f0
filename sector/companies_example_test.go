package sector_test

import (
	"fmt"

	"smartcity/sector"
)

func ExampleCompanies() {
	c := sector.Companies{
		ID:   []string{"90000001", "90000001", "90000002"},
		Year: []int{2017, 2018, 2018},
		FTE:  []sector.Figure{sector.Value(7.5), sector.Value(8), sector.Hidden()},
	}
	for i := range c.Len() {
		fmt.Println(c.ID[i], c.Year[i], c.FTE[i])
	}
	fmt.Println(c.Company(1).Revenue)
	// Output:
	// 90000001 2017 7.5
	// 90000001 2018 8
	// 90000002 2018 suppressed
	// missing
}
