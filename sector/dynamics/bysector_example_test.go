package dynamics_test

import (
	"fmt"

	"smartcity/sector/dynamics"
)

func ExampleProductivityBySector() {
	sectors := []dynamics.SectorOutput{
		{Sector: "Mobility", Output0: 100, Labour0: 10, Output1: 130, Labour1: 10},
		{Sector: "Energy", Output0: 300, Labour0: 20, Output1: 350, Labour1: 20},
		{Sector: "Water", Output0: 200, Labour0: 20, Output1: 330, Labour1: 30},
	}
	for _, against := range []dynamics.Reallocation{dynamics.AgainstZero, dynamics.AgainstAggregate} {
		d, err := dynamics.ProductivityBySector(sectors, against)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(against)
		for _, s := range append(d.Sectors, d.Total) {
			fmt.Printf("%-8s %4.1f → %4.1f: %7.4f = within %.4f, static %7.4f, dynamic %7.4f\n",
				s.Sector, s.Before, s.After, s.Change, s.Within, s.Static, s.Dynamic)
		}
	}
	// Output:
	// against_zero
	// Mobility 10.0 → 13.0:  0.1667 = within 0.6000, static -0.3333, dynamic -0.1000
	// Energy   15.0 → 17.5: -0.1667 = within 1.0000, static -1.0000, dynamic -0.1667
	// Water    10.0 → 11.0:  1.5000 = within 0.4000, static  1.0000, dynamic  0.1000
	//          12.0 → 13.5:  1.5000 = within 2.0000, static -0.3333, dynamic -0.1667
	// against_aggregate
	// Mobility 10.0 → 13.0:  0.6167 = within 0.6000, static  0.0667, dynamic -0.0500
	// Energy   15.0 → 17.5:  0.7333 = within 1.0000, static -0.2000, dynamic -0.0667
	// Water    10.0 → 11.0:  0.1500 = within 0.4000, static -0.2000, dynamic -0.0500
	//          12.0 → 13.5:  1.5000 = within 2.0000, static -0.3333, dynamic -0.1667
}

func ExampleSectorDecomposition_View() {
	d, err := dynamics.ProductivityBySector([]dynamics.SectorOutput{
		{Sector: "Energy", Output0: 300, Labour0: 20, Output1: 350, Labour1: 20},
		{Sector: "Water", Output0: 0, Labour0: 0, Output1: 330, Labour1: 30}, // new
	}, dynamics.AgainstAggregate)
	if err != nil {
		fmt.Println(err)
		return
	}
	v := d.View()
	for _, row := range v.Rows {
		fmt.Printf("%s %s: %s %.4f, %s %.4f\n", row[0].Text, row[1].Text,
			v.Columns[7].Name, row[7].Number, v.Columns[10].Name, row[10].Number)
	}
	// Output:
	// sector Energy: within 2.5000, turnover 0.0000
	// sector Water: within 0.0000, turnover -1.5600
	// total : within 2.5000, turnover -1.5600
}
