package growth

import "math"

// logMean returns the logarithmic mean L(a,b) = (a−b)/(ln a − ln b) of positive
// numbers, L(a,a) = a.
func logMean(a, b float64) float64 {
	if a == b {
		return a
	}
	return (a - b) / logRatio(a, b)
}

// logRatio returns ln(a/b) of positive numbers, all digits of it also where they
// are close, and exactly −ln(b/a).
func logRatio(a, b float64) float64 {
	if a < b {
		return -logRatio(b, a)
	}
	if a <= 2*b {
		return math.Log1p((a - b) / b) // the difference is exact
	}
	if r := a / b; !math.IsInf(r, 0) {
		return math.Log(r) // one rounding fewer than the difference of logarithms
	}
	return math.Log(a) - math.Log(b)
}
