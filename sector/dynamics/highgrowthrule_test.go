package dynamics

import (
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"smartcity/growth"
	"smartcity/sector"
)

// The thresholds of DOMAIN.md, section 5, exactly.
func TestRuleRatios(t *testing.T) {
	for _, c := range []struct {
		rule    HighGrowthRule
		ratio   string
		orMore  bool
		minJobs float64
		measure sector.Measure
		of      sector.Column
		says    string
	}{
		{OECDEurostat2007(sector.Jobs), "1.728", false, 10, sector.Employees, sector.Jobs, "20%"},
		{OECDEurostat2007(sector.Revenue), "1.728", false, 10, sector.Employees, sector.Revenue, "20%"},
		{EU439of2014(), "1.331", false, 10, sector.Employees, sector.Jobs, "10% per year"},
		{StatisticsDenmark(), "1.728", true, 5, sector.FTE, sector.Jobs, "mindst 20 pct."},
	} {
		r := c.rule
		want, _ := new(big.Rat).SetString(c.ratio)
		if r.Ratio().Cmp(want) != 0 || r.OrMore != c.orMore || r.MinJobs != c.minJobs || r.Measure != c.measure || r.Of != c.of || r.Years != 3 || r.GazelleAge != 5 {
			t.Errorf("%s: %+v, ratio %v", r.Name, r, r.Ratio().FloatString(6))
		}
		if !strings.Contains(r.Source, c.says) {
			t.Errorf("%s does not quote %s", r.Name, c.says)
		}
		if _, err := r.WithDefaults(); err != nil {
			t.Error(err)
		}
	}
	a, b := OECDEurostat2007(sector.Jobs), OECDEurostat2007(sector.Revenue)
	if a.Name == b.Name {
		t.Error("two variants of one name")
	}
	zero, err := HighGrowthRule{Name: "mine"}.WithDefaults()
	if err != nil || zero.Years != 3 || zero.GazelleAge != 5 || zero.Ratio().Cmp(big.NewRat(1, 1)) != 0 {
		t.Errorf("defaults %+v, %v", zero, err)
	}
}

// At the boundary decimals decide: 17.28 from 10 is not more than 20 % a year,
// although in floating point 10·1.2³ is 17.279999999999998.
func TestThresholdAtTheBoundary(t *testing.T) {
	more, orMore := OECDEurostat2007(sector.Jobs).threshold(), StatisticsDenmark().threshold()
	eu := EU439of2014().threshold()
	for _, c := range []struct {
		limit  threshold
		x0, x1 float64
		want   bool
	}{
		{more, 10, 17.28, false}, {more, 10, 17.280000000000005, true}, {more, 10, 17.279999999999998, false},
		{orMore, 10, 17.28, true}, {orMore, 10, 17.279999999999998, false},
		{more, 12.5, 21.6, false}, {orMore, 12.5, 21.6, true}, {more, 1000, 1728, false}, {more, 31.25, 54, false}, {more, 31.25, 54.25, true},
		{more, 10.1, 17.4528, false}, {orMore, 10.1, 17.4528, true},
		{eu, 10, 13.31, false}, {eu, 10, 13.32, true}, {eu, 1000, 1331, false}, {eu, 0.1, 0.1331, false},
		{more, 1e18, 1.728e18, false}, {more, 1e-3, 1.728e-3, false}, {more, 5e-300, 8.64e-300, false}, {orMore, 5e-300, 8.64e-300, true},
		{more, 10, 0, false}, {more, 10, -5, false},
	} {
		if got := c.limit.passes(c.x0, c.x1); got != c.want {
			t.Errorf("%v from %v passes %v or more (%v): %v", c.x1, c.x0, c.limit.approx, c.limit.orMore, got)
		}
	}
}

// Everywhere, the answer is that of rational numbers.
func TestThresholdIsExact(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	for range 20000 {
		r := HighGrowthRule{Name: "any", Growth: growth.Rate(rng.IntN(400)-100) / 1000, Years: 1 + rng.IntN(10), OrMore: rng.IntN(2) == 0}
		x0 := float64(1+rng.IntN(100000)) / 4
		exact := new(big.Rat).Mul(decimal(x0), r.Ratio())
		x1, _ := exact.Float64()
		for range rng.IntN(3) {
			x1 = math.Nextafter(x1, float64(rng.IntN(2))*1e300)
		}
		text, _ := new(big.Rat).SetString(strconv.FormatFloat(x1, 'f', -1, 64))
		order := text.Cmp(exact)
		if got, want := r.threshold().passes(x0, x1), order > 0 || order == 0 && r.OrMore; got != want {
			t.Fatalf("%+v: %v from %v: %v, want %v", r, x1, x0, got, want)
		}
	}
}

func TestRuleErrors(t *testing.T) {
	p := mustPanel(t, nil, PanelOptions{})
	for field, rule := range map[string]HighGrowthRule{
		"Name":       {Growth: .2},
		"Growth":     {Name: "r", Growth: -1},
		"Years":      {Name: "r", Years: -2},
		"Of":         {Name: "r", Of: sector.RevenuePerJob},
		"MinJobs":    {Name: "r", MinJobs: math.NaN()},
		"GazelleAge": {Name: "r", GazelleAge: -1},
	} {
		_, err := FindHighGrowth(p, rule, HighGrowthOptions{})
		if e, ok := errors.AsType[*RuleError](err); !ok || e.Field != field || !strings.Contains(e.Error(), field) {
			t.Errorf("%s: %v", field, err)
		}
	}
	for _, g := range []growth.Rate{growth.Rate(math.NaN()), growth.Rate(math.Inf(1))} {
		if _, err := FindHighGrowth(p, HighGrowthRule{Name: "r", Growth: g}, HighGrowthOptions{}); err == nil {
			t.Errorf("growth %v is taken", g)
		}
	}
}
