package disclosure

import (
	"slices"

	"smartcity/sector"
)

// ratios are revenue per job over the cells of a cube.
//
// The ratio is made of the companies that state both figures. With R and J the
// sums of revenue and jobs, r the revenue of companies without jobs and j the
// jobs of companies without revenue, it is
//
//	q = (R − r) / (J − j)
//
// Where nothing is left out, it tells no more than R and J. Elsewhere it is taken
// to tell r and j, each of them, which is more than it does, and with them R − r
// and J − j: r and j add up as R and J do, and are protected like them, by hiding
// ratios.
//
// What is hidden of R must stay possible with what is told of r: where the rest,
// R − r, cannot take a change of R that keeps it uncertain, r must be able to
// change along with it. Where that cannot be, all ratios that leave companies out
// are hidden in that component.
type ratios struct {
	*protection
	gone  []bool
	show  []bool // there is a ratio that could be shown, or that there is none tells something
	tells []bool // it leaves companies out
	both  []bool // some row states both figures
	why   []Reason
	rules []Rule
	units units
}

func (p *protection) protectRatios(proofs map[sector.Column][]proof) {
	c := p.cube
	n := len(c.cells)
	r := &ratios{protection: p, gone: make([]bool, n), show: make([]bool, n), tells: make([]bool, n), both: make([]bool, n), why: make([]Reason, n), rules: make([]Rule, n)}
	p.why[sector.RevenuePerJob] = r.why
	p.ratioRules = r.rules
	with := true // contributions
	for i := range c.cells {
		row := &c.cells[i].row
		with = with && (row.Contributions != nil || row.Rows == 0)
		r.both[i] = row.RevenuePerJob.Known()
		r.tells[i] = row.Jobs.Known != row.Rows || row.Revenue.Known != row.Rows
		if row.Contributions != nil {
			r.both[i], r.tells[i] = false, false
			for _, x := range row.Contributions {
				r.both[i] = r.both[i] || x.Both
				r.tells[i] = r.tells[i] || x.JobsAlone.Known() || x.RevenueAlone.Known()
			}
		}
		// That there is no ratio, of companies with both figures, tells that they
		// have no jobs.
		r.show[i] = c.cells[i].published && (row.RevenuePerJob.Known() || r.both[i])
		r.gone[i] = !c.cells[i].published
	}
	r.units = newUnits(c, p.opt.Years, r.show)
	for i := range c.cells {
		if r.show[i] && (p.figures[sector.Jobs].hidden[i] || p.figures[sector.Revenue].hidden[i]) {
			r.hide(i, PartHidden)
		}
	}
	if !with {
		for i := range c.cells {
			if r.show[i] && r.tells[i] {
				r.hide(i, Unclear)
			}
		}
		return
	}
	for _, column := range []sector.Column{sector.Revenue, sector.Jobs} {
		r.protectSide(column, proofs[column])
	}
}

// hide hides the ratio of a cell, in all years if they go together.
func (r *ratios) hide(i int, why Reason) {
	for _, k := range r.units.with(i) {
		if !r.gone[k] {
			r.gone[k], r.why[k] = true, OtherYear
			if k == i {
				r.why[k] = why
			}
		}
	}
}

// leftOut makes figures of what the ratios leave out of a column.
func (r *ratios) leftOut(column sector.Column) *figures {
	c := r.cube
	n := len(c.cells)
	f := &figures{cube: c, column: column, alone: true, of: make([]figure, n), can: r.show, hidden: r.gone, part: make([]span, n), rest: make([]span, n), entire: make([]bool, n), whole: r.figures[column]}
	for i := range c.cells {
		row := &c.cells[i].row
		parts := contributionsTo(row, f.from)
		f.entire[i] = !r.both[i]
		rest := f.stating(row)
		all, alone, both := f.whole.of[i].rows, float64(len(parts)), float64(len(rest))
		f.rest[i] = f.span(i, sum(rest), both, all-alone)
		if len(parts) == 0 {
			continue
		}
		f.of[i] = figure{has: true, value: sum(parts), companies: alone, rows: all - both}
		f.part[i] = f.span(i, f.of[i].value, alone, all-both)
		if r.both[i] { // else it is the whole figure, which stays as it is
			f.of[i].below, f.of[i].above = min(f.part[i].below, f.rest[i].above), min(f.part[i].above, f.rest[i].below)
			f.judge(i, parts, r.opt.Rules)
			// What is left out tells the rest, too.
			if f.judge(i, rest, r.opt.Rules) {
				f.of[i].level = max(f.of[i].level, r.opt.Interval/100*f.rest[i].value)
			}
		}
	}
	f.insiders(r.opt.insiders())
	return f
}

// stating returns the figures of the companies that a ratio is made of.
func (f *figures) stating(r *sector.Row) (out []float64) {
	for i := range r.Contributions {
		if x := &r.Contributions[i]; x.Both {
			all := f.whole.from(x).Float64()
			if alone := f.from(x); alone.Known() {
				all = max(0, all-alone.Float64())
			}
			out = append(out, all)
		}
	}
	return out
}

// protectSide keeps what the ratios leave out of a column from being worked out,
// and what is hidden of the column, by the proofs that it could be otherwise.
func (r *ratios) protectSide(column sector.Column, proofs []proof) {
	f := r.leftOut(column)
	s := r.search(f, r.why, r.figures[sector.Jobs].costs())
	for i := range f.of {
		if f.of[i].rule == nil {
			continue
		}
		if !r.gone[i] {
			s.cover(i, Sensitive)
			r.rules[i] = f.of[i].rule
		}
	}
	f.complement(s, r.opt.Interval)
	for _, p := range proofs {
		// Changes that the rest can take need none of what is left out.
		if p.gone || !slices.ContainsFunc(p.moves, func(m move) bool {
			return !f.rest[m.cell].takes(m.change, 0) || f.of[m.cell].has && f.entire[m.cell]
		}) {
			continue
		}
		t := p.target
		t.whole, t.lapses = true, false
		if moves, ok := s.secure(&t, false); ok {
			s.proofs.add(t, moves)
		} else {
			s.fallsShort(&t)
		}
	}
	s.prune()
	r.spent(s, sector.RevenuePerJob)
	for _, short := range s.short {
		if !short.insiders { // what companies know though all ratios are hidden, they know without them
			r.hideAll(r.cube.component[short.cell])
		}
	}
}

// hideAll hides all ratios of a component that leave companies out.
func (r *ratios) hideAll(component int) {
	for _, i := range r.cube.members[component] {
		if r.show[i] && r.tells[i] {
			r.hide(i, Complementary)
		}
	}
}

// perFirm hides jobs per firm where a part is hidden, and where it may leave out
// companies.
func (p *protection) perFirm() {
	why := make([]Reason, len(p.cube.cells))
	for i := range p.cube.cells {
		r := &p.cube.cells[i].row
		switch {
		case !p.cube.cells[i].published || !r.JobsPerFirm.Known():
		case p.figures[sector.Jobs].hidden[i] || p.figures[sector.Firms].hidden[i]:
			why[i] = PartHidden
		case r.Firms.Known < r.Rows:
			why[i] = Unclear
		}
	}
	p.why[sector.JobsPerFirm] = why
}
