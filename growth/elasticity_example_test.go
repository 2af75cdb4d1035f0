package growth_test

import (
	"fmt"

	"smartcity/growth"
)

func elasticityData() (jobs, revenue growth.Series) {
	return growth.Series{Name: "jobs", Unit: "FTE", FirstYear: 2014, Values: []float64{1000, 1040, 1090, 1110, 1180}},
		growth.Series{Name: "revenue", Unit: "mio. DKK", FirstYear: 2014, Values: []float64{2000, 2150, 2260, 2400, 2600}}
}

func ExamplePointElasticity() {
	jobs, revenue := elasticityData()
	e, err := growth.PointElasticity(jobs, revenue, 2014, 2018)
	fmt.Printf("%.3f %v\n", e, err) // 18 % more jobs with 30 % more revenue
	// Output: 0.600 <nil>
}

func ExampleArcElasticity() {
	jobs, revenue := elasticityData()
	e, err := growth.ArcElasticity(jobs, revenue, 2014, 2018)
	fmt.Printf("%.3f %v\n", e, err)
	// Output: 0.633 <nil>
}

func ExampleLogLogElasticity() {
	jobs, revenue := elasticityData()
	line, err := growth.LogLogElasticity(jobs, revenue)
	if err != nil {
		fmt.Println(err)
		return
	}
	e, _ := line.SlopeInterval(.95)
	fmt.Printf("%.3f, between %.3f and %.3f\n", e.Estimate, e.Low, e.High)
	// Output: 0.624, between 0.488 and 0.760
}
