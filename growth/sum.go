package growth

// Sum adds float64 numbers in double-double arithmetic: an unevaluated pair of
// float64 that holds about 106 bits. For numbers of 0.001 and up in magnitude
// and sums up to 10¹³ every step is exact, so the result is the correctly
// rounded sum, whatever the order of the numbers and however they were split
// over partial sums. Beyond those magnitudes it errs by a few parts in 10³².
//
// The zero value is an empty sum. NaN and infinities spread to the result.
//
// Source: Knuth, The Art of Computer Programming, volume 2, section 4.2.2
// (two-sum).
type Sum struct {
	high, low float64
}

// Add adds x.
func (s *Sum) Add(x float64) {
	high, err := twoSum(s.high, x)
	s.high, s.low = twoSum(high, s.low+err)
}

// Merge adds a partial sum.
func (s *Sum) Merge(part Sum) {
	s.Add(part.low)
	s.Add(part.high)
}

// Float64 returns the sum, rounded once.
func (s Sum) Float64() float64 { return s.high + s.low }

// twoSum returns a+b rounded, and what the rounding lost, exactly.
func twoSum(a, b float64) (sum, err float64) {
	sum = a + b
	bb := sum - a
	return sum, (a - (sum - bb)) + (b - bb)
}
