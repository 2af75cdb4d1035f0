package sectorsql_test

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"log"

	"smartcity/sector"
	"smartcity/sector/dynamics"
	"smartcity/sector/sectorsql"
	"smartcity/sector/structure"
)

// answering is a database that answers with these rows. With a driver it would be
// sql.Open("pgx", "postgres://…").
func answering(rows ...[]driver.Value) *sql.DB { return sql.OpenDB(&fake{rows: rows}) }

func companiesTable() sectorsql.Query {
	return sectorsql.Query{
		Dialect: sectorsql.PostgreSQL(), Table: "companies",
		Columns: sectorsql.Columns{ID: "cvr", Sector: "sector", Year: "year", FTE: "fte"},
	}
}

func ExampleSizeClasses() {
	db := answering(
		[]driver.Value{int64(0), "", int64(900), int64(0), int64(0), int64(2), 2250., nil},
		[]driver.Value{int64(0), "", int64(90), int64(1), int64(0), int64(2), 1750., nil},
		[]driver.Value{int64(0), "", int64(10), int64(4), int64(0), int64(1), nil, nil},
		[]driver.Value{int64(1), nil, int64(0), nil, nil, nil, nil, nil}, // nobody has two rows
	)
	d, err := sectorsql.SizeClasses(context.Background(), db, companiesTable(), 2018, nil)
	if err != nil {
		log.Fatal(err)
	}
	for _, l := range d.Lines {
		fmt.Printf("%-7s%4d companies, %v FTE\n", l.Name, l.Companies, l.Jobs.Sum)
	}
	// Output:
	// micro   900 companies, 2250 FTE
	// small    90 companies, 1750 FTE
	// medium    0 companies, 0 FTE
	// large     0 companies, 0 FTE
	//          10 companies, suppressed FTE
}

func ExampleHHI() {
	db := answering(
		[]driver.Value{int64(0), "Energy", int64(4), int64(2), 100., nil, 5200., 10., 60.},
		[]driver.Value{int64(0), "Energy", int64(1), int64(0), nil, nil, nil, nil, nil},
		[]driver.Value{int64(0), "Water", int64(2), int64(2), 0., nil, 0., 0., 0.},
	)
	c, err := sectorsql.HHI(context.Background(), db, companiesTable(), 2018, sector.Jobs)
	if err != nil {
		log.Fatal(err)
	}
	for _, l := range c.Lines {
		fmt.Printf("%s: %d companies, HHI %.2f of %d, %v\n", l.Sector, l.Companies, l.HHI, l.N, l.Err)
	}
	// Output:
	// Energy: 5 companies, HHI 0.52 of 4, <nil>
	// Water: 2 companies, HHI NaN of 2, structure: HHI: x: figures add up to zero
}

func ExampleTopCompanies() {
	db := answering(
		[]driver.Value{int64(0), "", int64(40), int64(2), 100., nil, int64(0), "", "", "", ""},
		[]driver.Value{int64(2), "", int64(1), nil, 25., nil, nil, "17", "", "Energy", ""},
		[]driver.Value{int64(2), "", int64(1), nil, 20., nil, nil, "04", "", "Water", ""},
		[]driver.Value{int64(3), "", int64(1), nil, 25., nil, nil, "", "", "", ""},
		[]driver.Value{int64(3), "", int64(3), nil, 20., nil, nil, "", "", "", ""},
	)
	list, err := sectorsql.TopCompanies(context.Background(), db, companiesTable(), 2018, &structure.TopOptions{K: 2})
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range list.Groups[0].Companies {
		fmt.Println(c.Rank, c.ID, c.Sector, c.Figure, c.Share)
	}
	fmt.Println(list.Warnings)
	// Output:
	// 1 17 Energy 25 0.25
	// 2 04 Water 20 0.2
	// [2 more companies have 20 too]
}

func ExampleJobFlows() {
	db := answering( // births, companies that grow, and deaths
		[]driver.Value{int64(0), int64(0), int64(20), "03", int64(80), "", int64(0), int64(4), int64(1), int64(0), int64(1), 0., 50., 50.},
		[]driver.Value{int64(0), int64(0), int64(90), "01", int64(700), "", int64(4), int64(4), int64(0), int64(0), int64(1), 900., 960., 60.},
		[]driver.Value{int64(0), int64(0), int64(15), "02", int64(30), "", int64(4), int64(0), int64(0), int64(1), int64(-1), 40., 0., 40.},
	)
	flows, err := sectorsql.JobFlows(context.Background(), db, companiesTable(), dynamics.JobFlowOptions{Pairs: [][2]int{{2017, 2018}}})
	if err != nil {
		log.Fatal(err)
	}
	f := flows.Totals[0]
	fmt.Printf("created %v, of them %v by %d births; destroyed %v by %d deaths; net %v\n", f.JobCreation, f.JobCreationBirths, f.Firms.Entry, f.JobDestruction, f.Firms.Exit, f.NetJobCreation)
	// Output:
	// created 110, of them 50 by 20 births; destroyed 40 by 15 deaths; net 70
}

func ExampleHighGrowth() {
	db := answering( // 30 that grew by more than the rule, 470 by less, and 4 from 10 to 17.28 FTE, which is the rule
		[]driver.Value{int64(2015), int64(0), int64(30), "01", int64(120), "", int64(4), int64(4), "", int64(1), int64(1), int64(1), int64(1), nil, nil, int64(2012), 600., 1400.},
		[]driver.Value{int64(2015), int64(0), int64(470), "02", int64(1900), "", int64(4), int64(4), "", int64(1), int64(1), int64(1), int64(-1), nil, nil, int64(2012), 9000., 9100.},
		[]driver.Value{int64(2015), int64(0), int64(4), "03", int64(16), "", int64(4), int64(4), "", int64(1), int64(1), int64(1), int64(0), 10., 17.28, int64(2012), 40., 69.12},
		[]driver.Value{int64(-1), int64(2011), nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil},
		[]driver.Value{int64(-1), int64(2012), nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil},
		[]driver.Value{int64(-1), int64(2015), nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil},
		[]driver.Value{int64(-1), int64(2018), nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil},
	)
	table, err := sectorsql.HighGrowth(context.Background(), db, companiesTable(), dynamics.StatisticsDenmark(), dynamics.HighGrowthOptions{Starts: []int{2015}})
	if err != nil {
		log.Fatal(err)
	}
	g := table.Totals[0]
	fmt.Printf("%d of %d\n", g.HighGrowth, g.Eligible)
	// Output:
	// 34 of 504
}

func ExampleCube() {
	q := companiesTable()
	q.Columns.Region = "region"
	q.Options.By = []sector.Dimension{sector.BySector(), sector.ByRegion()}
	db := answering(
		[]driver.Value{"Energy", "East", int64(2018), int64(2), int64(3), 30., nil},
		[]driver.Value{"Energy", "West", int64(2018), int64(2), int64(2), 12., nil},
		[]driver.Value{"Water", "East", int64(2018), int64(2), int64(1), 5., nil},
	)
	tables, err := sectorsql.Cube(context.Background(), db, q)
	if err != nil {
		log.Fatal(err)
	}
	for _, t := range tables {
		for _, r := range t.Rows {
			fmt.Println(r.Key, r.Firms.Sum, r.Jobs.Sum)
		}
	}
	// Output:
	// [Energy East] 3 30
	// [Energy West] 2 12
	// [Water East] 1 5
	// [Energy] 5 42
	// [Water] 1 5
	// [East] 4 35
	// [West] 2 12
}

func ExampleRepeatedError() {
	db := answering(
		[]driver.Value{int64(0), "", int64(1002), int64(0), int64(0), int64(2), 2250., nil},
		[]driver.Value{int64(1), "10150817", int64(2), nil, nil, nil, nil, nil},
	)
	_, err := sectorsql.SizeClasses(context.Background(), db, companiesTable(), 2018, nil)
	if e, ok := errors.AsType[*sectorsql.RepeatedError](err); ok {
		fmt.Println(e.Companies, "to be cleared up:", err)
	}
	// Output:
	// 2 to be cleared up: sectorsql: 2 companies have two rows in a year, first "10150817"
}
