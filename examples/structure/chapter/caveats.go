package chapter

import (
	"strings"

	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/sector"
)

// caveats says what to know before a figure of the chapter is quoted.
func (c *Chapter) caveats() ([]notebook.Block, error) {
	blocks := []notebook.Block{notebook.Heading{Text: c.say("Before a figure is quoted", "Før et tal citeres")}}
	if sentences := c.sentences(); len(sentences) > 0 {
		blocks = append(blocks, notebook.Prose("- "+strings.Join(sentences, "\n- ")))
	}
	bySector, byYear := unknownView("sector", ""), unknownView("year", "year")
	row := func(v *growth.View, level string, of growth.Entry, firms float64, jobs, revenue sector.Cell) {
		entries := []growth.Entry{growth.TextOf(level), of, growth.NumberOf(firms)}
		for _, n := range []int{jobs.Missing, jobs.Suppressed, revenue.Missing, revenue.Suppressed} {
			entries = append(entries, growth.NumberOf(float64(n)))
		}
		v.Rows = append(v.Rows, entries)
	}
	for _, l := range c.summary.Lines {
		row(&bySector, "sector", growth.TextOf(l.Sector), float64(l.Firms), l.Jobs, l.Revenue)
	}
	t := c.summary.Total
	row(&bySector, "total", growth.TextOf(""), float64(t.Firms), t.Jobs, t.Revenue)
	for _, t := range c.sectors.Totals {
		row(&byYear, "year", growth.NumberOf(float64(t.Year)), t.Firms.Sum.Float64(), t.Jobs, t.Revenue)
	}
	tables := []notebook.Table{
		c.show(bySector, "unknown-by-sector", c.say("Companies whose figures are not known, by sector, %d", "Virksomheder, hvis tal ikke kendes, efter branche, %d", c.year), "sector", "firms", "jobs_missing", "jobs_suppressed", "revenue_missing", "revenue_suppressed"),
		c.show(byYear, "unknown-by-year", c.say("Companies whose figures are not known, by year", "Virksomheder, hvis tal ikke kendes, efter år"), "year", "firms", "jobs_missing", "jobs_suppressed", "revenue_missing", "revenue_suppressed"),
	}
	return append(blocks, tables[0], tables[1]), nil
}

func unknownView(of, unit string) growth.View {
	v := growth.View{Columns: []growth.ViewColumn{{Name: "level"}, {Name: of, Unit: unit}, {Name: "firms", Unit: "firms"}}}
	for _, name := range []string{"jobs_missing", "jobs_suppressed", "revenue_missing", "revenue_suppressed"} {
		v.Columns = append(v.Columns, growth.ViewColumn{Name: name, Unit: "companies"})
	}
	return v
}

// method names every measure, with its variant and its source.
func (c *Chapter) method() ([]notebook.Block, error) {
	items := []string{
		c.say("A figure that is not stated or suppressed is left out and counted, never taken for zero.", "Et tal, der er uoplyst eller diskretioneret, udelades og tælles; det regnes aldrig for nul."),
		c.say("HHI: Σs², of companies’ shares of %s; normalised (H − 1/n)/(1 − 1/n); equivalent number 1/H.", "HHI: Σs² af virksomhedernes andele af %s; normeret (H − 1/n)/(1 − 1/n); ækvivalent antal 1/H.", c.unit()),
		c.say("Gini: Σ(2i − n − 1)x/(nΣx), unweighted; Theil (1967): T = mean of (x/μ)ln(x/μ), L = mean of ln(μ/x), each the sum of its part within sectors and its part between them.", "Gini: Σ(2i − n − 1)x/(nΣx), uvægtet; Theil (1967): T = gennemsnit af (x/μ)ln(x/μ), L = gennemsnit af ln(μ/x), hver summen af en del inden for brancher og en del mellem dem."),
		c.say("Contributions to growth: 100·Δx/X, X the total of the first year.", "Bidrag til vækst: 100·Δx/X, hvor X er totalen i det første år."),
	}
	if c.economy != nil {
		items = append(items,
			c.say("Location quotient: (e/Σe)/(E/ΣE), e of the companies in a region, E of the whole reference, Σ over sectors. Krugman (1991): Σ|s − S|; Hoover: half of it. Locational Gini: of the location quotients, each counted once.", "Lokaliseringskvotient: (e/Σe)/(E/ΣE), hvor e er virksomhedernes i en region, E hele referencens, og Σ går over brancher. Krugman (1991): Σ|s − S|; Hoover: det halve. Lokaliserings-Gini: af lokaliseringskvotienterne, hver talt én gang."),
			c.say("Ellison and Glaeser (1997): γ = (G − (1 − Σx²)H)/((1 − Σx²)(1 − H)), G = Σ(s − x)², x the regions’ shares of all jobs of the reference.", "Ellison og Glaeser (1997): γ = (G − (1 − Σx²)H)/((1 − Σx²)(1 − H)), G = Σ(s − x)², hvor x er regionernes andele af alle job i referencen."),
			c.say("Shift-share: Dunn (1960), Esteban-Marquillas (1972), Arcelus (1984), dynamic by Barff and Knight (1988); the nation is the whole reference.", "Shift-share: Dunn (1960), Esteban-Marquillas (1972), Arcelus (1984), dynamisk efter Barff og Knight (1988); nationen er hele referencen."))
	}
	return []notebook.Block{notebook.Heading{Text: c.say("Method", "Metode")}, notebook.Prose("- " + strings.Join(items, "\n- "))}, nil
}
