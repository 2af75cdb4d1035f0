package sectorplot

import (
	"fmt"
	"math"
	"strings"

	"smartcity/growth/growthplot"
	"smartcity/sector"
)

func (d *jobFlows) keyEntries() []growthplot.KeyEntry {
	th := &d.pen.Style.Theme
	return []growthplot.KeyEntry{
		{Text: d.pick("Jobs created", "Skabte job"), Color: th.MidBlue},
		{Text: d.pick("Jobs destroyed", "Nedlagte job"), Color: th.Vermilion},
		{Text: d.pick("Net change", "Nettoændring"), Color: th.Ink, Mark: growthplot.KeyLine},
	}
}

func (d *jobFlows) netWord() string { return d.pick("net", "netto") }

// title says what happened in the last pair of years that is known.
func (d *jobFlows) title(subject string) string {
	var last flowSlot
	for _, s := range d.slots {
		if !s.empty && !math.IsNaN(s.net) {
			last = s
		}
	}
	if last.to == 0 {
		return d.pick("No job flow is known", "Ingen jobstrømme er kendt")
	}
	companies := d.pick("Companies", "Virksomhederne")
	if subject != "" {
		companies = d.say("Companies in %s", "Virksomhederne i %s", subject)
	}
	when := d.say("in %d", "i %d", last.to)
	if !d.byYear {
		when = d.say("from %d to %d", "fra %d til %d", last.from, last.to)
	}
	return d.say("%s created %s\u00a0jobs %s and shed %s: %s\u00a0net", "%s skabte %s\u00a0job %s og nedlagde %s: netto\u00a0%s",
		companies, d.numbers.Format(last.created), when, d.numbers.Format(last.destroyed), d.numbers.Signed(last.net))
}

// subtitle says what is measured, and of when.
func (d *jobFlows) subtitle(subject string) string {
	s := d.pick("Full-time equivalent jobs created and destroyed by companies", "Job skabt og nedlagt i virksomhederne")
	if d.measure == sector.Employees {
		s = d.pick("Jobs of employees created and destroyed by companies", "Job skabt og nedlagt i virksomhederne")
	}
	if subject != "" {
		s += d.say(" in %s", " i %s", subject)
	}
	s += d.pick("", ", "+d.units())
	first, last := d.slots[0], d.slots[len(d.slots)-1]
	if d.byYear {
		if len(d.slots) == 1 {
			return s + d.say(", %d against the year before", ", %d mod året før", last.to)
		}
		return s + d.say(", %d–%d, each year against the one before", ", %d–%d, hvert år mod året før", first.to, last.to)
	}
	return s + d.pick(", between the two years of each pair", ", mellem hvert pars to år")
}

// note counts the companies that are not in the flows.
func (d *jobFlows) note() string {
	unknown := d.notKnown(d.without)
	if unknown == "" {
		return ""
	}
	return d.say("Without changes of companies whose figures are not known: %s.", "Uden ændringer i virksomheder med ukendte tal: %s.", unknown)
}

// alt are all flows in words.
func (d *jobFlows) alt() string {
	var items []string
	for _, s := range d.slots {
		if s.empty {
			continue
		}
		items = append(items, fmt.Sprintf("%s: %s, %s, %s %s", d.slotName(s), d.numbers.Signed(s.created), d.numbers.Signed(-s.destroyed), d.netWord(), d.numbers.Signed(s.net)))
	}
	return strings.Join(items, "; ")
}
