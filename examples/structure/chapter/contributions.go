package chapter

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/sector"
	"smartcity/sector/sectorplot"
)

// contributions says what each sector has added to the growth of the total.
func (c *Chapter) contributions() ([]notebook.Block, error) {
	heading := notebook.Heading{Text: c.say("What the sectors have added to growth", "Hvad brancherne har bidraget med til væksten")}
	if c.from == c.year {
		return []notebook.Block{heading, notebook.Prose(c.oneYear())}, nil
	}
	var parts []growth.Series
	for _, name := range c.everySector() {
		s, err := c.sectors.Series(sector.Jobs, name)
		if err != nil {
			return nil, err
		}
		for _, year := range []int{c.from, c.year} {
			if _, ok := c.sectors.Row(name, strconv.Itoa(year)); !ok {
				s.Values[year-s.FirstYear] = 0 // no companies, and so no jobs: that is known
			}
		}
		parts = append(parts, s)
	}
	var whole growth.Series // the sum of the parts
	if c.protected {
		var err error
		if whole, err = c.sectors.Series(sector.Jobs); err != nil {
			return nil, err
		}
	}
	g, err := growth.GrowthContributions(parts, whole, c.from, c.year)
	switch {
	case c.protected && errors.Is(err, growth.ErrNotKnown):
		return []notebook.Block{heading, notebook.Prose(c.say("The total of %d or of %d is suppressed, and so is what the sectors have added.", "Totalen for %d eller %d er diskretioneret, og dermed også branchernes bidrag.", c.from, c.year))}, nil
	case errors.Is(err, growth.ErrNotPositive), errors.Is(err, growth.ErrNotKnown):
		return []notebook.Block{heading, notebook.Prose(c.say("In %d or %d nothing is known to be there: there is no growth to speak of.", "I %d eller %d kendes intet: der er ingen vækst at tale om.", c.from, c.year))}, nil
	case err != nil:
		return nil, err
	}
	if !c.protected { // the tables say what is hidden
		c.warn(g.Warnings...)
	}
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "level"}, {Name: "sector"}, {Name: "from_year", Unit: "year"}, {Name: "to_year", Unit: "year"}, {Name: "base", Unit: g.Unit}, {Name: "end", Unit: g.Unit}, {Name: "change", Unit: g.Unit},
		{Name: "growth", Unit: "fraction"}, {Name: "percentage_points", Unit: "percentage points"},
	}}
	row := func(level, name string, p growth.Contribution) {
		rate := math.NaN() // from nothing
		if p.From > 0 {
			rate = p.Change / p.From
		}
		v.Rows = append(v.Rows, []growth.Entry{
			growth.TextOf(level), growth.TextOf(name), growth.NumberOf(float64(c.from)), growth.NumberOf(float64(c.year)), growth.NumberOf(p.From), growth.NumberOf(p.To), growth.NumberOf(p.Change),
			growth.NumberOf(rate), growth.NumberOf(p.Points),
		})
	}
	for _, p := range g.Parts {
		row("sector", p.Name, p)
	}
	row("total", "", g.Total)
	table := c.show(v, "contributions", c.say("Contributions to the growth of %s, %d–%d", "Bidrag til væksten i %s, %d–%d", c.unit(), c.from, c.year), "sector", "base", "end", "change", "growth", "percentage_points")
	table.Columns[1].Header, table.Columns[2].Header = c.say("%d", "%d", c.from), c.say("%d", "%d", c.year)
	table.Note = c.say("Percentage points of the total in %d; they add up to its growth. Sums are of what is known in each year.", "Procentpoint af totalen i %d; de giver tilsammen dens vækst. Summer er af det, der kendes i det enkelte år.", c.from)
	if c.protected {
		table.Note = c.say("Percentage points of the total in %d. What the sectors shown lack of the total is in those that are suppressed.", "Procentpoint af totalen i %d. Det, de viste brancher mangler i totalen, ligger i de diskretionerede.", c.from)
	}
	text := []string{c.say("From %d to %d the companies went from %s to %s %s: **%s** in all", "Fra %d til %d gik virksomhederne fra %s til %s %s: **%s** i alt",
		c.from, c.year, c.number(g.Total.From, c.decimals()), c.number(g.Total.To, c.decimals()), c.unit(), c.change(g.Total.Points/100))}
	if rate, err := growth.CAGR(g.Total.From, g.Total.To, float64(c.year-c.from)); err == nil {
		text[0] += c.say(", %s a year", ", %s om året", c.change(float64(rate)))
	}
	text[0] += "."
	points := func(p growth.Contribution) float64 { return p.Points }
	if p, ok := most(g.Parts, points); ok {
		text = append(text, c.say("**%s** has added most, %s percentage points.", "**%s** har bidraget mest med %s procentpoint.", c.name(p.Name), c.signed(p.Points, 2)))
	}
	if p, ok := least(g.Parts, points); ok {
		text = append(text, c.say("**%s** has added least, %s.", "**%s** har bidraget mindst med %s.", c.name(p.Name), c.signed(p.Points, 2)))
	}
	blocks := []notebook.Block{heading, notebook.Prose(strings.Join(text, " "))}
	if len(parts) > 1 {
		chart, err := c.twoYears()
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, chart)
	}
	return append(blocks, table), nil
}

// twoYears is the chart of the jobs in the first and the last year, also of sectors
// whose contribution is not known.
func (c *Chapter) twoYears() (notebook.Chart, error) {
	page, err := sectorplot.NewTwoYearsPage(c.sectors, sector.Jobs, c.from, c.year, c.text(), growthplot.Style{Lang: c.Lang})
	if err != nil {
		return notebook.Chart{}, err
	}
	t := &notebook.Table{
		Name: "jobs-in-two-years", Sheet: c.say("Jobs in two years", "Job i to år"), Caption: c.say("%s by sector, %d and %d", "%s efter branche, %d og %d", capital(c.unit()), c.from, c.year),
		Columns: []notebook.Column{{Name: "sector", Header: c.header("sector")}, {Name: "year", Header: c.header("year"), Year: true}, {Name: c.Measure.String(), Header: capital(c.unit()), Decimals: c.decimals()}},
	}
	t.Data = &notebook.Table{Name: t.Name, Sheet: t.Sheet, Caption: t.Caption, Columns: t.Columns}
	for _, year := range []int{c.from, c.year} {
		for _, r := range c.sectors.In(year) {
			row := []notebook.Cell{notebook.Str(r.Key[0]), notebook.Num(float64(year)), figureCell(r.Jobs)}
			t.Data.Rows = append(t.Data.Rows, row)
			t.Rows = append(t.Rows, append([]notebook.Cell{notebook.Str(c.Lang.GroupName(r.Key[0]))}, row[1:]...))
		}
	}
	return notebook.Chart{Name: "jobs-in-two-years", Picture: page, Data: t}, nil
}

// everySector lists the sectors of all years, in the order of the table.
func (c *Chapter) everySector() []string {
	seen := map[string]bool{}
	var out []string
	for _, r := range c.sectors.Rows {
		if !seen[r.Key[0]] {
			seen[r.Key[0]] = true
			out = append(out, r.Key[0])
		}
	}
	return out
}
