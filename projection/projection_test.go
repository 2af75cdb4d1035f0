package projection

import (
	"errors"
	"math"
	"testing"

	"smartcity/growth"
)

// TestPublishedScenarios recomputes DOMAIN.md, section 1.
func TestPublishedScenarios(t *testing.T) {
	for _, c := range []struct {
		base            float64
		baseYear        int
		productivity    growth.Rate
		low, high       float64 // level
		lowGain, upGain float64 // 0: not published
	}{
		{17600, 2018, 0, 38908, 52822, 21308, 35222},
		{17600, 2019, 0, 34739, 45147, 17139, 27547},
		{16800, 2018, 0, 37139, 50421, 0, 0},
		{17600, 2018, .02, 33872, 45985, 0, 0},
	} {
		p, err := Project("Smart City", "FTE", c.base, c.baseYear, 2025, Assumptions{Market: band1217, Productivity: c.productivity})
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range []struct{ level, gain float64 }{{c.low, c.lowGain}, {c.high, c.upGain}} {
			s := p.Scenarios[i]
			if got := math.Round(s.LevelIn(2025)); got != want.level {
				t.Errorf("%v from %d, %s: %v, want %v", c.base, c.baseYear, s.Name, got, want.level)
			}
			if got := math.Round(s.GainIn(2025)); want.gain != 0 && got != want.gain {
				t.Errorf("%v from %d, %s: gain %v, want %v", c.base, c.baseYear, s.Name, got, want.gain)
			}
		}
	}
}

func TestProject(t *testing.T) {
	a := Assumptions{Market: growth.Range{Low: -.03, High: .17}, Productivity: .02, Share: .01}
	const base = 17600.25
	p, err := Project("Smart City", "FTE", base, 2018, 2038, a)
	if err != nil {
		t.Fatal(err)
	}
	if p.Name != "Smart City" || p.Unit != "FTE" || p.Base != base || p.BaseYear != 2018 || p.To != 2038 || p.Assumptions != a {
		t.Errorf("what was asked for is not in the result: %+v", p)
	}
	jobs, _ := a.Jobs()
	for i, want := range []Scenario{{Name: "low", Market: a.Market.Low, Rate: jobs.Low}, {Name: "high", Market: a.Market.High, Rate: jobs.High}} {
		s, ok := p.Scenario(want.Name)
		if !ok || s.Name != want.Name || s.Market != want.Market || s.Rate != want.Rate || s.Name != p.Scenarios[i].Name {
			t.Errorf("scenario %d: %+v, want %+v", i, s, want)
		}
		if len(s.Level) != 21 || s.Level[0] != base || s.GainIn(2018) != 0 {
			t.Errorf("%s: %d years from %v", s.Name, len(s.Level), s.Level[0])
		}
		level := base
		for year := 2018; year <= 2038; year++ {
			if got := s.LevelIn(year); math.Abs(got-level) > 1e-13*level {
				t.Errorf("%s %d: %v, year by year %v", s.Name, year, got, level)
			}
			if got := s.GainIn(year) + base; math.Abs(got-s.LevelIn(year)) > 1e-9 {
				t.Errorf("%s %d: gain and base are %v, level %v", s.Name, year, got, s.LevelIn(year))
			}
			level *= 1 + float64(s.Rate)
		}
		for _, year := range []int{2017, 2039} {
			if !math.IsNaN(s.LevelIn(year)) || !math.IsNaN(s.GainIn(year)) {
				t.Errorf("%s has a figure for %d", s.Name, year)
			}
		}
		if series := s.Series("x", "FTE"); series.At(2038) != s.LevelIn(2038) || series.LastYear() != 2038 {
			t.Errorf("%s as a series: %+v", s.Name, series)
		}
	}
	if _, ok := p.Scenario("middle"); ok {
		t.Error("there is no middle scenario")
	}
}

// The required rate, put back in, reaches the target in the target year and not
// before.
func TestTargets(t *testing.T) {
	p, err := Project("Smart City", "FTE", 17600, 2019, 2025, Assumptions{Market: band1217})
	if err != nil {
		t.Fatal(err)
	}
	for _, target := range []float64{17601, 35200, 52800, 1e6} {
		g, err := p.RequiredRate(target)
		if err != nil {
			t.Fatal(err)
		}
		q, err := Project("Smart City", "FTE", p.Base, p.BaseYear, p.To, Assumptions{Market: growth.Range{Low: g, High: g}})
		if err != nil {
			t.Fatal(err)
		}
		if year, err := q.Scenarios[0].YearReached(target); err != nil || year != 2025 {
			t.Errorf("at the rate that %v requires it is reached in %d, %v", target, year, err)
		}
	}
	if year, err := p.Scenarios[0].YearReached(1e6); err != nil || year != 2055 { // 17,600·1.12³⁵ = 929,000
		t.Errorf("a million jobs in %d, %v", year, err)
	}
	falling, _ := Project("x", "FTE", 100, 2018, 2025, Assumptions{Market: growth.Range{Low: -.1, High: 0}})
	for _, s := range falling.Scenarios {
		if _, err := s.YearReached(101); !errors.Is(err, growth.ErrNoGrowth) {
			t.Errorf("%s: %v, want %v", s.Name, err, growth.ErrNoGrowth)
		}
	}
	var zero Scenario
	if _, err := zero.YearReached(1); !errors.Is(err, growth.ErrNotKnown) || !math.IsNaN(zero.GainIn(0)) {
		t.Errorf("an empty scenario reaches a target: %v", err)
	}
}

func TestProjectErrors(t *testing.T) {
	steep := Assumptions{Market: growth.Range{Low: .1, High: 9}}
	for _, c := range []struct {
		name     string
		base     float64
		from, to int
		a        Assumptions
		want     error
	}{
		{"base missing", math.NaN(), 2018, 2025, steep, growth.ErrNotKnown},
		{"base infinite", math.Inf(1), 2018, 2025, steep, growth.ErrNotKnown},
		{"base zero", 0, 2018, 2025, steep, growth.ErrNotPositive},
		{"base negative", -1, 2018, 2025, steep, growth.ErrNotPositive},
		{"same year", 100, 2025, 2025, steep, growth.ErrOrder},
		{"reversed", 100, 2025, 2018, steep, growth.ErrOrder},
		{"201 years", 100, 2018, 2219, Assumptions{}, ErrTooFar},
		{"all years", 100, math.MinInt, math.MaxInt, Assumptions{}, ErrTooFar},
		{"overflow", 1e150, 2018, 2218, steep, growth.ErrNotKnown},
		{"underflow", 100, 2018, 2218, Assumptions{Market: growth.Range{Low: -.999, High: 0}}, growth.ErrNotPositive},
	} {
		if p, err := Project("x", "FTE", c.base, c.from, c.to, c.a); !errors.Is(err, c.want) || p != nil {
			t.Errorf("%s: %v, %v; want %v", c.name, p, err, c.want)
		}
	}
	if _, err := Project("x", "FTE", 100, 2018, 2218, Assumptions{}); err != nil {
		t.Errorf("200 years: %v", err)
	}
}

// TestLevelsAreExact: what can be computed with pencil and paper comes out so.
func TestLevelsAreExact(t *testing.T) {
	p, err := Project("", "FTE", 17600, 2018, 2025, Assumptions{Market: growth.Range{Low: .12, High: .17}})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		scenario, year int
		level, gain    float64
	}{
		{0, 2018, 17600, 0}, {0, 2019, 19712, 2112}, {0, 2020, 22077.44, 4477.44}, {0, 2021, 24726.7328, 7126.7328},
		{1, 2019, 20592, 2992}, {1, 2020, 24092.64, 6492.64}, {1, 2021, 28188.3888, 10588.3888},
	} {
		s := p.Scenarios[c.scenario]
		if s.LevelIn(c.year) != c.level || s.GainIn(c.year) != c.gain {
			t.Errorf("%s %d: level %v, gain %v; want %v, %v", s.Name, c.year, s.LevelIn(c.year), s.GainIn(c.year), c.level, c.gain)
		}
	}
	if empty := (Scenario{}).GainIn(2018); !math.IsNaN(empty) {
		t.Errorf("gain of an empty scenario: %v", empty)
	}
}
