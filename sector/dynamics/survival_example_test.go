package dynamics_test

import (
	"fmt"

	"smartcity/sector"
	"smartcity/sector/dynamics"
)

func ExampleSurvivalRates() {
	var rows []sector.Company
	rows = append(rows, company("1", "Energy", 0, 5, 5, 5, 5, 5)...)
	for i, years := range []int{1, 2, 3, 4} { // born in 2016
		rows = append(rows, company(fmt.Sprint(2+i), "Energy", 0, append([]float64{-1}, make([]float64, years)...)...)...)
	}
	panel, err := dynamics.NewPanel(rows, dynamics.PanelOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	// They have rows of zero FTE: run by their owners.
	table, err := dynamics.SurvivalRates(panel, dynamics.SurvivalOptions{After: []int{1, 3, 5}, Activity: dynamics.ActiveWithRow})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range table.Totals {
		if s.Births > 0 {
			fmt.Printf("born in %d, after %d years: %v of %d, %.2f\n", s.Cohort, s.After, s.Survivors, s.Births, s.Rate)
		}
	}
	// Output:
	// born in 2016, after 1 years: 3 of 4, 0.75
	// born in 2016, after 3 years: 1 of 4, 0.25
	// born in 2016, after 5 years: NaN of 4, NaN
}
