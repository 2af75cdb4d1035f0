//go:build duckdb

package sectorsql

// DuckDB is the dialect of DuckDB 1. Its driver needs a C compiler, so that
// dialect and tests are behind the build tag duckdb. Sums of decimals and
// integers are exact and rounded once.
func DuckDB() Dialect {
	return Dialect{
		name: "DuckDB", quote: `"`, numbered: true, lines: true, times: true,
		text:   "CAST(%[1]s AS VARCHAR)",
		number: "%[1]s",
		summed: "%[1]s",
		parsed: "TRY_CAST(%[1]s AS DOUBLE)",
		isNaN:  "isnan(CAST(%[1]s AS DOUBLE))",
		whole:  "%[1]s = TRUNC(%[1]s)",
		double: "CAST(%[1]s AS DOUBLE)", bytewise: "%[1]s",
	}
}
