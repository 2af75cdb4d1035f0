package disclosure

import "math"

// joint is reach for what ratios leave out together with the whole figure, where
// that is hidden: for a target of what is left out that cannot change while the
// whole stays as it is; or, if t.whole, for one of the whole.
//
// Of a hidden whole R = r + rest, three things can change: the rest alone; r
// alone, and R with it; and r at the expense of the rest. Where all three can,
// each may use half of what there is, so that they fit together.
func (s *search) joint(t *target, more bool) (part float64, moves []move, all bool) {
	at := s.cube.component[t.cell]
	rows := len(s.cube.components[at])
	j := &jointly{s: s, t: t, p: &program{rhs: make([]float64, 2*rows)}, rows: rows}
	total := 0.0
	for _, i := range s.cube.members[at] {
		if s.whole.hidden[i] && s.whole.of[i].has {
			j.hidden(i)
		} else if s.of[i].has && !s.entire[i] && (s.hidden[i] || more && s.can[i]) {
			below, above := s.room(t, i, -1), s.room(t, i, 1)
			if s.hidden[i] {
				j.add(i, 0, 1, below, above, 0)
				continue
			}
			cost := s.cost(i)
			total += cost
			j.add(i, 0, 1, 0, above, -cost)
			j.add(i, 0, 1, below, 0, cost)
		}
	}
	j.p.begin()
	j.p.most = max(1, s.work)
	for scale := 2*total + 1; ; scale *= 1e3 {
		for k, toward := range j.toward {
			j.worth[k] = j.cost[k] + toward*scale
		}
		j.p.home()
		end := j.p.maximise(j.worth)
		part = 0
		for k, toward := range j.toward {
			part += toward * j.p.y[k]
		}
		if all = end == optimal && part >= 1-tolerance; all || end >= stuck || scale > 1e9*(total+1) {
			break
		}
	}
	s.work -= j.p.work
	whole, moves := j.moves(at)
	return part, moves, all && s.possibleJointly(t, whole, moves)
}

// jointly is the program of joint. Its rows are the relations of the whole, then
// those of what is left out.
type jointly struct {
	s    *search
	t    *target
	p    *program
	rows int

	cell                []int // of each variable
	whole, left         []float64
	toward, cost, worth []float64
}

// hidden adds what can change where the whole is hidden.
func (j *jointly) hidden(i int) {
	s, t := j.s, j.t
	of, whole := &s.of[i], &s.whole.of[i]
	// What readers, or other companies, know of the whole is known in proportion
	// of its parts.
	known := *t
	if !t.whole { // whose figures are used for it is looked at no further
		known.guarded = map[int]bool{}
	}
	below, above := s.whole.room(&known, i, -1), s.whole.room(&known, i, 1)
	part := 1.0
	if whole.value > 0 {
		part = min(1, below/whole.value)
	}
	switch {
	case !of.has:
		j.add(i, 1, 0, below, above, 0)
	case s.entire[i]:
		j.add(i, 1, 1, below, above, 0)
	default:
		rest, left := s.rest[i], s.part[i]
		j.add(i, 1, 0, min(part*rest.value, rest.below)/2, min(above, rest.above)/2, 0)
		j.add(i, 1, 1, min(part*left.value, left.below)/2, min(above, left.above)/2, 0)
		j.add(i, 0, 1, min(part*left.value, s.room(t, i, -1))/2, min(part*rest.value, s.room(t, i, 1))/2, 0)
	}
}

// add adds a variable that changes the whole and what is left out of a cell.
func (j *jointly) add(i int, whole, left, below, above, cost float64) {
	if below == 0 && above == 0 {
		return
	}
	var c column
	for _, e := range j.s.cube.cells[i].column {
		if whole != 0 {
			c = append(c, e)
		}
		if left != 0 {
			c = append(c, entry{j.rows + e.row, e.coef})
		}
	}
	toward := 0.0
	if i == j.t.cell {
		if toward = left * j.t.sign; j.t.whole {
			toward = whole * j.t.sign
		}
		// No more than is asked for.
		if toward > 0 {
			above = min(above, j.t.amount)
		} else if toward < 0 {
			below = min(below, j.t.amount)
		}
	}
	j.p.columns = append(j.p.columns, c)
	j.p.lower, j.p.upper = append(j.p.lower, -below/j.t.amount), append(j.p.upper, above/j.t.amount)
	j.cell, j.whole, j.left = append(j.cell, i), append(j.whole, whole), append(j.left, left)
	j.toward, j.cost, j.worth = append(j.toward, toward), append(j.cost, cost), append(j.worth, 0)
}

// moves are the changes of the whole, and of what is left out.
func (j *jointly) moves(component int) (whole, left []move) {
	changes, alone := map[int]float64{}, map[int]float64{}
	for k, y := range j.p.y {
		changes[j.cell[k]] += j.whole[k] * y * j.t.amount
		alone[j.cell[k]] += j.left[k] * y * j.t.amount
	}
	for _, i := range j.s.cube.members[component] {
		if x := changes[i]; math.Abs(x) > tolerance*j.t.amount {
			whole = append(whole, move{i, x})
		}
		if x := alone[i]; math.Abs(x) > tolerance*j.t.amount {
			left = append(left, move{i, x})
		}
	}
	return whole, left
}
