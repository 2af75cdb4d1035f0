// Inspect shows what is in a company file, and how it is read: what was
// detected, the first companies, what was left out and is not known, and the
// table by sector.
//
//	go run ./examples/inspect my.csv
//	go run ./examples/inspect -column fte=Jobs -lang da my.csv
//
// Without a file it shows testdata/virksomheder.csv.
package main

import (
	"context"
	"flag"
	"io"

	"smartcity/examples/command"
	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

func main() { command.Main(run) }

// run returns the exit status: 0, 1 for a file that cannot be read, 2 for
// flags that mean nothing.
func run(ctx context.Context, stdout, stderr io.Writer, args []string) int {
	var lang locale.Language
	var measure sector.Measure
	var reading command.Reading
	f := flag.NewFlagSet("inspect", flag.ContinueOnError)
	f.TextVar(&lang, "lang", locale.English, "`language` of what is shown, en or da")
	f.TextVar(&measure, "measure", sector.FTE, "what a job is in the table, `fte or employees`")
	first := f.Int("first", 5, "how many `companies` are shown")
	reading.Add(f)
	given, err := command.Parse(f, args, stderr)
	if err == nil {
		err = reading.Check(ctx, given)
	}
	path := "testdata/virksomheder.csv"
	switch {
	case err == nil && f.NArg() > 1:
		err = command.Usagef("one file at a time: %q", f.Args())
	case err == nil && f.NArg() == 1:
		path = f.Arg(0)
	}
	if err == nil {
		err = inspect(ctx, stdout, stderr, path, reading.Options, view{lang, measure, max(0, *first)})
	}
	return command.Exit(stderr, "inspect", err)
}

func inspect(ctx context.Context, stdout, stderr io.Writer, path string, opt sectorcsv.Options, v view) error {
	progress, clear := command.Progress(stderr, v.lang.Pick("Reading", "Læser"))
	opt.Progress = progress
	companies, read, err := sectorcsv.ReadFile(ctx, path, opt)
	clear()
	if err != nil {
		return err
	}
	page, err := v.page(companies, read)
	if err != nil {
		return err
	}
	return command.Show(stdout, page, 120, "")
}
