// Package chapter is the outlook of a sector report: a section a file, from
// scenarios.go to indirect.go. [Chapter.Page] is all of it and [Chapter.Brief] what a
// report prints.
package chapter

import (
	"context"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"path/filepath"
	"slices"

	"smartcity/examples/command"
	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/growth/locale"
	"smartcity/projection"
	"smartcity/projection/inputoutput"
	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

// Settings say what the chapter is of.
type Settings struct {
	Data        string // the company file, as it was named
	Source      string // the line below charts; "": the file
	Assumptions string // file of assumptions by sector, "" for none
	Industries  string // file of the input–output table, or of Multipliers; "" for none
	// Multipliers of jobs by sector take the place of an input–output table.
	Multipliers []inputoutput.JobMultiplier

	Lang    locale.Language
	Measure sector.Measure
	Growth  growth.Range // of the market of sectors without assumptions of their own
	Base    int          // year to project from; 0: the last one of the data
	To      int          // 0: seven years after it
	Target  float64      // jobs in that year; 0: none, for [Chapter.Brief] only
	Paths   int
	Seed    uint64
}

// Chapter is the outlook, and what several sections quote.
type Chapter struct {
	Settings
	read      *sectorcsv.Report
	table     *sector.Table // by sector and year
	base      int           // year to project from
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

// New projects and simulates the jobs of a table by sector and year, which was
// made of the file that read tells of.
func New(ctx context.Context, table *sector.Table, read *sectorcsv.Report, s Settings) (*Chapter, error) {
	c := &Chapter{Settings: s, read: read, table: table}
	if s.Assumptions != "" {
		var err error
		if c.assumed, _, err = sectorcsv.ReadRecordsFile[assumption](ctx, s.Assumptions, sectorcsv.Options{}); err != nil {
			return nil, err
		}
	}
	if err := c.look(ctx); err != nil {
		return nil, fmt.Errorf("%s: %w", s.Data, err)
	}
	return c, nil
}

// look projects and simulates.
func (c *Chapter) look(ctx context.Context) (err error) {
	if c.base = c.Base; c.base == 0 {
		years := c.table.Years()
		c.base = years[len(years)-1]
	}
	if c.To == 0 {
		c.To = c.base + 7
	}
	if c.outlook, err = projection.SectorScenarios(c.table, c.base, c.To, projection.SumOfSectors, c.cases()...); err != nil {
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
func (c *Chapter) cases() []projection.Case {
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
		one := projection.Case{Name: s.name, Course: projection.Course{Market: between(float64(c.Growth.Low), float64(c.Growth.High))}, Sectors: map[string]projection.Course{}}
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
func (c *Chapter) simulate(ctx context.Context, change func(*projection.Simulation)) (*projection.Simulated, error) {
	s := projection.Simulation{
		Growth:      projection.Uncertainty{Shape: projection.PERT, Meaning: projection.CentralInterval, Probability: 0.8},
		Persistence: projection.Autoregressive, Rho: 0.5,
		Correlation: projection.Correlation{Model: projection.OneFactor, Loadings: []float64{math.Sqrt(0.5)}},
		Paths:       c.Paths,
	}
	if c.Target > 0 {
		s.Targets = []projection.JobsTarget{{Jobs: c.Target}}
	}
	change(&s)
	return c.outlook.Simulate(ctx, s, rand.NewPCG(c.Seed, 0))
}

// total is a scenario of all sectors.
func (c *Chapter) total(name string) projection.Scenario { return named(c.outlook.Total, name) }

func named(p *projection.Projection, name string) projection.Scenario {
	s, ok := p.Scenario(name)
	if !ok {
		panic("chapter: no scenario " + name)
	}
	return s
}

// Page puts the sections one after the other. It needs a target.
func (c *Chapter) Page(ctx context.Context) (notebook.Page, error) {
	page := notebook.Page{
		Lang: c.Lang, Title: c.say("The jobs ahead", "Jobbene, der kan komme"),
		Subtitle: fmt.Sprintf("%s, %d–%d", c.read.File, c.base, c.To),
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
func (c *Chapter) keyFigures(context.Context) ([]notebook.Block, error) {
	t, f := c.simulated.Targets[0], c.simulated.Total
	last := len(t.By) - 1
	blocks := []notebook.Block{notebook.KeyFigures{
		{Label: c.say("%s, %d", "%s, %d", capital(c.unit()), c.base), Value: c.jobs(c.outlook.Total.Base)},
		{Label: c.say("%s, %d", "%s, %d", capital(c.unit()), c.To), Value: c.jobs(f.QuantileIn(c.To, 0.5)), Note: c.say("median of the simulation", "simuleringens median")},
		{Label: c.say("Nine in ten outcomes, %d", "Ni ud af ti udfald, %d", c.To), Value: c.jobs(f.QuantileIn(c.To, 0.05)) + "–" + c.jobs(f.QuantileIn(c.To, 0.95))},
		{Label: c.say("Probability of %s by %d", "Sandsynlighed for %s i %d", c.jobs(c.Target), c.To), Value: c.probability(t.By[last]), Note: c.say("under the assumptions below", "under forudsætningerne nedenfor")},
	}}
	if command.Synthetic(c.Data) {
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

// Provenance says where the figures come from.
func (c *Chapter) Provenance() notebook.Provenance {
	warnings := []string{}
	for _, w := range slices.Concat(c.read.Warnings, c.simulated.Warnings) {
		warnings = append(warnings, w.Error())
	}
	assumptions := map[string]any{
		"language": c.Lang, "measure": c.Measure, "base_year": c.base, "to": c.To, "target_jobs": c.Target, "market_growth": c.Growth,
		"assumptions_file": filepath.Base(c.Assumptions), "input_output_file": filepath.Base(c.Industries), "assumptions": c.assumed, "approach": c.outlook.Approach.String(),
	}
	maps.Copy(assumptions, c.Simulation())
	return notebook.Provenance{
		Input:       map[string]any{"file": c.read.File, "sha256": c.read.SHA256, "bytes": c.read.Size},
		Counts:      map[string]any{"rows": c.read.Rows, "kept": c.read.Kept, "rejected": len(c.read.Rejected), "sectors": len(c.outlook.Sectors), "warnings": warnings},
		Assumptions: assumptions,
	}
}

// Simulation is what the draws rest on, as a provenance lists it.
func (c *Chapter) Simulation() map[string]any {
	s := c.simulated.Simulation
	return map[string]any{
		"shape": s.Growth.Shape.String(), "range_means": s.Growth.Meaning.String(), "probability_of_range": s.Growth.Probability, "persistence": s.Persistence.String(), "rho": s.Rho,
		"correlation": s.Correlation.Model.String(), "loadings": s.Correlation.Loadings, "paths": s.Paths, "seed": c.Seed,
	}
}
