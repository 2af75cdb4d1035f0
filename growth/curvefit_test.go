package growth

import (
	"math"
	"testing"
)

// TestCurveShapes compares the derivatives of the shapes with differences, and
// the shapes with the formulas, also far out.
func TestCurveShapes(t *testing.T) {
	for _, c := range curves() {
		k := c.kind()
		for _, rate := range []float64{.3, 5, 60} {
			for _, inflection := range []float64{-.5, .1, .5, 1.4} {
				place := k.placing(rate, inflection)
				restored := k.restore(2, rate, place, frame{0, 1})
				for _, u := range []float64{0, .01, .5, 1, 3, 20} {
					g, byRate, byPlace := k.shape(rate, place, u)
					if want := restored.curve.At(u) / 2; math.Abs(g-want) > 1e-13*(1e-3+want) {
						t.Errorf("%s(%v, %v, %v) = %v, formula %v", k.name, rate, inflection, u, g, want)
					}
					dr, _ := derivative(func(h float64) float64 { g, _, _ := k.shape(rate+h, place, u); return g }, rate/64, 1e-14)
					dp, _ := derivative(func(h float64) float64 { g, _, _ := k.shape(rate, place+h, u); return g }, 1./64/max(1, rate/8), 1e-14)
					if math.Abs(byRate-dr) > 1e-10*(1e-2+math.Abs(dr)) || math.Abs(byPlace-dp) > 1e-10*(1e-2+math.Abs(dp)) {
						t.Errorf("%s(%v, %v, %v): derivatives %v, %v; want %v, %v", k.name, rate, inflection, u, byRate, byPlace, dr, dp)
					}
				}
			}
		}
		for _, u := range []float64{-1e6, -800, 800, 1e6} {
			for _, place := range []float64{.5, 1e4} {
				g, a, b := k.shape(50, place, u)
				if math.IsNaN(g+a+b) || g < 0 || g > 1 || math.IsInf(a+b, 0) {
					t.Errorf("%s far out at %v: %v, %v, %v", k.name, u, g, a, b)
				}
			}
		}
	}
}

// TestCurveUnlimited: the limit without saturation is that of the curve as K
// grows, with the same beginning.
func TestCurveUnlimited(t *testing.T) {
	for _, c := range curves() {
		k := c.kind()
		const rate = 3
		place := 14. // e⁻⁴² of saturation are reached, e⁻¹⁴ for Bass
		if _, ok := c.(Bass); ok {
			place = 30
		}
		if _, ok := c.(Gompertz); ok {
			// ln g = −e^(rc)·e^(−ru) is linear in u as the rate goes to 0 only.
			continue
		}
		at := func(u float64) float64 { g, _, _ := k.shape(rate, place, u); return g }
		for _, u := range []float64{.1, .5, 1} {
			got := k.unsaturated(rate, u) / k.unsaturated(rate, .3)
			if want := at(u) / at(.3); math.Abs(got/want-1) > 1e-9 {
				t.Errorf("%s at %v: %v, want %v", k.name, u, got, want)
			}
		}
	}
	if got := launched(0, .4) / launched(1e-9, .4); math.Abs(got-1) > 1e-6 {
		t.Errorf("launched near rate 0: %v", got)
	}
}

// TestParabola compares with a parabola, scaled and shifted.
func TestParabola(t *testing.T) {
	var points []pair
	for _, x := range steps(2010, 1, 9) {
		points = append(points, pair{x, 5 + .5*(x-2012) - .25*(x-2012)*(x-2012)})
	}
	f := Logistic{}.kind().frame(points)
	if f.zero != 2010 || f.unit != 8 {
		t.Errorf("frame %+v", f)
	}
	if bend, rss := parabola(points, f); math.Abs(bend+.25*64) > 1e-9 || rss > 1e-20 {
		t.Errorf("bend %v, sum of squares %v", bend, rss)
	}
}
