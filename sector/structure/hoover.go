package structure

import (
	"math"

	"smartcity/growth"
)

// HooverIndex is what [Hoover] returns.
type HooverIndex struct {
	Hoover float64 // ½Σ|a_i − b_i|, from 0 (same distribution) to 1 (no overlap)
	Coverage
}

// Hoover returns the Hoover index ½Σ|a_i − b_i| of two distributions, where a_i
// is the share of x_i in Σx and b_i that of reference_i in its sum, or 1/N where
// reference is nil. It is the part of x that would have to move for both
// distributions to be the same, and the largest vertical distance between a
// Lorenz curve and the diagonal. Unlike in [Gini], x holds totals and not figures
// per unit: GDP against population, jobs of a sector against all jobs.
//
// It is half of [Krugman]'s index. R's REAT calls it hoover, EconGeo hoover_index
// (in per cent) and, between the sectors of a region and of the nation,
// spec_coeff; demographers call it Duncan's dissimilarity, economists of income
// Robin Hood, Pietra or Schutz.
//
// Items of which one figure is NaN are left out of both. It returns an error
// that wraps [ErrEmpty], [ErrNegative], [ErrInfinite], [ErrLength] or, if x or
// reference are all zero, [ErrZeroTotal].
//
// Source: Hoover (1936), Review of Economics and Statistics 18.
func Hoover(x, reference []float64) (HooverIndex, error) {
	arguments := []argument{{"x", x}}
	if reference != nil {
		arguments = append(arguments, argument{"reference", reference})
	}
	s, err := observe(arguments...)
	if err != nil {
		return HooverIndex{}, failed("Hoover", err)
	}
	if reference == nil {
		s.columns = append(s.columns, equal(len(s.at)))
	}
	d, err := distance(s)
	if err != nil {
		return HooverIndex{}, failed("Hoover", err)
	}
	return HooverIndex{d / 2, covers(len(s.at), s.leftOut)}, nil
}

// distance returns Σ|a_i − b_i| of the shares in the first and second column.
func distance(s sample) (float64, error) {
	sums, err := totals(&s, "x", "reference")
	if err != nil {
		return 0, err
	}
	d := make([]float64, len(s.at))
	for i := range d {
		d[i] = math.Abs(s.columns[0][i]/sums[0] - s.columns[1][i]/sums[1])
	}
	return min(total(d), 2), nil // rounding may overstep the bound
}

// View returns one row: hoover, n, left_out.
func (h HooverIndex) View() growth.View { return h.record(field{"hoover", "fraction", h.Hoover}) }
