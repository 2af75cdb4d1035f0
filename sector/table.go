package sector

import (
	"fmt"
	"slices"
	"strings"

	"smartcity/growth"
)

// Table is companies added up by group. It is safe for concurrent reading.
type Table struct {
	By       []Dimension
	Measure  Measure // what Jobs counts
	Currency string  // ISO 4217 code of Revenue, current prices

	// Rows are ordered by the dimensions in turn: text by code point, years and
	// size classes by size, what is not stated last. Groups without a company
	// have no row.
	Rows []Row
	// Totals hold one row for each year in order, or one row in a table that is
	// not by year. Their Key is empty but for the year.
	Totals []Row

	// FirmsOverlap says that the firms of a row are distinct companies, which
	// may stand in other rows too, so that rows need not add up to the total.
	FirmsOverlap bool

	Warnings []error // *[YearsMixed]
}

// Row is a group of companies.
type Row struct {
	Key  []string // one text a dimension, "" where it is not stated
	Year int      // 0 in a table that is not by year
	Rows int      // companies, or rows of the file, in the group; 0 where package disclosure hides how many

	Firms   Cell
	Jobs    Cell // in the table's Measure
	Revenue Cell // in the table's Currency

	// FirmsWeighted adds up Company.Firms where Firms counts distinct companies,
	// and is Firms elsewhere. Of companies that [Concordance.Split] has divided it
	// is the sum of their weights, which adds up to the total as distinct
	// companies do not.
	FirmsWeighted Cell

	RevenuePerJob Figure // of the rows that have both; revenue per FTE, not productivity
	JobsPerFirm   Figure // of the rows that have both

	// Contributions are those of the single companies, by ID, under
	// Options.Contributions; nil otherwise, and in what has been protected.
	Contributions []Contribution
}

// Column names a column of a table.
type Column uint8

const (
	Jobs          Column = iota // in the table's measure
	Firms                       // counted as [Options].Firms says
	Revenue                     // in the table's currency
	RevenuePerJob               // a ratio, of the rows that have both
	JobsPerFirm                 // a ratio, of the rows that have both
	FirmsWeighted               // adds up where the distinct companies of Firms do not
)

// Additive reports whether the rows of the column add up to a total; ratios do
// not.
func (c Column) Additive() bool { return c <= Revenue || c == FirmsWeighted }

// Figure returns the row's figure in a column. It panics if there is no such
// column.
func (r *Row) Figure(c Column) Figure {
	switch c {
	case Jobs:
		return r.Jobs.Sum
	case Firms:
		return r.Firms.Sum
	case Revenue:
		return r.Revenue.Sum
	case RevenuePerJob:
		return r.RevenuePerJob
	case JobsPerFirm:
		return r.JobsPerFirm
	case FirmsWeighted:
		return r.FirmsWeighted.Sum
	}
	panic(fmt.Sprintf("sector: there is no column %d", c))
}

// Row returns the row with the key, one text a dimension, and whether there is
// one.
func (t *Table) Row(key ...string) (Row, bool) {
	for i := range t.Rows {
		if slices.Equal(t.Rows[i].Key, key) {
			return t.Rows[i], true
		}
	}
	return Row{}, false
}

// In returns the rows of a year, or all rows for 0 in a table that is not by
// year.
func (t *Table) In(year int) []Row {
	var rows []Row
	for _, r := range t.Rows {
		if r.Year == year {
			rows = append(rows, r)
		}
	}
	return rows
}

// Total returns the total of a year, or the one total for 0 in a table that is
// not by year, and whether there is one.
func (t *Table) Total(year int) (Row, bool) {
	for _, r := range t.Totals {
		if r.Year == year {
			return r, true
		}
	}
	return Row{}, false
}

// Years returns the years of the table in order, none if it is not by year.
func (t *Table) Years() []int {
	if !t.byYear() {
		return nil
	}
	var years []int
	for _, r := range t.Totals {
		years = append(years, r.Year)
	}
	return years
}

// Share returns a row's part of its year's total, as a fraction of what is
// known of both. It is suppressed where either is, and missing where either is
// missing or the total is zero, and for ratios. Shares of a column add up to 1,
// those of distinct firms to 1 or more.
func (t *Table) Share(r Row, c Column) Figure {
	total, ok := t.Total(r.Year)
	if !ok || !c.Additive() {
		return Figure{}
	}
	return r.Figure(c).over(total.Figure(c))
}

// Series returns a column over the years of the table as a series, NaN in a
// year without the group or without a known figure. The key is the text of
// each dimension but the year; no key at all means the total. The series has
// the key as its name, every year from the table's first to its last, and the
// column's unit.
//
// It returns an error if the table is not by year, has no rows or has no such
// group.
func (t *Table) Series(c Column, key ...string) (growth.Series, error) {
	years := t.Years()
	if !t.byYear() {
		return growth.Series{}, fmt.Errorf("sector: a table without years has no series")
	}
	if len(years) == 0 {
		return growth.Series{}, fmt.Errorf("sector: an empty table has no series")
	}
	s := growth.Series{Name: strings.Join(key, ", "), Unit: t.Unit(c), FirstYear: years[0]}
	for range years[len(years)-1] - years[0] + 1 {
		s.Values = append(s.Values, Figure{}.Float64())
	}
	rows := t.Rows
	if len(key) == 0 {
		rows = t.Totals
	}
	found := false
	for i := range rows {
		if len(key) > 0 && !slices.Equal(t.withoutYear(rows[i].Key), key) {
			continue
		}
		found = true
		s.Values[rows[i].Year-s.FirstYear] = rows[i].Figure(c).Float64()
	}
	if !found {
		return growth.Series{}, fmt.Errorf("sector: the table has no group %q", key)
	}
	return s, nil
}

// Unit returns the unit of a column: "FTE" or "employees", "firms", the
// currency, or two of them with "per".
func (t *Table) Unit(c Column) string {
	switch c {
	case Firms, FirmsWeighted:
		return "firms"
	case Revenue:
		return t.Currency
	case RevenuePerJob:
		return t.Currency + " per " + t.Measure.one()
	case JobsPerFirm:
		return t.Measure.Unit() + " per firm"
	}
	return t.Measure.Unit()
}

func (t *Table) byYear() bool {
	return slices.ContainsFunc(t.By, func(d Dimension) bool { return d.kind == byYear })
}

func (t *Table) withoutYear(key []string) []string {
	var out []string
	for i, d := range t.By {
		if d.kind != byYear {
			out = append(out, key[i])
		}
	}
	return out
}

// YearsMixed warns that figures of several years stand in one row: jobs of two
// years added up are job-years, not jobs.
type YearsMixed struct {
	First, Last int
}

func (w *YearsMixed) Error() string {
	return fmt.Sprintf("figures of %d–%d are added up in one row; group by year", w.First, w.Last)
}
