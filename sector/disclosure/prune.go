package disclosure

import (
	"cmp"
	"slices"
)

// prune shows again what is hidden for nothing, the costliest first.
func (s *search) prune() {
	var hidden []int
	for i, h := range s.hidden {
		if h && s.units.first(i) && !slices.ContainsFunc(s.units.with(i), s.stays) {
			hidden = append(hidden, i)
		}
	}
	worth := func(i int) float64 {
		total := 0.0
		for _, k := range s.units.with(i) {
			total += s.costs[k]
		}
		return total
	}
	slices.SortStableFunc(hidden, func(a, b int) int { return cmp.Compare(worth(b), worth(a)) })
	for _, i := range hidden {
		if s.work < 0 {
			s.spent = true
			return
		}
		unit := s.units.with(i)
		for _, k := range unit {
			s.hidden[k] = false
		}
		if !s.bare(unit) && s.without(unit) {
			for _, k := range unit {
				s.why[k] = NotHidden
				s.gaps[s.series[k]]--
			}
			continue
		}
		for _, k := range unit {
			s.hidden[k] = true
		}
	}
}

// stays reports whether a cell is hidden whatever is hidden beside it.
func (s *search) stays(cell int) bool {
	return s.fixed[cell] || s.why[cell] == Sensitive
}

// without finds other proofs for the targets whose proofs depend on a unit. It
// reports false, and changes nothing, if there are not enough.
func (s *search) without(unit []int) bool {
	lapsed := func(k int) bool { p := &s.proofs.all[k]; return p.lapses && slices.Contains(unit, p.cell) }
	at := slices.DeleteFunc(s.proofs.using(unit), lapsed)
	// Those that have failed before, and those the unit was hidden for, are the
	// first to fail.
	slices.SortStableFunc(at, func(a, b int) int {
		p, q := &s.proofs.all[a], &s.proofs.all[b]
		return cmp.Or(cmp.Compare(q.failed, p.failed), cmp.Compare(s.first(unit, &q.target), s.first(unit, &p.target)), cmp.Compare(len(p.moves), len(q.moves)))
	})
	var found [][]move
	for _, k := range at {
		t := &s.proofs.all[k].target
		moves, ok := s.reuse(t, unit)
		if !ok {
			_, moves, ok = s.find(t, false)
		}
		if !ok {
			s.proofs.all[k].failed++
			return false
		}
		found = append(found, moves)
	}
	for n, k := range at {
		s.proofs.set(k, found[n])
	}
	for _, i := range unit {
		for _, k := range s.lapsing[i] {
			s.proofs.all[k].gone = true
		}
	}
	return true
}

// first reports, as 1 or 0, whether some of the cells were hidden for a target.
func (s *search) first(cells []int, t *target) int {
	for _, i := range cells {
		if o, ok := s.origin[i]; ok && o.cell == t.cell && o.sign == t.sign {
			return 1
		}
	}
	return 0
}

// reuse looks for the proof of a target in those of others that leave a unit
// alone.
func (s *search) reuse(t *target, unit []int) ([]move, bool) {
	for _, k := range s.proofs.using([]int{t.cell}) {
		p := &s.proofs.all[k]
		if p.uses(unit) {
			continue
		}
		at := slices.IndexFunc(p.moves, func(m move) bool { return m.cell == t.cell })
		if moves, ok := s.scaled(t, p.moves, t.sign*t.amount/p.moves[at].change); ok {
			return moves, true
		}
	}
	return nil, false
}
