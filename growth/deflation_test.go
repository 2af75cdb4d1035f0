package growth

import (
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestDeflate(t *testing.T) {
	revenue := Series{"Energy", "DKK", 2014, []float64{100, 110, nan, 130, 140}}
	prices := Series{"CPI", "index 2010 = 100", 2013, []float64{120, 125, 128, 130, 135}} // none for 2018
	d, err := Deflate(revenue, prices, 2014)
	if err != nil {
		t.Fatal(err)
	}
	// Real = nominal·P_base/P_t, DOMAIN.md, section 3.
	if want := []float64{100, 107.421875, nan, 130 * 125 / 135., nan}; !same(d.Real.Values, want) || !same(d.Nominal.Values, revenue.Values) {
		t.Errorf("real %v, want %v", d.Real.Values, want)
	}
	if d.Nominal.Unit != "DKK, current prices" || d.Real.Unit != "DKK, 2014 prices" || d.Prices.Unit != "index 2014 = 100" || d.Real.FirstYear != 2014 || d.Base != FixedBase || d.Real.Name != "Energy" {
		t.Errorf("labels: %+v", d)
	}
	if !same(d.Prices.Values, []float64{96, 100, 102.4, 104, 108}) {
		t.Errorf("prices %v", d.Prices.Values)
	}
	w, ok := errors.AsType[*NotDeflated](errors.Join(d.Warnings...))
	if !ok || len(d.Warnings) != 1 || w.Name != "Energy" || !slices.Equal(w.Years, []int{2018}) || !errors.Is(w, ErrNotKnown) {
		t.Errorf("warnings %v", d.Warnings)
	}
	// The year in which the index is 100 does not matter.
	index, err := prices.Index(2016)
	if err != nil {
		t.Fatal(err)
	}
	other, err := Deflate(d.Nominal, index, 2014) // that is in current prices, too
	if err != nil || !same(other.Real.Values, d.Real.Values) || other.Nominal.Unit != d.Nominal.Unit {
		t.Errorf("with the index of 2016: %+v, %v", other, err)
	}
}

func TestDeflateUnits(t *testing.T) {
	prices := Series{FirstYear: 2014, Values: []float64{100, 102}}
	for _, c := range []struct{ unit, nominal, real string }{
		{"", "current prices", "2015 prices"},
		{"current prices", "current prices", "2015 prices"},
		{"mio. DKK", "mio. DKK, current prices", "mio. DKK, 2015 prices"},
	} {
		d, err := Deflate(Series{Unit: c.unit, FirstYear: 2014, Values: []float64{1, 2}}, prices, 2015)
		if err != nil || d.Nominal.Unit != c.nominal || d.Real.Unit != c.real {
			t.Errorf("%q: %+v, %v", c.unit, d, err)
		}
	}
	for _, unit := range []string{"DKK, 2014 prices", "DKK, chained 2014 prices", "2015 prices"} {
		if _, err := Deflate(Series{Unit: unit, FirstYear: 2014, Values: []float64{1, 2}}, prices, 2015); !errors.Is(err, ErrUnit) {
			t.Errorf("%q deflated twice: %v", unit, err)
		}
	}
}

func TestDeflateEdges(t *testing.T) {
	money := Series{Name: "x", FirstYear: 2014, Values: []float64{1, 2}}
	for _, c := range []struct {
		name          string
		money, prices []float64
		year          int
		want          error
	}{
		{"no price in the base year", money.Values, []float64{nan, 100}, 2014, ErrNotKnown},
		{"base year outside", money.Values, []float64{100, 100}, 2020, ErrNotKnown},
		{"no prices", money.Values, nil, 2014, ErrNotKnown},
		{"price of zero", money.Values, []float64{100, 0}, 2014, ErrNotPositive},
		{"negative price", money.Values, []float64{100, -1}, 2014, ErrNotPositive},
		{"infinite price", money.Values, []float64{100, math.Inf(1)}, 2014, ErrNotKnown},
		{"infinite figure", []float64{1, math.Inf(1)}, []float64{100, 100}, 2014, ErrNotKnown},
	} {
		_, err := Deflate(Series{FirstYear: 2014, Values: c.money}, Series{FirstYear: 2014, Values: c.prices}, c.year)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	d, err := Deflate(Series{}, Series{FirstYear: 2014, Values: []float64{100}}, 2014)
	if err != nil || d.Real.Len() != 0 || len(d.View().Rows) != 0 {
		t.Errorf("nothing: %+v, %v", d, err)
	}
	d, err = Deflate(Series{FirstYear: 2014, Values: []float64{0, -50}}, Series{FirstYear: 2014, Values: []float64{100, 200}}, 2014)
	if err != nil || !same(d.Real.Values, []float64{0, -25}) {
		t.Errorf("zero and a loss: %+v, %v", d, err)
	}
}

// TestDeflateKeepsBaseYear: in the base year nothing changes, to the last bit,
// and other years are rounded once.
func TestDeflateKeepsBaseYear(t *testing.T) {
	rng := rand.New(rand.NewPCG(17, 18))
	for range 2000 {
		x, p, q := rng.Float64()*1e10, 50+rng.Float64()*100, 50+rng.Float64()*100
		d, err := Deflate(Series{FirstYear: 2014, Values: []float64{x, x}}, Series{FirstYear: 2014, Values: []float64{p, q}}, 2014)
		next := new(big.Float).SetPrec(500).Mul(bigOf(x), bigOf(p))
		rounded, _ := next.Quo(next, bigOf(q)).Float64()
		if err != nil || d.Real.Values[0] != x || d.Prices.Values[0] != 100 || d.Real.Values[1] != rounded {
			t.Fatalf("%v at %v: %+v, %v", x, p, d, err)
		}
	}
}
