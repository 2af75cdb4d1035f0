package chapter

import (
	"fmt"
	"math"
	"strings"

	"smartcity/examples/notebook"
	"smartcity/sector/dynamics"
)

// entryAndExit counts who comes and who leaves; survival follows it.
func (c *Chapter) entryAndExit() ([]notebook.Block, error) {
	heading := notebook.Heading{Text: c.Lang.Pick("Entry, exit and survival", "Tilgang, afgang og overlevelse")}
	return append(append([]notebook.Block{heading}, c.comeAndGo()...), c.caveats(c.entry.Warnings)...), nil
}

// comeAndGo is the table of entry and exit, and what it says.
func (c *Chapter) comeAndGo() []notebook.Block {
	l, totals, v := c.Lang, c.entry.Totals, c.entry.View()
	now, before := totals[len(totals)-1], totals[len(totals)-2]
	text := fmt.Sprintf(l.Pick(
		"Born in %d: **%s**, %s of the %s active. Active for the last time in %d: **%s**, %s of the %s active then.",
		"Nye i %d: **%s**, %s af de %s aktive. Aktive for sidste gang i %d: **%s**, %s af de dengang %s aktive."),
		now.Year, c.companies(int(now.Births)), l.Percent(now.BirthRate, 1), c.whole(now.Active),
		before.Year, c.companies(int(before.Deaths)), l.Percent(before.DeathRate, 1), c.whole(before.Active))
	if before.Births >= 0 {
		text += " " + fmt.Sprintf(l.Pick("In %d, the last year that shows both, churn was %s.", "I %d, det sidste år, der viser begge dele, var udskiftningen %s."), before.Year, l.Percent(before.ChurnRate, 1))
	}
	blank := l.Pick("not seen", "ses ikke")
	years := c.show("entry-and-exit", l.Pick("Companies that come and go", "Virksomheder, der kommer og går"), v, rows{level: "total", blank: blank},
		"year", "active", "births", "birth_rate", "founded_before", "returned", "deaths", "death_rate", "paused", "churn_rate")
	years.Note = l.Pick(
		"Active are companies with jobs, or with a job figure that is not known; not those with none. Births and returns are of the year in which a company is active again or for the first time, deaths and gaps of the last year in which it is active. Rates over the active companies of the year.",
		"Aktive er virksomheder med job eller med et jobtal, der ikke kendes, men ikke dem uden job. Nye og tilbagevendte hører til det år, hvor virksomheden er aktiv for første gang eller igen, ophørte og pauser til det sidste år, hvor den er aktiv. Andele er af årets aktive virksomheder.")
	sectors := c.show("entry-and-exit-by-sector", fmt.Sprintf(l.Pick("Companies that come and go by sector, %d", "Virksomheder, der kommer og går, efter branche, %d"), before.Year), v,
		rows{level: "sector", year: before.Year, total: true, blank: blank},
		"group", "active", "births", "birth_rate", "moved_in", "deaths", "death_rate", "moved_out", "churn_rate")
	return []notebook.Block{prose(text), years, sectors}
}

// survival is what became of those born in a year.
func (c *Chapter) survival() ([]notebook.Block, error) {
	l := c.Lang
	blocks := []notebook.Block{notebook.Heading{Level: 3, Text: l.Pick("Survival", "Overlevelse")}}
	var after []int
	for _, n := range []int{1, 3, 5} {
		if n < c.last-c.first {
			after = append(after, n)
		}
	}
	if after == nil {
		return blocks, dynamics.ErrTooFewYears
	}
	s, err := dynamics.SurvivalRates(c.panel, dynamics.SurvivalOptions{After: after})
	if err != nil {
		return blocks, err
	}
	data := notebook.FromView(only(s.View(), "total"), "survival", "", c.Lang)
	t := notebook.Table{
		Data: &data, Caption: l.Pick("Survivors of the companies born in a year", "Overlevende af et års nye virksomheder"),
		Columns: []notebook.Column{{Header: l.Pick("Born in", "Nye i"), Year: true}, {Header: l.Pick("Births", "Nye")}},
		Note:    l.Pick("Rates are over the births of which it is known whether they are alive. All: the cohorts that can be seen so far.", "Andele er af de nye, om hvilke det vides, om de lever. Alle: de årgange, der kan ses så langt."),
	}
	for _, n := range after {
		years := c.count(n, "year", "years", "år", "år")
		t.Columns = append(t.Columns, notebook.Column{Header: fmt.Sprintf(l.Pick("Alive after %s", "Lever efter %s"), years)}, notebook.Column{Header: fmt.Sprintf(l.Pick("Rate after %s", "Andel efter %s"), years), Unit: l.Pick("%", "pct."), Scale: .01, Decimals: 1})
	}
	// A cohort that ends with the panel is not seen so far.
	row := func(name notebook.Cell, of []dynamics.Survival) []notebook.Cell {
		cells := []notebook.Cell{name, notebook.Num(float64(of[0].Births))}
		for _, s := range of {
			if math.IsNaN(s.Survivors) {
				cells = append(cells, notebook.Str(l.Pick("not seen", "ses ikke")), notebook.Str(l.Pick("not seen", "ses ikke")))
				continue
			}
			cells = append(cells, notebook.Num(s.Survivors), notebook.Num(s.Rate))
		}
		return cells
	}
	for i := 0; i < len(s.Totals); i += len(after) {
		t.Rows = append(t.Rows, row(notebook.Num(float64(s.Totals[i].Cohort)), s.Totals[i:i+len(after)]))
	}
	if s.Pooled != nil {
		t.Total = row(notebook.Str(l.Pick("All", "Alle")), s.Pooled)
		t.Total[1] = notebook.Str("") // the births are others for each number of years
	}
	var text strings.Builder
	for _, p := range s.Pooled {
		if !(p.Rate >= 0) {
			continue // not seen, or nobody was born
		}
		fmt.Fprintf(&text, l.Pick("Alive %s after their birth: %s of the %s that can be seen so long (%s). ", "I live %s efter start: %s af de %s, der kan ses så længe (%s). "),
			c.count(p.After, "year", "years", "år", "år"), l.Number(p.Survivors, 0), c.companies(p.Births), l.Percent(p.Rate, 1))
		if p.NotKnown > 0 {
			fmt.Fprintf(&text, l.Pick("Of %s it is not known. ", "For %s vides det ikke. "), c.whole(p.NotKnown))
		}
	}
	blocks = append(blocks, prose(text.String()), t)
	return append(blocks, c.caveats(s.Warnings)...), nil
}
