package dynamics

import "math"

// DHS returns the growth of a figure from x0 to x1 as Davis, Haltiwanger and
// Schuh have it, the change over the mean of the two,
//
//	g = (x1 − x0)/((x1 + x0)/2),
//
// which lies in [−2, 2]: −2 is a death, 2 a birth, and growth by as much as
// decline has the same magnitude. It is close to the change of the logarithm
// where that is small.
//
// It is NaN, not known, from 0 to 0, if a figure is negative, where the bounds
// would not hold, and if one is NaN or infinite.
//
// Source: Davis, Haltiwanger and Schuh, Job Creation and Destruction (1996).
func DHS(x0, x1 float64) float64 {
	if !(x0 >= 0 && x1 >= 0) || math.IsInf(x0, 1) || math.IsInf(x1, 1) {
		return math.NaN()
	}
	if math.IsInf(x0+x1, 1) {
		x0, x1 = x0/2, x1/2
	}
	return 2 * ((x1 - x0) / (x1 + x0)) // 0/0 is NaN
}
