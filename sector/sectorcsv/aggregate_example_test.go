package sectorcsv_test

import (
	"context"
	"fmt"
	"log"
	"strings"

	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

func ExampleAggregate() {
	file := strings.NewReader("id,sector,year,fte\n1,Energy,2018,7.25\n1,Energy,2019,8\n2,Water,2018,..\n")
	by := sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}}
	table, report, err := sectorcsv.Aggregate(context.Background(), file, sectorcsv.Options{}, by)
	if err != nil {
		log.Fatal(err)
	}
	for _, r := range table.Rows {
		fmt.Println(r.Key, r.Jobs.Sum)
	}
	fmt.Println(report.Kept, "companies,", report.Lane, "lane, doubles among", report.Checked)
	// Output:
	// [Energy 2018] 7.25
	// [Energy 2019] 8
	// [Water 2018] missing
	// 3 companies, fast lane, doubles among neighbouring rows
}
