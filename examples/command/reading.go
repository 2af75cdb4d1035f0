package command

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"smartcity/growth/locale"
	"smartcity/sector/sectorcsv"
)

// UsageError is a flag that means nothing; a program ends with exit status 2.
type UsageError struct{ Text string }

func (e *UsageError) Error() string { return e.Text }

// Usagef returns a [*UsageError].
func Usagef(format string, args ...any) error { return &UsageError{fmt.Sprintf(format, args...)} }

// Exit writes the error of a program as one line and returns its exit status:
// 0 without one and for -h, 2 for a [*UsageError], 1 for any other.
func Exit(stderr io.Writer, program string, err error) int {
	if err == nil || errors.Is(err, flag.ErrHelp) {
		return 0
	}
	fmt.Fprintf(stderr, "%s: %v\n", program, err)
	if _, ok := errors.AsType[*UsageError](err); ok {
		return 2
	}
	return 1
}

// Parse parses flags. An error is a [*UsageError] of one line; with -h the list
// of flags is written and the error is [flag.ErrHelp]. It returns which flags
// were given.
func Parse(f *flag.FlagSet, args []string, stderr io.Writer) (given map[string]bool, err error) {
	var usage strings.Builder
	f.SetOutput(&usage)
	if err := f.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			io.WriteString(stderr, usage.String())
			return nil, err
		}
		return nil, Usagef("%v (-h lists the flags)", err)
	}
	given = map[string]bool{}
	f.Visit(func(g *flag.Flag) { given[g.Name] = true })
	return given, nil
}

// Reading is the flags that say how a company file is read: -column, -year,
// -decimal, -currency, -revenue-unit, -markers, -concordance, -lenient.
type Reading struct {
	Options     sectorcsv.Options
	concordance string
	named       bool // the company file, by -data
}

// Add adds the flags to a flag set. After parsing, [Reading.Check] says whether
// they mean anything.
func (r *Reading) Add(f *flag.FlagSet) {
	opt := &r.Options
	opt.Columns = map[string]string{}
	f.Func("column", "header of the file that holds a field, `field=header`; can be repeated", func(v string) error {
		field, header, ok := strings.Cut(v, "=")
		if !ok {
			return errors.New("want field=header")
		}
		if _, twice := opt.Columns[field]; twice {
			return fmt.Errorf("the field %q is given twice", field)
		}
		opt.Columns[field] = header
		return nil
	})
	f.IntVar(&opt.Year, "year", 0, "`year` of a file that has no year column")
	f.Func("decimal", "decimal `mark` of the file, point or comma (default by the file)", func(v string) error {
		switch v {
		case "point":
			opt.Dialect.Notation = locale.English.Notation()
		case "comma":
			opt.Dialect.Notation = locale.Danish.Notation()
		default:
			return errors.New("want point or comma")
		}
		return nil
	})
	f.StringVar(&opt.Currency, "currency", "", "currency `code` of revenue (default the one the file names, or DKK)")
	f.Float64Var(&opt.RevenueUnit, "revenue-unit", 0, "what one `unit` of revenue is worth, such as 1e6 (default the one the header names, or 1)")
	f.Func("markers", "whose `markers` of figures that are not known the file uses beside the common ones: dst, eurostat, bds or r", func(v string) error {
		markers, ok := map[string]sectorcsv.Convention{"dst": sectorcsv.StatisticsDenmark, "eurostat": sectorcsv.Eurostat, "bds": sectorcsv.BDS, "r": sectorcsv.R}[v]
		if !ok {
			return errors.New("want dst, eurostat, bds or r")
		}
		opt.Convention = markers
		return nil
	})
	f.StringVar(&r.concordance, "concordance", "", "`file` that says which industry codes belong to which sectors (code, domain, weight, from, to)")
	f.BoolVar(&opt.Lenient, "lenient", false, "leave bad rows out, report them and go on")
}

// Check returns a [*UsageError] for flags that no file can be read with, and
// another error for a concordance that cannot be read.
func (r *Reading) Check(ctx context.Context, given map[string]bool) error {
	r.named = given["data"]
	opt := &r.Options
	switch err := opt.Validate(); {
	case err != nil:
		return Usagef("%v", err)
	case given["revenue-unit"] && opt.RevenueUnit == 0:
		return Usagef("-revenue-unit 0 is not a positive number")
	case given["year"] && opt.Year == 0:
		return Usagef("-year 0 is not a year")
	}
	if r.concordance == "" {
		return nil
	}
	var err error
	opt.Concordance, _, err = sectorcsv.ReadConcordanceFile(ctx, r.concordance, sectorcsv.Options{}, "")
	return err
}
