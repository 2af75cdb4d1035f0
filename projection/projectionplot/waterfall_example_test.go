package projectionplot_test

import (
	"fmt"
	"strings"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/projection/projectionplot"
)

// What each of two sectors adds to the jobs of 2018, at the low end of the growth
// assumed of each.
func ExampleNewWaterfallPage() {
	o, err := outlook()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, lang := range []locale.Language{locale.English, locale.Danish} {
		page, err := projectionplot.NewWaterfallPage(o, "low", growthplot.Text{Subject: "Smart City"}, growthplot.Style{Lang: lang})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(strings.ReplaceAll(page.Alt(), "\u00a0", " "))
	}
	// Output:
	// All of the 9,800 jobs added by 2025 are in energy. Full-time equivalent jobs in Smart City: 2018, contribution of each sector, and 2025 in the low scenario (6.5% a year). 2018: 17,600; Energy: +9,800; Lighting: 0; 2025: 27,400.
	// Alle 9.800 nye job frem til 2025 er i energy. Fuldtidsbeskæftigede i Smart City: 2018, hver branches bidrag og 2025 i det lave scenarie (6,5 pct. om året). 2018: 17.600; Energy: +9.800; Lighting: 0; 2025: 27.400.
}
