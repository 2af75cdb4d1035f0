package sectorsql

import (
	"fmt"
	"strings"

	"smartcity/sector"
)

// SQL returns the statement that [Aggregate] sends, formatted to be read, and
// the values that are bound in it. It returns an error for a query that no
// table can be made by, and for names that cannot be written in the dialect.
func (q Query) SQL() (text string, args []any, err error) {
	l, err := newLayout(&q)
	if err != nil {
		return "", nil, err
	}
	return l.text, l.args, nil
}

// layout is the statement of a sector table and where in its rows what stands.
//
// The companies of a group are classes by which of their figures are known, so
// that a class is a [sector.Rows]: sums over the companies that have two figures
// need no columns of their own. Where distinct companies are counted, two more
// parts count them by group and in the totals, in which the classes have no
// place.
type layout struct {
	q    *Query
	text string
	args []any

	texts   []string // what the keys of texts are, in order: the names of dimensions, or "code"
	year    bool     // a column of years follows
	figures []figure // then a status for each; sums and least values come after the count, and then currencies
	ids     bool     // then whether there is an id
	columns int
}

func newLayout(q *Query) (*layout, error) { return newLayoutOf(q, (*layout).margins) }

// newLayoutOf makes a layout with the margins in which distinct companies are
// counted.
func newLayoutOf(q *Query, margins func(*layout) []margin) (*layout, error) {
	if err := q.validate(); err != nil {
		return nil, err
	}
	r := &renderer{q: q}
	l := &layout{q: q, year: q.Columns.Year != "", ids: q.Options.Firms == sector.CountIDs}
	from := r.from()

	keys := l.groupedBy(r)
	items := append([]item{}, keys...)
	for _, column := range []struct{ field, name string }{
		{q.Options.Measure.String(), q.jobs()}, {"revenue", q.Columns.Revenue}, {"firms", q.Columns.Firms}, {"share", q.Columns.Share},
	} {
		if column.name != "" {
			f := r.figure(column.field, column.name)
			l.figures = append(l.figures, f)
			items = append(items, item{alias: f.field + "_status", expression: f.status, key: true})
		}
	}
	id := ""
	if l.ids {
		id = r.stated(q.Columns.ID)
		items = append(items, item{alias: "id_status", expression: fmt.Sprintf("CASE WHEN %s IS NULL THEN 0 ELSE 2 END", id), key: true})
	}
	items = append(items, item{alias: "companies", expression: "COUNT(*)"})
	items = append(items, l.sums(&q.Dialect)...)
	if q.Columns.Currency != "" {
		currency := r.stated(q.Columns.Currency)
		items = append(items, item{alias: "currency_first", expression: "MIN(" + currency + ")"}, item{alias: "currency_last", expression: "MAX(" + currency + ")"})
	}

	var text string
	if l.ids {
		text = l.withIDs(r, keys, items, id, from, margins(l))
		l.columns = len(items) + 3
	} else {
		text = r.grouped(items, from)
		l.columns = len(items)
	}
	var err error
	l.text, l.args, err = r.finish(legend(q) + r.limited(text))
	return l, err
}

// groupedBy is what companies are grouped by: sector, region, code, year.
func (l *layout) groupedBy(r *renderer) []item {
	c := &l.q.Columns
	var keys []item
	for _, d := range l.q.options().By {
		name := d.Name()
		column := map[string]string{"sector": c.Sector, "region": c.Region}[name]
		if name == "year" || name == "sector" && l.q.Concordance != nil {
			continue
		}
		l.texts = append(l.texts, name)
		keys = append(keys, item{alias: "by_" + name, expression: r.text(column), key: true})
	}
	if l.q.Concordance != nil {
		l.texts = append(l.texts, "code")
		keys = append(keys, item{alias: "by_code", expression: r.text(c.IndustryCode), key: true})
	}
	if l.year {
		keys = append(keys, item{alias: "by_year", expression: r.column(c.Year), key: true})
	}
	return keys
}

// sums are the sums of figures, and the least value in each class, which is
// shown where it is refused.
func (l *layout) sums(d *Dialect) []item {
	times := ""
	for _, f := range l.figures {
		if f.field == "share" {
			times = fmt.Sprintf(" * CASE WHEN %s THEN %s ELSE 1 END", f.known, f.number)
		}
	}
	var out []item
	for _, f := range l.figures {
		number := apply(d.summed, f.number)
		if f.field != "share" && times != "" {
			if strings.Contains(number, " ") {
				number = "(" + number + ")"
			}
			number += times
		}
		out = append(out,
			item{alias: f.field + "_sum", expression: apply(d.double, "SUM("+number+")")},
			item{alias: f.field + "_least", expression: "MIN(" + f.raw + ")"})
	}
	return out
}
