package growth

import (
	"fmt"
	"math"
)

// Chain makes an index of year-on-year changes g_t (fractions: 0.023 for
// 2.3 %), linking each year to the one before:
//
//	I_base = 100,  I_t = I_{t−1}·(1 + g_t),  I_{t−1} = I_t / (1 + g_t)
//
// It is the inverse of [Series.Changes]. The unit of s is that of the changes: none,
// or "fraction a year". If the first change is known, the
// index begins in the year before it. Index numbers v with the previous year as
// 100 are changes (v−100)/100; a fixed-base index is given another base by
// [Series.Index].
//
// A change that is not known breaks the chain: the years beyond it, seen from
// the base year, are NaN. It returns an error that wraps [ErrNotKnown] if the
// base year lies outside the index or a change is infinite, [ErrNoGrowth] if a
// change is −1 or less, [ErrOverflow] if an index number is beyond the range of
// numbers, and [ErrUnit] if a change is 10 (1000 % a year) or more, most likely a
// per cent or an index number, or the unit says that all are.
func (s Series) Chain(baseYear int) (Series, error) {
	if noFraction(s.Unit) {
		return Series{}, s.errorf("chain: changes in %q are no fractions such as 0.023: %w", s.Unit, ErrUnit)
	}
	for i, g := range s.Values {
		switch {
		case math.IsInf(g, 0):
			return Series{}, s.errorf("chain: change %v in %d: %w", g, s.FirstYear+i, ErrNotKnown)
		case g <= -1:
			return Series{}, s.errorf("chain: change %v in %d loses everything: %w", g, s.FirstYear+i, ErrNoGrowth)
		case g >= 10:
			return Series{}, s.errorf("chain: change %v in %d is no fraction such as 0.023: %w", g, s.FirstYear+i, ErrUnit)
		}
	}
	out := s.like(fmt.Sprintf("index %d = 100", baseYear))
	if s.Len() > 0 && !math.IsNaN(s.Values[0]) {
		out.FirstYear--
		out.Values = append(out.Values, 0)
	}
	if baseYear < out.FirstYear || baseYear > out.LastYear() {
		return Series{}, s.errorf("chain: base year %d: %w", baseYear, ErrNotKnown)
	}
	// In double-double, rounded once a year, so that no error builds up.
	level := exactly(100)
	for year := baseYear; year <= out.LastYear(); year++ {
		if year > baseYear {
			level = level.times(s.link(year))
		}
		out.Values[year-out.FirstYear] = level.Float64()
		if !(level.Float64() > 0 && level.finite()) && s.unbroken(baseYear+1, year) {
			return Series{}, s.errorf("chain: index in %d: %w", year, ErrOverflow)
		}
	}
	level = exactly(100)
	for year := baseYear; year > out.FirstYear; year-- {
		level = level.over(s.link(year))
		out.Values[year-1-out.FirstYear] = level.Float64()
		if !(level.Float64() > 0 && level.finite()) && s.unbroken(year, baseYear) {
			return Series{}, s.errorf("chain: index in %d: %w", year-1, ErrOverflow)
		}
	}
	return out, nil
}

// unbroken reports whether the changes of all these years are known.
func (s Series) unbroken(from, to int) bool {
	for year := from; year <= to; year++ {
		if math.IsNaN(s.At(year)) {
			return false
		}
	}
	return true
}

// link returns 1 + g of a year.
func (s Series) link(year int) Sum { return exactly(1).plus(exactly(s.At(year))) }
