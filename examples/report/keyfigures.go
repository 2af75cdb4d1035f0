package main

import (
	"fmt"

	"smartcity/examples/command"
	"smartcity/examples/notebook"
	"smartcity/growth/locale"
	"smartcity/sector"
)

// keyFigures are the figures of the base year, and how they have changed in a year.
func (a *analysis) keyFigures() ([]notebook.Block, error) {
	l, y := a.lang, a.baseYear
	row := &a.base
	figure := func(c sector.Column, format func(float64) string) string {
		if f := row.Figure(c); f.Known() {
			return format(f.Float64())
		}
		return l.Number(sector.Figure{}.Float64(), 0)
	}
	whole := func(x float64) string { return l.Number(x, 0) }
	short := l.Pick(" (FTE)", " (årsværk)") // as chapters and charts say it
	if a.measure == sector.Employees {
		short = ""
	}
	key := notebook.KeyFigures{
		{Label: fmt.Sprintf("%s%s, %d", capital(a.unit()), short, y), Value: figure(sector.Jobs, a.jobs), Note: a.notes(sector.Jobs, a.skipped(row.Jobs))},
		{Label: fmt.Sprintf("%s, %d", l.Pick("Companies", "Virksomheder"), y), Value: figure(sector.Firms, whole), Note: a.notes(sector.Firms, a.skipped(row.Firms))},
		{Label: fmt.Sprintf("%s, %d", l.Pick("Revenue", "Omsætning"), y), Value: figure(sector.Revenue, a.amount), Note: a.notes(sector.Revenue, a.skipped(row.Revenue))},
		{Label: fmt.Sprintf("%s, %d", capital(a.perJob()), y), Value: figure(sector.RevenuePerJob, a.ratio), Note: a.notes(sector.RevenuePerJob, l.Pick("of those with both figures", "for dem med begge tal"))},
	}
	if !a.hasRevenue() {
		key = key[:2]
	}
	blocks := []notebook.Block{key}
	if command.Synthetic(a.data) {
		blocks = append(blocks, notebook.Note(l.Pick("The companies are **synthetic**: they are made up to try the methods, and say nothing about Denmark.", "Virksomhederne er **syntetiske**: De er opdigtet for at afprøve metoderne og siger intet om Danmark.")))
	}
	return blocks, nil
}

// hasRevenue reports whether the file says anything of revenue.
func (a *analysis) hasRevenue() bool { return a.read.Has("revenue") }

// notes says how a figure of the base year has changed since the year before, and
// what else there is to know of it.
func (a *analysis) notes(c sector.Column, more string) string {
	before, ok := a.table.Total(a.baseYear - 1)
	now, then := a.base.Figure(c), before.Figure(c)
	if !ok || !now.Known() || !then.Known() || !(then.Float64() > 0) {
		return more
	}
	change := a.signed(now.Float64()/then.Float64()-1) + a.lang.Pick(" since ", " siden ") + fmt.Sprint(a.baseYear-1)
	if more == "" {
		return change
	}
	return change + "; " + more
}

// signed writes a change in per cent, with its sign.
func (a *analysis) signed(x float64) string {
	return locale.Signed(x, a.lang.Percent(x, 1))
}

// skipped says what a sum is without.
func (a *analysis) skipped(c sector.Cell) string {
	if text := a.unknown(c.Missing, c.Suppressed); text != "" {
		return a.lang.Pick("without ", "uden ") + text
	}
	return ""
}
