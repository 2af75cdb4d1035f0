package sectorsql

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"

	"smartcity/sector"
)

// Aggregate asks an engine for the sector table of a query, in one statement,
// that of [Query.SQL]. Only groups cross the wire, and the table is that of
// [sector.Aggregate] with the same companies and Query.Options: firms and counts
// exactly, sums to the precision in which the engine adds.
//
// A row that [sector.Company.Validate] would refuse is an error with a
// [*sector.FieldError] as its cause; figures without a place in the table are not
// looked at. More groups than Query.MaxGroups are a [*TooManyGroups], and no row
// at all is sql.ErrNoRows. Errors of the engine and of the connection are
// wrapped, and the cause of ctx too where it is done. After an error there is no
// table, and nothing is left open.
func Aggregate(ctx context.Context, db Querier, q Query) (*sector.Table, error) {
	l, err := newLayout(&q)
	if err != nil {
		return nil, err
	}
	a := newAdder(l)
	if err := run(ctx, db, &q, l.text, l.args, a.row); err != nil {
		return nil, err
	}
	return a.table()
}

func newAdder(l *layout) *adder {
	return &adder{l: l, b: sector.NewBuilder(l.q.options()), places: map[place][]domain{}, gaps: map[sector.Gap]int{}, counts: newCounts()}
}

// table is the table of what was added.
func (a *adder) table() (*sector.Table, error) {
	if a.rows == 0 {
		return nil, fmt.Errorf("sectorsql: no company passes the filters: %w", sql.ErrNoRows)
	}
	t := a.b.Table()
	for _, gap := range slices.Sorted(maps.Keys(a.gaps)) {
		t.Warnings = append(t.Warnings, &sector.MappingIncomplete{Gap: gap, Rows: a.gaps[gap], Of: a.rows})
	}
	if a.l.ids {
		if err := a.counts.into(t); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// adder adds the rows of a result to a table.
type adder struct {
	l      *layout
	b      *sector.Builder
	rows   int // companies
	places map[place][]domain
	gaps   map[sector.Gap]int // rows of companies
	counts *counts
}

// class is companies of a group of which the same figures are known.
type class struct {
	texts  []string
	year   int
	status []int
	id     bool // they have one
	n      int
	sums   []any
	least  []any
}

// row takes a row of the result.
func (a *adder) row(columns []string, values []any) error {
	part, c, ids, err := a.read(columns, values)
	switch {
	case err != nil:
		return err
	case part == classPart:
		err = a.add(c)
	default:
		row, total := a.l.keys(c)
		err = a.counts.count(part, row, total, ids)
	}
	if err != nil {
		return a.l.at(c, err)
	}
	return nil
}

// at says where in the source an error is.
func (l *layout) at(c *class, err error) error {
	return fmt.Errorf("sectorsql: %s%s: %w", l.q.source(), c.where(l), err)
}

// read reads a row: a class, or of a part that counts distinct companies the keys
// that it has and the two counts.
func (a *adder) read(columns []string, values []any) (part int, c *class, ids []any, err error) {
	if len(values) != a.l.columns {
		return 0, nil, nil, fmt.Errorf("sectorsql: %d columns in the result of a statement of %d", len(columns), a.l.columns)
	}
	l := a.l
	c = &class{year: l.q.Year}
	fail := func(err error) (int, *class, []any, error) { return 0, nil, nil, l.at(c, err) }
	if l.ids {
		if part, err = intOf(values[0]); err != nil {
			return fail(err)
		}
		values = values[1:]
	}
	for range l.texts {
		text, err := textOf(values[0])
		if err != nil {
			return fail(err)
		}
		c.texts, values = append(c.texts, text), values[1:]
	}
	if l.year {
		if part == classPart || values[0] != nil { // in a total of all years there is none
			if c.year, err = yearOf(values[0]); err != nil {
				return fail(err)
			}
		}
		values = values[1:]
	}
	if part != classPart {
		return part, c, values[len(values)-2:], nil
	}
	whole := make([]int, 0, len(l.figures)+2)
	statuses := len(l.figures)
	if l.ids {
		statuses++
	}
	for _, v := range values[:statuses+1] {
		n, err := intOf(v)
		if err != nil {
			return fail(err)
		}
		whole = append(whole, n)
	}
	if whole[statuses] < 1 {
		return fail(fmt.Errorf("a group of %s", rowsOf(whole[statuses])))
	}
	values = values[statuses+1:]
	c.status, c.id, c.n = whole[:len(l.figures)], l.ids && whole[len(l.figures)] != 0, whole[statuses]
	for range l.figures {
		c.sums, c.least, values = append(c.sums, values[0]), append(c.least, values[1]), values[2:]
	}
	if l.q.Columns.Currency != "" {
		if err := a.sameCurrency(c, values[:2]); err != nil {
			return fail(err)
		}
	}
	return part, c, nil, nil
}

// sameCurrency returns an error if revenue is not in the currency of the table.
func (a *adder) sameCurrency(c *class, firstLast []any) error {
	want := cmp.Or(a.l.q.Options.Currency, "DKK")
	for i, f := range a.l.figures {
		if f.field != "revenue" || c.status[i] != int(sector.Known) {
			continue
		}
		for _, v := range firstLast {
			text, err := textOf(v)
			if err != nil {
				return err
			}
			if text != "" && text != want {
				return fmt.Errorf("column %q: %w", a.l.q.Columns.Currency, &sector.FieldError{Field: "currency", Value: text, Want: want + ", that of the table"})
			}
		}
	}
	return nil
}

// add adds a class to the table.
func (a *adder) add(c *class) error {
	rows := sector.Rows{Year: c.year, N: c.n}
	firms := sector.Part{Status: sector.Known}
	firms.Sum.Add(float64(c.n))
	inField, hidden := true, false
	for i, f := range a.l.figures {
		part := sector.Part{Status: sector.Status(c.status[i])}
		switch c.status[i] {
		case int(sector.Missing), int(sector.Suppressed):
		case int(sector.Known):
			sum, err := floatOf(c.sums[i])
			if err != nil {
				return fmt.Errorf("column %q: %w", f.name, err)
			}
			part.Sum.Add(sum)
		case nothing:
			inField = false
		default:
			_, _, want := limits(f.field)
			return fmt.Errorf("column %q, in %s: %w", f.name, rowsOf(c.n), &sector.FieldError{Field: f.field, Value: shown(c.least[i]), Want: want})
		}
		switch f.field {
		case "fte":
			rows.FTE = part
		case "employees":
			rows.Employees = part
		case "revenue":
			rows.Revenue = part
		case "firms":
			rows.Firms = part
		case "share":
			hidden = part.Status == sector.Suppressed
			if part.Status == sector.Known {
				firms.Sum = part.Sum
			}
		}
	}
	a.rows += c.n
	if a.l.q.Options.Firms == sector.CountRows {
		rows.Firms = firms
	}
	for i, name := range a.l.texts {
		switch name {
		case "sector":
			rows.Sector = c.texts[i]
		case "region":
			rows.Region = c.texts[i]
		}
	}
	if a.l.ids {
		row, total := a.l.keys(c)
		a.counts.add(c, row, total, a.l.jobs(&rows))
	}
	switch {
	case !inField:
		return nil
	case hidden:
		for _, p := range parts(&rows) {
			if p.Status == sector.Known {
				*p = sector.Part{Status: sector.Suppressed}
			}
		}
	}
	if a.l.q.Concordance != nil {
		return a.divide(c.texts[len(c.texts)-1], &rows)
	}
	return a.b.AddRows(&rows)
}

func parts(r *sector.Rows) []*sector.Part {
	return []*sector.Part{&r.FTE, &r.Employees, &r.Revenue, &r.Firms}
}

// source is where companies are, as errors say it.
func (q *Query) source() string {
	if q.Subquery != "" {
		return "the subquery"
	}
	return q.Table
}

// where says which group a class is of.
func (c *class) where(l *layout) string {
	var text strings.Builder
	for i, t := range c.texts {
		fmt.Fprintf(&text, ", %s %q", l.texts[i], t)
	}
	if c.year != 0 {
		fmt.Fprintf(&text, ", %d", c.year)
	}
	return text.String()
}
