package dynamics_test

import (
	"fmt"

	"smartcity/growth"
	"smartcity/sector/dynamics"
)

func ExampleJobFlowTable_View() {
	flows, err := dynamics.JobFlows(field(), dynamics.JobFlowOptions{Pairs: [][2]int{{2017, 2018}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	v := flows.View()
	for i, c := range v.Columns {
		if e := v.Rows[0][i]; e.Kind == growth.NumberEntry && e.Number != 0 && i < 24 {
			fmt.Printf("%s: %.4g %s\n", c.Name, e.Number, c.Unit)
		}
	}
	// Output:
	// from: 2017 year
	// to: 2018 year
	// firms_from: 5 companies
	// firms: 5 companies
	// firms_expanding: 4 companies
	// firms_contracting: 1 companies
	// jobs_from: 148 FTE
	// jobs_to: 161 FTE
	// denom: 154.5 FTE
	// job_creation: 15 FTE
	// job_creation_continuers: 15 FTE
}
