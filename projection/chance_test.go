package projection

import (
	"fmt"
	"math"
	"strconv"
	"testing"

	"smartcity/growth"
)

// TestChance counts, figure by figure, through the grading itself.
func TestChance(t *testing.T) {
	for i, c := range []struct {
		base, baseUnit float64
		r              growth.Range
		years          []int
		kind           Kind
		mantissa       int // unit = mantissa·10^exponent
		exponent       int
	}{
		{17600, 100, band1217, []int{2017, 2018, 2019}, UnknownKind, 1, 2},
		{18000, 1000, band1217, []int{2017, 2018, 2019}, UnknownKind, 1, 3},
		{17600, 100, band1217, []int{2018, 2019}, Level, 1, 2},
		{17600, 100, band1217, []int{2018, 2019}, Gain, 5, 1},
		{176, 1, band1217, []int{2020, 2022}, UnknownKind, 1, -1},
		{17.6, .1, growth.Range{Low: .12, High: .125}, []int{2015, 2019, 2024}, UnknownKind, 25, -2},
		{100, 10, growth.Range{Low: .1, High: .2}, []int{2024, 2023}, Level, 1, 0}, // edges
		{100, 10, growth.Range{Low: .1, High: .1}, []int{2024, 2014}, Level, 1, 0}, // [95, 105)·1.1 ends where 116 begins
		{100, 10, growth.Range{Low: .1, High: .2}, []int{2024, 2023}, UnknownKind, 10, 0},
		{95, 10, growth.Range{Low: 0, High: .2}, []int{2024, 2022}, UnknownKind, 1, 0},
		{100, 220, growth.Range{Low: -.1, High: .2}, []int{2024, 2022}, UnknownKind, 1, 0}, // base from 0
		{100, 10, growth.Range{Low: -.1, High: 0}, []int{2024}, UnknownKind, 1, 0},
		{100, 10, growth.Range{Low: -.2, High: -.1}, []int{2024}, UnknownKind, 1, 0}, // no figures
	} {
		if testing.Short() && i%4 != 1 {
			continue
		}
		unit, _ := strconv.ParseFloat(fmt.Sprintf("%de%d", c.mantissa, c.exponent), 64)
		claim := Claim{Base: c.base, BaseUnit: c.baseUnit, Range: c.r, Target: 2025, BaseYears: c.years}
		n := claim.Target - c.years[0]
		for _, y := range c.years {
			n = max(n, claim.Target-y)
		}
		var figures float64
		var explained [4]float64
		slack := 1e-9 * c.base
		for k := int(math.Ceil((c.base - slack) / unit)); float64(k)*unit <= c.r.High.Compound(c.base, float64(n))+slack; k++ {
			value, _ := strconv.ParseFloat(fmt.Sprintf("%de%d", k*c.mantissa, c.exponent), 64)
			claim.Figures = []Figure{{Value: value, Unit: unit, Kind: c.kind}}
			r, err := claim.Readings()
			if err != nil {
				t.Fatal(err)
			}
			figures++
			if len(r.List) > 0 {
				for g := r.List[0].Grade; g <= GradeC; g++ {
					explained[g]++
				}
			}
		}
		claim.Figures = []Figure{{Value: c.base, Unit: unit, Kind: c.kind}}
		filled, err := claim.filled()
		if err != nil {
			t.Fatal(err)
		}
		for g := GradeA; g <= GradeC; g++ {
			want := Chance{explained[g], figures}
			if got := newSearch(filled).chanceOf(0, g); got != want {
				t.Errorf("%+v, grade %v: %v, counted %v", c, g, got, want)
			}
		}
	}
}

// The figures of a band are counted at their own end.
func TestChanceOfBand(t *testing.T) {
	claim := Claim{Base: 17600, Range: band1217, Target: 2025, DataYear: 2018,
		Figures: []Figure{{Value: 38900, Unit: 100, End: Low}, {Value: 52800, Unit: 100, End: High}}}
	r, err := claim.Readings()
	if err != nil {
		t.Fatal(err)
	}
	s := newSearch(r.Claim)
	for i := range r.Claim.Figures {
		for g := GradeA; g <= GradeC; g++ {
			want := Chance{Figures: 443}
			for k := 176; k <= 618; k++ {
				s.figures[i] = newPrinted(float64(100*k), 100)
				best := Reading{}
				for _, year := range r.Claim.BaseYears {
					h := hypothesis{search: s, factors: factorsOf(band1217, 2025-year), kinds: make([]Kind, 2)}
					for _, h.kinds[i] = range []Kind{Level, Gain} {
						if grade, _ := h.grade(); (Reading{Grade: grade}).rank() < best.rank() {
							best.Grade = grade
						}
					}
				}
				if best.rank() <= g {
					want.Explained++
				}
			}
			if got := s.chanceOf(i, g); got != want {
				t.Errorf("figure %d, grade %v: %v, counted %v", i+1, g, got, want)
			}
		}
	}
	// That of the band is the smaller one.
	want := s.chanceOf(0, GradeA)
	if other := s.chanceOf(1, GradeA); other.compare(want) < 0 {
		want = other
	}
	if got := r.List[0].Chance; got != want {
		t.Errorf("chance of the band %v, want %v", got, want)
	}
}

// Counting does not run through the figures.
func TestChanceIsFast(t *testing.T) {
	r, err := Claim{Base: 1e15, BaseUnit: 1, Range: band1217, Target: 2025, DataYear: 2018,
		Figures: []Figure{{Value: 2e15, Unit: 1}}}.Readings()
	if err != nil || len(r.List) == 0 || r.List[0].Chance.Figures < 2e15 {
		t.Errorf("%+v, %v", r, err)
	}
}
