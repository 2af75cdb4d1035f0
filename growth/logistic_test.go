package growth

import (
	"math"
	"testing"
)

func TestLogistic(t *testing.T) {
	c := Logistic{B1: 80, B2: 3, B3: .5, Origin: 2010}
	if c.Inflection() != 2016 || c.Saturation() != 80 || c.At(2016) != 40 {
		t.Errorf("inflection %v, level %v", c.Inflection(), c.At(c.Inflection()))
	}
	for x, want := range map[float64]float64{math.Inf(1): 80, math.Inf(-1): 0, 2010: 80 / (1 + math.Exp(3)), 1e6: 80, -1e6: 0} {
		if got := c.At(x); math.Abs(got-want) > 1e-13 {
			t.Errorf("at %v: %v, want %v", x, got, want)
		}
	}
	if got := c.At(math.NaN()); !math.IsNaN(got) {
		t.Errorf("at NaN: %v", got)
	}
	risesFastest(t, c)
}

// risesFastest compares the slope at the inflection with the slopes around it.
func risesFastest(t *testing.T, c Curve) {
	t.Helper()
	slope := func(x float64) float64 {
		d, _ := derivative(func(h float64) float64 { return c.At(x + h) }, .125, 1e-13)
		return d
	}
	x := c.Inflection()
	for _, d := range []float64{-1, -.1, -.01, .01, .1, 1} {
		if !(slope(x+d) < slope(x)) {
			t.Errorf("%+v: slope %v at %v, %v at the inflection", c, slope(x+d), x+d, slope(x))
		}
	}
}
