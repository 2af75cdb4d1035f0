package projection_test

import (
	"fmt"

	"smartcity/projection"
	"smartcity/sector"
)

func sectorTable() *sector.Table {
	table, err := sector.Aggregate([]sector.Company{
		{Year: 2018, Sector: "Energy", FTE: sector.Value(100)},
		{Year: 2018, Sector: "Mobility", FTE: sector.Value(60)},
		{Year: 2018, Sector: "Water", FTE: sector.Value(40)},
	}, sector.Options{})
	if err != nil {
		panic(err)
	}
	return table
}

// energyFaster is a scenario in which energy grows faster than the rest.
func energyFaster() projection.Case {
	return projection.Case{
		Name:    "energy faster",
		Course:  projection.Course{Market: projection.Constant(.10)},
		Sectors: map[string]projection.Course{"Energy": {Market: projection.Constant(.15)}},
	}
}

func ExampleSectorScenarios() {
	for _, approach := range []projection.Approach{projection.SumOfSectors, projection.SharedOut} {
		o, err := projection.SectorScenarios(sectorTable(), 2018, 2025, approach, energyFaster())
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(approach)
		for _, p := range append(o.Sectors, o.Total) {
			s := p.Scenarios[0]
			fmt.Printf("  %-8s %5.1f in 2025, %5.2f%% a year\n", p.Name, s.LevelIn(2025), 100*s.Rate)
		}
	}
	// Output:
	// sum of sectors
	//   Energy   266.0 in 2025, 15.00% a year
	//   Mobility 116.9 in 2025, 10.00% a year
	//   Water     77.9 in 2025, 10.00% a year
	//            460.9 in 2025, 12.67% a year
	// shared out
	//   Energy   224.9 in 2025, 12.28% a year
	//   Mobility  98.9 in 2025,  7.40% a year
	//   Water     65.9 in 2025,  7.40% a year
	//            389.7 in 2025, 10.00% a year
}

func ExampleOutlook_View() {
	o, err := projection.SectorScenarios(sectorTable(), 2018, 2019, projection.SumOfSectors, energyFaster())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range o.View().Rows {
		fmt.Printf("%-8s %.0f %5.1f\n", row[0].Text, row[2].Number, row[4].Number)
	}
	// Output:
	// Energy   2018 100.0
	// Energy   2019 115.0
	// Mobility 2018  60.0
	// Mobility 2019  66.0
	// Water    2018  40.0
	// Water    2019  44.0
}

func ExampleOutlook_Tornado() {
	o, err := projection.SectorScenarios(sectorTable(), 2018, 2025, projection.SumOfSectors, energyFaster())
	if err != nil {
		fmt.Println(err)
		return
	}
	t, err := o.Tornado("energy faster",
		projection.Variation{Assumption: projection.MarketGrowth, Sector: "Energy", Values: []projection.Yearly{projection.Constant(.10), projection.Constant(.20)}},
		projection.Vary(projection.ProductivityGrowth, 0, .02),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range t.Bars {
		fmt.Printf("%v %q: %.0f to %.0f\n", b.Assumption, b.Sector, b.Low, b.High)
	}
	// Output:
	// market growth "Energy": 390 to 553
	// productivity growth "": 401 to 461
}
