package growth

import (
	"fmt"
	"math"
)

// Summary describes figures one by one: how many, where and how spread.
type Summary struct {
	N       int // figures that are known
	Missing int // figures that are not

	Mean float64
	// StdDev is the sample standard deviation √(Σ(x−x̄)²/(n−1)), in the unit of
	// the figures; NaN for a single figure.
	StdDev float64

	// Smallest figure, quartiles (see [Quantile]) and largest figure.
	Min, Q1, Median, Q3, Max float64
}

// Summarize describes figures in any order. NaN is a figure that is not known;
// it is left out and counted. It returns an error that wraps [ErrTooFew] if no
// figure is known, [ErrNotKnown] if one is infinite and [ErrOverflow] if their
// standard deviation is.
//
// Mean and standard deviation are computed in double-double and rounded once,
// so that no digit is lost however small the spread is beside the mean, and
// have the same bits in any order of the figures.
func Summarize(x []float64) (*Summary, error) {
	sorted, err := sortedFigures(x)
	if err != nil {
		return nil, fmt.Errorf("growth: summary of %d figures: %w", len(x), err)
	}
	n := len(sorted)
	z, exponent := scaled(sorted)
	center := mean(z)
	var squares Sum
	for _, v := range z {
		d := exactly(v).minus(center)
		squares = squares.plus(d.times(d))
	}
	s := &Summary{
		N:       n,
		Missing: len(x) - n,
		Mean:    math.Ldexp(center.Float64(), exponent),
		StdDev:  math.NaN(),
		Min:     sorted[0],
		Q1:      quantile(sorted, .25),
		Median:  quantile(sorted, .5),
		Q3:      quantile(sorted, .75),
		Max:     sorted[n-1],
	}
	if n > 1 {
		variance := squares.over(exactly(float64(n - 1))).Float64()
		s.StdDev = math.Ldexp(math.Sqrt(variance), exponent)
		if !finite(s.StdDev) {
			return nil, fmt.Errorf("growth: summary of %d figures: standard deviation: %w", len(x), ErrOverflow)
		}
	}
	return s, nil
}

// View returns one row: n, missing, mean, standard_deviation, min, q1, median,
// q3, max.
func (s *Summary) View() View {
	return oneRow(
		cell{"n", "", float64(s.N)},
		cell{"missing", "", float64(s.Missing)},
		cell{"mean", "", s.Mean},
		cell{"standard_deviation", "", s.StdDev},
		cell{"min", "", s.Min},
		cell{"q1", "", s.Q1},
		cell{"median", "", s.Median},
		cell{"q3", "", s.Q3},
		cell{"max", "", s.Max},
	)
}
