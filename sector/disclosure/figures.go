package disclosure

import (
	"smartcity/growth"
	"smartcity/sector"
)

// figures are what adds up over the cells of a cube and is protected as one:
// firms, jobs or revenue, or the jobs and the revenue that a ratio leaves out.
type figures struct {
	cube   *cube
	column sector.Column
	alone  bool // only what comes from companies without the other figure
	of     []figure
	can    []bool // it could be hidden, or is
	hidden []bool // unpublished cells are hidden from the start
	spread bool   // companies may be in several of the finest cells

	// Of what ratios leave out: what it can be by itself, what remains of the
	// whole figure, and that nothing can, since no row states both.
	part, rest []span
	entire     []bool
	whole      *figures
}

// figure is a cell's.
type figure struct {
	has       bool // there is a figure that can change
	value     float64
	companies float64 // whose figures it adds up
	rows      float64 // of the file that state it, at most
	rule      Rule    // that makes it sensitive, nil if none does
	level     float64 // the largest protection level of the rules
	least     float64 // it is no less, as readers know

	// How far below and above the figure readers can think it, for what they
	// know beside the tables; and if they are companies in it.
	below, above     float64
	inBelow, inAbove float64
	single           string // the ID of the one company whose figure it is
}

func newFigures(c *cube, column sector.Column, opt Options) *figures {
	f := &figures{cube: c, column: column, of: make([]figure, len(c.cells)), can: make([]bool, len(c.cells)), hidden: make([]bool, len(c.cells))}
	for i := range c.cells {
		cell := &c.cells[i]
		x := cell.row.Figure(column)
		if !x.Known() {
			continue
		}
		parts := contributionsTo(&cell.row, f.from)
		f.of[i] = figure{has: true, value: x.Float64(), rows: float64(cellOf(&cell.row, column).Known)}
		if column == sector.Firms && c.tables[0].FirmsOverlap { // which do not add up, as rows of the file do
			f.of[i].value = float64(cell.row.Rows)
		}
		if parts != nil {
			f.of[i].companies = float64(len(parts))
		} else {
			f.of[i].companies = companiesIn(&cell.row, column)
		}
		f.judge(i, parts, opt.Rules)
		f.can[i], f.hidden[i] = cell.published, !cell.published
	}
	return f
}

// judge asks the rules whether a published figure is sensitive, by its parts.
func (f *figures) judge(i int, parts []float64, rules []Rule) (any bool) {
	x := &f.of[i]
	for _, r := range rules {
		sensitive := parts != nil && r.Sensitive(parts)
		if m, ok := r.(MinimumCompanies); ok && parts == nil {
			sensitive = m.few(x.companies)
		}
		if !sensitive || !f.cube.cells[i].published {
			continue
		}
		if x.rule == nil {
			x.rule = r
		}
		x.level, any = max(x.level, r.Protection(parts)), true
	}
	return any
}

// from is what a company adds to the figures. To the number of firms each adds
// one.
func (f *figures) from(x *sector.Contribution) sector.Figure {
	switch {
	case f.column == sector.Firms:
		return sector.Value(1)
	case f.alone && f.column == sector.Jobs:
		return x.JobsAlone
	case f.alone:
		return x.RevenueAlone
	case f.column == sector.Jobs:
		return x.Jobs
	}
	return x.Revenue
}

// contributionsTo returns the single figures of a row that are known, nil if the
// row does not have them.
func contributionsTo(r *sector.Row, from func(*sector.Contribution) sector.Figure) []float64 {
	if r.Contributions == nil {
		return nil
	}
	out := make([]float64, 0, len(r.Contributions))
	for i := range r.Contributions {
		if x := from(&r.Contributions[i]); x.Known() {
			out = append(out, x.Float64())
		}
	}
	return out
}

// companiesIn returns the number of companies whose figures a row adds up, where
// only counts are at hand, and the least there can be where those do not tell.
// Where Protect has hidden them there are none, and a figure of nobody knows whom
// is taken to be one company's.
func companiesIn(r *sector.Row, column sector.Column) float64 {
	firms := r.Firms.Sum
	if column == sector.Firms {
		return firms.Float64()
	}
	c := cellOf(r, column)
	switch {
	case r.Rows == 0 && firms == sector.Hidden():
		return 0
	case c.Known < r.Rows && firms.Known():
		return max(1, min(float64(c.Known), firms.Float64()))
	case firms.Known():
		return firms.Float64()
	}
	return max(1, float64(c.Known))
}

// cellOf returns the cell of firms, jobs or revenue.
func cellOf(r *sector.Row, column sector.Column) *sector.Cell {
	switch column {
	case sector.Jobs:
		return &r.Jobs
	case sector.Revenue:
		return &r.Revenue
	}
	return &r.Firms
}

// average is the mean figure of a company in each component.
func (f *figures) average() []float64 {
	var size, companies []growth.Sum
	size, companies = make([]growth.Sum, len(f.cube.members)), make([]growth.Sum, len(f.cube.members))
	for i := range f.of {
		if at := f.cube.component[i]; f.of[i].has && f.cube.cells[i].leaf {
			size[at].Add(f.of[i].value)
			companies[at].Add(f.of[i].companies)
		}
	}
	out := make([]float64, len(size))
	for i := range out {
		if out[i] = size[i].Float64() / companies[i].Float64(); !(out[i] > 0) {
			out[i] = 1 // nothing to go by
		}
	}
	return out
}
