package structure

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"smartcity/growth"
)

// austria is an example after Farhauer and Kröll (2014) that R's REAT publishes:
// plants in Vienna, Linz and Graz.
func austria() (plants [][]float64, all []float64) {
	return [][]float64{{200, 650, 12000, 100, 50}, {16000, 13000, 1500, 1500}, {25000}}, []float64{500000, 400000, 100000}
}

func TestEllisonGlaeserPublished(t *testing.T) {
	plants, all := austria()
	a := ok[Agglomeration](t)(EllisonGlaeserPlants(plants, all))
	agree(t, "gamma", a.Gamma, .05990628, 5e-9)
	if a.Plants != 10 || a.N != 3 || a.Warnings != nil {
		t.Errorf("%+v", a)
	}
	agree(t, "HHI", a.PlantHHI, ok[Concentration](t)(HHI(slices.Concat(plants...))).HHI, 0)
	b := ok[Agglomeration](t)(EllisonGlaeser([]float64{13000, 32000, 25000}, all, a.PlantHHI))
	agree(t, "from regions", b.Gamma, a.Gamma, 0)
	if !math.IsNaN(b.Z) || b.Plants != 0 {
		t.Errorf("from regions: %+v", b)
	}
	agree(t, "from shares", ok[Agglomeration](t)(EllisonGlaeser([]float64{13. / 70, 32. / 70, 25. / 70}, []float64{.5, .4, .1}, a.PlantHHI)).Gamma, a.Gamma, 1e-15)
}

// TestEllisonGlaeserAtRandom throws plants at regions with the probabilities of the
// dartboard, and compares mean and variance of G with what the result says.
func TestEllisonGlaeserAtRandom(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 1))
	sizes, x := []float64{100, 40, 20, 10, 10, 5, 5, 5, 5}, []float64{.5, .3, .15, .05}
	const throws = 40_000
	var g, g2, z2 growth.Sum
	gamma, expected := 0., 0.
	for range throws {
		plants := make([][]float64, len(x))
		for _, size := range sizes {
			at, u := 0, rng.Float64()
			for u >= x[at] && at < len(x)-1 {
				u -= x[at]
				at++
			}
			plants[at] = append(plants[at], size)
		}
		a := ok[Agglomeration](t)(EllisonGlaeserPlants(plants, x))
		g.Add(a.G)
		g2.Add((a.G - a.Expected) * (a.G - a.Expected))
		z2.Add(a.Z * a.Z)
		gamma += a.Gamma / throws
		expected = a.Expected
	}
	agree(t, "mean of G", g.Float64()/throws, expected, .01*expected)
	agree(t, "mean of gamma", gamma, 0, .005)
	agree(t, "variance of Z", z2.Float64()/throws, 1, .03)
}

func TestEllisonGlaeserLimits(t *testing.T) {
	nan := math.NaN()
	// Two equal plants in one of two equal regions: G = 1/2, Expected = 1/4.
	a := ok[Agglomeration](t)(EllisonGlaeserPlants([][]float64{{5, 5}, {}}, []float64{1, 1}))
	if a.Gamma != 1 || a.G != .5 || a.Expected != .25 {
		t.Errorf("together: %+v", a)
	}
	a = ok[Agglomeration](t)(EllisonGlaeserPlants([][]float64{{5}, {5}}, []float64{1, 1}))
	if a.Gamma != -1 || a.G != 0 {
		t.Errorf("apart: %+v", a)
	}
	for _, c := range []struct {
		plants [][]float64
		all    []float64
		want   error
	}{
		{[][]float64{{5}, {}}, []float64{1, 1}, ErrUndefined}, {[][]float64{{5}, {3}}, []float64{1, 0}, ErrNoReference}, {[][]float64{{5, 3}, {}}, []float64{1, 0}, ErrUndefined},
		{[][]float64{{5, 5}}, []float64{1}, ErrUndefined}, {[][]float64{{}, {}}, []float64{1, 1}, ErrEmpty},
		{[][]float64{{0}, {0}}, []float64{1, 1}, ErrZeroTotal}, {[][]float64{{5}, {5}}, []float64{0, 0}, ErrZeroTotal},
		{[][]float64{{5}}, []float64{1, 1}, ErrLength}, {[][]float64{{5}, {-5}}, []float64{1, 1}, ErrNegative},
		{[][]float64{{nan}, {nan, nan}}, []float64{1, 1}, ErrEmpty}, {[][]float64{{5}, {math.Inf(1)}}, []float64{1, 1}, ErrInfinite},
		{nil, nil, ErrEmpty}, {[][]float64{{math.MaxFloat64, math.MaxFloat64}, {1}}, []float64{1, 1}, ErrInfinite},
	} {
		if _, err := EllisonGlaeserPlants(c.plants, c.all); !errors.Is(err, c.want) {
			t.Errorf("%v of %v: %v, want %v", c.plants, c.all, err, c.want)
		}
	}
	for h, want := range map[float64]error{1: ErrUndefined, 1.5: ErrUndefined, -.1: ErrNegative, nan: growth.ErrNotKnown, math.Inf(1): ErrInfinite} {
		if _, err := EllisonGlaeser([]float64{1, 2}, []float64{1, 1}, h); !errors.Is(err, want) {
			t.Errorf("HHI of %v: %v, want %v", h, err, want)
		}
	}
	a = ok[Agglomeration](t)(EllisonGlaeser([]float64{1, 0}, []float64{1, 1}, 0)) // endlessly many plants
	agree(t, "gamma", a.Gamma, 1, 0)
}

func TestEllisonGlaeserLeavesOut(t *testing.T) {
	nan := math.NaN()
	a := ok[Agglomeration](t)(EllisonGlaeserPlants(
		[][]float64{{5, 2, nan}, {4}, {nan, nan}, {3, 3}, {}}, []float64{10, 20, 30, nan, 5}))
	want := ok[Agglomeration](t)(EllisonGlaeserPlants([][]float64{{5, 2}, {4}, {}}, []float64{10, 20, 5}))
	if a.Gamma != want.Gamma || a.Z != want.Z || a.N != 3 || a.LeftOut != 2 || a.Plants != 3 || a.PlantsLeftOut != 5 {
		t.Errorf("%+v, want %+v", a, want)
	}
	if !slices.Equal(a.Warnings, []error{Incomplete{3, 2}, PlantsLeftOut{3, 5}}) {
		t.Errorf("%v", a.Warnings)
	}
	if v := want.View(); len(v.Columns) != 9 || v.Rows[0][5] != growth.NumberOf(3) {
		t.Errorf("%+v", v)
	}
}
