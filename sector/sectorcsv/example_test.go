package sectorcsv_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

const file = `cvr_nr;virksomhedsnavn;branche;regnskabsår;årsværk;omsætning
90000001;Fjord Data;Energi;2018;7,25;1.200.000
90000002;Nord Vand;Vand;2018;..;800.000
90000003;Å Lys;Energi;2018;;
`

func Example() {
	companies, report, err := sectorcsv.Read(context.Background(), strings.NewReader(file), sectorcsv.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	table, err := sector.Aggregate(companies, report.Options(sector.BySector()))
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := sectorcsv.WriteTable(os.Stdout, table); err != nil {
		fmt.Println(err)
	}
	// Output:
	// sector,firms,fte,revenue,fte_missing,revenue_missing,fte_suppressed,revenue_suppressed
	// Energi,2,7.25,1200000,1,1,0,0
	// Vand,1,,800000,0,0,1,0
}

func ExampleReport() {
	_, report, err := sectorcsv.Read(context.Background(), strings.NewReader(file), sectorcsv.Options{Name: "firmaer.csv"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s: %d rows, separated by %q, decimal %q\n", report.File, report.Rows, report.Dialect.Comma, report.Dialect.Notation.Decimal)
	for _, c := range report.Columns {
		fmt.Printf("%s is %s: %d missing, %d suppressed\n", c.Header, c.Field, c.Missing, c.Suppressed)
	}
	// Output:
	// firmaer.csv: 3 rows, separated by ';', decimal ','
	// cvr_nr is id: 0 missing, 0 suppressed
	// virksomhedsnavn is name: 0 missing, 0 suppressed
	// branche is sector: 0 missing, 0 suppressed
	// regnskabsår is year: 0 missing, 0 suppressed
	// årsværk is fte: 1 missing, 1 suppressed
	// omsætning is revenue: 1 missing, 0 suppressed
}

func ExampleError() {
	bad := strings.Replace(file, "7,25", "7.25", 1)
	_, _, err := sectorcsv.Read(context.Background(), strings.NewReader(bad), sectorcsv.Options{Name: "firmaer.csv"})
	fmt.Println(err)
	if e, ok := errors.AsType[*sectorcsv.Error](err); ok {
		fmt.Println(e.Line, e.Column, e.Value)
	}
	// Output:
	// firmaer.csv:2: column "årsværk": "7.25": want a number: a group of thousands has three digits
	// 2 årsværk 7.25
}

func ExampleOptions() {
	// Headers of one's own, one bad row, revenue in millions.
	text := "Field,When,Staff,Money\nEnergy,2018,12,36.9\nEnergy,2018,a dozen,1\n"
	companies, report, err := sectorcsv.Read(context.Background(), strings.NewReader(text), sectorcsv.Options{
		Columns:     map[string]string{"sector": "Field", "year": "When", "revenue": "Money"},
		RevenueUnit: 1e6,
		Lenient:     true,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(companies[0].Employees, companies[0].Revenue)
	fmt.Println(report.Rejected[0])
	// Output:
	// 12 36900000
	// line 3: column "Staff": "a dozen": want a number: 'a' does not belong in it
}

func ExampleWriteTable() {
	table, _ := sector.Aggregate([]sector.Company{{Sector: "Energy", Year: 2018, Employees: sector.Value(3)}}, sector.Options{Measure: sector.Employees})
	if err := sectorcsv.WriteTable(os.Stdout, table); err != nil {
		fmt.Println(err)
	}
	// Output:
	// sector,firms,employees,revenue,employees_missing,revenue_missing,employees_suppressed,revenue_suppressed
	// Energy,1,3,,0,1,0,0
}

func ExampleReadFile() {
	companies, report, err := sectorcsv.ReadFile(context.Background(), "../../testdata/virksomheder.csv", sectorcsv.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	table, err := sector.Aggregate(companies, report.Options(sector.ByYear()))
	if err != nil {
		fmt.Println(err)
		return
	}
	total, _ := table.Total(2018)
	fmt.Printf("%v companies, %v FTE, revenue %v %s\n", total.Firms.Sum, total.Jobs.Sum, total.Revenue.Sum, table.Currency)
	// Output: 2300 companies, 17600 FTE, revenue 32000000000 DKK
}

func ExampleShareNotApplied() {
	_, report, _ := sectorcsv.Read(context.Background(), strings.NewReader("sector,year,fte,share\nEnergy,2018,100,0.25\n"), sectorcsv.Options{})
	for _, w := range report.Warnings {
		if w, ok := errors.AsType[*sectorcsv.ShareNotApplied](w); ok {
			fmt.Println(w.Below1, w)
		}
	}
	// Output: 1 1 companies have a share below 1 in column "share"; figures are those of whole companies
}
