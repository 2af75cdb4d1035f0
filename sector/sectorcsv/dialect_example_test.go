package sectorcsv_test

import (
	"context"
	"fmt"
	"strings"

	"smartcity/growth/locale"
	"smartcity/sector/sectorcsv"
)

// Nothing in this file says whether "1.234" is a thousand or a decimal; the
// notation of the dialect does.
func ExampleDialect_notation() {
	text := "sector;year;fte\nEnergy;2018;1.234\n"
	_, _, err := sectorcsv.Read(context.Background(), strings.NewReader(text), sectorcsv.Options{})
	fmt.Println(err)
	companies, report, err := sectorcsv.Read(context.Background(), strings.NewReader(text), sectorcsv.Options{
		Dialect: sectorcsv.Dialect{Notation: locale.Danish.Notation()},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	d := report.Dialect
	fmt.Println(companies[0].FTE, d.Encoding == sectorcsv.UTF8, string(d.Comma), d.HeaderLine)
	// Output:
	// line 2: column "fte": "1.234": could be a number of thousands or one with three decimals, and no other number tells which; say so (-decimal comma or -decimal point)
	// 1234 true ; 1
}

// A Latin-1 file whose first line begins with the mark of comments, and is none.
func ExampleDialect_encoding() {
	text := "#;sektor;\xe5r;\xe5rsv\xe6rk\n1;Energi;2018;7,5\n"
	companies, report, err := sectorcsv.Read(context.Background(), strings.NewReader(text), sectorcsv.Options{
		Dialect: sectorcsv.Dialect{Encoding: sectorcsv.Windows1252, Comment: sectorcsv.NoComment},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(companies[0].Sector, companies[0].FTE, report.Dialect.Encoding, report.Ignored)
	// Output:
	// Energi 7.5 Windows-1252 [#]
}

func ExampleDefaultTotals() {
	text := "sector,year,fte\nEnergy,2018,12\nEconomy in all,2018,900\nTotal,2018,912\n"
	companies, report, err := sectorcsv.Read(context.Background(), strings.NewReader(text), sectorcsv.Options{
		Totals: append(sectorcsv.DefaultTotals(), "economy in all"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(companies), "company;", "left out:", report.Totals)
	// Output:
	// 1 company; left out: [{3 Economy in all} {4 Total}]
}
