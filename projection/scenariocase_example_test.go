package projection_test

import (
	"fmt"

	"smartcity/growth"
	"smartcity/projection"
)

// A band from a range, and two scenarios of one's own beside it.
func ExampleProjectScenarios() {
	cases := projection.Assumptions{Market: growth.Range{Low: .12, High: .17}}.Cases()
	cases = append(cases,
		projection.Case{Name: "lean", Course: projection.Course{
			Market: projection.Constant(.145), Productivity: projection.Constant(.02), Elasticity: projection.Constant(.9),
		}},
		projection.Case{Name: "fading", Course: projection.Course{
			Market: projection.ByYear(2019, .17, .15, .13, .11, .09, .07, .05),
		}},
	)
	p, err := projection.ProjectScenarios("Smart City", "FTE", 17600, 2018, 2025, cases...)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range p.Scenarios {
		fmt.Printf("%-6s %5.0f, %+6.0f, index %.0f, %4.1f%% a year\n", s.Name, s.LevelIn(2025), s.GainIn(2025), s.IndexIn(2025), 100*s.Rate)
	}
	// Output:
	// low    38908, +21308, index 221, 12.0% a year
	// high   52822, +35222, index 300, 17.0% a year
	// lean   35957, +18357, index 204, 10.7% a year
	// fading 36375, +18775, index 207, 10.9% a year
}

func ExampleAssumptions_Cases() {
	for _, c := range (projection.Assumptions{Market: growth.Range{Low: .12, High: .17}, Productivity: .02}).Cases() {
		g, err := c.Course.JobsIn(2020)
		fmt.Printf("%s %.2f%% %v\n", c.Name, 100*g, err)
	}
	// Output:
	// low 9.80% <nil>
	// high 14.71% <nil>
}

func ExampleCourse_JobsIn() {
	c := projection.Course{Market: projection.ByYear(2019, .15, .10), Productivity: projection.Constant(.02)}
	for year := 2019; year <= 2021; year++ {
		g, err := c.JobsIn(year)
		fmt.Printf("%d %.3f %v\n", year, g, err)
	}
	// Output:
	// 2019 0.127 <nil>
	// 2020 0.078 <nil>
	// 2021 0.000 projection: market growth is not stated for 2021: figure is not known
}

// What the market must do for 35,200 jobs, where output per job grows.
func ExampleCourse_MarketFor() {
	jobs, err := growth.RequiredRate(17600, 2019, 35200, 2025)
	if err != nil {
		fmt.Println(err)
		return
	}
	market, err := projection.Course{Productivity: projection.Constant(.02)}.MarketFor(jobs, 2025)
	fmt.Printf("%.3f%% of jobs, %.3f%% of the market %v\n", 100*jobs, 100*market, err)
	// Output:
	// 12.246% of jobs, 14.491% of the market <nil>
}

func ExampleYearly() {
	y := projection.ByYear(2019, .15, .10)
	fmt.Println(y.At(2020), y.At(2021), projection.Constant(.12).At(2021))
	fmt.Println(y.IsConstant(), projection.Constant(.12).IsConstant(), projection.Yearly{}.Stated())
	// Output:
	// 0.1 NaN 0.12
	// false true false
}

func ExampleScenario_CAGR() {
	p, err := projection.ProjectScenarios("Smart City", "FTE", 17600, 2018, 2020, projection.Case{Name: "a", Course: projection.Course{Market: projection.ByYear(2019, .5, -.2)}})
	if err != nil {
		fmt.Println(err)
		return
	}
	g, err := p.Scenarios[0].CAGR(2020)
	fmt.Printf("%.2f%% %v\n", 100*g, err)
	// Output:
	// 9.54% <nil>
}

func ExampleProjection_View() {
	p, err := projection.Project("Smart City", "FTE", 17600, 2018, 2019, projection.Assumptions{Market: growth.Range{Low: .12, High: .17}})
	if err != nil {
		fmt.Println(err)
		return
	}
	v := p.View()
	for _, row := range v.Rows {
		for i, c := range v.Columns {
			if row[i].Kind == growth.NumberEntry {
				fmt.Printf("%s %v  ", c.Name, row[i].Number)
			}
		}
		fmt.Println(row[1].Text)
	}
	// Output:
	// year 2018  jobs 17600  gain 0  index 100  low
	// year 2019  rate 0.12  jobs 19712  gain 2112  index 112  cagr 0.12  low
	// year 2018  jobs 17600  gain 0  index 100  high
	// year 2019  rate 0.17  jobs 20592  gain 2992  index 117  cagr 0.17  high
}
