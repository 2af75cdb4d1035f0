package projection

import "slices"

// Readings are all the ways to understand a [Claim].
type Readings struct {
	Claim Claim     // as it was read: with its units and base years filled in
	List  []Reading // best first, see [Reading.Compare]; empty if the claim cannot be explained
	Bands []Band    // what bands say of the number of years, also where no reading explains them
}

// Readings tries every hypothesis about the claim and returns those that explain
// all of its figures.
//
// A hypothesis is one base year, n = T − year > 0 years before the target, and
// one kind for each figure of unknown kind, the same for both ends of a band. At
// rate r a figure would then be
//
//	P = B((1+r)^n − k), k = 1 for a gain and 0 for a level.
//
// The printed figure c of unit u is met by it if c − u/2 ≤ P < c + u/2. The
// grade of the hypothesis is
//
//   - [GradeA] if every figure is met at an end of the range;
//   - [GradeB] if every figure is met at an end of the range from one other base
//     that would be printed like B;
//   - [GradeC] if every figure is met from B at some rate of the range, ends
//     included, which is the same as that the interval of rates implied by
//     [c − u/2, c + u/2) meets the range.
//
// Each figure may be met at either end, the figures of a band at their own end
// only: grade C is no way to explain a band. Where the base is not given, a base
// is chosen to fit, so the grade is B at best, and C is not defined. Rates are
// never rounded, and whether a figure is met is decided exactly, in rational
// numbers, with every input taken for the shortest decimal number that it is.
//
// The errors name what is wrong with the claim. They wrap [growth.ErrNotKnown]
// if something is missing, NaN or infinite, there are more than 12 figures or a
// band lacks an end; [growth.ErrNotPositive] if a base, unit or level is
// negative or a figure is zero; and [growth.ErrOrder] if the ends of the range
// or of a band are reversed, a band meets a range without two ends, or no base
// year is before the target; and [ErrTooFar] if one is more than [MaxYears]
// before it. A claim that nothing explains is no error.
func (c Claim) Readings() (*Readings, error) {
	c, err := c.filled()
	if err != nil {
		return nil, err
	}
	s := newSearch(c)
	r := &Readings{Claim: c}
	for _, year := range c.BaseYears {
		h := hypothesis{search: s, factors: factorsOf(c.Range, c.Target-year), years: c.Target - year, kinds: make([]Kind, len(c.Figures))}
		r.List = append(r.List, h.readings(h.possible(), 0)...)
	}
	slices.SortStableFunc(r.List, Reading.Compare)
	for _, b := range s.bands {
		low, high := c.Figures[b.low], c.Figures[b.high]
		for _, k := range low.Kind.tried() {
			r.Bands = append(r.Bands, newBand(low, high, k, c.Range))
		}
	}
	return r, nil
}

// tried lists the kinds that a figure of kind k can have.
func (k Kind) tried() []Kind {
	if k == UnknownKind {
		return []Kind{Level, Gain}
	}
	return []Kind{k}
}

// possible lists for each figure the kinds with which it can be explained at
// all, so that only combinations of those need be tried.
func (h hypothesis) possible() [][]Kind {
	kinds := make([][]Kind, len(h.kinds))
	for i, f := range h.claim.Figures {
		for _, k := range f.Kind.tried() {
			alone := h
			alone.kinds = make([]Kind, len(h.kinds))
			alone.kinds[i] = k
			if g, _ := alone.grade(); g != NotExplained {
				kinds[i] = append(kinds[i], k)
			}
		}
	}
	return kinds
}

// readings tries the possible kinds of figure i and of those after it. It fills
// in h.kinds.
func (h hypothesis) readings(possible [][]Kind, i int) []Reading {
	if i == len(h.kinds) {
		g, b := h.grade()
		if g == NotExplained {
			return nil
		}
		return []Reading{h.reading(g, b)}
	}
	var list []Reading
	for _, k := range possible[i] {
		if j := h.partner(i); j < i && h.kinds[j] != k {
			continue
		}
		h.kinds[i] = k
		list = append(list, h.readings(possible, i+1)...)
	}
	return list
}

// partner is the other end of the band that figure i is an end of, or i.
func (h hypothesis) partner(i int) int {
	for _, b := range h.bands {
		switch i {
		case b.low:
			return b.high
		case b.high:
			return b.low
		}
	}
	return i
}
