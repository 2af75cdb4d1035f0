package projection_test

import (
	"fmt"

	"smartcity/growth"
	"smartcity/projection"
)

func ExampleScenario() {
	p, err := projection.Project("Smart City", "FTE", 17600, 2018, 2025, projection.Assumptions{Market: growth.Range{Low: .12, High: .17}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range p.Scenarios {
		fmt.Printf("%s, %.0f%%: %.0f in 2020, %+.0f\n", s.Name, 100*s.Rate, s.LevelIn(2020), s.GainIn(2020))
	}
	// Output:
	// low, 12%: 22077 in 2020, +4477
	// high, 17%: 24093 in 2020, +6493
}

// The year a target is reached may lie beyond the projection.
func ExampleScenario_YearReached() {
	p, err := projection.Project("Smart City", "FTE", 17600, 2018, 2025, projection.Assumptions{Market: growth.Range{Low: .12, High: .17}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range p.Scenarios {
		year, err := s.YearReached(52800)
		fmt.Println(s.Name, year, err)
	}
	// Output:
	// low 2028 <nil>
	// high 2025 <nil>
}

func ExampleScenario_Series() {
	p, err := projection.Project("Smart City", "FTE", 17600, 2018, 2025, projection.Assumptions{Market: growth.Range{Low: .12, High: .17}})
	if err != nil {
		fmt.Println(err)
		return
	}
	index, err := p.Scenarios[1].Series("Smart City, high", p.Unit).Index(2018)
	fmt.Printf("%.0f %v\n", index.Values, err)
	// Output: [100 117 137 160 187 219 257 300] <nil>
}
