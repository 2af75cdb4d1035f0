package disclosure

import (
	"math"
	"slices"
)

// factor is an elementary matrix: the identity but for one column.
type factor struct {
	row   int
	index []int
	value []float64
}

const (
	mostFactors   = 64 // more than there are variables in the basis
	smallestPivot = 1e-7
)

// solve computes the column times the inverse of the basis into move.
func (p *program) solve(c column) {
	clear(p.move)
	for _, e := range c {
		p.move[e.row] += e.coef
	}
	p.apply()
}

// apply multiplies move by the inverse of the basis.
func (p *program) apply() {
	for k := range p.factors {
		f := &p.factors[k]
		x := p.move[f.row]
		if x == 0 {
			continue
		}
		p.move[f.row] = 0
		p.work += len(f.index)
		for n, i := range f.index {
			p.move[i] += float64(x * f.value[n])
		}
	}
}

// pivot adds the factor that turns move into the unit vector of a row. A small
// coefficient there means that rounding has eaten up the basis.
func (p *program) pivot(row int) {
	p.broken = p.broken || !(math.Abs(p.move[row]) > smallestPivot)
	f := factor{row: row}
	inverse := 1 / p.move[row]
	for i, w := range p.move {
		switch {
		case i == row:
			f.index, f.value = append(f.index, i), append(f.value, inverse)
		case w != 0:
			f.index, f.value = append(f.index, i), append(f.value, -w*inverse)
		}
	}
	p.factors = append(p.factors, f)
}

// refactor makes the factors anew from the basis, and the values from them.
// Where a row has one variable left, that one is taken: bases of tables are
// nearly triangular, and the factors then are as sparse as their columns.
func (p *program) refactor() {
	in := make([][]int, len(p.basis)) // the basic variables of each row
	left := make([]int, len(p.basis)) // how many of them have no row yet
	var basic, alone []int
	for i, j := range p.basis {
		if j != artificial {
			basic = append(basic, j)
			p.basis[i], p.place[j] = open, none
		}
	}
	for _, j := range basic {
		for _, e := range p.columns[j] {
			in[e.row] = append(in[e.row], j)
			left[e.row]++
		}
	}
	p.factors = p.factors[:0]
	take := func(j, row int) {
		p.basis[row], p.place[j] = j, row
		if p.pivot(row); p.broken {
			return
		}
		for _, e := range p.columns[j] {
			if left[e.row]--; left[e.row] == 1 {
				alone = append(alone, e.row)
			}
		}
	}
	for i, n := range left {
		if n == 1 {
			alone = append(alone, i)
		}
	}
	for ; len(alone) > 0; alone = alone[1:] {
		row := alone[0]
		at := slices.IndexFunc(in[row], func(j int) bool { return p.place[j] == none })
		if p.basis[row] != open || at < 0 {
			continue
		}
		p.solve(p.columns[in[row][at]])
		if math.Abs(p.move[row]) > smallestPivot {
			take(in[row][at], row)
		}
	}
	for _, j := range basic {
		if p.place[j] != none {
			continue
		}
		p.solve(p.columns[j])
		row := none
		for i, w := range p.move {
			if p.basis[i] == open && (row == none || math.Abs(w) > math.Abs(p.move[row])) {
				row = i
			}
		}
		if take(j, row); p.broken {
			return
		}
	}
	copy(p.move, p.rhs)
	for j, y := range p.y {
		if y != 0 && p.place[j] == none {
			for _, e := range p.columns[j] {
				p.move[e.row] -= float64(e.coef * y)
			}
		}
	}
	p.apply()
	for i, j := range p.basis {
		if j != artificial {
			p.y[j] = p.move[i]
		} else {
			p.spare[i] = p.move[i]
		}
	}
}
