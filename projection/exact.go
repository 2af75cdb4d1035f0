package projection

import (
	"math"
	"math/big"
	"strconv"

	"smartcity/growth"
)

// Whether a figure lies on the edge of a printed one, and on which side, must not
// hang on the last bit of a float64: 100 at 10 % is 110.00000000000001 there. So
// grades are decided in rational numbers, with every input taken for the
// decimal number that it was written as.

// exactly is the shortest decimal number that reads back as x, which is finite.
func exactly(x float64) *big.Rat {
	r, ok := new(big.Rat).SetString(strconv.FormatFloat(x, 'e', -1, 64))
	if !ok {
		panic("projection: not a finite number")
	}
	return r
}

// exactRate is a rate to 25 decimals, which is all of those that any rate above
// 0.000 001 % has. The 300 that a float64 can have would take minutes to raise to
// a power, and mean nothing.
func exactRate(g growth.Rate) *big.Rat {
	if math.Abs(float64(g)) >= 1e-8 {
		return exactly(float64(g))
	}
	r, _ := new(big.Rat).SetString(strconv.FormatFloat(float64(g), 'f', 25, 64))
	return r
}

func float(r *big.Rat) float64 {
	x, _ := r.Float64()
	return x
}

// factors holds (1+r)^n − k: what a base of one becomes in n years at the two
// ends of a range, as a level and as a gain.
type factors [2][2]*big.Rat

func factorsOf(r growth.Range, n int) *factors {
	var f factors
	one := big.NewRat(1, 1)
	for end, rate := range []growth.Rate{r.Low, r.High} {
		x := exactRate(rate)
		x.Add(x, one)
		power := big.NewInt(int64(n))
		level := new(big.Rat).SetFrac(new(big.Int).Exp(x.Num(), power, nil), new(big.Int).Exp(x.Denom(), power, nil))
		f[0][end], f[1][end] = level, new(big.Rat).Sub(level, one)
	}
	return &f
}

// at is the factor of a figure of kind Level or Gain at the end Low or High.
func (f *factors) at(k Kind, e End) *big.Rat { return f[k-Level][e-Low] }

// printed is a figure as the numbers it can stand for, [low, high).
type printed struct{ value, unit, low, high *big.Rat }

func newPrinted(value, unit float64) printed {
	p := printed{value: exactly(value), unit: exactly(unit)}
	half := new(big.Rat).Mul(p.unit, big.NewRat(1, 2))
	p.low = new(big.Rat).Sub(p.value, half)
	p.high = new(big.Rat).Add(p.value, half)
	return p
}

// has reports whether x would be printed as p.
func (p printed) has(x *big.Rat) bool { return p.low.Cmp(x) <= 0 && x.Cmp(p.high) < 0 }

// impliedRate is the rate that leads in n years to a figure of the kind; −1 if
// the level there is zero or less.
func impliedRate(base, figure float64, k Kind, n int) growth.Rate {
	if k == Gain {
		figure += base
	}
	if !(figure > 0) {
		return -1
	}
	if figure == base {
		return 0
	}
	return growth.Rate(math.Expm1((math.Log(figure) - math.Log(base)) / float64(n)))
}
