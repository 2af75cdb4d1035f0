package structure

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// TestGiniPublished compares with published figures: gini of R's REAT (Dörsam
// 2004; GDP of the German Länder 2015), Gini of R's ineq and DescTools, and
// DOMAIN.md.
func TestGiniPublished(t *testing.T) {
	g := ok[Inequality](t)(Gini([]float64{20, 50, 20, 10}, nil))
	agree(t, "REAT gini", g.Gini, .3, 0)
	agree(t, "REAT gini, normalised", g.Normalised, .4, 0)
	agree(t, "maximum", g.Maximum, .75, 0)

	income, size := []float64{500, 1500, 2500, 4000, 7500, 15000}, []float64{1000, 1200, 1600, 400, 200, 600}
	g = ok[Inequality](t)(Gini(income, size))
	agree(t, "REAT gini, weighted", g.Gini, .5278, .00005)
	agree(t, "REAT gini, weighted and normalised", g.Normalised, g.Gini*6/5, 1e-15)

	gdp := []float64{
		460.69, 549.19, 124.16, 65.29, 31.59, 109.27, 263.44, 39.87, 258.53, 645.59, 131.95, 35.03, 112.66, 56.22, 85.61, 56.81,
	}
	agree(t, "REAT gini of GDP", ok[Inequality](t)(Gini(gdp, nil)).Gini, .5009, .00005)

	g = ok[Inequality](t)(Gini([]float64{541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261}, nil))
	agree(t, "ineq Gini", g.Gini, .462091130267624, 1e-15)
	agree(t, "ineq Gini, corrected", g.Normalised, .5134346, 5e-8)

	agree(t, "DescTools Gini", ok[Inequality](t)(Gini([]float64{10, 10, 0, 0, 0}, nil)).Gini, .6, 1e-16)
	agree(t, "DescTools Gini, weighted", ok[Inequality](t)(Gini([]float64{10, 0}, []float64{2, 3})).Gini, .6, 1e-16)
}

// pairwise computes the definition, the mean difference of all pairs, exactly.
func pairwise(x, w []float64) float64 {
	rat := func(v float64) *big.Rat { return new(big.Rat).SetFloat64(v) }
	sum, weight, wx := new(big.Rat), new(big.Rat), new(big.Rat)
	for i := range x {
		weight.Add(weight, rat(w[i]))
		wx.Add(wx, new(big.Rat).Mul(rat(w[i]), rat(x[i])))
		for j := range x {
			d := rat(x[i])
			d.Abs(d.Sub(d, rat(x[j])))
			sum.Add(sum, d.Mul(d, new(big.Rat).Mul(rat(w[i]), rat(w[j]))))
		}
	}
	// sum/(2·weight²·mean) with mean = wx/weight
	g, _ := sum.Quo(sum, new(big.Rat).Mul(big.NewRat(2, 1), weight.Mul(weight, wx))).Float64()
	return g
}

func TestGiniExact(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 1))
	for range 60 {
		n := 1 + rng.IntN(15)
		x, w, ones := skewed(rng, n, true), skewed(rng, n, true), make([]float64, n)
		for i := range ones {
			ones[i] = 1
		}
		x[0], w[0] = x[0]+1, w[0]+1
		want := pairwise(x, ones)
		agree(t, "Gini", ok[Inequality](t)(Gini(x, nil)).Gini, want, 1e-15*want)
		agree(t, "Gini, equal weights", ok[Inequality](t)(Gini(x, times(.25, ones))).Gini, want, 1e-15*want)
		want = pairwise(x, w)
		agree(t, "weighted Gini", ok[Inequality](t)(Gini(x, w)).Gini, want, 1e-14*want+1e-16)
	}
	// Nearly equal figures keep their digits.
	x := []float64{1e6, 1e6 + .25, 1e6 + .5, 1e6 - .125}
	want := pairwise(x, []float64{1, 1, 1, 1})
	agree(t, "nearly equal", ok[Inequality](t)(Gini(x, nil)).Gini, want, 1e-15*want)
}

// TestWeightsAreCopies: an item of weight k is k items of weight 1, for every
// weighted measure.
func TestWeightsAreCopies(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2))
	for range 100 {
		x := skewed(rng, 1+rng.IntN(12), false)
		w := make([]float64, len(x))
		var copies []float64
		var groups, copiedGroups []string
		for i, v := range x {
			w[i] = float64(rng.IntN(4))
			groups = append(groups, string(rune('a'+i%3)))
			for range int(w[i]) {
				copies = append(copies, v)
				copiedGroups = append(copiedGroups, groups[i])
			}
		}
		if len(copies) == 0 {
			continue
		}
		agree(t, "Gini", ok[Inequality](t)(Gini(x, w)).Gini, ok[Inequality](t)(Gini(copies, nil)).Gini, 1e-14)
		a, b := ok[TheilIndex](t)(Theil(x, w)), ok[TheilIndex](t)(Theil(copies, nil))
		agree(t, "T", a.T, b.T, 1e-14)
		agree(t, "L", a.L, b.L, 1e-14)
		c, d := ok[TheilDecomposition](t)(TheilGroups(x, w, groups)), ok[TheilDecomposition](t)(TheilGroups(copies, nil, copiedGroups))
		agree(t, "within T", c.WithinT, d.WithinT, 1e-14)
		agree(t, "between L", c.BetweenL, d.BetweenL, 1e-14)
	}
}

func TestGiniBounds(t *testing.T) {
	for _, n := range []int{2, 5, 1000} {
		same, single := make([]float64, n), make([]float64, n)
		for i := range same {
			same[i] = .1
		}
		single[n/2] = .3
		if g := ok[Inequality](t)(Gini(same, nil)); g.Gini != 0 || g.Normalised != 0 {
			t.Errorf("%d equal figures: %+v", n, g)
		}
		g := ok[Inequality](t)(Gini(single, nil))
		agree(t, "one has all", g.Gini, 1-1/float64(n), 1e-15)
		agree(t, "maximum", g.Maximum, g.Gini, 1e-15)
		agree(t, "normalised", g.Normalised, 1, 1e-15)
	}
	g := ok[Inequality](t)(Gini([]float64{7}, nil))
	if g.Gini != 0 || g.Maximum != 0 || !math.IsNaN(g.Normalised) {
		t.Errorf("one figure: %+v", g)
	}
}

// TestGiniAboveOne: where weights differ much, n/(n−1) is too much, and there is
// a word about it.
func TestGiniAboveOne(t *testing.T) {
	g := ok[Inequality](t)(Gini([]float64{0, 8, 3}, []float64{99, 1, 0}))
	agree(t, "Gini", g.Gini, .99, 1e-15)
	agree(t, "maximum", g.Maximum, .99, 1e-15)
	agree(t, "normalised", g.Normalised, 1.98, 1e-15)
	if g.N != 2 || len(g.Warnings) != 1 || g.Warnings[0] != (AboveOne{g.Normalised}) {
		t.Errorf("%+v", g)
	}
}

// TestTransfers: k copies of everything change nothing, and a transfer from high
// to low that does not reverse their order lowers every measure of inequality.
func TestTransfers(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 3))
	for range 200 {
		x := skewed(rng, 3+rng.IntN(20), false)
		three := append(append(append([]float64{}, x...), x...), x...)
		g, h := ok[Inequality](t)(Gini(x, nil)), ok[TheilIndex](t)(Theil(x, nil))
		g3, h3 := ok[Inequality](t)(Gini(three, nil)), ok[TheilIndex](t)(Theil(three, nil))
		agree(t, "Gini of three copies", g3.Gini, g.Gini, 1e-15)
		agree(t, "T of three copies", h3.T, h.T, 1e-14)
		agree(t, "L of three copies", h3.L, h.L, 1e-14)
		if math.Abs(x[0]-x[1]) < .25 {
			continue
		}
		gap := (x[0] - x[1]) / 4
		y := append([]float64{x[0] - gap, x[1] + gap}, x[2:]...)
		g2, h2 := ok[Inequality](t)(Gini(y, nil)), ok[TheilIndex](t)(Theil(y, nil))
		if !(g2.Gini < g.Gini && h2.T < h.T && h2.L < h.L) {
			t.Errorf("transfer of %v in %v: Gini %v to %v, T %v to %v, L %v to %v", gap, x, g.Gini, g2.Gini, h.T, h2.T, h.L, h2.L)
		}
	}
}

func BenchmarkGini(b *testing.B) {
	x := skewed(rand.New(rand.NewPCG(2, 4)), 100_000, true)
	for b.Loop() {
		if _, err := Gini(x, nil); err != nil {
			b.Fatal(err)
		}
	}
}
