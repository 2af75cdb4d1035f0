package disclosure

import (
	"math"

	"smartcity/sector"
)

// readers settles what readers know of a column from the outset: that no figure
// is below zero; that a group which is there has a firm in it; and the jobs of
// companies in a size class. Jobs come first.
func (f *figures) readers(jobs *figures) {
	stated := f.stated()
	for i := range f.of {
		x, r := &f.of[i], &f.cube.cells[i].row
		x.below, x.above = x.value, math.Inf(1)
		from, to, ok := f.cube.size(i)
		switch {
		case !x.has:
		case f.column == sector.Firms:
			// With a firm goes a row of the file, and what it states.
			below := min(x.value, float64(r.Rows)) - 1
			for _, n := range stated[f.cube.component[i]].rows(r) {
				below = min(below, float64(n))
			}
			if w := r.FirmsWeighted.Sum; w.Known() {
				below = min(below, w.Float64())
			}
			if ok && jobs.of[i].has && !jobs.hidden[i] {
				j := jobs.of[i].value
				below = min(below, x.value-math.Floor(j/to)-1)
				if from > 0 {
					x.above = max(0, math.Floor(j/from)-x.value)
				}
			}
			x.below = math.Floor(max(0, below))
		case f.column == sector.Jobs && ok:
			x.least = min(x.value, from)
			s := f.span(i, x.value, x.rows, x.rows)
			x.below, x.above = s.below, s.above
		}
	}
	// Sums are known no less than their parts: two groups that are there have two
	// firms.
	for _, r := range f.cube.finestFirst() {
		x, below, above := &f.of[r.total], 0.0, 0.0
		for _, i := range r.parts {
			if f.of[i].has {
				below, above = below+f.of[i].below, above+f.of[i].above
			}
		}
		x.below, x.above = min(x.below, below), min(x.above, above)
	}
}

// span is a figure, and how far it can go below and above that by itself.
type span struct{ value, below, above float64 }

// takes reports whether a change is possible, or off by as much as it may be.
func (s span) takes(change, off float64) bool { return -change <= s.below+off && change <= s.above+off }

// span returns what readers know of a figure of a cell that so many rows of the
// file state, at least and at most: jobs by size class lie within their class.
func (f *figures) span(i int, value, fewest, most float64) span {
	out := span{value, value, math.Inf(1)}
	if from, to, ok := f.cube.size(i); ok && f.column == sector.Jobs {
		out.below, out.above = max(0, value-most*from), max(0, fewest*to-value)
	}
	return out
}

// size returns the jobs of a company in the cell's size class.
func (c *cube) size(i int) (from, to float64, ok bool) {
	for d, name := range c.dims {
		if name != sector.BySize().Name() {
			continue
		}
		for s := sector.Micro; s <= sector.Large; s++ {
			if c.cells[i].key[d] == s.String() {
				from, to = s.Bounds()
				return from, to, true
			}
		}
	}
	return 0, 0, false
}

// statement is whether anybody in a component states jobs, and revenue.
type statement struct{ jobs, revenue bool }

func (f *figures) stated() []statement {
	out := make([]statement, len(f.cube.members))
	for i := range f.cube.cells {
		r, s := &f.cube.cells[i].row, &out[f.cube.component[i]]
		s.jobs, s.revenue = s.jobs || r.Jobs.Known > 0, s.revenue || r.Revenue.Known > 0
	}
	return out
}

// silent reports whether nobody in a group states what others do, as is shown.
func (s statement) silent(r *sector.Row) bool {
	return s.jobs && r.Jobs.Known == 0 || s.revenue && r.Revenue.Known == 0
}

// rows returns limits to the rows of a group that state all that anybody does.
func (s statement) rows(r *sector.Row) []int {
	switch {
	case s.jobs && s.revenue:
		return []int{r.Jobs.Known + r.Revenue.Known - r.Rows}
	case s.jobs:
		return []int{r.Jobs.Known}
	case s.revenue:
		return []int{r.Revenue.Known}
	}
	return nil
}
