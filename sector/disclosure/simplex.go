package disclosure

import "math"

// program is a linear program in variables y:
//
//	maximise gain·y subject to A y = rhs, lower ≤ y ≤ upper
//
// where zero lies within the bounds. It is solved by the simplex method with
// bounded variables. For rhs = 0, which is the case of all programs that look
// for changes that leave sums as they are, y = 0 is feasible in any basis: the
// basis of one target is then a good one to start from for the next, and few
// steps are needed. The inverse of the basis is kept as a product of elementary
// matrices, as sparse as the tables are.
//
// gonum's lp.Simplex keeps dense matrices, wants them of full rank and variables
// without upper bounds, and starts anew for each target; the tests use it to
// compute the same bounds independently.
//
// Source: Dantzig, Linear Programming and Extensions (1963), chapters 9 and 18;
// Bland's rule (1977) against cycling.
type program struct {
	columns      []column // of A
	lower, upper []float64
	rhs          []float64 // one a row
	unit         float64   // of y, where it matters

	y       []float64
	basis   []int // the variable of each row, artificial for its artificial variable
	place   []int // the row of each variable, or none
	spare   []float64
	active  []int // variables that can move
	factors []factor
	real    int  // rows whose variable is not artificial
	broken  bool // the basis is of no use any more
	work    int  // steps of arithmetic so far
	most    int  // after which it is given up, 0 for never

	dual, move []float64 // scratch, one a row
}

// column holds the coefficients of a variable that are not zero.
type column []entry

type entry struct {
	row  int
	coef float64
}

const (
	none       = -1 // no row, no cell
	artificial = -1
	open       = -2 // a row that refactor has yet to give a variable

	smallestGain = 1e-11
	noMove       = 1e-13
)

// begin puts an artificial variable into each row.
func (p *program) begin() {
	rows := len(p.rhs)
	p.basis, p.spare = make([]int, rows), make([]float64, rows)
	p.dual, p.move = make([]float64, rows), make([]float64, rows)
	p.y, p.place = make([]float64, len(p.columns)), make([]int, len(p.columns))
	for i := range p.basis {
		p.basis[i] = artificial
	}
	for j := range p.place {
		p.place[j] = none
	}
	p.factors, p.real, p.broken = nil, 0, false
}

// home takes all variables to zero, and to their bounds as they now are. The
// basis stays.
func (p *program) home() {
	clear(p.y)
	copy(p.spare, p.rhs)
	p.active = p.active[:0]
	for j := range p.columns {
		if p.lower[j] < p.upper[j] {
			p.active = append(p.active, j)
		}
	}
}

// outcome is how a program ends.
type outcome uint8

const (
	optimal   outcome = iota
	unbounded         // there is no largest gain
	stuck             // given up, as rounding has eaten up the basis
	tooLong
)

// feasible looks for values that fit, from a basis of artificial variables, and
// reports whether there are any. It is needed where rhs is not zero; rhs must
// not be below zero.
func (p *program) feasible(tolerance float64) bool {
	if p.improve(nil, -1) != optimal {
		return false
	}
	for i, j := range p.basis {
		if j == artificial {
			if p.spare[i] > tolerance {
				return false
			}
			p.spare[i] = 0
		}
	}
	return true
}

// maximise moves from where the program stands to the largest gain·y.
func (p *program) maximise(gain []float64) outcome { return p.improve(gain, 0) }

// improve takes steps until none gains. Artificial variables gain as stated,
// and are held at zero where that is zero.
func (p *program) improve(gain []float64, artificialGain float64) outcome {
	still := 0 // steps since something last moved
	for range 200*len(p.rhs) + 20*len(p.columns) + 1000 {
		if p.most > 0 && p.work > p.most {
			return tooLong
		}
		p.prices(gain, artificialGain)
		j, sign := p.enter(gain, still > 3*len(p.rhs)+100)
		if j == none {
			return optimal
		}
		moved, bounded := p.step(j, sign, artificialGain == 0)
		if p.broken {
			return stuck
		}
		if !bounded {
			return unbounded
		}
		if still++; moved > noMove {
			still = 0
		}
	}
	return stuck
}

// prices computes what a unit of each row is worth in the present basis.
func (p *program) prices(gain []float64, artificialGain float64) {
	for i, j := range p.basis {
		switch {
		case j == artificial:
			p.dual[i] = artificialGain
		case gain != nil:
			p.dual[i] = gain[j]
		default:
			p.dual[i] = 0
		}
	}
	for k := len(p.factors) - 1; k >= 0; k-- {
		f := &p.factors[k]
		sum := 0.0
		p.work += len(f.index)
		for n, i := range f.index {
			sum += float64(p.dual[i] * f.value[n])
		}
		p.dual[f.row] = sum
	}
}

// enter chooses the variable that gains most by moving, and whether up or down:
// the first in order among equals, and with Bland's rule the first that gains
// at all. It returns none if none does.
func (p *program) enter(gain []float64, bland bool) (j int, sign float64) {
	best, j := smallestGain, none
	for _, k := range p.active {
		if p.place[k] != none {
			continue
		}
		d := 0.0
		if gain != nil {
			d = gain[k]
		}
		p.work += len(p.columns[k])
		for _, e := range p.columns[k] {
			d -= float64(p.dual[e.row] * e.coef)
		}
		if math.Abs(d) > best && (d > 0 && p.y[k] < p.upper[k] || d < 0 && p.y[k] > p.lower[k]) {
			best, j, sign = math.Abs(d), k, math.Copysign(1, d)
			if bland {
				break
			}
		}
	}
	return j, sign
}

// step moves variable j up or down as far as the others allow. It reports how
// far that is, and false if nothing stops it.
func (p *program) step(j int, sign float64, holdArtificial bool) (moved float64, bounded bool) {
	p.solve(p.columns[j])
	length, row := p.upper[j]-p.y[j], none
	if sign < 0 {
		length = p.y[j] - p.lower[j]
	}
	// Harris's test: of all that stop it at about the same point, the one with
	// the largest coefficient is the safest to take the variable's place.
	soonest := math.Inf(1)
	for i, w := range p.move {
		if rate := math.Abs(w); rate > smallestPivot {
			soonest = min(soonest, p.room(i, sign*w, holdArtificial)+noMove/rate)
		}
	}
	if soonest < length {
		pivot := 0.0
		for i, w := range p.move {
			if rate := math.Abs(w); rate > max(smallestPivot, pivot) {
				if limit := p.room(i, sign*w, holdArtificial); limit <= soonest {
					length, row, pivot = limit, i, rate
				}
			}
		}
	}
	if math.IsInf(length, 1) {
		return 0, false
	}
	for i, w := range p.move {
		if w == 0 {
			continue
		}
		if k := p.basis[i]; k != artificial {
			p.y[k] -= float64(sign * w * length)
		} else {
			p.spare[i] -= float64(sign * w * length)
		}
	}
	p.y[j] += sign * length
	if row == none { // from one bound to the other
		p.y[j] = p.upper[j]
		if sign < 0 {
			p.y[j] = p.lower[j]
		}
		return length, true
	}
	if k := p.basis[row]; k != artificial {
		p.place[k] = none
		p.y[k] = p.upper[k] // exactly
		if (sign > 0) == (p.move[row] > 0) {
			p.y[k] = p.lower[k]
		}
	} else {
		p.spare[row] = 0
		p.real++
	}
	p.basis[row], p.place[j] = j, row
	p.pivot(row)
	if len(p.factors) > p.real+mostFactors {
		p.refactor()
	}
	return length, true
}

// room is how far the entering variable can go before the variable of row i is
// at a bound, which falls at a rate.
func (p *program) room(i int, rate float64, holdArtificial bool) float64 {
	value, low, high := p.spare[i], 0.0, math.Inf(1)
	if k := p.basis[i]; k != artificial {
		value, low, high = p.y[k], p.lower[k], p.upper[k]
	} else if holdArtificial {
		high = 0
	}
	if rate > 0 {
		return max(value-low, 0) / rate
	}
	return max(high-value, 0) / -rate
}
