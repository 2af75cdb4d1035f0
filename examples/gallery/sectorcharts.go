package main

import (
	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/sector"
	"smartcity/sector/disclosure"
	"smartcity/sector/dynamics"
	"smartcity/sector/sectorplot"
	"smartcity/sector/structure"
)

func jobs(d *data) (*growthplot.Page, error) {
	return sectorplot.NewJobsPage(d.sectors, year, d.text, d.style)
}

func revenuePerJob(d *data) (*growthplot.Page, error) {
	return sectorplot.NewRevenuePerJobPage(
		d.sectors, year, d.text, d.style)
}

func twoYears(d *data) (*growthplot.Page, error) {
	return sectorplot.NewTwoYearsPage(
		d.sectors, sector.Jobs, from, year, d.text, d.style)
}

func index(d *data) (*growthplot.Page, error) {
	return sectorplot.NewIndexPage(
		d.sectors, sector.Jobs, from, d.text, d.style)
}

func seriesIndex(d *data) (*growthplot.Page, error) {
	field, err := d.sectors.Series(sector.Jobs)
	if err != nil {
		return nil, err
	}
	economy, err := d.economy.Series(sector.Jobs)
	if err != nil {
		return nil, err
	}
	field.Name = "Smart City"
	economy.Name = d.style.Lang.Pick(
		"The whole economy", "Hele økonomien")
	text := growthplot.Text{Source: d.text.Source}
	return growthplot.NewIndexPage(
		[]growth.Series{field, economy}, from, text, d.style)
}

func bubbles(d *data) (*growthplot.Page, error) {
	return sectorplot.NewBubblesPage(
		d.sectors, from, year, d.text, d.style)
}

func heatMap(d *data) (*growthplot.Page, error) {
	return sectorplot.NewHeatMapPage(
		d.regions, sector.Jobs, year, d.text, d.style)
}

func protectedHeatMap(d *data) (*growthplot.Page, error) {
	options := d.file.Options(
		sector.BySector(), sector.ByRegion(), sector.ByYear())
	options.Contributions = true
	table, err := sector.Aggregate(d.companies, options)
	if err != nil {
		return nil, err
	}
	rules := disclosure.Options{Rules: []disclosure.Rule{
		disclosure.MinimumCompanies{N: 5},
		disclosure.Dominance{N: 2, K: 75},
	}}
	result, err := disclosure.Protect(rules, table)
	if err != nil {
		return nil, err
	}
	style := d.style
	style.Theme = growthplot.Dark()
	return sectorplot.NewHeatMapPage(
		result.Tables[0], sector.Jobs, year, d.text, style)
}

func shiftShare(d *data) (*growthplot.Page, error) {
	options := structure.TableShiftShareOptions{Region: "Midtjylland"}
	shifts, err := structure.TableShiftShare(
		structure.Dunn, d.regions, d.economy, &options)
	if err != nil {
		return nil, err
	}
	text := d.text
	text.Subject = options.Region
	return sectorplot.NewShiftSharePage(shifts, text, d.style)
}

func jobFlows(d *data) (*growthplot.Page, error) {
	panel, err := dynamics.NewPanel(
		d.companies, dynamics.PanelOptions{})
	if err != nil {
		return nil, err
	}
	flows, err := dynamics.JobFlows(panel, dynamics.JobFlowOptions{})
	if err != nil {
		return nil, err
	}
	return sectorplot.NewJobFlowsPage(flows, d.text, d.style)
}

func sizeClasses(d *data) (*growthplot.Page, error) {
	sizes, err := structure.SizeClasses(d.companies, year, nil)
	if err != nil {
		return nil, err
	}
	return sectorplot.NewSizeClassesPage(sizes, d.text, d.style)
}
