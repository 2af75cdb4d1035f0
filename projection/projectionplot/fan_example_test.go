package projectionplot_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/projection"
	"smartcity/projection/projectionplot"
	"smartcity/sector"
)

// outlook is that of two sectors, one of which grows faster than the other.
func outlook() (*projection.Outlook, error) {
	table, err := sector.Aggregate([]sector.Company{
		{Year: 2018, Sector: "Energy", FTE: sector.Value(10600)}, {Year: 2018, Sector: "Lighting", FTE: sector.Value(7000)},
	}, sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}})
	if err != nil {
		return nil, err
	}
	cases := projection.Assumptions{Market: growth.Range{Low: .12, High: .17}, Productivity: .02}.Cases()
	for i, market := range []float64{.02, .06} {
		cases[i].Sectors = map[string]projection.Course{"Lighting": {Market: projection.Constant(market), Productivity: projection.Constant(.02)}}
	}
	return projection.SectorScenarios(table, 2018, 2025, projection.SumOfSectors, cases...)
}

func simulation() (*projection.Simulated, error) {
	o, err := outlook()
	if err != nil {
		return nil, err
	}
	return o.Simulate(context.Background(), projection.Simulation{
		Growth:      projection.Uncertainty{Shape: projection.PERT, Meaning: projection.HardLimits},
		Correlation: projection.Correlation{Model: projection.OneFactor, Loadings: []float64{math.Sqrt(0.5)}},
		Targets:     []projection.JobsTarget{{Jobs: 32_000}},
	}, rand.NewPCG(1, 2))
}

// The fan of the total, with the probability of 32,000 jobs.
func ExampleNewFanPage() {
	s, err := simulation()
	if err != nil {
		fmt.Println(err)
		return
	}
	history := growth.Series{FirstYear: 2016, Values: []float64{15_100, 16_300, 17_600}}
	page, err := projectionplot.NewFanPage(s, "", history, growthplot.Text{Subject: "Denmark"}, growthplot.Style{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(page.Alt())
	// Output:
	// Jobs reach the 32,000 target by 2025 with 47% probability. Full-time equivalent jobs in Denmark, 2016–2018, and 100,000 simulated paths to 2025. 2016: 15,100; 2018: 17,600; 2025: median 31,844, 90% of outcomes from 29,270 to 34,591; target 32,000: 47% probability by 2025. Bands show the central 50% and 90% of simulated outcomes; the line is the median.
}

// A panel for each sector.
func ExampleNewFansPage() {
	s, err := simulation()
	if err != nil {
		fmt.Println(err)
		return
	}
	page, err := projectionplot.NewFansPage(s, nil, growthplot.Text{}, growthplot.Style{Lang: locale.Danish})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.ReplaceAll(page.Title(), "\u00a0", " "))
	// Output: Energy vokser mest frem til 2025, lighting mindst
}

// What the jobs of 2025 hang on.
func ExampleNewTornadoPage() {
	o, err := outlook()
	if err != nil {
		fmt.Println(err)
		return
	}
	tornado, err := o.Tornado("low", projection.Vary(projection.ProductivityGrowth, 0.01, 0.03), projection.Vary(projection.BaseJobs, 17_500, 17_700))
	if err != nil {
		fmt.Println(err)
		return
	}
	page, err := projectionplot.NewTornadoPage(tornado, growthplot.Text{}, growthplot.Style{})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, key, _ := strings.Cut(page.Alt(), ". ")
	fmt.Println(page.Title())
	fmt.Println(key)
	// Output:
	// Productivity growth matters most: between 25,591 and 29,356 jobs in 2025
	// Full-time equivalent jobs, 2025, when one assumption is varied and the others stay as they are. As assumed: 27,400; Productivity growth: 25,591 at 3%, 29,356 at 1%; Jobs in the base year: 27,244 from 17,500, 27,556 from 17,700.
}
