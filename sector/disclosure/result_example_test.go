package disclosure_test

import (
	"fmt"

	"smartcity/sector"
	"smartcity/sector/disclosure"
)

func ExampleResult() {
	result, err := disclosure.Protect(disclosure.Options{}, table(sector.BySector()))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range result.Suppressions {
		if s.Column == sector.Jobs {
			fmt.Println(s.By, s.Key, s.Reason, s.Rule)
		}
	}
	for _, l := range result.Losses {
		if l.Column == sector.Jobs {
			fmt.Printf("%d of %d figures, %v FTE, %.1f %%\n", l.Sensitive+l.Complementary, l.Figures, l.Value, 100*l.Share)
		}
	}
	// Output:
	// [sector] [Waste] complementary <nil>
	// [sector] [Water] sensitive fewer than 3 companies
	// 2 of 5 figures, 37 FTE, 9.7 %
}

func ExampleResult_View() {
	result, err := disclosure.Protect(disclosure.Options{}, table(sector.BySector()))
	if err != nil {
		fmt.Println(err)
		return
	}
	view := result.View()
	fmt.Println(len(view.Columns), "columns:")
	for _, row := range view.Rows[:3] {
		fmt.Println(row[0].Text, row[1].Text, row[2].Number, row[3].Number, row[4].Number, row[5].Number)
	}
	// Output:
	// 7 columns:
	// sector firms 5 1 1 7
	// sector fte 5 1 1 37
	// sector revenue 5 1 1 7.4e+07
}
