package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"smartcity/examples/command"
	"smartcity/examples/notebook"
)

// folder holds what tests share: inputs and finished reports.
var folder string

func TestMain(m *testing.M) {
	var err error
	if folder, err = os.MkdirTemp("", "report"); err != nil {
		panic(err)
	}
	for name, text := range map[string]string{
		"prices.csv":      "år;indeks\n2014;98,2\n2015;99,1\n2017;101,5\n2018;103\n",
		"multipliers.csv": "sector,indirect_jobs_per_direct_job,induced_jobs_per_direct_job\nEnergy,0.95,0.3\nBuildings,0.5,\n",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			panic(err)
		}
	}
	status := m.Run()
	os.RemoveAll(folder)
	os.Exit(status)
}

// whole are the arguments of a report with everything, of the company file in one
// of the languages.
func whole(lang, out string) []string {
	return []string{
		"-data", testdata + map[string]string{"en": "companies.csv", "da": "virksomheder.csv"}[lang], "-lang", lang, "-out", out, "-target-jobs", "35200",
		"-reference", testdata + "reference.csv", "-prices", filepath.Join(folder, "prices.csv"), "-multipliers", filepath.Join(folder, "multipliers.csv"),
	}
}

// full is the folder of that report, which is made once.
func full(t *testing.T, lang string) string {
	t.Helper()
	out := filepath.Join(folder, lang)
	if _, err := os.Stat(out); err != nil {
		must(t, whole(lang, out)...)
	}
	return out
}

// sketch runs the command as try does, but for the PNGs: they take most of the time,
// and are the pictures of the SVGs beside them.
func sketch(t *testing.T, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, messages bytes.Buffer
	write := func() error {
		s, err := parse(t.Context(), append([]string{"-paths", "1000"}, args...), &messages)
		if err != nil {
			return err
		}
		folder, err := notebook.OpenFolder(s.out, s.force)
		if err != nil {
			return err
		}
		a, page, err := compute(t.Context(), &messages, s)
		if err != nil {
			return err
		}
		for i, b := range page.Blocks {
			if chart, ok := b.(notebook.Chart); ok {
				chart.Picture = vector{chart.Picture}
				page.Blocks[i] = chart
			}
		}
		if err := command.Write(t.Context(), &messages, "report", folder, page, a.provenance()); err != nil {
			return err
		}
		return a.summary(&out)
	}
	status = command.Exit(&messages, "report", write())
	return status, out.String(), messages.String()
}

// vector is a picture without its PNG.
type vector struct{ notebook.Picture }

func (vector) PNG(w io.Writer) error {
	_, err := io.WriteString(w, "not drawn")
	return err
}

// sketched must succeed.
func sketched(t *testing.T, args ...string) {
	t.Helper()
	if status, _, stderr := sketch(t, args...); status != 0 {
		t.Fatalf("report %q: exit status %d: %s", args, status, stderr)
	}
}

// undrawn is the page that a report would be, in Markdown.
func undrawn(t *testing.T, args ...string) string {
	t.Helper()
	s, err := parse(t.Context(), append([]string{"-paths", "100"}, args...), io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	_, page, err := compute(t.Context(), io.Discard, s)
	if err != nil {
		t.Fatalf("report %q: %v", args, err)
	}
	var b strings.Builder
	if err := notebook.Markdown(&b, page); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
