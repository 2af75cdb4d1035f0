package main

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"smartcity/sector"
	"smartcity/sector/sectorsql"
)

// fails checks that a query ends in one error of one line and no table, with no
// connection in use, and returns the error.
func fails(t *testing.T, ctx context.Context, db *database, q sectorsql.Query) error {
	t.Helper()
	table, err := sectorsql.Aggregate(ctx, db, q)
	switch {
	case err == nil:
		t.Fatalf("no error, and a table of %d rows", len(table.Rows))
	case table != nil:
		t.Errorf("a table of %d rows beside the error %v", len(table.Rows), err)
	case !strings.HasPrefix(err.Error(), "sectorsql: ") || strings.ContainsAny(err.Error(), "\n"):
		t.Errorf("not a line of sectorsql: %q", err)
	}
	if n := db.Stats().InUse; n > 0 {
		t.Errorf("%d connections in use after %v", n, err)
	}
	return err
}

// answers checks that the database is as good as before.
func answers(t *testing.T, db *database, q sectorsql.Query, want *sector.Table) {
	t.Helper()
	table, err := sectorsql.Aggregate(t.Context(), db, q)
	if err != nil {
		t.Fatalf("after the fault: %v", err)
	}
	same(t, table, want)
}

// companiesIn is the test companies in a database, a query for them and its answer.
func companiesIn(t *testing.T, db subject) (sectorsql.Query, *sector.Table) {
	t.Helper()
	companies, read := testCompanies(t)
	db.holding(t, "companies", all(companies))
	opt := read.Options(sector.BySector(), sector.ByYear())
	want, err := sector.Aggregate(companies, opt)
	if err != nil {
		t.Fatal(err)
	}
	return query(db.dialect, "companies", opt), want
}

// TestFaultsOfQueries: what is asked, or what stands in the table, is wrong.
func TestFaultsOfQueries(t *testing.T) {
	each(t, func(t *testing.T, db subject) {
		q, want := companiesIn(t, db)
		for name, c := range map[string]struct {
			change func(q *sectorsql.Query)
			says   string
		}{
			"a table that is not there":   {func(q *sectorsql.Query) { q.Table = "nowhere" }, "nowhere"},
			"a column that is not there":  {func(q *sectorsql.Query) { q.Columns.Revenue = "turnover" }, "turnover"},
			"a filter on no column":       {func(q *sectorsql.Query) { q.Where = []sectorsql.Filter{{Column: "country", OneOf: []any{"DK"}}} }, "country"},
			"names for jobs":              {func(q *sectorsql.Query) { q.Columns.FTE = "name" }, ""},
			"names for years":             {func(q *sectorsql.Query) { q.Columns.Year = "name" }, ""},
			"jobs for years":              {func(q *sectorsql.Query) { q.Columns.Year = "fte" }, "year"},
			"a subquery that is no SQL":   {func(q *sectorsql.Query) { q.Table, q.Subquery = "", "SELEKT" }, ""},
			"fewer groups than there are": {func(q *sectorsql.Query) { q.MaxGroups = 49 }, "more than 49 groups"},
		} {
			t.Run(name, func(t *testing.T) {
				base, q := q, q
				c.change(&q)
				err := fails(t, t.Context(), db.database, q)
				if !strings.Contains(err.Error(), c.says) {
					t.Errorf("%v does not tell of %q", err, c.says)
				}
				if _, ok := errors.AsType[*sectorsql.TooManyGroups](err); ok != (q.MaxGroups > 0) {
					t.Errorf("%T %v", err, err)
				}
				answers(t, db.database, base, want)
			})
		}
		answers(t, db.database, q, want)

		db.holding(t, "bad", all([]sector.Company{{Sector: "a", Year: 2018, FTE: sector.Value(1)}, {Sector: "a", Year: 2018, FTE: sector.Value(-2.5)}}))
		bad := query(db.dialect, "bad", sector.Options{})
		err := fails(t, t.Context(), db.database, bad)
		if f, ok := errors.AsType[*sector.FieldError](err); !ok || f.Field != "fte" || f.Value != "-2.5" {
			t.Errorf("negative jobs: %v", err)
		}
	})
}

// slow is a query that takes seconds at the least.
func slow(db subject, q sectorsql.Query) sectorsql.Query {
	q.Table = ""
	switch db.driver {
	case "pgx":
		q.Subquery = "SELECT companies.* FROM companies, (SELECT pg_sleep(60)) AS wait"
	case "clickhouse":
		q.Subquery = "SELECT * FROM companies WHERE sleep(0.2) = 0" // once for each of its blocks
	case "sqlite":
		q.Subquery = "SELECT companies.* FROM companies JOIN (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000) SELECT COUNT(*) AS c FROM n) ON c > 0"
	case "duckdb":
		q.Subquery = "SELECT companies.* FROM companies, (SELECT SUM(hash(i)) AS c FROM range(20000000000) AS n(i)) AS wait WHERE c > 0"
	}
	return q
}

// TestCancelled: a query whose context is done ends at once, with its cause.
func TestCancelled(t *testing.T) {
	each(t, func(t *testing.T, db subject) {
		q, want := companiesIn(t, db)
		cause := errors.New("the reader has gone home")

		ctx, cancel := context.WithCancelCause(t.Context())
		cancel(cause)
		if err := fails(t, ctx, db.database, q); !errors.Is(err, cause) {
			t.Errorf("cancelled before: %v", err)
		}
		ctx, cancel = context.WithCancelCause(t.Context())
		time.AfterFunc(100*time.Millisecond, func() { cancel(cause) })
		start := time.Now()
		if err := fails(t, ctx, db.database, slow(db, q)); !errors.Is(err, cause) {
			t.Errorf("cancelled meanwhile: %v", err)
		}
		timely, stop := context.WithTimeout(t.Context(), 100*time.Millisecond)
		defer stop()
		if err := fails(t, timely, db.database, slow(db, q)); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("after the time: %v", err)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("two queries of 100 ms took %v", took)
		}
		answers(t, db.database, q, want)
	})
}

// TestConnectionLost: the server goes away before a query, while it computes and while
// it answers, or says nothing more.
func TestConnectionLost(t *testing.T) {
	each(t, func(t *testing.T, db subject) {
		if db.dsn == "" || db.driver == "duckdb" {
			t.Log("in this process: there is no connection to lose")
			return
		}
		q, want := companiesIn(t, db)
		p, dsn := through(t, db.dsn)
		client := opened(t, dsn)
		answers(t, client, q, want)

		// By company there are more groups than what is cut off here holds.
		many := q
		many.Columns.Sector, many.Options.By = "id", []sector.Dimension{sector.BySector()}
		before := p.returned.Load()
		if _, err := sectorsql.Aggregate(t.Context(), client, many); err != nil {
			t.Fatal(err)
		}
		size := p.returned.Load() - before
		if size < 50_000 {
			t.Fatalf("%d bytes of 2,844 companies", size)
		}
		last := size - 1
		if db.driver == "clickhouse" { // which tells of its progress now and then
			last = size - 5000
		}
		for _, part := range []int64{1, size / 4, size / 2, last} {
			p.left.Store(part)
			err := fails(t, t.Context(), client, many)
			p.left.Store(never)
			t.Logf("after %d of %d bytes: %v", part, size, err)
			answers(t, client, q, want)
		}

		time.AfterFunc(200*time.Millisecond, p.cut)
		t.Log("while it computes:", fails(t, t.Context(), client, slow(db, q)))
		answers(t, client, q, want)

		p.stalled.Store(true)
		ctx, stop := context.WithTimeout(t.Context(), 300*time.Millisecond)
		defer stop()
		if err := fails(t, ctx, client, q); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("a server that says nothing: %v", err)
		}
		p.stalled.Store(false)
		p.cut()
		answers(t, client, q, want)

		p.stop()
		t.Log("with no server:", fails(t, t.Context(), client, q))
	})
}
