package disclosure

import (
	"fmt"
	"math"
)

// MinimumCompanies is the minimum frequency rule: a sum of fewer than N
// companies is sensitive. Of one company the sum is its figure, and of two each
// learns the other's; three is the usual minimum.
//
// Companies whose figure is zero count, those whose figure is not known do not.
//
// Source: Hundepool et al., Statistical Disclosure Control (2012), section 4.2.
type MinimumCompanies struct {
	N int // default 3
}

// Sensitive reports whether there are fewer than N contributions, but some.
func (r MinimumCompanies) Sensitive(contributions []float64) bool {
	return r.few(float64(len(contributions))) || math.IsNaN(sum(contributions))
}

// few reports whether a number of companies is too small to be added up.
func (r MinimumCompanies) few(companies float64) bool {
	return companies > 0 && companies < float64(r.n())
}

// Protection is zero: the rule guards against exact disclosure only.
func (r MinimumCompanies) Protection([]float64) float64 { return 0 }

// String returns, for example, "fewer than 3 companies".
func (r MinimumCompanies) String() string { return fmt.Sprintf("fewer than %d companies", r.n()) }

func (r MinimumCompanies) n() int {
	if r.N == 0 {
		return 3
	}
	return r.N
}

func (r MinimumCompanies) check() error {
	if r.n() < 2 {
		return fmt.Errorf("disclosure: a minimum of %d companies hides nothing, want 2 or more", r.N)
	}
	return nil
}
