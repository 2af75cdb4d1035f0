package stream_test

import (
	"fmt"
	"io"
	"log"
	"os"

	"smartcity/examples/companies/stream"
)

func ExampleReader() {
	file := stream.NewReader(9, stream.Options{Seed: 2018})
	if _, err := io.Copy(os.Stdout, file); err != nil {
		log.Fatal(err)
	}
	for _, c := range file.Totals() {
		fmt.Printf("%s %d: %d firm, %.2f FTE, revenue missing in %d\n", c.Sector, c.Year, c.Firms, float64(c.Quarters)/4, c.RevenueMissing)
	}
	// Output:
	// id,name,sector,region,year,fte,revenue,founded
	// 90000001,MF Klitbakke ApS,Buildings,Midtjylland,2014,9,23660595,2006
	// 90000001,MF Klitbakke ApS,Buildings,Midtjylland,2015,11,28041349,2006
	// 90000001,MF Klitbakke ApS,Buildings,Midtjylland,2016,12.25,33419919,2006
	// 90000001,MF Klitbakke ApS,Buildings,Midtjylland,2017,13.25,34367058,2006
	// 90000001,MF Klitbakke ApS,Buildings,Midtjylland,2018,14,38832626,2006
	// 90000002,SP Glimdal Vand ApS,Water,Hovedstaden,2017,3.25,4315958,2017
	// 90000002,SP Glimdal Vand ApS,Water,Hovedstaden,2018,3,4105838,2017
	// 90000003,KO Ellehøj ApS,Waste,Syddanmark,2014,1.75,2967001,1998
	// 90000003,KO Ellehøj ApS,Waste,Syddanmark,2015,2,,1998
	// Buildings 2014: 1 firm, 9.00 FTE, revenue missing in 0
	// Buildings 2015: 1 firm, 11.00 FTE, revenue missing in 0
	// Buildings 2016: 1 firm, 12.25 FTE, revenue missing in 0
	// Buildings 2017: 1 firm, 13.25 FTE, revenue missing in 0
	// Buildings 2018: 1 firm, 14.00 FTE, revenue missing in 0
	// Waste 2014: 1 firm, 1.75 FTE, revenue missing in 0
	// Waste 2015: 1 firm, 2.00 FTE, revenue missing in 1
	// Water 2017: 1 firm, 3.25 FTE, revenue missing in 0
	// Water 2018: 1 firm, 3.00 FTE, revenue missing in 0
}

func ExampleNewReader_danish() {
	file := stream.NewReader(2, stream.Options{Seed: 2018, Danish: true})
	if _, err := io.Copy(os.Stdout, file); err != nil {
		log.Fatal(err)
	}
	// Output:
	// cvr_nr;virksomhedsnavn;branche;region;regnskabsår;årsværk;omsætning;etableringsår
	// 90000001;MF Klitbakke ApS;Buildings;Midtjylland;2014;9;23.660.595;2006
	// 90000001;MF Klitbakke ApS;Buildings;Midtjylland;2015;11;28.041.349;2006
}
