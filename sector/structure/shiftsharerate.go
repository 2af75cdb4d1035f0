package structure

import (
	"math"

	"smartcity/growth"
	"smartcity/sector"
)

// rate is a change of a figure of zero or more. Without a base it is not a rate.
type rate struct{ base, change float64 }

func change(base, end sector.Figure) rate {
	return rate{base.Float64(), end.Float64() - base.Float64()}
}

func (r rate) finite() bool { return r.base-r.base == 0 && r.change-r.change == 0 }

// rate returns change/base, which has a base.
func (r rate) rate() float64 { return r.change / r.base }

// minus returns the difference of two rates, exactly 0 where they are equal: a
// region that is the nation has no shift. It is NaN without a base, and infinite
// out of range.
func (r rate) minus(s rate) float64 {
	if r.base == 0 || s.base == 0 {
		return math.NaN()
	}
	const huge = 0x1p100 // the products below stay far from where they lose digits
	d := r.rate() - s.rate()
	if math.Abs(r.rate()) < huge && math.Abs(s.rate()) < huge {
		r, s = r.scaled(), s.scaled()
		// float64() keeps a fused multiply-add from rounding one product and not
		// the other.
		d = (float64(r.change*s.base) - float64(s.change*r.base)) / float64(r.base*s.base)
	}
	if math.IsNaN(d) {
		return math.Inf(1)
	}
	return d
}

// scaled returns the rate of figures near 1, so that products of large figures
// do not overflow.
func (r rate) scaled() rate {
	_, exponent := math.Frexp(max(r.base, math.Abs(r.change)))
	return rate{math.Ldexp(r.base, -exponent), math.Ldexp(r.change, -exponent)}
}

// pairOfSums adds up the figures of two years.
type pairOfSums struct{ base, end, change growth.Sum }

func (p *pairOfSums) add(base, end float64) {
	p.base.Add(base)
	p.end.Add(end)
	p.change.Add(end)
	p.change.Add(-base)
}

func (p *pairOfSums) rate() rate { return rate{p.base.Float64(), p.change.Float64()} }
