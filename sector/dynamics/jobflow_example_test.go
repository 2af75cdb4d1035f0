package dynamics_test

import (
	"fmt"

	"smartcity/sector"
	"smartcity/sector/dynamics"
)

func ExampleJobFlows() {
	flows, err := dynamics.JobFlows(field(), dynamics.JobFlowOptions{By: dynamics.BySector})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range append(flows.Rows, flows.Totals...) {
		if f.From == 2016 {
			fmt.Printf("%-6s %d–%d: created %v (births %v), destroyed %v (deaths %v), net %v, returned %v; %.2f %% and %.2f %% of %v\n",
				f.Group, f.From, f.To, f.JobCreation, f.JobCreationBirths, f.JobDestruction, f.JobDestructionDeaths,
				f.NetJobCreation, f.JobsReturned, f.JobCreationRate, f.JobDestructionRate, f.Denom)
		}
	}
	for _, w := range flows.Warnings {
		fmt.Println(w)
	}
	// Output:
	// Energy 2016–2017: created 3 (births 0), destroyed 9 (deaths 9), net -6, returned 0; 4.92 % and 14.75 % of 61
	// Water  2016–2017: created 5 (births 0), destroyed 0 (deaths 0), net 5, returned 24; 7.87 % and 0.00 % of 63.5
	//        2016–2017: created 8 (births 0), destroyed 9 (deaths 9), net -1, returned 24; 6.43 % and 7.23 % of 124.5
	// 9 rows have figures that rest on fewer than three companies, and are not fit for publication
}

// A company that changes sector takes its jobs along: they are neither destroyed
// in the one nor created in the other.
func ExampleJobFlow() {
	panel, err := dynamics.NewPanel([]sector.Company{
		{ID: "1", Year: 2017, Sector: "Energy", FTE: sector.Value(10)},
		{ID: "1", Year: 2018, Sector: "Water", FTE: sector.Value(12)},
		{ID: "2", Year: 2017, Sector: "Energy", FTE: sector.Value(20)},
		{ID: "2", Year: 2018, Sector: "Energy", FTE: sector.Value(19)},
	}, dynamics.PanelOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	flows, err := dynamics.JobFlows(panel, dynamics.JobFlowOptions{By: dynamics.BySector})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range flows.Rows {
		fmt.Printf("%s: %v %+g %+g %+g = %v\n", f.Group, f.JobsFrom, f.NetJobCreation, f.JobsMovedIn, -f.JobsMovedOut, f.JobsTo)
	}
	// Output:
	// Energy: 30 -1 +0 -10 = 19
	// Water: 0 +2 +10 -0 = 12
}

// A true zero ends and begins a company unless it is active with a row alone.
func ExampleActivity() {
	panel, err := dynamics.NewPanel([]sector.Company{
		{ID: "1", Year: 2017, FTE: sector.Value(0)}, {ID: "1", Year: 2018, FTE: sector.Value(4)},
	}, dynamics.PanelOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range []dynamics.Activity{dynamics.ActiveWithJobs, dynamics.ActiveWithRow} {
		flows, err := dynamics.JobFlows(panel, dynamics.JobFlowOptions{Activity: a})
		if err != nil {
			fmt.Println(err)
			return
		}
		f := flows.Totals[0]
		fmt.Println(a, "births:", f.JobCreationBirths, "continuers:", f.JobCreationContinuers)
	}
	// Output:
	// with_jobs births: 4 continuers: 0
	// with_row births: 0 continuers: 4
}

// A company that is away for a year is paused and returns, unless gaps are
// deaths and births.
func ExampleGaps() {
	for _, g := range []dynamics.Gaps{dynamics.GapsApart, dynamics.GapsAreFlows} {
		flows, err := dynamics.JobFlows(field(), dynamics.JobFlowOptions{Gaps: g, Pairs: [][2]int{{2015, 2016}}})
		if err != nil {
			fmt.Println(err)
			return
		}
		f := flows.Totals[0]
		fmt.Printf("gaps %s: deaths %v, paused %v\n", g, f.JobDestructionDeaths, f.JobsPaused)
	}
	// Output:
	// gaps apart: deaths 0, paused 25
	// gaps deaths_and_births: deaths 25, paused 0
}

func ExampleGrouping() {
	for _, by := range []dynamics.Grouping{dynamics.ByBaseSize, dynamics.ByMeanSize} {
		flows, err := dynamics.JobFlows(field(), dynamics.JobFlowOptions{By: by, Pairs: [][2]int{{2015, 2018}}})
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, f := range flows.Rows {
			fmt.Printf("%s %-6s net %+g\n", by, f.Group, f.NetJobCreation)
		}
	}
	// Output:
	// base_size micro  net +8
	// base_size small  net +0
	// base_size medium net +6
	// mean_size micro  net -4
	// mean_size small  net +12
	// mean_size medium net +6
}
