package sectorsql

import (
	"fmt"
	"strconv"
	"strings"

	"smartcity/sector"
	"smartcity/sector/dynamics"
)

// Faults of a company that keep it out of a panel, and with it everybody. Of a
// company that has several, the first counts.
const (
	noFault = iota
	noID
	badYear
	badFounded
	badFigure // and one more for each further column of figures
)

const repeatedFault = 100

// panel renders companies followed over years: rows are grouped by company, and
// then companies by what they did.
type panel struct {
	q      *Query
	r      *renderer
	fields [][2]string // figures, and the names of their columns
	from   string      // of rows, one a company and year
	row    func(alias string) string

	fault error // the first in order of faults
	worst int
}

// validatePanel returns an error for a query that companies cannot be followed by.
func (q *Query) validatePanel(by ...sector.Dimension) error {
	switch {
	case q.Columns.ID == "":
		return fmt.Errorf("sectorsql: companies cannot be followed over years without a column of their ids")
	case q.Columns.Year == "":
		return fmt.Errorf("sectorsql: companies cannot be followed over years without a column of years")
	}
	return q.validateSingle(by...)
}

// newPanel renders the rows, with a group if a column of groups is named.
func newPanel(q *Query, group string, fields ...[2]string) *panel {
	p := &panel{q: q, r: &renderer{q: q}, fields: fields}
	items := []item{{alias: "id_of", expression: p.r.stated(q.Columns.ID)}, {alias: "year_of", expression: apply(q.Dialect.number, p.r.column(q.Columns.Year))}}
	if group != "" {
		items = append(items, item{alias: "group_of", expression: p.r.text(group)})
	}
	if q.Columns.Founded != "" {
		founded := apply(q.Dialect.number, p.r.column(q.Columns.Founded))
		items = append(items, item{alias: "founded_in", expression: fmt.Sprintf("CASE WHEN %[1]s <> 0 THEN %[1]s END", founded)})
	}
	for _, f := range fields {
		items = append(items, p.r.figureItems(f[0], f[1])...)
	}
	p.from, p.row = p.r.nested(items, p.r.from())
	return p
}

// in renders an expression for the row of a year.
func (p *panel) in(year int, expression string) string {
	return fmt.Sprintf("MAX(CASE WHEN %s = %d THEN %s END)", p.row("year_of"), year, expression)
}

// stay renders a [dynamics.Stay] in a year.
func (p *panel) stay(year int, jobs string) string {
	status, figure := p.row(jobs+"_status"), p.row(jobs+"_figure")
	return fmt.Sprintf("COALESCE(%s, %d)", p.in(year, fmt.Sprintf("CASE WHEN %s <> 2 THEN %s + 1 WHEN %s = 0 THEN %d ELSE %d END",
		status, status, figure, dynamics.NoJobs, dynamics.WithJobs)), dynamics.NoRow)
}

// figure renders a figure in a year, NULL unless it is known.
func (p *panel) figure(year int, field string) string {
	return p.in(year, fmt.Sprintf("CASE WHEN %s = 2 THEN %s END", p.row(field+"_status"), p.row(field+"_figure")))
}

// group renders the group in a year, empty where there is no row.
func (p *panel) group(year int) string { return "COALESCE(" + p.in(year, p.row("group_of")) + ", '')" }

// active renders the condition that a company is active in a row.
func (p *panel) active(jobs string, a dynamics.Activity) string {
	if a == dynamics.ActiveWithRow {
		return "1 = 1"
	}
	return fmt.Sprintf("(%s <> 2 OR %s <> 0)", p.row(jobs+"_status"), p.row(jobs+"_figure"))
}

// never renders 1 where a company is never active in some years, else 0.
func (p *panel) never(jobs string, a dynamics.Activity, years string) string {
	return fmt.Sprintf("1 - MAX(CASE WHEN %s AND %s %s THEN 1 ELSE 0 END)", p.active(jobs, a), p.row("year_of"), years)
}

// companies renders the rows of each company as one, with its fault.
func (p *panel) companies(items ...item) (text string, name func(string) string) {
	year := p.row("year_of")
	fault := []string{"CASE"}
	when := func(condition string, is int) { fault = append(fault, fmt.Sprintf("  WHEN %s THEN %d", condition, is)) }
	when("COUNT("+p.row("id_of")+") = 0", noID)
	when(fmt.Sprintf("MAX(CASE WHEN %s BETWEEN %d AND %d THEN 0 ELSE 1 END) = 1", year, sector.FirstYear, sector.LastYear), badYear)
	if p.q.Columns.Founded != "" {
		when(fmt.Sprintf("MIN(%[1]s) < 1000 OR MAX(%[1]s) > %[2]d", p.row("founded_in"), sector.LastYear), badFounded)
	}
	for i, f := range p.fields {
		when(fmt.Sprintf("MAX(%s) = %d", p.row(f[0]+"_status"), refused), badFigure+i)
	}
	when(fmt.Sprintf("COUNT(*) > COUNT(DISTINCT %s)", year), repeatedFault)
	fault = append(fault, fmt.Sprintf("  ELSE %d\nEND", noFault))
	stated := []string{p.least(fmt.Sprintf("NOT %s BETWEEN %d AND %d", year, sector.FirstYear, sector.LastYear), year)}
	if p.q.Columns.Founded != "" {
		stated = append(stated, p.least(fmt.Sprintf("NOT %s BETWEEN 1000 AND %d", p.row("founded_in"), sector.LastYear), p.row("founded_in")))
	}
	for _, f := range p.fields {
		stated = append(stated, p.least(fmt.Sprintf("%s = %d", p.row(f[0]+"_status"), refused), p.row(f[0]+"_stated")))
	}
	all := []item{
		{alias: "id", expression: p.row("id_of"), key: true},
		{alias: "rows_of", expression: "COUNT(*)"},
		{alias: "fault", expression: strings.Join(fault, "\n")},
		{alias: "stated", expression: "COALESCE(" + strings.Join(stated, ", ") + ", '')"},
	}
	return p.r.nested(append(all, items...), p.from)
}

// least renders the least of an expression in the rows of a condition, as a text.
func (p *panel) least(condition, expression string) string {
	return apply(p.q.Dialect.text, fmt.Sprintf("MIN(CASE WHEN %s THEN %s END)", condition, expression))
}

// faultItems are the columns of a class of companies that tell of faults. The
// first is a key.
func (p *panel) faultItems(name func(string) string) []item {
	return []item{
		{alias: "fault_of", expression: name("fault"), key: true},
		{alias: "companies", expression: "COUNT(*)"},
		{alias: "first_id", expression: "MIN(" + name("id") + ")"},
		{alias: "row_count", expression: "SUM(" + name("rows_of") + ")"},
		{alias: "least_stated", expression: "MIN(" + name("stated") + ")"},
	}
}

// refuse keeps what is wrong with a class of companies, if it is worse than what
// was wrong before, and says whether something is.
func (p *panel) refuse(fault, companies, rows int, id, stated string) bool {
	if fault == noFault {
		return false
	}
	if p.fault != nil && fault >= p.worst {
		return true
	}
	p.worst = fault
	point := func(column, field, want string) error {
		return fmt.Errorf("sectorsql: %s: column %q: %d companies, first %q: %w", p.q.source(), column, companies, id,
			&sector.FieldError{Field: field, Value: stated, Want: want})
	}
	switch fault {
	case noID:
		p.fault = fmt.Errorf("sectorsql: %s: %s: %w", p.q.source(), rowsOf(rows), dynamics.ErrNoID)
	case badYear:
		p.fault = point(p.q.Columns.Year, "year", fmt.Sprintf("a year from %d to %d", sector.FirstYear, sector.LastYear))
	case badFounded:
		p.fault = point(p.q.Columns.Founded, "founded", fmt.Sprintf("a year from 1000 to %d", sector.LastYear))
	case repeatedFault:
		p.fault = &RepeatedError{ID: id, Companies: companies}
	default:
		if i := fault - badFigure; i < 0 || i >= len(p.fields) {
			p.fault = fmt.Errorf("sectorsql: %s: there is no fault %d", p.q.source(), fault)
			return true
		}
		f := p.fields[fault-badFigure]
		_, _, want := limits(f[0])
		p.fault = point(f[1], f[0], want)
	}
	return true
}

// column is where the companies of a grouping are grouped by; none for sizes.
func (q *Query) column(by dynamics.Grouping) (column string, dimensions []sector.Dimension) {
	switch by {
	case dynamics.BySector:
		return q.Columns.Sector, []sector.Dimension{sector.BySector()}
	case dynamics.ByRegion:
		return q.Columns.Region, []sector.Dimension{sector.ByRegion()}
	}
	return "", nil
}

// sizeOf renders the EU size class of an expression.
func sizeOf(expression string) string {
	text := []string{"CASE"}
	for s := sector.Micro; s < sector.Large; s++ {
		_, below := s.Bounds()
		text = append(text, fmt.Sprintf("WHEN %s < %s THEN %d", expression, literal(below), s))
	}
	return strings.Join(append(text, "ELSE", strconv.Itoa(int(sector.Large)), "END"), " ")
}

// orZero is an expression that is zero where it is NULL.
func orZero(expression string) string { return "COALESCE(" + expression + ", 0)" }
