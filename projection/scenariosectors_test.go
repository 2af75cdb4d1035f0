package projection

import (
	"errors"
	"math"
	"reflect"
	"testing"

	"smartcity/growth"
	"smartcity/sector"
)

func threeSectors(t *testing.T) *sector.Table {
	t.Helper()
	return tableOf(t, []sector.Company{
		company("Energy", "", 2018, sector.Value(100)), company("Mobility", "", 2018, sector.Value(60.5)), company("Water", "", 2018, sector.Value(40)),
	})
}

func ownRates() []Case {
	return []Case{
		{Name: "central", Course: Course{Market: Constant(.1), Productivity: Constant(.02)},
			Sectors: map[string]Course{"Energy": {Market: ByYear(2019, .2, .15, .1, .05, 0), Elasticity: Constant(.8)}}},
		{Name: "same", Course: Course{Market: Constant(.1)}},
	}
}

// checkParts checks that sectors and rest add up to the total, year by year.
func checkParts(t *testing.T, o *Outlook) {
	t.Helper()
	for i, whole := range o.Total.Scenarios {
		for k, want := range whole.Level {
			var sum growth.Sum
			for _, p := range o.parts() {
				sum.Add(p.Scenarios[i].Level[k])
			}
			if math.Abs(sum.Float64()-want) > 1e-12*want {
				t.Errorf("%v, %s %d: parts have %v, total %v", o.Approach, whole.Name, whole.BaseYear+k, sum.Float64(), want)
			}
		}
	}
}

func TestSumOfSectors(t *testing.T) {
	o, err := SectorScenarios(threeSectors(t), 2018, 2023, SumOfSectors, ownRates()...)
	if err != nil {
		t.Fatal(err)
	}
	checkParts(t, o)
	for _, p := range o.Sectors {
		alone, err := ProjectScenarios(p.Name, "FTE", p.Base, 2018, 2023, ownRates()...)
		if err != nil || !reflect.DeepEqual(alone.Scenarios, p.Scenarios) {
			t.Errorf("%s: %+v, alone %+v, %v", p.Name, p.Scenarios, alone, err)
		}
	}
	if c, s := o.Total.Scenarios[0], o.Total.Scenarios[1]; !c.Derived || s.Derived || s.Rate != .1 || o.Rest != nil || !math.IsNaN(float64(c.Market)) {
		t.Errorf("%+v", o.Total.Scenarios)
	}
	// The rates of the total lead from year to year, and in the end.
	s := o.Total.Scenarios[0]
	for k, g := range s.Rates {
		if d := math.Abs(s.Level[k]*(1+float64(g)) - s.Level[k+1]); d > 1e-12*s.Level[k] {
			t.Errorf("rate %v misses by %v", g, d)
		}
	}
	if end := s.Rate.Compound(s.Level[0], 5); math.Abs(end-s.Level[5]) > 1e-12*end {
		t.Errorf("rate %v leads to %v, want %v", s.Rate, end, s.Level[5])
	}
	if v := o.View(); len(v.Rows) != 3*2*6 || len(v.Rows[0]) != len(v.Columns) {
		t.Errorf("%d rows", len(v.Rows))
	}
}

func TestSharedOut(t *testing.T) {
	o, err := SectorScenarios(threeSectors(t), 2018, 2023, SharedOut, ownRates()...)
	if err != nil {
		t.Fatal(err)
	}
	checkParts(t, o)
	total, err := ProjectScenarios("", "FTE", 200.5, 2018, 2023, ownRates()...)
	if err != nil || !reflect.DeepEqual(total.Scenarios, o.Total.Scenarios) {
		t.Errorf("%+v, alone %+v, %v", o.Total.Scenarios, total, err)
	}
	bySum, err := SectorScenarios(threeSectors(t), 2018, 2023, SumOfSectors, ownRates()...)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range o.Sectors {
		s := p.Scenarios[0]
		if !s.Derived || p.Scenarios[1].Derived || s.Level[0] != p.Base {
			t.Errorf("%s: %+v", p.Name, p.Scenarios)
		}
		// Shares are those of the sectors by themselves.
		want := bySum.Sectors[i].Scenarios[0].Level[5] / bySum.Total.Scenarios[0].Level[5]
		if got := s.Level[5] / o.Total.Scenarios[0].Level[5]; math.Abs(got-want) > 1e-14 {
			t.Errorf("%s has %v of the total, want %v", p.Name, got, want)
		}
	}
	// All alike: nothing to share out.
	a := Assumptions{Market: band1217, Productivity: .01}
	same, err := Sectors(threeSectors(t), 2018, 2025, a)
	if err != nil {
		t.Fatal(err)
	}
	for _, approach := range []Approach{SumOfSectors, SharedOut} {
		other, err := SectorScenarios(threeSectors(t), 2018, 2025, approach, a.Cases()...)
		if err != nil || !reflect.DeepEqual(same.Total.Scenarios, other.Total.Scenarios) || !reflect.DeepEqual(same.Sectors[1].Scenarios, other.Sectors[1].Scenarios) {
			t.Errorf("%v: %+v, %v", approach, other, err)
		}
	}
}

// Sectors with ranges of their own keep them, for a simulation to draw from.
func TestOwnRanges(t *testing.T) {
	cases := (Assumptions{Market: band1217}).Cases()
	wide := Assumptions{Market: growth.Range{Low: 0, High: .3}, Productivity: .01}
	for i, c := range wide.Cases() {
		cases[i].Sectors = map[string]Course{"Energy": c.Course}
	}
	for _, approach := range []Approach{SumOfSectors, SharedOut} {
		o, err := SectorScenarios(threeSectors(t), 2018, 2025, approach, cases...)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range o.Sectors {
			want := Assumptions{Market: band1217}
			if p.Name == "Energy" {
				want = wide
			}
			if known := p.Assumptions == want; known != (approach == SumOfSectors) {
				t.Errorf("%v: %s has %+v", approach, p.Name, p.Assumptions)
			}
		}
		if known := o.Total.Assumptions == (Assumptions{Market: band1217}); known != (approach == SharedOut) {
			t.Errorf("%v: the total has %+v", approach, o.Total.Assumptions)
		}
	}
}

// Jobs of the total in no sector projected are not lost.
func TestRest(t *testing.T) {
	table := threeSectors(t)
	for i := range table.Rows {
		if table.Rows[i].Key[0] == "Water" {
			table.Rows[i].Jobs = sector.Cell{Sum: sector.Hidden(), Suppressed: 1}
		}
	}
	for _, approach := range []Approach{SumOfSectors, SharedOut} {
		o, err := SectorScenarios(table, 2018, 2023, approach, ownRates()...)
		if err != nil {
			t.Fatal(err)
		}
		if o.Rest == nil || o.Rest.Base != 40 || o.Total.Base != 200.5 || len(o.Sectors) != 2 {
			t.Fatalf("%v: rest %+v", approach, o.Rest)
		}
		if _, ok := errors.AsType[*PartsDiffer](o.Warnings[len(o.Warnings)-1]); !ok {
			t.Errorf("%v", o.Warnings)
		}
		checkParts(t, o)
	}
	// A course for a sector that is hidden goes unused, and is no mistake.
	c := ownRates()
	c[0].Sectors["Water"] = Course{Market: Constant(.5)}
	if _, err := SectorScenarios(table, 2018, 2023, SumOfSectors, c...); err != nil {
		t.Error(err)
	}
}

func TestSectorScenariosErrors(t *testing.T) {
	smaller := threeSectors(t)
	for i := range smaller.Rows {
		if smaller.Rows[i].Key[0] == "Water" {
			smaller.Rows[i].Jobs.Sum = sector.Value(90)
		}
	}
	all := map[string]Course{"Energy": {Market: Constant(.1)}, "Mobility": {Market: Constant(.2)}, "Water": {Market: Constant(.3)}}
	for _, c := range []struct {
		name     string
		table    *sector.Table
		approach Approach
		c        Case
		want     error
	}{
		{"no case name", threeSectors(t), 0, Case{Course: Course{Market: Constant(.1)}}, growth.ErrNotKnown},
		{"no such sector", threeSectors(t), 0, Case{Name: "a", Course: Course{Market: Constant(.1)}, Sectors: map[string]Course{"Enrgy": {}}}, growth.ErrNotKnown},
		{"market of a sector not stated", threeSectors(t), 0, Case{Name: "a", Course: Course{Market: Constant(.1)}, Sectors: map[string]Course{"Energy": {}}}, growth.ErrNotKnown},
		{"market of the total not stated", threeSectors(t), SharedOut, Case{Name: "a", Sectors: all}, growth.ErrNotKnown},
		{"parts larger than the total", smaller, 0, ownRates()[0], growth.ErrNotKnown},
		{"not by sector", tableOf(t, nil, sector.ByYear()), 0, ownRates()[0], growth.ErrNotKnown},
	} {
		if o, err := SectorScenarios(c.table, 2018, 2023, c.approach, c.c); !errors.Is(err, c.want) || o != nil {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	if _, err := SectorScenarios(threeSectors(t), 2018, 2023, SumOfSectors, Case{Name: "a", Sectors: all}); err != nil {
		t.Errorf("every sector has its own: %v", err)
	}
	if _, err := SectorScenarios(threeSectors(t), 2018, 2023, SumOfSectors); !errors.Is(err, growth.ErrTooFew) {
		t.Errorf("no cases: %v", err)
	}
}
