package sectorcsv_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

func ExampleReadRecords() {
	type Export struct {
		Code    string        `csv:"code,branchekode"`
		Year    int           `csv:"year,år"`
		Exports sector.Figure `csv:"exports,eksport"`
		Patents *int          `csv:"patents,patenter,default="`
	}
	const file = "Branchekode;År;Eksport (1.000 kr.)\n010110;2018;17.600,5\n620100;2018;..\n"
	exports, report, err := sectorcsv.ReadRecords[Export](context.Background(), strings.NewReader(file), sectorcsv.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range exports {
		fmt.Println(e.Code, e.Year, e.Exports, e.Patents == nil)
	}
	fmt.Printf("%+v\n", report.Columns[2])
	// Output:
	// 010110 2018 17600500 true
	// 620100 2018 suppressed true
	// {Field:exports Header:Eksport (1.000 kr.) Year:0 Unit:1000 Missing:0 Suppressed:1}
}

func ExampleReadRecords_error() {
	type Price struct {
		Year  int     `csv:"year"`
		Index float64 `csv:"index"`
	}
	const file = "year,index\n2018,100\n,101.5\n"
	_, _, err := sectorcsv.ReadRecords[Price](context.Background(), strings.NewReader(file), sectorcsv.Options{Name: "prices.csv"})
	fmt.Println(err)
	// Output: prices.csv:3: column "year": want a whole number; the figure is missing, which the type int cannot say
}

func ExampleReadRecordsFile() {
	type Price struct {
		Year  int     `csv:"year"`
		Index float64 `csv:"index"`
	}
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "priser.csv")
	if err := os.WriteFile(path, []byte("År;Prisindeks\n2018;100\n2019;101,5\n"), 0o644); err != nil {
		fmt.Println(err)
		return
	}
	prices, report, err := sectorcsv.ReadRecordsFile[Price](context.Background(), path, sectorcsv.Options{
		Columns: map[string]string{"year": "År", "index": "Prisindeks"},
	})
	fmt.Println(prices, report.File, err)
	// Output: [{2018 100} {2019 101.5}] priser.csv <nil>
}
