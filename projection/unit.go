package projection

import (
	"math"
	"strconv"
	"strings"
)

// UnitOf returns the unit in which a figure was printed: the place of its last
// non-zero digit, with at least two significant digits kept. 17,600 is printed
// in hundreds; 18,000 and 20,000 in thousands; 0.25 in hundredths.
//
// A figure of one digit has no second printed digit to keep: the unit of 5 is 1
// and that of 0.5 is 0.1. The sign does not matter. A float64 does not keep the
// zeros that were printed at the end of "7.50"; where they count, give the unit
// oneself. Zero, NaN and infinities have no unit; the result is NaN.
func UnitOf(value float64) float64 {
	if value == 0 || math.IsNaN(value) || math.IsInf(value, 0) {
		return math.NaN()
	}
	// The shortest decimal that reads back as the value: d.ddd…e±xx. It ends in a
	// digit other than zero unless it is a single one.
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(math.Abs(value), 'e', -1, 64), "e")
	first, _ := strconv.Atoi(exponent)
	last := first
	if len(mantissa) > 1 {
		last -= len(mantissa) - len("d.")
	}
	place := max(min(last, first-1), min(last, 0))
	unit, _ := strconv.ParseFloat("1e"+strconv.Itoa(place), 64)
	return max(unit, math.SmallestNonzeroFloat64)
}
