package growth

import (
	"fmt"
	"math"
)

// Series is a yearly series: Values[i] belongs to the year FirstYear+i. A year
// that is not known is NaN, never zero. The zero value has no years. It has Len
// and XY, and so is a plotter.XYer of gonum/plot. Methods do not change it.
type Series struct {
	Name      string // what is counted and of whom, such as "Energy"
	Unit      string // "FTE", "DKK", "index 2014 = 100", …
	FirstYear int
	Values    []float64
}

// Len returns the number of years, known or not.
func (s Series) Len() int { return len(s.Values) }

// XY returns the i-th year and its value, NaN where it is not known.
func (s Series) XY(i int) (x, y float64) { return float64(s.FirstYear + i), s.Values[i] }

// LastYear returns the year of the last value, FirstYear−1 for an empty series.
func (s Series) LastYear() int { return s.FirstYear + len(s.Values) - 1 }

// At returns the value of a year, NaN if it is not known or outside the series.
func (s Series) At(year int) float64 {
	if year < s.FirstYear || year > s.LastYear() {
		return math.NaN()
	}
	return s.Values[year-s.FirstYear]
}

// Index returns index numbers 100·x_t/x_base, rounded once: exactly 100 in the
// base year. Years that are not known stay NaN. It returns an error that wraps
// [ErrNotKnown] or [ErrNotPositive] if the base year's figure is missing, zero or
// negative, [ErrNotKnown] if another is infinite, and [ErrOverflow] if an index
// number is beyond the range of numbers.
func (s Series) Index(baseYear int) (Series, error) {
	base := s.At(baseYear)
	if err := positive(base); err != nil {
		return Series{}, s.errorf("index with base %d: %w", baseYear, err)
	}
	if err := noInfinity(s); err != nil {
		return Series{}, s.errorf("index: %w", err)
	}
	out := s.like(fmt.Sprintf("index %d = 100", baseYear))
	for i, x := range s.Values {
		out.Values[i] = rescale(100, x, base)
	}
	if err := noOverflow(out); err != nil {
		return Series{}, s.errorf("index with base %d: %w", baseYear, err)
	}
	return out, nil
}

// Changes returns the year-on-year growth x_t/x_{t−1} − 1 as a fraction. The
// first year, a year with a missing neighbour before it and a year that follows
// a figure of zero or less are NaN: there is no rate of growth from those. So is
// a rate beyond the range of numbers.
func (s Series) Changes() Series {
	out := s.like("fraction a year")
	for i := range s.Values {
		out.Values[i] = math.NaN()
		if i > 0 && positive(s.Values[i-1]) == nil {
			// The difference first, so that equal figures give exactly zero.
			out.Values[i] = (s.Values[i] - s.Values[i-1]) / s.Values[i-1]
			if math.IsInf(out.Values[i], 0) {
				out.Values[i] = math.NaN()
			}
		}
	}
	return out
}

// CAGR returns the compound annual growth rate between two years of the
// series, whatever lies between them. It returns an error that wraps
// [ErrNotKnown], [ErrNotPositive] or, unless from < to, [ErrOrder].
func (s Series) CAGR(from, to int) (Rate, error) {
	if from >= to {
		return 0, s.errorf("CAGR from %d to %d: %w", from, to, ErrOrder)
	}
	r, err := CAGR(s.At(from), s.At(to), float64(to-from))
	if err != nil {
		return 0, s.errorf("CAGR from %d to %d: %w", from, to, err)
	}
	return r, nil
}

// like returns an empty copy with another unit.
func (s Series) like(unit string) Series {
	return Series{Name: s.Name, Unit: unit, FirstYear: s.FirstYear, Values: make([]float64, len(s.Values))}
}

func (s Series) errorf(format string, args ...any) error {
	return fmt.Errorf("growth: series %q: "+format, append([]any{s.Name}, args...)...)
}
