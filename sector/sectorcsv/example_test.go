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

// A file as it comes: a title, a unit in a header, totals below, a code that a
// spreadsheet spoilt, and a convention for what is not known.
func ExampleDialect() {
	file := "Smart City 2018\n\nCVR;Branche;Branchekode;Årsværk;Omsætning (mio. kr.)\n" +
		"12345678;Energi;351100.0;7,25;1.200,5\n23456789;Vand;360000;..;-\nI alt;I alt;;7,25;1.200,5\n"
	companies, report, err := sectorcsv.Read(context.Background(), strings.NewReader(file), sectorcsv.Options{
		Year: 2018, Convention: sectorcsv.StatisticsDenmark,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	d := report.Dialect
	fmt.Printf("%v, separator %q, decimal %q, header in line %d\n", d.Encoding, d.Comma, d.Notation.Decimal, d.HeaderLine)
	for _, c := range companies {
		fmt.Println(c.ID, c.Sector, c.IndustryCode, c.FTE, c.Revenue)
	}
	for _, t := range report.Totals {
		fmt.Printf("line %d left out: %s\n", t.Line, t.Text)
	}
	for _, w := range report.Warnings {
		fmt.Println(w)
	}
	// Output:
	// UTF-8, separator ';', decimal ',', header in line 3
	// 12345678 Energi 351100 7.25 1200500000
	// 23456789 Vand 360000 suppressed 0
	// line 6 left out: I alt
	// 1 cells of column "Branchekode" were mended, the first in line 4: "351100.0"
}

// One column a year: each row is several company-years.
func ExampleOptions_wide() {
	file := "company,sector,fte_2017,fte_2018,flag\nNord,Energy,5,6,\nSyd,Energy,,3,\n"
	companies, _, err := sectorcsv.Read(context.Background(), strings.NewReader(file), sectorcsv.Options{})
	for _, c := range companies {
		fmt.Println(c.Name, c.Year, c.FTE)
	}
	fmt.Println(err)
	// Output:
	// Nord 2017 5
	// Nord 2018 6
	// Syd 2018 3
	// <nil>
}

// One figure a row, with columns of other names.
func ExampleLong() {
	file := "id;sector;year;what;how much\n1;Energy;2018;fte;5\n1;Energy;2018;revenue (mio. kr.);6\n"
	companies, _, err := sectorcsv.Read(context.Background(), strings.NewReader(file), sectorcsv.Options{
		Long: sectorcsv.Long{Variable: "what", Value: "how much"},
	})
	fmt.Println(companies[0].FTE, companies[0].Revenue, err)
	// Output: 5 6000000 <nil>
}

func ExampleFlag() {
	file := "sector,year,fte,fte_flag\nEnergy,2018,0,D\nWater,2018,0,\n"
	companies, _, err := sectorcsv.Read(context.Background(), strings.NewReader(file), sectorcsv.Options{
		Flags: map[string]sectorcsv.Flag{"fte": {Column: "fte_flag", Code: "D"}},
	})
	fmt.Println(companies[0].FTE, companies[1].FTE, err)
	// Output: suppressed 0 <nil>
}

func ExampleDoubles() {
	file := "id,sector,year,fte\n1,Energy,2018,5\n1,Energy,2018,6\n"
	for _, d := range []sectorcsv.Doubles{sectorcsv.RefuseDoubles, sectorcsv.KeepFirst, sectorcsv.KeepLast, sectorcsv.AddUp} {
		companies, _, err := sectorcsv.Read(context.Background(), strings.NewReader(file), sectorcsv.Options{Doubles: d})
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(companies[0].FTE)
	}
	// Output:
	// line 3: column "id": "1": a second row for the company in 2018, after line 2
	// 5
	// 6
	// 11
}

func ExampleSumOfOthers() {
	file := "sector,year,fte,revenue\nEnergy,2018,5,50\nWater,2018,6,70\nEverything,2018,11,120\n"
	_, report, err := sectorcsv.Read(context.Background(), strings.NewReader(file), sectorcsv.Options{})
	fmt.Println(report.Warnings, err)
	// Output: [line 4 is the sum of all other rows in 2018; if it is a total, everything is counted twice] <nil>
}
