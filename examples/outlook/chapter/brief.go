package chapter

import (
	"fmt"

	"smartcity/examples/notebook"
)

// Brief is what a report prints of the outlook beside its scenarios: the fan, the
// probability of the target, if there is one, what the jobs hang on, and the jobs
// elsewhere, if there are multipliers.
func (c *Chapter) Brief() ([]notebook.Block, error) {
	f := c.simulated.Total
	text := c.say("The scenarios do not say how likely they are. So growth of the market was drawn %s times: it lies within %s with %s probability, and the good and the bad years of sectors in part come together. Half of the paths have more than **%s** %s in %d, nine in ten between %s and %s.",
		"Scenarierne siger ikke, hvor sandsynlige de er. Derfor er markedets vækst trukket %s gange: Den ligger inden for %s med %s sandsynlighed, og branchernes gode og dårlige år følges til dels ad. Halvdelen af forløbene har mere end **%s** %s i %d, ni ud af ti mellem %s og %s.",
		c.count(c.simulated.Simulation.Paths), c.Growth.Format(c.Lang), c.Lang.Percent(c.simulated.Simulation.Growth.Probability, 0), c.jobs(f.QuantileIn(c.To, .5)), c.unit(), c.To, c.jobs(f.QuantileIn(c.To, .05)), c.jobs(f.QuantileIn(c.To, .95)))
	certain := c.certain()
	if certain {
		text = c.certainty()
	} else if c.Target > 0 {
		t := c.simulated.Targets[0]
		text += " " + c.say("**%s** of them reach %s by %d.", "**%s** af dem når %s i %d.", capital(c.probability(t.By[len(t.By)-1])), c.jobs(c.Target), c.To)
		if year, ok := t.YearBy(.5); ok && year > c.base && year < c.To {
			text += " " + c.say("From %d it is more likely than not to have been reached.", "Fra %d er det mere sandsynligt end ikke, at målet er nået.", year)
		}
	}
	chart, err := c.fan()
	if err != nil {
		return nil, err
	}
	blocks := []notebook.Block{notebook.Heading{Text: c.say("How sure that is", "Hvor sikkert det er")}, notebook.Prose(text), chart}
	hangs, err := c.tornado()
	if err != nil {
		return nil, err
	}
	if certain {
		return c.elsewhere(append(blocks, hangs...))
	}
	blocks = append(blocks, c.fewPaths()...)
	if c.Target > 0 {
		blocks = append(append(blocks, c.byYear()), c.fasterThanPast()...)
	}
	blocks = append(blocks, notebook.Note(c.say("A probability is no better than what it assumes. No source says what its range of growth means, nor how years and sectors hang together; other choices give other probabilities.",
		"En sandsynlighed er ikke bedre end det, den forudsætter. Ingen kilde siger, hvad dens interval for væksten betyder, eller hvordan år og brancher hænger sammen; andre valg giver andre sandsynligheder.")))
	return c.elsewhere(append(blocks, hangs...))
}

// BriefBySector is what a report prints of single sectors: what each adds to the jobs
// of the base year in the central scenario, and the fan of each.
func (c *Chapter) BriefBySector() ([]notebook.Block, error) {
	blocks, err := c.waterfall()
	if err != nil {
		return nil, err
	}
	if c.certain() || len(c.outlook.Sectors) < 2 {
		return blocks, nil
	}
	chart, err := c.fans()
	return append(blocks,
		notebook.Prose(c.say("A single sector is less certain than all of them together. Each panel shows one: its past, and the simulated paths from there, all on the same scale.",
			"En enkelt branche er mere usikker end alle under ét. Hvert felt viser en branche: dens fortid og de simulerede forløb derfra, alle i samme skala.")), chart), err
}

// elsewhere adds the indirect jobs of the multipliers given.
func (c *Chapter) elsewhere(blocks []notebook.Block) ([]notebook.Block, error) {
	if c.Multipliers == nil {
		return blocks, nil
	}
	more, err := c.beyond(c.Multipliers, nil, nil)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.Industries, err)
	}
	blocks = append(blocks, notebook.Heading{Text: c.say("Jobs elsewhere that go with them", "Job andre steder, der følger med")})
	return append(blocks, more...), nil
}
