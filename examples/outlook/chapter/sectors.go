package chapter

import (
	"context"

	"smartcity/examples/notebook"
	"smartcity/growth/growthplot"
	"smartcity/projection"
	"smartcity/projection/projectionplot"
)

// bySector is the fan of each sector.
func (c *Chapter) bySector(context.Context) ([]notebook.Block, error) {
	t := notebook.Table{
		Caption: c.say("Simulated jobs in %d, %s", "Simulerede job i %d, %s", c.To, c.unit()),
		Columns: []notebook.Column{
			{Header: c.say("Sector", "Branche")}, c.column("", c.year(c.base)), c.column("", "Median"),
			c.column("", c.say("5th percentile", "5. percentil")), c.column("", c.say("95th percentile", "95. percentil")),
			{Header: c.say("Median gain", "Tilvækst, median"), Signed: true, Decimals: c.decimals()},
		},
	}
	row := func(name string, f *projection.Fan) []notebook.Cell {
		median := f.QuantileIn(c.To, .5)
		return []notebook.Cell{
			notebook.Str(name), notebook.Num(f.Base), notebook.Num(median), notebook.Num(f.QuantileIn(c.To, .05)), notebook.Num(f.QuantileIn(c.To, .95)), notebook.Num(median - f.Base),
		}
	}
	for _, f := range c.simulated.Sectors {
		t.Rows = append(t.Rows, row(c.Lang.GroupName(f.Name), f))
	}
	t.Total = row(c.say("Total", "I alt"), c.simulated.Total)
	t.Note = c.say("Quantiles do not add up: it is unlikely that all sectors do badly at once. The total has its own.",
		"Fraktiler kan ikke lægges sammen: Det er usandsynligt, at det går alle brancher dårligt på én gang. Det samlede tal har sine egne.")
	data := notebook.FromView(c.simulated.View(), "simulation", "", c.Lang)
	t.Data = &data
	chart, err := c.fans()
	if err != nil {
		return nil, err
	}
	return []notebook.Block{notebook.Heading{Text: c.say("Sector by sector", "Branche for branche")}, chart, t}, nil
}

// fans is the chart of them.
func (c *Chapter) fans() (notebook.Chart, error) {
	page, err := projectionplot.NewFansPage(c.simulated, c.sectors, c.text(), growthplot.Style{Lang: c.Lang, Height: 570})
	return notebook.Chart{Name: "fan-by-sector", Picture: page, Data: c.fanTable("sector")}, err
}
