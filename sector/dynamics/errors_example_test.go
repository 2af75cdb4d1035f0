package dynamics_test

import (
	"errors"
	"fmt"

	"smartcity/sector"
	"smartcity/sector/dynamics"
)

func ExampleRowError() {
	_, err := dynamics.NewPanel([]sector.Company{
		{ID: "10000001", Year: 2018, FTE: sector.Value(9)},
		{ID: "10000002", Establishment: "1001", Year: 2018, FTE: sector.Value(4)},
	}, dynamics.PanelOptions{})
	if e, ok := errors.AsType[*dynamics.RowError](err); ok && errors.Is(err, dynamics.ErrNotOneFirm) {
		fmt.Println(e.Row, e.ID, e.Year)
	}
	fmt.Println(err)
	// Output:
	// 2 10000002 2018
	// dynamics: row 2, company "10000002" in 2018: not one company: single companies are followed, not workplaces or several firms in one row
}

func ExampleYearError() {
	_, err := dynamics.JobFlows(field(), dynamics.JobFlowOptions{Pairs: [][2]int{{2014, 2015}}})
	if e, ok := errors.AsType[*dynamics.YearError](err); ok {
		fmt.Println(e.Year, e.Years)
	}
	fmt.Println(err)
	// Output:
	// 2014 [2015 2016 2017 2018]
	// dynamics: the panel has nobody in 2014: its years are [2015 2016 2017 2018]
}

func ExampleRuleError() {
	rule := dynamics.StatisticsDenmark()
	rule.Growth = -1
	_, err := dynamics.FindHighGrowth(field(), rule, dynamics.HighGrowthOptions{})
	if e, ok := errors.AsType[*dynamics.RuleError](err); ok {
		fmt.Println(e.Field, e.Value)
	}
	fmt.Println(err)
	// Output:
	// Growth -1
	// dynamics: Growth of the high-growth rule "statistics_denmark" is -1, want a rate a year above -1 and up to 1000
}

func ExampleErrLength() {
	_, err := dynamics.OlleyPakes([]float64{10, 20}, []float64{1.5})
	fmt.Println(err, errors.Is(err, dynamics.ErrLength))
	// Output:
	// dynamics: Olley–Pakes of 2 weights and 1 productivities: lengths differ true
}
