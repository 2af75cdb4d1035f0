package sector_test

import (
	"fmt"

	"smartcity/sector"
)

func companies() []sector.Company {
	return []sector.Company{
		{ID: "1", Name: "Nord Energi", Sector: "Energy", Year: 2017, FTE: sector.Value(7.25), Revenue: sector.Value(12e6)},
		{ID: "1", Name: "Nord Energi", Sector: "Energy", Year: 2018, FTE: sector.Value(9), Revenue: sector.Value(15e6)},
		{ID: "2", Name: "Fjord Data", Sector: "Energy", Year: 2018, FTE: sector.Hidden(), Revenue: sector.Value(4e6)},
		{ID: "3", Name: "Aa Vand", Sector: "Water", Year: 2018, FTE: sector.Value(3), Revenue: sector.Figure{}},
	}
}

func Example() {
	table, err := sector.Aggregate(companies(), sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range append(table.In(2018), table.Totals[1]) {
		fmt.Printf("%-6s %d: %v firms, %v FTE (%d suppressed), revenue per FTE %v\n",
			r.Key[0], r.Year, r.Firms.Sum, r.Jobs.Sum, r.Jobs.Suppressed, r.RevenuePerJob)
	}
	// Output:
	// Energy 2018: 2 firms, 9 FTE (1 suppressed), revenue per FTE 1666666.6666666667
	// Water  2018: 1 firms, 3 FTE (0 suppressed), revenue per FTE missing
	//        2018: 3 firms, 12 FTE (1 suppressed), revenue per FTE 1666666.6666666667
}

func ExampleBuilder() {
	whole := sector.NewBuilder(sector.Options{By: []sector.Dimension{
		sector.BySize(), sector.By("initial", func(c sector.Company) string { return c.Name[:1] }),
	}})
	part := sector.NewBuilder(sector.Options{By: []sector.Dimension{
		sector.BySize(), sector.By("initial", func(c sector.Company) string { return c.Name[:1] }),
	}})
	for i, c := range companies()[1:] {
		b := whole
		if i%2 == 1 {
			b = part
		}
		if err := b.Add(c); err != nil {
			fmt.Println(err)
		}
	}
	if err := whole.Merge(part); err != nil {
		fmt.Println(err)
	}
	for _, r := range whole.Table().Rows {
		fmt.Printf("%q %v FTE\n", r.Key, r.Jobs.Sum)
	}
	// Output:
	// ["micro" "A"] 3 FTE
	// ["micro" "N"] 9 FTE
	// ["" "F"] missing FTE
}

func ExampleTable_Series() {
	table, _ := sector.Aggregate(companies(), sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}})
	s, err := table.Series(sector.Jobs, "Energy")
	fmt.Println(s.FirstYear, s.Values, s.Unit, err)
	changes := s.Changes()
	fmt.Printf("%.3f\n", changes.Values)
	// Output:
	// 2017 [7.25 9] FTE <nil>
	// [NaN 0.241]
}

func ExampleTable_Share() {
	table, _ := sector.Aggregate(companies()[1:], sector.Options{})
	for _, r := range table.Rows {
		fmt.Println(r.Key[0], table.Share(r, sector.Jobs))
	}
	// Output:
	// Energy 0.75
	// Water 0.25
}

func ExampleFigure() {
	for _, f := range []sector.Figure{{}, sector.Hidden(), sector.Value(0), sector.Value(7.25)} {
		fmt.Println(f, f.Known(), f.Float64())
	}
	// Output:
	// missing false NaN
	// suppressed false NaN
	// 0 true 0
	// 7.25 true 7.25
}

func ExampleSizeClass_Bounds() {
	from, below := sector.Small.Bounds()
	fmt.Println(sector.Small, from, below)
	// Output: small 10 50
}

func ExampleCompany_Validate() {
	c := sector.Company{Year: 2018, FTE: sector.Value(-3)}
	fmt.Println(c.Validate())
	c = sector.Company{Year: sector.LastYear + 1}
	fmt.Println(c.Validate())
	// Output:
	// sector: fte is -3, want a number of zero or more
	// sector: year is 2201, want a year from 1800 to 2200
}

// Rows are workplaces: a company with two of them is one firm, in each sector
// it works in and in the total.
func ExampleCounting() {
	plants := []sector.Company{
		{ID: "1", Establishment: "a", Sector: "Energy", Region: "Fyn", Year: 2018, FTE: sector.Value(10)},
		{ID: "1", Establishment: "b", Sector: "Water", Region: "Fyn", Year: 2018, FTE: sector.Value(20)},
		{ID: "2", Establishment: "c", Sector: "Water", Region: "Als", Year: 2018, FTE: sector.Value(30)},
	}
	_, err := sector.Aggregate(plants, sector.Options{})
	fmt.Println(err)
	table, _ := sector.Aggregate(plants, sector.Options{Firms: sector.CountIDs})
	for _, r := range append(table.Rows, table.Totals...) {
		fmt.Printf("%-6s %v firms, %v FTE\n", r.Key[0], r.Firms.Sum, r.Jobs.Sum)
	}
	fmt.Println("firms overlap:", table.FirmsOverlap)
	// Firms from a column, by region.
	table, _ = sector.Aggregate([]sector.Company{{Region: "Fyn", Year: 2018, Firms: sector.Value(12), FTE: sector.Value(90)}},
		sector.Options{By: []sector.Dimension{sector.ByRegion()}, Firms: sector.CountColumn})
	fmt.Println(table.Rows[0].Key[0], table.Rows[0].JobsPerFirm)
	// Output:
	// company 1 of 3: sector: establishment is a, want one company a row: set Options.Firms to CountIDs
	// Energy 1 firms, 10 FTE
	// Water  2 firms, 50 FTE
	//        2 firms, 60 FTE
	// firms overlap: true
	// Fyn 7.5
}

func ExampleMeasure_UnmarshalText() {
	var m sector.Measure
	fmt.Println(m.UnmarshalText([]byte("employees")), m, m.Unit())
	// Output: <nil> employees employees
}

func ExampleColumn_Additive() {
	fmt.Println(sector.Revenue.Additive(), sector.RevenuePerJob.Additive())
	// Output: true false
}

func ExampleSizeOf() {
	for _, jobs := range []sector.Figure{sector.Value(0), sector.Value(10), sector.Value(50), sector.Value(250), sector.Hidden()} {
		class := sector.SizeOf(jobs)
		from, below := class.Bounds()
		fmt.Printf("%v FTE: %q, %v to below %v\n", jobs, class, from, below)
	}
	// Output:
	// 0 FTE: "micro", 0 to below 10
	// 10 FTE: "small", 10 to below 50
	// 50 FTE: "medium", 50 to below 250
	// 250 FTE: "large", 250 to below +Inf
	// suppressed FTE: "", 0 to below 0
}

func ExampleColumn() {
	table, err := sector.Aggregate(companies()[1:], sector.Options{Firms: sector.CountIDs})
	if err != nil {
		fmt.Println(err)
		return
	}
	energy, _ := table.Row("Energy")
	for c := sector.Jobs; c <= sector.FirmsWeighted; c++ {
		fmt.Println(energy.Figure(c), table.Unit(c), c.Additive())
	}
	// Output:
	// 9 FTE true
	// 2 firms true
	// 19000000 DKK true
	// 1666666.6666666667 DKK per FTE false
	// 9 FTE per firm false
	// missing firms true
}

func ExampleBy() {
	initial := sector.By("initial", func(c sector.Company) string { return c.Name[:1] })
	fmt.Println(initial.Name(), sector.BySize().Name(), sector.Dimension{}.Name())
	// Output:
	// initial size sector
}
