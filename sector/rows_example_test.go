package sector_test

import (
	"fmt"

	"smartcity/growth"
	"smartcity/sector"
)

// A register has 12 companies of a sector with 340.5 FTE in all, and 3 more
// whose FTE it may not tell.
func ExampleBuilder_AddRows() {
	var fte growth.Sum
	fte.Add(340.5)
	b := sector.NewBuilder(sector.Options{})
	for _, rows := range []sector.Rows{
		{Sector: "Energy", Year: 2018, N: 12, FTE: sector.Part{Status: sector.Known, Sum: fte}},
		{Sector: "Energy", Year: 2018, N: 3, FTE: sector.Part{Status: sector.Suppressed}},
	} {
		if err := b.AddRows(&rows); err != nil {
			fmt.Println(err)
			return
		}
	}
	row, _ := b.Table().Row("Energy")
	fmt.Println(row.Firms.Sum, "firms;", row.Jobs.Sum, "FTE in", row.Jobs.Known, "of them,", row.Jobs.Suppressed, "suppressed")
	// Output: 15 firms; 340.5 FTE in 12 of them, 3 suppressed
}

// Single companies have a size class; companies added up have none.
func ExampleBuilder_TakesRows() {
	fmt.Println(sector.NewBuilder(sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}}).TakesRows())
	fmt.Println(sector.NewBuilder(sector.Options{By: []sector.Dimension{sector.BySize()}}).TakesRows())
	// Output:
	// true
	// false
}
