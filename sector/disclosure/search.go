package disclosure

import (
	"cmp"
	"math"
	"slices"

	"smartcity/sector"
)

// search finds what else must be hidden for hidden figures to stay uncertain.
//
// A figure is as uncertain as it must be if some other set of figures, that
// differs from the true one in hidden figures alone, adds up the same way, and
// is possible as far as readers know, has it so much higher; and another one so
// much lower. Each such target is proved by a set of changes, found by linear
// programming: first among what is hidden; else at the least cost of hiding
// more. When the program has worked too long, [search.boxes] finds the rest.
type search struct {
	*figures
	why     []Reason
	fixed   []bool // hidden before the search
	units   units
	series  []int          // of each cell, without its year
	gaps    []int          // hidden cells of each series
	origin  map[int]target // what each cell was hidden for
	lapsing map[int][]int  // the proofs of each cell that lapse
	short   []shortfall
	costs   []float64 // of hiding a cell
	work    int       // left
	spent   bool      // there was too little of it

	proofs proofs

	programs  map[int]*program // the last of each component
	variables []variable       // scratch
	gain      []float64
}

// variable is a change of one figure.
type variable struct {
	column      column
	least, most float64
	toward      float64 // what it adds to the change of the target
	cell        int     // whose figure it is
	sign        float64 // of the change of that figure
	shown       bool    // it is not hidden yet
}

// target is a figure that must be able to be higher, or lower, by an amount.
type target struct {
	cell   int
	sign   float64 // 1 for higher, −1 for lower
	amount float64
	below  map[int]bool
	lapses bool // where the cell is shown again
	whole  bool // in a search of what ratios leave out: of the whole figure

	// by is who must not work it out, nil for readers. Changes that readers find
	// possible use the figures of companies elsewhere only where a target of their
	// own guards against those: guarded. It is nil before that is looked at.
	by      *insider
	guarded map[int]bool
}

// shortfall is a cell that cannot be as uncertain as it should, to readers or to
// companies that stand alone elsewhere.
type shortfall struct {
	cell     int
	insiders bool
}

// tolerance is what a change may be off by, as part of the target's amount.
const tolerance = 1e-9

// reach looks for the proof of a target among what is hidden, or with more than
// that. It returns how much of the amount is reached.
func (s *search) reach(t *target, more bool) (part float64, moves []move, all bool) {
	s.variables = s.figures.variables(s.variables[:0], t, more)
	p := s.program(t)
	before := p.work
	p.most = before + max(1, s.work)
	defer func() { s.work -= p.work - before }()
	worth := resize(s.gain, len(s.variables))
	s.gain = worth
	total := 0.0
	for j, v := range s.variables {
		worth[j] = v.toward
		if v.shown && v.least < v.most {
			total += s.cost(v.cell)
		}
	}
	// What is hidden costs less, all together, than the target is worth, unless
	// changes are many times the target's; then it is worth more.
	for scale := 1 / (2*total + 1); ; scale *= 1e-3 {
		for j, v := range s.variables {
			if v.shown {
				worth[j] = -s.cost(v.cell) * scale
			}
		}
		p.home()
		end := p.maximise(worth)
		if end == stuck {
			p.begin()
			p.home()
			end = p.maximise(worth)
		}
		part = 0
		for j, v := range s.variables {
			part += v.toward * p.y[j]
		}
		if all = end == optimal && part >= 1-tolerance; all || total == 0 || scale < 1e-12 || end == tooLong {
			break
		}
	}
	for j, v := range s.variables {
		if math.Abs(p.y[j]) > tolerance {
			moves = append(moves, move{v.cell, v.sign * p.y[j] * t.amount})
		}
	}
	if !s.possible(t, moves) {
		return 0, nil, false
	}
	return part, moves, all
}

// program returns the program of the variables of a component, from where the
// last target left it.
func (s *search) program(t *target) *program {
	at := s.cube.component[t.cell]
	p := s.programs[at]
	if p == nil {
		p = &program{rhs: make([]float64, len(s.cube.components[at]))}
		for _, v := range s.variables {
			p.columns = append(p.columns, v.column)
		}
		p.begin()
		s.programs[at] = p
	}
	p.lower, p.upper = resize(p.lower, len(s.variables)), resize(p.upper, len(s.variables))
	for j, v := range s.variables {
		p.lower[j], p.upper[j] = v.least, v.most
	}
	return p
}

func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// protect reaches all targets, hiding more where it must.
func (s *search) protect(targets []target) {
	slices.SortStableFunc(targets, func(a, b target) int { return cmp.Compare(b.amount, a.amount) })
	done := make([]bool, len(targets))
	at := map[int][]int{} // targets by cell
	for i := range targets {
		at[targets[i].cell] = append(at[targets[i].cell], i)
	}
	for i := range targets {
		if done[i] {
			continue
		}
		done[i] = true
		// Companies elsewhere must not know better than readers. They are looked at
		// together where one may be in several cells, or where to look at each takes
		// too long.
		together := s.spread || s.work < mostWork/10*9
		moves := s.settle(&targets[i], together)
		// The same changes may prove others.
		for _, m := range moves {
			for _, k := range at[m.cell] {
				if done[k] {
					continue
				}
				t := &targets[k]
				if together {
					t = t.together()
				}
				if scaled, ok := s.scaled(t, moves, t.sign*t.amount/m.change); ok {
					done[k] = true
					s.guard(t, scaled)
				}
			}
		}
	}
}

// secure reaches a target, hiding more where it must. A target may be out of
// reach though all were hidden, where readers know from the outset; it shrinks to
// what they do not, if it is to be lenient.
// It reports false for a target that it has not.
func (s *search) secure(t *target, lenient bool) ([]move, bool) {
	for {
		part := 0.0
		for _, more := range []bool{false, true} {
			reached, moves, ok := s.find(t, more)
			if ok {
				s.coverAll(t, moves)
				return moves, true
			}
			part = reached
		}
		if !lenient {
			return nil, false
		}
		s.fallsShort(t)
		if part < 1e-6 {
			return nil, false
		}
		lenient = false
		t.amount *= part * (1 - 1e-6)
	}
}

// find looks for the proof of a target in the way that suits it.
func (s *search) find(t *target, more bool) (part float64, moves []move, all bool) {
	switch {
	case s.work < 0:
		s.spent = true
		part, moves, all = s.boxes(t, more)
		return part, moves, all && s.possible(t, moves)
	case !t.whole:
		if part, moves, all = s.reach(t, more); all || !s.alone {
			return part, moves, all
		}
	}
	return s.joint(t, more)
}

// fallsShort notes that a target is out of reach.
func (s *search) fallsShort(t *target) {
	if short := (shortfall{t.cell, t.by != nil && s.column != sector.Firms}); !slices.Contains(s.short, short) {
		s.short = append(s.short, short)
	}
}

// lapse adds the proof of a target that matters while its cell is hidden.
func (s *search) lapse(cell int, t target, moves []move) {
	s.lapsing[cell] = append(s.lapsing[cell], len(s.proofs.all))
	s.proofs.add(t, moves)
}
