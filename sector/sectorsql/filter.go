package sectorsql

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Filter is a condition on a column. Its values are bound, never written into
// the statement, and compared as the engine compares them with the column. All
// that is stated must hold; a row whose column is NULL passes no filter, not even
// one with Not. Dates are texts, as in "2018-12-31"; in ClickHouse and SQLite a
// time.Time is refused, which they would compare with no date.
type Filter struct {
	Column   string
	OneOf    []any // the values that pass, if any are stated
	From, To any   // the first and the last value that pass; nil is open
	Not      bool  // what else would not pass does, and the other way round
}

// condition renders a filter.
func (r *renderer) condition(f *Filter) string {
	column := r.column(f.Column)
	var all []string
	if f.OneOf != nil {
		all = append(all, r.in(column, f.OneOf, r.bind))
	}
	switch {
	case f.From != nil && f.To != nil:
		all = append(all, fmt.Sprintf("%s BETWEEN %s AND %s", column, r.bind(f.From), r.bind(f.To)))
	case f.From != nil:
		all = append(all, fmt.Sprintf("%s >= %s", column, r.bind(f.From)))
	case f.To != nil:
		all = append(all, fmt.Sprintf("%s <= %s", column, r.bind(f.To)))
	}
	condition := strings.Join(all, " AND ")
	if f.Not {
		// In ClickHouse, NULL is in no list, in place of nobody knows.
		condition = column + " IS NOT NULL AND NOT (" + condition + ")"
	}
	return condition
}

// validate returns an error for a filter that states nothing, or what no value
// can be equal to.
func (f *Filter) validate(d *Dialect) error {
	isTime := slices.ContainsFunc(append([]any{f.From, f.To}, f.OneOf...), func(v any) bool {
		_, ok := v.(time.Time)
		return ok
	})
	switch {
	case f.Column == "":
		return fmt.Errorf("sectorsql: an empty name (of a filter)")
	case f.OneOf == nil && f.From == nil && f.To == nil:
		return fmt.Errorf("sectorsql: the filter of column %q states nothing", f.Column)
	case f.OneOf != nil && len(f.OneOf) == 0:
		return fmt.Errorf("sectorsql: the filter of column %q has a list of no values, which nothing can be one of", f.Column)
	case slices.Contains(f.OneOf, nil):
		return fmt.Errorf("sectorsql: the filter of column %q has NULL in its list, which nothing is equal to", f.Column)
	case isTime && !d.times:
		return fmt.Errorf("sectorsql: the filter of column %q has a time.Time, which %s compares with no date: give it as the text of one", f.Column, d.name)
	}
	return nil
}

// in renders the condition that an expression is one of some values.
func (r *renderer) in(expression string, values []any, bind func(any) string) string {
	var bound []string
	for _, v := range values {
		bound = append(bound, bind(v))
	}
	return fmt.Sprintf("%s IN (%s)", expression, strings.Join(bound, ", "))
}
