package sectorcsv

import (
	"fmt"

	"smartcity/sector"
)

// Report says what was done with a file.
type Report struct {
	File   string
	SHA256 string // of the stored file, in hexadecimal; "" after an error, when only a part may have been read, and with Options.NoSHA256
	Size   int64  // of the stored file in bytes; 0 after an error

	Packing  string // "gzip", "zstd" or ""
	Dialect  Dialect
	Currency string

	Columns []Column // in the order of the file, without those ignored
	Ignored []string // headers of columns that were not used, such as "column 8" where there is none

	// UnitsLine is the physical line of a second line of headers that holds units,
	// 0 if there is none; Units are those that a column names row by row.
	UnitsLine int
	Units     []RowUnit

	Rows     int      // rows below the header, without blank ones
	Kept     int      // companies returned
	Rejected []*Error // one for each row that was left out, in Lenient
	Totals   []Left   // rows of totals, which were left out
	Notes    []Left   // rows that are notes on the table, which were left out
	Comments int      // lines below the header that are comments, and no rows
	Doubles  int      // second rows for a company-year, under Options.Doubles

	// NoFigures counts the rows of a wide file that are blank in all years.
	NoFigures int
	// OtherVariables are those of a long file that are no figures of companies.
	OtherVariables []string

	// Firms is how a builder is to count the firms of these rows.
	Firms sector.Counting
	// Checked says among which rows doubled company-years were looked for.
	Checked DoubleCheck
	// Unchecked counts the companies kept that could not be looked for among
	// doubled company-years, since they have no id.
	Unchecked int

	// Lane is how the rows were read. LeftAt is the physical line from which the
	// reading lane took over from the fast one, 0 if it did not.
	Lane   Lane
	LeftAt int

	// Mapping says what Options.Concordance made of the companies, nil without.
	Mapping *sector.Mapping

	// Warnings are *[ShareNotApplied], *[UnitBeside], *[Mended], *[TotalsKept],
	// *[NothingKnown], *[DoublesDiffer] and *[SumOfOthers], and those of Mapping.
	Warnings []error
}

// Left is a row that was left out, and the text that tells why.
type Left struct {
	Line int
	Text string
}

// Column is a column that was read. Missing and Suppressed count the companies
// kept whose cell is not known.
type Column struct {
	Field, Header       string
	Year                int     // of its figures, in a wide file
	Unit                float64 // what one of its figures is worth
	Missing, Suppressed int
}

// Options returns the options with which companies of the file are added up:
// its currency, and its way of counting firms, by the dimensions given.
func (r *Report) Options(by ...sector.Dimension) sector.Options {
	return sector.Options{By: by, Firms: r.Firms, Currency: r.Currency}
}

// Has reports whether the file has figures or texts of the field.
func (r *Report) Has(field string) bool {
	for _, c := range r.Columns {
		if c.Field == field || c.Field == value && isFigure(field) {
			return true
		}
	}
	return false
}

// ShareNotApplied warns that the file says which part of a company belongs to
// the field, and that figures are those of whole companies nevertheless.
type ShareNotApplied struct {
	Header string
	Below1 int // companies with a share below 1
}

func (w *ShareNotApplied) Error() string {
	return fmt.Sprintf("%d companies have a share below 1 in column %q; figures are those of whole companies", w.Below1, w.Header)
}
