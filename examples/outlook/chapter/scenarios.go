package chapter

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/projection"
)

// scenarios are the low, central and high case of each sector and of all, and what
// the target requires.
func (c *Chapter) scenarios(context.Context) ([]notebook.Block, error) {
	names := []string{low, central, high}
	t := notebook.Table{
		Name: "scenarios", Caption: c.say("Jobs by sector in %d and %d, %s", "Job efter branche i %d og %d, %s", c.base, c.To, c.unit()),
		Columns: []notebook.Column{
			{Name: "sector", Header: c.say("Sector", "Branche")}, {Name: "market", Header: c.say("Market growth a year", "Markedsvækst om året")},
			c.column("base", c.year(c.base)),
		},
	}
	for _, name := range names {
		t.Columns = append(t.Columns, c.column(name, c.scenario(name)+", "+c.year(c.To)))
	}
	t.Columns = append(t.Columns,
		notebook.Column{Name: "gain", Header: c.say("Gain, central", "Tilvækst, central"), Signed: true, Decimals: c.decimals()},
		notebook.Column{Name: "cagr", Header: c.say("A year, central", "Om året, central"), Unit: c.say("%", "pct."), Scale: .01, Decimals: 1},
	)
	row := func(name, market string, p *projection.Projection) []notebook.Cell {
		cells := []notebook.Cell{notebook.Str(name), notebook.Str(market), notebook.Num(p.Base)}
		for _, s := range names {
			cells = append(cells, notebook.Num(named(p, s).LevelIn(c.To)))
		}
		middle := named(p, central)
		return append(cells, notebook.Num(middle.GainIn(c.To)), notebook.Num(float64(middle.Rate)))
	}
	for _, p := range c.outlook.Sectors {
		r := growth.Range{Low: named(p, low).Market, High: named(p, high).Market}
		t.Rows = append(t.Rows, row(c.Lang.GroupName(p.Name), r.Format(c.Lang), p))
	}
	t.Total = row(c.say("Total", "I alt"), "", c.outlook.Total)
	data := notebook.FromView(c.outlook.View(), "scenarios", "", c.Lang)
	t.Data = &data
	t.Note = c.say("The total is the sum of the sectors. The file has every year, with index and implied rate.",
		"Det samlede tal er summen af brancherne. Filen har alle år med indeks og den vækst om året, der svarer til dem.")

	lowest, highest := c.total(low), c.total(high)
	text := c.say("If the market of every sector grows at the low end of what is assumed of it, %s %s in %d become **%s** in %d; at the high end **%s**, and half-way **%s**.",
		"Vokser markedet i alle brancher med den lave ende af det forudsatte, bliver %s %s i %d til **%s** i %d; i den høje ende til **%s** og midt imellem til **%s**.",
		c.jobs(c.outlook.Total.Base), c.unit(), c.base, c.jobs(lowest.LevelIn(c.To)), c.To, c.jobs(highest.LevelIn(c.To)), c.jobs(c.total(central).LevelIn(c.To)))
	text += " " + c.productivity()
	required, err := c.required()
	if err != nil {
		return nil, err
	}
	blocks := []notebook.Block{
		notebook.Heading{Text: c.say("What can come of the growth assumed", "Hvad den forudsatte vækst kan føre til")},
		notebook.Prose(text + "\n\n" + required), t,
	}
	steps, err := c.waterfall()
	return append(blocks, steps...), err
}

// productivity says whether output per job is assumed to grow.
func (c *Chapter) productivity() string {
	for _, a := range c.assumed {
		if _, ok := c.outlook.Sector(a.Sector); ok && a.Productivity != 0 {
			return c.say("Productivity is taken off: a market that grows faster than output per job needs more jobs.",
				"Produktivitetsvæksten er trukket fra: Et marked, der vokser hurtigere end produktionen pr. job, kræver flere job.")
		}
	}
	return c.say("Output per job is taken to stay what it is; where it grows, there are fewer jobs.",
		"Produktionen pr. job er forudsat uændret; vokser den, bliver der færre job.")
}

// year writes a year.
func (s *Settings) year(y int) string { return strconv.Itoa(y) }

// required says what rate the target takes, beside those of the scenarios and of the
// past, and when each scenario reaches it.
func (c *Chapter) required() (string, error) {
	rate, err := c.outlook.Total.RequiredRate(c.Target)
	if err != nil {
		return "", err
	}
	text := c.say("%s %s by %d take growth of **%s a year**; the scenarios have %s, %s and %s.",
		"%s %s i %d kræver en vækst på **%s om året**; scenarierne har %s, %s og %s.",
		c.jobs(c.Target), c.unit(), c.To, c.percent(float64(rate)), c.percent(float64(c.total(low).Rate)), c.percent(float64(c.total(central).Rate)), c.percent(float64(c.total(high).Rate)))
	if past, ok := c.pastRate(); ok {
		text += " " + c.say("From %d to %d it was %s a year.", "Fra %d til %d var den %s om året.", c.history.FirstYear, c.base, c.percent(float64(past)))
	}
	var reached, missed []string
	for _, name := range []string{high, central, low} {
		switch year, err := c.total(name).YearReached(c.Target); {
		case err == nil && year <= c.To:
			reached = append(reached, fmt.Sprintf("%d (%s)", year, strings.ToLower(c.scenario(name))))
		case err == nil || errors.Is(err, growth.ErrNoGrowth):
			missed = append(missed, c.adjective(name))
		default:
			return "", err
		}
	}
	if len(reached) > 0 {
		text += " " + c.say("The target is reached in %s.", "Målet nås i %s.", join(reached, c.say(" and ", " og ")))
	}
	if len(missed) > 0 {
		target := c.say("it", "det")
		if len(reached) == 0 {
			target = c.say("the target", "målet")
		}
		text += " " + c.say("By %d %s is not reached in the %s case.", "Inden udgangen af %d nås %s ikke i det %s scenarie.", c.To, target, join(missed, c.say(" and ", " og ")))
	}
	return text, nil
}

// pastRate is the growth of all jobs a year up to the base year, if there is one.
func (c *Chapter) pastRate() (rate growth.Rate, ok bool) {
	first := c.history.FirstYear
	rate, err := growth.CAGR(c.history.At(first), c.history.At(c.base), float64(c.base-first))
	return rate, err == nil
}

// adjective is a scenario inside a sentence.
func (s *Settings) adjective(name string) string {
	return map[string]string{low: s.say("low", "lave"), central: s.say("central", "centrale"), high: s.say("high", "høje")}[name]
}
