package dynamics_test

import (
	"errors"
	"fmt"

	"smartcity/sector"
	"smartcity/sector/dynamics"
)

// Rows that stand for several firms cannot be followed over years.
func ExamplePanelBuilder() {
	rows := []sector.Company{
		{ID: "10000001", Year: 2018, FTE: sector.Value(7.25)},
		{Year: 2018, FTE: sector.Value(30), Firms: sector.Value(12)},
		{ID: "10000002", Year: 2018, FTE: sector.Value(8), Firms: sector.Value(2)},
	}
	b := dynamics.NewPanelBuilder(dynamics.PanelOptions{})
	for _, c := range rows {
		err := b.Add(c)
		if errors.Is(err, dynamics.ErrNoID) || errors.Is(err, dynamics.ErrNotOneFirm) {
			fmt.Println(err)
		}
	}
	panel, err := b.Panel()
	fmt.Println(panel.Len(), err)

	// The same, with a count of what is left out.
	panel, err = dynamics.NewPanel(rows, dynamics.PanelOptions{LeaveOut: true})
	fmt.Println(panel.Len(), panel.Warnings()[0], err)
	// Output:
	// dynamics: row 2, company "" in 2018: no company ID: it cannot be followed over years
	// dynamics: row 3, company "10000002" in 2018: not one company: single companies are followed, not workplaces or several firms in one row
	// 1 <nil>
	// 1 left out of the panel: 1 rows without an ID, 1 that are not one company <nil>
}
