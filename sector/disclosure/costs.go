package disclosure

import (
	"cmp"
	"math"
	"math/bits"
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
	ways := make([]int, len(out)) // in how many relations each cell is the sum
	for _, r := range f.cube.relations {
		ways[r.total]++
	}
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
// what the cell adds up to, which has fewer dimensions.
func (c *cube) finestFirst() []relation {
	dims := func(r relation) int { return bits.OnesCount64(c.levels[c.cells[r.total].level].dims) }
	out := slices.Clone(c.relations)
	slices.SortStableFunc(out, func(a, b relation) int { return cmp.Compare(dims(b), dims(a)) })
	return out
}
