package sectorcsv_test

import (
	"context"
	"fmt"
	"log"
	"strings"

	"smartcity/growth"
	"smartcity/sector/sectorcsv"
)

func ExampleReadColumns() {
	text := "cvr;sektor;år;årsværk\n90000001;Energi;2017;7,5\n90000001;Energi;2018;8\n90000002;Vand;2018;..\n"
	c, report, err := sectorcsv.ReadColumns(context.Background(), strings.NewReader(text), sectorcsv.Options{})
	if err != nil {
		log.Fatal(err)
	}
	var jobs growth.Sum
	for i := range c.Len() {
		if c.Year[i] == 2018 && c.FTE[i].Known() {
			jobs.Add(c.FTE[i].Float64())
		}
	}
	fmt.Println(c.Len(), "rows,", jobs.Float64(), "FTE in 2018,", report.Lane, "lane")
	// Output: 3 rows, 8 FTE in 2018, fast lane
}

func ExampleReadColumnsFile() {
	c, report, err := sectorcsv.ReadColumnsFile(context.Background(), "../../testdata/companies.csv", sectorcsv.Options{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(report.File, c.Len() == report.Kept, report.Lane == sectorcsv.FastLane, report.Checked)
	// Output:
	// companies.csv true true neighbouring rows
}
