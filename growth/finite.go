package growth

import "math"

// finite reports whether all numbers are neither NaN nor infinite.
func finite(x ...float64) bool {
	for _, v := range x {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}

// inRange returns x·2^exponent, and NaN where float64 cannot hold it with all
// its digits.
func inRange(x float64, exponent int) float64 {
	y := math.Ldexp(x, exponent)
	if x != 0 && !(math.Abs(y) >= 0x1p-1022 && math.Abs(y) <= math.MaxFloat64) {
		return math.NaN()
	}
	return y
}
