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
	line    int            // physical line of the row at hand

	currency     string // that the file names
	currencyLine int
	seen         map[companyYear]int // line
	below1       int                 // companies with a share below 1
}

type companyYear struct {
	id, establishment string
	year              int
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
			d.report.Ignored = append(d.report.Ignored, d.headers[i])
			continue
		}
		d.columns[f] = i
		d.report.Columns = append(d.report.Columns, Column{Field: f, Header: d.headers[i]})
	}
	if err := d.settle(); err != nil {
		return d.whole(err)
	}
	return d.gocsv.RenormalizeHeaders(func([]string) []string {
		names := slices.Clone(matched)
		for i, f := range names {
			if f == "" {
				names[i] = fmt.Sprintf("(ignored %d)", i) // a name that gocsv gives no field
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
	if d.report.DoublesChecked = d.report.Has("id"); d.report.DoublesChecked {
		d.seen = map[companyYear]int{}
	}
	if i, ok := d.columns["revenue"]; ok && d.opt.RevenueUnit == 0 && strings.ContainsAny(d.headers[i], "([") {
		return fmt.Errorf("header %q seems to name a unit; say what one unit of it is worth (-revenue-unit 1e6 for millions, 1 for single kroner)", d.headers[i])
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
			continue // a row of separators
		}
		d.report.Rows++
		return d.company(&r)
	}
}
