package sectorsql

import (
	"cmp"
	"context"
	"fmt"
	"strconv"

	"smartcity/sector"
	"smartcity/sector/structure"
)

// crossSection is a statement on the companies of a year, grouped by what a
// method asks for. Its first columns are part, name (of a sector, if they are
// grouped by it) and companies.
type crossSection struct {
	statement
	q      *Query
	fields [][2]string // figures, and the names of their columns
}

func newCrossSection(q *Query, year int, bySector bool, fields [][2]string, items func(r *renderer, name func(string) string) []item) (*crossSection, error) {
	for _, f := range fields {
		if f[1] == "" {
			return nil, fmt.Errorf("sectorsql: companies cannot be compared without a column of %s", f[0])
		}
	}
	if err := cmp.Or(q.validateSingle(), q.inYear(year)); err != nil {
		return nil, err
	}
	s := &crossSection{q: q, fields: fields}
	r := &renderer{q: q}
	from := r.fromYear(year)
	var inner []item
	if bySector {
		inner = append(inner, item{alias: "in_sector", expression: r.text(q.Columns.Sector)})
	}
	for _, f := range fields {
		inner = append(inner, r.figureItems(f[0], f[1])...)
	}
	id := ""
	if q.Columns.ID != "" {
		id = r.stated(q.Columns.ID)
	}
	rows, name := r.nested(inner, from)
	group := item{alias: "name", expression: "''"}
	if bySector {
		group = item{alias: "name", expression: name("in_sector"), key: true}
	}
	all := append([]item{{alias: "part", expression: strconv.Itoa(rowsPart)}, group, {alias: "companies", expression: "COUNT(*)"}}, items(r, name)...)
	s.columns = len(all)
	text := r.grouped(all, rows)
	if id != "" {
		text = r.parts(text, r.repeated(all, id, from))
	}
	var err error
	s.text, s.args, err = r.finish(legend(q) + r.limited(text))
	return s, err
}

// ask sends the statement, and hands over the groups.
func (s *crossSection) ask(ctx context.Context, db Querier, group func(name string, companies int, in *reader) error) error {
	return s.statement.ask(ctx, db, s.q, func(in *reader) error {
		kind, name, n := in.int(), in.text(), in.int()
		switch {
		case in.err != nil:
			return in.err
		case kind == rowsPart && n > 0:
			return group(name, n, in)
		case kind == rowsPart:
			return fmt.Errorf("sectorsql: %s: a group of %s", s.q.source(), rowsOf(n))
		case n > 0:
			return &RepeatedError{ID: name, Companies: n}
		}
		return nil
	})
}

// part reads status, sum and least of a figure, and refuses what no company can
// have.
func (s *crossSection) part(field [2]string, companies int, in *reader) (sector.Part, error) {
	status := in.int()
	sum, stated := in.float(status), in.next()
	if in.err != nil {
		return sector.Part{}, in.err
	}
	return part(status, sum), s.q.refuse(field[0], field[1], status, companies, stated)
}

// Parts of a statement on single companies.
const (
	rowsPart = iota
	repeatedPart
)

// inYear returns an error where there can be nobody in the year.
func (q *Query) inYear(year int) error {
	if year < sector.FirstYear || year > sector.LastYear || q.Year != 0 && q.Year != year {
		return fmt.Errorf("sectorsql: companies in %d: %w", year, structure.ErrEmpty)
	}
	return nil
}

// fromYear renders the table, the filters, and the year, which the program has
// checked to be one. Its column must hold numbers, so that an engine can leave
// out what is of other years without reading it.
func (r *renderer) fromYear(year int) string {
	from := r.from()
	if r.q.Columns.Year == "" {
		return from
	}
	word := "\nWHERE "
	if len(r.q.Where) > 0 {
		word = "\n  AND "
	}
	return from + word + r.column(r.q.Columns.Year) + " = " + strconv.Itoa(year)
}

// sums are, of a figure in rows of one status, the sum and the least of what stands
// there, which is shown where it is refused.
func (r *renderer) sums(field string, name func(string) string) []item {
	return []item{
		{alias: field + "_sum", expression: apply(r.q.Dialect.double, "SUM("+name(field+"_figure")+")")},
		{alias: field + "_least", expression: "MIN(" + name(field+"_stated") + ")"},
	}
}

// repeated renders the part of a statement in which the companies with two rows
// are counted. Of the items, those called name and companies are of use to it.
func (r *renderer) repeated(items []item, id, from string) string {
	inner := r.grouped([]item{{alias: "repeated_id", expression: id, key: true}, {alias: "repeated_rows", expression: "COUNT(*)"}}, from) +
		"\nHAVING COUNT(" + id + ") > 1"
	part := blank(items)
	for i := range part {
		switch part[i].alias {
		case "part":
			part[i].expression = strconv.Itoa(repeatedPart)
		case "name":
			part[i].expression = "MIN(" + r.alias("repeated_id") + ")"
		case "companies":
			part[i].expression = "COUNT(*)"
		}
	}
	return r.grouped(part, "FROM (\n"+indent(inner)+"\n) AS repeated")
}
