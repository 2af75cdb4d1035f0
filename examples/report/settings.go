package main

import (
	"context"
	"flag"
	"io"
	"math"

	"smartcity/examples/command"
	"smartcity/growth"
	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/disclosure"
)

// settings are the flags.
type settings struct {
	data        string
	out         string
	force       bool
	lang        locale.Language
	name        string // of the field the companies belong to
	measure     sector.Measure
	reading     command.Reading
	growth      growth.Range
	baseYear    int     // 0: the last year in the data
	to          int     // 0: base year + 7
	target      float64 // 0: none
	reference   string  // file of the economy to compare with, "" for none
	multipliers string  // file of jobs elsewhere for each job, "" for none
	pricesFile  string  // file of a price index, "" for none
	paths       int     // of the simulation
	seed        uint64
	protect     *disclosure.Options // nil: nothing is hidden
}

func parse(ctx context.Context, args []string, stderr io.Writer) (settings, error) {
	var s settings
	f := flag.NewFlagSet("report", flag.ContinueOnError)
	f.StringVar(&s.data, "data", "testdata/companies.csv", "company `file`")
	f.StringVar(&s.out, "out", "report", "output `folder`")
	f.BoolVar(&s.force, "force", false, "write into a folder that holds files which are not ours")
	f.TextVar(&s.lang, "lang", locale.English, "`language` of the report, en or da")
	f.StringVar(&s.name, "name", "", "`name` of the field the companies belong to, such as \"Smart City\"")
	f.TextVar(&s.measure, "measure", sector.FTE, "what a job is, `fte or employees`")
	s.reading.Add(f)
	f.TextVar(&s.growth, "growth", growth.Range{Low: .12, High: .17}, "growth of the market a year, a `range` such as 12-17%")
	f.IntVar(&s.baseYear, "base-year", 0, "`year` to project from (default the last one in the data)")
	f.IntVar(&s.to, "to", 0, "`year` to project to (default base year + 7)")
	f.Float64Var(&s.target, "target-jobs", 0, "a target for that year, in `jobs`")
	f.StringVar(&s.reference, "reference", "", "`file` of the economy to compare with: sector, region, year and jobs, for location quotients and shift-share")
	f.StringVar(&s.multipliers, "multipliers", "", "`file` of indirect jobs by sector: sector, indirect_jobs_per_direct_job and, if known, induced_jobs_per_direct_job")
	f.StringVar(&s.pricesFile, "prices", "", "`file` of a price index, year and index, for revenue in the prices of the base year")
	f.IntVar(&s.paths, "paths", 20_000, "`number` of paths to simulate")
	f.Uint64Var(&s.seed, "seed", 2025, "seed of the simulation, a `number`")
	f.Func("protect", "hide what would tell single companies by `rules` of disclosure: min=3 (companies), dominance=2:85 (the largest two have more than 85 per cent), p=10 (the p% rule), with commas between", func(v string) (err error) {
		s.protect, err = protection(v)
		return err
	})
	given, err := command.Parse(f, args, stderr)
	if err == nil {
		err = s.reading.Check(ctx, given)
	}
	if err != nil {
		return s, err
	}
	switch {
	case f.NArg() > 0:
		return s, command.Usagef("unexpected argument %q; a company file is named with -data", f.Arg(0))
	case given["base-year"] && s.baseYear == 0, given["to"] && s.to == 0:
		return s, command.Usagef("0 is not a year")
	case given["target-jobs"] && !(s.target > 0 && !math.IsInf(s.target, 0)):
		return s, command.Usagef("-target-jobs %v is not a positive number", s.target)
	case s.paths < 1:
		return s, command.Usagef("-paths %d is not a positive number", s.paths)
	case given["to"] && given["base-year"] && s.to <= s.baseYear:
		return s, command.Usagef("-to %d is not after -base-year %d", s.to, s.baseYear)
	case s.out == "":
		return s, command.Usagef("-out needs a folder")
	}
	return s, nil
}
