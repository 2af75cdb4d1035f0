package main

import (
	"context"
	"math"
	"math/rand/v2"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/projection"
	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

// data is what the charts start from.
type data struct {
	style     growthplot.Style
	text      growthplot.Text // subject and source; charts compute their titles
	companies []sector.Company
	file      *sectorcsv.Report
	all       []sector.Company // of the economy that these are part of, a cell a row
	reference *sectorcsv.Report
	assumed   []assumption
	rates     *sectorcsv.Report
	sectors   *sector.Table   // by sector and year
	regions   *sector.Table   // by sector, region and year
	economy   *sector.Table   // the same of all
	history   []growth.Series // jobs of each sector
	outlook   *projection.Outlook
	simulated *projection.Simulated
}

// assumption is a row of the file of assumptions.
type assumption struct {
	Sector       string  `csv:"sector"`
	Low          float64 `csv:"market_low"`
	High         float64 `csv:"market_high"`
	Productivity float64 `csv:"productivity"`
	Elasticity   float64 `csv:"elasticity"`
}

// The first and the last year of the data, the one to look ahead to, and the jobs
// aimed at there.
const from, year, to, target = 2014, 2018, 2025, 35200

const seed = 2025 // of the simulation

// load reads the test data and computes what charts are drawn of.
func load(ctx context.Context, lang locale.Language) (*data, error) {
	d := &data{style: growthplot.Style{Lang: lang}}
	d.text.Subject = "Smart\u00a0City" // never broken over two lines
	d.text.Source = lang.Pick(
		"synthetic test data", "syntetiske testdata")
	var err error
	var opt sectorcsv.Options
	d.companies, d.file, err = sectorcsv.ReadFile(
		ctx, "testdata/companies.csv", opt)
	if err != nil {
		return nil, err
	}
	d.all, d.reference, err = sectorcsv.ReadFile(
		ctx, "testdata/reference.csv", opt)
	if err != nil {
		return nil, err
	}
	d.assumed, d.rates, err = sectorcsv.ReadRecordsFile[assumption](
		ctx, "testdata/assumptions.csv", opt)
	if err != nil {
		return nil, err
	}
	if err := d.aggregate(); err != nil {
		return nil, err
	}
	if err := d.project(); err != nil {
		return nil, err
	}
	if err := d.simulate(ctx); err != nil {
		return nil, err
	}
	return d, d.translate()
}

// aggregate adds companies up.
func (d *data) aggregate() (err error) {
	d.sectors, err = sector.Aggregate(d.companies,
		d.file.Options(sector.BySector(), sector.ByYear()))
	if err != nil {
		return err
	}
	by := []sector.Dimension{
		sector.BySector(), sector.ByRegion(), sector.ByYear()}
	d.regions, err = sector.Aggregate(
		d.companies, d.file.Options(by...))
	if err != nil {
		return err
	}
	d.economy, err = sector.Aggregate(
		d.all, d.reference.Options(by...))
	return err
}

// project looks ahead, with the low end, the middle and the high end
// of what is assumed of each sector.
func (d *data) project() (err error) {
	var cases []projection.Case
	for i, name := range []string{"low", "central", "high"} {
		one := projection.Case{Name: name}
		one.Sectors = map[string]projection.Course{}
		for _, a := range d.assumed {
			market := a.Low + float64(i)/2*(a.High-a.Low)
			one.Sectors[a.Sector] = projection.Course{
				Market:       projection.Constant(market),
				Productivity: projection.Constant(a.Productivity),
				Elasticity:   projection.Constant(a.Elasticity),
			}
		}
		cases = append(cases, one)
	}
	d.outlook, err = projection.SectorScenarios(
		d.sectors, year, to, projection.SumOfSectors, cases...)
	if err != nil {
		return err
	}
	d.history = nil
	for _, p := range d.outlook.Sectors {
		h, err := d.sectors.Series(sector.Jobs, p.Name)
		if err != nil {
			return err
		}
		h.Name = p.Name
		d.history = append(d.history, h)
	}
	return nil
}

// simulate draws growth between the low and the high end.
func (d *data) simulate(ctx context.Context) (err error) {
	d.simulated, err = d.outlook.Simulate(ctx, projection.Simulation{
		Growth: projection.Uncertainty{
			Shape:       projection.PERT,
			Meaning:     projection.CentralInterval,
			Probability: 0.8,
		},
		Persistence: projection.Autoregressive,
		Rho:         0.5,
		Correlation: projection.Correlation{
			Model:    projection.OneFactor,
			Loadings: []float64{math.Sqrt(0.5)},
		},
		Targets: []projection.JobsTarget{{Jobs: target}},
		Paths:   20_000,
	}, rand.NewPCG(seed, 0))
	return err
}
