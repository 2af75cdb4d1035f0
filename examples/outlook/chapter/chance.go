package chapter

import (
	"context"
	"math"
	"slices"

	"smartcity/examples/command"
	"smartcity/examples/notebook"
	"smartcity/growth/growthplot"
	"smartcity/projection"
	"smartcity/projection/projectionplot"
)

// chance is the probability of the target, by when, and how much of it is choice.
func (c *Chapter) chance(ctx context.Context) ([]notebook.Block, error) {
	t := c.simulated.Targets[0]
	last := len(t.By) - 1
	text := c.say("Growth is not known, and the scenarios do not say how likely they are. So it was drawn %s times, as is said under “How this was computed”. **%s** of the paths reach %s %s by %d.",
		"Væksten kendes ikke, og scenarierne siger ikke, hvor sandsynlige de er. Derfor er den trukket %s gange, som det er beskrevet under »Sådan er det regnet«. **%s** af forløbene når %s %s i %d.",
		c.count(t.Paths), capital(c.probability(t.By[last])), c.jobs(c.Target), c.unit(), c.To)
	if year, ok := t.YearBy(0.5); ok && year > c.base && year < c.To {
		text += " " + c.say("From %d it is more likely than not to have been reached.", "Fra %d er det mere sandsynligt end ikke, at målet er nået.", year)
	}
	if short := t.Shortfall[last]; t.By[last] < 1 {
		text += " " + c.say("On average over all paths %d is %s %s short of it, counting none where it is met.", "I gennemsnit over alle forløb mangler der %[2]s %[3]s i %[1]d, når der tælles nul, hvor målet er nået.", c.To, c.jobs(short), c.unit())
	}
	certain := c.certain()
	if certain {
		text = c.certainty()
	}
	chart, err := c.fan()
	if err != nil {
		return nil, err
	}
	blocks := []notebook.Block{
		notebook.Heading{Text: c.say("How likely the target is, and by when", "Hvor sandsynligt målet er, og hvornår")},
		notebook.Prose(text), chart,
	}
	if certain {
		return blocks, nil
	}
	blocks = append(blocks, c.fewPaths()...)
	choices, err := c.choices(ctx)
	if err != nil {
		return nil, err
	}
	return append(append(append(blocks, c.byYear()), choices...), c.fasterThanPast()...), nil
}

// certainty is what is said where there is nothing to draw.
func (c *Chapter) certainty() string {
	return c.say("Every sector has a single rate of growth here, so that nothing is left to chance: %d has %s %s.", "Hver branche har her én enkelt vækst, så intet er overladt til tilfældet: I %d er der %s %s.", c.To, c.jobs(c.total(central).LevelIn(c.To)), c.unit())
}

// fan is the chart of the simulation.
func (c *Chapter) fan() (notebook.Chart, error) {
	page, err := projectionplot.NewFanPage(c.simulated, "", c.history, c.text(), growthplot.Style{Lang: c.Lang})
	return notebook.Chart{Name: "fan", Picture: page, Data: c.fanTable("total")}, err
}

// byYear is the probability of the target by the end of each year.
func (c *Chapter) byYear() notebook.Table {
	t := c.simulated.Targets[0]
	years := notebook.Table{
		Name: "probability", Caption: c.say("Probability of %s %s", "Sandsynlighed for %s %s", c.jobs(c.Target), c.unit()),
		Columns: []notebook.Column{
			{Name: "year", Header: c.say("Year", "År"), Year: true},
			{Name: "by", Header: c.say("Reached by the end of it", "Nået inden årets udgang")},
			c.column("median", "Median"), c.column("low", c.say("5th percentile", "5. percentil")), c.column("high", c.say("95th percentile", "95. percentil")),
			c.column("shortfall", c.say("Expected shortfall", "Forventet mangel")),
		},
	}
	f := c.simulated.Total
	for i := 1; i < len(t.By); i++ {
		y := c.base + i
		years.Rows = append(years.Rows, []notebook.Cell{
			notebook.Num(float64(y)), notebook.NumAs(t.By[i], c.finely(t.By[i])), notebook.Num(f.QuantileIn(y, .5)), notebook.Num(f.QuantileIn(y, .05)), notebook.Num(f.QuantileIn(y, .95)), notebook.Num(t.Shortfall[i]),
		})
	}
	data := notebook.FromView(t.View(), "probability", "", c.Lang)
	years.Data = &data
	return years
}

// fewPaths warns of a simulation too small for its outer percentiles.
func (c *Chapter) fewPaths() []notebook.Block {
	if !slices.ContainsFunc(c.simulated.Warnings, func(w error) bool { _, few := w.(*projection.FewPaths); return few }) {
		return nil
	}
	return []notebook.Block{notebook.Warning(c.say("With %s paths, few lie beyond the outer percentiles: another -seed would give quite other ones. -paths asks for more.",
		"Med %s forløb ligger få uden for de yderste percentiler: Et andet -seed ville give helt andre. Med -paths bestilles flere.", c.count(c.simulated.Simulation.Paths)))}
}

// fasterThanPast warns of a target that is likely only if jobs grow faster than
// they have.
func (c *Chapter) fasterThanPast() []notebook.Block {
	past, ok := c.pastRate()
	if !ok {
		return nil
	}
	at := c.outlook.Total.Base * math.Pow(1+float64(past), float64(c.To-c.base))
	if !(at < c.Target && past < c.total(central).Rate) {
		return nil
	}
	grown := c.say("Jobs have grown", "Jobtallet er vokset")
	if past < 0 {
		grown = c.say("Jobs have fallen", "Jobtallet er faldet")
	}
	return []notebook.Block{notebook.Warning(c.say("%s %s a year from %d to %d. Going on like that they are %s in %d, which is short of the target: the probability is that of markets growing faster than jobs have.",
		"%s %s om året fra %d til %d. Fortsætter det sådan, er det %s i %d, og målet nås ikke: Sandsynligheden gælder markeder, der vokser hurtigere, end jobtallet har gjort.",
		grown, c.percent(math.Abs(float64(past))), c.history.FirstYear, c.base, c.jobs(at), c.To))}
}

// certain reports whether there is nothing to draw.
func (c *Chapter) certain() bool {
	for _, f := range c.simulated.Sectors {
		for _, g := range f.Growth {
			if g.Quantile(.05) != g.Quantile(.95) {
				return false
			}
		}
	}
	return true
}

// choices simulates again under what could have been assumed instead.
func (c *Chapter) choices(ctx context.Context) ([]notebook.Block, error) {
	t := notebook.Table{
		Name: "choices", Caption: c.say("%d under other choices, %s", "%d under andre valg, %s", c.To, c.unit()),
		Columns: []notebook.Column{
			{Name: "choice", Header: c.say("Choice", "Valg")},
			{Name: "probability", Header: c.say("Target reached", "Mål nået")},
			c.column("low", c.say("5th percentile", "5. percentil")), c.column("median", "Median"), c.column("high", c.say("95th percentile", "95. percentil")),
		},
	}
	least, most := math.Inf(1), math.Inf(-1)
	for _, choice := range []struct {
		en, da string
		change func(*projection.Simulation)
	}{
		{"As assumed", "Som forudsat", func(*projection.Simulation) {}},
		{"The ranges are hard limits", "Intervallerne er faste grænser", func(s *projection.Simulation) {
			s.Growth.Meaning, s.Growth.Probability = projection.HardLimits, 0
		}},
		{"One draw holds for all years", "Ét træk gælder alle år", func(s *projection.Simulation) { s.Persistence, s.Rho = projection.Persistent, 0 }},
		{"Each year is drawn by itself", "Hvert år trækkes for sig", func(s *projection.Simulation) { s.Persistence, s.Rho = projection.IndependentYears, 0 }},
		{"Sectors have nothing in common", "Brancherne har intet til fælles", func(s *projection.Simulation) {
			s.Correlation = projection.Correlation{Model: projection.Uncorrelated}
		}},
		{"Sectors move as one", "Brancherne følges helt ad", func(s *projection.Simulation) { s.Correlation.Loadings = []float64{1} }},
	} {
		r, err := c.simulate(ctx, choice.change)
		if err != nil {
			return nil, err
		}
		p := r.Targets[0].By[c.To-c.base]
		least, most = min(least, p), max(most, p)
		t.Rows = append(t.Rows, []notebook.Cell{
			notebook.Str(c.say(choice.en, choice.da)), notebook.NumAs(p, c.finely(p)),
			notebook.Num(r.Total.QuantileIn(c.To, .05)), notebook.Num(r.Total.QuantileIn(c.To, .5)), notebook.Num(r.Total.QuantileIn(c.To, .95)),
		})
	}
	between := c.probability(least)
	if upper := c.probability(most); upper != between {
		between += c.say(" to ", " til ") + upper
	}
	return []notebook.Block{
		notebook.Prose(c.say("A probability is no better than what it assumes. No source says what its range of growth means, nor how years and sectors hang together; under other choices the target is reached with %s probability:",
			"En sandsynlighed er ikke bedre end det, den forudsætter. Ingen kilde siger, hvad dens interval for væksten betyder, eller hvordan år og brancher hænger sammen; under andre valg nås målet med %s sandsynlighed:", between)),
		t,
	}, nil
}

// text names the source of a chart.
func (c *Chapter) text() growthplot.Text {
	if c.Source != "" {
		return growthplot.Text{Source: c.Source}
	}
	source := c.read.File
	if command.Synthetic(c.Data) {
		source += c.say(" (synthetic)", " (syntetiske data)")
	}
	return growthplot.Text{Source: source}
}
