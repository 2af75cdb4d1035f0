package dynamics

import (
	"math"
	"math/big"

	"smartcity/growth"
)

// firm is a company as the sums need it: a weight and a productivity in each
// year, NaN where it is not there. The productivity may carry what rounding has
// taken from it, so that weight times revenue per job is the revenue again.
type firm struct {
	w0, w1 float64
	p0, p1 doubled
}

// doubled is an unevaluated sum of two float64, the second below half a unit in
// the last place of the first.
type doubled struct{ high, low float64 }

// quotient is a/b to twice the digits of a float64. The remainder that the fused
// multiply-add leaves is exact.
func quotient(a, b float64) doubled {
	q := a / b
	return doubled{q, math.FMA(-q, b, a) / b}
}

// product sums w·p. The rounded products and what their rounding lost are kept
// in sums of their own, each of which spans half of the digits, so that both
// are exact, and free of the order of the firms, for such figures as company
// data hold.
type product struct{ high, low growth.Sum }

func (s *product) add(w float64, p doubled) {
	h := w * p.high
	s.high.Add(h)
	s.low.Add(math.FMA(w, p.high, -h))
	if p.low != 0 {
		l := w * p.low
		s.high.Add(l)
		s.low.Add(math.FMA(w, p.low, -l))
	}
}

// sums is all that the decompositions need to know of a set of firms: every part
// of every method is linear in them.
type sums struct {
	continuers, entrants, exiters int

	cw0, cw1                   growth.Sum // weights of continuers
	cp0, cp1                   growth.Sum // their productivities, not weighted
	cw0p0, cw0p1, cw1p0, cw1p1 product
	ew1, xw0                   growth.Sum // weights of entrants and exiters
	ew1p1, xw0p0               product
}

func (s *sums) firms() int { return s.continuers + s.entrants + s.exiters }

func (s *sums) add(f *firm) {
	switch {
	case math.IsNaN(f.w0):
		s.entrants++
		s.ew1.Add(f.w1)
		s.ew1p1.add(f.w1, f.p1)
	case math.IsNaN(f.w1):
		s.exiters++
		s.xw0.Add(f.w0)
		s.xw0p0.add(f.w0, f.p0)
	default:
		s.continuers++
		s.cw0.Add(f.w0)
		s.cw1.Add(f.w1)
		s.cp0.Add(f.p0.high)
		s.cp0.Add(f.p0.low)
		s.cp1.Add(f.p1.high)
		s.cp1.Add(f.p1.low)
		s.cw0p0.add(f.w0, f.p0)
		s.cw0p1.add(f.w0, f.p1)
		s.cw1p0.add(f.w1, f.p0)
		s.cw1p1.add(f.w1, f.p1)
	}
}

// moments are sums divided by the total weight of the year, as exact fractions:
// from here on nothing is rounded until a part is handed out, so that parts add
// up to the change however much of it cancels, and a part that is zero is zero.
type moments struct {
	n                  *big.Rat // continuers
	c0, c1             *big.Rat // Σs of continuers
	p0, p1             *big.Rat // Σp of continuers
	a00, a01, a10, a11 *big.Rat // Σs₀p₀, Σs₀p₁, Σs₁p₀, Σs₁p₁ of continuers
	e, ep              *big.Rat // Σs₁, Σs₁p₁ of entrants
	x, xp              *big.Rat // Σs₀, Σs₀p₀ of exiters
}

func (s *sums) over(w0, w1 *big.Rat) *moments {
	return &moments{
		n:  whole(s.continuers),
		c0: div(exact(s.cw0), w0), c1: div(exact(s.cw1), w1),
		p0: exact(s.cp0), p1: exact(s.cp1),
		a00: div(s.cw0p0.exact(), w0), a01: div(s.cw0p1.exact(), w0),
		a10: div(s.cw1p0.exact(), w1), a11: div(s.cw1p1.exact(), w1),
		e: div(exact(s.ew1), w1), ep: div(s.ew1p1.exact(), w1),
		x: div(exact(s.xw0), w0), xp: div(s.xw0p0.exact(), w0),
	}
}

// exact returns both halves of a sum.
func exact(s growth.Sum) *big.Rat {
	high := s.Float64()
	s.Add(-high)
	return add(new(big.Rat).SetFloat64(high), new(big.Rat).SetFloat64(s.Float64()))
}

func (s *product) exact() *big.Rat { return add(exact(s.high), exact(s.low)) }

func whole(n int) *big.Rat { return new(big.Rat).SetInt64(int64(n)) }

// Arithmetic that reads as the formulas do.

func add(a, b *big.Rat) *big.Rat { return new(big.Rat).Add(a, b) }
func sub(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }
func mul(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }
func div(a, b *big.Rat) *big.Rat { return new(big.Rat).Quo(a, b) }
func neg(a *big.Rat) *big.Rat    { return new(big.Rat).Neg(a) }
func half(a *big.Rat) *big.Rat   { return new(big.Rat).Mul(a, big.NewRat(1, 2)) }

func toFloat(a *big.Rat) float64 {
	x, _ := a.Float64()
	return x
}
