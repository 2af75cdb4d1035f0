package disclosure

import "math"

// What a search finds is checked before it counts as a proof, so that no rounding
// in a linear program can take one for what it is not.

// possible reports whether changes leave all sums as they are, and every figure
// within what readers think possible.
func (s *search) possible(t *target, moves []move) bool {
	for _, m := range moves {
		if !s.possibleAlone(t, m) {
			return false
		}
	}
	return s.balanced(t, moves)
}

// possibleAlone reports it of one figure.
func (s *search) possibleAlone(t *target, m move) bool {
	return math.Abs(m.change) <= s.room(t, m.cell, math.Copysign(1, m.change))+1e3*tolerance*t.amount
}

// possibleJointly reports it of changes of the whole and of what is left out of
// ratios.
func (s *search) possibleJointly(t *target, whole, left []move) bool {
	off := 1e3 * tolerance * t.amount
	change := map[int]float64{} // of the rest
	for _, m := range whole {
		change[m.cell] = m.change
		if !s.whole.hidden[m.cell] || math.Abs(m.change) > s.whole.room(t, m.cell, math.Copysign(1, m.change))+off {
			return false
		}
	}
	for _, m := range left {
		change[m.cell] -= m.change
		if !s.of[m.cell].has || !s.part[m.cell].takes(m.change, off) {
			return false
		}
	}
	for _, i := range s.cube.members[s.cube.component[t.cell]] {
		if !s.rest[i].takes(change[i], off) || s.of[i].has && s.entire[i] && math.Abs(change[i]) > off {
			return false
		}
	}
	return s.balanced(t, whole) && s.balanced(t, left)
}

// balanced reports whether changes leave all sums as they are.
func (s *search) balanced(t *target, moves []move) bool {
	off := make([]float64, len(s.cube.components[s.cube.component[t.cell]]))
	for _, m := range moves {
		for _, e := range s.cube.cells[m.cell].column {
			off[e.row] += e.coef * m.change
		}
	}
	for _, x := range off {
		if !(math.Abs(x) <= 1e3*tolerance*t.amount) {
			return false
		}
	}
	return true
}
