package disclosure

import (
	"math/bits"
	"slices"
)

// lattice finds cells by their coordinates.
type lattice struct {
	cube   *cube
	coords [][]uint64 // of each cell, by dimension
	stride []uint64
	cells  []map[uint64]int // by level

	tooMany bool
}

// lattice returns the lattice, made the first time. It has no diagonals if there are
// too many combinations to number.
func (c *cube) lattice() *lattice {
	if c.byPlace != nil {
		return c.byPlace
	}
	g := &lattice{cube: c, coords: make([][]uint64, len(c.cells)), stride: make([]uint64, len(c.dims)), cells: make([]map[uint64]int, len(c.levels))}
	for i := range g.coords {
		g.coords[i] = make([]uint64, len(c.dims))
	}
	size := uint64(1)
	for d := range c.dims {
		number := map[string]uint64{}
		for i := range c.cells {
			if c.levels[c.cells[i].level].dims&(1<<d) == 0 {
				continue
			}
			text := c.cells[i].key[d]
			if _, ok := number[text]; !ok {
				number[text] = uint64(len(number))
			}
			g.coords[i][d] = number[text]
		}
		g.stride[d] = size
		over, product := bits.Mul64(size, uint64(max(1, len(number))))
		g.tooMany = g.tooMany || over > 0
		size = product
	}
	for n, l := range c.levels {
		g.cells[n] = make(map[uint64]int, len(l.cells))
		for _, i := range l.cells {
			code := uint64(0)
			for d := range c.dims {
				code += g.coords[i][d] * g.stride[d]
			}
			g.cells[n][code] = i
		}
	}
	c.byPlace = g
	return g
}

// at returns the cell of a level whose coordinates are those of one cell, or, in
// some dimensions, of another.
func (g *lattice) at(level int, from, to int, other uint64) (int, bool) {
	code := uint64(0)
	for d := range g.stride {
		if g.cube.levels[level].dims&(1<<d) == 0 {
			continue
		}
		if other&(1<<d) != 0 {
			code += g.coords[to][d] * g.stride[d]
		} else {
			code += g.coords[from][d] * g.stride[d]
		}
	}
	i, ok := g.cells[level][code]
	return i, ok
}

// diagonals lists boxes that change a cell: from a cell below it to another one that
// differs in its dimensions alone. All that the box changes must lie at levels
// coarser than theirs.
func (g *lattice) diagonals(cell int) []diagonal {
	c := g.cube
	if g.tooMany {
		return nil
	}
	dims := c.levels[c.cells[cell].level].dims
	var out []diagonal
	for n, l := range c.levels {
		if l.dims&dims != dims {
			continue
		}
		if slices.ContainsFunc(c.levels, func(m level) bool { return m.dims != l.dims && m.dims&l.dims == l.dims }) {
			continue // not the finest
		}
		for _, from := range l.cells {
			if below, ok := g.at(c.cells[cell].level, from, from, 0); !ok || below != cell {
				continue
			}
			for _, to := range l.cells {
				differ := g.differ(from, to)
				if differ&^dims != 0 || c.component[from] != c.component[to] || !c.within(differ, n) {
					continue
				}
				out = append(out, diagonal{from, to, differ})
			}
		}
	}
	if step := (len(out) + mostDiagonals - 1) / mostDiagonals; step > 1 {
		for i := range mostDiagonals {
			if i*step >= len(out) {
				return out[:i]
			}
			out[i] = out[i*step]
		}
		return out[:mostDiagonals]
	}
	return out
}

func (g *lattice) differ(a, b int) (out uint64) {
	for d, x := range g.coords[a] {
		if g.coords[b][d] != x {
			out |= 1 << d
		}
	}
	return out
}

// within reports whether all levels that have some dimensions are no finer than
// one.
func (c *cube) within(dims uint64, at int) bool {
	return !slices.ContainsFunc(c.levels, func(l level) bool { return l.dims&dims == dims && l.dims&^c.levels[at].dims != 0 })
}
