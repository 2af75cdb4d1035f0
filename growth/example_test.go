package growth_test

import (
	"errors"
	"fmt"
	"math"

	"smartcity/growth"
	"smartcity/growth/locale"
)

// The headline: can 17,600 jobs become 35,200 by 2025?
func Example() {
	band, err := growth.ParseRange("12–17 %")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, g := range []growth.Rate{band.Low, band.High} {
		year, _ := g.YearReached(17600, 2018, 35200)
		fmt.Printf("at %.0f%%: %.0f in 2025, 35,200 reached in %d\n", 100*g, g.Compound(17600, 7), year)
	}
	// Output:
	// at 12%: 38908 in 2025, 35,200 reached in 2025
	// at 17%: 52822 in 2025, 35,200 reached in 2023
}

func ExampleCAGR() {
	g, err := growth.CAGR(17600, 35200, 6)
	fmt.Printf("%.3f%% %v\n", 100*g, err)
	_, err = growth.CAGR(0, 35200, 6)
	fmt.Println(err, errors.Is(err, growth.ErrNotPositive))
	// Output:
	// 12.246% <nil>
	// growth: CAGR from 0: figure is not positive true
}

func ExampleRequiredRate() {
	for _, from := range []int{2018, 2019, 2020} {
		g, _ := growth.RequiredRate(17600, from, 35200, 2025)
		fmt.Printf("from %d: %.2f%%\n", from, 100*g)
	}
	// Output:
	// from 2018: 10.41%
	// from 2019: 12.25%
	// from 2020: 14.87%
}

func ExampleRate_DoublingTime() {
	for _, g := range []growth.Rate{.12, .17} {
		years, _ := g.DoublingTime()
		fmt.Printf("%.3f years\n", years)
	}
	// Output:
	// 6.116 years
	// 4.415 years
}

func ExampleRate_YearsTo() {
	years, err := growth.Rate(.12).YearsTo(17600, 35200)
	fmt.Printf("%.2f %v\n", years, err)
	// Output: 6.12 <nil>
}

func ExampleParseRange() {
	r, err := growth.ParseRange("12,5-17 pct.")
	fmt.Printf("%v %q %v\n", r, r.Format(locale.Danish), err)
	_, err = growth.ParseRange("12-17")
	fmt.Println(err)
	// Output:
	// 12.5–17% "12,5–17\u00a0pct." <nil>
	// growth: range "12-17" has no per cent sign: write 12-17% or 0.12..0.17
}

func ExampleSeries() {
	jobs := growth.Series{Name: "Smart City", Unit: "FTE", FirstYear: 2014,
		Values: []float64{12400, 13500, math.NaN(), 16100, 17600}}
	index, _ := jobs.Index(2014)
	rate, _ := jobs.CAGR(2014, 2018)
	fmt.Printf("%.1f\n%.3f\n%.2f%% a year\n", index.Values, jobs.Changes().Values, 100*rate)
	// Output:
	// [100.0 108.9 NaN 129.8 141.9]
	// [NaN 0.089 NaN NaN 0.093]
	// 9.15% a year
}

func ExampleSum() {
	var s growth.Sum
	for range 10 {
		s.Add(.1)
	}
	fmt.Println(s.Float64())
	// Output: 1
}

func ExampleSum_Merge() {
	var whole, part growth.Sum
	whole.Add(1e13)
	part.Add(.001)
	whole.Merge(part)
	whole.Add(-1e13)
	fmt.Println(whole.Float64())
	// Output: 0.001
}

func ExampleRange_UnmarshalText() {
	band := growth.Range{Low: .12, High: .17}
	text, _ := band.MarshalText()
	fmt.Println(string(text))
	fmt.Println(band.UnmarshalText([]byte("17-12%")))
	// Output:
	// 12..17%
	// growth: range "17-12%": low rate 0.17 is above high rate 0.12: order is reversed
}
