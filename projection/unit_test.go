package projection

import (
	"math"
	"testing"
)

func TestUnitOf(t *testing.T) {
	for _, c := range []struct{ value, want float64 }{
		{17600, 100}, {18000, 1000}, {20000, 1000}, {53000, 1000}, {35200, 100}, {17605, 1}, {17605.5, .1},
		{100, 10}, {10, 1}, {11, 1}, {5, 1}, {9, 1}, {50, 1}, {.25, .01}, {.5, .1}, {.05, .01}, {7.652, .001},
		{1.5, .1}, {-18000, 1000}, {1e300, 1e299}, {1.2e21, 1e20}, {123456789, 1}, {5e-324, 5e-324},
	} {
		if got := UnitOf(c.value); got != c.want {
			t.Errorf("UnitOf(%v) = %v, want %v", c.value, got, c.want)
		}
	}
	for _, x := range []float64{0, math.NaN(), math.Inf(1), math.Inf(-1)} {
		if got := UnitOf(x); !math.IsNaN(got) {
			t.Errorf("UnitOf(%v) = %v", x, got)
		}
	}
}
