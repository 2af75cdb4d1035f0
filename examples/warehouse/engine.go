package main

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"strings"

	_ "modernc.org/sqlite" // driver sqlite

	"smartcity/sector"
	"smartcity/sector/sectorsql"
)

// An engine is a kind of database: its driver, its SQL, and how a company table is
// made in it.
type engine struct {
	dialect  sectorsql.Dialect
	driver   string   // of database/sql
	prefixes []string // of its DSNs

	text, number, figure string // types of columns; a figure can be NULL
	storage              string // what follows the columns in CREATE TABLE
	quote                string // around names
	escape               string // what stands before a quote within them, and before itself
	insert               func(ctx context.Context, db *database, table string, companies iter.Seq2[sector.Company, error]) error
}

// engines are all that this program was built with. SQLite is the one without a
// server.
func engines() []engine {
	return append([]engine{sqlite(), postgreSQL(), clickHouse()}, duckDB()...)
}

func sqlite() engine {
	return engine{dialect: sectorsql.SQLite(), driver: "sqlite", text: "TEXT", number: "INTEGER", figure: "REAL", quote: `"`, escape: `"`, insert: insertRows}
}

// A database is an engine that is open.
type database struct {
	engine
	*sql.DB
	dsn string
}

// open opens the database of a DSN: an address that begins as those of an engine do,
// or the name of a file of SQLite. "" is a SQLite in memory, gone when it is closed.
func open(dsn string) (*database, error) {
	d := &database{engine: sqlite(), dsn: dsn}
	known := false
	for _, e := range engines() {
		for _, prefix := range e.prefixes {
			if strings.HasPrefix(dsn, prefix) {
				d.engine, known = e, true
			}
		}
	}
	if scheme, _, ok := strings.Cut(dsn, "://"); ok && !known {
		return nil, fmt.Errorf("no engine for %s://…; there are postgres://, clickhouse://, and files of SQLite", scheme)
	}
	if dsn == "" {
		dsn = ":memory:"
	}
	var err error
	if d.DB, err = sql.Open(d.driver, dsn); err != nil {
		return nil, fmt.Errorf("%s: %w", d.dialect, err)
	}
	if dsn == ":memory:" {
		d.SetMaxOpenConns(1) // each connection has a memory of its own
	}
	return d, nil
}

// quoted is a name in the SQL of the engine.
func (e *engine) quoted(name string) string {
	return e.quote + strings.NewReplacer(e.escape, e.escape+e.escape, e.quote, e.escape+e.quote).Replace(name) + e.quote
}
