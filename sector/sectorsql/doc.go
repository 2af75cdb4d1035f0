// Package sectorsql asks a database for sector tables. The engine reads and
// groups the companies, on one node or a hundred; only the groups cross the
// wire, and the result is a [sector.Table] like any other. It uses database/sql
// and no driver: the program imports the one it needs.
package sectorsql
