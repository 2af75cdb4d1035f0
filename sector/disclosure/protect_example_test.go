package disclosure_test

import (
	"fmt"

	"smartcity/sector"
	"smartcity/sector/disclosure"
)

// companies are six of energy, two of water, five of waste and seven of
// mobility, in two regions.
func companies() []sector.Company {
	var out []sector.Company
	add := func(in, region string, fte ...float64) {
		for _, x := range fte {
			out = append(out, sector.Company{
				ID: fmt.Sprint(len(out) + 1), Sector: in, Region: region, Year: 2018,
				FTE: sector.Value(x), Revenue: sector.Value(2e6 * x),
			})
		}
	}
	add("Energy", "Sjælland", 40, 25, 12)
	add("Energy", "Fyn", 30, 9, 8)
	add("Mobility", "Sjælland", 60, 55, 20, 14)
	add("Mobility", "Fyn", 33, 31, 7)
	add("Waste", "Sjælland", 8, 4, 6, 2, 1)
	add("Water", "Fyn", 5, 11)
	return out
}

func table(by ...sector.Dimension) *sector.Table {
	t, err := sector.Aggregate(companies(), sector.Options{By: by, Contributions: true})
	if err != nil {
		panic(err)
	}
	return t
}

func Example() {
	before := table(sector.BySector())
	for _, w := range disclosure.Check(before) {
		fmt.Println("warning:", w)
	}
	result, err := disclosure.Protect(disclosure.Options{}, before)
	if err != nil {
		fmt.Println(err)
		return
	}
	protected := result.Tables[0]
	for _, r := range append(protected.Rows, protected.Totals...) {
		fmt.Printf("%q: %v FTE, share %v, revenue per FTE %v\n", r.Key[0], r.Jobs.Sum, protected.Share(r, sector.Jobs), r.RevenuePerJob)
	}
	// Output:
	// warning: a cell with figures of fewer than 3 companies; nothing is hidden without rules
	// "Energy": 124 FTE, share 0.32545931758530183, revenue per FTE 2000000
	// "Mobility": 220 FTE, share 0.5774278215223098, revenue per FTE 2000000
	// "Waste": suppressed FTE, share suppressed, revenue per FTE suppressed
	// "Water": suppressed FTE, share suppressed, revenue per FTE suppressed
	// "": 381 FTE, share 1, revenue per FTE 2000000
}

// Tables of the same companies are protected together: what is hidden in one
// does not follow from another.
func ExampleProtect() {
	rules := disclosure.Options{Rules: []disclosure.Rule{disclosure.MinimumCompanies{N: 3}, disclosure.PPercent{P: 15}}}
	result, err := disclosure.Protect(rules, table(sector.BySector(), sector.ByRegion()), table(sector.BySector()), table(sector.ByRegion()))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, t := range result.Tables {
		for _, r := range append(t.Rows, t.Totals...) {
			fmt.Println(r.Key, r.Jobs.Sum, r.Firms.Sum)
		}
	}
	// Output:
	// [Energy Fyn] suppressed suppressed
	// [Energy Sjælland] suppressed suppressed
	// [Mobility Fyn] 71 3
	// [Mobility Sjælland] 149 4
	// [Waste Sjælland] suppressed suppressed
	// [Water Fyn] suppressed suppressed
	// [ ] 381 20
	// [Energy] 124 6
	// [Mobility] 220 7
	// [Waste] suppressed suppressed
	// [Water] suppressed suppressed
	// [] 381 20
	// [Fyn] 134 8
	// [Sjælland] 247 12
	// [] 381 20
}
