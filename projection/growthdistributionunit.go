package projection

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// unitDistribution is a bounded distribution between 0 and 1 with its mode at m,
// or a two-piece normal with its mode at 0 and sigmas m and 1−m; a normal is one
// with m = ½.
type unitDistribution struct {
	shape Shape
	m     float64
}

// mirror is the distribution of top() − x.
func (u unitDistribution) mirror() unitDistribution { return unitDistribution{u.shape, 1 - u.m} }

func (u unitDistribution) top() float64 {
	if u.shape.bounded() {
		return 1
	}
	return 0
}

// quantile keeps its digits in both tails.
func (u unitDistribution) quantile(p float64) float64 {
	if p > 0.5 {
		return u.top() - u.mirror().lower(1-p)
	}
	return u.lower(p)
}

// lower is the quantile at p ≤ ½.
func (u unitDistribution) lower(p float64) float64 {
	switch u.shape {
	case Uniform:
		return p
	case Triangular:
		if p <= u.m {
			return math.Sqrt(p * u.m)
		}
		return 1 - math.Sqrt((1-p)*(1-u.m))
	case PERT:
		return u.betaQuantile(p)
	}
	if p <= u.m {
		return u.m * mathext.NormalQuantile(p/(2*u.m))
	}
	return -(1 - u.m) * mathext.NormalQuantile((1-p)/(2*(1-u.m)))
}

// betaQuantile polishes gonum's inverse, which stops early, with Newton's method.
func (u unitDistribution) betaQuantile(p float64) float64 {
	a, b := 1+4*u.m, 5-4*u.m
	x := mathext.InvRegIncBeta(a, b, p)
	for range 2 {
		if x <= 0 || x >= 1 {
			break
		}
		next := x - (mathext.RegIncBeta(a, b, x)-p)/u.density(x)
		if !(next > 0 && next < 1) || next == x {
			break
		}
		x = next
	}
	return x
}

// cdf is the probability of at most x.
func (u unitDistribution) cdf(x float64) float64 {
	switch u.shape {
	case Uniform:
		return x
	case Triangular:
		if x <= u.m && u.m > 0 {
			return x * x / u.m
		}
		return 1 - (1-x)*(1-x)/(1-u.m)
	case PERT:
		return mathext.RegIncBeta(1+4*u.m, 5-4*u.m, x)
	}
	if x <= 0 {
		return u.m * math.Erfc(-x/(u.m*math.Sqrt2))
	}
	return 1 - (1-u.m)*math.Erfc(x/((1-u.m)*math.Sqrt2))
}

// density is the probability density at x.
func (u unitDistribution) density(x float64) float64 {
	switch u.shape {
	case Uniform:
		return 1
	case Triangular:
		if x <= u.m && u.m > 0 {
			return 2 * x / u.m
		}
		return 2 * (1 - x) / (1 - u.m)
	case PERT:
		a, b := 1+4*u.m, 5-4*u.m
		return math.Exp((a-1)*math.Log(x) + (b-1)*math.Log1p(-x) - mathext.Lbeta(a, b))
	}
	sigma := u.m
	if x > 0 {
		sigma = 1 - u.m
	}
	z := x / sigma
	return math.Sqrt(2/math.Pi) * math.Exp(-z*z/2)
}
