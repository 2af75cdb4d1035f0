package sectorsql

import (
	"fmt"
	"slices"
	"strings"
)

// Statuses of a figure beside those of package sector, which are 0 for missing,
// 1 for suppressed and 2 for known.
const (
	refused = 3 // no company can have it
	nothing = 4 // a share of zero: not in the field
)

// legend says in a statement what the statuses mean.
func legend(q *Query) string {
	text := "-- status of a figure: 0 missing, 1 suppressed, 2 known, 3 refused"
	if q.Columns.Share != "" {
		text += ", 4 a share of zero"
	}
	return text + "\n"
}

// figure is the expressions of a column of figures.
type figure struct {
	field  string
	name   string // of the column
	status string
	known  string // the condition that it is a figure that a company can have
	number string // the figure, where it is known
	raw    string // what stands there, to be shown where it is refused

	isNumber string // the condition that it is a number, where that is not certain
}

// limits returns the figures that a company can have, as
// [sector.Company.Validate] has them.
func limits(field string) (from, to, want string) {
	const most = "1000000000000000000"
	switch field {
	case "revenue":
		return "-" + most, most, "an amount below 10^18"
	case "share":
		return "0", "1", "a share from 0 to 1"
	case "firms":
		return "0", most, "a whole number of zero or more"
	}
	return "0", most, "a number of zero or more"
}

// figure renders a column of figures.
func (r *renderer) figure(field, name string) figure {
	d := &r.q.Dialect
	x := r.column(name)
	f := figure{field: field, name: name, number: apply(d.number, x), raw: x}
	missing := []string{x + " IS NULL"}
	var suppressed []string
	if flag, ok := r.q.Flags[field]; ok {
		suppressed = append(suppressed, r.condition(&flag))
	}
	texts, _ := split(slices.Concat(r.q.Missing, r.q.Suppressed))
	if len(texts) > 0 && d.parsed != "" {
		f.raw = apply(d.text, x)
		f.number = apply(d.parsed, r.without(texts, f.raw))
	}
	if d.isNumber != "" {
		f.isNumber = apply(d.isNumber, x)
	}
	suppressed = append(suppressed, r.marked(&f, x, r.q.Suppressed)...)
	missing = append(missing, r.marked(&f, x, r.q.Missing)...)

	from, to, _ := limits(field)
	f.known = fmt.Sprintf("%s BETWEEN %s AND %s", f.number, from, to)
	if f.isNumber != "" {
		f.known = f.isNumber + " AND " + f.known
	}
	if field == "firms" {
		whole := apply(d.whole, f.number)
		if share := r.q.Columns.Share; share != "" { // parts of firms are in rows that state it
			whole = "(" + whole + " OR (\n" + indent(indent(r.figure("share", share).status)) + "\n  ) > 1)"
		}
		f.known += " AND " + whole
	}
	var b strings.Builder
	b.WriteString("CASE\n")
	if len(suppressed) > 0 {
		fmt.Fprintf(&b, "  WHEN %s THEN 1\n", strings.Join(suppressed, " OR "))
	}
	fmt.Fprintf(&b, "  WHEN %s THEN 0\n", strings.Join(missing, " OR "))
	if field == "share" {
		fmt.Fprintf(&b, "  WHEN %s AND %s = 0 THEN %d\n", f.known, f.number, nothing)
	}
	fmt.Fprintf(&b, "  WHEN %s THEN 2\n", f.known)
	if d.isNaN != "" {
		fmt.Fprintf(&b, "  WHEN %s THEN 0\n", apply(d.isNaN, f.number))
	}
	fmt.Fprintf(&b, "  ELSE %d\nEND", refused)
	f.status = b.String()
	return f
}

// without renders a text that is NULL where it is a marker, for engines that
// stop at a text that is no number.
func (r *renderer) without(markers []any, text string) string {
	if !r.q.Dialect.stops {
		return text
	}
	for _, m := range markers {
		text = fmt.Sprintf("NULLIF(%s, %s)", text, r.marker(m))
	}
	return text
}

// marked renders the conditions that a marker stands in a column.
func (r *renderer) marked(f *figure, column string, markers []any) []string {
	texts, numbers := split(markers)
	var out []string
	if len(texts) > 0 {
		out = append(out, r.in(apply(r.q.Dialect.text, column), texts, r.marker))
	}
	if len(numbers) > 0 {
		is := r.in(f.number, numbers, r.marker)
		if f.isNumber != "" {
			is = f.isNumber + " AND " + is // binds closer than the OR between conditions
		}
		out = append(out, is)
	}
	return out
}

// split divides markers into texts and numbers.
func split(markers []any) (texts, numbers []any) {
	for _, m := range markers {
		if _, ok := m.(string); ok {
			texts = append(texts, m)
		} else {
			numbers = append(numbers, m)
		}
	}
	return texts, numbers
}

// marker binds a marker. A text is bound once, since it is one wherever it
// stands; a number takes the type of the column that it is compared with.
func (r *renderer) marker(v any) string {
	text, ok := v.(string)
	if !ok {
		return r.bind(v)
	}
	if r.markers == nil {
		r.markers = map[string]string{}
	}
	if r.markers[text] == "" {
		r.markers[text] = r.bind(v)
	}
	return r.markers[text]
}
