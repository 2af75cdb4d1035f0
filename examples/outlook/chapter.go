package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"

	"smartcity/examples/command"
	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/projection"
	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

// chapter is the outlook, and what several sections quote.
type chapter struct {
	settings
	read      *sectorcsv.Report
	table     *sector.Table // by sector and year
	base      int           // its last year
	assumed   []assumption
	history   growth.Series   // jobs in all
	sectors   []growth.Series // and of each sector projected
	outlook   *projection.Outlook
	simulated *projection.Simulated
}

// assumption is a row of the file of assumptions.
type assumption struct {
	Sector       string  `csv:"sector,branche"`
	Industry     string  `csv:"industry,erhverv"`
	Low          float64 `csv:"market_low"`
	High         float64 `csv:"market_high"`
	Productivity float64 `csv:"productivity"`
	Elasticity   float64 `csv:"elasticity"`
}

// The scenarios, in their order.
const low, central, high = "low", "central", "high"

func read(ctx context.Context, stderr io.Writer, s settings, named bool) (*chapter, error) {
	if _, err := os.Stat(s.data); errors.Is(err, os.ErrNotExist) && !named {
		return nil, fmt.Errorf("there is no %s below this folder; name a company file with -data FILE", s.data)
	}
	progress, clear := command.Progress(stderr, s.lang.Pick("Reading", "Læser"))
	s.reading.Options.Progress = progress
	companies, report, err := sectorcsv.ReadFile(ctx, s.data, s.reading.Options)
	clear()
	if report != nil {
		for _, bad := range report.Rejected {
			fmt.Fprintln(stderr, "outlook: left out:", bad)
		}
	}
	if err != nil {
		return nil, err
	}
	if !report.Has(s.measure.String()) {
		return nil, command.NoMeasure(s.data, report, s.measure)
	}
	options := report.Options(sector.BySector(), sector.ByYear())
	options.Measure = s.measure
	c := &chapter{settings: s, read: report}
	if c.table, err = sector.Aggregate(companies, options); err != nil {
		return nil, fmt.Errorf("%s: %w", s.data, err)
	}
	if s.assumptions != "" {
		if c.assumed, _, err = sectorcsv.ReadRecordsFile[assumption](ctx, s.assumptions, sectorcsv.Options{}); err != nil {
			return nil, err
		}
	}
	if err := c.look(ctx); err != nil {
		return nil, fmt.Errorf("%s: %w", s.data, err)
	}
	return c, nil
}

// look projects and simulates.
func (c *chapter) look(ctx context.Context) (err error) {
	years := c.table.Years()
	c.base = years[len(years)-1]
	if c.to == 0 {
		c.to = c.base + 7
	}
	if c.outlook, err = projection.SectorScenarios(c.table, c.base, c.to, projection.SumOfSectors, c.cases()...); err != nil {
		return err
	}
	if c.history, err = c.table.Series(sector.Jobs); err != nil {
		return err
	}
	for _, p := range c.outlook.Sectors {
		h, err := c.table.Series(sector.Jobs, p.Name)
		if err != nil {
			return err
		}
		h.Name = p.Name
		c.sectors = append(c.sectors, h)
	}
	c.simulated, err = c.simulate(ctx, func(*projection.Simulation) {})
	return err
}

// cases are the low and the high end of what is assumed of each sector, and the
// middle between them.
func (c *chapter) cases() []projection.Case {
	var cases []projection.Case
	for _, s := range []struct {
		name string
		part float64
	}{{low, 0}, {central, 0.5}, {high, 1}} {
		between := func(from, to float64) projection.Yearly {
			if s.part == 1 {
				return projection.Constant(to)
			}
			return projection.Constant(from + s.part*(to-from))
		}
		one := projection.Case{Name: s.name, Course: projection.Course{Market: between(float64(c.growth.Low), float64(c.growth.High))}, Sectors: map[string]projection.Course{}}
		for _, a := range c.assumed {
			one.Sectors[a.Sector] = projection.Course{
				Market: between(a.Low, a.High), Productivity: projection.Constant(a.Productivity), Elasticity: projection.Constant(a.Elasticity),
			}
		}
		cases = append(cases, one)
	}
	return cases
}

// simulate draws growth as the page says it is drawn, but for what change changes.
func (c *chapter) simulate(ctx context.Context, change func(*projection.Simulation)) (*projection.Simulated, error) {
	s := projection.Simulation{
		Growth:      projection.Uncertainty{Shape: projection.PERT, Meaning: projection.CentralInterval, Probability: 0.8},
		Persistence: projection.Autoregressive, Rho: 0.5,
		Correlation: projection.Correlation{Model: projection.OneFactor, Loadings: []float64{math.Sqrt(0.5)}},
		Targets:     []projection.JobsTarget{{Jobs: c.target}}, Paths: c.paths,
	}
	change(&s)
	return c.outlook.Simulate(ctx, s, rand.NewPCG(c.seed, 0))
}

// total is a scenario of all sectors.
func (c *chapter) total(name string) projection.Scenario { return named(c.outlook.Total, name) }

func named(p *projection.Projection, name string) projection.Scenario {
	s, ok := p.Scenario(name)
	if !ok {
		panic("outlook: no scenario " + name)
	}
	return s
}

// page puts the sections one after the other.
func (c *chapter) page(ctx context.Context) (notebook.Page, error) {
	page := notebook.Page{
		Lang: c.lang, Title: c.say("The jobs ahead", "Jobbene, der kan komme"),
		Subtitle: fmt.Sprintf("%s, %d–%d", c.read.File, c.base, c.to),
	}
	for _, section := range []func(context.Context) ([]notebook.Block, error){
		c.keyFigures, c.scenarios, c.chance, c.bySector, c.sensitivity, c.past, c.indirect, c.method,
	} {
		blocks, err := section(ctx)
		if err != nil {
			return notebook.Page{}, err
		}
		page.Blocks = append(page.Blocks, blocks...)
	}
	return page, nil
}

// keyFigures are the figures that the chapter is about.
func (c *chapter) keyFigures(context.Context) ([]notebook.Block, error) {
	t, f := c.simulated.Targets[0], c.simulated.Total
	last := len(t.By) - 1
	blocks := []notebook.Block{notebook.KeyFigures{
		{Label: c.say("%s, %d", "%s, %d", capital(c.unit()), c.base), Value: c.jobs(c.outlook.Total.Base)},
		{Label: c.say("%s, %d", "%s, %d", capital(c.unit()), c.to), Value: c.jobs(f.QuantileIn(c.to, 0.5)), Note: c.say("median of the simulation", "simuleringens median")},
		{Label: c.say("Nine in ten outcomes, %d", "Ni ud af ti udfald, %d", c.to), Value: c.jobs(f.QuantileIn(c.to, 0.05)) + "–" + c.jobs(f.QuantileIn(c.to, 0.95))},
		{Label: c.say("Probability of %s by %d", "Sandsynlighed for %s i %d", c.jobs(c.target), c.to), Value: c.probability(t.By[last]), Note: c.say("under the assumptions below", "under forudsætningerne nedenfor")},
	}}
	if synthetic(c.data) {
		blocks = append(blocks, notebook.Note(c.say("Companies, assumptions and input–output table are **synthetic**: they are made up to try the methods, and say nothing about Denmark.",
			"Virksomheder, forudsætninger og input-output-tabel er **syntetiske**: De er opdigtet for at afprøve metoderne og siger intet om Danmark.")))
	}
	blocks = append(blocks, c.warn(slices.Concat(c.read.Warnings, c.simulated.Warnings))...) // those of the outlook are among them
	var left []string
	for _, n := range c.outlook.NotProjected {
		left = append(left, c.name(n.Name))
	}
	if len(left) > 0 {
		blocks = append(blocks, notebook.Warning(c.say("Without jobs to start from, and not projected: %s.", "Uden job at tage udgangspunkt i og derfor ikke fremskrevet: %s.", join(left, c.say(" and ", " og ")))))
	}
	return blocks, nil
}

// synthetic reports whether a company file is one of those made up for tests and
// examples, which stand in a folder called testdata.
func synthetic(path string) bool {
	path, err := filepath.Abs(path)
	return err == nil && filepath.Base(filepath.Dir(path)) == "testdata"
}

// provenance says where the figures come from.
func (c *chapter) provenance() notebook.Provenance {
	warnings := []string{}
	for _, w := range slices.Concat(c.read.Warnings, c.simulated.Warnings) {
		warnings = append(warnings, w.Error())
	}
	s := c.simulated.Simulation
	return notebook.Provenance{
		Input:  map[string]any{"file": c.read.File, "sha256": c.read.SHA256, "bytes": c.read.Size},
		Counts: map[string]any{"rows": c.read.Rows, "kept": c.read.Kept, "rejected": len(c.read.Rejected), "sectors": len(c.outlook.Sectors), "warnings": warnings},
		Assumptions: map[string]any{
			"language": c.lang, "measure": c.measure, "base_year": c.base, "to": c.to, "target_jobs": c.target, "market_growth": c.growth,
			"assumptions_file": filepath.Base(c.assumptions), "input_output_file": filepath.Base(c.industries), "assumptions": c.assumed, "approach": c.outlook.Approach.String(),
			"shape": s.Growth.Shape.String(), "range_means": s.Growth.Meaning.String(), "probability_of_range": s.Growth.Probability, "persistence": s.Persistence.String(), "rho": s.Rho,
			"correlation": s.Correlation.Model.String(), "loadings": s.Correlation.Loadings, "paths": s.Paths, "seed": c.seed,
		},
	}
}
