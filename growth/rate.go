package growth

import (
	"fmt"
	"math"
)

// Rate is compound growth as a fraction a year: 0.12 is 12 % a year. Rates at
// or below −1 (a loss of everything) are of no use here, and errors or NaN
// follow from them as each method says.
type Rate float64

// CAGR returns the compound annual growth rate (x_T/x_0)^(1/n) − 1 that leads
// from x0 to xT in so many years, which need not be whole.
//
// It returns an error that wraps [ErrNotKnown] if a figure is NaN or infinite,
// [ErrNotPositive] if one is zero or negative, [ErrOrder] if years is not
// positive, and [ErrOverflow] if the rate is beyond the range of numbers.
func CAGR(x0, xT, years float64) (Rate, error) {
	if err := positive(x0); err != nil {
		return 0, fmt.Errorf("growth: CAGR from %v: %w", x0, err)
	}
	if err := positive(xT); err != nil {
		return 0, fmt.Errorf("growth: CAGR to %v: %w", xT, err)
	}
	if !(years > 0) || math.IsInf(years, 0) {
		return 0, fmt.Errorf("growth: CAGR over %v years: %w", years, ErrOrder)
	}
	// Expm1 and Log keep the digits of small rates; the ratio may leave the
	// float64 range where its logarithm does not.
	rate := math.Expm1((math.Log(xT) - math.Log(x0)) / years)
	if years == 1 && rate > 1 {
		rate = (xT - x0) / x0 // of a large rate, the logarithm loses digits
	}
	if math.IsInf(rate, 0) {
		return 0, fmt.Errorf("growth: CAGR from %v to %v over %v years: %w", x0, xT, years, ErrOverflow)
	}
	return Rate(rate), nil
}

// RequiredRate returns the rate that leads from the base figure in baseYear to
// the target in targetYear. Errors are those of [CAGR].
func RequiredRate(base float64, baseYear int, target float64, targetYear int) (Rate, error) {
	r, err := CAGR(base, target, float64(targetYear-baseYear))
	if err != nil {
		return 0, fmt.Errorf("growth: required rate %d–%d: %w", baseYear, targetYear, err)
	}
	return r, nil
}

// Compound returns x0·(1+g)^years. Years may be fractional or negative. It is
// NaN if x0 is NaN, or if g < −1 and years is not whole, and infinite where it is
// beyond the range of numbers.
func (g Rate) Compound(x0, years float64) float64 {
	if x0 == 0 && g > -1 && finite(float64(g), years) {
		return x0 // and not 0·∞
	}
	return x0 * math.Pow(1+float64(g), years)
}

// DoublingTime returns ln 2 / ln(1+g) in years. It returns an error that wraps
// [ErrNoGrowth] unless g is positive and finite, and so large that the time is
// within the range of numbers.
func (g Rate) DoublingTime() (float64, error) {
	if !(g > 0) || math.IsInf(float64(g), 0) {
		return 0, fmt.Errorf("growth: doubling at %v a year: %w", float64(g), ErrNoGrowth)
	}
	years := math.Ln2 / math.Log1p(float64(g))
	if math.IsInf(years, 0) {
		return 0, fmt.Errorf("growth: doubling at %v a year: %w", float64(g), ErrNoGrowth)
	}
	return years, nil
}

// YearsTo returns the years ln(target/base)/ln(1+g) it takes to go from base to
// target, 0 if they are equal. It returns an error that wraps [ErrNotKnown] if
// one of them is NaN or infinite, [ErrNotPositive] if one is zero or negative,
// and [ErrNoGrowth] if the rate leads away from the target or nowhere.
func (g Rate) YearsTo(base, target float64) (float64, error) {
	for _, x := range []float64{base, target} {
		if err := positive(x); err != nil {
			return 0, fmt.Errorf("growth: years from %v to %v: %w", base, target, err)
		}
	}
	if base == target {
		return 0, nil
	}
	n := (math.Log(target) - math.Log(base)) / math.Log1p(float64(g))
	if !(n > 0) || math.IsInf(n, 0) {
		return 0, fmt.Errorf("growth: from %v to %v at %v a year: %w", base, target, float64(g), ErrNoGrowth)
	}
	return n, nil
}

// YearReached returns the first year, baseYear or later, in which a figure that
// is base in baseYear and grows at rate g is at least the target. It is
// baseYear if the base is no smaller than the target already. A figure within
// one part in 10¹² of the target has reached it. Errors are those of
// [Rate.YearsTo].
func (g Rate) YearReached(base float64, baseYear int, target float64) (int, error) {
	const near = 1 - 1e-12
	if base >= target*near && positive(base) == nil && positive(target) == nil {
		return baseYear, nil
	}
	n, err := g.YearsTo(base, target)
	if err != nil {
		return 0, err
	}
	if n > 1e6 {
		return 0, fmt.Errorf("growth: from %v to %v at %v a year takes a million years: %w", base, target, float64(g), ErrNoGrowth)
	}
	year := math.Ceil(n)
	// The logarithms may be a last digit off where n is whole.
	if g.Compound(base, year-1) >= target*near {
		year--
	}
	return baseYear + int(year), nil
}

// positive says why x cannot stand in a growth formula.
func positive(x float64) error {
	switch {
	case math.IsNaN(x) || math.IsInf(x, 0):
		return ErrNotKnown
	case x <= 0:
		return ErrNotPositive
	}
	return nil
}
