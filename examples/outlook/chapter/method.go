package chapter

import (
	"context"

	"smartcity/examples/notebook"
	"smartcity/projection"
)

// method says how everything was computed, and what was assumed.
func (c *Chapter) method(context.Context) ([]notebook.Block, error) {
	l := c.Lang
	text := c.say("**From market to jobs.** Jobs grow by ((1 + growth of the market) · (1 + growth of the market share))^elasticity / (1 + growth of productivity) − 1 a year. Market shares are taken to stay. Sectors are projected one by one, and the total is their sum.",
		"**Fra marked til job.** Job vokser med ((1 + markedets vækst) · (1 + markedsandelens vækst))^elasticitet / (1 + produktivitetens vækst) − 1 om året. Markedsandelene er forudsat uændrede. Brancherne fremskrives hver for sig, og det samlede tal er summen af dem.")
	text += "\n\n" + c.say("**Assumptions.** Sectors without assumptions of their own have a market that grows %s a year.", "**Forudsætninger.** Brancher uden egne forudsætninger har et marked, der vokser %s om året.", c.Growth.Format(l))
	text += "\n\n" + c.say("**Simulation.** ", "**Simulering.** ") + c.Draws()
	text += " " + c.say("That the probabilities are drawn and not counted makes them uncertain by at most %s; what is assumed makes them more so.", "At sandsynlighederne er trukket og ikke talt, gør dem højst %s usikre; det gør forudsætningerne langt mere.",
		c.say("%s percentage points", "%s procentpoint", l.Number(100*c.simulated.Targets[0].StandardError(.5), 1)))
	text += "\n\n" + c.say("**Reached** is a target in the first year that has at least as many jobs. The **expected shortfall** is the mean, over all paths, of what is missing.", "**Nået** er et mål i det første år med mindst så mange job. Den **forventede mangel** er gennemsnittet over alle forløb af det, der mangler.")
	return []notebook.Block{notebook.Heading{Text: c.say("How this was computed", "Sådan er det regnet")}, notebook.Prose(text), c.assumptionTable()}, nil
}

// Draws says what the simulation rests on.
func (c *Chapter) Draws() string {
	if c.certain() {
		return c.say("Every sector has a single rate of growth, so that nothing is drawn.", "Hver branche har én vækstrate, så der er intet at trække om.")
	}
	s := c.simulated.Simulation
	return c.say("%s paths, seed %d. Growth of a sector's market has a PERT distribution that lies inside the sector's range with %s probability, as likely below it as above. From year to year the scores behind it have a correlation of %s; sectors share half of their variance through one common factor (correlation %s between any two).",
		"%s forløb, seed %d. Væksten i en branches marked følger en PERT-fordeling, der med %s sandsynlighed ligger inden for branchens interval, lige så sandsynligt under som over. Fra år til år er scorerne bag den korreleret med %s; brancherne deler halvdelen af variansen gennem én fælles faktor (korrelation %s mellem to vilkårlige).",
		c.Lang.Number(float64(s.Paths), 0), c.Seed, c.Lang.Percent(s.Growth.Probability, 0), c.Lang.Number(s.Rho, 1), c.Lang.Number(s.Correlation.Loadings[0]*s.Correlation.Loadings[0], 1))
}

// assumptionTable is what the simulation carried with it: what it assumes of each
// sector, the same in all years.
func (c *Chapter) assumptionTable() notebook.Table {
	percent, per := c.say("%", "pct."), c.say("a year", "om året")
	t := notebook.Table{
		Name: "assumptions", Caption: c.say("What is assumed of each sector", "Hvad der er forudsat om hver branche"),
		Columns: []notebook.Column{
			{Name: "sector", Header: c.say("Sector", "Branche")},
			{Name: "market_low", Header: c.say("Market growth, low", "Markedsvækst, lav"), Unit: percent + " " + per, Scale: .01, Decimals: 1},
			{Name: "market_high", Header: c.say("High", "Høj"), Unit: percent + " " + per, Scale: .01, Decimals: 1},
			{Name: "productivity", Header: c.say("Productivity growth", "Produktivitetsvækst"), Unit: percent + " " + per, Scale: .01, Decimals: 1},
			{Name: "elasticity", Header: c.say("Elasticity of jobs", "Jobelasticitet"), Decimals: 2},
		},
	}
	or := func(y projection.Yearly, otherwise float64) notebook.Cell {
		if !y.Stated() {
			return notebook.Num(otherwise)
		}
		return notebook.Num(y.At(c.base + 1))
	}
	for _, f := range c.simulated.Sectors {
		t.Rows = append(t.Rows, []notebook.Cell{
			notebook.Str(c.Lang.GroupName(f.Name)), or(f.Low.Market, 0), or(f.High.Market, 0), or(f.Low.Productivity, 0), or(f.Low.Elasticity, 1),
		})
	}
	return t
}
