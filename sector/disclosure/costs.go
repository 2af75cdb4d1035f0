package disclosure

import (
	"cmp"
	"math"
	"slices"
)

// costs are the loss of each cell: more for larger figures, though not in
// proportion, since the number of gaps counts too; and for a sum twice as much as
// for all that it is made of, since sums are what most readers look for.
func (f *figures) costs() []float64 {
	average := make([]float64, len(f.cube.members))
	for at, cells := range f.cube.members {
		var sizes []float64
		for _, i := range cells {
			if f.of[i].has && f.cube.cells[i].leaf {
				sizes = append(sizes, math.Abs(f.of[i].value))
			}
		}
		if average[at] = sum(sizes) / float64(len(sizes)); !(average[at] > 0) {
			average[at] = 1
		}
	}
	out := make([]float64, len(f.of))
	for i := range out {
		if f.of[i].has && f.cube.cells[i].leaf {
			out[i] = 1 + math.Sqrt(math.Abs(f.of[i].value)/average[f.cube.component[i]])
		}
	}
	ways := f.cube.ways()
	for _, r := range f.cube.finestFirst() {
		var below []float64
		for _, i := range r.parts {
			below = append(below, out[i])
		}
		out[r.total] += 2 * max(1, sum(below)) / float64(ways[r.total])
	}
	return out
}

// finestFirst returns the relations so that what adds up to a cell comes before
// what the cell adds up to.
func (c *cube) finestFirst() []relation {
	depth := c.depths()
	out := slices.Clone(c.relations)
	slices.SortStableFunc(out, func(a, b relation) int { return cmp.Compare(depth[a.total], depth[b.total]) })
	return out
}

// depths is how many relations lie between each cell and the finest below it.
func (c *cube) depths() []int {
	out := make([]int, len(c.cells))
	for again := true; again; {
		again = false
		for _, r := range c.relations {
			for _, i := range r.parts {
				if out[r.total] <= out[i] {
					out[r.total], again = out[i]+1, true
				}
			}
		}
	}
	return out
}

// ways is in how many relations each cell is the sum.
func (c *cube) ways() []int {
	out := make([]int, len(c.cells))
	for _, r := range c.relations {
		out[r.total]++
	}
	return out
}
