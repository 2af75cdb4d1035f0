package structure

import (
	"math"

	"smartcity/growth"
)

// TheilIndex is what [Theil] returns.
type TheilIndex struct {
	T float64 // from 0 where all figures are equal to ln N where one has all
	L float64 // from 0 without an upper bound; NaN, with [ZeroFigures], if a figure is zero
	Coverage
}

// Theil returns both of Theil's measures of inequality: T, the mean of
// (x/μ)·ln(x/μ), and L, the mean of ln(μ/x), also called the mean logarithmic
// deviation. μ is the mean of x. With weights (nil for none), x_i is a figure per
// unit and w_i the number of units, as in [Gini], and all means are weighted. T is
// more sensitive to what happens among high figures, L among low ones. [TheilGroups]
// divides both into inequality within groups and between them.
//
// A zero adds 0·ln 0 = 0 to T and makes L infinite: L is then NaN, with the
// warning [ZeroFigures]. Items of which the figure or the weight is NaN are left
// out. It returns an error that wraps [ErrEmpty], [ErrNegative], [ErrInfinite],
// [ErrLength] or, if all figures or all weights are zero, [ErrZeroTotal].
//
// Source: Theil (1967), Economics and Information Theory, chapter 4. What R's
// REAT calls theil is L, without weights; its weighted form divides by N once
// more than the weighted mean here.
func Theil(x, weights []float64) (TheilIndex, error) {
	is, err := weigh(x, weights)
	if err != nil {
		return TheilIndex{}, failed("Theil", err)
	}
	out, err := theil(is)
	return out, failed("Theil", err)
}

func theil(is items) (TheilIndex, error) {
	out := TheilIndex{Coverage: is.coverage()}
	d := distribute(is.list)
	if d.sum == 0 {
		return TheilIndex{}, ErrZeroTotal
	}
	out.T, out.L = d.entropy()
	if err := finite(out.T); err != nil {
		return TheilIndex{}, err
	}
	zeros := 0
	for _, it := range is.list {
		if it.x == 0 {
			zeros++
		}
	}
	if zeros > 0 {
		out.L = math.NaN()
		out.Warnings = append(out.Warnings, ZeroFigures{zeros})
	} else if err := finite(out.L); err != nil {
		return TheilIndex{}, err
	}
	return out, nil
}

// distribution is items and their moments.
type distribution struct {
	list              []item
	weight, sum, mean float64 // Σw, Σwx, and one over the other
	drift             float64 // what is left of the weighted mean of x/mean − 1, as mean is rounded
}

func distribute(list []item) distribution {
	d := distribution{list: list}
	d.weight, d.sum = accumulate(list)
	d.mean = d.sum / d.weight
	var drift growth.Sum
	for _, it := range list {
		drift.Add(float64(it.w / d.weight * d.deviation(it.x)))
	}
	d.drift = drift.Float64()
	return d
}

// deviation returns x/mean − 1, with the digits of the difference.
func (d distribution) deviation(x float64) float64 { return (x - d.mean) / d.mean }

// entropy returns T and L. Both are added up from terms that cannot be negative,
// (1+d)·ln(1+d) − d and d − ln(1+d) with d = x/μ − 1: the mean of d is zero, so it
// makes no difference to the result, but it does to its accuracy where figures are
// nearly equal.
func (d distribution) entropy() (t, l float64) {
	if d.list[0].x == d.list[len(d.list)-1].x {
		return 0, 0 // exactly, though the mean may be rounded
	}
	var sumT, sumL growth.Sum
	for _, it := range d.list {
		p := it.w / d.weight
		t, l := excess(d.deviation(it.x), it.x/d.mean)
		sumT.Add(float64(p * t))
		sumL.Add(float64(p * l))
	}
	return d.centre(sumT.Float64(), sumL.Float64())
}

// centre takes out of T and L what the rounding of the mean has put into them.
func (d distribution) centre(t, l float64) (float64, float64) {
	driftT, driftL := excess(d.drift, 1+d.drift)
	return max((t-driftT)/(1+d.drift), 0), max(l-driftL, 0)
}

// excess returns (1+d)·ln(1+d) − d and d − ln(1+d), where 1+d is also given as a
// ratio because d close to −1 has lost its digits; 1 and +Inf for a ratio of 0.
func excess(d, ratio float64) (t, l float64) {
	switch {
	case ratio == 0:
		return 1, math.Inf(1)
	case math.Abs(d) < nearEqual:
		return series(d, func(k float64) float64 { return k * (k - 1) }), series(d, func(k float64) float64 { return k })
	}
	logarithm := math.Log(ratio)
	return float64(ratio*logarithm) - d, d - logarithm
}

// nearEqual is where the logarithm would cancel against d and the power series
// takes over. Its 18 terms leave less than 1e-17 of the result out.
const nearEqual = .1

// series returns Σ(−d)^k/divisor(k) from k = 2.
func series(d float64, divisor func(k float64) float64) float64 {
	power, sum := d*d, 0.
	for k := 2.; k < 20; k++ {
		sum += power / divisor(k)
		power *= -d
	}
	return sum
}

// View returns one row: theil_t, theil_l, n, left_out.
func (t TheilIndex) View() growth.View {
	return t.record(field{"theil_t", "", t.T}, field{"theil_l", "", t.L})
}
