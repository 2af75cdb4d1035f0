package disclosure_test

import (
	"fmt"

	"smartcity/sector"
	"smartcity/sector/disclosure"
)

func ExampleAudit() {
	result, err := disclosure.Protect(disclosure.Options{}, table(sector.BySector()))
	if err != nil {
		fmt.Println(err)
		return
	}
	exposure, err := disclosure.Audit(result.Tables...)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, i := range exposure.Intervals {
		fmt.Println(i.Key, i.Column == sector.Jobs, i.Lower, i.Upper)
	}
	// Output:
	// [Waste] false 0 7
	// [Water] false 0 7
	// [Waste] true 0 37
	// [Water] true 0 37
	// [Waste] false 0 7.4e+07
	// [Water] false 0 7.4e+07
}

func ExampleExposure_View() {
	result, err := disclosure.Protect(disclosure.Options{}, table(sector.BySector()))
	if err != nil {
		fmt.Println(err)
		return
	}
	exposure, err := disclosure.Audit(result.Tables...)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range exposure.View().Rows {
		fmt.Println(row[1].Text, row[3].Text, row[4].Number, row[5].Number)
	}
	// Output:
	// Waste firms 0 7
	// Water firms 0 7
	// Waste jobs 0 37
	// Water jobs 0 37
	// Waste revenue 0 7.4e+07
	// Water revenue 0 7.4e+07
}
