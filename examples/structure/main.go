// Structure is a chapter of a sector report: what the sectors of a company file
// are made of, how concentrated and unequal they are, where they sit, and what
// their growth is made of, seen against the economy they are part of.
//
//	go run ./examples/structure                     # on the terminal
//	go run ./examples/structure -lang da -out dir   # as a page, in Danish
//	go run ./examples/structure -data my.csv -reference economy.csv
//
// It reads the companies and the reference economy (package sectorcsv) and asks
// package sector/structure for everything else. Each part of the chapter has a
// file of its own in the folder chapter.
package main

import (
	"context"
	"flag"
	"io"
	"path/filepath"

	"smartcity/examples/command"
	"smartcity/examples/notebook"
	"smartcity/examples/structure/chapter"
	"smartcity/growth/locale"
	"smartcity/sector"
)

func main() { command.Main(run) }

// settings are the flags.
type settings struct {
	data, reference string // "" is no reference
	referenceGiven  bool
	lang            locale.Language
	measure         sector.Measure
	names           bool // of single companies
	reading         command.Reading
	out             string
	force           bool
}

// run returns the exit status: 0, 1 for files that cannot be read or written, 2
// for flags that mean nothing.
func run(ctx context.Context, stdout, stderr io.Writer, args []string) int {
	var s settings
	f := flag.NewFlagSet("structure", flag.ContinueOnError)
	f.StringVar(&s.data, "data", "testdata/companies.csv", "company `file`")
	f.StringVar(&s.reference, "reference", "", "`file` of the economy to compare with: sector, region, year and jobs (default reference.csv beside the company file)")
	f.TextVar(&s.lang, "lang", locale.English, "`language` of the chapter, en or da")
	f.TextVar(&s.measure, "measure", sector.FTE, "what a job is, `fte or employees`")
	f.BoolVar(&s.names, "names", false, "name the largest companies, which is not for publication")
	f.StringVar(&s.out, "out", "", "also write the chapter into this `folder`")
	f.BoolVar(&s.force, "force", false, "write into a folder that holds files which are not ours")
	s.reading.Add(f)
	given, err := command.Parse(f, args, stderr)
	if err == nil && f.NArg() > 0 {
		err = command.Usagef("unexpected argument %q; a company file is named with -data", f.Arg(0))
	}
	if err == nil {
		err = s.reading.Check(ctx, given)
	}
	s.referenceGiven = given["reference"]
	if !s.referenceGiven && filepath.Base(s.data) != "reference.csv" {
		s.reference = filepath.Join(filepath.Dir(s.data), "reference.csv")
	}
	if err == nil {
		err = tell(ctx, stdout, stderr, s)
	}
	return command.Exit(stderr, "structure", err)
}

// tell prints the chapter, and writes it as a page if there is a folder for it.
func tell(ctx context.Context, stdout, stderr io.Writer, s settings) error {
	var folder *notebook.Folder
	if s.out != "" {
		var err error
		if folder, err = notebook.OpenFolder(s.out, s.force); err != nil {
			return err
		}
	}
	c, err := read(ctx, stderr, s)
	if err != nil {
		return err
	}
	page, err := c.Page()
	if err != nil {
		return err
	}
	if folder != nil {
		if err := command.Write(ctx, stderr, "structure", folder, page, c.Provenance()); err != nil {
			return err
		}
	}
	return command.Show(stdout, page, 100, s.out)
}

// read reads the companies.
func read(ctx context.Context, stderr io.Writer, s settings) (*chapter.Chapter, error) {
	companies, file, err := s.reading.Companies(ctx, stderr, "structure", s.data, s.lang)
	if err != nil {
		return nil, err
	}
	if !file.Has(s.measure.String()) {
		return nil, command.NoMeasure(s.data, file, s.measure)
	}
	return chapter.New(ctx, companies, file, chapter.Settings{
		Data: s.data, Reference: s.reference, ReferenceGiven: s.referenceGiven, Lang: s.lang, Measure: s.measure, Names: s.names,
	})
}
