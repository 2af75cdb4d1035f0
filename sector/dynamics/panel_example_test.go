package dynamics_test

import (
	"errors"
	"fmt"

	"smartcity/sector"
	"smartcity/sector/dynamics"
)

// company makes the rows of a company, one a year from 2015 on; a figure below
// zero stands for a year without a row, and NaN for a figure nobody states.
func company(id, field string, founded int, fte ...float64) []sector.Company {
	var rows []sector.Company
	for i, x := range fte {
		if x < 0 {
			continue
		}
		rows = append(rows, sector.Company{
			ID: id, Sector: field, Year: 2015 + i, Founded: founded, FTE: sector.Value(x), Revenue: sector.Value(x * 1.5e6),
		})
	}
	return rows
}

// field is a small field of companies.
func field() *dynamics.Panel {
	const none = -1
	var rows []sector.Company
	for _, c := range [][]sector.Company{
		company("10000001", "Energy", 1998, 40, 42, 42, 45),
		company("10000002", "Energy", 2013, 10, 13, 16, 20),
		company("10000003", "Energy", 2005, 12, 9, none, none),
		company("10000004", "Water", 2001, 25, none, 24, 22),
		company("10000005", "Water", 2016, none, 3, 5, 8),
		company("10000006", "Water", 1987, 60, 58, 61, 66),
	} {
		rows = append(rows, c...)
	}
	panel, err := dynamics.NewPanel(rows, dynamics.PanelOptions{})
	if err != nil {
		panic(err)
	}
	return panel
}

func ExampleNewPanel() {
	rows := []sector.Company{
		{ID: "10000001", Sector: "Energy", Year: 2017, FTE: sector.Value(7.25)},
		{ID: "10000001", Sector: "Energy", Year: 2018, FTE: sector.Value(9)},
		{ID: "10000001", Sector: "Energy", Year: 2018, FTE: sector.Value(9.5)},
	}
	_, err := dynamics.NewPanel(rows, dynamics.PanelOptions{})
	fmt.Println(err)
	if e, ok := errors.AsType[*dynamics.RepeatedError](err); ok {
		fmt.Println("twice in", e.Year)
	}

	panel, err := dynamics.NewPanel(rows, dynamics.PanelOptions{Repeated: dynamics.LastRepeated})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(panel.Companies(), "company in", panel.Years())
	for o := range panel.All() {
		fmt.Println(o.ID, o.Year, o.Jobs)
	}
	for _, w := range panel.Warnings() {
		fmt.Println(w)
	}
	// Output:
	// dynamics: company "10000001" is there twice in 2018, in rows 2 and 3: correct the file, or say with PanelOptions.Repeated which is meant
	// twice in 2018
	// 1 company in [2017 2018]
	// 10000001 2017 7.25
	// 10000001 2018 9.5
	// 2 rows of 1 company-years that were there more than once became one each: the last taken
}

func ExamplePanel_Find() {
	o, ok := field().Find("10000004", 2018)
	fmt.Println(o.Sector, o.Jobs, o.Revenue, o.Founded, ok)
	_, ok = field().Find("10000004", 2016)
	fmt.Println(ok)
	// Output:
	// Water 22 33000000 2001 true
	// false
}

func ExamplePanel_Measure() {
	p, err := dynamics.NewPanel(nil, dynamics.PanelOptions{Measure: sector.Employees, Currency: "EUR"})
	fmt.Println(p.Measure(), p.Currency(), p.Len(), p.Years(), err)
	// Output:
	// employees EUR 0 [] <nil>
}
