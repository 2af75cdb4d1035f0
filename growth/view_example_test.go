package growth_test

import (
	"fmt"

	"smartcity/growth"
)

// A view as text; a missing figure and a suppressed one are told apart.
func ExampleView() {
	v := growth.View{
		Columns: []growth.ViewColumn{{Name: "sector"}, {Name: "jobs", Unit: "FTE"}},
		Rows: [][]growth.Entry{
			{growth.TextOf("Energy"), growth.NumberOf(17.5)},
			{growth.TextOf("Water"), {}},
			{growth.TextOf("Waste"), {Kind: growth.SuppressedEntry}},
		},
	}
	for _, row := range v.Rows {
		switch jobs := row[1]; jobs.Kind {
		case growth.NumberEntry:
			fmt.Println(row[0].Text, jobs.Number, v.Columns[1].Unit)
		case growth.MissingEntry:
			fmt.Println(row[0].Text, "n/a")
		case growth.SuppressedEntry:
			fmt.Println(row[0].Text, "suppressed")
		}
	}
	// Output:
	// Energy 17.5 FTE
	// Water n/a
	// Waste suppressed
}
