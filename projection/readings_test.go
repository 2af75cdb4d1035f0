package projection

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"smartcity/growth"
)

// brief writes a reading in one line: grade and base year, then kind, grade,
// rate and end of each figure.
func brief(r Reading) string {
	parts := []string{fmt.Sprintf("%v %d", r.Grade, r.BaseYear)}
	for _, f := range r.Fits {
		parts = append(parts, fmt.Sprintf("%v %v %.2f%% %v", f.Kind, f.Grade, 100*float64(f.Rate), f.End))
	}
	return strings.Join(parts, ", ")
}

// TestPublished is the table of DOMAIN.md, section 1, both columns, and that
// there is nothing else.
func TestPublished(t *testing.T) {
	for _, c := range []struct {
		name    string
		base    float64
		figures []Figure
		want    []string
	}{
		{"35,200 of unknown kind", 17600, []Figure{{Value: 35200}}, []string{
			"A 2018, gain A 17.00% high",
			"C 2017, gain C 14.72% none",
			"C 2019, level C 12.25% none"}},
		{"level and gain", 17600, []Figure{{Value: 52800, Kind: Level}, {Value: 35200, Kind: Gain}}, []string{
			"A 2018, level A 17.00% high, gain A 17.00% high",
			"C 2017, level C 14.72% none, gain C 14.72% none"}},
		{"rounded to thousands", 18000, []Figure{{Value: 53000, Kind: Level}, {Value: 35000, Kind: Gain}}, []string{
			"B 2018, level B 17.00% high, gain B 17.00% high",
			"C 2017, level C 14.45% none, gain C 14.45% none"}},
		{"35,000 alone", 18000, []Figure{{Value: 35000}}, []string{
			"B 2019, level B 12.00% low",
			"B 2018, gain B 17.00% high",
			"C 2017, gain C 14.45% none"}},
		{"band", 17600, []Figure{{Value: 38900, End: Low}, {Value: 52800, End: High}}, []string{
			"A 2018, level A 12.00% low, level A 17.00% high"}},
		{"earlier band, this base", 17600, []Figure{{Value: 37100, End: Low}, {Value: 50400, End: High}}, nil},
		{"earlier band", 0, []Figure{{Value: 37100, End: Low}, {Value: 50400, End: High}}, []string{
			"B 2018, level B 12.00% low, level B 17.00% high"}},
		// A band may be half of what a source says.
		{"band and gain", 17600, []Figure{{Value: 35200, Kind: Gain}, {Value: 38900, End: Low}, {Value: 52800, End: High}}, []string{
			"A 2018, gain A 17.00% high, level A 12.00% low, level A 17.00% high"}},
		{"band and a level inside it", 17600, []Figure{{Value: 45000, Kind: Level}, {Value: 38900, End: Low}, {Value: 52800, End: High}}, []string{
			"C 2018, level C 14.35% none, level A 12.00% low, level A 17.00% high"}},
		{"two bands", 17600, []Figure{{Value: 21300, Kind: Gain, End: Low}, {Value: 38900, Kind: Level, End: Low},
			{Value: 35200, Kind: Gain, End: High}, {Value: 52800, Kind: Level, End: High}}, []string{
			"A 2018, gain A 12.00% low, level A 12.00% low, gain A 17.00% high, level A 17.00% high"}},
	} {
		r, err := Claim{Base: c.base, Range: band1217, Target: 2025, DataYear: 2018, Figures: c.figures}.Readings()
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := briefs(r); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

func briefs(r *Readings) []string {
	var list []string
	for _, reading := range r.List {
		list = append(list, brief(reading))
	}
	return list
}

// TestPublishedParts checks the other parts of the headline's best readings.
func TestPublishedParts(t *testing.T) {
	r, err := Claim{Base: 17600, Range: band1217, Target: 2025, DataYear: 2018, Figures: []Figure{{Value: 35200}}}.Readings()
	if err != nil {
		t.Fatal(err)
	}
	gain, level := r.List[0], r.List[2]
	for _, c := range []struct {
		name      string
		got, want float64
		digit     float64
	}{
		{"n", float64(gain.Years), 7, 0},
		{"P", gain.Fits[0].P, 35222, .5},
		{"level", gain.Fits[0].Level, 52822, .5},
		{"gain", gain.Fits[0].Gain, 35222, .5},
		{"base", gain.Base, 17600, 0},
		{"implied rate", 100 * float64(gain.Fits[0].Implied), 16.993, .0005},
		{"deviation", gain.Deviation, .21861, 1e-5},
		{"n as a level", float64(level.Years), 6, 0},
		{"rate as a level", 100 * float64(level.Fits[0].Rate), 12.246, .0005},
		{"rates from, as a level", 100 * level.Fits[0].ImpliedBy.Low, 12.220, .0005}, // (35150/17600)^(1/6) − 1
		{"rates to, as a level", 100 * level.Fits[0].ImpliedBy.High, 12.273, .0005},  // (35250/17600)^(1/6) − 1
		{"gain as a level", level.Fits[0].Gain, 17600, 0},
		{"figures between B and B·1.17⁸", gain.Chance.Figures, 443, 0}, // 17,600 to 61,800 by 100
		{"as good as A", gain.Chance.Explained, 11, 0},
		{"as good as C", level.Chance.Explained, 443, 0},
	} {
		if math.Abs(c.got-c.want) > c.digit {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
}

// TestEdges puts figures on the very edge of what is printed: 100 at 10 % is
// 110.00000000000001 in float64, and 0.1 and 0.05 are no binary fractions.
func TestEdges(t *testing.T) {
	level := func(value, unit float64) []Figure { return []Figure{{Value: value, Unit: unit, Kind: Level}} }
	for _, c := range []struct {
		name    string
		base    float64
		unit    float64 // of the base; small: only what is on the very edge gets grade B
		r       growth.Range
		years   int
		figures []Figure
		want    string
	}{
		{"at the top", 100, 1e-6, growth.Range{Low: .1, High: .1}, 1, level(105, 10), "B low"},
		{"at the bottom", 100, 1e-6, growth.Range{Low: .1, High: .1}, 1, level(115, 10), "A low"},
		{"at the top, low end of the range", 100, 1e-6, growth.Range{Low: .2, High: .3}, 1, level(115, 10), "B low"},
		{"at the bottom, high end of the range", 100, 1e-6, growth.Range{Low: .1, High: .2}, 1, level(125, 10), "A high"},
		{"two years, bottom", 100, 1e-6, growth.Range{Low: 0, High: .1}, 2, level(121.5, 1), "A high"},
		{"two years, top", 100, 1e-6, growth.Range{Low: .1, High: .2}, 2, level(120.5, 1), "B low"},
		{"seven years, bottom", 1e7, 1e-6, growth.Range{Low: .1, High: .1}, 7, level(19487171.5, 1), "A low"},
		{"seven years, top", 1e7, 1e-6, growth.Range{Low: .1, High: .1}, 7, level(19487170.5, 1), "B low"},
		{"small, bottom", .1, 1e-9, growth.Range{Low: .1, High: .1}, 1, level(.115, .01), "A low"},
		{"small, top", .1, 1e-9, growth.Range{Low: .1, High: .1}, 1, level(.105, .01), "B low"},
		{"gain, bottom", 100, 1e-6, growth.Range{Low: .1, High: .1}, 1, []Figure{{Value: 15, Unit: 10, Kind: Gain}}, "A low"},
		{"gain, top", 100, 1e-6, growth.Range{Low: .1, High: .1}, 1, []Figure{{Value: 5, Unit: 10, Kind: Gain}}, "B low"},
		{"loss, bottom", 100, 1e-6, growth.Range{Low: -.1, High: -.1}, 1, []Figure{{Value: -5, Unit: 10, Kind: Gain}}, "A low"},
		{"loss, top", 100, 1e-6, growth.Range{Low: -.1, High: -.1}, 1, []Figure{{Value: -15, Unit: 10, Kind: Gain}}, "B low"},
		// The base 100 stands for [95, 105).
		{"base below its top", 100, 10, growth.Range{}, 1, level(109.9, 10), "B low"},
		{"base at its top", 100, 10, growth.Range{}, 1, level(110, 10), ""},
		{"base at its bottom", 100, 10, growth.Range{}, 1, level(90.1, 10), "B low"},
		{"base below its bottom", 100, 10, growth.Range{}, 1, level(90, 10), ""},
		// Losses turn the interval round: −10 % of [95, 105) is (−10.5, −9.5].
		{"loss from the base's bottom", 100, 10, growth.Range{Low: -.1, High: -.1}, 1, []Figure{{Value: -9, Unit: 1, Kind: Gain}}, "B low"},
		{"loss from the base's top", 100, 10, growth.Range{Low: -.1, High: -.1}, 1, []Figure{{Value: -11, Unit: 1, Kind: Gain}}, ""},
	} {
		r, err := Claim{Base: c.base, BaseUnit: c.unit, Range: c.r, Target: 2020, BaseYears: []int{2020 - c.years}, Figures: c.figures}.Readings()
		if err != nil {
			t.Fatal(err)
		}
		var ends []string
		for _, x := range r.List {
			ends = append(ends, fmt.Sprint(x.Grade, " ", x.Fits[0].End))
		}
		got := strings.Join(ends, ", ")
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Figures that other bases would explain one by one, but no single one both,
// have no grade B.
func TestOneBase(t *testing.T) {
	claim := Claim{Base: 100, BaseUnit: 10, Range: growth.Range{}, Target: 2020, BaseYears: []int{2019},
		Figures: []Figure{{Value: 103, Unit: 1, Kind: Level}}}
	both := claim
	both.Figures = append(slices.Clone(claim.Figures), Figure{Value: 98, Unit: 1, Kind: Level})
	if r, err := claim.Readings(); err != nil || len(r.List) != 1 || r.List[0].Grade != GradeB || r.List[0].Bases != (Interval{102.5, 103.5}) {
		t.Errorf("one figure: %+v, %v", r, err)
	}
	if r, err := both.Readings(); err != nil || len(r.List) != 0 {
		t.Errorf("two figures: %+v, %v", r, err)
	}
}
