package sectorsql_test

import (
	"database/sql/driver"
	"errors"
	"testing"

	"smartcity/sector/sectorsql"
)

// A connection of ClickHouse that has seen an error is not used again; any other goes
// back to the pool, where a SQLite in memory may hang on it.
func TestConnectionsAfterErrors(t *testing.T) {
	for _, c := range []struct {
		d    sectorsql.Dialect
		f    *fake
		want int // connections in the pool
	}{
		{sectorsql.ClickHouse(), &fake{refuse: errors.New("syntax error")}, 0},
		{sectorsql.ClickHouse(), &fake{rows: [][]driver.Value{answer("A"), answer("B")}, fail: errors.New("reset"), failAt: 1}, 0},
		{sectorsql.ClickHouse(), &fake{rows: [][]driver.Value{answer("A")}}, 1},
		{sectorsql.SQLite(), &fake{refuse: errors.New("syntax error")}, 1},
		{sectorsql.SQLite(), &fake{rows: [][]driver.Value{answer("A")}}, 1},
	} {
		db := c.f.db(t)
		q := question()
		q.Dialect = c.d
		table, err := sectorsql.Aggregate(t.Context(), db, q)
		if (table == nil) == (err == nil) {
			t.Fatalf("table %v, error %v", table, err)
		}
		if n := db.Stats().OpenConnections; n != c.want {
			t.Errorf("%s, error %v: %d connections open, want %d", c.d, err, n, c.want)
		}
	}
}
