package main

import (
	"database/sql"
	"errors"
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
