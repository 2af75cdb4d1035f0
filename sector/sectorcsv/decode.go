package sectorcsv

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gocarina/gocsv"

	"smartcity/growth/locale"
	"smartcity/sector"
)

// decoder reads one file.
type decoder struct {
	opt     Options
	report  *Report
	csv     *csv.Reader
	gocsv   *gocsv.Unmarshaller
	headers []string
	columns map[string]int // by field
	texts   []textField    // that the file has
	figures []figureField
	known   []func(*sector.Company) sector.Status // by column of the report
	line    int                                   // physical line of the row at hand

	currency     string // that the file names
	currencyLine int
	seen         map[companyYear]int // line
	below1       int                 // companies with a share below 1

	// Where the notation is inferred from semicolons alone: the first cell such
	// as "1.234", and whether another cell proves that it is a thousand.
	inferred, proven bool
	doubtful         *Error
}

// open reads the header.
func (d *decoder) open(in *bufio.Reader) error {
	comma, err := sniff(in, &d.opt)
	if err != nil {
		return d.whole(err)
	}
	d.report.Comma = comma
	if d.report.Notation = d.opt.Notation; d.report.Notation == (locale.Notation{}) {
		d.report.Notation = locale.English.Notation()
		if comma == ';' {
			d.report.Notation = locale.Danish.Notation()
			d.inferred = true
		}
	}
	d.csv = csv.NewReader(in)
	d.csv.Comma = comma
	d.csv.ReuseRecord = true
	if d.gocsv, err = gocsv.NewUnmarshaller(d.csv, row{}); err != nil {
		return d.broken(err)
	}
	for i, h := range d.gocsv.Headers {
		if !utf8.ValidString(h) {
			return d.whole(fmt.Errorf("the header of column %d, %s, is not UTF-8", i+1, quote(h)))
		}
		d.headers = append(d.headers, strings.TrimSpace(h))
	}
	matched, err := match(d.headers, &d.opt)
	if err != nil {
		return d.whole(err)
	}
	d.columns = map[string]int{}
	for i, f := range matched {
		if f == "" {
			name := d.headers[i]
			if name == "" {
				name = fmt.Sprintf("column %d", i+1)
			}
			d.report.Ignored = append(d.report.Ignored, name)
			continue
		}
		d.columns[f] = i
		d.report.Columns = append(d.report.Columns, Column{Field: f, Header: d.headers[i]})
		d.known = append(d.known, status(f))
	}
	if err := d.settle(); err != nil {
		return d.whole(err)
	}
	d.inferred = d.inferred && !slices.ContainsFunc(d.headers, isDanish)
	return d.gocsv.RenormalizeHeaders(func([]string) []string {
		names := slices.Clone(matched)
		for i, f := range names {
			if f == "" {
				names[i] = "(ignored)"
			}
		}
		return names
	})
}

// settle decides what follows from the columns that there are.
func (d *decoder) settle() error {
	switch {
	case d.report.Has("establishment") && !d.report.Has("id"):
		return fmt.Errorf("establishments without a column for id: the firms they belong to cannot be counted")
	case d.report.Has("establishment"):
		d.report.Firms = sector.CountIDs
	case d.report.Has("firms"):
		d.report.Firms = sector.CountColumn
	}
	d.seen = map[companyYear]int{}
	has := func(field string) bool { _, ok := d.columns[field]; return ok }
	d.texts = slices.DeleteFunc(textFields(), func(f textField) bool { return !has(f.name) })
	d.figures = slices.DeleteFunc(figureFields(), func(f figureField) bool { return !has(f.name) })
	if err := d.headerUnits(); err != nil {
		return err
	}
	if d.opt.RevenueUnit == 0 {
		d.opt.RevenueUnit = 1
	}
	return nil
}

// next returns the next company, io.EOF after the last.
func (d *decoder) next() (sector.Company, error) {
	for {
		record, err := d.gocsv.Read()
		if err == io.EOF {
			return sector.Company{}, err
		}
		if err != nil {
			return sector.Company{}, d.broken(err)
		}
		r := record.(row)
		d.line, _ = d.csv.FieldPos(0)
		if r == (row{}) {
			continue // nothing but separators
		}
		d.report.Rows++
		return d.company(&r)
	}
}

type companyYear struct {
	id, establishment string
	year              int
	parted            bool // some establishment of the company, not a row
}

// close completes the report.
func (d *decoder) close() error {
	if d.doubtful != nil && !d.proven {
		d.doubtful.row = false
		return d.doubtful
	}
	d.report.Currency = "DKK"
	for _, c := range []string{d.opt.Currency, d.currency} {
		if c != "" {
			d.report.Currency = c
		}
	}
	if d.below1 > 0 {
		d.report.Warnings = append(d.report.Warnings, &ShareNotApplied{d.headers[d.columns["share"]], d.below1})
	}
	return nil
}
