package main

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/projection/inputoutput"
	"smartcity/sector/sectorcsv"
)

// source is a file that was read beside that of the companies.
type source struct {
	what string // in English and Danish, with a bar between
	read *sectorcsv.Report
}

// price is a line of a file of prices.
type price struct {
	Year  int     `csv:"year,år"`
	Index float64 `csv:"index,indeks,price_index,prisindeks"`
}

// readPrices reads a price index by year.
func (a *analysis) readPrices(ctx context.Context) error {
	rows, read, err := sectorcsv.ReadRecordsFile[price](ctx, a.pricesFile, sectorcsv.Options{})
	if err != nil {
		return err
	}
	a.sources = append(a.sources, source{"prices|priser", read})
	first, last := rows[0].Year, rows[0].Year
	for _, r := range rows {
		first, last = min(first, r.Year), max(last, r.Year)
	}
	if first < 1000 || last > 9999 {
		return fmt.Errorf("%s: years are %d to %d, want years of four digits", a.pricesFile, first, last)
	}
	s := growth.Series{Name: a.lang.Pick("Prices", "Priser"), Unit: "index", FirstYear: first, Values: slices.Repeat([]float64{math.NaN()}, last-first+1)}
	for _, r := range rows {
		switch at := &s.Values[r.Year-first]; {
		case math.IsNaN(r.Index): // not stated
		case !math.IsNaN(*at):
			return fmt.Errorf("%s: the year %d stands there twice, with the index %v and %v", a.pricesFile, r.Year, *at, r.Index)
		case !(r.Index > 0):
			return fmt.Errorf("%s: the index of %d is %v, want a number above zero", a.pricesFile, r.Year, r.Index)
		default:
			*at = r.Index
		}
	}
	if math.IsNaN(s.At(a.baseYear)) {
		return fmt.Errorf("%s: there is no index of %d, in whose prices revenue is to be", a.pricesFile, a.baseYear)
	}
	a.prices = s
	return nil
}

// readMultipliers reads how many jobs elsewhere go with one in a sector.
func (a *analysis) readMultipliers(ctx context.Context) ([]inputoutput.JobMultiplier, error) {
	rows, read, err := sectorcsv.ReadRecordsFile[inputoutput.JobMultiplier](ctx, a.multipliers, sectorcsv.Options{})
	if err != nil {
		return nil, err
	}
	a.sources = append(a.sources, source{"job multipliers|jobmultiplikatorer", read})
	return rows, nil
}

// files are all that is read, by the flags that name them.
func (s *settings) files() (files []string) {
	for _, file := range []string{s.data, s.reference, s.multipliers, s.pricesFile} {
		if file != "" {
			files = append(files, file)
		}
	}
	return files
}

// sourceList names the files that the figures come from.
func (a *analysis) sourceList() ([]notebook.Block, error) {
	l := a.lang
	line := func(what, file, sum string) string {
		text := capital(what) + ": " + notebook.Text(file)
		if sum != "" {
			text += ", SHA-256 `" + sum + "`"
		}
		return text + "."
	}
	sum := a.read.SHA256
	if a.protect != nil {
		sum = "" // see provenance
	}
	items := []string{line(l.Pick("companies", "virksomheder"), a.read.File, sum)}
	for _, s := range a.sources {
		english, danish, _ := strings.Cut(s.what, "|")
		items = append(items, line(l.Pick(english, danish), s.read.File, s.read.SHA256))
	}
	return []notebook.Block{notebook.Heading{Text: l.Pick("Sources", "Kilder")}, notebook.Prose("- " + strings.Join(items, "\n- "))}, nil
}
