package disclosure

import "fmt"

// PPercent is the p% rule: a sum is sensitive if the second largest company,
// taking its own contribution off the sum, would know the largest to within P
// per cent,
//
//	X − x₁ − x₂ < P/100 · x₁
//
// and if there are no more than two of them, though both be zero. A (p,q) rule
// is the rule with P = 100·p/q.
//
// Source: Hundepool et al., Statistical Disclosure Control (2012), section 4.2.
type PPercent struct {
	P float64 // per cent, 1 to 100
}

// Sensitive reports whether the rest is less than P per cent of the largest
// contribution.
func (r PPercent) Sensitive(contributions []float64) bool {
	x, rest := largest(contributions, 2)
	return len(x) > 0 && (len(contributions) <= 2 || !(100*rest >= r.P*x[0]))
}

// Protection is P/100·x₁ − (X − x₁ − x₂), and zero where that is negative.
func (r PPercent) Protection(contributions []float64) float64 {
	x, rest := largest(contributions, 2)
	if len(x) == 0 {
		return 0
	}
	return max(0, r.P/100*x[0]-rest)
}

// String returns, for example, "10% rule".
func (r PPercent) String() string { return fmt.Sprintf("%v%% rule", r.P) }

func (r PPercent) check() error { return perCent("P of a p% rule", r.P, 1, 100) }
