package sectorcsv

import (
	"fmt"
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

	// Comma separates the columns, ',' or ';'. Zero recognises it by the header.
	Comma rune

	// Notation of numbers. Zero follows the separator: decimal comma and
	// thousands points with semicolons, decimal point and thousands commas with
	// commas. A file with semicolons and without Danish headers in which nothing
	// proves that "1.234" is a thousand is then an error.
	Notation locale.Notation

	// Columns names the header of the file that holds a field, for headers that
	// are not recognised or are recognised twice: {"fte": "Jobs 2018"}. The
	// fields are those of the package comment.
	Columns map[string]string

	// Year of all rows, for files without a year column.
	Year int

	// Currency of revenue as an ISO 4217 code. Default: the one that the file
	// names, or else DKK.
	Currency string

	// RevenueUnit is what one unit of a bare revenue figure is worth: 1e6 for
	// figures in millions. Default 1. A header that seems to name a unit needs
	// it.
	RevenueUnit float64

	// Lenient leaves bad rows out and reports them, instead of stopping at the
	// first. It never changes a value.
	Lenient bool
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
	switch {
	case o.Comma != 0 && o.Comma != ',' && o.Comma != ';':
		return fmt.Errorf("separator %q is not known: use a comma or a semicolon", o.Comma)
	case o.RevenueUnit < 0 || math.IsNaN(o.RevenueUnit) || math.IsInf(o.RevenueUnit, 0):
		return fmt.Errorf("revenue unit %v is not a positive number", o.RevenueUnit)
	case o.Currency != "" && !locale.IsCurrency(o.Currency):
		return fmt.Errorf("currency %q is not a code of ISO 4217 in capitals", o.Currency)
	case o.Year != 0 && (o.Year < sector.FirstYear || o.Year > sector.LastYear):
		return fmt.Errorf("year %d is not a year from %d to %d", o.Year, sector.FirstYear, sector.LastYear)
	case o.Notation != (locale.Notation{}) && (o.Notation.Decimal == 0 || o.Notation.Decimal == o.Notation.Group):
		return fmt.Errorf("notation with decimal mark %q and thousands separator %q is not one", o.Notation.Decimal, o.Notation.Group)
	}
	return nil
}
