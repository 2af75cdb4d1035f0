package projection_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"

	"smartcity/growth"
	"smartcity/projection"
	"smartcity/sector"
)

// How likely are 35,200 jobs in 2025, if growth is 12–17 % with a probability of
// 80 %, the same in all years?
func ExampleSimulate() {
	p, err := projection.Project("Smart City", "FTE", 17_600, 2018, 2025, projection.Assumptions{Market: growth.Range{Low: .12, High: .17}})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := projection.Simulate(context.Background(), []*projection.Projection{p}, projection.Simulation{
		Growth:  projection.Uncertainty{Shape: projection.Normal, Meaning: projection.CentralInterval, Probability: 0.8},
		Targets: []projection.JobsTarget{{Jobs: 35_200}, {Jobs: 52_800}},
	}, rand.NewPCG(2018, 2025))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%d paths of %s\n", r.Simulation.Paths, r.Unit)
	for year := 2023; year <= r.To; year++ {
		fmt.Printf("%d: %.0f to %.0f, mean %.0f\n", year, r.Total.QuantileIn(year, 0.1), r.Total.QuantileIn(year, 0.9), r.Total.MeanIn(year))
	}
	for _, t := range r.Targets {
		last := len(t.In) - 1
		fmt.Printf("%.0f: probability %.3f ± %.3f, expected shortfall %.0f\n", t.Jobs, t.In[last], t.StandardError(t.In[last]), t.Shortfall[last])
	}
	year, ok := r.Targets[0].YearBy(0.5)
	fmt.Println("35200 more likely than not by", year, ok)
	// Output:
	// 100000 paths of FTE
	// 2023: 31008 to 38606, mean 34724
	// 2024: 34727 to 45174, mean 39814
	// 2025: 38892 to 52858, mean 45663
	// 35200: probability 0.981 ± 0.000, expected shortfall 28
	// 52800: probability 0.102 ± 0.001, expected shortfall 7445
	// 35200 more likely than not by 2024 true
}

// The sectors of a table, which have half their uncertainty in common.
func ExampleOutlook_Simulate() {
	table, err := sector.Aggregate([]sector.Company{
		{Year: 2018, Sector: "Energy", FTE: sector.Value(150.5)},
		{Year: 2018, Sector: "Mobility", FTE: sector.Value(49.5)},
	}, sector.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	o, err := projection.Sectors(table, 2018, 2025, projection.Assumptions{Market: growth.Range{Low: .12, High: .17}, Productivity: .02})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := o.Simulate(context.Background(), projection.Simulation{
		Growth:        projection.Uncertainty{Shape: projection.PERT, Meaning: projection.HardLimits},
		Persistence:   projection.Autoregressive,
		Rho:           0.5,
		Correlation:   projection.Correlation{Model: projection.OneFactor, Loadings: []float64{math.Sqrt(0.5)}},
		Probabilities: []float64{0.1, 0.5, 0.9},
	}, rand.NewPCG(2018, 2025))
	if err != nil {
		fmt.Println(err)
		return
	}
	var columns []string
	for _, c := range r.View().Columns {
		columns = append(columns, c.Name)
	}
	fmt.Println(strings.Join(columns, " "))
	for _, f := range append(r.Sectors, r.Total) {
		fmt.Printf("%-8s %5.1f in 2018, %.1f (%.1f to %.1f) in 2025\n", f.Name, f.Base, f.QuantileIn(2025, 0.5), f.QuantileIn(2025, 0.1), f.QuantileIn(2025, 0.9))
	}
	energy, _ := r.Sector("Energy")
	fmt.Printf("%.1f\n", energy.Series(0.9).Values)
	// Output:
	// level sector year mean percentile_10 percentile_50 percentile_90
	// Energy   150.5 in 2018, 337.9 (323.4 to 353.1) in 2025
	// Mobility  49.5 in 2018, 111.1 (106.3 to 116.2) in 2025
	//          200.0 in 2018, 449.1 (431.6 to 467.3) in 2025
	// [150.5 170.8 193.2 218.3 246.4 278.0 313.3 353.1]
}

// Growth that differs from year to year, and jobs that follow a market by half.
func ExampleSimulate_scenarios() {
	course := func(growth ...float64) projection.Course {
		return projection.Course{Market: projection.ByYear(2019, growth...), Elasticity: projection.Constant(0.5)}
	}
	p, err := projection.ProjectScenarios("Smart City", "FTE", 17_600, 2018, 2020,
		projection.Case{Name: "careful", Course: course(0.08, 0.12)}, projection.Case{Name: "bold", Course: course(0.12, 0.17)})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := projection.Simulate(context.Background(), []*projection.Projection{p}, projection.Simulation{
		Scenarios:     [2]string{"careful", "bold"},
		Growth:        projection.Uncertainty{Shape: projection.Uniform, Meaning: projection.HardLimits},
		Probabilities: []float64{0.1, 0.5, 0.9},
	}, rand.NewPCG(2018, 2020))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range p.Scenarios {
		fmt.Printf("%s: %.0f\n", s.Name, s.LevelIn(2020))
	}
	fmt.Printf("eight in ten: %.0f to %.0f\n", r.Total.QuantileIn(2020, 0.1), r.Total.QuantileIn(2020, 0.9))
	// Output:
	// careful: 19357
	// bold: 20147
	// eight in ten: 19437 to 20069
}

func ExampleTargetOutlook_View() {
	p, err := projection.Project("Smart City", "FTE", 17_600, 2018, 2020, projection.Assumptions{Market: growth.Range{Low: .12, High: .17}})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := projection.Simulate(context.Background(), []*projection.Projection{p}, projection.Simulation{
		Growth:      projection.Uncertainty{Shape: projection.Uniform, Meaning: projection.HardLimits},
		Persistence: projection.IndependentYears,
		Targets:     []projection.JobsTarget{{Jobs: 23_000}},
	}, rand.NewPCG(1, 2))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range r.Targets[0].View().Rows {
		fmt.Printf("%.0f target %.0f: probability %.3f, expected shortfall %.1f\n", row[1].Number, row[2].Number, row[3].Number, row[5].Number)
	}
	// Output:
	// 2018 target 23000: probability 0.000, expected shortfall 5400.0
	// 2019 target 23000: probability 0.000, expected shortfall 2846.7
	// 2020 target 23000: probability 0.570, expected shortfall 132.9
}
