package structure

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"
)

// TestKrugmanPublished compares with krugman.spec, krugman.conc and krugman.spec2
// of R's REAT (examples after Farhauer and Kröll 2013), and DOMAIN.md.
func TestKrugmanPublished(t *testing.T) {
	k := ok[Specialisation](t)(Krugman([]float64{20, 10, 70, 0, 0}, []float64{0, 0, 0, 60, 40}))
	agree(t, "krugman.spec", k.Krugman, 2, 0)
	agree(t, "halved", k.Halved, 1, 0)
	sector := []float64{4388, 37489, 129423, 60941}
	agree(t, "krugman.conc", ok[Specialisation](t)(Krugman(sector, times(.5, sector))).Krugman, 0, 0)

	sweden := []float64{45000, 15000, 32000, 10000, 30000}
	others := [][]float64{
		{35000, 12000, 30000, 8000, 22000}, {40000, 10000, 25000, 9000, 18000},
		{30000, 11000, 18000, 3000, 13000}, {40000, 6000, 11000, 2000, 12000},
	}
	k = ok[Specialisation](t)(KrugmanOthers(sweden, others))
	agree(t, "krugman.spec2", k.Krugman, .1595, .00005)
	// The mean structure weighs all the same: a country ten times as large makes no difference.
	others[3] = times(10, others[3])
	agree(t, "with a larger country", ok[Specialisation](t)(KrugmanOthers(sweden, others)).Krugman, k.Krugman, 1e-15)
}

// TestKrugmanNothingInCommon: rounded shares may add up to more than one, the
// index stays at its bound.
func TestKrugmanNothingInCommon(t *testing.T) {
	rng := rand.New(rand.NewPCG(10, 1))
	for range 200 {
		n := 1 + rng.IntN(20)
		x, y := append(skewed(rng, n, true), make([]float64, n)...), append(make([]float64, n), skewed(rng, n, true)...)
		if k := ok[Specialisation](t)(Krugman(x, y)); k.Krugman > 2 || k.Krugman < 2-1e-15 || k.Halved > 1 {
			t.Errorf("%+v", k)
		}
	}
}

func TestKrugmanOthers(t *testing.T) {
	x := []float64{1, 2, 3}
	if _, err := KrugmanOthers(x, nil); !errors.Is(err, ErrEmpty) {
		t.Errorf("without others: %v", err)
	}
	if _, err := KrugmanOthers(x, [][]float64{x, {0, 0, 0}}); !errors.Is(err, ErrZeroTotal) {
		t.Errorf("with an empty one: %v", err)
	}
	one, other := ok[Specialisation](t)(KrugmanOthers(x, [][]float64{{3, 2, 1}})), ok[Specialisation](t)(Krugman(x, []float64{3, 2, 1}))
	agree(t, "one other", one.Krugman, other.Krugman, 1e-15)
	// What is not known of one country is left out of all.
	k := ok[Specialisation](t)(KrugmanOthers([]float64{1, 2, 3, 4}, [][]float64{{1, 2, math.NaN(), 4}, {2, 2, 9, 2}}))
	want := ok[Specialisation](t)(KrugmanOthers([]float64{1, 2, 4}, [][]float64{{1, 2, 4}, {2, 2, 2}}))
	if k.Krugman != want.Krugman || k.LeftOut != 1 || k.N != 3 {
		t.Errorf("%+v, want %+v", k, want)
	}
}
