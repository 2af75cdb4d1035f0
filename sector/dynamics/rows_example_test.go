package dynamics_test

import (
	"fmt"
	"log"

	"smartcity/sector"
	"smartcity/sector/dynamics"
)

func ExampleJobFlowsOfRows() {
	years := [2]int{2017, 2018}
	flows, err := dynamics.JobFlowsOfRows([]dynamics.FlowRows{
		{Years: years, N: 20, Stays: [2]dynamics.Stay{dynamics.NoRow, dynamics.WithJobs}, Began: true, Jobs: [2]float64{0, 50}, Grew: 1, Change: 50},
		{Years: years, N: 90, Stays: [2]dynamics.Stay{dynamics.WithJobs, dynamics.WithJobs}, Jobs: [2]float64{900, 960}, Grew: 1, Change: 60},
		{Years: years, N: 7, Stays: [2]dynamics.Stay{dynamics.WithJobs, dynamics.JobsSuppressed}, Jobs: [2]float64{70, 0}},
	}, sector.FTE, dynamics.JobFlowOptions{Pairs: [][2]int{years}})
	if err != nil {
		log.Fatal(err)
	}
	f := flows.Totals[0]
	fmt.Println(f.JobCreation, f.JobCreationBirths, f.Firms.Entry, f.Firms.LeftOut)
	// Output:
	// 110 50 20 {0 7}
}

func ExampleHighGrowthOfRows() {
	stays := [2]dynamics.Stay{dynamics.WithJobs, dynamics.WithJobs}
	is := [2]sector.Status{sector.Known, sector.Known}
	table, err := dynamics.HighGrowthOfRows([]dynamics.HighGrowthRows{
		{From: 2015, N: 30, Stays: stays, OfSize: [2]bool{true, true}, Statuses: is, Positive: true, Grew: 1, First: 2014, Jobs: [2]float64{600, 1400}},
		{From: 2015, N: 470, Stays: stays, OfSize: [2]bool{true, true}, Statuses: is, Positive: true, Grew: -1, First: 2014, Jobs: [2]float64{9000, 9100}},
		// By exactly 72.8 %, which decimals decide.
		{From: 2015, N: 4, Stays: stays, OfSize: [2]bool{true, true}, Statuses: is, Positive: true, X: [2]float64{10, 17.28}, First: 2014, Jobs: [2]float64{40, 69.12}},
	}, []int{2013, 2014, 2015, 2018}, sector.FTE, "DKK", dynamics.StatisticsDenmark(), dynamics.HighGrowthOptions{Starts: []int{2015}})
	if err != nil {
		log.Fatal(err)
	}
	g := table.Totals[0]
	fmt.Println(g.HighGrowth, "of", g.Eligible, "and", g.Gazelles, "gazelles")
	// Output:
	// 34 of 504 and 34 gazelles
}

func ExampleHighGrowthRule_WithDefaults() {
	rule, err := dynamics.HighGrowthRule{Name: "mine", Growth: .25}.WithDefaults()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(rule.Years, rule.GazelleAge)
	_, err = dynamics.HighGrowthRule{Name: "mine", Growth: .25, Years: -1}.WithDefaults()
	fmt.Println(err)
	// Output:
	// 3 5
	// dynamics: Years of the high-growth rule "mine" is -1, want 1 to 400
}
