package structure

import (
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"smartcity/growth"
)

func TestLocationQuotients(t *testing.T) {
	nan := math.NaN()
	region, reference := []float64{10, 30, nan, 60, 5, 0}, []float64{100, 100, 50, 200, nan, 0}
	l := ok[Localisation](t)(LocationQuotients(region, reference, nil))
	for i, want := range []struct{ q, s, r float64 }{
		{.4, .1, .25}, {1.2, .3, .25}, {nan, nan, nan}, {1.2, .6, .5}, {nan, nan, nan}, {nan, 0, 0},
	} {
		agree(t, "quotient", l.Quotients[i], want.q, 1e-15)
		agree(t, "share", l.Shares[i], want.s, 0)
		agree(t, "reference share", l.ReferenceShares[i], want.r, 0)
	}
	if want := []error{Incomplete{4, 2}, Unreferenced{[]int{5}}}; l.N != 4 || l.LeftOut != 2 || !reflect.DeepEqual(l.Warnings, want) {
		t.Errorf("%+v", l.Coverage)
	}
	v := l.View()
	if len(v.Rows) != 6 || v.Rows[5][3].Kind != growth.MissingEntry || v.Rows[5][1] != growth.NumberOf(0) || v.Rows[0][0] != growth.TextOf("1") {
		t.Errorf("%+v", v)
	}
	// A sector the reference lacks is a part of the region all the same.
	l = ok[Localisation](t)(LocationQuotients([]float64{1, 3}, []float64{0, 5}, nil))
	agree(t, "beside a sector without a reference", l.Quotients[1], .75, 0)
	if len(l.Warnings) != 1 || !math.IsNaN(l.Quotients[0]) {
		t.Errorf("%+v", l)
	}
}

func TestLocationQuotientsTotals(t *testing.T) {
	o := LocationOptions{RegionTotal: 79006, ReferenceTotal: 15593224}
	l := ok[Localisation](t)(LocationQuotients([]float64{1714, 800}, []float64{879213, 20000}, &o))
	for i, want := range []float64{.3847623, ok[float64](t)(LocationQuotient(800, 79006, 20000, 15593224))} {
		agree(t, "quotient", l.Quotients[i], want, 5e-8)
	}
	// What is not known changes nothing where the totals contain it.
	l = ok[Localisation](t)(LocationQuotients([]float64{1, math.NaN(), 3}, []float64{1, 1, 2}, &LocationOptions{RegionTotal: 8, ReferenceTotal: 4}))
	agree(t, "with totals", l.Quotients[0], .5, 0)
	agree(t, "with totals", l.Quotients[2], .75, 0)
	// Rounded figures may add up to more than their total: a word, not a refusal.
	l = ok[Localisation](t)(LocationQuotients([]float64{5, 6}, []float64{1, 1}, &LocationOptions{RegionTotal: 10, ReferenceTotal: 2}))
	if len(l.Warnings) != 1 || l.Warnings[0] != (PartsExceed{"region", 11, 10}) {
		t.Errorf("%+v", l)
	}
	l = ok[Localisation](t)(LocationQuotients([]float64{.1, .2}, []float64{1, 1}, &LocationOptions{RegionTotal: .3, ReferenceTotal: 2}))
	if l.Warnings != nil {
		t.Errorf("%+v", l)
	}
	for _, c := range []struct {
		o    LocationOptions
		want error
	}{
		{LocationOptions{RegionTotal: 2, ReferenceTotal: 2}, ErrPart}, {LocationOptions{RegionTotal: 4, ReferenceTotal: -1}, ErrNegative},
		{LocationOptions{RegionTotal: math.NaN(), ReferenceTotal: 2}, growth.ErrNotKnown}, {LocationOptions{RegionTotal: 4, ReferenceTotal: math.Inf(1)}, ErrInfinite},
		{LocationOptions{RegionTotal: 4}, ErrZeroTotal}, {LocationOptions{ReferenceTotal: 4}, ErrZeroTotal},
	} {
		if _, err := LocationQuotients([]float64{1, 3}, []float64{1, 1}, &c.o); !errors.Is(err, c.want) {
			t.Errorf("%+v: %v", c.o, err)
		}
	}
	if _, err := LocationQuotients([]float64{1.5e308, 1.5e308}, []float64{1, 1}, &LocationOptions{RegionTotal: 1.7e308, ReferenceTotal: 2}); !errors.Is(err, ErrInfinite) {
		t.Errorf("parts beyond float64: %v", err)
	}
	if _, err := LocationQuotients([]float64{0, 0}, []float64{1, 1}, &LocationOptions{RegionTotal: 8, ReferenceTotal: 2}); !errors.Is(err, ErrZeroTotal) {
		t.Errorf("nothing known but zeros: %v", err)
	}
}

// An item without a reference has no quotient, and its part of the region is
// lacking in the mean.
func TestLocationQuotientsMeanUnreferenced(t *testing.T) {
	l := ok[Localisation](t)(LocationQuotients([]float64{10, 20, 10}, []float64{100, 0, 300}, nil))
	mean := l.Quotients[0]*l.ReferenceShares[0] + l.Quotients[2]*l.ReferenceShares[2]
	if mean != 1-l.Shares[1] || mean != .5 || !slices.ContainsFunc(l.Warnings, func(w error) bool { _, ok := w.(Unreferenced); return ok }) {
		t.Errorf("mean %v, shares %v, warnings %v", mean, l.Shares, l.Warnings)
	}
}

// TestLocationQuotientsProperties: the mean weighted with the reference is 1, the
// quotients of merged regions are the mean of theirs weighted with the regions,
// and a region like its reference has quotients of 1.
func TestLocationQuotientsProperties(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 1))
	for range 200 {
		n := 1 + rng.IntN(20)
		a, b, reference := skewed(rng, n, true), skewed(rng, n, true), skewed(rng, n, false)
		l := ok[Localisation](t)(LocationQuotients(a, reference, nil))
		var mean growth.Sum
		for i, q := range l.Quotients {
			mean.Add(q * l.ReferenceShares[i])
			agree(t, "one by one", q, ok[float64](t)(LocationQuotient(a[i], total(a), reference[i], total(reference))), 1e-15*q)
		}
		agree(t, "weighted mean", mean.Float64(), 1, 1e-14)
		both := make([]float64, n)
		for i := range both {
			both[i] = a[i] + b[i]
		}
		m, merged := ok[Localisation](t)(LocationQuotients(b, reference, nil)), ok[Localisation](t)(LocationQuotients(both, reference, nil))
		for i, q := range merged.Quotients {
			want := (l.Quotients[i]*total(a) + m.Quotients[i]*total(b)) / total(both)
			agree(t, "merged", q, want, 1e-13*want)
		}
		for _, q := range ok[Localisation](t)(LocationQuotients(times(4, reference), reference, nil)).Quotients {
			agree(t, "like the reference", q, 1, 0)
		}
	}
}
