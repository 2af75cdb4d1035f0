package sectorsql

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Dialect is how an engine writes SQL. The zero value is none; [PostgreSQL],
// [ClickHouse] and [SQLite] return those that are tested against the engine
// itself, and DuckDB another one under the build tag duckdb.
type Dialect struct {
	name     string
	quote    string // around names
	escape   string // what a quotation mark or backslash in a name is preceded by; "" doubles the mark
	numbered bool   // placeholders are $1, $2, …; else ?
	longest  int    // bytes of a name, beyond which the engine cuts it; 0 if it does not
	aliases  bool   // groups are named; else numbered
	limitBy  bool   // there is LIMIT k BY, and no ROW_NUMBER
	mistakes bool   // a name for a value that is written like it
	closes   bool   // a connection after an error
	times    bool   // a time is compared with a date as its midnight
	lines    bool   // the name of a table can stand for its lines, as if it were a column
	wholes   bool   // a driver makes a whole number of any, for a column of such

	// Expressions, with %[1]s for the column or the expression that they are of.
	text     string // a text
	number   string // a number
	summed   string // a number of which sums are taken, in a type that loses nothing
	parsed   string // a number from a text; "" where number does it
	stops    bool   // at a text that is no number; else that is NULL
	isNumber string // whether it is one, where columns hold anything
	isNaN    string
	whole    string // whether a number is whole
	double   string // a number as it crosses the wire
	bytewise string // a text as it is ordered, byte by byte
}

// String returns the name of the engine.
func (d Dialect) String() string { return d.name }

// PostgreSQL is the dialect of PostgreSQL 15 and later. Sums are taken in the
// type of the column: numerics and integers are added exactly and rounded once.
func PostgreSQL() Dialect {
	return Dialect{
		name: "PostgreSQL", quote: `"`, numbered: true, longest: 63, wholes: true, lines: true, times: true,
		text:   "CAST(%[1]s AS text)",
		number: "%[1]s",
		summed: "%[1]s + 0", // a sum of real would be real; other types stay what they are
		parsed: "CAST(%[1]s AS numeric)", stops: true,
		isNaN:  "CAST(%[1]s AS double precision) = 'NaN'",
		whole:  "%[1]s = TRUNC(%[1]s)",
		double: "CAST(%[1]s AS double precision)", bytewise: `%[1]s COLLATE "C"`,
	}
}

// ClickHouse is the dialect of ClickHouse 18.16 and later. Every figure is
// converted to Float64 before it is added.
func ClickHouse() Dialect {
	return Dialect{
		name: "ClickHouse", quote: "`", escape: `\`, aliases: true, limitBy: true,
		mistakes: true, closes: true,
		text:   "toString(%[1]s)",
		number: "toFloat64(%[1]s * 1)", // toFloat64 alone makes days of a date, and 1 is an error there
		summed: "%[1]s",
		parsed: "toFloat64OrNull(%[1]s)",
		isNaN:  "isNaN(%[1]s)",
		whole:  "%[1]s = floor(%[1]s)",
		double: "%[1]s", bytewise: "%[1]s",
	}
}

// SQLite is the dialect of SQLite 3. Its columns hold values of any type: a text
// that is wholly a number counts as one, and any other is refused.
func SQLite() Dialect {
	return Dialect{
		// Not the double quotes of the standard, in which SQLite takes the name of
		// a column that does not exist for a text.
		name: "SQLite", quote: "`",
		text:     "CAST(%[1]s AS TEXT)",
		number:   "CAST(%[1]s AS NUMERIC)",
		summed:   "%[1]s",
		isNumber: "CAST(%[1]s AS NUMERIC) = %[1]s",
		whole:    "%[1]s = CAST(%[1]s AS INTEGER)",
		double:   "%[1]s", bytewise: "%[1]s COLLATE BINARY",
	}
}

// apply fills an expression in.
func apply(format, of string) string { return fmt.Sprintf(format, of) }

// identifier quotes a name, or says why it cannot be one. Inside the quotes no
// character but the mark itself, and where there are escapes the backslash, has
// a meaning.
func (d Dialect) identifier(name string) (string, error) {
	switch {
	case name == "":
		return "", fmt.Errorf("sectorsql: an empty name")
	case !utf8.ValidString(name):
		return "", fmt.Errorf("sectorsql: the name %q is not UTF-8", name)
	case strings.ContainsFunc(name, unicode.IsControl):
		return "", fmt.Errorf("sectorsql: the name %q holds a character that cannot be seen", name)
	case d.longest > 0 && len(name) > d.longest:
		return "", fmt.Errorf("sectorsql: the name %q has %d bytes, and %s cuts names after %d", name, len(name), d.name, d.longest)
	case d.mistakes && reads(name):
		return "", fmt.Errorf("sectorsql: the name %q is one that %s takes for a value or an expression; a subquery can give the column another", name, d.name)
	}
	if d.escape != "" {
		name = strings.ReplaceAll(name, d.escape, d.escape+d.escape)
		name = strings.ReplaceAll(name, d.quote, d.escape+d.quote)
	} else {
		name = strings.ReplaceAll(name, d.quote, d.quote+d.quote)
	}
	return d.quote + name + d.quote, nil
}

// reads reports whether a name reads like a value or a call of a function.
// ClickHouse keeps both under their text beside the columns, where a column
// called 2 would stand for the number, or the number for it.
func reads(name string) bool {
	_, err := strconv.ParseFloat(strings.TrimSpace(name), 64)
	return err == nil || strings.EqualFold(name, "NULL") || strings.ContainsAny(name[:1], "'[(") || strings.HasSuffix(name, ")")
}

// placeholder is where the n-th value goes, counted from 1.
func (d *Dialect) placeholder(n int) string {
	if d.numbered {
		return fmt.Sprintf("$%d", n)
	}
	return "?"
}
