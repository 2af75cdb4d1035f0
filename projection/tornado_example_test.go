package projection_test

import (
	"fmt"

	"smartcity/growth"
	"smartcity/projection"
)

// Which assumption does most to the 38,908–52,822 jobs of 2025?
func ExampleProjection_Tornado() {
	p, err := projection.ProjectScenarios("Smart City", "FTE", 17600, 2018, 2025, projection.Case{Name: "central", Course: projection.Course{Market: projection.Constant(.145)}})
	if err != nil {
		fmt.Println(err)
		return
	}
	t, err := p.Tornado("central",
		projection.Vary(projection.MarketGrowth, .12, .17),
		projection.Vary(projection.ProductivityGrowth, 0, .02),
		projection.Vary(projection.JobElasticity, .8, 1),
		projection.Vary(projection.BaseJobs, 17000, 18000),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.0f %s in %d\n", t.Level, t.Unit, t.Year)
	for _, b := range t.Bars {
		fmt.Printf("%-22v %.0f %.0f\n", b.Assumption, b.Low, b.High)
	}
	// Output:
	// 45410 FTE in 2025
	// market growth          38908 52822
	// elasticity of jobs     37568 45410
	// productivity growth    39532 45410
	// jobs of the base year  43862 46442
}

func ExampleProjection_Grid() {
	p, err := projection.ProjectScenarios("Smart City", "FTE", 17600, 2018, 2025, projection.Case{Name: "central", Course: projection.Course{Market: projection.Constant(.145)}})
	if err != nil {
		fmt.Println(err)
		return
	}
	g, err := p.Grid("central", projection.Vary(projection.ProductivityGrowth, 0, .02), projection.Vary(projection.MarketGrowth, .12, .145, .17))
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, row := range g.Levels {
		fmt.Printf("%g %.0f\n", g.Rows.Values[i].Values[0], row)
	}
	// Output:
	// 0 [38908 45410 52822]
	// 0.02 [33872 39532 45985]
}

func ExampleOutlook_Grid() {
	o, err := projection.Sectors(sectorTable(), 2018, 2025, projection.Assumptions{Market: growth.Range{Low: .12, High: .17}})
	if err != nil {
		fmt.Println(err)
		return
	}
	g, err := o.Grid("high", projection.Vary(projection.BaseJobs, 200, 220), projection.Vary(projection.ProductivityGrowth, 0, .02))
	fmt.Printf("%.1f %v\n", g.Levels, err)
	// Output:
	// [[600.2 522.6] [660.3 574.8]] <nil>
}

func ExampleTornado_View() {
	p, err := projection.ProjectScenarios("Smart City", "FTE", 100, 2018, 2019, projection.Case{Name: "central", Course: projection.Course{Market: projection.Constant(.1)}})
	if err != nil {
		fmt.Println(err)
		return
	}
	t, err := p.Tornado("central", projection.Vary(projection.MarketGrowth, 0, .2))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range t.View().Rows {
		fmt.Printf("%s %g: %.0f, %+.0f\n", row[0].Text, row[2].Number, row[3].Number, row[4].Number)
	}
	// Output:
	// market growth 0: 100, -10
	// market growth 0.2: 120, +10
}
