package dynamics_test

import (
	"fmt"

	"smartcity/sector"
	"smartcity/sector/dynamics"
)

// Rows of workplaces become companies when they are added up.
func ExampleRepeated() {
	rows := []sector.Company{
		{ID: "10000001", Establishment: "1001", Year: 2018, Sector: "Energy", FTE: sector.Value(7.25)},
		{ID: "10000001", Establishment: "1002", Year: 2018, Sector: "Water", FTE: sector.Value(3)},
	}
	panel, err := dynamics.NewPanel(rows, dynamics.PanelOptions{Repeated: dynamics.SumRepeated})
	if err != nil {
		fmt.Println(err)
		return
	}
	o, _ := panel.Find("10000001", 2018)
	fmt.Println(o.Sector, o.Jobs)
	// Output: Energy 10.25
}
