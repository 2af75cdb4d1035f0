package dynamics_test

import (
	"fmt"

	"smartcity/sector"
	"smartcity/sector/dynamics"
)

func ExampleHighGrowthRule() {
	own := dynamics.HighGrowthRule{
		Name: "cluster_2020", Source: "the cluster's own: 15 % a year or more over two years, from 20 FTE",
		Growth: .15, OrMore: true, Years: 2, MinJobs: 20, Measure: sector.FTE,
	}
	// A published rule with one word changed is another rule, and gets a name.
	orMore := dynamics.EU439of2014()
	orMore.Name, orMore.OrMore = "eurostat_10_percent_or_more", true
	for _, r := range []dynamics.HighGrowthRule{
		dynamics.OECDEurostat2007(sector.Jobs), dynamics.OECDEurostat2007(sector.Revenue),
		dynamics.EU439of2014(), orMore, dynamics.StatisticsDenmark(), own,
	} {
		words := "more than"
		if r.OrMore {
			words = "at least"
		}
		fmt.Printf("%s: %s %s times as much in %d years, from %v %s\n", r.Name, words, r.Ratio().FloatString(4), r.Years, r.MinJobs, r.Measure.Unit())
	}
	// Output:
	// oecd_eurostat_2007_employees: more than 1.7280 times as much in 3 years, from 10 employees
	// oecd_eurostat_2007_turnover: more than 1.7280 times as much in 3 years, from 10 employees
	// eu_439_2014: more than 1.3310 times as much in 3 years, from 10 employees
	// eurostat_10_percent_or_more: at least 1.3310 times as much in 3 years, from 10 employees
	// statistics_denmark: at least 1.7280 times as much in 3 years, from 5 FTE
	// cluster_2020: at least 1.3225 times as much in 2 years, from 20 FTE
}
