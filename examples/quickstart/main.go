package main

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"os"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/projection"
	"smartcity/projection/projectionplot"
	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

func main() {
	companies, read, err := sectorcsv.ReadFile(context.Background(), "testdata/companies.csv", sectorcsv.Options{})
	check(err)
	table, err := sector.Aggregate(companies, read.Options(sector.BySector(), sector.ByYear()))
	check(err)
	outlook, err := projection.Sectors(table, 2018, 2025, projection.Assumptions{Market: growth.Range{Low: 0.12, High: 0.17}})
	check(err)
	for _, s := range outlook.Total.Scenarios {
		fmt.Printf("%s: %.0f → %.0f FTE by 2025, a gain of %.0f\n", s.Name, s.LevelIn(2018), s.LevelIn(2025), s.GainIn(2025))
	}
	history, err := table.Series(sector.Jobs)
	check(err)
	chart, err := projectionplot.NewBandPage(outlook.Total, history, 35200, growthplot.Text{Subject: "Denmark"}, growthplot.Style{})
	check(err)
	var svg bytes.Buffer
	check(chart.SVG(&svg))
	check(os.WriteFile("jobs.svg", svg.Bytes(), 0o644))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
