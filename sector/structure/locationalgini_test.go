package structure

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"
)

// TestLocationalGiniPublished compares with gini.conc and gini.spec of R's REAT
// (Farhauer and Kröll 2013), and DOMAIN.md.
func TestLocationalGiniPublished(t *testing.T) {
	g := ok[LocationalInequality](t)(LocationalGini([]float64{500, 500, 1000, 7000, 1000}, []float64{20000, 15000, 20000, 40000, 5000}))
	agree(t, "gini.conc", g.Gini, .4068966, 5e-8)
	g = ok[LocationalInequality](t)(LocationalGini([]float64{700, 600, 500, 10000, 40000}, []float64{30000, 15000, 10000, 60000, 50000}))
	agree(t, "gini.spec", g.Gini, .6222222, 5e-8)
}

// curveArea computes Krugman's area as EconGeo does: the sum of the triangles
// between the origin and the pieces of the localisation curve.
func curveArea(x, reference []float64) float64 {
	l, err := LocationQuotients(x, reference, nil)
	if err != nil {
		panic(err)
	}
	c, err := Lorenz(l.Quotients, reference)
	if err != nil {
		panic(err)
	}
	sum := 0.
	for i := 1; i < c.Len(); i++ {
		p, q := c.Points[i-1], c.Points[i]
		sum += q.Total*p.Items - p.Total*q.Items
	}
	return sum / 2
}

func TestLocationalGini(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 1))
	for range 200 {
		n := 2 + rng.IntN(20)
		x, r := skewed(rng, n, true), skewed(rng, n, false)
		g := ok[LocationalInequality](t)(LocationalGini(x, r))
		agree(t, "area", g.Area, curveArea(x, r), 1e-14)
		agree(t, "weighted", g.Weighted, 2*g.Area, 0)
		// DOMAIN.md's formula, 2/(n²·R̄)·Σ i(R_i − R̄).
		q := ok[Localisation](t)(LocationQuotients(x, r, nil)).Quotients
		agree(t, "of the quotients", g.Gini, ok[Inequality](t)(Gini(q, nil)).Gini, 1e-15)
		// A region split in two like parts changes the unweighted coefficient only.
		split := ok[LocationalInequality](t)(LocationalGini(append([]float64{x[0] / 4, x[0] * 3 / 4}, x[1:]...), append([]float64{r[0] / 4, r[0] * 3 / 4}, r[1:]...)))
		agree(t, "split", split.Weighted, g.Weighted, 1e-14)
		if same := ok[LocationalInequality](t)(LocationalGini(times(8, r), r)); same.Gini != 0 || same.Weighted != 0 || same.Area != 0 {
			t.Errorf("like the reference: %+v", same)
		}
	}
	g := ok[LocationalInequality](t)(LocationalGini([]float64{5}, []float64{7}))
	if g.Gini != 0 || g.Weighted != 0 || g.N != 1 {
		t.Errorf("one region: %+v", g)
	}
	// EconGeo's I3: three tenths of the people have all jobs.
	g = ok[LocationalInequality](t)(LocationalGini([]float64{0, 0, 0, 0, 1}, []float64{10, 15, 20, 25, 30}))
	agree(t, "weighted", g.Weighted, .7, 1e-15)
	agree(t, "unweighted", g.Gini, .8, 1e-15)
	g = ok[LocationalInequality](t)(LocationalGini([]float64{0, 4, 0, math.NaN()}, []float64{0, 2, 2, 1}))
	if g.N != 2 || g.LeftOut != 1 {
		t.Errorf("zero in both: %+v", g)
	}
	_, err := LocationalGini([]float64{1, 2}, []float64{0, 3})
	if e, found := errors.AsType[*FigureError](err); !found || e.Index != 0 || !errors.Is(err, ErrNoReference) {
		t.Errorf("no reference: %v", err)
	}
}
