//go:build duckdb

package main

import (
	"context"
	"database/sql/driver"
	"errors"
	"iter"

	"github.com/duckdb/duckdb-go/v2" // driver duckdb

	"smartcity/sector"
	"smartcity/sector/sectorsql"
)

// duckDB is an engine that needs a C++ compiler to build: go run -tags duckdb .
func duckDB() []engine {
	return []engine{{
		dialect: sectorsql.DuckDB(), driver: "duckdb", prefixes: []string{"duckdb:"},
		text: "VARCHAR", number: "INTEGER", figure: "DOUBLE", quote: `"`, escape: `"`, insert: appendRows,
	}}
}

// appendRows is DuckDB's way for many rows; a prepared INSERT takes a millisecond for
// each.
func appendRows(ctx context.Context, db *database, table string, companies iter.Seq2[sector.Company, error]) error {
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	columns := columns()
	err = conn.Raw(func(c any) (err error) {
		appender, err := duckdb.NewAppenderFromConn(c.(driver.Conn), "", table)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, appender.Close()) }()
		for c, err := range companies {
			if err != nil {
				return err
			}
			var values []driver.Value
			for _, v := range row(columns, &c) {
				if x, ok := v.(*float64); ok {
					v = nil
					if x != nil {
						v = *x
					}
				}
				values = append(values, v)
			}
			if err := appender.AppendRow(values...); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return tx.Commit()
}
