package disclosure

import (
	"slices"

	"smartcity/sector"
)

// Companies know their own figures. A figure that is uncertain to readers by what
// another could be is not so to the company whose figure that is.

// insider is a company, or the largest of several, in a cell.
type insider struct {
	cell int
	id   string // of a single one
}

// insiders settles what companies know beside readers: their own figures. Of
// numbers of firms it is readers that know more, if they look at the counts of
// missing figures: those of a sum tell how many firms are in a part of it where
// nobody states a figure. They are taken for companies that work together.
func (f *figures) insiders(ask bool) {
	ask = ask && f.column != sector.Firms
	f.spread = ask && f.spreads()
	stated := f.stated()
	for i := range f.of {
		x := &f.of[i]
		x.inBelow, x.inAbove = x.below, x.above
		if f.column == sector.Firms && x.has && stated[f.cube.component[i]].silent(&f.cube.cells[i].row) {
			x.inAbove, f.spread = 0, true
		}
		if !ask || !x.has || !f.cube.cells[i].leaf {
			continue
		}
		row := &f.cube.cells[i].row
		x.single = singleOf(row, f.from)
		if f.alone && !f.entire[i] { // who is in the rest knows how far that can go
			rest, all := f.stating(row), f.rest[i]
			most, least, others := slices.Max(rest), slices.Min(rest), float64(len(rest)-1)
			x.inBelow, x.inAbove = min(x.inBelow, f.span(i, all.value-least, others, 0).above), min(x.inAbove, f.span(i, all.value-most, 0, f.whole.of[i].rows-x.companies-1).below)
			if others == 0 {
				x.inBelow, x.inAbove = 0, 0
			}
		}
		if x.companies <= 1 {
			x.inBelow, x.inAbove = 0, 0
		} else if parts := contributionsTo(row, f.from); len(parts) > 0 {
			most, least := slices.Max(parts), slices.Min(parts)
			x.inBelow = min(x.inBelow, f.span(i, x.value-most, 1, x.rows-1).below)
			x.inAbove = min(x.inAbove, f.span(i, x.value-least, float64(len(parts)-1), 1).above)
		}
	}
}

// spreads reports whether companies are in several of the finest cells that hang
// together: as those of a table by sector and region and one by sector and size.
func (f *figures) spreads() bool {
	type place struct {
		id        string
		component int
	}
	seen, level := map[place]bool{}, map[int]int{}
	for i := range f.of {
		cell := &f.cube.cells[i]
		if !f.of[i].has || !cell.leaf {
			continue
		}
		component := f.cube.component[i]
		if first, ok := level[component]; ok && first != cell.level {
			return true
		}
		level[component] = cell.level
		for _, x := range cell.row.Contributions {
			if x.ID != "" && seen[place{x.ID, component}] {
				return true
			}
			seen[place{x.ID, component}] = true
		}
	}
	return false
}

// singleOf returns the ID of the company whose figure a row is, "" if it is that
// of several.
func singleOf(r *sector.Row, from func(*sector.Contribution) sector.Figure) string {
	id, n := "", 0
	for i := range r.Contributions {
		if from(&r.Contributions[i]).Known() {
			id = r.Contributions[i].ID
			n++
		}
	}
	if n > 1 {
		return ""
	}
	return id
}

// knows reports whether what the companies of a cell know of it counts: they are
// the ones that hope to work out the target, or nobody has looked yet for changes
// that do without their figure.
func (f *figures) knows(t *target, i int) bool {
	single := f.of[i].single
	switch {
	case f.column == sector.Firms:
		return t.guarded != nil
	case t.below[i] || single != "" && single == f.of[t.cell].single: // they are in the target
		return false
	case t.by != nil && (i == t.by.cell || single != "" && single == t.by.id):
		return true
	}
	return t.guarded != nil && !t.guarded[i]
}

// together returns the target with all companies that are elsewhere hoping to
// work it out at once.
func (t *target) together() *target {
	all := *t
	all.by, all.guarded = &insider{cell: none}, map[int]bool{}
	return &all
}

// settle reaches a target, hiding more where it must: for companies together, and
// for readers if that cannot be; or for readers and then for each company.
func (s *search) settle(t *target, together bool) []move {
	if together {
		all := t.together()
		if moves, ok := s.secure(all, false); ok {
			s.proofs.add(*all, moves)
			return moves
		}
		s.fallsShort(all)
	}
	moves, ok := s.secure(t, true)
	switch {
	case !ok:
	case together:
		s.proofs.add(*t, moves)
	default:
		s.guard(t, moves)
	}
	return moves
}

// guard adds the proof of a target. Where that uses the figures of companies
// elsewhere, it adds one that does not, or else one more for each of them.
func (s *search) guard(t *target, moves []move) {
	t.guarded = map[int]bool{}
	if s.possible(t, moves) {
		s.proofs.add(*t, moves)
		return
	}
	if _, others, ok := s.find(t, false); ok {
		s.proofs.add(*t, others)
		return
	}
	for _, m := range moves {
		if s.possibleAlone(t, m) {
			continue
		}
		one := *t
		one.by, one.guarded = &insider{m.cell, s.of[m.cell].single}, nil
		if others, ok := s.secure(&one, false); ok {
			s.proofs.add(one, others)
		} else {
			s.fallsShort(&one)
		}
		t.guarded[m.cell] = true
	}
	s.proofs.add(*t, moves)
}
