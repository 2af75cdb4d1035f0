package main

import (
	"context"
	"fmt"
	"strings"

	"smartcity/examples/command"
	"smartcity/examples/notebook"
	"smartcity/examples/outlook/chapter"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/projection"
	"smartcity/projection/projectionplot"
	"smartcity/sector"
	"smartcity/sector/dynamics"
	"smartcity/sector/sectorplot"
)

// page is the analysis in blocks, in the order of the report.
func (a *analysis) page(ctx context.Context) (notebook.Page, error) {
	years := a.table.Years()
	base := years[len(years)-1]
	page := notebook.Page{
		Lang: a.lang, Title: a.lang.Pick("Jobs and growth potential, from a database", "Job og vækstpotentiale fra en database"),
		Subtitle: fmt.Sprintf("%s, %s, %d", a.read.File, a.engine, base),
	}
	if years[0] < base {
		page.Subtitle = fmt.Sprintf("%s, %s, %d–%d", a.read.File, a.engine, years[0], base)
	}
	if command.Synthetic(a.data) {
		page.Blocks = append(page.Blocks, notebook.Note(a.lang.Pick("The companies are **synthetic**: they are made up to try the methods, and say nothing about Denmark.",
			"Virksomhederne er **syntetiske**: De er opdigtet for at afprøve metoderne og siger intet om Danmark.")))
	}
	sectors, err := a.sectors(base)
	if err != nil {
		return page, err
	}
	sectors = append(sectors, a.motion()...)
	ahead, err := a.ahead(ctx, base)
	if err != nil {
		return page, err
	}
	page.Blocks = append(append(append(page.Blocks, sectors...), ahead...), a.statement()...)
	return page, nil
}

// sectors is companies, jobs and revenue: a year on the page, all years in the file.
func (a *analysis) sectors(year int) ([]notebook.Block, error) {
	l, jobs := a.lang, a.measure.String()
	data := &notebook.Table{
		Name: "sectors", Caption: l.Pick("Companies, jobs and revenue by sector and year", "Virksomheder, job og omsætning efter branche og år"),
		Columns: []notebook.Column{
			{Name: "sector", Header: l.Pick("Sector", "Branche")}, {Name: "year", Header: l.Pick("Year", "År"), Year: true}, {Name: "firms", Header: l.Pick("Companies", "Virksomheder")},
			{Name: jobs, Header: a.unit()}, {Name: "revenue", Header: l.Pick("Revenue", "Omsætning"), Unit: a.table.Currency},
			{Name: jobs + "_missing", Header: a.unit() + l.Pick(", not stated", ", uoplyst")}, {Name: "revenue_missing", Header: l.Pick("Revenue, not stated", "Omsætning, uoplyst")},
		},
	}
	for _, r := range a.table.Rows {
		data.Rows = append(data.Rows, []notebook.Cell{
			notebook.Str(r.Key[0]), notebook.Num(float64(r.Year)), cell(r.Firms.Sum), cell(r.Jobs.Sum), cell(r.Revenue.Sum),
			notebook.Num(float64(r.Jobs.Missing)), notebook.Num(float64(r.Revenue.Missing)),
		})
	}
	millions := a.table.Currency + " m"
	if l == locale.Danish {
		millions = "mio. " + strings.Replace(a.table.Currency, "DKK", "kr.", 1)
	}
	shown := notebook.Table{
		Name: "sectors-shown", Data: data, Caption: fmt.Sprintf(l.Pick("Companies, jobs and revenue by sector, %d", "Virksomheder, job og omsætning efter branche, %d"), year),
		Columns: []notebook.Column{
			{Header: l.Pick("Sector", "Branche")}, {Header: l.Pick("Companies", "Virksomheder")}, {Header: a.unit()},
			{Header: l.Pick("Revenue", "Omsætning"), Unit: millions, Scale: 1e6},
			{Header: l.Pick("Revenue per job", "Omsætning pr. job"), Unit: millions, Scale: 1e6, Decimals: 2},
		},
		Note: l.Pick("Current prices. Sums are of what is known, ratios of those with both figures.", "Løbende priser. Summer er af det, der kendes, forholdstal for dem med begge tal."),
	}
	line := func(name string, r sector.Row) []notebook.Cell {
		return []notebook.Cell{notebook.Str(name), cell(r.Firms.Sum), cell(r.Jobs.Sum), cell(r.Revenue.Sum), cell(r.RevenuePerJob)}
	}
	for _, r := range a.table.In(year) {
		shown.Rows = append(shown.Rows, line(a.stated(r.Key[0]), r))
	}
	total, _ := a.table.Total(year)
	shown.Total = line(l.Pick("Total", "I alt"), total)
	chart, err := sectorplot.NewJobsPage(a.table, year, growthplot.Text{Source: a.source()}, growthplot.Style{Lang: l})
	if err != nil {
		return nil, err
	}
	return []notebook.Block{notebook.Heading{Text: l.Pick("Sectors", "Brancher")}, notebook.Chart{Name: "jobs-by-sector", Picture: chart, Data: &shown}, shown}, nil
}

// motion is what companies did between the last two years.
func (a *analysis) motion() []notebook.Block {
	if a.flows == nil {
		return nil
	}
	l, total := a.lang, a.flows.Totals[0]
	table := notebook.Table{
		Name: "job-flows-by-sector", Caption: fmt.Sprintf(l.Pick("Jobs created and destroyed by sector, %d–%d", "Skabte og nedlagte job efter branche, %d–%d"), total.From, total.To),
		Columns: []notebook.Column{
			{Name: "sector", Header: l.Pick("Sector", "Branche")}, {Name: "births", Header: l.Pick("In new companies", "I nye virksomheder")}, {Name: "growth", Header: l.Pick("In growing ones", "I voksende")},
			{Name: "deaths", Header: l.Pick("Lost with companies", "Tabt med virksomheder")}, {Name: "decline", Header: l.Pick("In shrinking ones", "I skrumpende")}, {Name: "net", Header: l.Pick("Net", "Netto"), Signed: true},
		},
		Note: l.Pick("Of companies whose jobs are known in both years; package dynamics has the definitions.", "For virksomheder, hvis job kendes i begge år; definitionerne står i pakken dynamics."),
	}
	line := func(name string, f dynamics.JobFlow) []notebook.Cell {
		return []notebook.Cell{
			notebook.Str(name), notebook.Num(f.JobCreationBirths), notebook.Num(f.JobCreationContinuers), notebook.Num(f.JobDestructionDeaths), notebook.Num(f.JobDestructionContinuers), notebook.Num(f.NetJobCreation),
		}
	}
	for _, f := range a.flows.Rows {
		table.Rows = append(table.Rows, line(a.stated(f.Group), f))
	}
	table.Total = line(l.Pick("Total", "I alt"), total)
	return []notebook.Block{notebook.Heading{Text: l.Pick("Companies in motion", "Virksomheder i bevægelse")}, table}
}

// ahead is the outlook: two scenarios, and how sure they are.
func (a *analysis) ahead(ctx context.Context, base int) ([]notebook.Block, error) {
	l := a.lang
	c, err := chapter.New(ctx, a.table, a.read, chapter.Settings{
		Data: a.data, Source: a.source(), Lang: l, Measure: a.measure, Growth: a.growth, Base: base, To: a.year(base), Target: a.target, Paths: a.paths, Seed: a.seed,
	})
	if err != nil {
		return nil, err
	}
	sure, err := c.Brief()
	if err != nil {
		return nil, err
	}
	outlook, err := projection.Sectors(a.table, base, a.year(base), projection.Assumptions{Market: a.growth})
	if err != nil {
		return nil, err
	}
	history, err := a.table.Series(sector.Jobs)
	if err != nil {
		return nil, err
	}
	chart, err := projectionplot.NewBandPage(outlook.Total, history, a.target, growthplot.Text{Source: a.source()}, growthplot.Style{Lang: l})
	if err != nil {
		return nil, err
	}
	table := notebook.Table{
		Name: "projection-by-sector", Caption: fmt.Sprintf(l.Pick("%s by sector, %d and %d", "%s efter branche, %d og %d"), a.unit(), base, a.year(base)),
		Columns: []notebook.Column{
			{Name: "sector", Header: l.Pick("Sector", "Branche")}, {Name: "base", Header: fmt.Sprint(base)},
			{Name: "low", Header: fmt.Sprintf(l.Pick("%d, low", "%d, lav"), a.year(base))}, {Name: "high", Header: fmt.Sprintf(l.Pick("%d, high", "%d, høj"), a.year(base))},
		},
	}
	line := func(name string, p *projection.Projection) []notebook.Cell {
		return []notebook.Cell{notebook.Str(name), notebook.Num(p.Base), notebook.Num(p.Scenarios[0].LevelIn(p.To)), notebook.Num(p.Scenarios[1].LevelIn(p.To))}
	}
	for _, p := range outlook.Sectors {
		table.Rows = append(table.Rows, line(a.stated(p.Name), p))
	}
	table.Total = line(l.Pick("Total", "I alt"), outlook.Total)
	return append([]notebook.Block{
		notebook.Heading{Text: fmt.Sprintf(l.Pick("The jobs ahead, to %d", "Jobbene frem til %d"), a.year(base))},
		notebook.Chart{Name: "jobs-ahead", Picture: chart, Data: &table}, table,
	}, sure...), nil
}

// statement is what the engine was asked.
func (a *analysis) statement() []notebook.Block {
	fence := strings.Repeat("`", 3)
	return []notebook.Block{
		notebook.Heading{Text: a.lang.Pick("What the database was asked", "Hvad databasen blev spurgt om")},
		notebook.Prose(fmt.Sprintf(a.lang.Pick("Only the sums of groups came back, of %s rows. This is the statement of the table of sectors, in the SQL of %s:", "Kun gruppernes summer kom tilbage, af %s rækker. Dette er forespørgslen bag branchetabellen i %ss SQL:"),
			a.lang.Number(float64(a.read.Kept), 0), a.engine)),
		notebook.Prose(fence + "sql\n" + a.sql + "\n" + fence),
	}
}

func (a *analysis) provenance() notebook.Provenance {
	return notebook.Provenance{
		Input:  map[string]any{"file": a.read.File, "sha256": a.read.SHA256, "bytes": a.read.Size},
		Counts: map[string]any{"rows": a.read.Rows, "kept": a.read.Kept, "rejected": len(a.read.Rejected), "groups": len(a.table.Rows)},
		Assumptions: map[string]any{
			"engine": a.engine, "sql": a.sql, "language": a.lang, "measure": a.measure, "market_growth": a.growth, "target_jobs": a.target, "paths": a.paths, "seed": a.seed,
		},
	}
}

// year is the one to look ahead to.
func (a *analysis) year(base int) int {
	if a.to == 0 {
		return base + 7
	}
	return a.to
}

// source is the line below charts.
func (a *analysis) source() string { return a.read.File + ", " + a.engine }

func (a *analysis) unit() string {
	if a.measure == sector.Employees {
		return a.lang.Pick("Employees", "Ansatte")
	}
	return a.lang.Pick("Full-time equivalents", "Fuldtidsbeskæftigede")
}

// stated names the group of companies whose sector is not stated.
func (a *analysis) stated(name string) string {
	if name == "" {
		return a.lang.Pick("Not stated", "Uoplyst")
	}
	return name
}

func cell(f sector.Figure) notebook.Cell {
	if f.Status() == sector.Suppressed {
		return notebook.Suppressed()
	}
	return notebook.Num(f.Float64())
}
