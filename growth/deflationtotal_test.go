package growth

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// parts are two goods: (quantity, price) in 2016, 2017, 2018 is (10,5), (11,6),
// (9,8) for A and (4,20), (5,18), (8,15) for B.
func parts() (nominal, prices []Series) {
	return []Series{{"A", "DKK", 2016, []float64{50, 66, 72}}, {"B", "DKK", 2016, []float64{80, 90, 120}}},
		[]Series{{"A", "", 2016, []float64{5, 6, 8}}, {"B", "", 2016, []float64{20, 18, 15}}}
}

// TestDeflateTotal works with quantities, which the function does not know.
func TestDeflateTotal(t *testing.T) {
	nominal, prices := parts()
	fixed, err := DeflateTotal(nominal, prices, 2016, FixedBase)
	if err != nil {
		t.Fatal(err)
	}
	// Quantities at the prices of 2016.
	if want := []float64{130, 11*5 + 5*20, 9*5 + 8*20}; !same(fixed.Total.Real.Values, want) {
		t.Errorf("fixed base %v, want %v", fixed.Total.Real.Values, want)
	}
	if !same(fixed.Discrepancy.Values, []float64{0, 0, 0}) || fixed.Total.Real.Unit != "DKK, 2016 prices" {
		t.Errorf("fixed base: %+v", fixed)
	}
	chained, err := DeflateTotal(nominal, prices, 2016, Chained)
	if err != nil {
		t.Fatal(err)
	}
	// Each year at the prices of the year before: 155/130, then 9·6+8·18 over 156.
	second := 155.
	third := second * (9*6 + 8*18) / 156
	if want := []float64{130, second, third}; !same(chained.Total.Real.Values, want) {
		t.Errorf("chained %v, want %v", chained.Total.Real.Values, want)
	}
	if want := []float64{0, 0, third - 205}; !same(chained.Discrepancy.Values, want) || chained.Discrepancy.Values[1] != 0 {
		t.Errorf("discrepancy %v, want %v", chained.Discrepancy.Values, want)
	}
	if c := chained.Total; c.Base != Chained || c.Real.Unit != "DKK, chained 2016 prices" || c.Nominal.Unit != "DKK, current prices" ||
		!same(c.Nominal.Values, []float64{130, 156, 192}) || !same(c.Prices.Values, []float64{100, 15600 / second, 19200 / third}) {
		t.Errorf("chained: %+v", c)
	}
	// The growth of the volume does not depend on the year of the prices.
	last, err := DeflateTotal(nominal, prices, 2018, Chained)
	if err != nil || last.Total.Real.Values[2] != 192 {
		t.Fatal(last, err)
	}
	for i := range 2 {
		a, b := chained.Total.Real.Values, last.Total.Real.Values
		if !near(a[i+1]/a[i], b[i+1]/b[i], 1e-15) {
			t.Errorf("growth %v in prices of 2016, %v in those of 2018", a[i+1]/a[i], b[i+1]/b[i])
		}
	}
	if FixedBase.String() != "fixed base" || Chained.String() != "chained" {
		t.Error(FixedBase, Chained)
	}
}

func TestDeflateTotalGaps(t *testing.T) {
	nominal, prices := parts()
	nominal[0].Values = append(nominal[0].Values, 80)
	nominal[1].Values = append(nominal[1].Values, 130)
	prices[0].Values = append(prices[0].Values, 9)
	prices[1].Values = append(prices[1].Values, 14)
	prices[1].Values[1] = nan
	chained, err := DeflateTotal(nominal, prices, 2016, Chained)
	if err != nil || !same(chained.Total.Real.Values, []float64{130, nan, nan, nan}) || !same(chained.Total.Nominal.Values, []float64{130, 156, 192, 210}) {
		t.Fatal(chained, err)
	}
	if w, ok := errors.AsType[*ChainBroken](errors.Join(chained.Total.Warnings...)); !ok || !slices.Equal(w.Years, []int{2017, 2018, 2019}) || !errors.Is(w, ErrNotKnown) {
		t.Errorf("warnings %v", chained.Total.Warnings)
	}
	fixed, err := DeflateTotal(nominal, prices, 2016, FixedBase)
	if err != nil || !same(fixed.Total.Real.Values, []float64{130, nan, 205, 80*5/9. + 130*20/14.}) {
		t.Fatal(fixed, err)
	}
	if w, ok := errors.AsType[*NotDeflated](errors.Join(fixed.Total.Warnings...)); !ok || !slices.Equal(w.Years, []int{2017}) {
		t.Errorf("warnings %v", fixed.Total.Warnings)
	}

	// A part that begins later leaves the total unknown before, not smaller.
	nominal, prices = parts()
	nominal[1] = Series{"B", "DKK", 2017, []float64{90, 120}}
	fixed, err = DeflateTotal(nominal, prices, 2018, FixedBase)
	if err != nil || !same(fixed.Total.Nominal.Values, []float64{nan, 156, 192}) || len(fixed.Total.Warnings) != 0 {
		t.Errorf("begins later: %+v, %v", fixed, err)
	}
}

func TestDeflateTotalEdges(t *testing.T) {
	nominal, prices := parts()
	other := slices.Clone(nominal)
	other[1].Unit = "EUR"
	zero := slices.Clone(nominal)
	zero[0].Values, zero[1].Values = []float64{0, 1, 2}, []float64{0, 1, 2}
	for _, c := range []struct {
		name            string
		nominal, prices []Series
		year            int
		want            error
	}{
		{"no parts", nil, nil, 2016, ErrTooFew},
		{"two currencies", other, prices, 2016, ErrUnit},
		{"base year outside", nominal, []Series{{FirstYear: 2010, Values: []float64{1}}, {FirstYear: 2010, Values: []float64{1}}}, 2010, ErrNotKnown},
		{"no price", nominal, prices, 2015, ErrNotKnown},
		{"no figure in the base year", []Series{{"A", "DKK", 2016, []float64{nan, 1}}, nominal[1]}, prices, 2016, ErrNotKnown},
		{"no figures", []Series{{}}, prices[:1], 2016, ErrNotKnown},
	} {
		for _, base := range []PriceBase{FixedBase, Chained} {
			if _, err := DeflateTotal(c.nominal, c.prices, c.year, base); !errors.Is(err, c.want) {
				t.Errorf("%s, %v: %v, want %v", c.name, base, err, c.want)
			}
		}
	}
	// No growth can be chained from a total of zero.
	d, err := DeflateTotal(zero, prices, 2018, Chained)
	if err != nil || !math.IsNaN(d.Total.Real.Values[0]) || math.IsNaN(d.Total.Real.Values[1]) || len(d.Total.Warnings) != 1 {
		t.Errorf("from zero: %+v, %v", d, err)
	}
	zero[0].Values = []float64{-9, 1, 2}
	if d, err = DeflateTotal(zero, prices, 2018, Chained); err != nil || !math.IsNaN(d.Total.Real.Values[0]) || math.IsNaN(d.Total.Real.Values[1]) {
		t.Errorf("from a loss: %+v, %v", d, err)
	}
	defer func() {
		if recover() == nil {
			t.Error("parts without prices did not panic")
		}
	}()
	_, _ = DeflateTotal(nominal, nil, 2016, Chained)
}

// TestChainedAgreesWithFixed where all prices move alike, for one part, and in
// the year after the base year.
func TestChainedAgreesWithFixed(t *testing.T) {
	rng := rand.New(rand.NewPCG(19, 20))
	for range 200 {
		alike := rng.IntN(2) == 0
		n := 1 + rng.IntN(6)
		if !alike {
			n = 1
		}
		common := make([]float64, 12)
		for i := range common {
			common[i] = 50 + 100*rng.Float64()
		}
		nominal, prices := make([]Series, n), make([]Series, n)
		for i := range n {
			scale := 1 + rng.Float64()
			for _, p := range common {
				nominal[i].Values = append(nominal[i].Values, 1e9*rng.Float64())
				prices[i].Values = append(prices[i].Values, p*scale)
			}
		}
		base := rng.IntN(12)
		fixed, err1 := DeflateTotal(nominal, prices, base, FixedBase)
		chained, err2 := DeflateTotal(nominal, prices, base, Chained)
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		for i := range 12 {
			if a, b := fixed.Total.Real.Values[i], chained.Total.Real.Values[i]; !near(b, a, 1e-14) || chained.Discrepancy.Values[i] != 0 {
				t.Fatalf("%d parts, year %d: fixed %v, chained %v, discrepancy %v", n, i, a, b, chained.Discrepancy.Values[i])
			}
		}
		// Parts in another order give the same bits.
		i, j := rng.IntN(n), rng.IntN(n)
		nominal[i], nominal[j] = nominal[j], nominal[i]
		prices[i], prices[j] = prices[j], prices[i]
		again, err := DeflateTotal(nominal, prices, base, Chained)
		if err != nil || !slices.Equal(again.Total.Real.Values, chained.Total.Real.Values) {
			t.Fatalf("in another order: %v, %v", again, err)
		}
	}
}
