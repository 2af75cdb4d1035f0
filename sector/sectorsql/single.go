package sectorsql

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"smartcity/growth"
	"smartcity/sector"
)

// RepeatedError reports companies that have two rows in a year, of which nobody
// knows which to take. It stands for those of packages structure and dynamics,
// which know the numbers of the rows.
type RepeatedError struct {
	ID        string // the first of them
	Companies int
}

func (e *RepeatedError) Error() string {
	return fmt.Sprintf("sectorsql: %d companies have two rows in a year, first %q", e.Companies, e.ID)
}

// validateSingle returns an error for a query that does not say where single
// companies are, or that says more than is asked for by a method on them.
func (q *Query) validateSingle(by ...sector.Dimension) error {
	fail := func(format string, args ...any) error { return fmt.Errorf("sectorsql: "+format, args...) }
	switch {
	case len(q.Options.By) > 0:
		return fail("a method on single companies has groups of its own, and no Options.By")
	case q.Concordance != nil:
		return fail("a method on single companies takes no concordance; join the domains in a subquery")
	case q.Columns.Firms != "" || q.Columns.Share != "" || q.Options.Firms != sector.CountRows:
		return fail("a method on single companies takes one company a row, and no column of firms or shares")
	case q.Columns.Currency != "":
		return fail("a method on single companies takes revenue in one currency; filter by it in place of naming its column")
	}
	p := *q
	p.Options.By = append(by, sector.ByYear()) // never the default, which needs sectors
	return p.validate()
}

// sameOptions returns an error if a method's options contradict the query's.
func (q *Query) sameOptions(m sector.Measure, currency string) error {
	if m != 0 && m != q.Options.Measure || currency != "" && currency != cmp.Or(q.Options.Currency, "DKK") {
		return fmt.Errorf("sectorsql: options say %s and %s, and those of the query %s and %s", m, currency, q.Options.Measure, cmp.Or(q.Options.Currency, "DKK"))
	}
	return nil
}

// figureItems are the columns status, figure and what stands there of a column of
// figures, under the field's name. The figure is one of which sums lose nothing
// and squares are no whole numbers, which could overflow.
func (r *renderer) figureItems(field, name string) []item {
	f := r.figure(field, name)
	return []item{
		{alias: field + "_status", expression: f.status},
		{alias: field + "_figure", expression: "1e0 * " + f.number},
		{alias: field + "_stated", expression: f.raw},
	}
}

// nested renders a SELECT for another one to be taken from, and tells what its
// columns are called. Their names are no longer free for others.
func (r *renderer) nested(items []item, from string) (text string, name func(alias string) string) {
	text = "FROM (\n" + indent(r.grouped(items, from)) + "\n) AS companies_read"
	names := map[string]string{}
	for _, it := range items {
		names[it.alias] = r.alias(it.alias)
	}
	for _, it := range items {
		r.names = append(r.names, names[it.alias])
	}
	return text, func(alias string) string { return names[alias] }
}

// parts renders statements of the same columns one below the other.
func (r *renderer) parts(parts ...string) string {
	for i := range parts {
		parts[i] = indent(parts[i])
	}
	return "SELECT * FROM (\n" + strings.Join(parts, "\n  UNION ALL\n") + "\n) AS parts"
}

// statement is the statement of a method.
type statement struct {
	text    string
	args    []any
	columns int
}

// ask sends the statement and hands over its rows.
func (s *statement) ask(ctx context.Context, db Querier, q *Query, each func(*reader) error) error {
	return run(ctx, db, q, s.text, s.args, func(columns []string, values []any) error {
		if len(columns) != s.columns {
			return fmt.Errorf("sectorsql: %d columns in the result of a statement of %d", len(columns), s.columns)
		}
		in := &reader{values: values}
		err := each(in)
		if in.err != nil { // then what was read is nothing
			return fmt.Errorf("sectorsql: %s: %w", q.source(), in.err)
		}
		return err
	})
}

// reader reads a row of a result column by column, and keeps the first error.
type reader struct {
	values []any
	err    error
}

func (r *reader) next() any {
	v := r.values[0]
	r.values = r.values[1:]
	return v
}

func read[T any](r *reader, of func(any) (T, error)) T {
	x, err := of(r.next())
	if r.err == nil {
		r.err = err
	}
	return x
}

func (r *reader) text() string { return read(r, textOf) }
func (r *reader) int() int     { return read(r, intOf) }

// companies is how many are in a group.
func (r *reader) companies() int {
	n := r.int()
	if r.err == nil && n < 1 {
		r.err = fmt.Errorf("a group of %s", rowsOf(n))
	}
	return n
}

// upTo is a number of an enumeration from 0 to the last.
func (r *reader) upTo(last int) int {
	n := r.int()
	if r.err == nil && (n < 0 || n > last) {
		r.err = fmt.Errorf("a number from 0 to %d was expected, not %d", last, n)
	}
	return n
}

// float is a sum of figures of a status, which is none unless they are known.
func (r *reader) float(status int) float64 {
	if status != int(sector.Known) {
		r.next()
		return 0
	}
	return read(r, floatOf)
}

// part makes a part of a status and a sum.
func part(status int, sum float64) sector.Part {
	p := sector.Part{Status: sector.Status(status)}
	if p.Status == sector.Known {
		p.Sum.Add(sum)
	}
	return p
}

// refuse returns an error for companies with a figure that none can have.
func (q *Query) refuse(field, column string, status, rows int, stated any) error {
	if 0 <= status && status <= int(sector.Known) {
		return nil
	}
	_, _, want := limits(field)
	return fmt.Errorf("sectorsql: %s: column %q, in %s: %w", q.source(), column, rowsOf(rows), &sector.FieldError{Field: field, Value: shown(stated), Want: want})
}

// cells adds up a column over groups.
type cells struct {
	counts [3]int
	sum    growth.Sum
}

func (c *cells) add(p sector.Part, n int) {
	c.counts[p.Status] += n
	if p.Status == sector.Known {
		c.sum.Merge(p.Sum)
	}
}

func (c *cells) merge(d *cells) {
	for status, n := range d.counts {
		c.counts[status] += n
	}
	c.sum.Merge(d.sum)
}

// cell is suppressed where nothing is known and some of it is suppressed, as in
// package structure.
func (c *cells) cell() sector.Cell {
	out := sector.Cell{Known: c.counts[sector.Known], Missing: c.counts[sector.Missing], Suppressed: c.counts[sector.Suppressed]}
	switch {
	case out.Known > 0:
		out.Sum = sector.Value(c.sum.Float64())
	case out.Suppressed > 0:
		out.Sum = sector.Hidden()
	}
	return out
}
