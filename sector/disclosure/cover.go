package disclosure

func (s *search) coverAll(t *target, moves []move) {
	for _, m := range moves {
		if !s.hidden[m.cell] {
			s.origin[m.cell] = *t
		}
		s.cover(m.cell, Complementary)
	}
}

// cover hides a cell, for a reason, and what goes with it.
func (s *search) cover(cell int, why Reason) {
	if s.hidden[cell] && why != Sensitive {
		return
	}
	for _, i := range s.units.with(cell) {
		if !s.hidden[i] {
			s.hidden[i], s.why[i] = true, OtherYear
			s.gaps[s.series[i]]++
		}
	}
	s.why[cell] = why
}

// cost is that of hiding a cell, and what goes with it. A series with a gap in
// another year is the first to get another.
func (s *search) cost(cell int) float64 {
	total := 0.0
	for _, i := range s.units.with(cell) {
		switch {
		case s.hidden[i]:
		case s.gaps[s.series[i]] > 0:
			total += s.costs[i] / 2
		default:
			total += s.costs[i]
		}
	}
	return total
}
