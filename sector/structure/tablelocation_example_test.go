package structure_test

import (
	"context"
	"fmt"
	"log"
	"strings"

	"smartcity/sector"
	"smartcity/sector/sectorcsv"
	"smartcity/sector/structure"
)

func ExampleTableLocationQuotients() {
	by := sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}}
	table, err := sector.Aggregate([]sector.Company{
		{Sector: "Energy", Year: 2018, FTE: sector.Value(30)},
		{Sector: "Water", Year: 2018, FTE: sector.Value(10)},
		{Sector: "Waste", Year: 2018, FTE: sector.Hidden()},
	}, by)
	if err != nil {
		log.Fatal(err)
	}
	// The reference economy is a table too, usually read from a file.
	reference, _, err := sectorcsv.Aggregate(context.Background(), strings.NewReader(
		"sector,year,fte\nEnergy,2018,2000\nWater,2018,2000\nWaste,2018,1000\n"), sectorcsv.Options{}, by)
	if err != nil {
		log.Fatal(err)
	}
	q, err := structure.TableLocationQuotients(table, reference, sector.Jobs, 2018)
	if err != nil {
		log.Fatal(err)
	}
	for _, l := range q.Lines {
		fmt.Println(l.Sector, l.Quotient)
	}
	for _, w := range q.Warnings {
		fmt.Println(w)
	}
	// Output:
	// Energy 1.5
	// Waste suppressed
	// Water 0.5
	// 1 of 3 items are left out, their figures are not known
}
