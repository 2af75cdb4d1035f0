package growth

import "math"

// The arithmetic of double-double numbers, for which a [Sum] stands: about 106
// bits, so that what is rounded to a float64 at the end of a computation has
// all its digits even where most of them cancel on the way. Figures are scaled
// first (see [scaled]), so nothing here overflows.
//
// Source: Dekker, "A floating-point technique for extending the available
// precision", Numerische Mathematik 18 (1971); the products are split by a
// fused multiply-add instead.

// exactly returns x as a double-double.
func exactly(x float64) Sum { return Sum{high: x} }

// product returns a·b, exactly.
func product(a, b float64) Sum {
	p := a * b
	return Sum{p, math.FMA(a, b, -p)}
}

// plus returns a+b, with an error relative to a+b also where they cancel.
func (s Sum) plus(b Sum) Sum {
	high, e := twoSum(s.high, b.high)
	low, f := twoSum(s.low, b.low)
	high, e = twoSum(high, e+low)
	high, e = twoSum(high, e+f)
	return Sum{high, e}
}

func (s Sum) minus(b Sum) Sum { return s.plus(Sum{-b.high, -b.low}) }

func (s Sum) times(b Sum) Sum {
	p := product(s.high, b.high)
	cross := float64(s.high*b.low) + float64(s.low*b.high)
	high, low := twoSum(p.high, p.low+cross)
	return Sum{high, low}
}

func (s Sum) over(b Sum) Sum {
	q := s.high / b.high
	rest := s.minus(b.times(exactly(q)))
	high, low := twoSum(q, rest.high/b.high)
	return Sum{high, low}
}

// scaled returns x/2^exponent, exactly, such that the largest magnitude lies in
// [½, 1) and squares and sums stay in range. The figures must be finite.
func scaled(x []float64) (y []float64, exponent int) {
	largest := 0.0
	for _, v := range x {
		largest = max(largest, math.Abs(v))
	}
	_, exponent = math.Frexp(largest)
	y = make([]float64, len(x))
	for i, v := range x {
		y[i] = math.Ldexp(v, -exponent)
	}
	return y, exponent
}

// mean returns the mean of scaled figures.
func mean(x []float64) Sum {
	var s Sum
	for _, v := range x {
		s.Add(v)
	}
	return s.over(exactly(float64(len(x))))
}

// finite reports whether s is a number, neither unknown nor out of range.
func (s Sum) finite() bool { return finite(s.high, s.low) }

// shift returns s·2^exponent.
func (s Sum) shift(exponent int) Sum {
	return Sum{math.Ldexp(s.high, exponent), math.Ldexp(s.low, exponent)}
}

// rescale returns a·b/c rounded once, where c is not 0: a where b = c.
func rescale(a, b, c float64) float64 {
	a, i := math.Frexp(a)
	b, j := math.Frexp(b)
	c, k := math.Frexp(c)
	return math.Ldexp(product(a, b).over(exactly(c)).Float64(), i+j-k)
}
