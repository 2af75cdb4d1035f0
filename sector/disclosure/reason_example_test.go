package disclosure_test

import (
	"fmt"

	"smartcity/sector"
	"smartcity/sector/disclosure"
)

// Why each figure is hidden, for the office.
func ExampleReason() {
	result, err := disclosure.Protect(disclosure.Options{
		Firms: disclosure.HideFirms, Margins: disclosure.AllMargins, Years: disclosure.EachYear, // the defaults
	}, table(sector.BySector()))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range result.Suppressions {
		switch s.Reason {
		case disclosure.Sensitive:
			fmt.Println(s.Key, result.Tables[0].Unit(s.Column), "hidden by the rule", s.Rule)
		case disclosure.Complementary, disclosure.PartHidden, disclosure.OtherYear, disclosure.Unclear:
			fmt.Println(s.Key, result.Tables[0].Unit(s.Column), "hidden:", s.Reason)
		}
	}
	// Output:
	// [Waste] firms hidden: complementary
	// [Waste] FTE hidden: complementary
	// [Waste] DKK hidden: complementary
	// [Waste] DKK per FTE hidden: part hidden
	// [Waste] FTE per firm hidden: part hidden
	// [Water] firms hidden by the rule fewer than 3 companies
	// [Water] FTE hidden by the rule fewer than 3 companies
	// [Water] DKK hidden by the rule fewer than 3 companies
	// [Water] DKK per FTE hidden: part hidden
	// [Water] FTE per firm hidden: part hidden
}

// Each rule says which sums are sensitive, and how far above them the highest
// value must lie that a reader can think possible.
func ExampleRule() {
	contributions := []float64{90, 6, 4}
	for _, rule := range []disclosure.Rule{
		disclosure.MinimumCompanies{N: 3}, disclosure.Dominance{N: 1, K: 80}, disclosure.PPercent{P: 10},
	} {
		fmt.Printf("%v: %t, %.1f\n", rule, rule.Sensitive(contributions), rule.Protection(contributions))
	}
	// Output:
	// fewer than 3 companies: false, 0.0
	// (1,80) dominance: true, 12.5
	// 10% rule: true, 5.0
}
