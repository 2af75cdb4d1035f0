package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"strings"

	"smartcity/growth"
	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

// settings are the flags.
type settings struct {
	data      string
	dataGiven bool
	out       string
	force     bool
	lang      locale.Language
	name      string // of the field the companies belong to
	measure   sector.Measure
	reading   sectorcsv.Options
	growth    growth.Range
	baseYear  int     // 0: the last year in the data
	to        int     // 0: base year + 7
	target    float64 // 0: none
}

// usageError is a flag that means nothing.
type usageError struct{ text string }

func (e *usageError) Error() string { return e.text }

func usagef(format string, args ...any) error { return &usageError{fmt.Sprintf(format, args...)} }

func parse(args []string, stderr io.Writer) (settings, error) {
	s := settings{reading: sectorcsv.Options{Columns: map[string]string{}}}
	var usage strings.Builder // flag prints an error and the usage; only the usage of -h is wanted
	f := flag.NewFlagSet("report", flag.ContinueOnError)
	f.SetOutput(&usage)
	f.StringVar(&s.data, "data", "testdata/companies.csv", "company `file`")
	f.StringVar(&s.out, "out", "report", "output `folder`")
	f.BoolVar(&s.force, "force", false, "write into a folder that holds files which are not ours")
	f.TextVar(&s.lang, "lang", locale.English, "`language` of the report, en or da")
	f.StringVar(&s.name, "name", "", "`name` of the field the companies belong to, such as \"Smart City\"")
	f.TextVar(&s.measure, "measure", sector.FTE, "what a job is, `fte or employees`")
	f.Func("decimal", "decimal `mark` of the file, point or comma (default by the file)", func(v string) error {
		switch v {
		case "point":
			s.reading.Dialect.Notation = locale.English.Notation()
		case "comma":
			s.reading.Dialect.Notation = locale.Danish.Notation()
		default:
			return errors.New("want point or comma")
		}
		return nil
	})
	f.StringVar(&s.reading.Currency, "currency", "", "currency `code` of revenue (default the one the file names, or DKK)")
	f.Float64Var(&s.reading.RevenueUnit, "revenue-unit", 0, "what one `unit` of revenue is worth, such as 1e6 (default 1)")
	f.IntVar(&s.reading.Year, "year", 0, "`year` of a file that has no year column")
	f.BoolVar(&s.reading.Lenient, "lenient", false, "leave bad rows out, report them and go on")
	f.TextVar(&s.growth, "growth", growth.Range{Low: .12, High: .17}, "growth of the market a year, a `range` such as 12-17%")
	f.IntVar(&s.baseYear, "base-year", 0, "`year` to project from (default the last one in the data)")
	f.IntVar(&s.to, "to", 0, "`year` to project to (default base year + 7)")
	f.Float64Var(&s.target, "target-jobs", 0, "a target for that year, in `jobs`")
	f.Func("column", "header of the file that holds a field, `field=header`; can be repeated", func(v string) error {
		field, header, ok := strings.Cut(v, "=")
		if !ok {
			return errors.New("want field=header")
		}
		if _, twice := s.reading.Columns[field]; twice {
			return fmt.Errorf("the field %q is given twice", field)
		}
		s.reading.Columns[field] = header
		return nil
	})
	if err := f.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			io.WriteString(stderr, usage.String())
			return s, err
		}
		return s, usagef("%v (-h lists the flags)", err)
	}
	given := map[string]bool{}
	f.Visit(func(g *flag.Flag) { given[g.Name] = true })
	s.dataGiven = given["data"]
	switch err := s.reading.Validate(); {
	case f.NArg() > 0:
		return s, usagef("unexpected argument %q; a company file is named with -data", f.Arg(0))
	case err != nil:
		return s, usagef("%v", err)
	case given["revenue-unit"] && s.reading.RevenueUnit == 0:
		return s, usagef("-revenue-unit 0 is not a positive number")
	case given["year"] && s.reading.Year == 0, given["base-year"] && s.baseYear == 0, given["to"] && s.to == 0:
		return s, usagef("0 is not a year")
	case given["target-jobs"] && !(s.target > 0 && !math.IsInf(s.target, 0)):
		return s, usagef("-target-jobs %v is not a positive number", s.target)
	case given["to"] && given["base-year"] && s.to <= s.baseYear:
		return s, usagef("-to %d is not after -base-year %d", s.to, s.baseYear)
	case s.out == "":
		return s, usagef("-out needs a folder")
	}
	return s, nil
}
