package structure

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestLorenz(t *testing.T) {
	c := ok[LorenzCurve](t)(Lorenz([]float64{20, 50, math.NaN(), 20, 10}, nil))
	want := []LorenzPoint{{0, 0}, {.25, .1}, {.5, .3}, {.75, .5}, {1, 1}}
	if !slices.Equal(c.Points, want) || c.N != 4 || c.LeftOut != 1 {
		t.Errorf("%+v, want %v", c, want)
	}
	x, y := c.XY(2)
	if c.Len() != 5 || x != .5 || y != .3 || len(c.View().Rows) != 5 {
		t.Errorf("%d points, the third %v, %v", c.Len(), x, y)
	}
	c = ok[LorenzCurve](t)(Lorenz([]float64{4, 1, 9}, []float64{1, 4, 0}))
	if want := []LorenzPoint{{0, 0}, {.8, .5}, {1, 1}}; !slices.Equal(c.Points, want) {
		t.Errorf("%+v, want %v", c, want)
	}
}

// Equal figures lie on the diagonal, and rounding lifts no point above it.
func TestLorenzBelowDiagonal(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 1))
	for range 500 {
		n := 2 + rng.IntN(12)
		x, w := make([]float64, n), make([]float64, n)
		figure := math.Exp(rng.NormFloat64())
		for i := range x {
			x[i], w[i] = figure, math.Exp(2*rng.NormFloat64())
		}
		c := ok[LorenzCurve](t)(Lorenz(x, w))
		for i, p := range c.Points {
			if p.Total > p.Items || p.Items-p.Total > 1e-15 || i > 0 && (p.Total < c.Points[i-1].Total || p.Items < c.Points[i-1].Items) {
				t.Fatalf("figure %v with weights %v: point %d is %v", figure, w, i, p)
			}
		}
		if end := c.Points[n]; end != (LorenzPoint{1, 1}) {
			t.Errorf("it ends at %v", end)
		}
	}
}

// TestLorenzArea compares twice the area between curve and diagonal, by
// trapezoids, with the Gini coefficient, and the largest distance with the
// Hoover index.
func TestLorenzArea(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 1))
	for range 200 {
		n := 1 + rng.IntN(40)
		x, w := skewed(rng, n, true), skewed(rng, n, false)
		for _, weights := range [][]float64{nil, w} {
			c := ok[LorenzCurve](t)(Lorenz(x, weights))
			area, distance := 0., 0.
			for i := 1; i < c.Len(); i++ {
				p, q := c.Points[i-1], c.Points[i]
				area += (q.Items - p.Items) * (q.Total + p.Total)
				distance = max(distance, q.Items-q.Total)
				if i > 1 && (q.Total-p.Total)*(p.Items-c.Points[i-2].Items)+1e-15 < (p.Total-c.Points[i-2].Total)*(q.Items-p.Items) {
					t.Errorf("not convex at %d in %v", i, c.Points)
				}
			}
			agree(t, "area", 1-area, ok[Inequality](t)(Gini(x, weights)).Gini, 1e-14)
			sums := slices.Clone(x)
			for i := range sums {
				if weights != nil {
					sums[i] *= weights[i]
				}
			}
			agree(t, "distance", distance, ok[HooverIndex](t)(Hoover(sums, weights)).Hoover, 1e-14)
		}
	}
}
