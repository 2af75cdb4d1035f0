package projection_test

import (
	"fmt"

	"smartcity/growth"
	"smartcity/projection"
)

// "17,600 jobs, growth of 12–17 % a year, which can give 35,200 smart jobs in
// 2025": are these all the jobs there will be, or those to come?
func ExampleClaim_Readings() {
	claim := projection.Claim{
		Base:     17600,
		Range:    growth.Range{Low: .12, High: .17},
		Target:   2025,
		DataYear: 2018,
		Figures:  []projection.Figure{{Value: 35200}},
	}
	readings, err := claim.Readings()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range readings.List {
		f := r.Fits[0]
		fmt.Printf("%v: %v from %d at %.3f%% (end: %v), level %.0f, gain %.0f; %.0f of %.0f figures would do as well\n",
			r.Grade, f.Kind, r.BaseYear, 100*f.Rate, f.End, f.Level, f.Gain, r.Chance.Explained, r.Chance.Figures)
	}
	// Output:
	// A: gain from 2018 at 17.000% (end: high), level 52822, gain 35222; 11 of 443 figures would do as well
	// C: gain from 2017 at 14.720% (end: none), level 52800, gain 35200; 443 of 443 figures would do as well
	// C: level from 2019 at 12.246% (end: none), level 35200, gain 17600; 443 of 443 figures would do as well
}

// Figures rounded to thousands follow from another base that is rounded to the
// same 18,000.
func ExampleReading() {
	readings, err := projection.Claim{
		Base:     18000,
		Range:    growth.Range{Low: .12, High: .17},
		Target:   2025,
		DataYear: 2018,
		Figures:  []projection.Figure{{Value: 53000, Kind: projection.Level}, {Value: 35000, Kind: projection.Gain}},
	}.Readings()
	if err != nil {
		fmt.Println(err)
		return
	}
	best := readings.List[0]
	fmt.Printf("%v from %d, if the base is %.0f to %.0f\n", best.Grade, best.BaseYear, best.Bases.Low, best.Bases.High)
	// Output: B from 2018, if the base is 17500 to 17739
}
