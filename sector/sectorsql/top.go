package sectorsql

import (
	"cmp"
	"context"
	"fmt"
	"strconv"
	"strings"

	"smartcity/sector"
	"smartcity/sector/structure"
)

// TopCompanies asks an engine for what [structure.TopCompanies] makes of the same
// companies: the largest of a year and their share, over all sectors and, if asked
// for, in each. Companies of the same size are ordered by ID, byte by byte, and then
// by name, sector and region, as there. Counts, figures and order are the same, sums
// to the precision in which the engine adds. Options may be nil.
//
// IDs, names and regions are those of the columns that the query names. Companies,
// errors and what else a query may say are as in [SizeClasses]. For each list twice
// TopOptions.K rows cross the wire, which tell of single companies. It panics for a
// K below zero or another column.
func TopCompanies(ctx context.Context, db Querier, q Query, year int, options *structure.TopOptions) (structure.TopList, error) {
	var o structure.TopOptions
	if options != nil {
		o = *options
	}
	if err := q.sameOptions(o.Measure, o.Currency); err != nil {
		return structure.TopList{}, err
	}
	o.Measure, o.Currency, o.K = q.Options.Measure, q.Options.Currency, cmp.Or(o.K, 10)
	if o.K < 0 {
		panic(fmt.Sprintf("sectorsql: the %d largest companies", o.K))
	}
	s, err := newTop(&q, year, &o)
	if err != nil {
		return structure.TopList{}, err
	}
	if err := s.ask(ctx, db, &q, s.take); err != nil {
		return structure.TopList{}, err
	}
	rows := make([]structure.TopRows, 0, len(s.groups))
	for _, g := range s.groups {
		rows = append(rows, *g)
	}
	return structure.TopCompaniesOfRows(rows, year, &o)
}

// Parts of the statement of TopCompanies, beside those of a [crossSection].
const (
	listPart   = 2 + iota // the largest companies
	valuesPart            // how many companies have each of the largest figures
)

// topStatement is the statement of TopCompanies, and what it has returned.
type topStatement struct {
	statement
	q      *Query
	field  [2]string
	groups map[string]*structure.TopRows
}

func newTop(q *Query, year int, o *structure.TopOptions) (*topStatement, error) {
	s := &topStatement{q: q, field: q.figureOf(o.Column), groups: map[string]*structure.TopRows{}}
	var by []sector.Dimension
	if o.BySectors {
		by = append(by, sector.BySector())
	}
	if s.field[1] == "" {
		return nil, fmt.Errorf("sectorsql: companies cannot be compared without a column of %s", s.field[0])
	}
	if err := cmp.Or(q.validateSingle(by...), q.inYear(year)); err != nil {
		return nil, err
	}
	r := &renderer{q: q}
	from := r.fromYear(year)
	texts := []struct{ alias, column string }{
		{"id_of", q.Columns.ID}, {"name_of", q.Columns.Name}, {"sector_of", q.Columns.Sector}, {"region_of", q.Columns.Region},
	}
	var inner []item
	for _, t := range texts {
		expression := "''"
		if t.column != "" {
			expression = r.text(t.column)
		}
		inner = append(inner, item{alias: t.alias, expression: expression})
	}
	inner = append(inner, r.figureItems(s.field[0], s.field[1])...)
	id := ""
	if q.Columns.ID != "" {
		id = r.stated(q.Columns.ID)
	}
	rows, name := r.nested(inner, from)
	status, figure := name(s.field[0]+"_status"), apply(q.Dialect.double, name(s.field[0]+"_figure"))
	group := item{alias: "name", expression: "''"}
	if o.BySectors {
		group = item{alias: "name", expression: name("sector_of"), key: true}
	}
	items := []item{{alias: "part", expression: strconv.Itoa(rowsPart)}, group, {alias: "companies", expression: "COUNT(*)"},
		{alias: "status_of", expression: status, key: true}}
	items = append(items, r.sums(s.field[0], name)...)
	items = append(items, item{alias: "negative", expression: fmt.Sprintf("CASE WHEN %s = 2 AND %s < 0 THEN 1 ELSE 0 END", status, figure), key: true})
	for _, t := range texts {
		items = append(items, item{alias: "company_" + t.alias, expression: "''"})
	}
	s.columns = len(items)

	known := "\nWHERE " + status + " = 2"
	list, values := blank(items), blank(items)
	list[0].expression, list[1], list[2].expression = strconv.Itoa(listPart), item{alias: "name", expression: group.expression}, "1"
	values[0].expression, values[1], values[2].expression = strconv.Itoa(valuesPart), group, "COUNT(*)"
	list[4].expression, values[4].expression, values[4].key = figure, figure, true
	order := []string{figure + " DESC"}
	for i, t := range texts {
		list[len(items)-len(texts)+i].expression = name(t.alias)
		values[len(items)-len(texts)+i].expression = "''"
		order = append(order, apply(q.Dialect.bytewise, name(t.alias)))
	}
	parts := []string{
		r.grouped(items, rows),
		r.first(o.K, list, rows+known, group.expression, order),
		r.first(o.K, values, rows+known, group.expression, order[:1]),
	}
	if id != "" {
		parts = append(parts, r.repeated(items, id, from))
	}
	var err error
	s.text, s.args, err = r.finish(legend(q) + r.limited(r.parts(parts...)))
	return s, err
}

// first renders a SELECT of items of the first k rows of each group in an order.
func (r *renderer) first(k int, items []item, from, group string, order []string) string {
	by := strings.Join(order, ", ")
	if r.q.Dialect.limitBy {
		return r.grouped(items, from) + fmt.Sprintf("\nORDER BY %s\nLIMIT %d BY %s", by, k, r.alias("name"))
	}
	over := "ORDER BY " + by
	if group != "''" {
		over = "PARTITION BY " + group + " " + over
	}
	var list []string
	var inner []item
	for _, it := range items {
		if it.expression == "NULL" { // which would have a type in a subquery
			list = append(list, "NULL")
			continue
		}
		list = append(list, r.alias(it.alias))
		inner = append(inner, it)
	}
	inner = append(inner, item{alias: "place", expression: "ROW_NUMBER() OVER (" + over + ")"})
	return fmt.Sprintf("SELECT %s\nFROM (\n%s\n) AS in_order\nWHERE %s <= %d", strings.Join(list, ", "), indent(r.grouped(inner, from)), r.alias("place"), k)
}

// take takes a row of the result.
func (s *topStatement) take(in *reader) error {
	kind, name, n := in.int(), in.text(), in.int()
	if in.err != nil {
		return in.err
	}
	if kind == repeatedPart {
		if n > 0 {
			return &RepeatedError{ID: name, Companies: n}
		}
		return nil
	}
	if n < 1 {
		return fmt.Errorf("sectorsql: %s: a group of %s", s.q.source(), rowsOf(n))
	}
	g := s.groups[name]
	if g == nil {
		g = &structure.TopRows{Sector: name, Equal: map[float64]int{}}
		s.groups[name] = g
	}
	status := int(sector.Known)
	if kind == rowsPart {
		status = in.int()
	} else {
		in.next()
	}
	x := in.float(status)
	stated := in.next()
	in.next() // whether it is negative, which the sum tells
	switch kind {
	case rowsPart:
		g.All = append(g.All, structure.FigureRows{N: n, Part: part(status, x)})
		return s.q.refuse(s.field[0], s.field[1], status, n, stated)
	case valuesPart:
		g.Equal[x] += n
		return nil
	}
	g.Largest = append(g.Largest, structure.TopCompany{Figure: x, ID: in.text(), Name: in.text(), Sector: in.text(), Region: in.text()})
	return in.err
}
