package command

import (
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"strings"
	"testing"

	"smartcity/growth/locale"
	"smartcity/sector/sectorcsv"
)

func parse(args ...string) (sectorcsv.Options, error) {
	var r Reading
	f := flag.NewFlagSet("test", flag.ContinueOnError)
	r.Add(f)
	given, err := Parse(f, args, io.Discard)
	if err == nil {
		err = r.Check(context.Background(), given)
	}
	return r.Options, err
}

func TestReading(t *testing.T) {
	opt, err := parse("-column", "fte=Jobs = all", "-column", "year=JAHR", "-decimal", "comma", "-currency", "EUR", "-revenue-unit", "1e6", "-markers", "dst", "-lenient")
	if err != nil || opt.Columns["fte"] != "Jobs = all" || opt.Columns["year"] != "JAHR" || opt.Dialect.Notation != locale.Danish.Notation() ||
		opt.Currency != "EUR" || opt.RevenueUnit != 1e6 || opt.Convention != sectorcsv.StatisticsDenmark || !opt.Lenient {
		t.Errorf("%+v, %v", opt, err)
	}
	for _, args := range [][]string{{"-column", "fte"}, {"-column", "fte=a", "-column", "fte=b"}, {"-column", "x=y"}, {"-decimal", "dot"}, {"-markers", "mine"}, {"-revenue-unit", "0"}, {"-year", "0"}, {"-nothing"}} {
		if opt, err := parse(args...); err == nil {
			t.Errorf("%q was taken: %+v", args, opt)
		} else if _, ok := errors.AsType[*UsageError](err); !ok || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: %T %q", args, err, err)
		}
	}
	path := t.TempDir() + "/concordance.csv"
	if err := os.WriteFile(path, []byte("code,domain\n62,Data\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if opt, err := parse("-concordance", path); err != nil || opt.Concordance == nil {
		t.Errorf("a concordance: %v", err)
	}
	if _, err := parse("-concordance", path+"x"); err == nil {
		t.Error("a concordance that is not there was read")
	} else if _, usage := errors.AsType[*UsageError](err); usage {
		t.Errorf("a file that is not there is no wrong flag: %v", err)
	}
	if _, err := parse("-h"); !errors.Is(err, flag.ErrHelp) {
		t.Errorf("-h: %v", err)
	}
}

// TestProgress: nothing is written where nobody watches.
func TestProgress(t *testing.T) {
	f, err := os.Create(t.TempDir() + "/out")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, w := range []io.Writer{f, &strings.Builder{}} {
		progress, clear := Progress(w, "reading")
		if progress != nil {
			t.Errorf("a bar for %T", w)
		}
		clear()
	}
	if info, err := f.Stat(); err != nil || info.Size() != 0 {
		t.Errorf("%d bytes were written, %v", info.Size(), err)
	}
}
