package projection

import (
	"math"
	"testing"

	"smartcity/growth"
)

func TestPublishedBands(t *testing.T) {
	for _, c := range []struct {
		low, high        float64
		n, nLow, nHigh   float64
		baseLow, baseTop float64
	}{
		{37100, 50400, 7.01, 6.96, 7.07, 16776, 16805},
		{38900, 52800, 6.995, 6.944, 7.046, 17576, 17609},
	} {
		r, err := Claim{Range: band1217, Target: 2025, DataYear: 2018, Figures: []Figure{
			{Value: c.low, Kind: Level, End: Low}, {Value: c.high, Kind: Level, End: High}}}.Readings()
		if err != nil || len(r.List) != 1 || len(r.Bands) != 1 {
			t.Fatalf("%v–%v: %+v, %v", c.low, c.high, r, err)
		}
		b, fits := r.Bands[0], r.List[0].Bases
		for _, x := range []struct{ got, want, digit float64 }{
			{b.Years, c.n, .005}, {b.Between.Low, c.nLow, .005}, {b.Between.High, c.nHigh, .005},
			{fits.Low, c.baseLow, .5}, {fits.High, c.baseTop, .5},
		} {
			if math.Abs(x.got-x.want) > x.digit {
				t.Errorf("%v–%v: %v, want %v", c.low, c.high, x.got, x.want)
			}
		}
		if x := r.List[0]; x.BaseYear != 2018 || x.Grade != GradeB || x.Chance.Known() || !math.IsNaN(x.Chance.Share()) {
			t.Errorf("%v–%v: %+v", c.low, c.high, x)
		}
	}
}

// A band made with n years is solved by n years, whatever the signs of the
// rates; and an unknown base is found again.
func TestBandSolved(t *testing.T) {
	for _, r := range []growth.Range{band1217, {Low: .001, High: .002}, {Low: -.05, High: .03}, {Low: -.2, High: -.1}, {Low: .5, High: 8}} {
		for _, n := range []int{1, 2, 7, 30} {
			for _, k := range []Kind{Level, Gain} {
				const base = 17600.0
				low, high := r.Low.Compound(base, float64(n)), r.High.Compound(base, float64(n))
				if k == Gain {
					low, high = low-base, high-base
				}
				l := Figure{Value: low, Unit: math.Abs(low) / 1e6, Kind: k, End: Low}
				h := Figure{Value: high, Unit: math.Abs(high) / 1e6, Kind: k, End: High}
				b := newBand(l, h, k, r)
				if !b.Solved || math.Abs(b.Years-float64(n)) > 1e-5*float64(n) || b.Between.Low >= b.Years || b.Between.High <= b.Years {
					t.Errorf("%v of %v in %d years: %+v", k, r, n, b)
				}
				got, err := Claim{Range: r, Target: 2025, BaseYears: []int{2024, 2023, 2018, 1995}, Figures: []Figure{h, l}}.Readings()
				if err != nil {
					t.Fatal(err)
				}
				found := false
				for _, x := range got.List {
					if x.Years == n {
						found = x.Bases.Low < base && base < x.Bases.High && x.Grade == GradeB
						found = found && math.Abs(x.Base-base) < 1e-5*base && x.Fits[0].End == High && x.Fits[1].End == Low
					} else if b.Between.Low <= float64(x.Years) && float64(x.Years) < b.Between.High {
						continue // so wide that other years fit too
					} else {
						t.Errorf("%v of %v in %d years also fits %d", k, r, n, x.Years)
					}
				}
				if !found {
					t.Errorf("%v of %v in %d years: base not found: %+v", k, r, n, got.List)
				}
			}
		}
	}
}

func TestBandUnsolved(t *testing.T) {
	for _, c := range []struct {
		name      string
		low, high float64
		k         Kind
		r         growth.Range
	}{
		{"gains nearer than ln 1.17/ln 1.12", 100, 138, Gain, band1217},
		{"gains of no growth", 10, 100, Gain, growth.Range{Low: 0, High: .1}},
		{"a loss where growth is", -100, 100, Gain, band1217},
		{"a loss at the high end only", 100, 200, Gain, growth.Range{Low: -.2, High: -.1}},
		{"losses further apart than ln .9/ln .8", -100, -40, Gain, growth.Range{Low: -.2, High: -.1}},
		{"a million years", 1, 1e300, Gain, growth.Range{Low: 1e-9, High: 2e-9}},
	} {
		b := newBand(Figure{Value: c.low, Unit: 1}, Figure{Value: c.high, Unit: 1}, c.k, c.r)
		if b != (Band{Kind: c.k, Low: b.Low, High: b.High}) {
			t.Errorf("%s: %+v", c.name, b)
		}
	}
	// Units so coarse that an end of the band can be zero.
	b := newBand(Figure{Value: 10, Unit: 20}, Figure{Value: 30, Unit: 60}, Level, band1217)
	if !b.Solved || b.Between.Low != 0 || !math.IsInf(b.Between.High, 1) {
		t.Errorf("coarse units: %+v", b)
	}
}
