package structure_test

import (
	"context"
	"log"

	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

// tables reads companies and the economy they are part of, which is a table as
// well: a file with a row for each sector, region and year.
func tables() (companies []sector.Company, table, reference *sector.Table) {
	by := []sector.Dimension{sector.BySector(), sector.ByRegion(), sector.ByYear()}
	companies, report, err := sectorcsv.ReadFile(context.Background(), "../../testdata/companies.csv", sectorcsv.Options{})
	if err != nil {
		log.Fatal(err)
	}
	table, err = sector.Aggregate(companies, report.Options(by...))
	if err != nil {
		log.Fatal(err)
	}
	reference, _, err = sectorcsv.AggregateFile(context.Background(), "../../testdata/reference.csv", sectorcsv.Options{}, sector.Options{By: by})
	if err != nil {
		log.Fatal(err)
	}
	return companies, table, reference
}
