package projection_test

import (
	"errors"
	"fmt"

	"smartcity/growth"
	"smartcity/projection"
	"smartcity/sector"
)

func ExampleSectors() {
	table, err := sector.Aggregate([]sector.Company{
		{Year: 2018, Sector: "Energy", FTE: sector.Value(120.5)},
		{Year: 2018, Sector: "Energy", FTE: sector.Value(30)},
		{Year: 2018, Sector: "Mobility", FTE: sector.Value(49.5)},
		{Year: 2018, Sector: "Mobility"},
		{Year: 2018, Sector: "Water", FTE: sector.Hidden()},
	}, sector.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	o, err := projection.Sectors(table, 2018, 2025, projection.Assumptions{Market: growth.Range{Low: .12, High: .17}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range append(o.Sectors, o.Total) {
		fmt.Printf("%-8s %5.1f %s in %d, %.1f to %.1f in %d\n", p.Name, p.Base, p.Unit, p.BaseYear, p.Scenarios[0].LevelIn(p.To), p.Scenarios[1].LevelIn(p.To), p.To)
	}
	for _, n := range o.NotProjected {
		fmt.Println(n.Name, "is", n.Status)
	}
	for _, w := range o.Warnings {
		if w, ok := errors.AsType[*projection.BaseIncomplete](w); ok {
			fmt.Printf("%q lacks %d and %d companies\n", w.Name, w.Missing, w.Suppressed)
		}
	}
	// Output:
	// Energy   150.5 FTE in 2018, 332.7 to 451.7 in 2025
	// Mobility  49.5 FTE in 2018, 109.4 to 148.6 in 2025
	//          200.0 FTE in 2018, 442.1 to 600.2 in 2025
	// Water is suppressed
	// "" lacks 1 and 1 companies
	// "Mobility" lacks 1 and 0 companies
}

func ExampleOutlook_Sector() {
	table, err := sector.Aggregate([]sector.Company{{Year: 2018, Sector: "Energy", FTE: sector.Value(100)}}, sector.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	o, err := projection.Sectors(table, 2018, 2025, projection.Assumptions{Market: growth.Range{Low: .12, High: .17}})
	if err != nil {
		fmt.Println(err)
		return
	}
	p, ok := o.Sector("Energy")
	fmt.Printf("%.0f %v\n", p.Scenarios[1].LevelIn(2025), ok)
	// Output: 300 true
}
