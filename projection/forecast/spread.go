package forecast

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Spread is what a model says of the figure of one year: a Student distribution
//
//	Median + Widening·SD·t,   t with Freedom degrees of freedom
//
// or, if Log, e to that; with everything below zero moved to zero, so that it is
// the distribution of max(0, Y). Medians and quantiles of that are those of Y,
// put to zero where they are negative.
type Spread struct {
	Median float64 // in the unit of the series, or its logarithm
	SD     float64 // standard deviation of the forecast error that the model itself gives
	// Freedom is the degrees of freedom of SD: years less what was estimated
	// from them. +Inf stands for a normal distribution.
	Freedom float64
	// Widening is the factor by which the model's own interval has to be wider
	// to cover what it should (see the package comment). 1 where it is exact.
	Widening float64
	Log      bool
	// Share is the weight of this model's quantiles in an [Average]; 1 if it
	// stands alone.
	Share float64
}

// at returns the quantile whose t is given, not below zero.
func (s Spread) at(t float64) float64 { return max(0, s.raw(t)) }

func (s Spread) raw(t float64) float64 {
	x := s.Median
	if t != 0 { // 0·∞ where the scale overflows
		x += t * s.SD * s.Widening
	}
	if s.Log {
		return math.Exp(x)
	}
	return x
}

// reach returns P(Y ≥ target).
func (s Spread) reach(target float64) float64 {
	if target <= 0 {
		return 1
	}
	if s.Log {
		target = math.Log(target)
	}
	if s.SD == 0 {
		if s.Median >= target {
			return 1
		}
		return 0
	}
	z := (target - s.Median) / (s.SD * s.Widening)
	if math.IsInf(s.Freedom, 1) {
		return distuv.UnitNormal.Survival(z)
	}
	return distuv.StudentsT{Sigma: 1, Nu: s.Freedom}.Survival(z)
}

// studentQuantile returns the p-quantile of Student's distribution, +Inf degrees
// of freedom being the normal one.
func studentQuantile(p, nu float64) float64 {
	switch {
	case p == .5:
		return 0
	case p > .5:
		return -studentQuantile(1-p, nu)
	case math.IsInf(nu, 1):
		return distuv.UnitNormal.Quantile(p)
	case nu == 1:
		return -1 / math.Tan(math.Pi*p)
	case nu == 2:
		a := 4 * p * (1 - p)
		return -math.Abs(1-2*p) * math.Sqrt(2/a)
	}
	d := distuv.StudentsT{Sigma: 1, Nu: nu}
	t := d.Quantile(p)
	below := d.CDF(t)
	if !(math.Abs(below-p) < p/2) { // lost in the tail of hundreds of degrees of freedom
		// The normal quantile is nearer to the middle, so it is one end.
		low, high := -1., distuv.UnitNormal.Quantile(p)
		for d.CDF(low) > p {
			low *= 2
		}
		for range 100 {
			if t = (low + high) / 2; d.CDF(t) > p {
				high = t
			} else {
				low = t
			}
		}
		below = d.CDF(t)
	}
	// distuv inverts the incomplete beta function to fewer digits than a
	// Newton step regains.
	for i := range 2 {
		if i > 0 {
			below = d.CDF(t)
		}
		if step := (below - p) / d.Prob(t); !math.IsNaN(step) && !math.IsInf(step, 0) {
			t -= step
		}
	}
	return min(0, t) // p < ½, and what is left of digits may say otherwise
}

// student is a quantile of Student's distributions of a few degrees of freedom,
// each of which is looked for once.
type student struct {
	p     float64
	nu, t []float64
}

func (s *student) at(nu float64) float64 {
	for i, known := range s.nu {
		if known == nu {
			return s.t[i]
		}
	}
	t := studentQuantile(s.p, nu)
	s.nu, s.t = append(s.nu, nu), append(s.t, t)
	return t
}
