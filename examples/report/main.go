// Report makes the pages of a "jobs and growth potential" report from a company
// file: how many firms, jobs and kroner there are in each sector, how many jobs
// there can be in a target year, and the charts.
//
//	go run ./examples/report                                   # testdata in, ./report out
//	go run ./examples/report -data my.csv -out dir -lang da
//
// It reads the file (package sectorcsv), adds it up by sector and year (package
// sector), hides what -protect asks for (package disclosure), projects the jobs of
// the base year (package projection), draws the charts (sectorplot, projectionplot)
// and writes the folder (package notebook). Structure, companies in motion, how sure
// the outlook is and what a target can mean are the short forms of the chapters that
// the programs of these names tell in full. -reference, -multipliers and -prices name
// files that bring more into it.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"smartcity/examples/command"
	"smartcity/examples/notebook"
)

//go:generate env UPDATE=1 go -C ../../.ci/browser test -count=1 -run ^TestReadme$ .

func main() { command.Main(run) }

// run returns the exit status: 0, 1 for bad data or an output folder that
// cannot be written, 2 for flags that mean nothing.
func run(ctx context.Context, stdout, stderr io.Writer, args []string) int {
	s, err := parse(ctx, args, stderr)
	if err == nil {
		err = report(ctx, stdout, stderr, s)
	}
	return command.Exit(stderr, "report", err)
}

func report(ctx context.Context, stdout, stderr io.Writer, s settings) error {
	// The folder first: a report that cannot be written need not be made.
	folder, err := notebook.OpenFolder(s.out, s.force)
	if err != nil {
		return err
	}
	r, page, err := compute(ctx, stderr, s)
	if err != nil {
		return err
	}
	if err := command.Write(ctx, stderr, "report", folder, page, r.provenance()); err != nil {
		return err
	}
	return r.summary(stdout)
}

// compute reads the files and makes the page of them. It draws and writes nothing.
func compute(ctx context.Context, stderr io.Writer, s settings) (*analysis, notebook.Page, error) {
	for _, file := range s.files() {
		if within(file, s.out) {
			return nil, notebook.Page{}, fmt.Errorf("the file %s lies in the output folder %s, where the report could replace it", file, s.out)
		}
	}
	companies, read, err := s.reading.Companies(ctx, stderr, "report", s.data, s.lang)
	if err != nil {
		return nil, notebook.Page{}, err
	}
	r, err := analyse(ctx, companies, read, s, stderr)
	if err != nil {
		return nil, notebook.Page{}, err
	}
	page, err := r.page()
	return r, page, err
}

// within reports whether a file lies in a folder or below it, symbolic links
// followed.
func within(file, folder string) bool {
	file, err := filepath.EvalSymlinks(file)
	if err != nil {
		return false
	}
	top, err := os.Stat(folder)
	if err != nil {
		return false
	}
	if file, err = filepath.Abs(file); err != nil {
		return false
	}
	for dir := filepath.Dir(file); ; dir = filepath.Dir(dir) {
		if info, err := os.Stat(dir); err == nil && os.SameFile(info, top) {
			return true
		}
		if dir == filepath.Dir(dir) {
			return false
		}
	}
}
