package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"smartcity/sector"
	"smartcity/sector/dynamics"
	"smartcity/sector/sectorcsv"
	"smartcity/sector/sectorsql"
)

// An analysis is what the engine has answered.
type analysis struct {
	settings
	read   *sectorcsv.Report
	engine string
	sql    string                 // the statement that was sent
	table  *sector.Table          // by sector and year
	flows  *dynamics.JobFlowTable // of the last two years, by sector; nil without companies to follow
}

// query asks for companies that are in a table that [database.create] made.
func query(d sectorsql.Dialect, table string, opt sector.Options) sectorsql.Query {
	q := sectorsql.Query{
		Dialect: d, Table: table, Options: opt,
		Columns: sectorsql.Columns{Sector: "sector", Region: "region", Year: "year", FTE: "fte", Revenue: "revenue"},
		Flags:   map[string]sectorsql.Filter{},
	}
	if opt.Measure == sector.Employees {
		q.Columns.FTE, q.Columns.Employees = "", "employees"
	}
	if opt.Firms == sector.CountIDs {
		q.Columns.ID = "id"
	}
	fields := []string{opt.Measure.String(), "revenue"}
	if opt.Firms == sector.CountColumn {
		q.Columns.Firms = "firms"
		fields = append(fields, "firms")
	}
	for _, field := range fields {
		q.Flags[field] = sectorsql.Filter{Column: field + "_flag", OneOf: []any{suppressed}}
	}
	return q
}

// ask loads the companies, asks for the tables and leaves nothing behind.
func ask(ctx context.Context, s settings, companies []sector.Company, read *sectorcsv.Report) (a *analysis, err error) {
	defer func() {
		if err != nil {
			err = line{err}
		}
	}()
	db, err := open(s.dsn)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := db.create(ctx, s.table); err != nil {
		return nil, err
	}
	defer func() { // also when ctx is done
		if dropped := db.drop(context.WithoutCancel(ctx), s.table); dropped != nil && err == nil {
			err = fmt.Errorf("drop table %s: %w", s.table, dropped)
		}
	}()
	if err := db.load(ctx, s.table, all(companies)); err != nil {
		return nil, err
	}
	options := read.Options(sector.BySector(), sector.ByYear())
	options.Measure = s.measure
	a = &analysis{settings: s, read: read, engine: db.dialect.String()}
	q := query(db.dialect, s.table, options)
	if a.sql, _, err = q.SQL(); err != nil {
		return nil, err
	}
	if a.table, err = sectorsql.Aggregate(ctx, db, q); err != nil {
		return nil, err
	}
	years := a.table.Years()
	if n := len(years); n > 1 && read.Has("id") && options.Firms == sector.CountRows {
		q.Columns.ID, q.Options.By = "id", nil
		a.flows, err = sectorsql.JobFlows(ctx, db, q, dynamics.JobFlowOptions{By: dynamics.BySector, Pairs: [][2]int{{years[n-2], years[n-1]}}})
		if err != nil && !errors.Is(err, dynamics.ErrNoID) {
			return nil, err
		}
	}
	if a.target == 0 {
		total, _ := a.table.Total(years[len(years)-1])
		a.target = 2 * total.Jobs.Sum.Float64()
	}
	return a, nil
}

// all are companies in memory as [database.load] takes them.
func all(companies []sector.Company) func(yield func(sector.Company, error) bool) {
	return func(yield func(sector.Company, error) bool) {
		for _, c := range companies {
			if !yield(c, nil) {
				return
			}
		}
	}
}

// A line is an error as one line, which that of a driver is not always.
type line struct{ error }

func (l line) Error() string { return strings.Join(strings.Fields(l.error.Error()), " ") }

func (l line) Unwrap() error { return l.error }
