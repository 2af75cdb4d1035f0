package main

import (
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"testing"

	"smartcity/sector"
	"smartcity/sector/sectorsql"
)

// TestFilters: what is NULL passes no filter, and flags nothing, with Not or without.
func TestFilters(t *testing.T) {
	each(t, func(t *testing.T, db subject) {
		nullable := db.text
		if db.quote == "`" {
			nullable = "Nullable(" + db.text + ")"
		}
		db.make(t, "filtered", "sector "+db.text+", year "+db.number+", fte "+db.figure+", status "+nullable)
		for _, row := range []string{"'a', 2018, 1, 'open'", "'a', 2018, 2, 'closed'", "'a', 2018, 4, ''", "'a', 2018, 8, NULL"} {
			db.execute(t, "INSERT INTO filtered SELECT "+row)
		}
		for _, c := range []struct {
			filter sectorsql.Filter
			passes float64 // the sum of fte
		}{
			{sectorsql.Filter{OneOf: []any{"open", ""}}, 5},
			{sectorsql.Filter{OneOf: []any{"open", ""}, Not: true}, 2},
			{sectorsql.Filter{From: "d"}, 1},
			{sectorsql.Filter{From: "d", Not: true}, 6},
			{sectorsql.Filter{From: "a", To: "d"}, 2},
			{sectorsql.Filter{OneOf: []any{"open", "closed"}, To: "d", Not: true}, 5},
			{sectorsql.Filter{OneOf: []any{"open", "closed", ""}, Not: true}, 0},
		} {
			c.filter.Column = "status"
			q := sectorsql.Query{Dialect: db.dialect, Table: "filtered", Columns: sectorsql.Columns{Sector: "sector", Year: "year", FTE: "fte"}}
			flagged := q
			flagged.Flags = map[string]sectorsql.Filter{"fte": c.filter}
			table, err := sectorsql.Aggregate(t.Context(), db, flagged)
			if err != nil {
				t.Fatal(err)
			}
			if got := table.Rows[0].Jobs.Sum; got != sector.Value(15-c.passes) {
				t.Errorf("flagged by %+v: %v is left, want %v", c.filter, got, 15-c.passes)
			}
			q.Where = []sectorsql.Filter{c.filter}
			table, err = sectorsql.Aggregate(t.Context(), db, q)
			switch {
			case errors.Is(err, sql.ErrNoRows) && c.passes == 0:
			case err != nil:
				t.Errorf("%+v: %v", c.filter, err)
			case table.Rows[0].Jobs.Sum != sector.Value(c.passes):
				t.Errorf("%+v: %v, want %v", c.filter, table.Rows[0].Jobs.Sum, c.passes)
			}
		}
	})
}

// TestFractions: no driver makes another number of one that a column of whole numbers
// is compared with.
func TestFractions(t *testing.T) {
	each(t, func(t *testing.T, db subject) {
		db.make(t, "fractions", "sector "+db.text+", year "+db.number+", fte "+db.number+", part "+db.figure)
		db.execute(t, "INSERT INTO fractions SELECT 'a', 2018, 2, 2.5")
		db.execute(t, "INSERT INTO fractions SELECT 'a', 2018, 3, 0.1")
		for _, c := range []struct {
			change func(q *sectorsql.Query)
			want   float64
			refuse bool // by an engine that has an error for it
		}{
			{func(q *sectorsql.Query) { q.Missing = []any{2.5} }, 5, true},
			{func(q *sectorsql.Query) { q.Where = []sectorsql.Filter{{Column: "fte", From: 2.5}} }, 3, true},
			{func(q *sectorsql.Query) { q.Columns.FTE = "part"; q.Missing = []any{2.5} }, .1, false},
			{func(q *sectorsql.Query) { q.Where = []sectorsql.Filter{{Column: "part", OneOf: []any{.1}}} }, 3, false},
			{func(q *sectorsql.Query) { q.Where = []sectorsql.Filter{{Column: "part", From: .05, To: 2.}} }, 3, false},
		} {
			q := sectorsql.Query{Dialect: db.dialect, Table: "fractions", Columns: sectorsql.Columns{Sector: "sector", Year: "year", FTE: "fte"}}
			c.change(&q)
			table, err := sectorsql.Aggregate(t.Context(), db, q)
			switch {
			case err != nil && c.refuse && strings.Contains(err.Error(), "2.5"):
			case err != nil:
				t.Errorf("%+v: %v", q, err)
			case table.Rows[0].Jobs.Sum != sector.Value(c.want):
				t.Errorf("%+v: %v, want %v", q, table.Rows[0].Jobs.Sum, c.want)
			}
		}
	})
}

// TestDates: a date is compared with its text alike in every engine.
func TestDates(t *testing.T) {
	each(t, func(t *testing.T, db subject) {
		db.make(t, "dates", "sector "+db.text+", year "+db.number+", fte "+db.figure+", day date")
		for i, day := range []string{"2014-12-31", "2015-01-01", "2015-06-01", "2016-01-01"} {
			db.execute(t, fmt.Sprintf("INSERT INTO dates SELECT 'a', 2018, %d, CAST('%s' AS %s)", 1<<i, day, map[bool]string{true: "text", false: "date"}[db.dialect.String() == "SQLite"]))
		}
		for _, c := range []struct {
			filter sectorsql.Filter
			want   float64
		}{
			{sectorsql.Filter{From: "2015-01-01", To: "2016-01-01"}, 14},
			{sectorsql.Filter{OneOf: []any{"2015-01-01"}}, 2},
			{sectorsql.Filter{From: "2015-01-01", Not: true}, 1},
		} {
			c.filter.Column = "day"
			q := sectorsql.Query{Dialect: db.dialect, Table: "dates", Columns: sectorsql.Columns{Sector: "sector", Year: "year", FTE: "fte"}, Where: []sectorsql.Filter{c.filter}}
			table, err := sectorsql.Aggregate(t.Context(), db, q)
			if err != nil || table.Rows[0].Jobs.Sum != sector.Value(c.want) {
				t.Errorf("%+v: %v, %+v, want %v", c.filter, err, table, c.want)
			}
		}
	})
}
