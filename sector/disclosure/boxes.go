package disclosure

import (
	"math"
	"math/bits"
)

// boxes does what reach does, without a linear program: fast, for more hidden
// than is needed. A box has two values of each of some dimensions; figures at its
// corners that go up and down in turn leave all sums over those dimensions as
// they are. Boxes are added up until the amount is reached. If they do not get
// there, all of the component is hidden: each figure then is what one company
// has, as far as readers can tell.
//
// Source: the hypercube method, Giessing and Repsilber, Tools and strategies to
// protect multiple tables with the GHQUAR cell suppression engine, in: Inference
// Control in Statistical Databases (2002).
func (s *search) boxes(t *target, more bool) (part float64, moves []move, all bool) {
	if s.alone {
		return 0, nil, false
	}
	if room := s.room(t, t.cell, t.sign); room < t.amount {
		return room / t.amount, nil, false
	}
	at := s.cube.component[t.cell]
	g := s.cube.lattice()
	net := map[int]float64{}
	var order []int
	diagonals := g.diagonals(t.cell)
	for left := t.amount; len(order) < mostCorners; {
		best, bestCost := box{}, math.Inf(1)
		for _, p := range diagonals {
			b, cost := s.box(g, t, p, more, net, left, bestCost*left)
			if b.amount == 0 {
				continue
			}
			if rate := cost / b.amount; rate < bestCost || rate == bestCost && b.amount > best.amount {
				best, bestCost = b, rate
			}
		}
		if best.amount == 0 {
			break
		}
		for _, m := range best.corners {
			if _, ok := net[m.cell]; !ok {
				order = append(order, m.cell)
			}
			net[m.cell] += m.change * best.amount
		}
		if left -= best.amount; left <= t.amount*tolerance {
			for _, i := range order {
				if net[i] != 0 {
					moves = append(moves, move{i, net[i]})
				}
			}
			return 1, moves, true
		}
	}
	if !more {
		return 0, nil, false
	}
	for _, i := range s.cube.members[at] {
		if s.of[i].has && s.can[i] {
			s.cover(i, Complementary)
			s.fixed[i] = true
		}
	}
	return 1, nil, true
}

// box is one box, with changes of 1 and −1 at its corners.
type box struct {
	corners []move
	amount  float64 // by which they can change
}

// box looks at the box between two cells. It gives up where it costs more than
// the best.
func (s *search) box(g *lattice, t *target, p diagonal, more bool, net map[int]float64, left, most float64) (out box, cost float64) {
	c := s.cube
	amount := left
	for n, l := range c.levels {
		if l.dims&p.differ != p.differ {
			continue
		}
		for side := p.differ; ; side = (side - 1) & p.differ { // all subsets
			i, ok := g.at(n, p.from, p.to, side)
			if !ok || !s.of[i].has || !s.hidden[i] && (!more || !s.can[i]) {
				return box{}, 0
			}
			sign := t.sign
			if bits.OnesCount64(side)%2 == 1 {
				sign = -sign
			}
			amount = min(amount, s.room(t, i, sign)-sign*net[i])
			if _, ok := net[i]; !ok {
				cost += s.cost(i)
			}
			if !(amount > left*.02) || cost > most {
				return box{}, 0
			}
			out.corners = append(out.corners, move{i, sign})
			if side == 0 {
				break
			}
		}
	}
	out.amount = amount
	return out, cost
}

// diagonal are the opposite corners of a box, both cells of one of the finest levels.
type diagonal struct {
	from, to int
	differ   uint64 // the dimensions in which they do
}

// Limits to the boxes that are looked at for a step, and to what all of them may
// change.
const (
	mostDiagonals = 4000
	mostCorners   = 1000
)
