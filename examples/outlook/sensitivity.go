package main

import (
	"context"

	"smartcity/examples/notebook"
	"smartcity/growth/growthplot"
	"smartcity/projection"
	"smartcity/projection/projectionplot"
)

// sensitivity is what the central scenario hangs on: one assumption at a time, and
// two together.
func (c *chapter) sensitivity(context.Context) ([]notebook.Block, error) {
	base := c.outlook.Total.Base
	variations := []projection.Variation{
		projection.Vary(projection.MarketGrowth, float64(c.growth.Low), float64(c.growth.High)),
		projection.Vary(projection.ProductivityGrowth, 0, .03),
		projection.Vary(projection.ShareGrowth, -.01, .01),
		projection.Vary(projection.JobElasticity, .8, 1),
		projection.Vary(projection.BaseJobs, .97*base, 1.03*base),
	}
	d, err := c.outlook.Tornado(central, variations...)
	if err != nil {
		return nil, err
	}
	page, err := projectionplot.NewTornadoPage(d, c.text(), growthplot.Style{Lang: c.lang})
	if err != nil {
		return nil, err
	}
	data := notebook.FromView(d.View(), "tornado", "", nil)
	market, productivity := []float64{.08, .10, .12, .145, .17, .20}, []float64{0, .01, .02, .03}
	g, err := c.outlook.Grid(central, projection.Vary(projection.ProductivityGrowth, productivity...), projection.Vary(projection.MarketGrowth, market...))
	if err != nil {
		return nil, err
	}
	two, err := projectionplot.NewGridPage(g, c.target, c.text(), growthplot.Style{Lang: c.lang})
	if err != nil {
		return nil, err
	}
	view := notebook.FromView(g.View(), "grid", "", nil)
	return []notebook.Block{
		notebook.Heading{Text: c.say("What it hangs on", "Hvad det afhænger af")},
		notebook.Prose(c.say("The central scenario has %s %s in %d. Here one assumption at a time is varied for all sectors, and takes the place of what is assumed of each; all others stay.",
			"Det centrale scenarie har %s %s i %d. Her varieres én forudsætning ad gangen for alle brancher i stedet for det, der er forudsat om hver; de andre holdes fast.", c.jobs(d.Level), c.unit(), c.to)),
		notebook.Chart{Name: "tornado", Picture: page, Data: &data},
		notebook.Prose(c.say("Two of them together, the same in all sectors:", "To af dem sammen, ens i alle brancher:")),
		notebook.Chart{Name: "grid", Picture: two, Data: &view},
	}, nil
}
