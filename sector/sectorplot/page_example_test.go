package sectorplot_test

import (
	"fmt"
	"strings"

	"gonum.org/v1/plot"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/sectorplot"
)

func companies() []sector.Company {
	return []sector.Company{
		{Sector: "Energi", Year: 2018, FTE: sector.Value(120), Revenue: sector.Value(310e6)},
		{Sector: "Energi", Year: 2018, FTE: sector.Value(30.5), Revenue: sector.Value(40e6)},
		{Sector: "Bygninger", Year: 2018, FTE: sector.Value(75), Revenue: sector.Value(90e6)},
		{Sector: "Affald", Year: 2018, FTE: sector.Hidden(), Revenue: sector.Value(12e6)},
	}
}

// Jobs by sector, sorted. A suppressed figure stays one.
func ExampleNewJobsPage() {
	table, err := sector.Aggregate(companies(), sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, lang := range []locale.Language{locale.English, locale.Danish} {
		page, err := sectorplot.NewJobsPage(table, 2018, growthplot.Text{Source: "Illustrative data"}, growthplot.Style{Lang: lang})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(strings.ReplaceAll(page.Alt(), "\u00a0", " "))
	}
	// Output:
	// Energi is the largest sector with a known figure: 151 FTE. Full-time equivalent jobs by sector, 2018. Total 226 with revenue of DKK 452 m; 1 suppressed figure left out. Energi: 151; Bygninger: 75; Affald: suppressed. Source: Illustrative data.
	// Energi er den største branche med et kendt tal: 151 fuldtidsbeskæftigede. Fuldtidsbeskæftigede efter branche, 2018. I alt 226 med en omsætning på 452 mio. kr.; uden 1 diskretioneret tal. Energi: 151; Bygninger: 75; Affald: diskretioneret. Kilde: Illustrative data.
}

// Revenue per FTE by sector, with that of all sectors as a dashed line.
func ExampleNewRevenuePerJobPage() {
	table, err := sector.Aggregate(companies(), sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}})
	if err != nil {
		fmt.Println(err)
		return
	}
	page, err := sectorplot.NewRevenuePerJobPage(table, 2018, growthplot.Text{}, growthplot.Style{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.ReplaceAll(page.Alt(), "\u00a0", " "))
	// Output:
	// Energi has the highest revenue per FTE of the sectors with a known figure: DKK 2.33 m. Revenue per FTE by sector, 2018, current prices. All sectors (dashed line): DKK 1.95 m. Energi: DKK 2.33 m; Bygninger: DKK 1.20 m; Affald: suppressed.
}

// Bars of one's own: a plotter that sorts itself.
func ExampleNewBars() {
	bars, err := sectorplot.NewBars([]sectorplot.Bar{
		{Name: "Affald", Figure: sector.Value(912)},
		{Name: "Energi", Figure: sector.Value(2415), Highlight: true},
		{Name: "Sundhed", Figure: sector.Hidden()},
	}, sector.Figure{}, growthplot.FormatOf(locale.Danish, "", 2415), growthplot.Style{Lang: locale.Danish})
	if err != nil {
		fmt.Println(err)
		return
	}
	plt := plot.New()
	plt.HideAxes()
	plt.Add(bars)
	for _, b := range bars.Bars {
		fmt.Println(b.Name, b.Figure)
	}
	fmt.Println(plt.X.Min, plt.X.Max, plt.Y.Min, plt.Y.Max)
	// Output:
	// Energi 2415
	// Affald 912
	// Sundhed suppressed
	// 0 2415 0 3
}
