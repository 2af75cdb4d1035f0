package chapter

import (
	"fmt"
	"math"

	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/sector"
	"smartcity/sector/dynamics"
)

// jobsAccounting explains growth of jobs by the number of companies and their
// size.
func (c *Chapter) jobsAccounting() ([]notebook.Block, error) {
	l := c.Lang
	blocks := []notebook.Block{notebook.Heading{Text: l.Pick("What growth is made of", "Hvad væksten består af")}}
	known, err := c.sums(func(o dynamics.Observation) bool { return o.Jobs.Known() })
	if err != nil {
		return blocks, err
	}
	var identities []growth.Identity
	for _, name := range c.sectors() {
		identities = append(identities, growth.JobsIdentity(c.series(known, sector.Firms, name), c.series(known, sector.Jobs, name)))
	}
	a, err := growth.LMDI(identities, c.first, c.last)
	if err != nil {
		return blocks, err
	}
	text := fmt.Sprintf(l.Pick(
		"Jobs are companies × jobs per company. Of a change of %s %s from %d to %d, %s come from the number of companies and %s from their size, each sector by itself. Companies are those whose jobs are known.",
		"Job er virksomheder × job pr. virksomhed. Af en ændring på %s %s fra %d til %d kommer %s af antallet af virksomheder og %s af deres størrelse, hver branche for sig. Virksomhederne er dem, hvis job kendes."),
		signed(a.Total.Change, c.jobs), c.unit(), c.first, c.last, signed(a.Total.Effects[0], c.jobs), signed(a.Total.Effects[1], c.jobs))
	table, err := c.account("accounting-jobs", l.Pick("Growth of jobs by sector", "Vækst i job efter branche"), a, identities,
		l.Pick("Companies", "Virksomheder"), l.Pick("Jobs per company", "Job pr. virksomhed"))
	if err != nil {
		return blocks, err
	}
	return append(append(blocks, prose(text), table), c.caveats(a.Warnings)...), nil
}

// revenueAccounting adds revenue per job as a factor.
func (c *Chapter) revenueAccounting() ([]notebook.Block, error) {
	if !c.hasRevenue() {
		return nil, nil
	}
	l := c.Lang
	blocks := []notebook.Block{notebook.Heading{Level: 3, Text: l.Pick("Revenue", "Omsætning")}}
	known := c.earning
	var identities []growth.Identity
	for _, name := range c.sectors() {
		identities = append(identities, growth.RevenueIdentity(c.series(known, sector.Firms, name), c.series(known, sector.Jobs, name), c.series(known, sector.Revenue, name)))
	}
	a, err := growth.LMDI(identities, c.first, c.last)
	if err != nil {
		return blocks, err
	}
	in := c.column(a)
	money := func(x float64) string {
		return signed(x, func(x float64) string { return l.Number(x/math.Max(in.Scale, 1), in.Decimals) })
	}
	text := fmt.Sprintf(l.Pick(
		"Revenue is companies × jobs per company × %s. Of a change of %s (%s, current prices), %s come from the number of companies, %s from their size and %s from %[1]s. Companies are those with jobs, and with both figures known.",
		"Omsætning er virksomheder × job pr. virksomhed × %s. Af en ændring på %s (%s, løbende priser) kommer %s af antallet af virksomheder, %s af deres størrelse og %s af %[1]s. Virksomhederne er dem med job, hvor begge tal kendes."),
		c.perJobName(), money(a.Total.Change), in.Unit, money(a.Total.Effects[0]), money(a.Total.Effects[1]), money(a.Total.Effects[2]))
	if e, err := c.elasticity(known); err == nil {
		text += " " + fmt.Sprintf(l.Pick("Each per cent of revenue went with %s per cent of jobs (arc elasticity, current prices).", "Hver procent i omsætning fulgtes med %s procent i job (bueelasticitet, løbende priser)."), l.Number(e, 2))
	}
	table, err := c.account("accounting-revenue", l.Pick("Growth of revenue by sector", "Vækst i omsætning efter branche"), a, identities,
		l.Pick("Companies", "Virksomheder"), l.Pick("Jobs per company", "Job pr. virksomhed"), capital(c.perJobName()))
	if err != nil {
		return blocks, err
	}
	return append(append(blocks, prose(text), table), c.caveats(a.Warnings)...), nil
}

// elasticity is that of jobs to revenue from the first year to the last.
func (c *Chapter) elasticity(known *sector.Table) (float64, error) {
	jobs, err := known.Series(sector.Jobs)
	if err != nil {
		return 0, err
	}
	revenue, err := known.Series(sector.Revenue)
	if err != nil {
		return 0, err
	}
	return growth.ArcElasticity(jobs, revenue, c.first, c.last)
}

// sectors are the names of all sectors of the panel, in order, what is not stated
// last.
func (c *Chapter) sectors() []string {
	var names []string
	seen := map[string]bool{}
	for _, r := range c.table.Rows {
		if name := r.Key[0]; !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return names
}

// series is a column of a sector over the years of the panel: zero in a year in
// which the sector has no rows at all, and not known in one in which it has, but
// none among those that are known.
func (c *Chapter) series(known *sector.Table, column sector.Column, name string) growth.Series {
	s := growth.Series{Name: name, Unit: known.Unit(column), FirstYear: c.first}
	for year := c.first; year <= c.last; year++ {
		x := 0.0
		if _, ok := c.table.Row(name, fmt.Sprint(year)); ok {
			x = math.NaN()
			if r, ok := known.Row(name, fmt.Sprint(year)); ok {
				x = r.Figure(column).Float64()
			}
		}
		s.Values = append(s.Values, x)
	}
	return s
}

// column is how the figures of an accounting are written.
func (c *Chapter) column(a *growth.Accounting) notebook.Column {
	if a.Unit == c.Measure.Unit() {
		return notebook.Column{Unit: c.unit(), Decimals: c.decimals()}
	}
	return notebook.FromView(a.View(), "", "", c.Lang, notebook.Column{Name: "from"}).Columns[0]
}

// account shows the effects of the factors side by side, and what each sector
// has contributed to the growth of the whole.
func (c *Chapter) account(name, caption string, a *growth.Accounting, identities []growth.Identity, factors ...string) (notebook.Table, error) {
	l := c.Lang
	var parts []growth.Series
	for _, id := range identities {
		parts = append(parts, id.Y)
	}
	shares, err := growth.GrowthContributions(parts, growth.Series{}, a.FromYear, a.ToYear)
	if err != nil {
		return notebook.Table{}, err
	}
	points := map[string]float64{}
	for _, p := range shares.Parts {
		points[p.Name] = p.Points
	}
	in := c.column(a)
	column := func(header string, signed bool) notebook.Column {
		return notebook.Column{Header: header, Decimals: in.Decimals, Scale: in.Scale, Signed: signed}
	}
	data := notebook.FromView(a.View(), name, "", c.Lang)
	t := notebook.Table{
		Data: &data, Caption: fmt.Sprintf("%s, %d–%d, %s", caption, a.FromYear, a.ToYear, in.Unit),
		Columns: []notebook.Column{
			{Header: l.Pick("Sector", "Branche")}, column(fmt.Sprint(a.FromYear), false), column(fmt.Sprint(a.ToYear), false), column(l.Pick("Change", "Ændring"), true),
			{Header: l.Pick("Contribution", "Bidrag"), Unit: l.Pick("pp", "procentpoint"), Decimals: 2, Signed: true},
		},
		Note: l.Pick("Change is the sum of the effects on the right. Contribution: the change in per cent of the whole of the first year.", "Ændringen er summen af virkningerne til højre. Bidrag: ændringen i pct. af helheden i det første år."),
	}
	for _, f := range factors {
		t.Columns = append(t.Columns, column(f, true))
	}
	line := func(name string, s growth.Account, points float64) []notebook.Cell {
		cells := []notebook.Cell{notebook.Str(name), notebook.Num(s.From), notebook.Num(s.To), notebook.Num(s.Change), notebook.Num(points)}
		for _, e := range s.Effects {
			cells = append(cells, notebook.Num(e))
		}
		return cells
	}
	for _, s := range a.Sectors {
		t.Rows = append(t.Rows, line(c.Lang.GroupName(s.Name), s, points[s.Name]))
	}
	t.Total = line(l.Pick("Total", "I alt"), a.Total, shares.Total.Points)
	return t, nil
}
