package main

import (
	"fmt"
	"math"
	"slices"

	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/growth/locale"
	"smartcity/projection"
	"smartcity/sector"
)

// cell is a figure as a table takes it.
func cell(f sector.Figure) notebook.Cell {
	if f.Status() == sector.Suppressed {
		return notebook.Suppressed()
	}
	return notebook.Num(f.Float64())
}

// sum is a cell of a table: where nothing is known but something is
// suppressed, it is suppressed.
func sum(c sector.Cell) notebook.Cell {
	if !c.Sum.Known() && c.Suppressed > 0 {
		return notebook.Suppressed()
	}
	return cell(c.Sum)
}

// missing counts what is not stated in a row, unless that is hidden.
func missing(r sector.Row, c sector.Cell) notebook.Cell {
	if concealed(r) {
		return notebook.Suppressed()
	}
	return notebook.Num(float64(c.Missing))
}

// sectorTable shows the base year, and lets a reader pick another; its data are all years.
func (a *analysis) sectorTable() notebook.Table {
	l, jobs := a.lang, a.measure.String()
	unknown := l.Pick(", not stated", ", uoplyst")
	data := &notebook.Table{
		Name: "sectors", Sheet: l.Pick("Sectors", "Brancher"), Caption: l.Pick("Companies, jobs and revenue by sector and year", "Virksomheder, job og omsætning efter branche og år"),
		Columns: []notebook.Column{
			{Name: "sector", Header: l.Pick("Sector", "Branche")}, {Name: "year", Header: l.Pick("Year", "År"), Year: true}, {Name: "firms", Header: l.Pick("Companies", "Virksomheder")},
			{Name: jobs, Header: capital(a.unit()), Decimals: a.decimals()}, {Name: "revenue", Header: l.Pick("Revenue", "Omsætning"), Unit: a.currency()},
			{Name: jobs + "_missing", Header: capital(a.unit()) + unknown}, {Name: "revenue_missing", Header: l.Pick("Revenue", "Omsætning") + unknown},
		},
	}
	for _, r := range a.table.Rows {
		data.Rows = append(data.Rows, []notebook.Cell{
			notebook.Str(r.Key[0]), notebook.Num(float64(r.Year)), cell(r.Firms.Sum), cell(r.Jobs.Sum), cell(r.Revenue.Sum), missing(r, r.Jobs), missing(r, r.Revenue),
		})
	}
	shown := a.sectorsIn(a.baseYear)
	shown.Name, shown.Data, shown.Note = "sectors-shown", data, a.tableNote()
	if years := a.table.Years(); len(years) > 1 {
		for _, year := range years {
			shown.Years = append(shown.Years, a.sectorsIn(year))
		}
	}
	return shown
}

// sectorsIn is the table of sectors as it is of one year.
func (a *analysis) sectorsIn(year int) notebook.Table {
	l := a.lang
	t := notebook.Table{
		Year: year, Caption: fmt.Sprintf(l.Pick("Companies, jobs and revenue by sector, %d", "Virksomheder, job og omsætning efter branche, %d"), year),
		Columns: []notebook.Column{
			{Header: l.Pick("Sector", "Branche")}, {Header: l.Pick("Companies", "Virksomheder")},
			{Header: capital(a.unit()), Decimals: a.decimals()}, {Header: l.Pick("Share", "Andel"), Unit: l.Pick("%", "pct."), Scale: .01, Decimals: 1},
			a.money(sector.Revenue, l.Pick("Revenue", "Omsætning"), 1), a.money(sector.RevenuePerJob, capital(a.perJob()), 2),
			{Header: capital(a.unit()) + l.Pick(" per company", " pr. virksomhed"), Decimals: 1},
		},
	}
	line := func(name string, r sector.Row) []notebook.Cell {
		return []notebook.Cell{
			notebook.Str(name), sum(r.Firms), sum(r.Jobs), cell(a.table.Share(r, sector.Jobs)), sum(r.Revenue), cell(r.RevenuePerJob), cell(r.JobsPerFirm),
		}
	}
	for _, r := range a.table.In(year) {
		t.Rows = append(t.Rows, line(l.GroupName(r.Key[0]), r))
	}
	if total, ok := a.table.Total(year); ok {
		t.Total = line(l.Pick("Total", "I alt"), total)
	}
	if !a.hasRevenue() {
		t.Caption = fmt.Sprintf(l.Pick("Companies and jobs by sector, %d", "Virksomheder og job efter branche, %d"), year)
		t.Columns = slices.Delete(t.Columns, 4, 6)
		for i := range t.Rows {
			t.Rows[i] = slices.Delete(t.Rows[i], 4, 6)
		}
		if t.Total != nil {
			t.Total = slices.Delete(t.Total, 4, 6)
		}
	}
	return t
}

func (a *analysis) tableNote() string {
	l := a.lang
	note := ""
	if a.hasRevenue() {
		note = l.Pick("Current prices. ", "Løbende priser. ")
	}
	note += l.Pick("Sums are of what is known; ratios are of those with both figures. Totals are computed from the data, so that rounded parts may differ from them.",
		"Summer er af det, der kendes; forholdstal er for dem med begge tal. Totaler er beregnet ud fra data, så afrundede dele kan afvige fra dem.")
	if a.protect != nil {
		note += l.Pick(" Suppressed: the figure would tell those of single companies, or another figure that would.", " Diskretioneret: Tallet ville røbe enkelte virksomheders tal eller et andet tal, der ville.")
	}
	if a.table.FirmsOverlap {
		note += l.Pick(" A company with workplaces in several sectors counts in each of them and once in the total.", " En virksomhed med arbejdssteder i flere brancher tæller med i dem alle og én gang i totalen.")
	}
	return note
}

// money is a column of money: in millions with so many decimals, or in single
// units where a row of the base year would be lost in millions.
func (a *analysis) money(c sector.Column, header string, decimals int) notebook.Column {
	l, currency := a.lang, a.currency()
	for _, r := range a.table.In(a.baseYear) {
		if x := math.Abs(r.Figure(c).Float64()); x > 0 && x < 1e5 {
			return notebook.Column{Header: header, Unit: currency}
		}
	}
	return notebook.Column{Header: header, Unit: l.Pick(currency+" m", "mio. "+currency), Scale: 1e6, Decimals: decimals}
}

// currency is how the reader writes it.
func (a *analysis) currency() string {
	if a.lang == locale.Danish && a.table.Currency == "DKK" {
		return "kr."
	}
	return a.table.Currency
}

// ratioTable is behind the chart of revenue per job.
func (a *analysis) ratioTable() *notebook.Table {
	l := a.lang
	ratio := a.money(sector.RevenuePerJob, capital(a.perJob()), 2)
	ratio.Name = "revenue_per_" + a.measure.String()
	t := &notebook.Table{
		Name: "revenue-per-job", Caption: fmt.Sprintf(l.Pick("%s by sector and year", "%s efter branche og år"), capital(a.perJob())),
		Columns: []notebook.Column{{Name: "sector", Header: l.Pick("Sector", "Branche")}, {Name: "year", Header: l.Pick("Year", "År"), Year: true}, ratio},
	}
	t.Data = &notebook.Table{Name: t.Name, Columns: t.Columns}
	for _, r := range a.table.Rows {
		year, x := notebook.Num(float64(r.Year)), cell(r.RevenuePerJob)
		t.Rows = append(t.Rows, []notebook.Cell{notebook.Str(a.lang.GroupName(r.Key[0])), year, x})
		t.Data.Rows = append(t.Data.Rows, []notebook.Cell{notebook.Str(r.Key[0]), year, x})
	}
	return t
}

// bandTable is behind the chart of the jobs ahead: what was and what may come.
func (a *analysis) bandTable() *notebook.Table {
	l := a.lang
	t := &notebook.Table{
		Name: "jobs-ahead", Caption: l.Pick("Jobs so far and ahead", "Job hidtil og fremover"),
		Columns: []notebook.Column{
			{Name: "year", Header: l.Pick("Year", "År"), Year: true}, {Name: "series", Header: l.Pick("Series", "Serie")},
			{Name: a.measure.String(), Header: capital(a.unit()), Decimals: a.decimals()},
		},
	}
	t.Data = &notebook.Table{Name: t.Name, Columns: t.Columns}
	add := func(name, shown string, s growth.Series) {
		for i := range s.Len() {
			year, jobs := s.XY(i)
			t.Rows = append(t.Rows, []notebook.Cell{notebook.Num(year), notebook.Str(shown), notebook.Num(jobs)})
			t.Data.Rows = append(t.Data.Rows, []notebook.Cell{notebook.Num(year), notebook.Str(name), notebook.Num(jobs)})
		}
	}
	add("actual", l.Pick("Actual", "Faktisk"), a.history)
	for i, s := range a.outlook.Total.Scenarios {
		add(s.Name, []string{l.Pick("Low", "Lav"), l.Pick("High", "Høj")}[i], s.Series(a.name, a.measure.Unit()))
	}
	if a.target > 0 {
		add("target", l.Pick("Target", "Mål"), growth.Series{FirstYear: a.to, Values: []float64{a.target}})
	}
	return t
}

// projectionTable shows the scenarios side by side; its data are long.
func (a *analysis) projectionTable() notebook.Table {
	l, p := a.lang, a.outlook.Total
	data := &notebook.Table{Name: "projection", Sheet: l.Pick("Projection", "Fremskrivning"), Caption: fmt.Sprintf(l.Pick("%s by year and scenario", "%s efter år og scenarie"), capital(a.unit())), Columns: []notebook.Column{
		{Name: "year", Header: l.Pick("Year", "År"), Year: true}, {Name: "scenario", Header: l.Pick("Scenario", "Scenarie")},
		{Name: "rate", Header: l.Pick("Growth", "Vækst"), Unit: l.Pick("% a year", "pct. om året"), Scale: .01, Decimals: -1},
		{Name: a.measure.String(), Header: capital(a.unit()), Decimals: a.decimals()}, {Name: "gain", Header: l.Pick("Gain", "Tilvækst"), Decimals: a.decimals(), Signed: true},
	}}
	shown := notebook.Table{
		Name: "projection-shown", Data: data, Caption: fmt.Sprintf("%s, %d–%d", capital(a.unit()), p.BaseYear, p.To),
		Columns: []notebook.Column{
			{Header: l.Pick("Year", "År"), Year: true},
			{Header: l.Pick("Low, ", "Lav, ") + l.Percent(float64(p.Scenarios[0].Rate), -1), Decimals: a.decimals()}, {Header: l.Pick("Gain", "Tilvækst"), Signed: true, Decimals: a.decimals()},
			{Header: l.Pick("High, ", "Høj, ") + l.Percent(float64(p.Scenarios[1].Rate), -1), Decimals: a.decimals()}, {Header: l.Pick("Gain", "Tilvækst"), Signed: true, Decimals: a.decimals()},
		},
	}
	for year := p.BaseYear; year <= p.To; year++ {
		row := []notebook.Cell{notebook.Num(float64(year))}
		for _, s := range p.Scenarios {
			level, gain := notebook.Num(s.LevelIn(year)), notebook.Num(s.GainIn(year))
			row = append(row, level, gain)
			data.Rows = append(data.Rows, []notebook.Cell{notebook.Num(float64(year)), notebook.Str(s.Name), notebook.Num(float64(s.Rate)), level, gain})
		}
		shown.Rows = append(shown.Rows, row)
	}
	return shown
}

// targetTable compares the two readings of a target.
func (a *analysis) targetTable() (notebook.Table, error) {
	l, p := a.lang, a.outlook.Total
	t := notebook.Table{
		Name: "target", Sheet: l.Pick("Target", "Mål"), Caption: fmt.Sprintf(l.Pick("A target of %s by %d", "Et mål på %s i %d"), a.jobs(a.target), a.to),
		Columns: []notebook.Column{
			{Name: "reading", Header: l.Pick("Reading", "Fortolkning")}, {Name: "level", Header: l.Pick("Level", "Niveau"), Decimals: a.decimals()}, {Name: "gain", Header: l.Pick("Gain", "Tilvækst"), Signed: true, Decimals: a.decimals()},
			{Name: "rate_needed", Header: l.Pick("Needs", "Kræver"), Unit: l.Pick("% a year", "pct. om året"), Scale: .01, Decimals: 2},
			{Name: "reached_low", Header: l.Pick("Reached, low", "Nås, lav"), Year: true}, {Name: "reached_high", Header: l.Pick("Reached, high", "Nås, høj"), Year: true},
		},
	}
	data := &notebook.Table{Name: t.Name, Columns: t.Columns}
	for _, reading := range []struct {
		kind, name string
		level      float64
	}{{"level", l.Pick("as a level", "som niveau"), a.target}, {"gain", l.Pick("as a gain", "som tilvækst"), p.Base + a.target}} {
		rate, err := p.RequiredRate(reading.level)
		if err != nil {
			return t, err
		}
		figures := []notebook.Cell{notebook.Num(reading.level), notebook.Num(reading.level - p.Base), notebook.Num(float64(rate))}
		row := append([]notebook.Cell{notebook.Str(reading.name)}, figures...)
		line := append([]notebook.Cell{notebook.Str(reading.kind)}, figures...)
		for _, s := range p.Scenarios {
			shown, known := notebook.Str(l.Pick("never", "aldrig")), notebook.Cell{}
			if year, err := s.YearReached(reading.level); err == nil {
				known = notebook.Num(float64(year))
				shown = known
			}
			row, line = append(row, shown), append(line, known)
		}
		t.Rows, data.Rows = append(t.Rows, row), append(data.Rows, line)
	}
	t.Data = data
	return t, nil
}

// sectorOutlook is each sector at the same rates.
func (a *analysis) sectorOutlook() notebook.Table {
	l := a.lang
	t := notebook.Table{
		Name: "projection-by-sector", Sheet: l.Pick("Projection by sector", "Fremskrivning efter branche"), Caption: fmt.Sprintf(l.Pick("%s by sector, %d and %d", "%s efter branche, %d og %d"), capital(a.unit()), a.baseYear, a.to),
		Columns: []notebook.Column{
			{Name: "sector", Header: l.Pick("Sector", "Branche")}, {Name: "base", Header: fmt.Sprint(a.baseYear), Decimals: a.decimals()},
			{Name: "low", Header: fmt.Sprintf(l.Pick("%d, low", "%d, lav"), a.to), Decimals: a.decimals()}, {Name: "high", Header: fmt.Sprintf(l.Pick("%d, high", "%d, høj"), a.to), Decimals: a.decimals()},
		},
		Note: l.Pick("All sectors grow at the rates of the total.", "Alle brancher vokser med samme vækst som totalen."),
	}
	line := func(name string, p *projection.Projection) []notebook.Cell {
		return []notebook.Cell{notebook.Str(name), notebook.Num(p.Base), notebook.Num(p.Scenarios[0].LevelIn(p.To)), notebook.Num(p.Scenarios[1].LevelIn(p.To))}
	}
	t.Data = &notebook.Table{Name: t.Name, Columns: t.Columns}
	for _, p := range a.outlook.Sectors {
		t.Rows = append(t.Rows, line(a.lang.GroupName(p.Name), p))
		t.Data.Rows = append(t.Data.Rows, line(p.Name, p))
	}
	t.Total = line(l.Pick("Total", "I alt"), a.outlook.Total)
	return t
}
