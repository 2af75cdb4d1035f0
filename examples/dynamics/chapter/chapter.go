// Package chapter is companies in motion: which of them come and go, how many jobs
// they create and destroy, who grows fast, and what growth is made of. A section is
// a file, from panel.go to accounting.go. [Chapter.Page] is all of it and
// [Brief] what a report prints.
package chapter

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"smartcity/examples/command"
	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/dynamics"
	"smartcity/sector/sectorcsv"
)

// Settings say what the chapter is of.
type Settings struct {
	Data    string // the company file, as it was named
	Lang    locale.Language
	Measure sector.Measure
}

// Chapter is the panel, and the results that several sections quote.
type Chapter struct {
	Settings
	headers map[string]header
	read    *sectorcsv.Report
	panel   *dynamics.Panel
	first   int // year of the panel
	last    int
	now     sector.Row // total of the panel's rows of the last year
	flows   *dynamics.JobFlowTable
	entry   *dynamics.EntryTable

	// Of the panel's rows by sector and year, for Page.
	table   *sector.Table // all of them
	earning *sector.Table // those with jobs and with both figures known
}

// New makes a panel of companies. Read is the file they come from.
func New(companies []sector.Company, read *sectorcsv.Report, s Settings) (*Chapter, error) {
	for _, field := range []string{"id", s.Measure.String()} {
		if !read.Has(field) {
			return nil, fmt.Errorf("there is no column for %s, without which companies cannot be followed over years; name one with -column %[1]s=HEADER", field)
		}
	}
	c := &Chapter{Settings: s, headers: headers(), read: read}
	opt := dynamics.PanelOptions{Measure: s.Measure, Currency: read.Currency, LeaveOut: true}
	if read.Firms == sector.CountIDs {
		opt.Repeated = dynamics.SumRepeated // rows are workplaces
	}
	var err error
	if c.panel, err = dynamics.NewPanel(companies, opt); err != nil {
		return nil, err
	}
	if c.flows, err = dynamics.JobFlows(c.panel, dynamics.JobFlowOptions{By: dynamics.BySector}); err != nil {
		return nil, err
	}
	if c.entry, err = dynamics.EntryAndExit(c.panel, dynamics.EntryOptions{By: dynamics.BySector}); err != nil {
		return nil, err
	}
	years := c.panel.Years()
	c.first, c.last = years[0], years[len(years)-1]
	last, err := c.sums(func(o dynamics.Observation) bool { return o.Year == c.last })
	if err != nil {
		return nil, err
	}
	c.now, _ = last.Total(c.last)
	return c, nil
}

// sums adds up rows of the panel by sector and year.
func (c *Chapter) sums(of func(dynamics.Observation) bool) (*sector.Table, error) {
	b := sector.NewBuilder(sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}, Measure: c.Measure, Currency: c.panel.Currency()})
	for o := range c.panel.All() {
		if !of(o) {
			continue
		}
		row := sector.Company{ID: o.ID, Year: o.Year, Sector: o.Sector, Revenue: o.Revenue}
		if c.Measure == sector.Employees {
			row.Employees = o.Jobs
		} else {
			row.FTE = o.Jobs
		}
		if err := b.Add(row); err != nil {
			return nil, err
		}
	}
	return b.Table(), nil
}

// hasRevenue reports whether any year has a company with revenue per job.
func (c *Chapter) hasRevenue() bool { return len(c.earning.Rows) > 0 }

// perJob is the revenue per job of a year, not known without such a company.
func (c *Chapter) perJob(year int) sector.Figure {
	total, _ := c.earning.Total(year)
	return total.RevenuePerJob
}

// flow is what happened from the year before to the last.
func (c *Chapter) flow() *dynamics.JobFlow { return &c.flows.Totals[len(c.flows.Totals)-1] }

// Page puts the sections one after the other. One that the file cannot carry
// says so in a sentence.
func (c *Chapter) Page() (notebook.Page, error) {
	var err error
	if c.table, err = c.sums(func(dynamics.Observation) bool { return true }); err != nil {
		return notebook.Page{}, err
	}
	if c.earning, err = c.sums(func(o dynamics.Observation) bool { return o.Jobs.Float64() > 0 && o.Revenue.Known() }); err != nil {
		return notebook.Page{}, err
	}
	l := c.Lang
	page := notebook.Page{
		Lang: l, Title: l.Pick("Companies in motion", "Virksomheder i bevægelse"),
		Subtitle: fmt.Sprintf("%s, %d–%d", c.read.File, c.first, c.last),
	}
	for _, section := range []func() ([]notebook.Block, error){
		c.keyFigures, c.followed,
		c.jobFlows, c.jobFlowsBySector,
		c.entryAndExit, c.survival,
		c.highGrowth,
		c.matchedGrowth,
		c.revenuePerJob, c.methods, c.bySector, c.olleyPakes,
		c.jobsAccounting, c.revenueAccounting,
		c.method,
	} {
		blocks, err := section()
		page.Blocks = append(page.Blocks, blocks...)
		switch why := c.refusal(err); {
		case err == nil:
		case why == "":
			return notebook.Page{}, err
		default:
			page.Blocks = append(page.Blocks, notebook.Note(why))
		}
	}
	return page, nil
}

// refusal says why a file cannot carry a section, "" for any other error.
func (c *Chapter) refusal(err error) string {
	l := c.Lang
	switch {
	case errors.Is(err, dynamics.ErrTooFewYears):
		return l.Pick("The file has too few years for this section.", "Filen har for få år til dette afsnit.")
	case errors.Is(err, dynamics.ErrNoWeight):
		return l.Pick("In one of the years no company has both jobs and revenue that are known, so that there is nothing to compare.",
			"I et af årene har ingen virksomhed både kendt jobtal og kendt omsætning, så der er intet at sammenligne.")
	case errors.Is(err, dynamics.ErrNoContinuers):
		return l.Pick("No company is there in both years to hold the others against.", "Ingen virksomhed er der i begge år at måle de andre mod.")
	case errors.Is(err, dynamics.ErrNoExiters):
		return l.Pick("Nobody left whom newcomers could be held against.", "Ingen er ophørt, som de nye kan måles mod.")
	case errors.Is(err, growth.ErrNotKnown):
		return l.Pick("No sector has figures that are known in both years.", "Ingen branche har kendte tal i begge år.")
	case errors.Is(err, growth.ErrNotPositive):
		return l.Pick("A figure that growth starts from is zero or negative.", "Et tal, som væksten regnes fra, er nul eller negativt.")
	}
	if e, ok := errors.AsType[*dynamics.FigureError](err); ok {
		if name, ok := strings.CutPrefix(e.Of, "sector "); ok {
			if plain, err := strconv.Unquote(name); err == nil {
				name = c.Lang.GroupName(plain)
			}
			return fmt.Sprintf(l.Pick("The sector %s has revenue but no jobs in one of the years, so that sectors cannot be compared.", "Branchen %s har omsætning, men ingen job i et af årene, så brancherne ikke kan sammenlignes."), notebook.Text(name))
		}
		return l.Pick("A figure cannot be compared: ", "Et tal kan ikke sammenlignes: ") + notebook.Text(e.Error())
	}
	return ""
}

// keyFigures are the figures that the chapter is about.
func (c *Chapter) keyFigures() ([]notebook.Block, error) {
	l, f := c.Lang, c.flow()
	span := fmt.Sprintf("%d–%d", f.From, f.To)
	per := func(rate float64) string {
		return fmt.Sprintf(l.Pick("%s of jobs", "%s af jobbene"), c.percent(rate))
	}
	born := c.entry.Totals[len(c.entry.Totals)-1]
	left := c.entry.Totals[len(c.entry.Totals)-2]
	figures := notebook.KeyFigures{
		{Label: fmt.Sprintf(l.Pick("Active companies, %d", "Aktive virksomheder, %d"), c.last), Value: c.whole(f.Firms.To)},
		{Label: fmt.Sprintf("%s, %d", capital(c.jobsName()), c.last), Value: c.jobs(f.JobsTo)},
		{Label: fmt.Sprintf(l.Pick("New companies, %d", "Nye virksomheder, %d"), born.Year), Value: l.Number(born.Births, 0), Note: l.Percent(born.BirthRate, 1) + l.Pick(" of the active", " af de aktive")},
		{Label: fmt.Sprintf(l.Pick("Companies last active in %d", "Virksomheder sidst aktive i %d"), left.Year), Value: l.Number(left.Deaths, 0), Note: l.Percent(left.DeathRate, 1) + l.Pick(" of the active", " af de aktive")},
		{Label: fmt.Sprintf(l.Pick("Jobs created, %s", "Skabte job, %s"), span), Value: c.jobs(f.JobCreation), Note: per(f.JobCreationRate)},
		{Label: fmt.Sprintf(l.Pick("Jobs destroyed, %s", "Nedlagte job, %s"), span), Value: c.jobs(f.JobDestruction), Note: per(f.JobDestructionRate)},
	}
	if x := c.perJob(c.last); x.Known() {
		figures = append(figures, notebook.KeyFigure{Label: fmt.Sprintf("%s, %d", capital(c.perJobName()), c.last), Value: c.money(x.Float64())})
	}
	blocks := []notebook.Block{figures}
	if command.Synthetic(c.Data) {
		blocks = append(blocks, notebook.Note(l.Pick("The companies are **synthetic**: they are made up to try the methods, and say nothing about Denmark.",
			"Virksomhederne er **syntetiske**: De er opdigtet for at afprøve metoderne og siger intet om Danmark.")))
	}
	return blocks, nil
}
