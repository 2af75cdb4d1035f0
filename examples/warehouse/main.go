// Warehouse makes the sector tables and the outlook of a report from companies that
// lie in a database: the engine scans and adds up, and only the groups come back.
//
//	go run .                                                  # in this folder: SQLite in memory
//	go run . -dsn postgres://me@db.example.org/register       # PostgreSQL
//	go run . -dsn clickhouse://warehouse.example.org/register # ClickHouse
//	go run . -dsn companies.db -out dir -lang da              # a file of SQLite; as a page, in Danish
//
// It is a module of its own, so that the drivers of databases are not among the
// requirements of the library. The way:
//
//  1. The company file is read (package sectorcsv) and loaded into a table
//     (load.go) that is dropped in the end. A warehouse that has its companies
//     already needs none of this; README.md in the top folder has that program.
//  2. engine.go and the files beside it say what is different about an engine:
//     its driver, its types, and its way to take many rows.
//  3. The engine is asked for the tables (package sectorsql); page.go puts them, the
//     outlook made of them and the statement that was sent on a page (package
//     notebook).
//
// The tests run against real servers: bash .ci/engines go -C examples/warehouse test ./...
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"math"
	"strings"

	"smartcity/examples/command"
	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/growth/locale"
	"smartcity/projection"
	"smartcity/sector"
)

func main() { command.Main(run) }

// settings are the flags.
type settings struct {
	data    string
	dsn     string // "" is SQLite in memory
	table   string
	out     string // "" for the terminal alone
	force   bool
	lang    locale.Language
	measure sector.Measure
	growth  growth.Range
	to      int     // 0: seven years after the last year of the data
	target  float64 // 0: twice the jobs of the last year of the data
	paths   int
	seed    uint64
	reading command.Reading
}

// run returns the exit status: 0, 1 for bad data, a database that fails or a folder
// that cannot be written, 2 for flags that mean nothing.
func run(ctx context.Context, stdout, stderr io.Writer, args []string) int {
	var s settings
	f := flag.NewFlagSet("warehouse", flag.ContinueOnError)
	f.StringVar(&s.data, "data", "../../testdata/companies.csv", "company `file` to load")
	f.StringVar(&s.dsn, "dsn", "", "`address` of the database: postgres://…, clickhouse://…, or a file of SQLite (default SQLite in memory)")
	f.StringVar(&s.table, "table", "smartcity_companies", "`name` of the table to make there, and to drop in the end")
	f.StringVar(&s.out, "out", "", "also write the page into this `folder`")
	f.BoolVar(&s.force, "force", false, "write into a folder that holds files which are not ours")
	f.TextVar(&s.lang, "lang", locale.English, "`language` of the page, en or da")
	f.TextVar(&s.measure, "measure", sector.FTE, "what a job is, `fte or employees`")
	f.TextVar(&s.growth, "growth", growth.Range{Low: .12, High: .17}, "growth of the market a year, a `range` such as 12-17%")
	f.IntVar(&s.to, "to", 0, "`year` to look ahead to (default seven years after the last one in the data)")
	f.Float64Var(&s.target, "target-jobs", 0, "a target for that year, in `jobs` (default twice those of the last year in the data)")
	f.IntVar(&s.paths, "paths", projection.DefaultPaths, "`number` of paths to simulate")
	f.Uint64Var(&s.seed, "seed", 2025, "seed of the simulation, a `number`")
	s.reading.Add(f)
	given, err := command.Parse(f, args, stderr)
	if err == nil {
		err = s.reading.Check(ctx, given)
	}
	switch {
	case err != nil:
	case f.NArg() > 0:
		err = command.Usagef("unexpected argument %q; a company file is named with -data", f.Arg(0))
	case given["target-jobs"] && !(s.target > 0 && !math.IsInf(s.target, 0)):
		err = command.Usagef("-target-jobs %v is not a positive number", s.target)
	case s.table == "" || strings.Contains(s.table, "."):
		err = command.Usagef("-table %q is not the name of a table alone", s.table)
	case s.paths < 1:
		err = command.Usagef("-paths %d is not a positive number", s.paths)
	case given["to"] && s.to == 0:
		err = command.Usagef("0 is not a year")
	default:
		err = tell(ctx, stdout, stderr, s)
	}
	return command.Exit(stderr, "warehouse", err)
}

// tell prints the page, and writes it if there is a folder for it.
func tell(ctx context.Context, stdout, stderr io.Writer, s settings) error {
	companies, read, err := s.reading.Companies(ctx, stderr, "warehouse", s.data, s.lang)
	if err != nil {
		return err
	}
	if !read.Has(s.measure.String()) {
		return command.NoMeasure(s.data, read, s.measure)
	}
	a, err := ask(ctx, s, companies, read)
	if err != nil {
		return err
	}
	page, err := a.page(ctx)
	if err != nil {
		return fmt.Errorf("%s: %w", s.data, err)
	}
	if s.out != "" {
		folder, err := notebook.OpenFolder(s.out, s.force)
		if err != nil {
			return err
		}
		if err := command.Write(ctx, stderr, "warehouse", folder, page, a.provenance()); err != nil {
			return err
		}
	}
	return command.Show(stdout, page, 110, s.out)
}
