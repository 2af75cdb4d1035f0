package dynamics_test

import (
	"fmt"

	"smartcity/sector/dynamics"
)

func ExampleEntryAndExit() {
	table, err := dynamics.EntryAndExit(field(), dynamics.EntryOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range table.Totals {
		fmt.Printf("%d: %d active, births %v (%.2f), deaths %v (%.2f), paused %v, returned %v\n",
			e.Year, e.Active, e.Births, e.BirthRate, e.Deaths, e.DeathRate, e.Paused, e.Returned)
	}
	// Output:
	// 2015: 5 active, births NaN (NaN), deaths 0 (0.00), paused 1, returned NaN
	// 2016: 5 active, births 1 (0.20), deaths 1 (0.20), paused 0, returned 0
	// 2017: 5 active, births 0 (0.00), deaths 0 (0.00), paused 0, returned 1
	// 2018: 5 active, births 0 (0.00), deaths NaN (NaN), paused NaN, returned 0
}
