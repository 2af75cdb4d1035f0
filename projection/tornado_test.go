package projection

import (
	"errors"
	"math"
	"reflect"
	"slices"
	"testing"

	"smartcity/growth"
)

func headline(t *testing.T) *Projection {
	t.Helper()
	p, err := ProjectScenarios("Smart City", "FTE", 17600, 2018, 2025, Case{Name: "central", Course: Course{Market: Constant(.145)}})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Every bar against the formula, written down again.
func TestTornado(t *testing.T) {
	p := headline(t)
	before := headline(t).Scenarios
	got, err := p.Tornado("central",
		Vary(JobElasticity, .8, 1), Vary(ShareGrowth, -.01, 0, .01), Vary(BaseJobs, 17000, 18000),
		Vary(ProductivityGrowth, 0, .02), Vary(MarketGrowth, .12, .17))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(p.Scenarios, before) || got.Year != 2025 || got.Unit != "FTE" || got.Name != "Smart City" || got.Scenario != "central" {
		t.Errorf("%+v", got)
	}
	level := func(base, m, s, p, e float64) float64 {
		return base * math.Pow(math.Pow((1+m)*(1+s), e)/(1+p), 7)
	}
	want := []struct {
		a      Assumption
		levels []float64
	}{
		{MarketGrowth, []float64{level(17600, .12, 0, 0, 1), level(17600, .17, 0, 0, 1)}},
		{JobElasticity, []float64{level(17600, .145, 0, 0, .8), level(17600, .145, 0, 0, 1)}},
		{ShareGrowth, []float64{level(17600, .145, -.01, 0, 1), level(17600, .145, 0, 0, 1), level(17600, .145, .01, 0, 1)}},
		{ProductivityGrowth, []float64{level(17600, .145, 0, 0, 1), level(17600, .145, 0, .02, 1)}},
		{BaseJobs, []float64{level(17000, .145, 0, 0, 1), level(18000, .145, 0, 0, 1)}},
	}
	for i, b := range got.Bars {
		if b.Assumption != want[i].a || len(b.Levels) != len(want[i].levels) {
			t.Fatalf("bar %d is %v, %v", i, b.Assumption, b.Levels)
		}
		for k, x := range want[i].levels {
			if math.Abs(b.Levels[k]-x) > 1e-12*x {
				t.Errorf("%v: %v, want %v", b.Assumption, b.Levels, want[i].levels)
			}
		}
		if b.Low != slices.Min(b.Levels) || b.High != slices.Max(b.Levels) || b.Swing != b.High-b.Low || i > 0 && b.Swing > got.Bars[i-1].Swing {
			t.Errorf("%+v", b)
		}
	}
	// DOMAIN.md, section 1.
	if b := got.Bars[0]; math.Round(b.Low) != 38908 || math.Round(b.High) != 52822 {
		t.Errorf("market: %v", b.Levels)
	}
	if v := got.View(); len(v.Rows) != 11 || len(v.Rows[0]) != len(v.Columns) || v.Rows[0][4].Number != got.Bars[0].Levels[0]-got.Level {
		t.Errorf("%+v", v)
	}
}

func TestOutlookTornado(t *testing.T) {
	for _, approach := range []Approach{SumOfSectors, SharedOut} {
		o, err := SectorScenarios(threeSectors(t), 2018, 2023, approach, ownRates()...)
		if err != nil {
			t.Fatal(err)
		}
		got, err := o.Tornado("central",
			Variation{MarketGrowth, "Energy", []Yearly{Constant(0), ByYear(2019, .2, .15, .1, .05, 0), Constant(.3)}},
			Vary(MarketGrowth, .05, .15), Variation{BaseJobs, "Water", []Yearly{Constant(40), Constant(50)}}, Vary(BaseJobs, 200.5, 401))
		if err != nil {
			t.Fatal(err)
		}
		end := func(o *Outlook) float64 { return o.Total.Scenarios[0].LevelIn(2023) }
		if math.Abs(got.Level-end(o)) > 1e-12*got.Level {
			t.Errorf("%v: level %v, want %v", approach, got.Level, end(o))
		}
		for _, b := range got.Bars {
			if b.Assumption == BaseJobs && b.Sector == "" {
				if math.Abs(b.Levels[1]-2*got.Level) > 1e-12*b.Levels[1] || math.Abs(b.Levels[0]-got.Level) > 1e-12*got.Level {
					t.Errorf("%v: twice the base gives %v of %v", approach, b.Levels, got.Level)
				}
				continue
			}
			for k, x := range b.Values {
				// The same asked for from the start.
				c := ownRates()[:1]
				table := threeSectors(t)
				switch {
				case b.Assumption == BaseJobs:
					if x.Values[0] == 40 {
						break
					}
					continue
				case b.Sector == "":
					c[0].Course.Market = x
					e := c[0].Sectors["Energy"]
					e.Market = x
					c[0].Sectors["Energy"] = e
				default:
					e := c[0].Sectors["Energy"]
					e.Market = x
					c[0].Sectors["Energy"] = e
				}
				again, err := SectorScenarios(table, 2018, 2023, approach, c...)
				if err != nil || math.Abs(b.Levels[k]-end(again)) > 1e-12*end(again) {
					t.Errorf("%v, %v of %q: %v, from the start %v, %v", approach, b.Assumption, b.Sector, b.Levels[k], end(again), err)
				}
			}
			if b.Sector == "Water" {
				add := b.Levels[1] - b.Levels[0] // 10 more, at 10 % and 2 % productivity
				if want := 10 * math.Pow(1.1/1.02, 5); math.Abs(add-want) > 1e-9 {
					t.Errorf("%v: ten more jobs in water make %v, want %v", approach, add, want)
				}
			}
			if b.Sector == "Energy" && (approach == SharedOut) != (b.Swing == 0) {
				t.Errorf("%v: energy swings the total by %v", approach, b.Swing)
			}
		}
	}
}

func TestGrid(t *testing.T) {
	p := headline(t)
	g, err := p.Grid("central", Vary(ProductivityGrowth, 0, .02), Vary(MarketGrowth, .12, .17))
	if err != nil {
		t.Fatal(err)
	}
	// DOMAIN.md, section 1.
	for i, row := range [][]float64{{38908, 52822}, {33872, 45985}} {
		for k, want := range row {
			if math.Round(g.Levels[i][k]) != want {
				t.Errorf("%v, want %v", g.Levels[i], row)
			}
		}
	}
	if v := g.View(); len(v.Rows) != 4 || v.Rows[3][0].Number != .02 || v.Rows[3][1].Number != .17 || v.Rows[3][2].Number != g.Levels[1][1] {
		t.Errorf("%+v", v)
	}
	o, err := SectorScenarios(threeSectors(t), 2018, 2023, SumOfSectors, ownRates()...)
	if err != nil {
		t.Fatal(err)
	}
	both, err := o.Grid("central", Variation{MarketGrowth, "Energy", []Yearly{Constant(.1), Constant(.2)}}, Vary(BaseJobs, 200.5, 100.25))
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range both.Levels {
		if math.Abs(row[0]-2*row[1]) > 1e-12*row[0] {
			t.Errorf("half the base: %v", row)
		}
	}
}

func TestSensitivityErrors(t *testing.T) {
	p := headline(t)
	o, err := SectorScenarios(threeSectors(t), 2018, 2023, SumOfSectors, ownRates()...)
	if err != nil {
		t.Fatal(err)
	}
	market := Vary(MarketGrowth, .1, .2)
	second := func(_ any, err error) error { return err }
	for _, c := range []struct {
		name string
		err  error
		want error
	}{
		{"no scenario", second(p.Tornado("x", market)), growth.ErrNotKnown},
		{"no scenario of the outlook", second(o.Tornado("x", market)), growth.ErrNotKnown},
		{"derived", second(o.Total.Tornado("central", market)), growth.ErrNotKnown},
		{"nothing", second(p.Tornado("central")), growth.ErrTooFew},
		{"one value", second(p.Tornado("central", Vary(MarketGrowth, .1))), growth.ErrTooFew},
		{"no value", second(p.Grid("central", market, Vary(ShareGrowth))), growth.ErrTooFew},
		{"unknown assumption", second(p.Tornado("central", Vary(Assumption(9), 1, 2))), growth.ErrNotKnown},
		{"value not stated", second(p.Tornado("central", Variation{Values: []Yearly{Constant(.1), {}}})), growth.ErrNotKnown},
		{"sector of a projection", second(p.Tornado("central", Variation{Sector: "Energy", Values: market.Values})), growth.ErrNotKnown},
		{"no such sector", second(o.Tornado("central", Variation{Sector: "Space", Values: market.Values})), growth.ErrNotKnown},
		{"base by year", second(p.Tornado("central", Variation{Assumption: BaseJobs, Values: []Yearly{Constant(1), ByYear(2018, 1)}})), growth.ErrNotKnown},
		{"base of zero", second(p.Tornado("central", Vary(BaseJobs, 0, 1))), growth.ErrNotPositive},
		{"base NaN", second(o.Tornado("central", Vary(BaseJobs, math.NaN(), 1))), growth.ErrNotKnown},
		{"market lost", second(p.Tornado("central", Vary(MarketGrowth, -1, .1))), growth.ErrNoGrowth},
		{"by itself", second(p.Grid("central", market, market)), growth.ErrOrder},
		{"all and one", second(o.Grid("central", market, Variation{Sector: "Energy", Values: market.Values})), growth.ErrOrder},
	} {
		if !errors.Is(c.err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, c.err, c.want)
		}
	}
	if _, err := o.Grid("central", Variation{Sector: "Water", Values: market.Values}, Variation{Sector: "Energy", Values: market.Values}); err != nil {
		t.Errorf("two sectors: %v", err)
	}
}
