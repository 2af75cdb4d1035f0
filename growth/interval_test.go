package growth

import (
	"errors"
	"math"
	"testing"
)

// TestStudentT compares with values computed to 50 digits by numerical
// integration of the density (mpmath), and with the closed forms for one and
// two degrees of freedom.
func TestStudentT(t *testing.T) {
	for _, c := range []struct {
		level   float64
		freedom int
		want    float64
	}{
		{.95, 3, 3.18244630528371}, {.95, 10, 2.22813885198627}, {.95, 34, 2.03224450931772},
		{.99, 5, 4.03214298355523}, {.5, 5, .726686843800423},
		{.95, 200, 1.97189622363390938}, {.95, 300, 1.96790301126108703}, {.999, 500, 3.31009115152266972},
		{.95, 1000, 1.96233908082640848}, {.5, 1000, .674735164607009437}, {1e-6, 1000, 1.25362750496725424e-6},
		{1e-6, 200, 1.25488175301160637e-6}, {1 - 0x1p-30, 500, 6.24043678161290465}, {1 - 0x1p-30, 999, 6.18016165253551966}, {.999999, 300, 4.9951188333449298},
		{1 - 0x1p-30, 1000, 6.18010175489732952}, {.95, 1 << 40, 1.95996398454005423}, {1e-6, 1 << 40, 1.25331413731576e-6},
	} {
		if got := studentT(c.level, c.freedom); math.Abs(got/c.want-1) > 2e-11 {
			t.Errorf("t at %v with %d = %.15g, want %v", c.level, c.freedom, got, c.want)
		}
	}
	for _, level := range []float64{1e-9, .01, .3, .5, .7, .95, .99, .9999, 1 - 1e-9} {
		one := math.Tan(math.Pi / 2 * level)
		two := level * math.Sqrt(2/((1-level)*(1+level)))
		for i, want := range []float64{one, two} {
			// The closed forms themselves lose digits close to 1.
			if got := studentT(level, i+1); math.Abs(got/want-1) > 1e-13+1e-15/(1-level) {
				t.Errorf("t at %v with %d = %.15g, want %.15g", level, i+1, got, want)
			}
		}
	}
	// Falls with the degrees of freedom, also where the method changes.
	for _, level := range []float64{.5, .8, .95, .999} {
		for n := 2; n < 1500; n++ {
			if a, b := studentT(level, n-1), studentT(level, n); !(a > b) {
				t.Errorf("t at %v: %v with %d, %v with %d", level, a, n-1, b, n)
			}
		}
	}
}

func TestConfidence(t *testing.T) {
	if level, err := confidence(0); level != .95 || err != nil {
		t.Errorf("level 0 = %v, %v", level, err)
	}
	for _, level := range []float64{-.1, 1, 95, nan, math.Inf(1)} {
		if _, err := confidence(level); !errors.Is(err, ErrLevel) {
			t.Errorf("level %v: %v", level, err)
		}
	}
}
