package sectorplot_test

import (
	"fmt"
	"strings"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/sectorplot"
)

// Jobs by sector as index lines. A suppressed figure is a gap, and the note says so.
func ExampleNewIndexPage() {
	var companies []sector.Company
	for i, jobs := range []float64{95, 120, 150} {
		companies = append(companies, sector.Company{Sector: "Energi", Year: 2016 + i, FTE: sector.Value(jobs)})
	}
	for i, jobs := range []sector.Figure{sector.Value(25), sector.Hidden(), sector.Value(20)} {
		companies = append(companies, sector.Company{Sector: "Affald", Year: 2016 + i, FTE: jobs})
	}
	table, err := sector.Aggregate(companies, sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, lang := range []locale.Language{locale.English, locale.Danish} {
		page, err := sectorplot.NewIndexPage(table, sector.Jobs, 2016, growthplot.Text{}, growthplot.Style{Lang: lang})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(strings.ReplaceAll(page.Alt(), "\u00a0", " "))
	}
	// Output:
	// Energi grew 58% from 2016 to 2018, affald fell 20%. Full-time equivalent jobs by sector, index, 2016 = 100. Energi: 158; Affald: 80. Labels show the index in 2018. Gaps are years without a known figure. Suppressed: Affald 2017.
	// Energi voksede 58 pct. fra 2016 til 2018, mens affald faldt 20 pct. Fuldtidsbeskæftigede efter branche, indeks, 2016 = 100. Energi: 158; Affald: 80. Tallene til højre er indekset i 2018. Huller er år uden et kendt tal. Diskretioneret: Affald 2017.
}
