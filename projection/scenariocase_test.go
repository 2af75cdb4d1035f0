package projection

import (
	"errors"
	"math"
	"reflect"
	"testing"

	"smartcity/growth"
)

// The band of a range is two scenarios like any others.
func TestProjectIsScenarios(t *testing.T) {
	a := Assumptions{Market: growth.Range{Low: -.03, High: .17}, Productivity: .02, Share: .01}
	p, err := Project("x", "FTE", 17600.25, 2018, 2038, a)
	if err != nil {
		t.Fatal(err)
	}
	q, err := ProjectScenarios("x", "FTE", 17600.25, 2018, 2038, a.Cases()...)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(p.Scenarios, q.Scenarios) {
		t.Errorf("%+v\n%+v", p.Scenarios, q.Scenarios)
	}
	if q.Assumptions != a || p.Assumptions != a {
		t.Errorf("assumptions %+v and %+v", p.Assumptions, q.Assumptions)
	}
	// Two scenarios that are not the ends of one range have no assumptions in common.
	lean := a.Cases()
	lean[1].Course.Productivity = Constant(0)
	if q, err = ProjectScenarios("x", "FTE", 17600.25, 2018, 2038, lean...); err != nil || !math.IsNaN(float64(q.Assumptions.Market.Low)) {
		t.Errorf("low and high differ in more than the market: %+v, %v", q, err)
	}
	if q, err = ProjectScenarios("x", "FTE", 17600.25, 2018, 2038, Case{Name: "low", Course: Course{Market: Constant(.1), Elasticity: Constant(.5)}}, Case{Name: "high", Course: Course{Market: Constant(.2), Elasticity: Constant(.5)}}); err != nil || !math.IsNaN(float64(q.Assumptions.Market.Low)) {
		t.Errorf("with an elasticity: %+v, %v", q, err)
	}
}

func TestYearByYear(t *testing.T) {
	p, err := ProjectScenarios("x", "FTE", 17600, 2018, 2021,
		Case{Name: "boom and bust", Course: Course{Market: ByYear(2019, .5, .2, -.4)}},
		Case{Name: "steady", Course: Course{Market: ByYear(2019, .1, .1, .1)}},
		Case{Name: "own", Course: Course{Market: Constant(9)}, Sectors: map[string]Course{"x": {Market: Constant(.05)}, "y": {}}},
	)
	if err != nil {
		t.Fatal(err)
	}
	boom := p.Scenarios[0]
	for i, want := range []struct{ level, gain, index float64 }{{17600, 0, 100}, {26400, 8800, 150}, {31680, 14080, 180}, {19008, 1408, 108}} {
		year := 2018 + i
		if boom.LevelIn(year) != want.level || boom.GainIn(year) != want.gain || boom.IndexIn(year) != want.index {
			t.Errorf("%d: %v, %v, %v; want %v", year, boom.LevelIn(year), boom.GainIn(year), boom.IndexIn(year), want)
		}
		if i == 0 {
			continue
		}
		g, err := boom.CAGR(year)
		if err != nil || math.Abs(math.Pow(1+float64(g), float64(i))-want.index/100) > 1e-14 {
			t.Errorf("CAGR to %d: %v, %v", year, g, err)
		}
	}
	if g, _ := boom.CAGR(2021); math.Abs(float64(g-boom.Rate)) > 1e-14 || math.Abs(float64(boom.Market-boom.Rate)) > 1e-14 {
		t.Errorf("rate %v, CAGR %v, market %v", boom.Rate, g, boom.Market)
	}
	for target, want := range map[float64]int{17600: 2018, 20000: 2019, 31680: 2020, 1: 2018} {
		if year, err := boom.YearReached(target); err != nil || year != want {
			t.Errorf("%v reached in %d, %v", target, year, err)
		}
	}
	if _, err := boom.YearReached(40000); !errors.Is(err, growth.ErrNoGrowth) {
		t.Errorf("beyond what is assumed: %v", err)
	}
	if _, err := boom.YearReached(-1); !errors.Is(err, growth.ErrNotPositive) {
		t.Errorf("a negative target: %v", err)
	}
	steady := p.Scenarios[1]
	if year, err := steady.YearReached(35200); err != nil || year != 2026 || steady.Rate != .1 || steady.Market != .1 {
		t.Errorf("at 10 %%: %d, %v, rate %v", year, err, steady.Rate)
	}
	if own := p.Scenarios[2]; own.Rate != .05 {
		t.Errorf("own course: %v", own.Rate)
	}
	for _, year := range []int{2017, 2018, 2022} {
		if g, err := boom.CAGR(year); err == nil {
			t.Errorf("CAGR to %d: %v", year, g)
		}
		if x := boom.IndexIn(year); (year == 2018) == math.IsNaN(x) {
			t.Errorf("index in %d: %v", year, x)
		}
	}
	v := p.View()
	if len(v.Rows) != 12 || v.Rows[0][3].Kind != growth.MissingEntry || v.Rows[1][3].Number != .5 || v.Rows[3][6].Number != 108 || len(v.Rows[0]) != len(v.Columns) {
		t.Errorf("%+v", v)
	}
}

func TestCasesErrors(t *testing.T) {
	ok := Course{Market: Constant(.1)}
	for _, c := range []struct {
		name  string
		cases []Case
		want  error
	}{
		{"none", nil, growth.ErrTooFew},
		{"no name", []Case{{Course: ok}}, growth.ErrNotKnown},
		{"twice", []Case{{Name: "a", Course: ok}, {Name: "a", Course: ok}}, growth.ErrNotKnown},
		{"overflow", []Case{{Name: "a", Course: Course{Market: Constant(1e200)}}}, growth.ErrNotKnown},
		{"underflow", []Case{{Name: "a", Course: Course{Market: Constant(-1 + 1e-15)}}}, growth.ErrNotPositive},
	} {
		if p, err := ProjectScenarios("x", "FTE", 100, 2018, 2058, c.cases...); !errors.Is(err, c.want) || p != nil {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	market := []float64{.1}
	cases := []Case{{Name: "a", Course: Course{Market: Yearly{2019, market}}}}
	p, err := ProjectScenarios("x", "FTE", 100, 2018, 2019, cases...)
	market[0] = 5
	if err != nil || p.Scenarios[0].Course.Market.Values[0] != .1 {
		t.Errorf("the result changes with what was given: %+v, %v", p, err)
	}
}
