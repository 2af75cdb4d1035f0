package structure_test

import (
	"fmt"
	"log"

	"smartcity/sector"
	"smartcity/sector/structure"
)

func known(sum float64) sector.Part {
	p := sector.Part{Status: sector.Known}
	p.Sum.Add(sum)
	return p
}

func ExampleSizeOptions_Classes() {
	classes, err := (&structure.SizeOptions{Limits: []float64{5, 20}}).Classes()
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range classes {
		fmt.Printf("%q from %v to %v\n", c.Name, c.From, c.To)
	}
	// Output:
	// "[0,5)" from 0 to 5
	// "[5,20)" from 5 to 20
	// "[20,∞)" from 20 to +Inf
	// "" from NaN to NaN
}

func ExampleSizeClassesOfRows() {
	d, err := structure.SizeClassesOfRows([]structure.SizeRows{
		{Class: 0, Rows: sector.Rows{Year: 2018, N: 900, FTE: known(2250)}},
		{Class: 3, Rows: sector.Rows{Year: 2018, N: 4, FTE: known(2750)}},
	}, 2018, nil)
	if err != nil {
		log.Fatal(err)
	}
	for _, l := range d.Lines[:4] {
		fmt.Printf("%s: %d companies, %v of the jobs\n", l.Name, l.Companies, l.JobShare)
	}
	// Output:
	// micro: 900 companies, 0.45 of the jobs
	// small: 0 companies, 0 of the jobs
	// medium: 0 companies, 0 of the jobs
	// large: 4 companies, 0.55 of the jobs
}

func ExampleFigureSums_HHI() {
	// Of 60, 20, 10 and 10, and one that is not known.
	c, err := structure.FigureSums{N: 4, LeftOut: 1, Sum: 100, Squares: 4200, Least: 10, Largest: 60}.HHI()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%.2f, normalised %.2f, %v\n", c.HHI, c.Normalised, c.Warnings)
	// Output:
	// 0.42, normalised 0.23, [1 of 5 items are left out, their figures are not known]
}

func ExampleTopCompaniesOfRows() {
	list, err := structure.TopCompaniesOfRows([]structure.TopRows{{
		All:     []structure.FigureRows{{N: 40, Part: known(100)}, {N: 2, Part: sector.Part{Status: sector.Suppressed}}},
		Largest: []structure.TopCompany{{ID: "17", Figure: 25}, {ID: "04", Figure: 20}},
		Equal:   map[float64]int{25: 1, 20: 3},
	}}, 2018, &structure.TopOptions{K: 2})
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range list.Groups[0].Companies {
		fmt.Println(c.Rank, c.ID, c.Figure, c.Accumulated)
	}
	fmt.Println(list.Warnings)
	// Output:
	// 1 17 25 0.25
	// 2 04 20 0.45
	// [2 more companies have 20 too fte: figures that are not in its sums: 0 missing, 2 suppressed]
}
