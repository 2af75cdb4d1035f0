package projection

import (
	"testing"

	"smartcity/growth"
)

// The rates implied by a figure are open at the top: those of [110, 120) from
// 100 in a year are 10 % up to, but not, 20 %.
func TestWithin(t *testing.T) {
	for _, c := range []struct {
		r    growth.Range
		want bool
	}{
		{growth.Range{Low: .2, High: .3}, false}, {growth.Range{Low: .1999999, High: .3}, true},
		{growth.Range{Low: 0, High: .1}, true}, {growth.Range{Low: 0, High: .0999999}, false},
		{growth.Range{Low: .12, High: .13}, true}, {growth.Range{Low: 0, High: 1}, true},
	} {
		s := newSearch(Claim{Base: 100, BaseUnit: 1, Range: c.r, Figures: []Figure{{Value: 115, Unit: 10}}})
		h := hypothesis{search: s, factors: factorsOf(c.r, 1), kinds: []Kind{Level}}
		if got := h.within(0); got != c.want {
			t.Errorf("%v: %v", c.r, got)
		}
	}
}

// What follows is what a projection at the same rate arrives at.
func TestFactors(t *testing.T) {
	for _, r := range []growth.Range{band1217, {Low: -.5, High: .333333333333}, {Low: 1e-9, High: 4}} {
		for _, n := range []int{1, 7, 40, 200} {
			f := factorsOf(r, n)
			for _, c := range []struct{ got, want float64 }{
				{float(f.at(Level, Low)), r.Low.Compound(1, float64(n))},
				{float(f.at(Level, High)), r.High.Compound(1, float64(n))},
				{float(f.at(Gain, High)), r.High.Compound(1, float64(n)) - 1},
			} {
				if d := c.got/c.want - 1; d > 1e-13*float64(n) || d < -1e-13*float64(n) {
					t.Errorf("%v in %d years: %v, compounded %v", r, n, c.got, c.want)
				}
			}
		}
	}
}

// Of several intervals of bases the one nearest to the claim's is taken: 110 as a
// level at 0 % or 20 % in a year follows from bases around 110 or 92.
func TestNearestBase(t *testing.T) {
	around92, around110 := Interval{91.25, 92.08333333333333}, Interval{109.5, 110.5}
	for _, c := range []struct {
		base  float64
		end   End
		bases Interval
	}{
		{100, High, around92}, {100.7, High, around92}, {100.9, Low, around110}, {105, Low, around110}, {115, Low, around110}, {89, High, around92},
	} {
		r, err := Claim{Base: c.base, BaseUnit: 50, Range: growth.Range{High: .2}, Target: 2020, BaseYears: []int{2019},
			Figures: []Figure{{Value: 110, Unit: 1, Kind: Level}}}.Readings()
		if err != nil || len(r.List) != 1 {
			t.Fatalf("%+v, %v", r, err)
		}
		if x := r.List[0]; x.Grade != GradeB || x.Fits[0].End != c.end || x.Bases != c.bases {
			t.Errorf("from %v: %+v", c.base, x)
		}
	}
}

// Where both ends lead to a figure, the nearer one is named, and the low one if
// they are as near.
func TestNearestEnd(t *testing.T) {
	for _, c := range []struct {
		value float64
		want  End
	}{{110, Low}, {112, High}, {111, Low}} {
		r, err := Claim{Base: 100, Range: growth.Range{Low: .1, High: .12}, Target: 2020, BaseYears: []int{2019},
			Figures: []Figure{{Value: c.value, Unit: 10, Kind: Level}}}.Readings()
		if err != nil || len(r.List) != 1 || r.List[0].Grade != GradeA || r.List[0].Fits[0].End != c.want {
			t.Errorf("%v: %+v, %v", c.value, r, err)
		}
	}
}

// 110 is the level at 10 % and 150 the gain at 150 %, but a band is in one kind.
func TestBandInOneKind(t *testing.T) {
	r, err := Claim{Base: 100, Range: growth.Range{Low: .1, High: 1.5}, Target: 2020, BaseYears: []int{2019},
		Figures: []Figure{{Value: 110, End: Low}, {Value: 150, End: High}}}.Readings()
	if err != nil || len(r.List) != 0 {
		t.Errorf("%+v, %v", r, err)
	}
}
