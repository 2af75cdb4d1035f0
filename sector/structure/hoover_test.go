package structure

import (
	"math/rand/v2"
	"testing"
)

func TestHoover(t *testing.T) {
	for _, c := range []struct {
		x, reference []float64
		want         float64
	}{
		{[]float64{20, 10, 70, 0, 0}, []float64{0, 0, 0, 60, 40}, 1},
		{[]float64{20, 50, 20, 10}, nil, .25},
		{[]float64{20, 50, 20, 10}, []float64{7, 7, 7, 7}, .25},
		{[]float64{1, 3}, []float64{2, 6}, 0},
		{[]float64{4}, nil, 0},
		// The example of EconGeo's hoover_index: half the jobs, in three tenths of the population.
		{[]float64{0, 10, 10, 30, 50}, []float64{10, 15, 20, 25, 30}, .25},
	} {
		agree(t, "Hoover", ok[HooverIndex](t)(Hoover(c.x, c.reference)).Hoover, c.want, 1e-16)
	}
	// EconGeo's I2 is proportional to the population.
	pop := []float64{10, 15, 20, 25, 30}
	agree(t, "proportional", ok[HooverIndex](t)(Hoover(pop, pop)).Hoover, 0, 0)
}

// TestMerging: regions that are merged cannot be further from the reference than
// they were apart, and are exactly as far if both lie on the same side of it.
func TestMerging(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 2))
	for range 200 {
		n := 2 + rng.IntN(20)
		x, r := skewed(rng, n, true), skewed(rng, n, true)
		apart := ok[Specialisation](t)(Krugman(x, r))
		a, b := append([]float64{x[0] + x[1]}, x[2:]...), append([]float64{r[0] + r[1]}, r[2:]...)
		merged := ok[Specialisation](t)(Krugman(a, b))
		if merged.Krugman > apart.Krugman+1e-15 {
			t.Errorf("merged %v, apart %v", merged, apart)
		}
		s, q := ok[Composition](t)(Shares(x)).Shares, ok[Composition](t)(Shares(r)).Shares
		if (s[0]-q[0])*(s[1]-q[1]) > 0 {
			agree(t, "merged on the same side", merged.Krugman, apart.Krugman, 1e-14)
		}
		// Sides do not matter.
		agree(t, "the other way", ok[Specialisation](t)(Krugman(r, x)).Krugman, apart.Krugman, 0)
		h := ok[HooverIndex](t)(Hoover(x, r))
		agree(t, "halved", apart.Halved, h.Hoover, 0)
		agree(t, "half", 2*apart.Halved, apart.Krugman, 0)
	}
}
