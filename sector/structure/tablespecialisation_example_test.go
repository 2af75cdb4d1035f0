package structure_test

import (
	"fmt"
	"log"

	"smartcity/sector"
	"smartcity/sector/structure"
)

func ExampleTableSpecialisation() {
	_, table, reference := tables()
	s, err := structure.TableSpecialisation(table, reference, sector.Jobs, 2018)
	if err != nil {
		log.Fatal(err)
	}
	for _, l := range s.Lines {
		fmt.Printf("%-11s %5.0f %s, Krugman %.3f, HHI %.3f\n", l.Region, l.Figure.Float64(), s.Unit, l.Krugman.Float64(), l.HHI.Float64())
	}
	// Output:
	// Hovedstaden  7412 FTE, Krugman 0.670, HHI 0.126
	// Midtjylland  2779 FTE, Krugman 0.552, HHI 0.129
	// Nordjylland  1635 FTE, Krugman 0.840, HHI 0.155
	// Sjælland     2328 FTE, Krugman 1.058, HHI 0.159
	// Syddanmark   3447 FTE, Krugman 0.957, HHI 0.174
	//             17600 FTE, Krugman 0.707, HHI 0.117
}
