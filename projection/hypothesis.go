package projection

import (
	"math"
	"math/big"
	"slices"
)

// search holds a claim in exact numbers.
type search struct {
	claim   Claim     // filled
	bands   []pair    // of its figures
	base    *big.Rat  // nil if unknown
	from    *big.Rat  // bases that would be printed like the claim's: from ≤ b < to, b > 0
	to      *big.Rat  // nil: no limit
	figures []printed // by figure
	chances map[key]Chance
}

func newSearch(c Claim) *search {
	s := &search{claim: c, from: new(big.Rat), chances: map[key]Chance{}}
	s.bands, _ = c.bands() // without error: the claim is filled
	if c.Base > 0 {
		b := newPrinted(c.Base, c.BaseUnit)
		s.base, s.to = b.value, b.high
		if b.low.Sign() > 0 {
			s.from = b.low
		}
	}
	for _, f := range c.Figures {
		s.figures = append(s.figures, newPrinted(f.Value, f.Unit))
	}
	return s
}

// hypothesis is one base year and one kind for each of some figures.
type hypothesis struct {
	*search
	factors *factors
	years   int
	kinds   []Kind // by figure; UnknownKind: the figure is left out
}

// ends lists where a figure may be met: a figure of a band at its own end.
func (h hypothesis) ends(i int) []End {
	if e := h.claim.Figures[i].End; e != NoEnd {
		return []End{e}
	}
	return []End{Low, High}
}

// at is the figure that follows from base b.
func (h hypothesis) at(b *big.Rat, i int, e End) *big.Rat {
	return new(big.Rat).Mul(b, h.factors.at(h.kinds[i], e))
}

// end finds the end at which a figure follows from base b, the nearer one if
// both do and the low one if they are as near, or NoEnd.
func (h hypothesis) end(b *big.Rat, i int) End {
	best, least := NoEnd, new(big.Rat)
	for _, e := range h.ends(i) {
		p := h.at(b, i, e)
		if !h.figures[i].has(p) {
			continue
		}
		p.Sub(p, h.figures[i].value).Abs(p)
		if best == NoEnd || p.Cmp(least) < 0 {
			best, least = e, p
		}
	}
	return best
}

// explains reports whether every figure follows from base b at an end.
func (h hypothesis) explains(b *big.Rat) bool {
	for i := range h.kinds {
		if h.kinds[i] != UnknownKind && h.end(b, i) == NoEnd {
			return false
		}
	}
	return true
}

// within reports whether the rates implied by a figure meet the range. As what
// follows from a base rises with the rate, they do if the figures that follow at
// its two ends are not both on one side of it.
func (h hypothesis) within(i int) bool {
	low, high := h.at(h.base, i, Low), h.at(h.base, i, High)
	return low.Cmp(h.figures[i].high) < 0 && h.figures[i].low.Cmp(high) <= 0
}

// grade grades the hypothesis and returns a base with which it has the grade.
func (h hypothesis) grade() (Grade, *big.Rat) {
	if h.base != nil && h.explains(h.base) {
		return GradeA, h.base
	}
	if b := h.otherBase(); b != nil {
		return GradeB, b
	}
	if h.base == nil {
		return NotExplained, nil
	}
	for i, k := range h.kinds {
		switch {
		case k == UnknownKind:
		case h.claim.Figures[i].End != NoEnd && h.end(h.base, i) == NoEnd,
			h.claim.Figures[i].End == NoEnd && !h.within(i):
			return NotExplained, nil
		}
	}
	return GradeC, h.base
}

// otherBase finds a base, printed like the claim's, from which every figure
// follows; nil if there is none. Where figures begin and cease to follow is
// known, so it is enough to look at those bases and midway between them. Of
// those that serve, the one nearest to the claim's base is taken.
func (h hypothesis) otherBase() *big.Rat {
	edges := []*big.Rat{h.from}
	if h.to != nil {
		edges = append(edges, h.to)
	}
	for i, k := range h.kinds {
		if k == UnknownKind {
			continue
		}
		for _, e := range h.ends(i) {
			if f := h.factors.at(k, e); f.Sign() != 0 {
				edges = append(edges, new(big.Rat).Quo(h.figures[i].low, f), new(big.Rat).Quo(h.figures[i].high, f))
			}
		}
	}
	edges = slices.DeleteFunc(edges, func(b *big.Rat) bool {
		return b.Cmp(h.from) < 0 || h.to != nil && b.Cmp(h.to) > 0
	})
	slices.SortFunc(edges, (*big.Rat).Cmp)
	var best, least *big.Rat
	try := func(b, far *big.Rat) {
		if b.Sign() > 0 && (h.to == nil || b.Cmp(h.to) < 0) && (best == nil || far.Cmp(least) < 0) && h.explains(b) {
			best, least = b, far
		}
	}
	for i := range edges[1:] {
		mid := new(big.Rat).Add(edges[i], edges[i+1])
		near := h.far(edges[i])
		if d := h.far(edges[i+1]); d.Cmp(near) < 0 {
			near = d
		}
		try(mid.Mul(mid, big.NewRat(1, 2)), near)
	}
	for _, b := range edges {
		try(b, h.far(b))
	}
	return best
}

// far is the distance of b from the claim's base, or from 0 if that is unknown.
func (h hypothesis) far(b *big.Rat) *big.Rat {
	d := new(big.Rat).Set(b)
	if h.base != nil {
		d.Sub(d, h.base)
	}
	return d.Abs(d)
}

// reading puts a graded hypothesis into words that a page can print.
func (h hypothesis) reading(g Grade, b *big.Rat) Reading {
	r := Reading{Grade: g, BaseYear: h.claim.Target - h.years, Years: h.years, Base: h.claim.Base}
	ends := make([]End, len(h.kinds))
	for i := range ends {
		ends[i] = h.end(b, i)
	}
	base := h.base
	if g != GradeC {
		from, to := h.bases(ends)
		r.Bases = Interval{float(from), float(to)}
		if base == nil {
			base = from.Add(from, to)
			base.Mul(base, big.NewRat(1, 2))
			r.Base = float(base)
		}
	}
	for i, k := range h.kinds {
		f := h.fit(i, k, ends[i], base, r.Base)
		if f.End != NoEnd {
			f.Grade = GradeA
			if g == GradeB {
				f.Grade = GradeB
			}
		}
		r.Fits = append(r.Fits, f)
		r.Deviation = max(r.Deviation, math.Abs(f.P-f.Figure.Value)/f.Figure.Unit)
	}
	r.Chance = h.chance(g)
	return r
}

// fit reads a figure at an end; at NoEnd it takes the nearest rate of the range
// and the grade C.
func (h hypothesis) fit(i int, k Kind, e End, base *big.Rat, baseFloat float64) Fit {
	c := h.claim.Figures[i]
	f := Fit{Figure: c, Kind: k, Grade: GradeC, End: e, Implied: impliedRate(baseFloat, c.Value, k, h.years)}
	f.ImpliedBy = Interval{
		float64(impliedRate(baseFloat, float(h.figures[i].low), k, h.years)),
		float64(impliedRate(baseFloat, float(h.figures[i].high), k, h.years)),
	}
	nearest := e
	p := h.figures[i].value
	if e == NoEnd {
		switch {
		case p.Cmp(h.at(base, i, Low)) <= 0:
			nearest = Low
		case p.Cmp(h.at(base, i, High)) >= 0:
			nearest = High
		}
	}
	switch nearest {
	case Low:
		f.Rate, p = h.claim.Range.Low, h.at(base, i, Low)
	case High:
		f.Rate, p = h.claim.Range.High, h.at(base, i, High)
	default:
		f.Rate = min(max(f.Implied, h.claim.Range.Low), h.claim.Range.High)
	}
	level, gain := new(big.Rat).Set(p), new(big.Rat).Set(p)
	if k == Gain {
		level.Add(p, base)
	} else {
		gain.Sub(p, base)
	}
	f.P, f.Level, f.Gain = float(p), float(level), float(gain)
	return f
}

// bases are the ends of the interval of bases from which every figure follows at
// its end.
func (h hypothesis) bases(ends []End) (from, to *big.Rat) {
	from, to = h.from, h.to
	for i, k := range h.kinds {
		f := h.factors.at(k, ends[i])
		if f.Sign() == 0 {
			continue // follows from every base
		}
		low, high := new(big.Rat).Quo(h.figures[i].low, f), new(big.Rat).Quo(h.figures[i].high, f)
		if f.Sign() < 0 {
			low, high = high, low
		}
		if low.Cmp(from) > 0 {
			from = low
		}
		if to == nil || high.Cmp(to) < 0 {
			to = high
		}
	}
	return new(big.Rat).Set(from), new(big.Rat).Set(to)
}
