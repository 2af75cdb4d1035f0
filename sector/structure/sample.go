package structure

import (
	"fmt"
	"math"
	"slices"

	"smartcity/growth"
)

// argument is a parameter of a measure and its name in messages.
type argument struct {
	name   string
	values []float64
}

// sample holds the items of which every figure is known.
type sample struct {
	columns [][]float64 // one an argument, equally long, copies
	at      []int       // places of the items in the arguments, ascending
	leftOut int
	shifts  []int // exponents of the powers of two that fit has multiplied the columns by
}

// observe checks that figures are zero or more and finite, and leaves out the
// items of which one is missing.
func observe(arguments ...argument) (sample, error) {
	first := arguments[0]
	for _, a := range arguments {
		if len(a.values) != len(first.values) {
			return sample{}, fmt.Errorf("%s has %d figures, %s has %d: %w", first.name, len(first.values), a.name, len(a.values), ErrLength)
		}
		if err := check(a); err != nil {
			return sample{}, err
		}
	}
	s := sample{columns: make([][]float64, len(arguments)), at: make([]int, 0, len(first.values))}
	for i := range first.values {
		if slices.ContainsFunc(arguments, func(a argument) bool { return math.IsNaN(a.values[i]) }) {
			s.leftOut++
			continue
		}
		s.at = append(s.at, i)
	}
	if len(s.at) == 0 {
		return sample{}, fmt.Errorf("%s: %w", first.name, ErrEmpty)
	}
	for k, a := range arguments {
		s.columns[k] = make([]float64, len(s.at))
		for j, i := range s.at {
			s.columns[k][j] = a.values[i] + 0 // no negative zeros
		}
	}
	return s, nil
}

// check returns an error for the first figure that is negative or infinite.
func check(a argument) error {
	for i, v := range a.values {
		switch {
		case math.IsInf(v, 0):
			return &FigureError{a.name, i, v, ErrInfinite}
		case v < 0:
			return &FigureError{a.name, i, v, ErrNegative}
		}
	}
	return nil
}

// fit scales the columns that hold extreme figures by a power of two, so that
// products of a few and their sums neither overflow nor lose digits. Shares, and
// ratios of figures to their mean, stay as they are. It returns an error for
// figures too far apart for that.
func (s *sample) fit() error {
	const largest, apart = 300, 600 // exponents of two
	s.shifts = make([]int, len(s.columns))
	for k, column := range s.columns {
		high, low := 0., math.Inf(1) // of those above zero
		for _, v := range column {
			high = max(high, v)
			if v > 0 {
				low = min(low, v)
			}
		}
		if high == 0 {
			continue
		}
		_, top := math.Frexp(high)
		_, bottom := math.Frexp(low)
		if top-bottom > apart {
			return fmt.Errorf("from %v to %v: %w", low, high, ErrTooFarApart)
		}
		if top > largest || bottom < -largest {
			s.shifts[k] = largest - top
			for i, v := range column {
				column[i] = math.Ldexp(v, s.shifts[k])
			}
		}
	}
	return nil
}

// total adds up, in any order to the same bits. It is NaN where the sum is beyond
// float64.
func total(x []float64) float64 {
	if !addsExactly(x) {
		x = slices.Sorted(slices.Values(x))
	}
	var sum growth.Sum
	for _, v := range x {
		sum.Add(v)
	}
	return sum.Float64()
}

// addsExactly reports whether a [growth.Sum] of the figures has no rounding in it:
// the smallest figure's last bit and the sum are then less than 106 bits apart.
func addsExactly(x []float64) bool {
	high, low := 0., math.Inf(1)
	for _, v := range x {
		high = max(high, v)
		if v > 0 {
			low = min(low, v)
		}
	}
	return float64(len(x))*high <= 0x1p50*low
}

// totals fits the columns and returns the total of each, and an error if one is
// zero.
func totals(s *sample, names ...string) ([]float64, error) {
	if err := s.fit(); err != nil {
		return nil, err
	}
	out := make([]float64, len(s.columns))
	for k, column := range s.columns {
		if out[k] = total(column); out[k] == 0 {
			return nil, fmt.Errorf("%s: %w", names[k], ErrZeroTotal)
		}
	}
	return out, nil
}

// finite returns an error unless every number is finite.
func finite(numbers ...float64) error {
	for _, v := range numbers {
		if math.IsInf(v, 0) || math.IsNaN(v) {
			return ErrInfinite
		}
	}
	return nil
}

// failed names the measure in an error, nil for nil.
func failed(measure string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("structure: %s: %w", measure, err)
}
