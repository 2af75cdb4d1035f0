package sectorplot_test

import (
	"fmt"
	"strings"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/sectorplot"
)

// Jobs by sector in two years. A suppressed figure stays one.
func ExampleNewTwoYearsPage() {
	table, err := sector.Aggregate([]sector.Company{
		{Sector: "Energi", Year: 2014, FTE: sector.Value(95)}, {Sector: "Energi", Year: 2018, FTE: sector.Value(150)},
		{Sector: "Bygninger", Year: 2014, FTE: sector.Value(81)}, {Sector: "Bygninger", Year: 2018, FTE: sector.Value(75)},
		{Sector: "Affald", Year: 2014, FTE: sector.Hidden()}, {Sector: "Affald", Year: 2018, FTE: sector.Value(20)},
	}, sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, lang := range []locale.Language{locale.English, locale.Danish} {
		page, err := sectorplot.NewTwoYearsPage(table, sector.Jobs, 2014, 2018, growthplot.Text{}, growthplot.Style{Lang: lang})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(strings.ReplaceAll(page.Alt(), "\u00a0", " "))
	}
	// Output:
	// Energi grew most from 2014 to 2018 (+55 FTE) of the sectors known in both years. Full-time equivalent jobs by sector, 2014 and 2018. Total 176 and 245; figures left out: 1 in 2014. Energi: 95 → 150; Bygninger: 81 → 75; Affald: suppressed → 20.
	// Energi voksede mest fra 2014 til 2018 (+55) af de brancher, der kendes i begge år. Fuldtidsbeskæftigede efter branche, 2014 og 2018. I alt 176 og 245; udeladte tal: 1 i 2014. Energi: 95 → 150; Bygninger: 81 → 75; Affald: diskretioneret → 20.
}
