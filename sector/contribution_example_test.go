package sector_test

import (
	"fmt"

	"smartcity/sector"
)

func ExampleContribution() {
	companies := []sector.Company{
		{ID: "1", Sector: "Energy", Year: 2018, FTE: sector.Value(40), Revenue: sector.Value(8e7)},
		{ID: "2", Sector: "Energy", Year: 2018, FTE: sector.Value(12)},
		{ID: "2", Sector: "Energy", Year: 2018, FTE: sector.Value(3), Revenue: sector.Value(5e6)},
	}
	table, err := sector.Aggregate(companies, sector.Options{Contributions: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range table.Rows[0].Contributions {
		fmt.Printf("company %s: %v FTE, of which %v without revenue\n", c.ID, c.Jobs, c.JobsAlone)
	}
	// Output:
	// company 1: 40 FTE, of which missing without revenue
	// company 2: 15 FTE, of which 12 without revenue
}

func ExampleJoinContributions() {
	energy := []sector.Contribution{{ID: "1", Jobs: sector.Value(40)}, {ID: "2", Jobs: sector.Value(15)}}
	water := []sector.Contribution{{ID: "2", Jobs: sector.Value(5)}}
	for _, c := range sector.JoinContributions(energy, water) {
		fmt.Println(c.ID, c.Jobs)
	}
	// Output:
	// 1 40
	// 2 20
}
