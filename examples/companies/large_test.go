package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"smartcity/examples/companies/stream"
)

func TestLarge(t *testing.T) {
	var text, totals, stderr bytes.Buffer
	if code := run(&text, &stderr, []string{"-rows", "3000"}); code != 0 {
		t.Fatalf("exit status %d: %s", code, &stderr)
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "large.csv")
	for range 2 { // the second time it is there already
		totals.Reset()
		if code := run(&totals, &stderr, []string{"-rows", "3000", "-file", file}); code != 0 {
			t.Fatalf("exit status %d: %s", code, &stderr)
		}
	}
	written, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(written, text.Bytes()) {
		t.Error("the file and standard output are not the same")
	}
	if left := list(t, dir); !slices.Equal(left, []string{"large.csv"}) {
		t.Errorf("files left: %q", left)
	}

	rows, err := csv.NewReader(&text).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	firms, sum := 0, 0
	for _, row := range rows[1:] {
		if validCVR(row[0]) {
			t.Errorf("%s could be the CVR number of a real company", row[0])
		}
		if row[2] == "Water" && row[4] == "2018" {
			q, _ := quarters(t, row[5])
			firms, sum = firms+1, sum+q
		}
	}
	printed, err := csv.NewReader(&totals).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 3001 || len(printed) != 51 || firms == 0 {
		t.Fatalf("%d rows, %d totals, %d firms in Water in 2018", len(rows)-1, len(printed)-1, firms)
	}
	if got := strings.Join(printed[0][:7], ","); got != "sector,year,firms,fte,revenue,fte_missing,revenue_missing" {
		t.Errorf("header %s", got)
	}
	last := printed[50]
	if q, _ := quarters(t, last[3]); last[0] != "Water" || last[1] != "2018" || integer(t, last[2]) != firms || q != sum {
		t.Errorf("%q, found %d firms and %d quarters of an FTE", last, firms, sum)
	}
}

func TestLargeRefuses(t *testing.T) {
	dir := t.TempDir()
	for _, test := range []struct {
		name string
		args []string
		code int
		says string
	}{
		{"file without rows", []string{"-file", "x.csv"}, 2, "-rows"},
		{"a folder too", []string{"-rows", "5", "-out", dir}, 2, "-out"},
		{"fewer than none", []string{"-rows", "-5"}, 2, "-5"},
		{"the file is a folder", []string{"-rows", "5", "-file", dir}, 1, "not a regular file"},
		{"a device", []string{"-rows", "5", "-file", os.DevNull}, 1, "not a regular file"},
		{"no such folder", []string{"-rows", "5", "-file", filepath.Join(dir, "new", "x.csv")}, 1, "new"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			if code := run(&stdout, &stderr, test.args); code != test.code || stdout.Len() > 0 {
				t.Errorf("exit status %d, want %d; printed %q", code, test.code, &stdout)
			}
			if !strings.Contains(stderr.String(), test.says) {
				t.Errorf("standard error %q does not name %q", &stderr, test.says)
			}
		})
	}
	var stderr bytes.Buffer
	if code := run(full{}, &stderr, []string{"-rows", "5"}); code != 1 || !strings.Contains(stderr.String(), "no space") {
		t.Errorf("standard output is full: exit status %d, standard error %q", code, &stderr)
	}
	if left := list(t, dir); len(left) > 0 {
		t.Errorf("files left: %q", left)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestPrintTotals(t *testing.T) {
	var got strings.Builder
	err := printTotals(&got, []stream.Cell{
		{Sector: "Waste", Year: 2017, Firms: 3, Quarters: 29, Kroner: 7, FTEMissing: 1, RevenueSuppressed: 2},
		{Sector: "Waste", Year: 2018, Firms: 2, FTEMissing: 1, FTESuppressed: 1, RevenueMissing: 2},
		{Sector: "Water", Year: 2018, Firms: 1},
	})
	want := "sector,year,firms,fte,revenue,fte_missing,revenue_missing,fte_suppressed,revenue_suppressed\n" +
		"Waste,2017,3,7.25,7,1,0,0,2\nWaste,2018,2,,,1,2,1,0\nWater,2018,1,0,0,0,0,0,0\n"
	if err != nil || got.String() != want {
		t.Errorf("error %v, text\n%s\nwant\n%s", err, &got, want)
	}
	if err := printTotals(full{}, nil); err == nil {
		t.Error("no error")
	}
}

// failing writes a little, then fails.
type failing struct{}

func (failing) WriteTo(w io.Writer) (int64, error) {
	n, err := io.WriteString(w, "id,name\n")
	return int64(n), errors.Join(err, errors.New("no space left"))
}

func TestReplaceByLeavesWhatWasThere(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "large.csv")
	if err := replaceBy(file, failing{}); err == nil || !strings.Contains(err.Error(), "no space") {
		t.Errorf("error %v", err)
	}
	if left := list(t, dir); len(left) > 0 {
		t.Errorf("files left: %q", left)
	}
	if err := os.WriteFile(file, []byte("before"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := replaceBy(file, failing{}); err == nil {
		t.Error("no error")
	}
	text, err := os.ReadFile(file)
	if left := list(t, dir); err != nil || string(text) != "before" || !slices.Equal(left, []string{"large.csv"}) {
		t.Errorf("error %v, text %q, files %q", err, text, left)
	}
}
