package sectorcsv

import (
	"fmt"

	"smartcity/growth/locale"
	"smartcity/sector"
)

// Report says what was done with a file.
type Report struct {
	File   string
	SHA256 string // of the bytes read, in hexadecimal
	Size   int64  // bytes read

	Comma    rune
	Notation locale.Notation
	Currency string

	Columns []Column // in the order of the file, without those ignored
	Ignored []string // headers of columns that were not used, such as "column 8" where there is none

	Rows     int      // rows below the header, without blank ones
	Kept     int      // companies returned
	Rejected []*Error // one for each row that was left out, in Lenient

	// Firms is how a builder is to count the firms of these rows.
	Firms sector.Counting
	// Unchecked counts the companies kept that could not be looked for among
	// doubled company-years, since they have no id.
	Unchecked int

	Warnings []error // typed: ShareNotApplied
}

// Column is a column that was read. Missing and Suppressed count the companies
// kept whose cell is not known.
type Column struct {
	Field, Header       string
	Missing, Suppressed int
}

// Options returns the options with which companies of the file are added up:
// its currency, and its way of counting firms, by the dimensions given.
func (r *Report) Options(by ...sector.Dimension) sector.Options {
	return sector.Options{By: by, Firms: r.Firms, Currency: r.Currency}
}

// Has reports whether the file has a column for the field.
func (r *Report) Has(field string) bool {
	for _, c := range r.Columns {
		if c.Field == field {
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
