package sectorcsv

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"smartcity/growth/locale"
	"smartcity/sector"
)

// Options say what a file does not say itself. The zero value reads a file
// that follows the package's conventions, strictly.
type Options struct {
	// Name of the file in errors and in the report. ReadFile sets it.
	Name string

	// Dialect is how the file is written; zero fields are recognised.
	Dialect Dialect

	// Columns names the header of the file that holds a field, for headers that
	// are not recognised or are recognised twice: {"fte": "Jobs 2018"}. The
	// fields are those of the package comment.
	Columns map[string]string

	// Year of all rows, for files without a year column.
	Year int

	// YearColumns is the field of columns whose header is a year and nothing
	// else, but for a mark such as an asterisk, in files with one column a year:
	// "fte".
	YearColumns string

	// Long names the two columns of a file with one figure a row. Zero
	// recognises them.
	Long Long

	// Currency of revenue as an ISO 4217 code. Default: the one that the file
	// names, or else DKK.
	Currency string

	// RevenueUnit is what one unit of a bare revenue figure is worth: 1e6 for
	// figures in millions. Default: the one that the header, the line below it or
	// the row names, or else 1.
	RevenueUnit float64

	// Concordance puts companies into domains by their industry codes; each
	// company is then divided as sector.Concordance.Map does, what belongs to no
	// domain is left out and stands in Report.Mapping, and the file needs no
	// sector.
	Concordance *sector.Concordance

	// Convention names the office whose markers of missing and suppressed
	// figures the file uses, beside the common ones.
	Convention Convention

	// Flags says which code in which other column makes a zero of a field a
	// suppressed figure: {"fte": {"fte_flag", "D"}}.
	Flags map[string]Flag

	// Totals are the words that tell a row of totals, in its sector, region or
	// name. Nil means DefaultTotals; empty means none.
	Totals []string

	// Doubles says what to do with a second row for a company-year.
	Doubles Doubles

	// CheckAllDoubles makes [Aggregate] and [ReadColumns] look for doubled
	// company-years among all rows, as [Read] does, which takes memory in
	// proportion to the file. Without it they compare each row with the last
	// before it that has an id, unless Doubles asks for more.
	CheckAllDoubles bool

	// Lenient leaves bad rows out and reports them, instead of stopping at the
	// first. It never changes a value.
	Lenient bool

	// NoSHA256 leaves Report.SHA256 empty. The sum takes a fifth of the time of
	// Aggregate.
	NoSHA256 bool

	// Progress, if not nil, is called now and then with the bytes of the stored
	// file that were read, and Size.
	Progress func(done, size int64)
	// Size of the stored file, 0 if it is not known. ReadFile sets it.
	Size int64

	chunk   int  // bytes that a worker of the fast lane takes at a time
	reading bool // take the reading lane
	longest int  // bytes of a record
}

// Flag is a code in a companion column of a figure.
type Flag struct {
	Column string // its header
	Code   string
}

// Long names the columns of a file with one figure a row.
type Long struct {
	Variable string // header of the column that says which figure it is
	Value    string // header of the column that holds it
}

// Validate returns an error for options that no file can be read with.
func (o *Options) Validate() error {
	for _, field := range sortedKeys(o.Columns) {
		if !slices.Contains(fieldNames(), field) {
			return fmt.Errorf("there is no field %q; the fields are %s", field, joined(fieldNames()))
		}
		if o.Columns[field] == "" {
			return fmt.Errorf("no header is given for the field %q", field)
		}
	}
	for _, field := range slices.Sorted(maps.Keys(o.Flags)) {
		flag := o.Flags[field]
		if !isFigure(field) || flag.Column == "" || flag.Code == "" {
			return fmt.Errorf("a flag needs a field that is a figure, a column and a code, not %q, %q and %q", field, flag.Column, flag.Code)
		}
	}
	switch {
	case o.RevenueUnit < 0 || math.IsNaN(o.RevenueUnit) || math.IsInf(o.RevenueUnit, 0):
		return fmt.Errorf("revenue unit %v is not a positive number", o.RevenueUnit)
	case o.Currency != "" && !locale.IsCurrency(o.Currency):
		return fmt.Errorf("currency %q is not a code of ISO 4217 in capitals", o.Currency)
	case o.Year != 0 && (o.Year < sector.FirstYear || o.Year > sector.LastYear):
		return fmt.Errorf("year %d is not a year from %d to %d", o.Year, sector.FirstYear, sector.LastYear)
	case o.YearColumns != "" && !isFigure(o.YearColumns):
		return fmt.Errorf("columns of years hold a figure, not %q", o.YearColumns)
	case (o.Long.Variable == "") != (o.Long.Value == ""), o.Long.Variable != "" && o.Long.Variable == o.Long.Value:
		return fmt.Errorf("a file with one figure a row needs both a variable and a value column")
	case o.Doubles > AddUp, o.Convention > R:
		return fmt.Errorf("an option has a value that is not known")
	}
	return o.Dialect.validate()
}

func isFigure(field string) bool {
	switch field {
	case "fte", "employees", "revenue", "firms", "share":
		return true
	}
	return false
}
