package structure

import (
	"math"

	"smartcity/growth"
)

// Composition is what [Shares] returns.
type Composition struct {
	Shares []float64 // of Total, item by item; NaN where the figure is not known
	Total  float64   // sum of the known figures, in their unit
	Names  []string  // of the items, for View; nil until somebody sets it
	Coverage
}

// Shares returns the shares s_i = x_i/Σx of figures in their total.
//
// Figures that are NaN are left out, and the others are shares of what is
// known; zeros have a share of zero. It returns an error that wraps [ErrEmpty],
// [ErrNegative], [ErrInfinite] or, if all figures are zero, [ErrZeroTotal].
func Shares(x []float64) (Composition, error) {
	s, err := observe(argument{"x", x})
	if err != nil {
		return Composition{}, failed("shares", err)
	}
	scaled, err := totals(&s, "x")
	if err != nil {
		return Composition{}, failed("shares", err)
	}
	sum := math.Ldexp(scaled[0], -s.shifts[0])
	if err := finite(sum); err != nil {
		return Composition{}, failed("shares", err)
	}
	c := Composition{Shares: make([]float64, len(x)), Total: sum, Coverage: covers(len(s.at), s.leftOut)}
	for i := range c.Shares {
		c.Shares[i] = math.NaN()
	}
	for j, i := range s.at {
		c.Shares[i] = s.columns[0][j] / scaled[0]
	}
	return c, nil
}

// View returns a row an item: item, share. Items without a name are numbered from
// 1.
func (c Composition) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{{Name: "item"}, {Name: "share", Unit: "fraction"}}}
	for i, share := range c.Shares {
		v.Rows = append(v.Rows, []growth.Entry{label(c.Names, i), growth.NumberOf(share)})
	}
	return v
}
