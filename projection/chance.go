package projection

import (
	"cmp"
	"math"
	"math/big"
	"slices"
)

// Chance says how little it takes to be read: of all figures of the printed
// unit between the base and the highest level that can be meant, how many would
// be explained as well, by some hypothesis. The zero value is not known, as it
// is without a base or where growth leads nowhere.
//
// A figure outside that stretch, such as a gain smaller than the base, is not
// among those counted, so its chance may be 0. Numbers are whole, and exact up to
// 2⁵³.
type Chance struct {
	Explained float64 // figures k·u that some hypothesis would grade as well
	Figures   float64 // figures k·u from B to B(1+hi)^n, n from the first base year
}

// Share returns the chance as a fraction, NaN if it is not known.
func (c Chance) Share() float64 {
	if c.Figures == 0 {
		return math.NaN()
	}
	return c.Explained / c.Figures
}

// Known reports whether there is a chance.
func (c Chance) Known() bool { return c.Figures > 0 }

// compare puts the smaller chance first and one that is not known last.
func (c Chance) compare(other Chance) int {
	if !c.Known() || !other.Known() {
		return cmp.Compare(other.Figures, c.Figures)
	}
	return cmp.Compare(c.Share(), other.Share())
}

// key of a chance that has been computed.
type key struct {
	figure int
	grade  Grade
}

// chance is the chance of a hypothesis of the grade: with several figures the
// smallest of theirs, which the joint chance cannot exceed, however they hang
// together.
func (s *search) chance(g Grade) Chance {
	var least Chance
	for i := range s.figures {
		k := key{i, g}
		c, ok := s.chances[k]
		if !ok {
			c = s.chanceOf(i, g)
			s.chances[k] = c
		}
		if d := c.compare(least); i == 0 || d < 0 || d == 0 && c.Figures > least.Figures {
			least = c
		}
	}
	return least
}

// span is a run of figures k·u, first ≤ k ≤ last.
type span struct{ first, last *big.Int }

// chanceOf counts the figures of the unit of figure i that some base year and
// kind would grade g or better. What follows from the base, or from all bases
// printed like it, or at all rates of the range, is an interval; the figures
// printed for it are a run of whole numbers; and the union of a few runs is
// counted, however many figures are in them.
func (s *search) chanceOf(i int, g Grade) Chance {
	if s.base == nil {
		return Chance{}
	}
	unit := s.figures[i].unit
	highest := factorsOf(s.claim.Range, s.claim.Target-s.claim.BaseYears[0]).at(Level, High)
	all := span{
		ceil(new(big.Rat).Quo(s.base, unit)),
		floor(highest.Mul(highest, s.base).Quo(highest, unit)),
	}
	var spans []span
	for _, year := range s.claim.BaseYears {
		h := hypothesis{search: s, factors: factorsOf(s.claim.Range, s.claim.Target-year), kinds: make([]Kind, len(s.figures))}
		for _, k := range s.claim.Figures[i].Kind.tried() {
			h.kinds[i] = k
			spans = append(spans, h.spans(i, g)...)
		}
	}
	return Chance{Explained: count(spans, all), Figures: count([]span{all}, all)}
}

// spans lists the figures of the unit of figure i that the hypothesis would
// grade g or better, clear of what it says of other figures.
func (h hypothesis) spans(i int, g Grade) []span {
	unit := h.figures[i].unit
	var spans []span
	for _, e := range h.ends(i) {
		switch f := h.factors.at(h.kinds[i], e); {
		case g == GradeA || f.Sign() == 0:
			p := h.at(h.base, i, e)
			spans = append(spans, runOf(p, p, true, unit))
		case f.Sign() > 0:
			spans = append(spans, runOf(h.at(h.from, i, e), h.at(h.to, i, e), false, unit))
		default:
			// What follows is lowest for the highest base, which is not one of them;
			// that is no matter at the low end, see runOf.
			spans = append(spans, runOf(h.at(h.to, i, e), h.at(h.from, i, e), true, unit))
		}
	}
	if g == GradeC && h.claim.Figures[i].End == NoEnd {
		spans = append(spans, runOf(h.at(h.base, i, Low), h.at(h.base, i, High), true, unit))
	}
	return spans
}

// runOf lists the figures k·u whose [k·u − u/2, k·u + u/2) meets the interval
// from low to high. Whether low belongs to the interval does not matter, as the
// figures it would be printed for are open at the top; whether high does, does.
func runOf(low, high *big.Rat, closed bool, unit *big.Rat) span {
	half := big.NewRat(1, 2)
	first := new(big.Rat).Quo(low, unit)
	last := new(big.Rat).Quo(high, unit)
	run := span{first: floor(first.Add(first, half))}
	last.Add(last, half)
	if closed {
		run.last = floor(last)
	} else {
		run.last = new(big.Int).Sub(ceil(last), big.NewInt(1))
	}
	return run
}

// count is the number of figures in the union of runs, within all.
func count(spans []span, all span) float64 {
	slices.SortFunc(spans, func(a, b span) int { return a.first.Cmp(b.first) })
	n := new(big.Int)
	next := all.first // the first figure not looked at
	for _, s := range spans {
		first, last := s.first, s.last
		if first.Cmp(next) < 0 {
			first = next
		}
		if last.Cmp(all.last) > 0 {
			last = all.last
		}
		if first.Cmp(last) > 0 {
			continue
		}
		next = new(big.Int).Add(last, big.NewInt(1))
		n.Add(n, new(big.Int).Sub(next, first))
	}
	x, _ := new(big.Float).SetInt(n).Float64()
	return x
}

// floor is the largest whole number ≤ x.
func floor(x *big.Rat) *big.Int { return new(big.Int).Div(x.Num(), x.Denom()) } // Div rounds down: the divisor is positive

// ceil is the smallest whole number ≥ x.
func ceil(x *big.Rat) *big.Int {
	negative := new(big.Int).Neg(x.Num())
	return negative.Div(negative, x.Denom()).Neg(negative)
}
