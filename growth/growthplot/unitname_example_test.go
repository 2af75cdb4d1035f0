package growthplot_test

import (
	"fmt"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
)

// A unit as the subtitle of a chart names it.
func ExampleUnitName() {
	fmt.Println(growthplot.UnitName(locale.English, "FTE"))
	fmt.Println(growthplot.UnitName(locale.Danish, "FTE"))
	fmt.Println(growthplot.UnitName(locale.Danish, "DKK"))
	// Output:
	// Full-time equivalent jobs
	// Fuldtidsbeskæftigede
	// DKK
}
