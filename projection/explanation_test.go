package projection

import (
	"math"
	"testing"

	"smartcity/growth"
)

func explain(t *testing.T, c Claim) []Statement {
	t.Helper()
	c.Range, c.Target, c.DataYear = band1217, 2025, 2018
	r, err := c.Readings()
	if err != nil {
		t.Fatal(err)
	}
	e := r.Explain()
	if rows := e.View().Rows; len(rows) != len(e.Statements) {
		t.Errorf("%d rows of %d statements", len(rows), len(e.Statements))
	}
	return e.Statements
}

// DOMAIN.md, section 1: both readings of 35,200, and what the others would need.
func TestExplainHeadline(t *testing.T) {
	got := explain(t, Claim{Base: 17600, Figures: []Figure{{Value: 35200}}})
	for i, want := range []struct {
		says  Says
		kind  Kind
		year  int
		rate  float64 // per cent, to the digits that are printed
		where Where
		in    int // reading
	}{
		{Follows, Gain, 2018, 17, Inside, 0},
		{Needs, Gain, 2017, 14.720, Inside, 1},
		{Needs, Level, 2019, 12.246, Inside, 2},
		{Needs, Level, 2017, 9.051, Below, -1},
		{Needs, Level, 2018, 10.409, Below, -1},
		{Needs, Gain, 2019, 20.094, Above, -1},
	} {
		s := got[i]
		if s.Says != want.says || s.Kind != want.kind || s.BaseYear != want.year || s.Years != 2025-want.year || s.Where != want.where || s.Reading != want.in || s.Base != 17600 {
			t.Errorf("statement %d is %+v, want %+v", i, s, want)
		}
		nearTo(t, "rate", 100*float64(s.Rate), want.rate, .0005)
	}
	if len(got) != 6 {
		t.Errorf("%d statements", len(got))
	}
	nearTo(t, "gain", got[0].P, 35222, .5)
	nearTo(t, "level", got[0].Level, 52822, .5)
}

func TestExplainOthers(t *testing.T) {
	// Two figures of one source together, from a base that is rounded.
	got := explain(t, Claim{Base: 18000, Figures: []Figure{{Value: 53000, Kind: Level}, {Value: 35000, Kind: Gain}}})
	for i, kind := range []Kind{Level, Gain} {
		if s := got[i]; s.Says != FollowsIf || s.Kind != kind || s.BaseYear != 2018 || s.End != High || math.Round(s.Bases.Low) != 17500 || math.Round(s.Bases.High) != 17739 {
			t.Errorf("statement %d is %+v", i, s)
		}
	}
	// A band without a base says how long it takes, and from what.
	got = explain(t, Claim{Figures: []Figure{{Value: 37100, End: Low}, {Value: 50400, End: High}}})
	bands := 0
	for _, s := range got {
		switch s.Says {
		case TakesYears:
			bands++
			if s.Kind == Level {
				nearTo(t, "years", s.Band.Years, 7.01, .005)
			}
		case Needs, NothingExplains:
			t.Errorf("without a base: %+v", s)
		}
	}
	if bands == 0 {
		t.Error("no band")
	}
	if s := got[0]; s.Says != FollowsIf || s.BaseYear != 2018 || math.Round(s.Bases.Low) != 16776 || math.Round(s.Bases.High) != 16805 {
		t.Errorf("the base of a band: %+v", s)
	}
	// What nothing explains is said first, then how far away it is.
	got = explain(t, Claim{Base: 17600, Figures: []Figure{{Value: 99000, Kind: Level}}})
	if got[0].Says != NothingExplains || got[0].Reading != -1 || len(got) != 4 {
		t.Errorf("%+v", got)
	}
	for _, s := range got[1:] {
		want, err := growth.RequiredRate(17600, s.BaseYear, 99000, 2025)
		if err != nil || s.Where != Above || math.Abs(float64(s.Rate-want)) > 1e-12 {
			t.Errorf("%+v, want %v", s, want)
		}
	}
	// A fall of everything cannot be: −1 stands for it.
	got = explain(t, Claim{Base: 17600, Figures: []Figure{{Value: -20000}}})
	if s := got[len(got)-1]; s.Kind != Gain || s.Rate != -1 || s.Where != Below {
		t.Errorf("%+v", s)
	}
}
