package main

import (
	"context"
	"errors"
	"iter"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

// Where .ci/engines says that the servers are.
const (
	postgresVariable = "WAREHOUSE_POSTGRES"
	shard1Variable   = "WAREHOUSE_CLICKHOUSE"
	shard2Variable   = "WAREHOUSE_CLICKHOUSE_SHARD2"
)

// server returns the address of a server, and skips the test if none is named.
func server(t *testing.T, variable string) string {
	t.Helper()
	dsn := os.Getenv(variable)
	if dsn == "" {
		t.Skipf("no server: %s is not set; bash .ci/engines go -C examples/warehouse test ./... starts one", variable)
	}
	return dsn
}

// A subject is a database under test. In a cluster, tables are made on two servers.
type subject struct {
	*database
	second *database // the other shard; nil where there is none
}

// each runs a test on every engine: two shards of ClickHouse are one of their own.
func each(t *testing.T, test func(t *testing.T, db subject)) {
	t.Run("SQLite", func(t *testing.T) { test(t, subject{database: opened(t, "")}) })
	t.Run("PostgreSQL", func(t *testing.T) { test(t, subject{database: opened(t, server(t, postgresVariable))}) })
	t.Run("ClickHouse", func(t *testing.T) { test(t, subject{database: opened(t, server(t, shard1Variable))}) })
	t.Run("ClickHouse-two-shards", func(t *testing.T) {
		// An INSERT is over when it has reached the shards.
		test(t, subject{opened(t, server(t, shard1Variable)+"?insert_distributed_sync=1"), opened(t, server(t, shard2Variable))})
	})
	for _, e := range duckDB() {
		t.Run(e.dialect.String(), func(t *testing.T) { test(t, subject{database: opened(t, e.prefixes[0])}) })
	}
}

// opened is a database that is closed when the test is over. The test then fails if
// a connection is still in use, or if a goroutine is left.
func opened(t *testing.T, dsn string) *database {
	t.Helper()
	before := runtime.NumGoroutine()
	db, err := open(dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if n := db.Stats().InUse; n > 0 {
			t.Errorf("%d connections in use after the test", n)
		}
		if err := db.Close(); err != nil {
			t.Error(err)
		}
		for range 100 { // some end a moment after they are told to
			if runtime.NumGoroutine() <= before {
				return
			}
			time.Sleep(20 * time.Millisecond)
		}
		all := make([]byte, 1<<16)
		t.Errorf("%d goroutines before the test, %d after it:\n%s", before, runtime.NumGoroutine(), all[:runtime.Stack(all, true)])
	})
	return db
}

// execute sends a statement.
func (s subject) execute(t *testing.T, statement string, args ...any) {
	t.Helper()
	if _, err := s.ExecContext(t.Context(), statement, args...); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

// servers are the databases that a table is made in.
func (s subject) servers() []subject {
	if s.second == nil {
		return []subject{s}
	}
	return []subject{{database: s.database}, {database: s.second}}
}

// make makes a table of columns ("a integer, b text") that is dropped when the test is
// over.
func (s subject) make(t *testing.T, table, columns string) {
	t.Helper()
	local := table
	if s.second != nil {
		local += "_here"
	}
	for _, server := range s.servers() {
		server.execute(t, "CREATE TABLE "+s.quoted(local)+" ("+columns+")"+strings.Replace(s.storage, "(sector, year)", "tuple()", 1))
	}
	if s.second != nil {
		s.execute(t, "CREATE TABLE "+s.quoted(table)+" AS "+s.quoted(local)+" ENGINE = Distributed(two_shards, default, '"+s.escaped(local)+"', rand())")
	}
	t.Cleanup(func() {
		if s.second != nil {
			s.dropAfter(t, table)
		}
		for _, server := range s.servers() {
			server.dropAfter(t, local)
		}
	})
}

// escaped is a name within quotes, which both kinds of ClickHouse's have alike.
func (s subject) escaped(name string) string {
	quoted := s.quoted(name)
	return strings.ReplaceAll(quoted[1:len(quoted)-1], "'", `\'`)
}

func (s subject) dropAfter(t *testing.T, table string) {
	if err := s.drop(context.Background(), table); err != nil { // t.Context() is done by now
		t.Error(err)
	}
}

// holding makes a company table with companies in it.
func (s subject) holding(t *testing.T, table string, companies iter.Seq2[sector.Company, error]) {
	t.Helper()
	s.make(t, table, s.definition())
	if err := s.load(t.Context(), table, companies); err != nil {
		t.Fatal(err)
	}
}

// testCompanies are those of a file of testdata.
func testCompanies(t *testing.T) ([]sector.Company, *sectorcsv.Report) {
	t.Helper()
	companies, read, err := sectorcsv.ReadFile(t.Context(), "../../testdata/companies.csv", sectorcsv.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return companies, read
}

func TestOpen(t *testing.T) {
	for _, dsn := range []string{"mysql://localhost/x", "nowhere/x.db", "clickhouse://127.0.0.1:1/"} {
		db, err := open(dsn)
		if err != nil {
			continue
		}
		t.Cleanup(func() { db.Close() })
		if err := db.PingContext(t.Context()); err == nil {
			t.Errorf("%s answers", dsn)
		}
	}
	if _, err := open("mysql://localhost/x"); err == nil || !strings.Contains(err.Error(), "mysql://") {
		t.Errorf("an engine that nobody knows: %v", err)
	}
}

// TestLoad: a table that is there is not touched, and rows that break off are not
// half of a table.
func TestLoad(t *testing.T) {
	each(t, func(t *testing.T, db subject) {
		companies, _ := testCompanies(t)
		db.holding(t, "loaded", all(companies))
		if err := db.create(t.Context(), "loaded"); err == nil || !strings.Contains(err.Error(), "loaded") {
			t.Errorf("a table was made where one was: %v", err)
		}
		count := func(table string) (n int) {
			t.Helper()
			if err := db.QueryRowContext(t.Context(), "SELECT COUNT(*) FROM "+table).Scan(&n); err != nil {
				t.Fatal(err)
			}
			return n
		}
		if n := count("loaded"); n != len(companies) {
			t.Errorf("%d rows of %d", n, len(companies))
		}
		broken := errors.New("the file breaks off")
		db.make(t, "broken", db.definition())
		err := db.load(t.Context(), "broken", func(yield func(sector.Company, error) bool) {
			_ = yield(companies[0], nil) && yield(companies[1], nil) && yield(sector.Company{}, broken)
		})
		if !errors.Is(err, broken) {
			t.Errorf("rows that break off: %v", err)
		}
		if n := count("broken"); n != 0 {
			t.Errorf("%d rows of a file that breaks off", n)
		}
	})
}
