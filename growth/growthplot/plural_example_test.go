package growthplot_test

import (
	"fmt"

	"smartcity/growth/growthplot"
)

func ExamplePlural() {
	for _, name := range []string{"Energy", "Buildings", "Governance and data", "Logistics", "Business"} {
		fmt.Println(name, growthplot.Plural(name))
	}
	// Output:
	// Energy false
	// Buildings true
	// Governance and data true
	// Logistics false
	// Business false
}
