package sectorcsv

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"smartcity/sector"
)

func concordance(t *testing.T, text string, opt Options, revision string) (*sector.Concordance, *Report, error) {
	t.Helper()
	opt.Name = "k.csv"
	return ReadConcordance(t.Context(), strings.NewReader(text), opt, revision)
}

// TestReadConcordance compares with the concordance of the same links by hand.
func TestReadConcordance(t *testing.T) {
	links := []sector.Link{
		{Revision: "DB07", Code: "62", Domain: "Smart ICT", Weight: sector.Value(.25), From: 2010},
		{Revision: "DB07", Code: "010110", Domain: "Smart food", To: 2019},
		{Revision: "DB07", Code: "6202", Domain: "Smart ICT", Weight: sector.Value(0)},
	}
	want, err := sector.NewConcordance(links, "")
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"English": "revision,code,domain,weight,valid_from,valid_to\nDB07,62,Smart ICT,0.25,2010,\nDB07,010110,Smart food,,,2019\nDB07,6202,Smart ICT,0,,\n",
		"Danish":  "sep=;\nKlassifikation;Branchekode;Domæne;Vægt;Fra;Til;Note\nDB07;62;Smart  ICT;0,25;2010;;x\nDB07;010110;Smart food;;;2019;\nDB07;6202;Smart ICT;0;;;\n",
	} {
		got, report, err := concordance(t, text, Options{}, "DB07")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if report.Kept != 3 {
			t.Errorf("%s: %+v", name, report)
		}
		for _, code := range []string{"620100", "620200", "010110", "0111", "71"} {
			for _, year := range []int{2009, 2018, 2020} {
				c := sector.Company{ID: "1", IndustryCode: code, Year: year, FTE: sector.Value(100)}
				a, errA := got.Split(c, sector.CountRows)
				b, errB := want.Split(c, sector.CountRows)
				if !reflect.DeepEqual(a, b) || (errA == nil) != (errB == nil) {
					t.Errorf("%s: %s in %d is %+v, %v; want %+v, %v", name, code, year, a, errA, b, errB)
				}
			}
		}
	}
}

func TestReadConcordanceRefused(t *testing.T) {
	for _, c := range []struct {
		name, text, revision string
		opt                  Options
		want                 string
		cause                bool // a LinkError
	}{
		{"no code", "domain,weight\nA,1\n", "", Options{}, `k.csv: no column for code: the headers are "domain", "weight"; name one with -column code=HEADER`, false},
		{"a weight that is no number", "code,domain,weight\n62,A,much\n", "", Options{}, `k.csv:2: column "weight": "much": want a number: 'm' does not belong in it`, false},
		{"a lost zero", "code,domain\n\"62\",\"A\nB\"\n10110,A\n", "", Options{}, `k.csv:4: the link of code "10110" to domain "A": want `, true},
		{"no domain, leniently", "code,domain\n62,A\n63,\n", "", Options{Lenient: true}, `k.csv:3: the link of code "63" to domain "": want a domain`, true},
		{"weights above one", "code,domain,weight\nx,y,z\n62,A,0.6\n62,B,0.6\n", "", Options{Lenient: true}, `k.csv:4: the link of code "62" to domain "B": want weights of the code that add up to at most 1: they are 1.2 in 1800`, true},
		{"two revisions", "revision,code,domain\nDB07,62,A\nSNI,62,A\n", "", Options{}, `k.csv:3: the link of code "62" to domain "A": want revision "DB07" as in link 1, or a revision to choose by`, true},
		{"another revision", "revision,code,domain\nSNI,62,A\n", "DB07", Options{}, `k.csv: sector: a concordance without links: of 1, none is of revision "DB07"`, false},
	} {
		got, _, err := concordance(t, c.text, c.opt, c.revision)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) || got != nil {
			t.Errorf("%s:\n got %v\nwant %s", c.name, err, c.want)
		}
		if _, ok := errors.AsType[*sector.LinkError](err); ok != c.cause {
			t.Errorf("%s: the cause is %v", c.name, errors.Unwrap(err))
		}
		if _, ok := errors.AsType[*Error](err); !ok {
			t.Errorf("%s: %T", c.name, err)
		}
	}
}

func TestReadConcordanceFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "links.csv")
	if err := os.WriteFile(path, []byte("code,domain\n62,A\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if c, report, err := ReadConcordanceFile(t.Context(), path, Options{}, ""); err != nil || c == nil || report.File != "links.csv" {
		t.Errorf("%+v, %v", report, err)
	}
	if _, _, err := ReadConcordanceFile(context.Background(), path+"x", Options{}, ""); err == nil || !strings.Contains(err.Error(), "no such file") {
		t.Error(err)
	}
}
