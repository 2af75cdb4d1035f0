package main

import (
	"io"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"smartcity/examples/companies/stream"
	"smartcity/examples/notebook"
	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

// BenchmarkReport makes the report of 300,000 company-years, as the command does
// without further flags, step by step: drawing its charts and pages, on all cores and
// on one, to the same bytes; the charts alone, by format; reading the file; and
// computing all that the report says. In the same run "×drawing" is the time over that of
// drawing on all cores, so that reading and computing take less than drawing if theirs
// add up to less than 1.
//
//	go test ./examples/report -run '^$' -bench Report -benchtime 10x
func BenchmarkReport(b *testing.B) {
	const rows = 300_000
	s, err := parse(b.Context(), []string{"-data", companyFile(b, rows), "-out", filepath.Join(b.TempDir(), "report")}, io.Discard)
	if err != nil {
		b.Fatal(err)
	}
	var (
		companies []sector.Company
		report    *sectorcsv.Report
		page      notebook.Page
		folder    *notebook.Folder
		drawing   float64 // seconds
	)
	step := func(name string, cores, parts int, unit string, do func() error) {
		b.Run(name, func(b *testing.B) {
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
			for b.Loop() {
				if err := do(); err != nil {
					b.Fatal(err)
				}
			}
			seconds := b.Elapsed().Seconds() / float64(b.N)
			if name == "drawing" {
				drawing = seconds
			}
			b.ReportMetric(seconds*1e3/float64(parts), unit)
			if drawing > 0 { // else it is not among those asked for
				b.ReportMetric(seconds/drawing, "×drawing")
			}
		})
	}
	read := func() (err error) {
		companies, report, err = sectorcsv.ReadFile(b.Context(), s.data, s.reading.Options)
		return err
	}
	compute := func() error {
		r, err := analyse(b.Context(), companies, report, s, io.Discard)
		if err == nil {
			page, err = r.page()
		}
		return err
	}
	draw := func() (err error) {
		if folder, err = notebook.OpenFolder(s.out, false); err == nil {
			err = folder.AddPage(b.Context(), "report", page)
		}
		return err
	}
	// written is the folder as it was drawn last.
	written := func() map[string]string {
		if err := folder.Write(notebook.Provenance{}); err != nil {
			b.Fatal(err)
		}
		return files(b, s.out)
	}

	for _, first := range []func() error{read, compute, draw} {
		if err := first(); err != nil {
			b.Fatal(err)
		}
	}
	var pictures []notebook.Picture
	for _, block := range page.Blocks {
		if chart, ok := block.(notebook.Chart); ok {
			pictures = append(pictures, chart.Picture)
		}
	}
	each := func(write func(notebook.Picture, io.Writer) error) func() error {
		return func() error {
			for _, p := range pictures {
				if err := write(p, io.Discard); err != nil {
					return err
				}
			}
			return nil
		}
	}
	all := runtime.GOMAXPROCS(0)
	step("drawing", all, len(pictures), "ms/chart", draw)
	want := written()
	step("drawing-1-core", 1, len(pictures), "ms/chart", draw)
	if !maps.Equal(written(), want) {
		b.Error("the bytes drawn on one core are not those drawn on all")
	}
	step("svg-1-core", 1, len(pictures), "ms/chart", each(notebook.Picture.SVG))
	step("png-1-core", 1, len(pictures), "ms/chart", each(notebook.Picture.PNG))
	step("reading", all, rows/1000, "ms/1000-rows", read)
	step("computing", all, rows/1000, "ms/1000-rows", compute)
	step("reading-1-core", 1, rows/1000, "ms/1000-rows", read)
	step("computing-1-core", 1, rows/1000, "ms/1000-rows", compute)
}

// companyFile writes a file of so many made-up company-years.
func companyFile(b *testing.B, rows int) string {
	path := filepath.Join(b.TempDir(), "companies.csv")
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := stream.NewReader(rows, stream.Options{}).WriteTo(f); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}
