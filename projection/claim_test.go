package projection

import (
	"errors"
	"math"
	"slices"
	"testing"

	"smartcity/growth"
)

func TestClaimErrors(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	good := Claim{Base: 17600, Range: band1217, Target: 2025, DataYear: 2018, Figures: []Figure{{Value: 35200}}}
	if _, err := good.Readings(); err != nil {
		t.Fatal(err)
	}
	figures := func(f ...Figure) func(*Claim) { return func(c *Claim) { c.Figures = f } }
	for _, c := range []struct {
		name   string
		change func(*Claim)
		want   error
	}{
		{"no figures", figures(), growth.ErrNotKnown},
		{"thirteen figures", figures(make([]Figure, 13)...), growth.ErrNotKnown},
		{"figure NaN", figures(Figure{Value: nan}), growth.ErrNotKnown},
		{"figure infinite", figures(Figure{Value: inf}), growth.ErrNotKnown},
		{"figure zero", figures(Figure{}), growth.ErrNotPositive},
		{"level negative", figures(Figure{Value: -1, Kind: Level}), growth.ErrNotPositive},
		{"unit negative", figures(Figure{Value: 35200, Unit: -100}), growth.ErrNotPositive},
		{"unit NaN", figures(Figure{Value: 35200, Unit: nan}), growth.ErrNotKnown},
		{"kind", figures(Figure{Value: 35200, Kind: 3}), growth.ErrNotKnown},
		{"end", figures(Figure{Value: 35200, End: -1}), growth.ErrNotKnown},
		{"no high end", figures(Figure{Value: 38900, End: Low}), growth.ErrNotKnown},
		{"no low end", figures(Figure{Value: 38900, End: High}), growth.ErrNotKnown},
		{"ends of two kinds", figures(Figure{Value: 38900, End: Low, Kind: Level}, Figure{Value: 52800, End: High, Kind: Gain}), growth.ErrNotKnown},
		{"two low ends", figures(Figure{Value: 38900, End: Low}, Figure{Value: 38800, End: Low}), growth.ErrNotKnown},
		{"band reversed", figures(Figure{Value: 52800, End: Low}, Figure{Value: 38900, End: High}), growth.ErrOrder},
		{"band of one figure", figures(Figure{Value: 52800, End: Low}, Figure{Value: 52800, End: High}), growth.ErrOrder},
		{"base NaN", func(c *Claim) { c.Base = nan }, growth.ErrNotKnown},
		{"base negative", func(c *Claim) { c.Base = -1 }, growth.ErrNotPositive},
		{"base unknown, no band", func(c *Claim) { c.Base = 0 }, growth.ErrNotKnown},
		{"base unit negative", func(c *Claim) { c.BaseUnit = -1 }, growth.ErrNotPositive},
		{"base unit infinite", func(c *Claim) { c.BaseUnit = inf }, growth.ErrNotKnown},
		{"range NaN", func(c *Claim) { c.Range.Low = growth.Rate(nan) }, growth.ErrNotKnown},
		{"range reversed", func(c *Claim) { c.Range = growth.Range{Low: .17, High: .12} }, growth.ErrOrder},
		{"range lost", func(c *Claim) { c.Range.Low = -1 }, growth.ErrNoGrowth},
		{"band, one rate", func(c *Claim) {
			c.Range.Low = c.Range.High
			c.Figures = []Figure{{Value: 38900, End: Low}, {Value: 52800, End: High}}
		}, growth.ErrOrder},
		{"no year", func(c *Claim) { c.DataYear = 0 }, growth.ErrNotKnown},
		{"target before the data", func(c *Claim) { c.Target = 2017 }, growth.ErrOrder},
		{"base years after the target", func(c *Claim) { c.BaseYears = []int{2025, 2026} }, growth.ErrOrder},
		{"in 201 years", func(c *Claim) { c.BaseYears = []int{1824} }, ErrTooFar},
		{"in all years", func(c *Claim) { c.BaseYears, c.Target = []int{math.MinInt}, math.MaxInt }, ErrTooFar},
	} {
		bad := good
		c.change(&bad)
		if r, err := bad.Readings(); !errors.Is(err, c.want) || r != nil {
			t.Errorf("%s: %v, %v; want %v", c.name, r, err, c.want)
		}
	}
}

func TestClaimDefaults(t *testing.T) {
	figures := []Figure{{Value: 35000}}
	c := Claim{Base: 18000, Range: band1217, Target: 2019, DataYear: 2018, Figures: figures}
	r, err := c.Readings()
	if err != nil {
		t.Fatal(err)
	}
	// 2019 is no base year for 2019.
	if got := r.Claim; got.BaseUnit != 1000 || got.Figures[0].Unit != 1000 || !slices.Equal(got.BaseYears, []int{2017, 2018}) {
		t.Errorf("read as %+v", got)
	}
	if figures[0].Unit != 0 {
		t.Error("the caller's figures were changed")
	}
	years := []int{2018, 2030, 2016, 2018}
	c.BaseYears = years
	if r, err = c.Readings(); err != nil || !slices.Equal(r.Claim.BaseYears, []int{2016, 2018}) || years[0] != 2018 {
		t.Errorf("base years %v, %v", r.Claim.BaseYears, err)
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{UnknownKind.String(), "unknown"}, {Gain.String(), "gain"}, {Kind(7).String(), "7?"},
		{NoEnd.String(), "none"}, {High.String(), "high"}, {End(-1).String(), "-1?"},
		{NotExplained.String(), "none"}, {GradeA.String(), "A"}, {GradeC.String(), "C"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}
