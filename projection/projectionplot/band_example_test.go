package projectionplot_test

import (
	"bytes"
	"fmt"
	"strings"

	"gonum.org/v1/plot"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/projection"
	"smartcity/projection/projectionplot"
)

// The scenario band: 17,600 jobs at 12–17 % a year, and a target of twice as
// many.
func ExampleNewBandPage() {
	jobs := growth.Series{FirstYear: 2014, Values: []float64{12400, 13500, 14650, 16100, 17600}}
	market := growth.Range{Low: 0.12, High: 0.17}
	p, err := projection.Project("Smart City", "FTE", 17600, 2018, 2025, projection.Assumptions{Market: market})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, lang := range []locale.Language{locale.English, locale.Danish} {
		page, err := projectionplot.NewBandPage(p, jobs, 35200,
			growthplot.Text{Subject: "Danmark", Source: "Illustrative data"}, growthplot.Style{Lang: lang})
		if err != nil {
			fmt.Println(err)
			return
		}
		var svg bytes.Buffer
		if err := page.SVG(&svg); err != nil {
			fmt.Println(err)
		}
		fmt.Println(strings.ReplaceAll(page.Alt(), "\u00a0", " "))
	}
	// Output:
	// Smart City jobs pass the 35,200 target by 2025 even at the lower growth rate. Full-time equivalent jobs in Danmark, 2014–2018, and projection to 2025 at 12% and 17% annual growth. 2014: 12,400; 2018: 17,600; 2025: 38,908 (low: 12% a year), 52,822 (high: 17% a year); target 35,200: reached 2023 (high), 2025 (low). Source: Illustrative data.
	// Smart City-job når målet på 35.200 i 2025, selv ved den lave vækst. Fuldtidsbeskæftigede i Danmark, 2014–2018, og fremskrivning til 2025 ved 12 og 17 pct. årlig vækst. 2014: 12.400; 2018: 17.600; 2025: 38.908 (lav: 12 pct. om året), 52.822 (høj: 17 pct. om året); mål 35.200: nås i 2023 (høj), 2025 (lav). Kilde: Illustrative data.
}

// The band is a plotter: its range sets the axes of a plot of one's own.
func ExampleNewBand() {
	market := growth.Range{Low: 0.12, High: 0.17}
	p, err := projection.Project("Smart City", "FTE", 17600, 2018, 2025, projection.Assumptions{Market: market})
	if err != nil {
		fmt.Println(err)
		return
	}
	band, err := projectionplot.NewBand(p, growth.Series{}, 0, growthplot.Style{})
	if err != nil {
		fmt.Println(err)
		return
	}
	plt := plot.New()
	plt.HideAxes()
	plt.Add(band)
	fmt.Printf("%.1f–%.0f, %.0f–%.0f\n", plt.X.Min, plt.X.Max, plt.Y.Min, plt.Y.Max)
	// Output: 2017.7–2025, 0–52822
}
