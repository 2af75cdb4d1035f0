package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"smartcity/examples/command"
	"smartcity/examples/notebook"
	"smartcity/sector"
	"smartcity/sector/sectorcsv"
	"smartcity/sector/structure"
)

// chapter is what is read, and what its parts have found out.
type chapter struct {
	settings
	companies []sector.Company
	file      *sectorcsv.Report
	sectors   *sector.Table // by sector and year
	table     *sector.Table // by sector, region and year; without region where the file has none
	byRegion  bool

	economy         *sector.Table // the reference, by the same dimensions; nil without one
	economyFile     *sectorcsv.Report
	economyByRegion bool

	from, year int // the first and the last year of the companies
	summary    structure.Summary
	warnings   []error // in the order of the chapter
}

// read reads the companies and the economy they are compared with.
func read(ctx context.Context, stderr io.Writer, s settings) (*chapter, error) {
	if _, err := os.Stat(s.data); errors.Is(err, os.ErrNotExist) && !s.dataGiven {
		return nil, fmt.Errorf("there is no %s below this folder; name a company file with -data FILE", s.data)
	}
	c := &chapter{settings: s}
	progress, clear := command.Progress(stderr, s.lang.Pick("Reading", "Læser"))
	s.reading.Options.Progress = progress
	var err error
	c.companies, c.file, err = sectorcsv.ReadFile(ctx, s.data, s.reading.Options)
	clear()
	if c.file != nil {
		for _, bad := range c.file.Rejected {
			fmt.Fprintln(stderr, "structure: left out:", bad)
		}
	}
	if err != nil {
		return nil, err
	}
	if !c.file.Has(s.measure.String()) {
		return nil, command.NoMeasure(s.data, c.file, s.measure)
	}
	c.byRegion = c.file.Has("region")
	if c.sectors, err = c.aggregate(sector.BySector(), sector.ByYear()); err == nil {
		c.table, err = c.aggregate(c.dimensions(c.byRegion)...)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.data, err)
	}
	years := c.sectors.Years()
	if len(years) == 0 {
		return nil, fmt.Errorf("%s: there are no companies", s.data)
	}
	c.from, c.year = years[0], years[len(years)-1]
	if total, _ := c.sectors.Total(c.year); !total.Jobs.Sum.Known() {
		return nil, fmt.Errorf("%s: no %s figure is known in the last year, %d", s.data, s.measure, c.year)
	}
	c.warn(c.file.Warnings...)
	return c, c.readReference(ctx)
}

func (c *chapter) dimensions(byRegion bool) []sector.Dimension {
	if byRegion {
		return []sector.Dimension{sector.BySector(), sector.ByRegion(), sector.ByYear()}
	}
	return []sector.Dimension{sector.BySector(), sector.ByYear()}
}

func (c *chapter) aggregate(by ...sector.Dimension) (*sector.Table, error) {
	options := c.file.Options(by...)
	options.Measure = c.measure
	return sector.Aggregate(c.companies, options)
}

// readReference reads the economy. A default file that is not there leaves the
// chapter without one.
func (c *chapter) readReference(ctx context.Context) error {
	if _, err := os.Stat(c.reference); c.reference == "" || errors.Is(err, os.ErrNotExist) && !c.referenceGiven {
		return nil
	}
	// By region where it has any: a second reading is cheap, a region of no
	// name for the whole country would be wrong.
	for _, byRegion := range []bool{true, false} {
		table, report, err := sectorcsv.AggregateFile(ctx, c.reference, sectorcsv.Options{}, sector.Options{By: c.dimensions(byRegion), Measure: c.measure})
		if err != nil {
			return err
		}
		if !report.Has(c.measure.String()) {
			return fmt.Errorf("%s: there is no column for %s", c.reference, c.measure)
		}
		c.economy, c.economyFile, c.economyByRegion = table, report, byRegion
		if report.Has("region") {
			break
		}
	}
	c.warn(c.economyFile.Warnings...)
	for _, r := range c.sectors.In(c.year) {
		for _, e := range c.economy.Rows {
			if r.Key[0] == e.Key[0] {
				return nil
			}
		}
	}
	return fmt.Errorf("%s: none of its sectors is one of %s, such as %q", c.reference, c.data, c.sectors.In(c.year)[0].Key[0])
}

// synthetic reports whether a file is test data, all of which is made up.
func synthetic(path string) bool {
	path, err := filepath.Abs(path)
	return err == nil && filepath.Base(filepath.Dir(path)) == "testdata"
}

// warn keeps warnings for the end of the chapter.
func (c *chapter) warn(warnings ...error) { c.warnings = append(c.warnings, warnings...) }

// page puts the chapter together. Warnings come last, when all are known.
func (c *chapter) page() (notebook.Page, error) {
	page := notebook.Page{Lang: c.lang, Title: c.say("Structure: what the sectors are made of", "Struktur: hvad brancherne består af"), Subtitle: c.subtitle()}
	for _, part := range []func() ([]notebook.Block, error){
		c.theSectors, c.concentration, c.sizes, c.movement, c.inequality, c.contributions,
		c.theReference, c.quotients, c.specialisation, c.agglomeration, c.shiftShare, c.caveats, c.method,
	} {
		blocks, err := part()
		if err != nil {
			return notebook.Page{}, err
		}
		page.Blocks = append(page.Blocks, blocks...)
	}
	return page, nil
}

func (c *chapter) subtitle() string {
	if c.from == c.year {
		return c.say("%s, %d", "%s, %d", c.file.File, c.year)
	}
	return c.say("%s, %d, with changes since %d", "%s, %d, og udviklingen siden %d", c.file.File, c.year, c.from)
}

// provenance says where the figures come from.
func (c *chapter) provenance() notebook.Provenance {
	file := func(r *sectorcsv.Report) any {
		if r == nil {
			return nil
		}
		return map[string]any{"file": r.File, "sha256": r.SHA256, "bytes": r.Size, "rows": r.Rows, "kept": r.Kept, "rejected": len(r.Rejected), "totals_left_out": len(r.Totals)}
	}
	warnings := []string{}
	for _, w := range c.warnings {
		if text := w.Error(); !slices.Contains(warnings, text) {
			warnings = append(warnings, text)
		}
	}
	return notebook.Provenance{
		Input:  map[string]any{"companies": file(c.file), "reference": file(c.economyFile)},
		Counts: map[string]any{"warnings": warnings},
		Assumptions: map[string]any{
			"language": c.lang, "measure": c.measure, "currency": c.file.Currency, "prices": "current", "from": c.from, "year": c.year, "names": c.names,
			"synthetic_companies": synthetic(c.data), "synthetic_reference": c.economy != nil && synthetic(c.reference),
		},
	}
}
