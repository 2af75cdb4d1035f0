package disclosure

import (
	"errors"
	"math"
	"slices"
	"strings"

	"smartcity/growth"
	"smartcity/sector"
)

// Exposure is what can be worked out from tables.
type Exposure struct {
	Intervals []Interval // by column, then by table, rows before totals
}

// Interval is all that a suppressed figure can be: its feasibility interval.
type Interval struct {
	Table  int
	Total  bool
	Key    []string
	Year   int
	Column sector.Column

	Lower, Upper float64 // in the unit of the column; Upper is +Inf if nothing bounds it
}

// Audit works out the interval of each suppressed number of firms, sum of jobs
// and sum of revenue from what tables show of the same companies, as a reader
// would: rows add up to totals, those of one table to those of another, and no
// figure is below zero. Where a table shows a negative revenue, that is not taken
// for granted of revenue. What is missing adds nothing to a sum. Ratios and counts
// are not used, nor numbers of firms that overlap.
//
// Give it all tables that are published together. It knows nothing of how they
// were protected: tables of any origin can be audited. Two linear programs for each
// suppressed figure take their time where thousands are tied together.
//
// It returns a [*UnlikeTables] if figures do not add up, and an error if no
// figures can stand where they are suppressed, for tables in different units,
// and for no tables.
//
// Source: Hundepool et al., Statistical Disclosure Control (2012), section 4.2.2.
func Audit(tables ...*sector.Table) (*Exposure, error) {
	if len(tables) == 0 {
		return nil, errors.New("disclosure: no tables to audit")
	}
	if slices.Contains(tables, nil) {
		return nil, errors.New("disclosure: a table to audit is nil")
	}
	c, err := newCube(tables, GivenMargins)
	if err != nil {
		return nil, err
	}
	out := &Exposure{}
	for _, column := range []sector.Column{sector.Firms, sector.Jobs, sector.Revenue} {
		if column == sector.Firms && tables[0].FirmsOverlap {
			continue
		}
		lower, upper, err := c.intervals(column)
		if err != nil {
			return nil, err
		}
		for n, t := range tables {
			for i, rows := range [][]sector.Row{t.Rows, t.Totals} {
				for k := range rows {
					r := &rows[k]
					if r.Figure(column) != sector.Hidden() {
						continue
					}
					key, dims := c.keyOf(t, r, i == 1)
					at := c.byKey[keyText(dims, key)]
					out.Intervals = append(out.Intervals, Interval{n, i == 1, r.Key, r.Year, column, lower[at], upper[at]})
				}
			}
		}
	}
	return out, nil
}

// View returns the intervals with the columns table, key, year, column, lower and
// upper. What nothing bounds is missing.
func (e *Exposure) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{{Name: "table"}, {Name: "key"}, {Name: "year", Unit: "year"}, {Name: "column"}, {Name: "lower"}, {Name: "upper"}}}
	bound := func(x float64) growth.Entry {
		if math.IsInf(x, 0) {
			return growth.Entry{}
		}
		return growth.NumberOf(x)
	}
	for _, i := range e.Intervals {
		year := growth.Entry{}
		if i.Year != 0 {
			year = growth.NumberOf(float64(i.Year))
		}
		name := map[sector.Column]string{sector.Firms: "firms", sector.Jobs: "jobs", sector.Revenue: "revenue"}[i.Column]
		v.Rows = append(v.Rows, []growth.Entry{growth.NumberOf(float64(i.Table)), growth.TextOf(strings.Join(i.Key, ", ")), year, growth.TextOf(name), bound(i.Lower), bound(i.Upper)})
	}
	return v
}

// intervals computes the bounds of each cell in a column.
func (c *cube) intervals(column sector.Column) (lower, upper []float64, err error) {
	lower, upper = make([]float64, len(c.cells)), make([]float64, len(c.cells))
	least := 0.0
	for i := range c.cells {
		x := c.cells[i].row.Figure(column)
		lower[i], upper[i] = x.Float64(), x.Float64()
		if x.Float64() < 0 && c.cells[i].given {
			least = math.Inf(-1)
		}
	}
	for at := range c.members {
		p, cells, err := c.unknowns(at, column, least)
		if err != nil {
			return nil, nil, err
		}
		if len(cells) == 0 {
			continue
		}
		if !p.feasible(1e-7) {
			return nil, nil, errors.New("disclosure: there are no figures for which the tables add up")
		}
		gain := make([]float64, len(cells))
		for j, i := range cells {
			for _, sign := range []float64{1, -1} {
				gain[j] = sign
				bound := &upper[i]
				if sign < 0 {
					bound = &lower[i]
				}
				switch p.maximise(gain) {
				case optimal:
					if *bound = p.y[j] * p.unit; math.Abs(*bound) < 1e-15*p.unit {
						*bound = 0
					}
				case unbounded:
					*bound = math.Inf(int(sign))
				default:
					return nil, nil, errors.New("disclosure: the tables are beyond what can be computed with")
				}
			}
			gain[j] = 0
		}
	}
	return lower, upper, nil
}

// unknowns is the program of the cells of a component that are not shown. Its
// unit is a power of two above the largest sum in it.
func (c *cube) unknowns(component int, column sector.Column, least float64) (*program, []int, error) {
	p := &program{unit: 1}
	var cells []int
	at := map[int]int{}
	for _, i := range c.members[component] {
		if !c.cells[i].given || c.cells[i].row.Figure(column) == sector.Hidden() {
			at[i] = len(cells)
			cells = append(cells, i)
			p.columns = append(p.columns, nil)
			p.lower, p.upper = append(p.lower, least), append(p.upper, math.Inf(1))
		}
	}
	for _, n := range c.components[component] {
		r := &c.relations[n]
		var known, size growth.Sum
		var row []entry // by unknown
		add := func(i int, sign float64) {
			if j, ok := at[i]; ok {
				row = append(row, entry{j, sign})
			} else if x := c.cells[i].row.Figure(column); x.Known() {
				known.Add(-sign * x.Float64())
				size.Add(math.Abs(x.Float64()))
			}
		}
		add(r.total, -1)
		for _, i := range r.parts {
			add(i, 1)
		}
		right := known.Float64()
		if len(row) == 0 {
			if !near(right, 0, size.Float64()) {
				total := c.cells[r.total].row.Figure(column).Float64()
				return nil, nil, &UnlikeTables{Cell: c.name(r.total), Column: c.columnName(column), Figure: total, Parts: total - right}
			}
			continue
		}
		if math.Abs(right) <= 1e-15*size.Float64() { // rounding
			right = 0
		}
		for _, e := range row {
			p.columns[e.row] = append(p.columns[e.row], entry{len(p.rhs), e.coef * math.Copysign(1, right)})
		}
		p.rhs = append(p.rhs, math.Abs(right))
		p.unit = max(p.unit, math.Abs(right))
	}
	_, exponent := math.Frexp(p.unit)
	p.unit = math.Ldexp(1, exponent)
	for i := range p.rhs {
		p.rhs[i] /= p.unit
	}
	p.begin()
	p.home()
	return p, cells, nil
}
