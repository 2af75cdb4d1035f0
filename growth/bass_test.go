package growth

import (
	"math"
	"testing"
)

// TestBass: DOMAIN.md section 3, p = .03, q = .38, m = 100.
func TestBass(t *testing.T) {
	c := Bass{M: 100, P: .03, Q: .38}
	for x, want := range map[float64]float64{1: 3.5758, 5: 33.1199, 10: 81.2803} {
		if got := c.At(x); math.Abs(got-want) > 5e-5 {
			t.Errorf("at %v: %v, want %v", x, got, want)
		}
	}
	if got := c.Inflection(); math.Abs(got-6.19262) > 5e-6 {
		t.Errorf("peak at %v", got)
	}
	if got, want := c.At(c.Inflection()), 50*(1-.03/.38); math.Abs(got-want) > 1e-12 {
		t.Errorf("level at the peak %v, want %v", got, want)
	}
	if c.Saturation() != 100 || c.At(0) != 0 || c.At(-3) != 0 || c.At(math.Inf(1)) != 100 || !math.IsNaN(c.At(math.NaN())) {
		t.Errorf("at the ends: %v, %v, %v, %v", c.At(0), c.At(-3), c.At(math.Inf(1)), c.At(math.NaN()))
	}
	risesFastest(t, c)
	c.Origin = 2009
	if got := c.At(2014); math.Abs(got-33.1199) > 5e-5 || math.Abs(c.Inflection()-2015.19262) > 5e-6 {
		t.Errorf("from 2009: %v in 2014, peak %v", got, c.Inflection())
	}
}

// TestBassHazard: the share that adopts of those who have not is p + q·F, the
// definition of the model.
func TestBassHazard(t *testing.T) {
	for _, c := range []Bass{{M: 1, P: .03, Q: .38}, {M: 1, P: .2, Q: .05}, {M: 1, P: .1}, {M: 1, P: 1e-5, Q: 2}} {
		for _, x := range []float64{.5, 1, 4, 9} {
			d, _ := derivative(func(h float64) float64 { return c.At(x + h) }, .125, 1e-13)
			if f := c.At(x); math.Abs(d-(c.P+c.Q*f)*(1-f)) > 1e-10 {
				t.Errorf("%+v at %v: adoption %v, want %v", c, x, d, (c.P+c.Q*f)*(1-f))
			}
		}
	}
	if got := (Bass{M: 1, P: .2, Q: .05}).Inflection(); got >= 0 {
		t.Errorf("peak of falling adoption at %v", got)
	}
	if got := (Bass{M: 1, P: .2, Q: -.05}).Inflection(); !math.IsNaN(got) {
		t.Errorf("peak without imitation at %v", got)
	}
}
