package disclosure_test

import (
	"fmt"

	"smartcity/sector"
	"smartcity/sector/disclosure"
)

func ExampleCheck() {
	t := table(sector.BySector(), sector.ByRegion())
	t.Warnings = append(t.Warnings, disclosure.Check(t)...)
	for _, w := range t.Warnings {
		if small, ok := w.(*disclosure.SmallCells); ok {
			for _, c := range small.Cells {
				fmt.Println(c.Key, c.Companies)
			}
		}
	}
	// Output:
	// [Water Fyn] 2
}
