package structure_test

import (
	"fmt"
	"log"

	"smartcity/sector"
	"smartcity/sector/structure"
)

func ExampleTopCompanies() {
	companies, _, _ := tables()
	l, err := structure.TopCompanies(companies, 2018, &structure.TopOptions{K: 3, Column: sector.Revenue})
	if err != nil {
		log.Fatal(err)
	}
	for _, g := range l.Groups {
		for _, c := range g.Companies {
			fmt.Printf("%d. %s (%s): %.0f %s, together %.1f %%\n", c.Rank, c.Name, c.Sector, c.Figure, l.Unit, 100*c.Accumulated.Float64())
		}
	}
	for _, w := range l.Warnings {
		fmt.Println(w)
	}
	// Output:
	// 1. Åkandegab Klimasikring ApS (Water and climate adaptation): 964176000 DKK, together 3.0 %
	// 2. Kløverhøj Energistyring ApS (Energy): 877405000 DKK, together 5.8 %
	// 3. Hvidskær & Vibeeng Fjernvarme I/S (Energy): 748819000 DKK, together 8.1 %
	// revenue: figures that are not in its sums: 13 missing, 27 suppressed
}
