package projection_test

import (
	"fmt"
	"strings"

	"smartcity/growth"
	"smartcity/projection"
)

// What "35,200 smart jobs in 2025" can mean, said in a sentence each.
func ExampleReadings_Explain() {
	readings, err := projection.Claim{
		Base: 17600, Range: growth.Range{Low: .12, High: .17}, Target: 2025, DataYear: 2018,
		Figures: []projection.Figure{{Value: 35200}},
	}.Readings()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range readings.Explain().Statements {
		switch s.Says {
		case projection.Follows:
			fmt.Printf("As a %v it is %.0f%% a year over %d years from %d: %.0f.\n", s.Kind, 100*s.Rate, s.Years, s.BaseYear, s.P)
		case projection.Needs:
			fmt.Printf("As a %v from %d it needs %.1f%% a year, %v the range.\n", s.Kind, s.BaseYear, 100*s.Rate, s.Where)
		}
	}
	// Output:
	// As a gain it is 17% a year over 7 years from 2018: 35222.
	// As a gain from 2017 it needs 14.7% a year, inside the range.
	// As a level from 2019 it needs 12.2% a year, inside the range.
	// As a level from 2017 it needs 9.1% a year, below the range.
	// As a level from 2018 it needs 10.4% a year, below the range.
	// As a gain from 2019 it needs 20.1% a year, above the range.
}

// What no reading explains is said as well: 90,000 is beyond all growth in the
// range.
func ExampleExplanation_View() {
	readings, err := projection.Claim{
		Base: 17600, Range: growth.Range{Low: .12, High: .17}, Target: 2025, BaseYears: []int{2018},
		Figures: []projection.Figure{{Value: 90000, Kind: projection.Level}},
	}.Readings()
	if err != nil {
		fmt.Println(err)
		return
	}
	v := readings.Explain().View()
	for _, row := range v.Rows {
		var cells []string
		for i, c := range v.Columns {
			switch e := row[i]; e.Kind {
			case growth.TextEntry:
				cells = append(cells, fmt.Sprintf("%s: %s", c.Name, e.Text))
			case growth.NumberEntry:
				cells = append(cells, fmt.Sprintf("%s: %.4g", c.Name, e.Number))
			}
		}
		fmt.Println(strings.Join(cells, ", "))
	}
	// Output:
	// says: nothing explains
	// says: needs, figure: 9e+04, kind: level, base_year: 2018, years: 7, base: 1.76e+04, rate: 0.2625, where: above
}
