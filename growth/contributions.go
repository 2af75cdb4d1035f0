package growth

import (
	"fmt"
	"math"
)

// Contribution is what one part, such as a sector, has contributed to the growth
// of a whole.
type Contribution struct {
	Name     string
	From, To float64
	Change   float64 // To − From
	// Points is the contribution in percentage points, 100·Change over the
	// figure of the whole in the first year. Of the whole itself it is the
	// growth in per cent.
	Points float64
}

// Contributions says how the growth of a whole between two years is made up of
// its parts. [GrowthContributions] makes it.
type Contributions struct {
	FromYear, ToYear int
	Unit             string

	Parts []Contribution // in the order given, without those left out
	// Rest is the whole less the parts: what is not known by part, where the
	// whole was given. Zero otherwise.
	Rest  Contribution
	Total Contribution // Parts and Rest sum to it

	Warnings []error // *[LeftOut]

	rest bool // the whole was given
}

// GrowthContributions returns the contributions of parts to the growth of their
// whole between two years,
//
//	100 · (x_iT − x_i0) / X_0   percentage points, X_0 the whole in the first year
//
// which sum to the growth of the whole in per cent.
//
// With the zero [Series] as whole, the whole is the sum of the parts known in
// both years. A part that is not known in one of them is left out of the whole in
// both, so that it passes neither for a loss nor for a gain, and is named in a
// *[LeftOut]. With a whole, as where the figures of some sectors are suppressed
// and their total is not, contributions are to that, and what the known parts do
// not explain is Rest.
//
// It returns an error that wraps [ErrOrder] unless from < to, [ErrNotPositive] if
// the whole is zero or negative in the first year, [ErrNotKnown] if it is not
// known in both, or a figure is infinite, [ErrTooFew] if there are no parts,
// [ErrUnit] if units differ, and [ErrOverflow] if a sum, a change or a
// contribution is beyond the range of numbers. Parts may be negative.
func GrowthContributions(parts []Series, whole Series, from, to int) (*Contributions, error) {
	if from >= to {
		return nil, fmt.Errorf("growth: contributions from %d to %d: %w", from, to, ErrOrder)
	}
	if len(parts) == 0 {
		return nil, fmt.Errorf("growth: contributions of no parts: %w", ErrTooFew)
	}
	c := &Contributions{FromYear: from, ToYear: to, Unit: parts[0].Unit, rest: whole.Values != nil}
	var sumFrom, sumTo Sum
	for _, p := range parts {
		if p.Unit != c.Unit {
			return nil, p.errorf("contributions in %q: %w", c.Unit, ErrUnit)
		}
		if err := noInfinity(p); err != nil {
			return nil, p.errorf("contributions: %w", err)
		}
		part := Contribution{Name: p.Name, From: p.At(from), To: p.At(to)}
		if unknown := p.unknown(from, to); unknown != nil {
			c.Warnings = append(c.Warnings, &LeftOut{Name: p.Name, Years: unknown})
			continue
		}
		sumFrom.Add(part.From)
		sumTo.Add(part.To)
		c.Parts = append(c.Parts, part)
	}
	c.Total = Contribution{Name: whole.Name, From: sumFrom.Float64(), To: sumTo.Float64()}
	change := sumTo.minus(sumFrom) // of the parts
	if c.rest {
		if whole.Unit != c.Unit {
			return nil, whole.errorf("contributions in %q: %w", c.Unit, ErrUnit)
		}
		c.Total.From, c.Total.To = whole.At(from), whole.At(to)
		c.Rest.From = exactly(c.Total.From).minus(sumFrom).Float64()
		c.Rest.To = exactly(c.Total.To).minus(sumTo).Float64()
	} else if len(c.Parts) == 0 {
		return nil, fmt.Errorf("growth: contributions from %d to %d: no part: %w", from, to, ErrNotKnown)
	} else if !sumFrom.finite() || !sumTo.finite() {
		return nil, fmt.Errorf("growth: contributions from %d to %d: %w", from, to, ErrOverflow)
	}
	for _, x := range []float64{c.Total.To, c.Total.From} {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return nil, whole.errorf("contributions from %d to %d: %v: %w", from, to, x, ErrNotKnown)
		}
	}
	if err := positive(c.Total.From); err != nil {
		return nil, whole.errorf("contributions: the whole is %v in %d: %w", c.Total.From, from, err)
	}
	// Changes of sums are taken before the sums are rounded: that of 17,600.1
	// jobs to 17,600.2 would lose four digits.
	if c.rest {
		ofWhole := exactly(c.Total.To).minus(exactly(c.Total.From))
		c.Rest.work(ofWhole.minus(change), c.Total.From)
		change = ofWhole
	}
	c.Total.work(change, c.Total.From)
	for i, p := range c.Parts {
		c.Parts[i].work(exactly(p.To).minus(exactly(p.From)), c.Total.From)
	}
	for _, p := range append([]Contribution{c.Total, c.Rest}, c.Parts...) {
		if !finite(p.From, p.To, p.Change, p.Points) {
			return nil, fmt.Errorf("growth: contributions from %d to %d: of %q: %w", from, to, p.Name, ErrOverflow)
		}
	}
	return c, nil
}

// work fills Change and Points.
func (c *Contribution) work(change Sum, whole float64) {
	c.Change = change.Float64()
	// In fractions, for 100·Change may be out of range where Points are not.
	of, up := math.Frexp(c.Change)
	by, down := math.Frexp(whole)
	if of == 0 || !finite(of) {
		c.Points = c.Change
		return
	}
	c.Points = math.Ldexp(change.shift(-up).times(exactly(100)).over(exactly(by)).Float64(), up-down)
}

// unknown returns those of the years in which s is not known.
func (s Series) unknown(years ...int) (unknown []int) {
	for _, year := range years {
		if math.IsNaN(s.At(year)) {
			unknown = append(unknown, year)
		}
	}
	return unknown
}

// View returns a row for each part, and one for the rest if the whole was given:
// kind ("part" or "rest"), name, from, to, change, percentage_points. There is
// no row of the total.
func (c *Contributions) View() View {
	v := View{Columns: []ViewColumn{
		{"kind", ""}, {"name", ""}, {"from", c.Unit}, {"to", c.Unit},
		{"change", c.Unit}, {"percentage_points", "percentage points"},
	}}
	row := func(kind string, p Contribution) {
		v.Rows = append(v.Rows, []Entry{TextOf(kind), TextOf(p.Name),
			NumberOf(p.From), NumberOf(p.To), NumberOf(p.Change), NumberOf(p.Points)})
	}
	for _, p := range c.Parts {
		row("part", p)
	}
	if c.rest {
		row("rest", c.Rest)
	}
	return v
}
