package reconcile

import (
	"fmt"
	"math"

	"smartcity/growth"
)

// common are series in the years in which all are known.
type common struct {
	what  string
	year  []int
	value [][]float64 // by series, then year
	out   []int       // years in which some are known and some are not
}

// match checks that series go together with names and with each other.
func match(what string, names []string, series []growth.Series) error {
	if len(series) != len(names) {
		return fmt.Errorf("reconcile: %s: %d series, want %d: %w", what, len(series), len(names), ErrSeries)
	}
	for i, s := range series {
		if s.Name != "" && s.Name != names[i] {
			return fmt.Errorf("reconcile: %s: series %d is %q, want %q: %w", what, i, s.Name, names[i], ErrSeries)
		}
		if s.Unit != series[0].Unit {
			return fmt.Errorf("reconcile: %s: %q is in %q and %q in %q: %w", what, names[0], series[0].Unit, names[i], s.Unit, growth.ErrUnit)
		}
		for k, v := range s.Values {
			if math.IsInf(v, 0) {
				return fmt.Errorf("reconcile: %s: %q is %v in %d: %w", what, names[i], v, s.FirstYear+k, growth.ErrNotKnown)
			}
		}
	}
	return nil
}

// commonYears finds the years in which all series are known.
func commonYears(what string, names []string, series []growth.Series) (*common, error) {
	if err := match(what, names, series); err != nil {
		return nil, err
	}
	c := &common{what: what, value: make([][]float64, len(series))}
	first, last := math.MaxInt, math.MinInt
	for _, s := range series {
		if s.Len() > 0 {
			first, last = min(first, s.FirstYear), max(last, s.LastYear())
		}
	}
	if first <= last && (last-first > 100_000 || last-first < 0) {
		return nil, fmt.Errorf("reconcile: %s: from %d to %d: %w", what, first, last, ErrSeries)
	}
	for year := first; year <= last; year++ {
		known := 0
		for _, s := range series {
			if !math.IsNaN(s.At(year)) {
				known++
			}
		}
		switch {
		case known == len(series):
			c.year = append(c.year, year)
			for i, s := range series {
				c.value[i] = append(c.value[i], s.At(year))
			}
		case known > 0:
			c.out = append(c.out, year)
		}
	}
	return c, nil
}

func (c *common) warnings() []error {
	if len(c.out) == 0 {
		return nil
	}
	return []error{&YearsLeftOut{c.what, c.out}}
}
