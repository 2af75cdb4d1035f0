package sectorsql_test

import (
	"strings"
	"testing"

	"smartcity/sector/sectorsql"
)

// A subquery takes the values that are its own, and all of them.
func TestPlacesOfSubqueries(t *testing.T) {
	for _, c := range []struct {
		dialect sectorsql.Dialect
		where   string
		values  int
		want    string // in the error
	}{
		{sectorsql.PostgreSQL(), `a = $1 AND b = $2`, 2, ""},
		{sectorsql.PostgreSQL(), `a = $2 AND b = $1 OR c = $2`, 2, ""},
		{sectorsql.PostgreSQL(), `a = '$1' AND "b$2" = b$3 /* $4 */ -- $5`, 0, ""},
		{sectorsql.PostgreSQL(), `a = 'it''s $1' AND b = $1`, 1, ""},
		{sectorsql.PostgreSQL(), `a ? 'key'`, 0, ""},
		{sectorsql.PostgreSQL(), `a = $1`, 0, "stands $1, and Args has 0 values"},
		{sectorsql.PostgreSQL(), `a = '' AND b IN ($1,$12)`, 1, "stands $12, and Args has 1 values"},
		{sectorsql.PostgreSQL(), "a = 1 -- $1\n AND b = $2", 1, "stands $2, and Args has 1 values"},
		{sectorsql.SQLite(), `a = ? AND b = '?' AND "?" = 1 /* ? */ -- ?`, 1, ""},
		{sectorsql.SQLite(), `a = ?`, 0, "? stands 1 times, and Args has 0 values"},
		{sectorsql.SQLite(), `a = ?`, 2, "? stands 1 times, and Args has 2 values"},
		{sectorsql.SQLite(), `a = ?1`, 1, "? stands 0 times, and Args has 1 values"},
		{sectorsql.SQLite(), `a = :name`, 1, "? stands 0 times, and Args has 1 values"},
		{sectorsql.ClickHouse(), `a = 'it\'s ?' AND b = ? AND c LIKE '\\'`, 1, ""},
		{sectorsql.ClickHouse(), `a \? 1 : 0`, 0, ""},
		{sectorsql.ClickHouse(), `a = ?`, 0, "? stands 1 times, and Args has 0 values"},
		{sectorsql.ClickHouse(), `a = $1`, 1, "? stands 0 times, and Args has 1 values"},
	} {
		q := question()
		q.Dialect, q.Table, q.Subquery = c.dialect, "", "SELECT * FROM companies WHERE "+c.where
		q.Args = make([]any, c.values)
		q.Where = []sectorsql.Filter{{Column: "year", From: 2014}}
		_, _, err := q.SQL()
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s, %s, %d values: error %v, want %q", c.dialect, c.where, c.values, err, c.want)
		}
	}
}
