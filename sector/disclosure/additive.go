package disclosure

import (
	"math"
	"slices"

	"smartcity/sector"
)

// slack keeps what must exceed a limit off it.
const slack = 1 + 1e-6

// room is how far a figure can go up or down with a target in view. A company
// in another cell that hopes to work out the target knows its own figure.
func (f *figures) room(t *target, i int, sign float64) float64 {
	x := &f.of[i]
	below, above := x.below, x.above
	if f.knows(t, i) {
		below, above = x.inBelow, x.inAbove
	}
	if sign > 0 {
		return above
	}
	return below
}

// variables appends all that can change, by amounts of the target's: among what
// is hidden, or also what would have to be hidden for it.
func (f *figures) variables(to []variable, t *target, more bool) []variable {
	for _, i := range f.cube.members[f.cube.component[t.cell]] {
		cell := &f.cube.cells[i]
		var both, up, down variable // of what is hidden; of what is shown
		if f.of[i].has && (f.hidden[i] || more && f.can[i]) {
			above, below := f.room(t, i, 1)/t.amount, f.room(t, i, -1)/t.amount
			if f.hidden[i] {
				both.least, both.most = -below, above
			} else {
				up.most, down.most = above, below
			}
		}
		if i == t.cell {
			both.toward = t.sign
			both.least, both.most = max(both.least, -1), min(both.most, 1)
		}
		both.column, both.cell, both.sign = cell.column, i, 1
		up.column, up.cell, up.sign, up.shown = cell.column, i, 1, true
		down.column, down.cell, down.sign, down.shown = cell.minus, i, -1, true
		to = append(to, both, up, down)
	}
	return to
}

// bare reports whether showing cells leaves another one hidden that would follow
// at once: alone in a sum.
func (f *figures) bare(shown []int) bool {
	for _, i := range shown {
		for _, e := range f.cube.cells[i].column {
			r := &f.cube.relations[f.cube.components[f.cube.component[i]][e.row]]
			hidden := 0
			for _, j := range append([]int{r.total}, r.parts...) {
				if f.hidden[j] {
					hidden++
				}
			}
			if hidden == 1 {
				return true
			}
		}
	}
	return false
}

// scaled returns changes times a factor, if they are possible for a target.
func (f *figures) scaled(t *target, moves []move, factor float64) ([]move, bool) {
	if t.whole || !(math.Abs(factor) < 1e6) {
		return nil, false
	}
	out := slices.Clone(moves)
	for i := range out {
		out[i].change *= factor
		if math.Abs(out[i].change) > f.room(t, out[i].cell, math.Copysign(1, out[i].change)) {
			return nil, false
		}
	}
	return out, true
}

// amount is how uncertain a figure must be at least.
func (f *figures) amount(i int, interval float64, average []float64) float64 {
	x := &f.of[i]
	size := x.value
	if size == 0 {
		size = average[f.cube.component[i]]
	}
	out := max(interval/100*size, x.level)
	if f.column == sector.Firms {
		return max(1, math.Ceil(out-1e-9))
	}
	return out * slack
}

// complement hides what the sensitive figures of a column need hidden with
// them.
func (f *figures) complement(s *search, interval float64) {
	average := f.average()
	parts := f.cube.partsOf()
	var targets []target
	for i := range f.of {
		if f.of[i].rule == nil {
			continue
		}
		below, before := f.cube.below(i, parts), len(targets)
		for _, sign := range []float64{1, -1} {
			t := target{cell: i, sign: sign, below: below, amount: f.amount(i, interval, average)}
			switch {
			case f.column == sector.Firms || f.alone:
				t.amount = min(t.amount, f.room(&t, i, sign))
			case sign < 0:
				t.amount = min(t.amount, f.of[i].value-f.of[i].least)
			}
			if t.amount > 0 {
				targets = append(targets, t)
			}
		}
		if len(targets) == before && !f.alone { // readers know how many firms there are
			s.fallsShort(&target{cell: i})
		}
	}
	s.protect(targets)
	if f.alone {
		return // what is hidden on behalf of others may be known
	}
	done := make([]bool, len(f.of))
	for again := true; again; {
		again = false
		for i := range f.of {
			if f.hidden[i] && !done[i] && f.of[i].has && f.of[i].rule == nil && f.cube.cells[i].published {
				done[i], again = true, true
				f.widen(s, i, f.amount(i, interval, average))
			}
		}
	}
}

// widen sees to it that a figure hidden on behalf of others is uncertain by an
// amount in all, above and below together: it might as well be shown otherwise.
func (f *figures) widen(s *search, i int, amount float64) {
	up := target{cell: i, sign: 1, amount: amount, lapses: true}
	part, moves, _ := s.reach(&up, false)
	if part < 1e-3 {
		part = 0
	}
	up.amount *= part
	if rest := amount - up.amount; rest > amount*tolerance {
		down := target{cell: i, sign: -1, amount: rest, lapses: true}
		var lower []move
		ok := rest <= f.of[i].below
		if ok {
			lower, ok = s.secure(&down, false)
		}
		if ok {
			s.lapse(i, down, lower)
		} else { // up alone, then
			if up.amount = min(amount, f.of[i].above); up.amount < amount {
				s.fallsShort(&up)
			}
			if up.amount > 0 {
				if moves, ok = s.secure(&up, true); ok {
					s.lapse(i, up, moves)
				}
			}
			return
		}
	}
	if part > 0 {
		s.lapse(i, up, moves)
	}
}
