package main

import (
	"context"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"smartcity/examples/command"
	outlook "smartcity/examples/outlook/chapter"
	structure "smartcity/examples/structure/chapter"
	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/projection"
	"smartcity/projection/inputoutput"
	"smartcity/sector"
	"smartcity/sector/disclosure"
	"smartcity/sector/sectorcsv"
)

// analysis is everything the report says, as figures.
type analysis struct {
	settings
	read    *sectorcsv.Report
	table   *sector.Table // by sector and year
	history growth.Series // jobs in all
	base    sector.Row    // total of the base year
	outlook *projection.Outlook
	sure    *outlook.Chapter // the simulation
	shape   *structure.Chapter
	prices  growth.Series // none without -prices
	sources []source

	companies []sector.Company // up to the base year; nil in a protected report
}

func analyse(ctx context.Context, companies []sector.Company, read *sectorcsv.Report, s settings, stderr io.Writer) (*analysis, error) {
	if !read.Has(s.measure.String()) {
		return nil, command.NoMeasure(s.data, read, s.measure)
	}
	table, err := add(companies, read, s, stderr)
	if err != nil {
		return nil, err
	}
	table.Warnings = append(table.Warnings, disclosure.Check(table)...)
	years := table.Years()
	if s.baseYear == 0 {
		s.baseYear = years[len(years)-1]
	}
	if s.to == 0 {
		s.to = s.baseYear + 7
	}
	if s.to <= s.baseYear || s.to > s.baseYear+projection.MaxYears {
		return nil, command.Usagef("-to %d is not 1 to %d years after the base year, %d", s.to, projection.MaxYears, s.baseYear)
	}
	a := &analysis{settings: s, read: read, table: table}
	var ok bool
	if a.base, ok = table.Total(s.baseYear); !ok {
		return nil, fmt.Errorf("%s: there are no companies in the base year, %d; the years are %v", s.data, s.baseYear, years)
	}
	if a.base.Jobs.Sum.Status() == sector.Suppressed {
		return nil, fmt.Errorf("%s: the rules of -protect hide the %s of all companies in the base year, %d, so that nothing is left to report", s.data, s.measure, s.baseYear)
	}
	if !a.base.Jobs.Sum.Known() {
		return nil, fmt.Errorf("%s: no %s figure is known in the base year, %d", s.data, s.measure, s.baseYear)
	}
	if a.history, err = table.Series(sector.Jobs); err != nil {
		return nil, err
	}
	a.history.Name = s.name
	if a.outlook, err = projection.Sectors(table, s.baseYear, s.to, projection.Assumptions{Market: s.growth}); err != nil {
		return nil, fmt.Errorf("%s: %w", s.data, err)
	}
	a.outlook.Total.Name = s.name
	var multipliers []inputoutput.JobMultiplier
	if s.multipliers != "" {
		if multipliers, err = a.readMultipliers(ctx); err != nil {
			return nil, err
		}
	}
	if s.pricesFile != "" {
		if err := a.readPrices(ctx); err != nil {
			return nil, err
		}
	}
	a.sure, err = outlook.New(ctx, table, read, outlook.Settings{
		Data: s.data, Source: a.source(), Lang: s.lang, Measure: s.measure, Growth: s.growth, Base: s.baseYear, To: s.to, Target: s.target, Paths: s.paths, Seed: s.seed, Industries: s.multipliers, Multipliers: multipliers,
	})
	if err != nil {
		return nil, err
	}
	of := structure.Settings{Data: s.data, Reference: s.reference, ReferenceGiven: true, Lang: s.lang, Measure: s.measure, Year: s.baseYear, Sectors: table}
	if s.protect != nil {
		a.shape, err = structure.NewProtected(ctx, table, read, of)
	} else {
		a.shape, err = structure.New(ctx, companies, read, of)
		if a.companies = companies; s.baseYear < years[len(years)-1] {
			a.companies = slices.DeleteFunc(slices.Clone(companies), func(c sector.Company) bool { return c.Year > s.baseYear })
		}
	}
	if err != nil {
		return nil, err
	}
	if file := a.shape.ReferenceFile(); file != nil {
		a.sources = append([]source{{"reference economy|referenceøkonomi", file}}, a.sources...)
	}
	return a, nil
}

// add adds up the companies by sector and year. With -protect the table is
// protected, and the companies are not looked at again.
func add(companies []sector.Company, read *sectorcsv.Report, s settings, stderr io.Writer) (*sector.Table, error) {
	options := read.Options(sector.BySector(), sector.ByYear())
	options.Measure, options.Contributions = s.measure, s.protect != nil
	table, err := sector.Aggregate(companies, options)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.data, err)
	}
	if s.protect == nil {
		return table, nil
	}
	if table, err = protect(table, s, stderr); err != nil {
		return nil, err
	}
	for _, w := range read.Warnings {
		fmt.Fprintln(stderr, "report: not for publication:", w)
	}
	return table, nil
}

// decimals of printed jobs: small numbers need one.
func (a *analysis) decimals() int {
	if a.base.Jobs.Sum.Float64() < 100 {
		return 1
	}
	return 0
}

func (a *analysis) jobs(x float64) string { return a.lang.Number(x, a.decimals()) }

// unit is what a job is called in running text.
func (a *analysis) unit() string {
	if a.measure == sector.Employees {
		return a.lang.Pick("employees", "ansatte")
	}
	return a.lang.Pick("full-time equivalents", "fuldtidsbeskæftigede")
}

// summary is what the terminal is told.
func (a *analysis) summary(w io.Writer) error {
	low, high := a.outlook.Total.Scenarios[0], a.outlook.Total.Scenarios[1]
	l := a.lang
	companies := l.Pick("companies", "virksomheder")
	if a.base.Firms.Sum.Float64() == 1 {
		companies = l.Pick("company", "virksomhed")
	}
	revenue := ""
	if a.hasRevenue() {
		revenue = l.Pick(", revenue ", ", omsætning ") + a.amount(a.base.Revenue.Sum.Float64())
	}
	_, err := fmt.Fprintf(w, l.Pick(
		"%d: %s %s in %s %s%s\n%d: %s–%s %[3]s at %[10]s a year\n",
		"%d: %s %s i %s %s%s\n%d: %s–%s %[3]s ved %[10]s om året\n"),
		a.baseYear, a.jobs(a.base.Jobs.Sum.Float64()), a.unit(), l.Number(a.base.Firms.Sum.Float64(), 0), companies, revenue,
		a.to, a.jobs(low.LevelIn(a.to)), a.jobs(high.LevelIn(a.to)), a.growth.Format(l))
	if err != nil {
		return err
	}
	type of struct {
		name string
		sector.Cell
	}
	sums := []of{{a.unit(), a.base.Jobs}}
	if a.hasRevenue() {
		sums = append(sums, of{l.Pick("revenue", "omsætning"), a.base.Revenue})
	}
	for _, sum := range sums {
		if without := a.skipped(sum.Cell); without != "" {
			if _, err := fmt.Fprintf(w, "%d: %s %s\n", a.baseYear, sum.name, without); err != nil {
				return err
			}
		}
	}
	if a.protect != nil {
		hidden, all := a.hidden()
		if _, err := fmt.Fprintf(w, l.Pick("%s of %s figures by sector and year are hidden; read was %s, SHA-256 %s\n", "%s af %s tal efter branche og år er diskretioneret; læst er %s, SHA-256 %s\n"), l.Number(float64(hidden), 0), l.Number(float64(all), 0), a.read.File, a.read.SHA256); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(w, l.Pick("Written to %s: report.html, report.md, charts, tables, tables.xlsx, provenance.json\n", "Skrevet til %s: report.html, report.md, charts, tables, tables.xlsx, provenance.json\n"), a.out)
	return err
}

// amount writes money in the magnitude that fits it, without decimals that are
// all zero.
func (a *analysis) amount(x float64) string {
	f := growthplot.FormatOf(a.lang, a.table.Currency, x)
	if scaled := locale.Shift(x, -3*int(f.Magnitude)); scaled == math.Trunc(scaled) {
		f.Decimals = 0
	}
	return f.Format(x)
}

// rows is what a number of rows of the file stand for.
func (a *analysis) rows(n int) string {
	l := a.lang
	one, more := l.Pick("company", "virksomhed"), l.Pick("companies", "virksomheder")
	switch a.read.Firms {
	case sector.CountColumn:
		one, more = l.Pick("row", "række"), l.Pick("rows", "rækker")
	case sector.CountIDs:
		one, more = l.Pick("workplace", "arbejdssted"), l.Pick("workplaces", "arbejdssteder")
	}
	if n == 1 {
		return "1 " + one
	}
	return l.Number(float64(n), 0) + " " + more
}

// unknown says how many rows are missing and suppressed: "the FTE of 7
// companies is missing and of 20 suppressed", "" for none.
func (a *analysis) unknown(missing, suppressed int) string {
	l := a.lang
	var parts []string
	if missing > 0 {
		parts = append(parts, a.rows(missing)+l.Pick(" not stated", " uoplyst"))
	}
	if suppressed > 0 {
		parts = append(parts, a.rows(suppressed)+l.Pick(" suppressed", " diskretioneret"))
	}
	return strings.Join(parts, l.Pick(" and ", " og "))
}
