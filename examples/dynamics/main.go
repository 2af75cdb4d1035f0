// Dynamics writes the chapter "Companies in motion" of a sector report: which
// companies come and go, how many jobs they create and destroy, who grows fast,
// where growth of revenue per job comes from, and what growth is made of.
//
//	go run ./examples/dynamics                             # on the terminal
//	go run ./examples/dynamics -data my.csv -out dir -lang da  # as a page, in Danish
//
// It reads the file (package sectorcsv), makes it a panel of companies over years
// and asks package dynamics, and puts what it says into words (package notebook):
// a section a file in chapter, from panel.go to accounting.go.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"

	"smartcity/examples/command"
	"smartcity/examples/dynamics/chapter"
	"smartcity/examples/notebook"
	"smartcity/growth/locale"
	"smartcity/sector"
)

func main() { command.Main(run) }

// settings are the flags.
type settings struct {
	data    string
	out     string // "" for the terminal alone
	force   bool
	lang    locale.Language
	measure sector.Measure
	reading command.Reading
}

// run returns the exit status: 0, 1 for bad data or a folder that cannot be
// written, 2 for flags that mean nothing.
func run(ctx context.Context, stdout, stderr io.Writer, args []string) int {
	var s settings
	f := flag.NewFlagSet("dynamics", flag.ContinueOnError)
	f.StringVar(&s.data, "data", "testdata/companies.csv", "company `file`")
	f.StringVar(&s.out, "out", "", "also write the page into this `folder`")
	f.BoolVar(&s.force, "force", false, "write into a folder that holds files which are not ours")
	f.TextVar(&s.lang, "lang", locale.English, "`language` of the page, en or da")
	f.TextVar(&s.measure, "measure", sector.FTE, "what a job is, `fte or employees`")
	s.reading.Add(f)
	given, err := command.Parse(f, args, stderr)
	if err == nil {
		err = s.reading.Check(ctx, given)
	}
	if err == nil && f.NArg() > 0 {
		err = command.Usagef("unexpected argument %q; a company file is named with -data", f.Arg(0))
	}
	if err == nil {
		err = tell(ctx, stdout, stderr, s)
	}
	return command.Exit(stderr, "dynamics", err)
}

// tell prints the chapter, and writes it as a page if there is a folder for it.
func tell(ctx context.Context, stdout, stderr io.Writer, s settings) error {
	companies, read, err := s.reading.Companies(ctx, stderr, "dynamics", s.data, s.lang)
	if err != nil {
		return err
	}
	c, err := chapter.New(companies, read, chapter.Settings{Data: s.data, Lang: s.lang, Measure: s.measure})
	if err != nil {
		return fmt.Errorf("%s: %w", s.data, err)
	}
	page, err := c.Page()
	if err != nil {
		return fmt.Errorf("%s: %w", s.data, err)
	}
	if s.out != "" {
		if err := write(ctx, stderr, s, page, c.Provenance()); err != nil {
			return err
		}
	}
	return command.Show(stdout, page, 120, s.out)
}

func write(ctx context.Context, stderr io.Writer, s settings, page notebook.Page, from notebook.Provenance) error {
	folder, err := notebook.OpenFolder(s.out, s.force)
	if err != nil {
		return err
	}
	return command.Write(ctx, stderr, "dynamics", folder, page, from)
}
