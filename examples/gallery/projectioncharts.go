package main

import (
	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/projection"
	"smartcity/projection/projectionplot"
	"smartcity/sector"
)

func band(d *data) (*growthplot.Page, error) {
	history, err := d.sectors.Series(sector.Jobs)
	if err != nil {
		return nil, err
	}
	market := growth.Range{Low: .12, High: .17}
	outlook, err := projection.Sectors(
		d.sectors, year, to, projection.Assumptions{Market: market})
	if err != nil {
		return nil, err
	}
	return projectionplot.NewBandPage(
		outlook.Total, history, target, d.text, d.style)
}

func fan(d *data) (*growthplot.Page, error) {
	history, err := d.sectors.Series(sector.Jobs)
	if err != nil {
		return nil, err
	}
	return projectionplot.NewFanPage(
		d.simulated, "", history, d.text, d.style)
}

func fans(d *data) (*growthplot.Page, error) {
	style := d.style
	style.Height = 570
	return projectionplot.NewFansPage(
		d.simulated, d.history, d.text, style)
}

func waterfall(d *data) (*growthplot.Page, error) {
	return projectionplot.NewWaterfallPage(
		d.outlook, "central", d.text, d.style)
}

func tornado(d *data) (*growthplot.Page, error) {
	base := d.outlook.Total.Base
	tornado, err := d.outlook.Tornado("central",
		projection.Vary(projection.MarketGrowth, .12, .17),
		projection.Vary(projection.ProductivityGrowth, 0, .03),
		projection.Vary(projection.ShareGrowth, -.01, .01),
		projection.Vary(projection.JobElasticity, .8, 1),
		projection.Vary(projection.BaseJobs, .97*base, 1.03*base),
	)
	if err != nil {
		return nil, err
	}
	return projectionplot.NewTornadoPage(tornado, d.text, d.style)
}

func grid(d *data) (*growthplot.Page, error) {
	grid, err := d.outlook.Grid("central",
		projection.Vary(projection.ProductivityGrowth,
			0, .01, .02, .03),
		projection.Vary(projection.MarketGrowth,
			.08, .10, .12, .14, .16, .18),
	)
	if err != nil {
		return nil, err
	}
	return projectionplot.NewGridPage(grid, target, d.text, d.style)
}
