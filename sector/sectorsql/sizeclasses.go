package sectorsql

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"smartcity/sector"
	"smartcity/sector/structure"
)

// SizeClasses asks an engine for what [structure.SizeClasses] makes of the same
// companies: a year's companies, jobs and revenue by size class. Counts are the
// same, and sums to the precision in which the engine adds. Options may be nil.
// Measure and currency are those of Query.Options; the method's own must be the
// same or zero.
//
// Each row is a company. Query.Options.By must be empty, and there is no
// concordance and no column of firms or shares. A column of years holds numbers.
// Where there is a column of IDs, a company with two rows in the year is a
// [*RepeatedError]; where there is none, nobody looks for them. A figure that no
// company can have is an error with a [*sector.FieldError] as its cause, nobody
// in the year one that wraps [structure.ErrEmpty]. Other errors are those of
// [Aggregate] and of options. Less than a hundred rows cross the wire.
func SizeClasses(ctx context.Context, db Querier, q Query, year int, options *structure.SizeOptions) (structure.SizeDistribution, error) {
	var o structure.SizeOptions
	if options != nil {
		o = *options
	}
	if err := q.sameOptions(o.Measure, o.Currency); err != nil {
		return structure.SizeDistribution{}, err
	}
	o.Measure, o.Currency = q.Options.Measure, q.Options.Currency
	classes, err := o.Classes()
	if err != nil {
		return structure.SizeDistribution{}, err
	}
	s, err := newSizes(&q, year, classes)
	if err != nil {
		return structure.SizeDistribution{}, err
	}
	var rows []structure.SizeRows
	err = s.ask(ctx, db, func(_ string, n int, in *reader) error {
		r := structure.SizeRows{Class: in.int(), Rows: sector.Rows{Year: year, N: n}}
		in.next() // whether revenue is negative, which its sum tells
		if in.err == nil && (r.Class < 0 || r.Class >= len(classes)) {
			return fmt.Errorf("sectorsql: %s: there is no size class %d", q.source(), r.Class)
		}
		for _, f := range s.fields {
			part, err := s.part(f, n, in)
			if err != nil {
				return err
			}
			switch f[0] {
			case "fte":
				r.FTE = part
			case "employees":
				r.Employees = part
			case "revenue":
				r.Revenue = part
			}
		}
		rows = append(rows, r)
		return nil
	})
	if err != nil {
		return structure.SizeDistribution{}, err
	}
	return structure.SizeClassesOfRows(rows, year, &o)
}

// newSizes renders the statement of SizeClasses.
func newSizes(q *Query, year int, classes []structure.SizeClass) (*crossSection, error) {
	jobs := q.Options.Measure.String()
	fields := [][2]string{{jobs, q.jobs()}}
	if q.Columns.Revenue != "" {
		fields = append(fields, [2]string{"revenue", q.Columns.Revenue})
	}
	return newCrossSection(q, year, false, fields, func(r *renderer, name func(string) string) []item {
		negative := item{alias: "negative", expression: "0"}
		if len(fields) > 1 {
			negative = item{alias: "negative", expression: fmt.Sprintf("CASE WHEN %s = 2 AND %s < 0 THEN 1 ELSE 0 END", name("revenue_status"), name("revenue_figure")), key: true}
		}
		items := []item{{alias: "size_class", expression: sizeCase(name(jobs+"_status"), name(jobs+"_figure"), classes), key: true}, negative}
		for _, f := range fields {
			items = append(append(items, item{alias: f[0] + "_is", expression: name(f[0] + "_status"), key: true}), r.sums(f[0], name)...)
		}
		return items
	})
}

// sizeCase renders a company's class.
func sizeCase(status, figure string, classes []structure.SizeClass) string {
	var b strings.Builder
	last := len(classes) - 1 // of sizes not known
	fmt.Fprintf(&b, "CASE\n  WHEN %s <> 2 THEN %d\n", status, last)
	for i, c := range classes[:last-1] {
		fmt.Fprintf(&b, "  WHEN %s < %s THEN %d\n", figure, literal(c.To), i)
	}
	fmt.Fprintf(&b, "  ELSE %d\nEND", last-1)
	return b.String()
}

// literal writes a number of the program's own.
func literal(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
