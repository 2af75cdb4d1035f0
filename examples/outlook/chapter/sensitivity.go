package chapter

import (
	"context"
	"errors"
	"math"

	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/projection"
	"smartcity/projection/projectionplot"
)

// sensitivity is what the central scenario hangs on: one assumption at a time, and
// two together.
func (c *Chapter) sensitivity(context.Context) ([]notebook.Block, error) {
	blocks, err := c.tornado()
	if err != nil {
		return nil, err
	}
	market, productivity := around(c.Growth, -.8, -.4, 0, .5, 1, 1.6), []float64{0, .01, .02, .03}
	g, err := c.outlook.Grid(central, projection.Vary(projection.ProductivityGrowth, productivity...), projection.Vary(projection.MarketGrowth, market...))
	if err != nil {
		return nil, err
	}
	two, err := projectionplot.NewGridPage(g, c.Target, c.text(), growthplot.Style{Lang: c.Lang})
	if err != nil {
		return nil, err
	}
	return append(blocks,
		notebook.Prose(c.say("Two of them together, the same in all sectors:", "To af dem sammen, ens i alle brancher:")),
		notebook.Chart{Name: "grid", Picture: two, Data: c.gridTable(g)}), nil
}

// tornado varies one assumption at a time.
func (c *Chapter) tornado() ([]notebook.Block, error) {
	base := c.outlook.Total.Base
	d, err := c.outlook.Tornado(central,
		projection.Vary(projection.MarketGrowth, around(c.Growth, 0, 1)...),
		projection.Vary(projection.ProductivityGrowth, 0, .03),
		projection.Vary(projection.ShareGrowth, -.01, .01),
		projection.Vary(projection.JobElasticity, .8, 1),
		projection.Vary(projection.BaseJobs, .97*base, 1.03*base),
	)
	heading := notebook.Heading{Text: c.say("What it hangs on", "Hvad det afhænger af")}
	if errors.Is(err, growth.ErrNotPositive) || errors.Is(err, growth.ErrNotKnown) {
		return []notebook.Block{heading, notebook.Note(c.say("Growth like this, varied over so many years, leads to figures that cannot be counted.", "En vækst som denne, varieret over så mange år, fører til tal, der ikke kan tælles."))}, nil
	}
	if err != nil {
		return nil, err
	}
	page, err := projectionplot.NewTornadoPage(d, c.text(), growthplot.Style{Lang: c.Lang})
	if err != nil {
		return nil, err
	}
	instead := ""
	if c.assumed != nil {
		instead = c.say(", in place of what is assumed of each", " i stedet for det, der er forudsat om hver")
	}
	return []notebook.Block{
		heading,
		notebook.Prose(c.say("The central scenario%s has %s %s in %d. Here one assumption at a time is varied for all sectors%s; the others stay as they are.",
			"Det centrale scenarie%s har %s %s i %d. Her varieres én forudsætning ad gangen for alle brancher%s; de andre holdes fast.", c.halfWay(), c.jobs(d.Level), c.unit(), c.To, instead)),
		notebook.Chart{Name: "tornado", Picture: page, Data: c.tornadoTable(d)},
	}, nil
}

// around are growth rates in and beside a range, at parts of its width from the low
// end. Of a single rate the range is a percentage point on either side.
func around(r growth.Range, parts ...float64) (rates []float64) {
	low, high := float64(r.Low), float64(r.High)
	if low == high {
		low, high = max(low-.01, (low-1)/2), high+.01
	}
	for _, part := range parts {
		x := low + part*(high-low)
		if part < 0 {
			x = low + part*min(high-low, 1+low) // no market loses everything
		}
		switch part {
		case 0, 1: // as they are given
			rates = append(rates, []float64{low, high}[int(part)])
		default:
			rates = append(rates, math.Round(x*1e4)/1e4)
		}
	}
	return rates
}
