package growth

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distuv"
)

// TestAboveZero: of k weights a and l weights −b, P(Σ > 0) is that of an
// F-distributed ratio.
func TestAboveZero(t *testing.T) {
	for _, c := range []struct {
		k, l int
		a, b float64
	}{{1, 1, 1, 1}, {1, 1, 1, 6}, {1, 2, 3, 1e-3}, {2, 5, 1, .4}, {3, 1, .01, 2}, {6, 4, 1e-200, 3e-200}, {40, 50, 1, 1.3}} {
		lambda := append(slices.Repeat([]float64{c.a}, c.k), slices.Repeat([]float64{-c.b}, c.l)...)
		k, l := float64(c.k), float64(c.l)
		want := distuv.F{D1: k, D2: l}.Survival(c.b * l / (c.a * k))
		if got := abovezero(lambda); math.Abs(got-want) > 1e-12 {
			t.Errorf("%+v: %v, want %v", c, got, want)
		}
	}
	if abovezero([]float64{1, 0}) != 1 || abovezero([]float64{-1, 0}) != 0 {
		t.Error("of one sign")
	}
}

// TestSerialResidualsLevel: white noise about a line is warned of once in forty,
// whatever N, and a random walk more often the more points there are.
func TestSerialResidualsLevel(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	last := 0.0
	for _, n := range []int{4, 6, 9, 15, 40, 120} {
		runs := thin(4000)
		if n > 20 {
			runs = thin(1500)
		}
		white, walk := 0, 0
		for range runs {
			noise, sum := Series{}, Series{}
			at := 0.0
			for range n {
				e := rng.NormFloat64()
				at += e
				noise.Values, sum.Values = append(noise.Values, e), append(sum.Values, at)
			}
			for _, s := range []struct {
				series Series
				count  *int
			}{{noise, &white}, {sum, &walk}} {
				trend, err := LinearTrend(s.series)
				if err != nil {
					t.Fatal(err)
				}
				*s.count += len(trend.Warnings)
			}
		}
		level, sd := float64(white)/float64(runs), math.Sqrt(serialLevel*(1-serialLevel)/float64(runs))
		if math.Abs(level-serialLevel) > 4*sd {
			t.Errorf("N = %d: noise is warned of in %.4f", n, level)
		}
		if power := float64(walk) / float64(runs); power < last-.02 || n >= 15 && power < .5 {
			t.Errorf("N = %d: random walks are warned of in %.3f", n, power)
		} else {
			last = power
		}
	}
}

// TestSerialResidualsFewPoints: three points about a line always correlate by
// −⅔, and no rule of thumb reaches an exact parabola of eight.
func TestSerialResidualsFewPoints(t *testing.T) {
	for _, c := range []struct {
		n    int
		warn bool
	}{{3, false}, {8, true}, {9, true}, {12, true}} {
		s := Series{}
		for i := range c.n {
			s.Values = append(s.Values, float64(i*i))
		}
		trend, err := LinearTrend(s)
		w, ok := errors.AsType[*SerialResiduals](errors.Join(trend.Warnings...))
		if err != nil || ok != c.warn || ok && !(w.P > 0 && w.P < serialLevel) {
			t.Errorf("parabola of %d: %v, %v", c.n, trend.Warnings, err)
		}
	}
}

// TestSerialResidualsMoments: where the normal distribution takes over, it and the
// exact one agree, and units do not matter.
func TestSerialResidualsMoments(t *testing.T) {
	warn := func(n int, unit float64) *SerialResiduals {
		rng := rand.New(rand.NewPCG(13, 15))
		s := Series{}
		e := 0.0
		for range n {
			e = .35*e + rng.NormFloat64()
			s.Values = append(s.Values, unit*e)
		}
		line, design := []float64{}, mat.NewDense(n, 2, nil)
		trend, err := LinearTrend(s)
		if err != nil {
			t.Fatal(err)
		}
		for i, v := range s.Values {
			x, _ := s.XY(i)
			line = append(line, v-trend.Line.Intercept-trend.Line.Slope*x)
			design.SetRow(i, []float64{1, x})
		}
		return serialResiduals(line, design)
	}
	exact, normal := warn(102, 1), warn(103, 1)
	if exact == nil || normal == nil || math.Abs(math.Log(exact.P/normal.P)) > 1 {
		t.Errorf("of 102 points %+v, of 103 %+v", exact, normal)
	}
	for _, unit := range []float64{0x1p-700, 0x1p700} {
		if w := warn(102, unit); w == nil || math.Abs(w.P/exact.P-1) > 1e-9 {
			t.Errorf("in units of %v: %+v, want %+v", unit, w, exact)
		}
	}
}
