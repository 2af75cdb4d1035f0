package projection_test

import (
	"fmt"

	"smartcity/growth"
	"smartcity/projection"
)

// If every job yields 2 % more a year, a market growing 12–17 % needs fewer new
// ones.
func ExampleAssumptions_Jobs() {
	jobs, err := projection.Assumptions{
		Market:       growth.Range{Low: .12, High: .17},
		Productivity: .02,
	}.Jobs()
	fmt.Printf("%.2f–%.2f%% %v\n", 100*jobs.Low, 100*jobs.High, err)
	// Output: 9.80–14.71% <nil>
}
