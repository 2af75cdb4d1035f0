package growth

import (
	"math"
	"testing"
)

func TestGompertz(t *testing.T) {
	c := Gompertz{A: 80, B: math.Exp(3), C: .5, Origin: 2010}
	if math.Abs(c.Inflection()-2016) > 1e-12 || c.Saturation() != 80 || math.Abs(c.At(2016)-80/math.E) > 1e-12 {
		t.Errorf("inflection %v, level %v", c.Inflection(), c.At(c.Inflection()))
	}
	for x, want := range map[float64]float64{math.Inf(1): 80, math.Inf(-1): 0, 2010: 80 * math.Exp(-math.Exp(3)), 1e6: 80, -1e6: 0} {
		if got := c.At(x); math.Abs(got-want) > 1e-13 {
			t.Errorf("at %v: %v, want %v", x, got, want)
		}
	}
	if got := c.At(math.NaN()); !math.IsNaN(got) {
		t.Errorf("at NaN: %v", got)
	}
	if got := (Gompertz{A: 1, B: -1, C: 1}).Inflection(); !math.IsNaN(got) {
		t.Errorf("inflection without one: %v", got)
	}
	risesFastest(t, c)
}
