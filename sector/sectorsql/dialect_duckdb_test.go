//go:build duckdb

package sectorsql_test

import "smartcity/sector/sectorsql"

func init() { dialects = append(dialects, sectorsql.DuckDB()) }
