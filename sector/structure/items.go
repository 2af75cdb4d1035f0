package structure

import (
	"cmp"
	"fmt"
	"slices"

	"smartcity/growth"
)

// item is a figure per unit and the number of units, which is not zero.
type item struct {
	x, w float64
	at   int // place in the arguments
}

// items are in ascending order of figures, then of weights, so that results made
// of them do not depend on the order of the arguments.
type items struct {
	list    []item
	leftOut int
	shift   int // exponent of the power of two that the figures are multiplied by
}

// weigh observes figures and their weights, nil for equal ones.
func weigh(x, weights []float64) (items, error) {
	arguments := []argument{{"x", x}}
	if weights != nil {
		arguments = append(arguments, argument{"weights", weights})
	}
	s, err := observe(arguments...)
	if err != nil {
		return items{}, err
	}
	if weights == nil {
		s.columns = append(s.columns, equal(len(s.at)))
	}
	if err := s.fit(); err != nil {
		return items{}, err
	}
	return itemsOf(s)
}

// itemsOf returns the items of a column of figures and a column of weights.
func itemsOf(s sample) (items, error) {
	out := items{list: make([]item, 0, len(s.at)), leftOut: s.leftOut}
	if s.shifts != nil {
		out.shift = s.shifts[0]
	}
	for j, i := range s.at {
		if w := s.columns[1][j]; w > 0 {
			out.list = append(out.list, item{s.columns[0][j], w, i})
		}
	}
	if len(out.list) == 0 {
		return items{}, fmt.Errorf("weights: %w", ErrZeroTotal)
	}
	slices.SortFunc(out.list, item.compare)
	return out, nil
}

func (a item) compare(b item) int {
	switch {
	case a.x < b.x:
		return -1
	case a.x > b.x:
		return 1
	}
	return cmp.Or(cmp.Compare(a.w, b.w), cmp.Compare(a.at, b.at))
}

// accumulate returns Σw and Σw·x.
func accumulate(list []item) (weight, sum float64) {
	var w, wx growth.Sum
	for _, it := range list {
		w.Add(it.w)
		wx.Add(float64(it.w * it.x))
	}
	return w.Float64(), wx.Float64()
}

// coverage returns the coverage of a result made of the items.
func (is items) coverage() Coverage { return covers(len(is.list), is.leftOut) }

// equal returns n equal weights.
func equal(n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = 1
	}
	return out
}
