package sectorcsv_test

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"smartcity/sector/sectorcsv"
)

// warnings prints the warnings of a file of one year, 2018.
func warnings(file string, opt sectorcsv.Options) {
	opt.Year = 2018
	_, report, err := sectorcsv.Read(context.Background(), strings.NewReader(file), opt)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, w := range report.Warnings {
		fmt.Println(w)
	}
}

func ExampleMended() {
	warnings("id,sector,industry_code,fte,founded\n1,Energy,351100.0,5,12-03-1999\n2,Water,360000,3,2001\n", sectorcsv.Options{})
	// Output:
	// 1 cells of column "industry_code" were mended, the first in line 2: "351100.0"
	// 1 cells of column "founded" were mended, the first in line 2: "12-03-1999"
}

// Subtotals are told by their texts, a total over municipalities by its column.
func ExampleTotalsKept() {
	warnings("sector;municipality;fte\nEnergy;Køge;5\nEnergy;Roskilde;6\nEnergy;I alt;11\nEnergy Total;;11\nTotal;;11\n", sectorcsv.Options{})
	// Output:
	// 1 rows say that they are totals in column "sector", the first in line 5: "Energy Total"; they are kept, since only the whole sector, region or name tells a total
	// 1 rows say that they are totals in column "municipality", the first in line 4: "I alt"; they are kept, since only the whole sector, region or name tells a total
}

// A unit of money would be an error: nobody could tell what was meant.
func ExampleUnitBeside() {
	warnings("Beskæftigede efter branche, tal i 1.000\n\nsektor;ansatte\nEnergi;3,1\nVand;1,5\n", sectorcsv.Options{})
	// Output: "Beskæftigede efter branche, tal i 1.000" beside the table may name a unit, "i 1.000", and headers of figures have none; they are read as they stand
}

func ExampleNothingKnown() {
	warnings("name,sector,fte\nNord,Energy,5\nUpdated,March,\n", sectorcsv.Options{})
	// Output: 1 rows have neither an id nor a known figure, the first in line 3; each is counted as a company
}

func ExampleDoublesDiffer() {
	warnings("id,sector,region,fte\n1,Energy,North,5\n1,Energy,South,6\n", sectorcsv.Options{Doubles: sectorcsv.AddUp})
	// Output: 1 rows have another region than the row of the same company-year that they were added to (column "region"; line 3, added to line 2)
}

// One figure a row, each in a unit of its own.
func ExampleRowUnit() {
	file := "sector;year;variable;unit;value\nEnergy;2018;Turnover;DKK m;36,9\nEnergy;2018;Employees;thousand persons;1,25\n"
	companies, report, err := sectorcsv.Read(context.Background(), strings.NewReader(file), sectorcsv.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(companies[0].Revenue, companies[0].Employees)
	for _, u := range report.Units {
		fmt.Printf("%q is %v for %d figure of %s\n", u.Text, u.Unit, u.Count, u.Field)
	}
	// Output:
	// 36900000 1250
	// "DKK m" is 1e+06 for 1 figure of revenue
	// "thousand persons" is 1000 for 1 figure of employees
}

// What is left out, and where.
func ExampleLeft() {
	file := "name;sector;fte\nNord;Energy;5\nTotal;;5\nSource: the register;;\n"
	_, report, err := sectorcsv.Read(context.Background(), strings.NewReader(file), sectorcsv.Options{Year: 2018})
	fmt.Println(report.Rows, report.Kept, report.Totals, report.Notes, err)
	// Output: 3 1 [{3 Total}] [{4 Source: the register}] <nil>
}

// A quote is missing in line 2; the one in line 3 closes the cell.
func ExampleError_quotes() {
	file := "id;name;sector;year;fte\n1;\"Nord;Energy;2018;5\n2;Syd\";Water;2018;6\n"
	_, _, err := sectorcsv.Read(context.Background(), strings.NewReader(file), sectorcsv.Options{})
	if e, ok := errors.AsType[*sectorcsv.Error](err); ok {
		fmt.Println(e.Line, e.Column)
		fmt.Println(e.Reason)
	}
	// Output:
	// 2 name
	// the quote that opens in this line closes in line 3 only, and the lines between are rows: is a closing quote missing?
}
