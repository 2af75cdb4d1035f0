// Package chapter is what the sectors of a company file are made of, how
// concentrated and unequal they are, where they sit, and what their growth is made
// of. Each part has a file of its own; warnings.go puts warnings into words.
// [Chapter.Page] is all of it and [Chapter.Brief] what a report prints.
package chapter

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"

	"smartcity/examples/command"
	"smartcity/examples/notebook"
	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/sectorcsv"
	"smartcity/sector/structure"
)

// Settings say what the chapter is of.
type Settings struct {
	Data           string // the company file, as it was named
	Reference      string // the file of the economy to compare with, "" for none
	ReferenceGiven bool   // one that is not there is an error
	Lang           locale.Language
	Measure        sector.Measure
	Year           int  // the year of the figures; 0: the last one
	Names          bool // of single companies
	// Sectors are the companies by sector and year, where somebody has added them up.
	Sectors *sector.Table
}

// Chapter is what is read, and what its parts have found out.
type Chapter struct {
	Settings
	companies []sector.Company
	file      *sectorcsv.Report
	sectors   *sector.Table // by sector and year
	table     *sector.Table // by sector, region and year; without region where the file has none
	byRegion  bool
	protected bool // there are no companies, and figures of the tables may be hidden

	economy         *sector.Table // the reference, by the same dimensions; nil without one
	economyFile     *sectorcsv.Report
	economyByRegion bool

	from, year int // the first and the last year of the companies
	summary    structure.Summary
	warnings   []error // in the order of the chapter
}

// New adds up companies and reads the economy they are compared with. File is what
// was read.
func New(ctx context.Context, companies []sector.Company, file *sectorcsv.Report, s Settings) (*Chapter, error) {
	c := &Chapter{Settings: s, companies: companies, file: file, sectors: s.Sectors, byRegion: file.Has("region")}
	var err error
	if c.sectors == nil {
		c.sectors, err = c.aggregate(sector.BySector(), sector.ByYear())
	}
	c.table = c.sectors
	if err == nil && c.byRegion {
		c.table, err = c.aggregate(c.dimensions(true)...)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.Data, err)
	}
	c.warn(file.Warnings...)
	return c, c.begin(ctx)
}

// NewProtected is for a table by sector and year of which figures are hidden. Parts
// made of single companies or of regions are not to be had of it: it has
// [Chapter.Brief] only.
func NewProtected(ctx context.Context, sectors *sector.Table, file *sectorcsv.Report, s Settings) (*Chapter, error) {
	c := &Chapter{Settings: s, file: file, sectors: sectors, table: sectors, protected: true}
	return c, c.begin(ctx)
}

// suppressed reports whether jobs of a sector are hidden in one of the years.
func (c *Chapter) suppressed() bool {
	return slices.ContainsFunc(c.sectors.Rows, func(r sector.Row) bool { return r.Jobs.Sum.Status() == sector.Suppressed })
}

// begin finds the years, and reads the reference.
func (c *Chapter) begin(ctx context.Context) error {
	years := c.sectors.Years()
	if len(years) == 0 {
		return fmt.Errorf("%s: there are no companies", c.Data)
	}
	if c.from, c.year = years[0], years[len(years)-1]; c.Year != 0 {
		c.year = c.Year
	}
	if total, _ := c.sectors.Total(c.year); !total.Jobs.Sum.Known() {
		return fmt.Errorf("%s: no %s figure is known in %d", c.Data, c.Measure, c.year)
	}
	return c.readReference(ctx)
}

func (c *Chapter) dimensions(byRegion bool) []sector.Dimension {
	if byRegion {
		return []sector.Dimension{sector.BySector(), sector.ByRegion(), sector.ByYear()}
	}
	return []sector.Dimension{sector.BySector(), sector.ByYear()}
}

func (c *Chapter) aggregate(by ...sector.Dimension) (*sector.Table, error) {
	options := c.file.Options(by...)
	options.Measure = c.Measure
	return sector.Aggregate(c.companies, options)
}

// readReference reads the economy. A default file that is not there leaves the
// chapter without one.
func (c *Chapter) readReference(ctx context.Context) error {
	if _, err := os.Stat(c.Reference); c.Reference == "" || errors.Is(err, os.ErrNotExist) && !c.ReferenceGiven {
		return nil
	}
	// By region where it has any: a second reading is cheap, a region of no
	// name for the whole country would be wrong.
	for _, byRegion := range []bool{true, false} {
		table, report, err := sectorcsv.AggregateFile(ctx, c.Reference, sectorcsv.Options{}, sector.Options{By: c.dimensions(byRegion), Measure: c.Measure})
		if err != nil {
			return err
		}
		if !report.Has(c.Measure.String()) {
			return fmt.Errorf("%s: there is no column for %s", c.Reference, c.Measure)
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
	return fmt.Errorf("%s: none of its sectors is one of %s, such as %q", c.Reference, c.Data, c.sectors.In(c.year)[0].Key[0])
}

// warn keeps warnings for the end of the chapter.
func (c *Chapter) warn(warnings ...error) { c.warnings = append(c.warnings, warnings...) }

// Page puts the chapter together. Warnings come last, when all are known.
func (c *Chapter) Page() (notebook.Page, error) {
	page := notebook.Page{Lang: c.Lang, Title: c.say("Structure: what the sectors are made of", "Struktur: hvad brancherne består af"), Subtitle: c.subtitle()}
	for _, part := range []func() ([]notebook.Block, error){
		c.theSectors, c.concentration, c.sizes, c.movement, c.inequality, c.contributions, c.places,
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

func (c *Chapter) subtitle() string {
	if c.from == c.year {
		return c.say("%s, %d", "%s, %d", c.file.File, c.year)
	}
	return c.say("%s, %d, with changes since %d", "%s, %d, og udviklingen siden %d", c.file.File, c.year, c.from)
}

// ReferenceFile says what was read of the reference, nil without one.
func (c *Chapter) ReferenceFile() *sectorcsv.Report { return c.economyFile }

// Provenance says where the figures come from.
func (c *Chapter) Provenance() notebook.Provenance {
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
			"language": c.Lang, "measure": c.Measure, "currency": c.file.Currency, "prices": "current", "from": c.from, "year": c.year, "names": c.Names,
			"synthetic_companies": command.Synthetic(c.Data), "synthetic_reference": c.economy != nil && command.Synthetic(c.Reference),
		},
	}
}
