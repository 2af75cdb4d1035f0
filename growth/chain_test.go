package growth

import (
	"errors"
	"math"
	"testing"
)

func TestChain(t *testing.T) {
	// Statistics Denmark's way: inflation of 2 %, 3 %, −1 % after 2014.
	changes := Series{"CPI", "fraction a year", 2015, []float64{.02, .03, -.01}}
	index, err := changes.Chain(2014)
	if err != nil || index.FirstYear != 2014 || index.Unit != "index 2014 = 100" || index.Name != "CPI" {
		t.Fatal(index, err)
	}
	if want := []float64{100, 102, 105.06, 104.0094}; !same(index.Values, want) {
		t.Errorf("index %v, want %v", index.Values, want)
	}
	index, err = changes.Chain(2016)
	if want := []float64{100 / 1.02 / 1.03, 100 / 1.03, 100, 99}; err != nil || !same(index.Values, want) {
		t.Errorf("back from 2016: %v, %v; want %v", index.Values, err, want)
	}

	broken := Series{"", "", 2014, []float64{nan, .1, nan, .1, .1, nan, .5}}
	index, err = broken.Chain(2017)
	if want := []float64{nan, nan, 100 / 1.1, 100, 110, nan, nan}; err != nil || index.FirstYear != 2014 || !same(index.Values, want) {
		t.Errorf("broken: %v, %v; want %v", index.Values, err, want)
	}

	for _, c := range []struct {
		name    string
		changes []float64
		base    int
		want    error
	}{
		{"base outside", []float64{.1}, 2016, ErrNotKnown},
		{"base before", []float64{nan, .1}, 2013, ErrNotKnown},
		{"nothing", nil, 2014, ErrNotKnown},
		{"infinite", []float64{math.Inf(1)}, 2014, ErrNotKnown},
		{"loses everything", []float64{-1}, 2014, ErrNoGrowth},
		{"an index number", []float64{102.3}, 2014, ErrUnit},
	} {
		if _, err := (Series{FirstYear: 2014, Values: c.changes}).Chain(c.base); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}

// TestChainInvertsChanges: from levels to changes and back, from any base year.
func TestChainInvertsChanges(t *testing.T) {
	s := Series{"", "FTE", 2000, nil}
	for i := range 40 {
		s.Values = append(s.Values, 1000+300*math.Sin(float64(i))+50*float64(i))
	}
	for _, base := range []int{2000, 2017, 2039} {
		want, err := s.Index(base)
		if err != nil {
			t.Fatal(err)
		}
		got, err := s.Changes().Chain(base)
		if err != nil || got.FirstYear != 2000 || got.Len() != 40 || got.Unit != want.Unit {
			t.Fatal(got, err)
		}
		for i := range want.Values {
			if !near(got.Values[i], want.Values[i], 1e-14) {
				t.Errorf("base %d: %v in %d, want %v", base, got.Values[i], 2000+i, want.Values[i])
			}
		}
	}
}
