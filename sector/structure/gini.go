package structure

import (
	"math"

	"smartcity/growth"
)

// Inequality is what [Gini] returns.
type Inequality struct {
	Gini float64 // from 0 where all figures are equal to Maximum
	// Normalised is Gini·N/(N−1), which reaches 1 where one of N figures of
	// equal weight has all; NaN for one item. With weights it is what R's REAT
	// calls coefnorm, and may exceed 1 where weights differ much, with the warning
	// [AboveOne]; Gini/Maximum never does.
	Normalised float64
	Maximum    float64 // the largest Gini these weights allow, 1 − w_min/Σw; (N−1)/N without weights
	Coverage
}

// Gini returns the Gini coefficient of figures. Without weights (nil) it is
// Σ(2i−n−1)x_i/(nΣx) with x sorted upwards. With weights, x_i is a figure per
// unit, such as the mean income of a class, and w_i the number of units: it is
// Σ_iΣ_j w_i·w_j·|x_i−x_j| / (2·(Σw)²·μ) with the weighted mean μ. Both are
// twice the area between the diagonal and the curve of [Lorenz], and neither x
// nor weights need be sorted.
//
// Items of which the figure or the weight is NaN are left out; zeros take part.
// It returns an error that wraps [ErrEmpty], [ErrNegative], [ErrInfinite],
// [ErrLength] or, if all figures or all weights are zero, [ErrZeroTotal].
//
// Source: Gini (1912), Variabilità e mutabilità; Dörsam (2004),
// Wirtschaftsstatistik anschaulich dargestellt. It agrees with gini2 of R's REAT;
// REAT's gini needs its x sorted beforehand if there are weights.
func Gini(x, weights []float64) (Inequality, error) {
	is, err := weigh(x, weights)
	if err != nil {
		return Inequality{}, failed("Gini", err)
	}
	out, err := gini(is)
	if err != nil {
		return Inequality{}, failed("Gini", err)
	}
	if weights == nil {
		out.Normalised = min(out.Normalised, 1) // rounding may overstep it; NaN stays
	} else if out.Normalised > 1 {
		out.Warnings = append(out.Warnings, AboveOne{out.Normalised})
	}
	return out, nil
}

func gini(is items) (Inequality, error) {
	weight, sum := accumulate(is.list)
	if sum == 0 {
		return Inequality{}, ErrZeroTotal
	}
	var numerator, below growth.Sum
	lowest, smallest := is.list[0].x, is.list[0].w
	for _, it := range is.list {
		rank := below.Float64() - weight
		below.Add(it.w)
		rank += below.Float64()
		// Weighted ranks add up to zero, so a constant may be taken from the
		// figures; what is left is small where they are nearly equal.
		numerator.Add(float64(it.w * rank * (it.x - lowest)))
		smallest = min(smallest, it.w)
	}
	n := float64(len(is.list))
	out := Inequality{Normalised: math.NaN(), Maximum: 1 - smallest/weight, Coverage: is.coverage()}
	// Rounding may overstep a bound.
	out.Gini = min(max(numerator.Float64()/(weight*sum), 0), out.Maximum)
	if n > 1 {
		out.Normalised = max(numerator.Float64()/(sum*(weight*(n-1)/n)), 0)
	}
	return out, finite(out.Gini)
}

// View returns one row: gini, gini_normalised, gini_maximum, n, left_out.
func (in Inequality) View() growth.View {
	return in.record(field{"gini", "", in.Gini}, field{"gini_normalised", "", in.Normalised}, field{"gini_maximum", "", in.Maximum})
}
