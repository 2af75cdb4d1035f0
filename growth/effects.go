package growth

import (
	"fmt"
	"math"
)

// check reports whether an identity is known in a year, and says why it cannot
// be accounted for. Where it is not known because a factor is zero and Y is not,
// that factor is named.
func (id Identity) check(year int) (known bool, of string, err error) {
	known = true
	zero, nan := false, false
	for _, f := range id.Factors {
		x := f.At(year)
		if x == 0 && !zero {
			zero, of = true, f.Name
		}
		nan = nan || math.IsNaN(x)
	}
	for i, s := range append([]Series{id.Y}, id.Factors...) {
		x := s.At(year)
		switch {
		case math.IsInf(x, 0):
			err = ErrNotKnown
		case x < 0:
			err = ErrNotPositive
		}
		if err != nil {
			return false, "", id.Y.errorf("accounting: %s is %v in %d: %w", s.Name, x, year, err)
		}
		if math.IsNaN(x) && (i == 0 || !zero) {
			known = false
		}
	}
	if !known {
		return false, "", nil
	}
	if zero && nan && id.Y.At(year) > 0 {
		return false, of, nil
	}
	const tolerance = 1e-9
	y, p := id.Y.At(year), id.product(year)
	if !finite(p) || math.Abs(y-p) > tolerance*max(y, p) {
		return false, "", fmt.Errorf("growth: accounting: %w", &IdentityError{id.Y.Name, year, y, p})
	}
	return true, "", nil
}

// effects returns the effects of the factors of an identity that has passed
// check in both years.
func (id Identity) effects(from, to int) []float64 {
	y0, yT := id.Y.At(from), id.Y.At(to)
	effects := make([]float64, len(id.Factors))
	switch {
	case y0 == 0 && yT == 0:
		return effects
	case y0 == 0:
		id.shareZero(effects, from, yT)
	case yT == 0:
		id.shareZero(effects, to, -y0)
	default:
		weight := logMean(yT, y0)
		for k, f := range id.Factors {
			effects[k] = weight * logRatio(f.At(to), f.At(from))
		}
	}
	closeGap(effects, y0, yT)
	return effects
}

// shareZero divides a change between the factors that are zero in a year.
func (id Identity) shareZero(effects []float64, year int, change float64) {
	zeros := 0.0
	for _, f := range id.Factors {
		if f.At(year) == 0 {
			zeros++
		}
	}
	for k, f := range id.Factors {
		if f.At(year) == 0 {
			effects[k] = change / zeros
		}
	}
}

// closeGap adds what is missing from the effects to yT−y0 to the largest.
func closeGap(effects []float64, y0, yT float64) {
	var gap Sum
	gap.Add(yT)
	gap.Add(-y0)
	largest := 0
	for k, e := range effects {
		gap.Add(-e)
		if math.Abs(e) > math.Abs(effects[largest]) {
			largest = k
		}
	}
	effects[largest] += gap.Float64()
}
