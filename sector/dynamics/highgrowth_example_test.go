package dynamics_test

import (
	"fmt"

	"smartcity/sector/dynamics"
)

func ExampleFindHighGrowth() {
	table, err := dynamics.FindHighGrowth(field(), dynamics.EU439of2014(), dynamics.HighGrowthOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	h := table.Totals[0]
	fmt.Printf("%s, %d–%d: %d of %d eligible, of them %d gazelles; from %v to %v FTE\n",
		table.Rule.Name, h.From, h.To, h.HighGrowth, h.Eligible, h.Gazelles, h.JobsFrom, h.JobsTo)
	for _, c := range table.Companies {
		fmt.Println(c.ID, c.X0, c.X1, c.Gazelle)
	}
	for _, w := range table.Warnings {
		fmt.Println(w)
	}
	// Output:
	// eu_439_2014, 2015–2018: 1 of 4 eligible, of them 1 gazelles; from 10 to 20 FTE
	// 10000002 10 20 true
	// the rule eu_439_2014 is meant in employees and was applied to FTE
	// 1 rows have figures that rest on fewer than three companies, and are not fit for publication
}
