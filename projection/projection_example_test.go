package projection_test

import (
	"fmt"

	"smartcity/growth"
	"smartcity/projection"
)

func ExampleProject() {
	for _, productivity := range []growth.Rate{0, .02} {
		p, err := projection.Project("Smart City", "FTE", 17600, 2018, 2025, projection.Assumptions{
			Market:       growth.Range{Low: .12, High: .17},
			Productivity: productivity,
		})
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, s := range p.Scenarios {
			fmt.Printf("productivity %v, %s: %.0f %s in %d, %+.0f\n", productivity, s.Name, s.LevelIn(p.To), p.Unit, p.To, s.GainIn(p.To))
		}
	}
	// Output:
	// productivity 0, low: 38908 FTE in 2025, +21308
	// productivity 0, high: 52822 FTE in 2025, +35222
	// productivity 0.02, low: 33872 FTE in 2025, +16272
	// productivity 0.02, high: 45985 FTE in 2025, +28385
}

func ExampleProjection_Scenario() {
	p, err := projection.Project("Energy", "FTE", 4200, 2018, 2020, projection.Assumptions{Market: growth.Range{Low: .12, High: .17}})
	if err != nil {
		fmt.Println(err)
		return
	}
	high, ok := p.Scenario("high")
	fmt.Printf("%.1f %v\n", high.Level, ok)
	// Output: [4200.0 4914.0 5749.4] true
}

func ExampleProjection_RequiredRate() {
	p, err := projection.Project("Smart City", "FTE", 17600, 2019, 2025, projection.Assumptions{Market: growth.Range{Low: .12, High: .17}})
	if err != nil {
		fmt.Println(err)
		return
	}
	g, err := p.RequiredRate(35200)
	fmt.Printf("%.3f%% %v\n", 100*g, err)
	// Output: 12.246% <nil>
}
