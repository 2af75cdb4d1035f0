package main

import (
	"context"
	"database/sql"
	"log"
	"os"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver is yours to choose

	"smartcity/sector"
	"smartcity/sector/sectorcsv"
	"smartcity/sector/sectorsql"
)

func main() {
	db, err := sql.Open("pgx", os.Getenv("DATABASE_URL"))
	check(err)
	table, err := sectorsql.Aggregate(context.Background(), db, sectorsql.Query{
		Dialect: sectorsql.PostgreSQL(),
		Table:   "companies",
		Columns: sectorsql.Columns{Sector: "sector", Year: "year", FTE: "fte", Revenue: "revenue"},
		Options: sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}},
	})
	check(err)
	check(sectorcsv.WriteTable(os.Stdout, table))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
