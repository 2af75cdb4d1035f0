package main

import (
	"fmt"
	"math"
	"strconv"

	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/sector"
	"smartcity/sector/sectorplot"
)

// development shows how the sectors have come to the jobs of the base year, and their
// growth beside revenue per job.
func (a *analysis) development() ([]notebook.Block, error) {
	l := a.lang
	blocks := []notebook.Block{notebook.Heading{Level: 3, Text: l.Pick("How the sectors have developed", "Branchernes udvikling")}}
	from, rows := a.followed()
	if len(rows) < 2 {
		return append(blocks, notebook.Note(fmt.Sprintf(l.Pick("There are no two sectors whose jobs are shown in %d and in an earlier year, so that there is no development to compare.",
			"Der er ikke to brancher, hvis job er vist både i %d og i et tidligere år, så der er ingen udvikling at sammenligne."), a.baseYear))), nil
	}
	text := growthplot.Text{Subject: a.name, Source: a.source()}
	lines, err := sectorplot.NewIndexPage(a.table, sector.Jobs, from, text, growthplot.Style{Lang: l})
	if err != nil {
		return nil, err
	}
	blocks = append(blocks,
		notebook.Prose(fmt.Sprintf(l.Pick("Each line is the %s of a sector, with %d as 100.", "Hver linje er en branches %s med %d som indeks 100."), a.unit(), from)),
		notebook.Chart{Name: "sectors-index", Picture: lines, Data: a.indexTable(from)})

	if !a.hasRevenue() {
		return blocks, nil
	}
	earning := 0
	for _, r := range rows {
		if r.Jobs.Sum.Float64() > 0 && r.RevenuePerJob.Known() {
			earning++
		}
	}
	if earning < 2 {
		return append(blocks, notebook.Note(fmt.Sprintf(l.Pick("Growth is not set beside %s, which is shown for fewer than two of the sectors that can be followed.",
			"Væksten er ikke sat over for %s, som er vist for færre end to af de brancher, der kan følges."), a.perJob()))), nil
	}
	circles, err := sectorplot.NewBubblesPage(a.table, from, a.baseYear, text, growthplot.Style{Lang: l, Height: 430})
	if err != nil {
		return nil, err
	}
	return append(blocks,
		notebook.Prose(fmt.Sprintf(l.Pick("The sectors that have grown most are to the right, those with the highest %s at the top; the area of a circle is the jobs of %d.",
			"Længst til højre ligger de brancher, der er vokset mest, øverst dem med den højeste %s; cirklernes areal er jobtallet i %d."), a.perJob(), a.baseYear)),
		notebook.Chart{Name: "growth-and-revenue", Picture: circles, Data: a.growthTable(from)}), nil
}

// followed are the sectors of the base year whose jobs are known there and in an
// earlier year in which there were some: the first year that has two of them.
func (a *analysis) followed() (from int, rows []sector.Row) {
	for _, from := range a.table.Years() {
		if from >= a.baseYear {
			break
		}
		rows = nil
		for _, r := range a.table.In(a.baseYear) {
			if a.jobsIn(r.Key[0], from).Float64() > 0 && r.Jobs.Sum.Known() {
				rows = append(rows, r)
			}
		}
		if len(rows) > 1 {
			return from, rows
		}
	}
	return 0, nil
}

// jobsIn are those of a sector in a year, missing where it has no companies.
func (a *analysis) jobsIn(name string, year int) sector.Figure {
	r, _ := a.table.Row(name, strconv.Itoa(year))
	return r.Jobs.Sum
}

// indexTable is behind the index lines.
func (a *analysis) indexTable(from int) *notebook.Table {
	l := a.lang
	t := &notebook.Table{
		Name: "sectors-index", Sheet: l.Pick("Index", "Indeks"), Caption: fmt.Sprintf(l.Pick("%s by sector and year, and as index numbers, %d = 100", "%s efter branche og år og som indekstal, %d = 100"), capital(a.unit()), from),
		Columns: []notebook.Column{
			{Name: "sector", Header: l.Pick("Sector", "Branche")}, {Name: "year", Header: l.Pick("Year", "År"), Year: true},
			{Name: a.measure.String(), Header: capital(a.unit()), Decimals: a.decimals()}, {Name: "index", Header: l.Pick("Index", "Indeks"), Decimals: 1},
		},
	}
	t.Data = &notebook.Table{Name: t.Name, Sheet: t.Sheet, Caption: t.Caption, Columns: t.Columns}
	for _, r := range a.table.Rows {
		base := a.jobsIn(r.Key[0], from)
		index := derived(100*r.Jobs.Sum.Float64()/base.Float64(), r.Jobs.Sum, base)
		if base.Float64() == 0 {
			index = notebook.Cell{}
		}
		figures := []notebook.Cell{notebook.Num(float64(r.Year)), sum(r.Jobs), index}
		t.Rows = append(t.Rows, append([]notebook.Cell{notebook.Str(a.lang.GroupName(r.Key[0]))}, figures...))
		t.Data.Rows = append(t.Data.Rows, append([]notebook.Cell{notebook.Str(r.Key[0])}, figures...))
	}
	return t
}

// growthTable is behind the circles.
func (a *analysis) growthTable(from int) *notebook.Table {
	l := a.lang
	ratio := a.money(sector.RevenuePerJob, capital(a.perJob()), 2)
	ratio.Name = "revenue_per_" + a.measure.String()
	t := &notebook.Table{
		Name: "growth-and-revenue", Sheet: l.Pick("Growth and revenue", "Vækst og omsætning"),
		Caption: fmt.Sprintf(l.Pick("Growth of jobs %d–%d, and %s %[2]d", "Jobvækst %d–%d og %s %[2]d"), from, a.baseYear, a.perJob()),
		Columns: []notebook.Column{
			{Name: "sector", Header: l.Pick("Sector", "Branche")},
			{Name: "base", Header: fmt.Sprint(from), Decimals: a.decimals()}, {Name: "end", Header: fmt.Sprint(a.baseYear), Decimals: a.decimals()},
			{Name: "growth", Header: l.Pick("Growth a year", "Vækst om året"), Unit: l.Pick("%", "pct."), Scale: .01, Decimals: 1, Signed: true}, ratio,
		},
	}
	line := func(name string, was, is sector.Cell, perJob sector.Figure) []notebook.Cell {
		rate, err := growth.CAGR(was.Sum.Float64(), is.Sum.Float64(), float64(a.baseYear-from))
		if err != nil {
			rate = growth.Rate(math.NaN())
		}
		return []notebook.Cell{notebook.Str(name), sum(was), sum(is), derived(float64(rate), was.Sum, is.Sum), cell(perJob)}
	}
	t.Data = &notebook.Table{Name: t.Name, Sheet: t.Sheet, Caption: t.Caption, Columns: t.Columns}
	for _, r := range a.table.In(a.baseYear) {
		was, _ := a.table.Row(r.Key[0], strconv.Itoa(from))
		t.Rows = append(t.Rows, line(a.lang.GroupName(r.Key[0]), was.Jobs, r.Jobs, r.RevenuePerJob))
		t.Data.Rows = append(t.Data.Rows, line(r.Key[0], was.Jobs, r.Jobs, r.RevenuePerJob))
	}
	all, _ := a.table.Total(from)
	t.Total = line(l.Pick("Total", "I alt"), all.Jobs, a.base.Jobs, a.base.RevenuePerJob)
	return t
}

// derived is a figure made of others, suppressed where one of them is.
func derived(x float64, of ...sector.Figure) notebook.Cell {
	for _, f := range of {
		if f.Status() == sector.Suppressed {
			return notebook.Suppressed()
		}
	}
	return notebook.Num(x)
}
