package sectorsql

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// renderer writes a statement for a query. Values are not placeholders before
// the end: expressions can be put together in any order and used more than once.
type renderer struct {
	q       *Query
	values  []any
	markers map[string]string // values that are texts that stand for no figure
	names   []string          // of columns in use, which no alias may be called by
	err     error             // the first
}

// A value in an unfinished statement is its place in values between two of
// these, and the subquery is one with nothing between; nothing else can hold it.
const mark = "\x00"

func (r *renderer) bind(v any) string {
	if x, ok := v.(float64); ok && r.q.Dialect.wholes && (x != math.Trunc(x) || math.Abs(x) > 1<<53) {
		v = strconv.FormatFloat(x, 'g', -1, 64) // which the engine refuses where it must be a whole number
	}
	r.values = append(r.values, v)
	return mark + strconv.Itoa(len(r.values)-1) + mark
}

// column renders a column, and keeps the error if its name cannot be one.
func (r *renderer) column(name string) string {
	quoted, err := r.q.Dialect.identifier(name)
	if err != nil && r.err == nil {
		r.err = err
	}
	r.names = append(r.names, name)
	return quoted
}

// text renders a column of texts: what is not stated is empty.
func (r *renderer) text(name string) string {
	return "COALESCE(" + apply(r.q.Dialect.text, r.column(name)) + ", '')"
}

// stated renders a column of texts: what is not stated is NULL.
func (r *renderer) stated(name string) string {
	return "NULLIF(" + apply(r.q.Dialect.text, r.column(name)) + ", '')"
}

// alias returns a name for a column of the result that no column in use has,
// since ClickHouse would take one for the other.
func (r *renderer) alias(name string) string {
	for slices.ContainsFunc(r.names, func(used string) bool { return strings.EqualFold(used, name) }) {
		name += "_"
	}
	return name
}

// from renders the table and the filters, on lines of their own.
func (r *renderer) from() string {
	var b strings.Builder
	if r.q.Subquery != "" {
		b.WriteString("FROM (\n" + mark + mark + "\n) AS " + r.q.free("companies"))
	} else {
		var parts []string
		for part := range strings.SplitSeq(r.q.Table, ".") {
			quoted, err := r.q.Dialect.identifier(part)
			if err != nil && r.err == nil {
				r.err = fmt.Errorf("%w (of a table)", err)
			}
			parts = append(parts, quoted)
		}
		b.WriteString("FROM " + strings.Join(parts, "."))
		table := r.q.Table[strings.LastIndexByte(r.q.Table, '.')+1:]
		if free := r.q.free("companies"); r.q.Dialect.lines && slices.ContainsFunc(r.q.columns(), func(name string) bool { return strings.EqualFold(name, table) }) {
			b.WriteString(" AS " + free)
		}
	}
	word := "\nWHERE "
	for i := range r.q.Where {
		b.WriteString(word + r.condition(&r.q.Where[i]))
		word = "\n  AND "
	}
	return b.String()
}

// free returns a name for a table that no column in use has: where there is no such
// column, it would stand for the lines of the table.
func (q *Query) free(name string) string {
	for slices.ContainsFunc(q.columns(), func(used string) bool { return strings.EqualFold(used, name) }) {
		name += "_"
	}
	return name
}

// item is a column of the result.
type item struct {
	alias, expression string
	key               bool // grouped by; keys come first
}

// grouped renders a SELECT of items, grouped by the keys. What from has
// rendered is given to it, since the columns of filters are in use, too.
func (r *renderer) grouped(items []item, from string) string {
	var list, keys []string
	for i, it := range items {
		alias := r.alias(it.alias)
		list = append(list, indent(it.expression+" AS "+alias))
		switch {
		case it.key && r.q.Dialect.aliases:
			keys = append(keys, alias)
		case it.key:
			keys = append(keys, strconv.Itoa(i+1)) // a name could be that of a column of the table
		}
	}
	text := "SELECT\n" + strings.Join(list, ",\n") + "\n" + from
	if len(keys) > 0 {
		text += "\nGROUP BY " + strings.Join(keys, ", ")
	}
	return text
}

// limited ends a statement: the engine is asked for one group more than is
// allowed, and no other.
func (r *renderer) limited(text string) string {
	return text + "\nLIMIT " + strconv.Itoa(r.q.maxGroups()+1)
}

// indent moves the lines of an expression to the right.
func indent(text string) string { return "  " + strings.ReplaceAll(text, "\n", "\n  ") }

// finish puts placeholders for values, and the subquery.
func (r *renderer) finish(text string) (string, []any, error) {
	if r.err != nil {
		return "", nil, r.err
	}
	if strings.Contains(r.q.Subquery, mark) {
		return "", nil, fmt.Errorf("sectorsql: the subquery holds a character of code 0")
	}
	if err := r.checkPlaces(); err != nil {
		return "", nil, err
	}
	var b strings.Builder
	var args []any
	d := &r.q.Dialect
	numbers := map[string]int{} // of the placeholders of values that have one
	if d.numbered {
		args = slices.Clone(r.q.Args) // they are the first by their numbers
	}
	for i, part := range strings.Split(text, mark) {
		switch {
		case i%2 == 0:
			b.WriteString(part)
			continue
		case part == "":
			b.WriteString(r.q.Subquery)
			if !d.numbered {
				args = append(args, r.q.Args...)
			}
			continue
		}
		n, known := numbers[part]
		if !known || !d.numbered {
			value, err := strconv.Atoi(part)
			if err != nil {
				panic("sectorsql: " + err.Error())
			}
			args = append(args, r.values[value])
			n = len(args)
			numbers[part] = n
		}
		b.WriteString(d.placeholder(n))
	}
	return b.String(), args, nil
}
