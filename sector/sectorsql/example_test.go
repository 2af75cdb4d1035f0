package sectorsql_test

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"log"
	"strings"

	"smartcity/sector"
	"smartcity/sector/sectorsql"
)

// With a driver it would be sql.Open("pgx", "postgres://…").
var answers = sql.OpenDB(&fake{rows: [][]driver.Value{
	{"Energy", int64(2018), int64(2), int64(2), int64(120), 910.5, nil, 1.8e9, nil},
	{"Energy", int64(2018), int64(2), int64(0), int64(3), 12.25, nil, nil, nil},
	{"Water", int64(2018), int64(1), int64(2), int64(1), nil, nil, 4e6, nil},
}})

func ExampleAggregate() {
	table, err := sectorsql.Aggregate(context.Background(), answers, sectorsql.Query{
		Dialect: sectorsql.PostgreSQL(),
		Table:   "companies",
		Columns: sectorsql.Columns{Sector: "sector", Year: "year", FTE: "fte", Revenue: "revenue"},
		Options: sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}},
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, r := range table.Rows {
		fmt.Printf("%s: %v firms, %v FTE (%d missing, %d suppressed), %.0f DKK per FTE\n", r.Key, r.Firms.Sum, r.Jobs.Sum, r.Jobs.Missing, r.Jobs.Suppressed, r.RevenuePerJob.Float64())
	}
	// Output:
	// [Energy 2018]: 123 firms, 922.75 FTE (0 missing, 0 suppressed), 1976936 DKK per FTE
	// [Water 2018]: 1 firms, missing FTE (0 missing, 1 suppressed), NaN DKK per FTE
}

func ExampleQuery_SQL() {
	q := sectorsql.Query{
		Dialect:    sectorsql.ClickHouse(),
		Table:      "register.companies",
		Columns:    sectorsql.Columns{Sector: "sector", Year: "year", FTE: "fte"},
		Where:      []sectorsql.Filter{{Column: "country", OneOf: []any{"DK"}}},
		Suppressed: []any{-9},
	}
	text, args, err := q.SQL()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(text)
	fmt.Println(args)
	// Output:
	// -- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
	// SELECT
	//   COALESCE(toString(`sector`), '') AS by_sector,
	//   `year` AS by_year,
	//   CASE
	//     WHEN toFloat64(`fte` * 1) IN (?) THEN 1
	//     WHEN `fte` IS NULL THEN 0
	//     WHEN toFloat64(`fte` * 1) BETWEEN 0 AND 1000000000000000000 THEN 2
	//     WHEN isNaN(toFloat64(`fte` * 1)) THEN 0
	//     ELSE 3
	//   END AS fte_status,
	//   COUNT(*) AS companies,
	//   SUM(toFloat64(`fte` * 1)) AS fte_sum,
	//   MIN(`fte`) AS fte_least
	// FROM `register`.`companies`
	// WHERE `country` IN (?)
	// GROUP BY by_sector, by_year, fte_status
	// LIMIT 1000001
	// [-9 DK]
}

func ExampleFilter() {
	q := sectorsql.Query{
		Table: "companies", Columns: sectorsql.Columns{Sector: "sector", Year: "year", FTE: "fte"},
		Where: []sectorsql.Filter{
			{Column: "year", From: 2014, To: 2018},
			{Column: "legal form", OneOf: []any{"A/S", "ApS"}},
			{Column: "status", OneOf: []any{"dissolved"}, Not: true},
		},
	}
	for _, d := range []sectorsql.Dialect{sectorsql.PostgreSQL(), sectorsql.SQLite()} {
		q.Dialect = d
		text, args, err := q.SQL()
		if err != nil {
			log.Fatal(err)
		}
		_, where, _ := strings.Cut(text, "WHERE ")
		where, _, _ = strings.Cut(where, "\nGROUP")
		fmt.Printf("%s: WHERE %s\n", d, where)
		fmt.Println(args...)
	}
	// Output:
	// PostgreSQL: WHERE "year" BETWEEN $1 AND $2
	//   AND "legal form" IN ($3, $4)
	//   AND "status" IS NOT NULL AND NOT ("status" IN ($5))
	// 2014 2018 A/S ApS dissolved
	// SQLite: WHERE `year` BETWEEN ? AND ?
	//   AND `legal form` IN (?, ?)
	//   AND `status` IS NOT NULL AND NOT (`status` IN (?))
	// 2014 2018 A/S ApS dissolved
}

func ExampleTooManyGroups() {
	_, err := sectorsql.Aggregate(context.Background(), answers, sectorsql.Query{
		Dialect: sectorsql.SQLite(), Table: "companies", MaxGroups: 2,
		Columns: sectorsql.Columns{Sector: "sector", Year: "year", FTE: "fte", Revenue: "revenue"},
	})
	if e, ok := errors.AsType[*sectorsql.TooManyGroups](err); ok {
		fmt.Println(e.Most, "are not enough:", err)
	}
	// Output:
	// 2 are not enough: sectorsql: more than 2 groups: group by less, filter, or raise MaxGroups
}

func ExampleReadConcordance() {
	db := sql.OpenDB(&fake{columns: []string{"code", "domain", "weight"}, rows: [][]driver.Value{{"62", "IT", .5}, {"6202", "Advice", nil}}})
	concordance, err := sectorsql.ReadConcordance(context.Background(), db, sectorsql.PostgreSQL(), "links", "")
	if err != nil {
		log.Fatal(err)
	}
	text, _, err := sectorsql.Query{
		Dialect: sectorsql.PostgreSQL(), Table: "companies", Concordance: concordance,
		Columns: sectorsql.Columns{IndustryCode: "nace", Year: "year", FTE: "fte"},
	}.SQL()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.Join(strings.Split(text, "\n")[1:4], "\n"))
	// Output:
	// SELECT
	//   COALESCE(CAST("nace" AS text), '') AS by_code,
	//   "year" AS by_year,
}

func ExampleStatement() {
	q := sectorsql.Query{
		Dialect: sectorsql.PostgreSQL(), Table: "companies",
		Columns: sectorsql.Columns{Sector: "sector", Year: "year", FTE: "fte"},
	}
	text, args, err := sectorsql.Statement(func(db sectorsql.Querier) error {
		_, err := sectorsql.HHI(context.Background(), db, q, 2018, sector.Jobs)
		return err
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(text)
	fmt.Println(args)
	// Output:
	// -- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused
	// SELECT
	//   0 AS part,
	//   in_sector AS name,
	//   COUNT(*) AS companies,
	//   fte_status AS fte_is,
	//   CAST(SUM(fte_figure) AS double precision) AS fte_sum,
	//   MIN(fte_stated) AS fte_least,
	//   CAST(SUM(fte_figure * fte_figure) AS double precision) AS squares,
	//   CAST(MIN(fte_figure) AS double precision) AS smallest,
	//   CAST(MAX(fte_figure) AS double precision) AS largest
	// FROM (
	//   SELECT
	//     COALESCE(CAST("sector" AS text), '') AS in_sector,
	//     CASE
	//       WHEN "fte" IS NULL THEN 0
	//       WHEN "fte" BETWEEN 0 AND 1000000000000000000 THEN 2
	//       WHEN CAST("fte" AS double precision) = 'NaN' THEN 0
	//       ELSE 3
	//     END AS fte_status,
	//     1e0 * "fte" AS fte_figure,
	//     "fte" AS fte_stated
	//   FROM "companies"
	//   WHERE "year" = 2018
	// ) AS companies_read
	// GROUP BY 2, 4
	// LIMIT 1000001
	// []
}
