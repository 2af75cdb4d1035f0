// Outlook writes the chapter "The jobs ahead" of a sector report: how many jobs
// there can be in a target year by sector, how likely a target is and by when, what
// the answer hangs on, what history says, and which jobs elsewhere go with them.
//
//	go run ./examples/outlook                                  # on the terminal
//	go run ./examples/outlook -data my.csv -out dir -lang da   # as a page, in Danish
//
// It reads the companies, a table of assumptions by sector and an input–output
// table (package sectorcsv), asks package projection and those below it, and puts
// what they say into words (package notebook): a section a file in chapter, from
// scenarios.go to indirect.go.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"math"

	"smartcity/examples/command"
	"smartcity/examples/notebook"
	"smartcity/examples/outlook/chapter"
	"smartcity/growth"
	"smartcity/growth/locale"
	"smartcity/projection"
	"smartcity/sector"
)

func main() { command.Main(run) }

// settings are the flags.
type settings struct {
	data        string
	assumptions string // file of assumptions by sector, "" for none
	industries  string // file of the input–output table, "" for none
	out         string // "" for the terminal alone
	force       bool
	lang        locale.Language
	measure     sector.Measure
	growth      growth.Range // of the market of sectors without assumptions of their own
	to          int          // 0: seven years after the last year of the data
	target      float64      // 0: twice the jobs of the last year of the data
	paths       int
	seed        uint64
	reading     command.Reading
}

// run returns the exit status: 0, 1 for bad data or a folder that cannot be
// written, 2 for flags that mean nothing.
func run(ctx context.Context, stdout, stderr io.Writer, args []string) int {
	var s settings
	f := flag.NewFlagSet("outlook", flag.ContinueOnError)
	f.StringVar(&s.data, "data", "testdata/companies.csv", "company `file`")
	f.StringVar(&s.assumptions, "assumptions", "testdata/assumptions.csv", "`file` of assumptions by sector (default none where -data is given)")
	f.StringVar(&s.industries, "input-output", "testdata/input-output.csv", "`file` of the input–output table (default none where -data is given)")
	f.StringVar(&s.out, "out", "", "also write the page into this `folder`")
	f.BoolVar(&s.force, "force", false, "write into a folder that holds files which are not ours")
	f.TextVar(&s.lang, "lang", locale.English, "`language` of the page, en or da")
	f.TextVar(&s.measure, "measure", sector.FTE, "what a job is, `fte or employees`")
	f.TextVar(&s.growth, "growth", growth.Range{Low: .12, High: .17}, "growth of the market a year of sectors without assumptions, a `range` such as 12-17%")
	f.IntVar(&s.to, "to", 0, "`year` to look ahead to (default seven years after the last one in the data)")
	f.Float64Var(&s.target, "target-jobs", 0, "a target for that year, in `jobs` (default twice those of the last year in the data)")
	f.IntVar(&s.paths, "paths", projection.DefaultPaths, "`number` of paths to simulate")
	f.Uint64Var(&s.seed, "seed", 2025, "seed of the simulation, a `number`")
	s.reading.Add(f)
	given, err := command.Parse(f, args, stderr)
	if err == nil {
		err = s.reading.Check(ctx, given)
	}
	switch {
	case err != nil:
	case f.NArg() > 0:
		err = command.Usagef("unexpected argument %q; a company file is named with -data", f.Arg(0))
	case given["target-jobs"] && !(s.target > 0 && !math.IsInf(s.target, 0)):
		err = command.Usagef("-target-jobs %v is not a positive number", s.target)
	case s.paths < 1:
		err = command.Usagef("-paths %d is not a positive number", s.paths)
	case given["to"] && s.to == 0:
		err = command.Usagef("0 is not a year")
	default:
		if given["data"] && !given["assumptions"] {
			s.assumptions = ""
		}
		if given["data"] && !given["input-output"] {
			s.industries = ""
		}
		err = tell(ctx, stdout, stderr, s)
	}
	return command.Exit(stderr, "outlook", err)
}

// tell prints the chapter, and writes it as a page if there is a folder for it.
func tell(ctx context.Context, stdout, stderr io.Writer, s settings) error {
	c, err := read(ctx, stderr, s)
	if err != nil {
		return err
	}
	page, err := c.Page(ctx)
	if err != nil {
		return fmt.Errorf("%s: %w", s.data, err)
	}
	if s.out != "" {
		if err := write(ctx, stderr, s, page, c.Provenance()); err != nil {
			return err
		}
	}
	return command.Show(stdout, page, 110, s.out)
}

func read(ctx context.Context, stderr io.Writer, s settings) (*chapter.Chapter, error) {
	companies, report, err := s.reading.Companies(ctx, stderr, "outlook", s.data, s.lang)
	if err != nil {
		return nil, err
	}
	if !report.Has(s.measure.String()) {
		return nil, command.NoMeasure(s.data, report, s.measure)
	}
	options := report.Options(sector.BySector(), sector.ByYear())
	options.Measure = s.measure
	table, err := sector.Aggregate(companies, options)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.data, err)
	}
	if s.target == 0 {
		years := table.Years()
		total, _ := table.Total(years[len(years)-1])
		s.target = 2 * total.Jobs.Sum.Float64()
	}
	return chapter.New(ctx, table, report, chapter.Settings{
		Data: s.data, Assumptions: s.assumptions, Industries: s.industries, Lang: s.lang, Measure: s.measure, Growth: s.growth, To: s.to, Target: s.target, Paths: s.paths, Seed: s.seed,
	})
}

func write(ctx context.Context, stderr io.Writer, s settings, page notebook.Page, from notebook.Provenance) error {
	folder, err := notebook.OpenFolder(s.out, s.force)
	if err != nil {
		return err
	}
	return command.Write(ctx, stderr, "outlook", folder, page, from)
}
