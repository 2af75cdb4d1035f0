package disclosure

import (
	"fmt"
	"math"
)

// Dominance is the (n,k) rule: a sum is sensitive if its N largest
// contributions make up more than K per cent of it,
//
//	x₁ + … + x_N > K/100 · X
//
// and if there are no more than N of them. With N = 1 the second largest company
// may still work out the largest; N = 2 takes that into account.
//
// Source: Hundepool et al., Statistical Disclosure Control (2012), section 4.2.
type Dominance struct {
	N int     // companies
	K float64 // per cent, 1 to below 100
}

// Sensitive reports whether the N largest contributions exceed K per cent.
func (r Dominance) Sensitive(contributions []float64) bool {
	x, rest := largest(contributions, r.N)
	top := sum(x)
	return len(contributions) > 0 && (len(contributions) <= r.N || !(100*top <= r.K*(top+rest)) || math.IsInf(top, 1))
}

// Protection is 100/K·(x₁ + … + x_N) − X, and zero where that is negative.
func (r Dominance) Protection(contributions []float64) float64 {
	x, rest := largest(contributions, r.N)
	top := sum(x)
	return max(0, 100/r.K*top-(top+rest))
}

// String returns, for example, "(2,85) dominance".
func (r Dominance) String() string { return fmt.Sprintf("(%d,%v) dominance", r.N, r.K) }

func (r Dominance) check() error {
	if r.N < 1 {
		return fmt.Errorf("disclosure: dominance of %d companies, want 1 or more", r.N)
	}
	if r.K == 100 {
		return fmt.Errorf("disclosure: no companies have more than 100 per cent of a sum")
	}
	return perCent("K of a dominance rule", r.K, 1, 100)
}
