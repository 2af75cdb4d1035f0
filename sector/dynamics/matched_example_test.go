package dynamics_test

import (
	"fmt"
	"math"

	"smartcity/sector"
	"smartcity/sector/dynamics"
)

// The large company does not state its figure in 2016. The sums of what is known
// fall and rise; the companies known in both years grow by a tenth.
func ExampleMatchedGrowth() {
	var rows []sector.Company
	rows = append(rows, company("1", "Energy", 0, 100, math.NaN(), 121)...)
	rows = append(rows, company("2", "Energy", 0, 20, 22, 24)...)
	rows = append(rows, company("3", "Water", 0, 30, 33, 36.5)...)
	panel, err := dynamics.NewPanel(rows, dynamics.PanelOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	table, err := dynamics.MatchedGrowth(panel, dynamics.MatchedOptions{Of: sector.Jobs})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, l := range table.Totals {
		fmt.Printf("%d–%d: %+.3f of %d companies (%d left out), unmatched %+.3f\n",
			l.From, l.To, l.Growth, l.Matched, l.LeftOut.Total(), l.UnmatchedGrowth)
	}
	fmt.Printf("index %.1f\n", table.Index.Index)
	// Output:
	// 2015–2016: +0.100 of 2 companies (1 left out), unmatched -0.633
	// 2016–2017: +0.100 of 2 companies (1 left out), unmatched +2.300
	// index [100.0 110.0 121.0]
}
