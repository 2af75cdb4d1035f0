package chapter

import (
	"fmt"
	"math"
	"slices"

	"smartcity/examples/notebook"
	"smartcity/sector"
	"smartcity/sector/dynamics"
)

// matchedGrowth sets growth of all known figures beside that of the companies
// known in both years.
func (c *Chapter) matchedGrowth() ([]notebook.Block, error) {
	l := c.Lang
	blocks := []notebook.Block{
		notebook.Heading{Text: l.Pick("Growth of the same companies", "Vækst i de samme virksomheder")},
		prose(l.Pick(
			"*Raw* growth compares all figures that are known in either year: companies that come and go are in it, but so are figures that become known and figures that are no longer. *Matched* growth is that of the companies whose figure is known in both years.",
			"*Rå* vækst sammenligner alle tal, der kendes i hvert af årene: Virksomheder, der kommer og går, er med, men det er også tal, der bliver kendt, og tal, der ikke længere er det. *De samme* virksomheders vækst er den for dem, hvis tal kendes i begge år.")),
	}
	var warnings []error
	of := map[sector.Column][2]string{sector.Jobs: {"jobs", l.Pick("jobs", "job")}, sector.Revenue: {"revenue", l.Pick("revenue", "omsætning")}}
	for _, column := range []sector.Column{sector.Jobs, sector.Revenue} {
		m, err := dynamics.MatchedGrowth(c.panel, dynamics.MatchedOptions{Of: column})
		if err != nil {
			return blocks, err
		}
		known := slices.ContainsFunc(m.Totals, func(t dynamics.MatchedLink) bool { return t.Matched > 0 })
		if !known {
			continue // a file without revenue
		}
		name, caption := of[column][0], capital(of[column][1])
		t := c.show("matched-"+name, fmt.Sprintf(l.Pick("%s, raw and matched", "%s, alle og de samme virksomheder"), caption), m.View(), rows{level: "total"},
			"period", "known_from", "known_to", "unmatched_growth", "matched", "missing", "suppressed", "sum_from", "sum_to", "growth")
		blocks = append(blocks, prose(c.matchedInWords(m, of[column][1])), t)
		warnings = append(warnings, m.Warnings...)
	}
	return append(blocks, c.caveats(warnings)...), nil
}

// matchedInWords compares both over all years.
func (c *Chapter) matchedInWords(m *dynamics.MatchedTable, what string) string {
	l, first, last := c.Lang, m.Totals[0], m.Totals[len(m.Totals)-1]
	raw, matched := ratio(last.KnownTo, first.KnownFrom)-1, m.Index.Index[len(m.Index.Index)-1]/100-1
	percent := func(x float64) string { return signed(x, func(x float64) string { return l.Percent(x, 1) }) }
	text := fmt.Sprintf(l.Pick("From %d to %d, raw growth of %s is %s; that of the same companies, chained from year to year, is %s.", "Fra %d til %d er den rå vækst i %s %s; de samme virksomheders, kædet fra år til år, er %s."),
		first.From, last.To, what, percent(raw), percent(matched))
	if math.IsNaN(raw) || math.IsNaN(matched) {
		return text
	}
	return text + " " + either(matched-raw,
		l.Pick("The same companies grew faster than the whole.", "De samme virksomheder voksede hurtigere end helheden."),
		l.Pick("The same companies grew more slowly than the whole.", "De samme virksomheder voksede langsommere end helheden."),
		l.Pick("Both are the same.", "De to er ens."))
}
