package projection

import (
	"errors"
	"math/rand/v2"
	"testing"

	"smartcity/growth"
	"smartcity/sector"
)

// TestErrorTexts: errors say where they arose, and the package's name once.
func TestErrorTexts(t *testing.T) {
	short := Case{Name: "short", Course: Course{Market: ByYear(2019, .1)}}
	_, scenario := ProjectScenarios("Energy", "FTE", 100, 2018, 2020, short)
	table, err := sector.Aggregate([]sector.Company{company("Energy", "", 2018, sector.Value(100))}, sector.Options{By: []sector.Dimension{sector.BySector()}})
	if err != nil {
		t.Fatal(err)
	}
	_, sectors := SectorScenarios(table, 2018, 2020, SumOfSectors, short)
	_, total := SectorScenarios(table, 2018, 2018, SumOfSectors, short)
	p, err := Project("Energy", "FTE", 100, 2018, 2020, Assumptions{Market: growth.Range{Low: .1, High: .2}})
	if err != nil {
		t.Fatal(err)
	}
	_, tornado := p.Tornado("low", Vary(MarketGrowth, .1, -2))
	_, grid := p.Grid("low", Vary(MarketGrowth, .1), Vary(ProductivityGrowth, -2))
	_, simulation := Simulate(t.Context(), []*Projection{p}, Simulation{Scenarios: [2]string{"low", "top"}}, rand.NewPCG(1, 2))
	for _, c := range []struct {
		err, is error
		want    string
	}{
		{scenario, growth.ErrNotKnown, `projection: "Energy", 2018–2020: market growth is not stated for 2020: figure is not known`},
		{sectors, growth.ErrNotKnown, `projection: scenario "short": "Energy", 2018–2020: market growth is not stated for 2020: figure is not known`},
		{total, growth.ErrOrder, `projection: 2018–2018: the target year is not after the base year: order is reversed`},
		{tornado, growth.ErrNoGrowth, `projection: tornado of market growth: "Energy", 2018–2020: market growth in 2019: rate -2 loses everything in a year: rate does not lead there`},
		{grid, growth.ErrNoGrowth, `projection: grid of market growth and productivity growth: "Energy", 2018–2020: productivity growth in 2019: rate -2 loses everything in a year: rate does not lead there`},
		{simulation, growth.ErrNotKnown, `projection: simulation: "Energy", 2018–2020: it has no scenario "top" to draw growth from: figure is not known`},
	} {
		if !errors.Is(c.err, c.is) || c.err.Error() != c.want {
			t.Errorf("%v\nwant\n%v", c.err, c.want)
		}
	}
}
