package chapter

import (
	"smartcity/examples/notebook"
	"smartcity/growth/growthplot"
	"smartcity/projection"
	"smartcity/projection/projectionplot"
)

// waterfall is what each sector adds to the jobs of the base year in the central
// scenario, or a sentence where there is nothing to divide.
func (c *Chapter) waterfall() ([]notebook.Block, error) {
	const most = 1e15 // jobs whose figures have room beside each other
	s := c.total(central)
	switch n := len(c.outlook.Sectors); {
	case n == 0, n == 1 && c.outlook.Rest == nil:
		return []notebook.Block{notebook.Note(c.say("There are jobs to start from in fewer than two of the sectors shown, so that the jobs ahead are not divided among sectors.", "Der er job at tage udgangspunkt i for færre end to af de viste brancher, så udsigterne er ikke fordelt på brancher."))}, nil
	case s.LevelIn(c.To) > most:
		return []notebook.Block{notebook.Note(c.say("So many jobs cannot be drawn sector by sector.", "Så mange job kan ikke tegnes branche for branche."))}, nil
	}
	text := c.say("In the central scenario%s at %s a year, %s %s in %d become **%s** in %d. The steps between are what each sector adds.",
		"I det centrale scenarie%s med %s om året bliver %s %s i %d til **%s** i %d. Trinene imellem er det, hver branche lægger til.",
		c.halfWay(), c.percent(float64(s.Rate)), c.jobs(c.outlook.Total.Base), c.unit(), c.base, c.jobs(s.LevelIn(c.To)), c.To)
	if c.assumed == nil {
		text += " " + c.say("The same growth is assumed of all, so that it follows their size.", "Der er forudsat samme vækst for dem alle, så det følger deres størrelse.")
	}
	page, err := projectionplot.NewWaterfallPage(c.outlook, central, c.text(), growthplot.Style{Lang: c.Lang})
	return []notebook.Block{notebook.Prose(text), notebook.Chart{Name: "waterfall", Picture: page, Data: c.waterfallTable()}}, err
}

// halfWay says where the central scenario lies, if there is a range.
func (c *Chapter) halfWay() string {
	if c.certain() {
		return ""
	}
	return c.say(", half-way between the low and the high one,", ", midt imellem det lave og det høje,")
}

// waterfallTable is its figures. In the file the jobs in no sector have a level of
// their own, as those of a simulation have.
func (c *Chapter) waterfallTable() *notebook.Table {
	t := &notebook.Table{
		Caption: c.say("What the sectors add from %d to %d in the central scenario, %s", "Hvad brancherne lægger til fra %d til %d i det centrale scenarie, %s", c.base, c.To, c.unit()),
		Columns: []notebook.Column{
			{Name: "sector", Header: c.say("Sector", "Branche")}, c.column("base", c.year(c.base)),
			{Name: "gain", Header: c.say("Gain", "Tilvækst"), Signed: true, Decimals: c.decimals()}, c.column("jobs", c.year(c.To)),
		},
	}
	t.Data = &notebook.Table{
		Name: "waterfall", Sheet: c.say("Base year to target year", "Fra basisår til målår"), Caption: t.Caption,
		Columns: append([]notebook.Column{{Name: "level", Header: c.say("Level", "Niveau")}}, t.Columns...),
	}
	add := func(level, name, shown string, p *projection.Projection) {
		s := named(p, central)
		figures := []notebook.Cell{notebook.Num(p.Base), notebook.Num(s.GainIn(c.To)), notebook.Num(s.LevelIn(c.To))}
		line := append([]notebook.Cell{notebook.Str(shown)}, figures...)
		if level == "total" {
			t.Total = line
			return
		}
		t.Rows = append(t.Rows, line)
		t.Data.Rows = append(t.Data.Rows, append([]notebook.Cell{notebook.Str(level), notebook.Str(name)}, figures...))
	}
	for _, p := range c.outlook.Sectors {
		add("sector", p.Name, c.Lang.GroupName(p.Name), p)
	}
	if p := c.outlook.Rest; p != nil {
		add("rest", "", c.say("In no sector shown", "Uden for de viste brancher"), p)
	}
	add("total", "", c.say("Total", "I alt"), c.outlook.Total)
	return t
}
