package disclosure

import (
	"errors"
	"math"
	"slices"
	"strings"

	"smartcity/growth"
	"smartcity/sector"
)

// Result is what Protect has hidden. Only its Tables are for publication: the
// rest helps to find out what is behind them.
type Result struct {
	// Tables are those given, in order, with suppressed figures, and without
	// contributions and the warnings of [Check]. Where the number of firms is
	// hidden, Rows and the counts of its cells are zero.
	Tables []*sector.Table

	// Suppressions are what is hidden: by table, rows before totals, and in the
	// order of columns; margins that are in no table come last. A ratio that is
	// hidden with a part of it is among them.
	Suppressions []Suppression

	// Losses sum them up, one for each table and column.
	Losses []Loss

	Warnings []error // *[LessUncertain], *[MoreThanNeeded]
}

// Suppression is a hidden figure.
type Suppression struct {
	Table  int      // its index, or −1 for a margin that is in none
	Total  bool     // it is one of the table's totals
	By     []string // the dimensions of the table, or of the margin
	Key    []string // one text for each, as in [sector.Row]
	Year   int      // 0 where there is none
	Column sector.Column
	Reason Reason
	Rule   Rule // of a sensitive figure, or of what a sensitive ratio is made of or leaves out; nil otherwise
}

// Loss is what a table has lost in a column.
type Loss struct {
	Table  int
	Column sector.Column

	Figures       int // rows and totals with a figure, before
	Sensitive     int // of those, hidden by a rule
	Complementary int // hidden for any other reason

	// Value is the sum of what is hidden in rows, each by its size, in the unit
	// of the column, and Share its part of the sum of all rows. Of ratios both
	// are NaN, and Share is where there is nothing.
	Value, Share float64
}

// View returns the losses, for the record of an office and not for
// publication, with the columns table, column, figures, sensitive,
// complementary, value and share.
func (r *Result) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "table", Unit: ""}, {Name: "column"}, {Name: "figures", Unit: "figures"}, {Name: "sensitive", Unit: "figures"},
		{Name: "complementary", Unit: "figures"}, {Name: "value"}, {Name: "share", Unit: "fraction"},
	}}
	for _, l := range r.Losses {
		by := names(r.Tables[l.Table])
		v.Rows = append(v.Rows, []growth.Entry{
			growth.TextOf(strings.Join(by, ", ")), growth.TextOf(columnName(r.Tables[l.Table], l.Column)), growth.NumberOf(float64(l.Figures)),
			growth.NumberOf(float64(l.Sensitive)), growth.NumberOf(float64(l.Complementary)), growth.NumberOf(l.Value), growth.NumberOf(l.Share),
		})
	}
	return v
}

// result makes tables of what is left.
func (p *protection) result() *Result {
	out := &Result{Warnings: p.warnings}
	for n, t := range p.cube.tables {
		table := *t
		table.Warnings = slices.DeleteFunc(slices.Clone(t.Warnings), tellsSmallCells)
		losses := map[sector.Column]*Loss{}
		for _, column := range columns() {
			losses[column] = &Loss{Table: n, Column: column}
		}
		table.Rows = p.protected(out, n, t.Rows, false, losses)
		table.Totals = p.protected(out, n, t.Totals, true, losses)
		out.Tables = append(out.Tables, &table)
		for _, column := range columns() {
			out.Losses = append(out.Losses, *p.settle(t, losses[column]))
		}
	}
	for i := range p.cube.cells {
		if cell := &p.cube.cells[i]; cell.published && !cell.given {
			margin := Suppression{Table: none, Year: cell.year}
			for d, name := range p.cube.dims {
				if p.cube.levels[cell.level].dims&(1<<d) != 0 {
					margin.By, margin.Key = append(margin.By, name), append(margin.Key, cell.key[d])
				}
			}
			p.list(out, margin, i)
		}
	}
	return out
}

// tellsSmallCells reports whether a warning is that of [Check], which says how few
// companies are in cells that are hidden by now.
func tellsSmallCells(w error) bool {
	_, ok := errors.AsType[*SmallCells](w)
	return ok
}

// columns are those that are hidden or shown.
func columns() []sector.Column {
	return []sector.Column{sector.Firms, sector.Jobs, sector.Revenue, sector.RevenuePerJob, sector.JobsPerFirm}
}

// protected copies rows, without what is hidden.
func (p *protection) protected(out *Result, table int, rows []sector.Row, totals bool, losses map[sector.Column]*Loss) []sector.Row {
	var kept []sector.Row
	by := names(p.cube.tables[table])
	for i := range rows {
		r := rows[i]
		key, dims := p.cube.keyOf(p.cube.tables[table], &r, totals)
		at := p.cube.byKey[keyText(dims, key)]
		for _, column := range columns() {
			if !r.Figure(column).Known() {
				continue
			}
			l := losses[column]
			l.Figures++
			switch p.why[column][at] {
			case NotHidden:
				continue
			case Sensitive:
				l.Sensitive++
			default:
				l.Complementary++
			}
			if !totals {
				l.Value += math.Abs(r.Figure(column).Float64())
			}
		}
		p.list(out, Suppression{Table: table, Total: totals, By: by, Key: slices.Clone(r.Key), Year: r.Year}, at)
		kept = append(kept, p.strip(r, at))
	}
	return kept
}

// strip takes out of a row what is hidden. A ratio of hidden figures is hidden
// even where there is none, since that would tell that they are zero.
func (p *protection) strip(r sector.Row, at int) sector.Row {
	hidden := func(column sector.Column) bool { return p.why[column][at] != NotHidden }
	r.Key = slices.Clone(r.Key)
	r.Contributions = nil
	jobs, revenue, firms := hidden(sector.Jobs), hidden(sector.Revenue), hidden(sector.Firms)
	if jobs {
		r.Jobs.Sum = sector.Hidden()
	}
	if revenue {
		r.Revenue.Sum = sector.Hidden()
	}
	if jobs || revenue || hidden(sector.RevenuePerJob) {
		r.RevenuePerJob = sector.Hidden()
	}
	if jobs || firms || hidden(sector.JobsPerFirm) {
		r.JobsPerFirm = sector.Hidden()
	}
	if firms {
		r.Rows = 0
		r.Firms, r.FirmsWeighted = sector.Cell{Sum: sector.Hidden()}, sector.Cell{Sum: sector.Hidden()}
		r.Jobs, r.Revenue = sector.Cell{Sum: r.Jobs.Sum}, sector.Cell{Sum: r.Revenue.Sum}
	}
	return r
}

// list adds the suppressions of a cell.
func (p *protection) list(out *Result, of Suppression, at int) {
	for _, column := range columns() {
		of.Column, of.Reason, of.Rule = column, p.why[column][at], nil
		if of.Reason == NotHidden {
			continue
		}
		switch f, ok := p.figures[column]; {
		case of.Reason != Sensitive:
		case ok:
			of.Rule = f.of[at].rule
		default:
			of.Rule = p.ratioRules[at]
		}
		out.Suppressions = append(out.Suppressions, of)
	}
}

// settle rounds off a loss.
func (p *protection) settle(t *sector.Table, l *Loss) *Loss {
	if !l.Column.Additive() {
		l.Value, l.Share = math.NaN(), math.NaN()
		return l
	}
	var all growth.Sum
	for i := range t.Rows {
		if f := t.Rows[i].Figure(l.Column); f.Known() {
			all.Add(math.Abs(f.Float64()))
		}
	}
	l.Share = l.Value / all.Float64()
	return l
}
