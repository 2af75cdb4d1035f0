//go:build !duckdb

package main

// duckDB is an engine that needs a C compiler: go run -tags duckdb .
func duckDB() []engine { return nil }
