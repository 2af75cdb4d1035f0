package structure

import (
	"fmt"
	"slices"

	"smartcity/growth"
)

// ConcentrationRatio is what [CR] returns.
type ConcentrationRatio struct {
	Ratio float64 // share of the K largest figures in the total, 0 to 1
	K     int
	Coverage
}

// CR returns the concentration ratio CRk: the share of the k largest figures in
// the total of all. It is 1 where there are no more than k figures.
//
// Figures that are NaN are left out, though one of them may be among the
// largest; [Incomplete] warns. It returns an error that wraps [ErrEmpty],
// [ErrNegative], [ErrInfinite] or, if all figures are zero, [ErrZeroTotal], and
// panics for k < 1.
//
// Source: Bain (1951), Quarterly Journal of Economics 65.
func CR(x []float64, k int) (ConcentrationRatio, error) {
	if k < 1 {
		panic(fmt.Sprintf("structure: concentration ratio of the %d largest", k))
	}
	s, err := observe(argument{"x", x})
	if err != nil {
		return ConcentrationRatio{}, failed(fmt.Sprintf("CR%d", k), err)
	}
	slices.Sort(s.columns[0])
	sums, err := totals(&s, "x")
	if err != nil {
		return ConcentrationRatio{}, failed(fmt.Sprintf("CR%d", k), err)
	}
	sizes := s.columns[0]
	largest := total(sizes[max(len(sizes)-k, 0):])
	return ConcentrationRatio{largest / sums[0], k, covers(len(sizes), s.leftOut)}, nil
}

// View returns one row: k, concentration_ratio, n, left_out.
func (c ConcentrationRatio) View() growth.View {
	return c.record(field{"k", "", float64(c.K)}, field{"concentration_ratio", "fraction", c.Ratio})
}
