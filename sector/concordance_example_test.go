package sector_test

import (
	"fmt"
	"slices"

	"smartcity/sector"
)

func links() []sector.Link {
	return []sector.Link{
		{Revision: "DB07", Code: "D", Domain: "Energy"}, // section D, division 35
		{Revision: "DB07", Code: "62", Domain: "Data", Weight: sector.Value(.5)},
		{Revision: "DB07", Code: "62", Domain: "Energy", Weight: sector.Value(.25)},
		{Revision: "DB07", Code: "62.09.00", Domain: "Data", Weight: sector.Value(.1), From: 2015},
	}
}

func ExampleConcordance_Split() {
	concordance, err := sector.NewConcordance(links(), "")
	if err != nil {
		fmt.Println(err)
		return
	}
	// Half of the company is in the field at all.
	c := sector.Company{Name: "Fjord Data", IndustryCode: "620100", Year: 2018, FTE: sector.Value(80), Revenue: sector.Hidden(), Share: sector.Value(.5)}
	d, err := concordance.Split(c, sector.CountRows)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range d.Parts {
		fmt.Println(p.Sector, p.FTE, "FTE, revenue", p.Revenue, "as", p.Firms, "firms")
	}
	fmt.Println(d.Gap, "of", d.Code+":", d.Rest.FTE, "FTE")
	// Output:
	// Data 20 FTE, revenue suppressed as 0.25 firms
	// Energy 10 FTE, revenue suppressed as 0.125 firms
	// rest of the weights of 62: 10 FTE
}

func ExampleConcordance_Map() {
	concordance, err := sector.NewConcordance(links(), "DB07")
	if err != nil {
		fmt.Println(err)
		return
	}
	mapping, err := concordance.Map([]sector.Company{
		{ID: "1", IndustryCode: "351100", Year: 2018, FTE: sector.Value(40)},
		{ID: "2", IndustryCode: "62.01", Year: 2018, FTE: sector.Value(80)},
		{ID: "3", IndustryCode: "620900", Year: 2018, FTE: sector.Value(10)},
		{ID: "4", IndustryCode: "011100", Year: 2018, FTE: sector.Value(7)},
		{ID: "5", Year: 2018, FTE: sector.Value(2)},
	}, sector.CountRows)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(mapping.Whole, "companies in domains,", mapping.Partly, "partly,", mapping.Without, "not at all")
	for _, g := range mapping.Gaps {
		fmt.Printf("%v %q: %v FTE\n", g.Gap, g.Code, g.Amount.FTE.Sum)
	}
	// The rest stands in the table, too, so that the total is that of the companies.
	table, err := sector.Aggregate(slices.Concat(mapping.Companies, mapping.Rest), sector.Options{Firms: sector.CountIDs})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range append(table.Rows, table.Totals...) {
		fmt.Printf("%-6s %v FTE, %v firms, %v weighted\n", r.Key[0], r.Jobs.Sum, r.Firms.Sum, r.FirmsWeighted.Sum)
	}
	// Output:
	// 1 companies in domains, 2 partly, 2 not at all
	// no industry code "": 2 FTE
	// not in the concordance "011100": 7 FTE
	// rest of the weights "6201": 20 FTE
	// rest of the weights "620900": 9 FTE
	// Data   41 FTE, 2 firms, 0.6 weighted
	// Energy 60 FTE, 2 firms, 1.25 weighted
	//        38 FTE, 4 firms, 3.15 weighted
	//        139 FTE, 5 firms, 5 weighted
}

func ExampleNewConcordance() {
	_, err := sector.NewConcordance([]sector.Link{
		{Code: "62.01", Domain: "Data", Weight: sector.Value(.75), From: 2014},
		{Code: "62.01", Domain: "Energy", Weight: sector.Value(.5), To: 2018},
	}, "")
	fmt.Println(err)
	// Output:
	// sector: link 2 of the concordance (code "62.01", domain "Energy", weight 0.5, –2018): want weights of the code that add up to at most 1: they are 1.25 in 2014
}
