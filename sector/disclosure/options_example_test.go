package disclosure_test

import (
	"fmt"

	"smartcity/sector"
	"smartcity/sector/disclosure"
)

func ExampleOptions() {
	result, err := disclosure.Protect(disclosure.Options{
		Interval: 20,                      // per cent
		Firms:    disclosure.ShowFirms,    // the business register is public
		Margins:  disclosure.GivenMargins, // nothing else will be published
		Years:    disclosure.WholeSeries,  // no gaps within a series
		Rules:    []disclosure.Rule{disclosure.Dominance{N: 2, K: 85}},
	}, table(sector.BySector()))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range result.Tables[0].Rows {
		fmt.Println(r.Key, r.Firms.Sum, r.Jobs.Sum)
	}
	// Output:
	// [Energy] 6 124
	// [Mobility] 7 220
	// [Waste] 5 suppressed
	// [Water] 2 suppressed
}
