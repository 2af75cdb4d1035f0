package growthplot_test

import (
	"fmt"
	"math"
	"strings"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
)

// The jobs of three sectors as index lines. Waste is not known in 2016, and has a
// gap there.
func ExampleNewIndexPage() {
	series := []growth.Series{
		{Name: "Mobilitet", Unit: "FTE", FirstYear: 2014, Values: []float64{1120, 1275, 1470, 1680, 1932}},
		{Name: "Affald", Unit: "FTE", FirstYear: 2014, Values: []float64{730, 752, math.NaN(), 840, 912}},
		{Name: "Belysning", Unit: "FTE", FirstYear: 2014, Values: []float64{1183, 1230, 1207, 1148, 1088}},
	}
	for _, lang := range []locale.Language{locale.English, locale.Danish} {
		page, err := growthplot.NewIndexPage(series, 2014, growthplot.Text{Subject: "Smart City"}, growthplot.Style{Lang: lang})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(strings.ReplaceAll(page.Alt(), "\u00a0", " "))
	}
	// Output:
	// Mobilitet grew 73% from 2014 to 2018, belysning fell 8%. Full-time equivalent jobs in Smart City, index, 2014 = 100. Mobilitet: 173; Affald: 125; Belysning: 92. Labels show the index in 2018. Gaps are years without a known figure.
	// Mobilitet voksede 73 pct. fra 2014 til 2018, mens belysning faldt 8 pct. Fuldtidsbeskæftigede i Smart City, indeks, 2014 = 100. Mobilitet: 173; Affald: 125; Belysning: 92. Tallene til højre er indekset i 2018. Huller er år uden et kendt tal.
}
