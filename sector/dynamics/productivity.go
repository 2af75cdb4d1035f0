package dynamics

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"math/big"
	"slices"
	"strings"

	"smartcity/growth"
)

// Firm is a firm in the two years between which productivity is compared.
//
// NaN in both figures of a year means that the firm is not there. NaN in one of
// them means that it is there and the figure is not known; so does NaN in both
// with Active0 or Active1 set. Zero in both, as of fields that were not set, is
// refused unless Active0 or Active1 says that the firm is there with zeros.
type Firm struct {
	Weight0, Productivity0 float64 // in the first year
	Weight1, Productivity1 float64 // in the second year

	Active0, Active1 bool // there in the year, although neither figure is known or both are zero

	Group string // sector, region or any other label, see [Decomposition.Groups]
}

// ProductivityChange is aggregate productivity P = Σsp in two years, made of
// firms that [ProductivityChange.Decompose] divides the change by. It is made by
// [CompareProductivity] or [CompareRevenuePerJob] and safe for concurrent use.
type ProductivityChange struct {
	Variable string // what a firm's productivity is, such as "revenue per FTE"; "" if not stated
	Weights  string // what weighs it, such as "FTE"; "" if not stated
	Unit     string // of productivity and all parts; "" if not stated
	From, To int    // the years, 0 if not stated

	Before, After float64 // P in the first year and the second
	Change        float64 // After − Before, rounded once

	Continuers, Entrants, Exiters int // firms that the aggregates are made of
	NotKnown                      int // firms left out of both years

	EntrantShare float64 // part of the second year's weight that entrants have, as a fraction
	ExiterShare  float64 // part of the first year's weight that exiters have

	Warnings []error // *[FirmsNotCompared], *[ZeroWeight], and see [CompareRevenuePerJob]

	all    *moments
	w0, w1 *big.Rat // all weight of the years
	groups []group
}

// group is the firms of one label.
type group struct {
	name string
	sums *sums
}

// CompareProductivity compares the aggregate productivity of firms in two years.
// Weights are output, jobs or shares of either, in any scale: each year's are
// divided by their sum. Productivity may be in levels or in logs, as most papers
// have it; the parts are then in its unit or in log points. It may be negative,
// as value added per job can be.
//
// A firm that is there in both years is a continuer, in the second alone an
// entrant, in the first alone an exiter. One with a figure not known in a year
// in which it is there is none of these: it is left out of both years, with a
// [*FirmsNotCompared] warning. A firm with a weight of zero counts as there, with a
// [*ZeroWeight] warning. A firm that is in neither year is passed over.
//
// The result does not depend on the order of the firms, to the bit where a
// [growth.Sum] of the products of weights and productivities is exact.
//
// It returns a [*FigureError] for a weight below zero, for a figure that is
// infinite or, unless zero, outside 10⁻⁵⁰–10⁵⁰ in magnitude, and for a year with two
// zeros that [Firm] refuses. It returns an error
// that wraps [ErrNoWeight] if the weights of a year add up to zero, as where
// nobody is there.
func CompareProductivity(firms []Firm) (*ProductivityChange, error) {
	c := comparison{}
	for i := range firms {
		f := &firms[i]
		if err := f.check(i); err != nil {
			return nil, err
		}
		c.add(&firm{f.Weight0, f.Weight1, doubled{f.Productivity0, 0}, doubled{f.Productivity1, 0}}, f.Active0, f.Active1, f.Group)
	}
	return c.result()
}

func (f *Firm) check(i int) error {
	unset0 := f.Weight0 == 0 && f.Productivity0 == 0 && !f.Active0
	unset1 := f.Weight1 == 0 && f.Productivity1 == 0 && !f.Active1
	if usable(f.Weight0, 0) && usable(f.Weight1, 0) && usable(f.Productivity0, -largest) && usable(f.Productivity1, -largest) && !unset0 && !unset1 {
		return nil
	}
	e := &FigureError{Of: fmt.Sprintf("firm %d", i+1), Want: wantWeight}
	switch {
	case !usable(f.Weight0, 0):
		e.Figure, e.Value = "Weight0", f.Weight0
	case !usable(f.Weight1, 0):
		e.Figure, e.Value = "Weight1", f.Weight1
	case !usable(f.Productivity0, -largest):
		e.Figure, e.Value, e.Want = "Productivity0", f.Productivity0, wantFigure
	case !usable(f.Productivity1, -largest):
		e.Figure, e.Value, e.Want = "Productivity1", f.Productivity1, wantFigure
	case unset0:
		e.Figure, e.Want = "Weight0 and Productivity0", "NaN if it is not there, or Active0 if it is"
	default:
		e.Figure, e.Want = "Weight1 and Productivity1", "NaN if it is not there, or Active1 if it is"
	}
	return e
}

const (
	wantWeight = "zero, or a number from 1e-50 to 1e50"
	wantFigure = "zero, or a magnitude from 1e-50 to 1e50"
)

// usable reports whether a figure is NaN, zero, or within the bounds.
func usable(x, least float64) bool {
	return !(x < least || x > largest || x != 0 && math.Abs(x) < smallest)
}

// comparison adds up firms.
type comparison struct {
	all    sums
	groups map[string]*sums // nil until there is a label

	left         FirmsNotCompared
	left0, left1 growth.Sum // known weights of the firms left out
	zero         ZeroWeight
}

// add adds a firm whose figures have been checked.
func (c *comparison) add(f *firm, active0, active1 bool, label string) {
	w0, p0 := !math.IsNaN(f.w0), !math.IsNaN(f.p0.high)
	w1, p1 := !math.IsNaN(f.w1), !math.IsNaN(f.p1.high)
	there0, there1 := active0 || w0 || p0, active1 || w1 || p1
	switch {
	case !there0 && !there1:
		return
	case there0 && !(w0 && p0), there1 && !(w1 && p1):
		c.leaveOut(f, there0, there1)
		return
	}
	if f.w0 == 0 {
		c.zero.FirmYears++
	}
	if f.w1 == 0 {
		c.zero.FirmYears++
	}
	if label != "" && c.groups == nil {
		c.groups = map[string]*sums{}
		if c.all.firms() > 0 { // so far none had a label
			unlabelled := c.all
			c.groups[""] = &unlabelled
		}
	}
	c.all.add(f)
	if c.groups != nil {
		g, ok := c.groups[label]
		if !ok {
			g = new(sums)
			c.groups[label] = g
		}
		g.add(f)
	}
}

func (c *comparison) leaveOut(f *firm, there0, there1 bool) {
	switch {
	case there0 && there1:
		c.left.Continuers++
	case there1:
		c.left.Entrants++
	default:
		c.left.Exiters++
	}
	if !math.IsNaN(f.w0) {
		c.left0.Add(f.w0)
	}
	if !math.IsNaN(f.w1) {
		c.left1.Add(f.w1)
	}
}

// result compares the years.
func (c *comparison) result() (*ProductivityChange, error) {
	w0, w1 := add(exact(c.all.cw0), exact(c.all.xw0)), add(exact(c.all.cw1), exact(c.all.ew1))
	if w0.Sign() == 0 {
		return nil, fmt.Errorf("dynamics: productivity in the first year: %w", ErrNoWeight)
	}
	if w1.Sign() == 0 {
		return nil, fmt.Errorf("dynamics: productivity in the second year: %w", ErrNoWeight)
	}
	all := c.all.over(w0, w1)
	before, after := add(all.a00, all.xp), add(all.a11, all.ep)
	p := &ProductivityChange{
		Before: toFloat(before), After: toFloat(after), Change: toFloat(sub(after, before)),
		Continuers: c.all.continuers, Entrants: c.all.entrants, Exiters: c.all.exiters,
		NotKnown:     c.left.Continuers + c.left.Entrants + c.left.Exiters,
		EntrantShare: toFloat(all.e), ExiterShare: toFloat(all.x),
		all: all, w0: w0, w1: w1,
	}
	for _, name := range slices.SortedFunc(maps.Keys(c.groups), lastIfEmpty) {
		p.groups = append(p.groups, group{name, c.groups[name]})
	}
	if p.NotKnown > 0 {
		c.left.Weight0, c.left.Weight1 = part(c.left0, w0), part(c.left1, w1)
		p.Warnings = append(p.Warnings, &c.left)
	}
	if c.zero != (ZeroWeight{}) {
		p.Warnings = append(p.Warnings, &c.zero)
	}
	return p, nil
}

// part is what was left out as a part of that and what remains.
func part(left growth.Sum, remains *big.Rat) float64 {
	l := exact(left)
	return toFloat(div(l, add(l, remains)))
}

// lastIfEmpty orders labels by code point, the empty one last.
func lastIfEmpty(a, b string) int {
	if a == "" || b == "" {
		return cmp.Compare(len(b), len(a))
	}
	return strings.Compare(a, b)
}
