package sectorplot

import (
	"fmt"
	"math"
	"strings"

	"smartcity/growth/growthplot"
	"smartcity/sector"
	"smartcity/sector/structure"
)

// effects are the parts of the method, the last what cannot be divided.
func (d *shiftShare) effects() []shiftPart {
	th := &d.pen.Style.Theme
	national := shiftPart{name: d.pick("National share", "National effekt"), colour: th.Neutral}
	mix := shiftPart{name: d.pick("Industry mix", "Brancheeffekt"), colour: th.Amber}
	undivided := shiftPart{name: d.pick("Not divided", "Ikke opdelt"), colour: th.GreyText, outline: true}
	switch d.Method {
	case structure.EstebanMarquillas:
		return []shiftPart{
			national, mix, {name: d.pick("Competitive effect", "Konkurrenceeffekt"), colour: th.Blue},
			{name: d.pick("Allocation effect", "Allokeringseffekt"), colour: th.Heat[4]}, undivided,
		}
	case structure.Arcelus:
		return []shiftPart{
			national, mix, {name: d.pick("Regional effect", "Regional effekt"), colour: th.Blue},
			{name: d.pick("Regional industry effect", "Regional brancheeffekt"), colour: th.Heat[4]}, undivided,
		}
	}
	return []shiftPart{national, mix, {name: d.pick("Regional shift", "Regional effekt"), colour: th.Blue}, undivided}
}

func (d *shiftShare) keyEntries() (entries []growthplot.KeyEntry) {
	for _, p := range d.parts {
		e := growthplot.KeyEntry{Text: p.name, Color: p.colour}
		if p.outline {
			e.Mark = growthplot.KeyOutline
		}
		entries = append(entries, e)
	}
	return append(entries, growthplot.KeyEntry{Text: d.pick("Total change", "Ændring i alt"), Color: d.pen.Style.Theme.Ink, Mark: growthplot.KeyTick})
}

func (d *shiftShare) totalWord() string { return d.pick("Total", "I alt") }

// what is what has changed.
func (d *shiftShare) what() string {
	switch d.Unit {
	case "FTE", "employees":
		return d.pick("Jobs", "Jobtallet")
	case "firms":
		return d.pick("The number of companies", "Antallet af virksomheder")
	}
	if d.numbers.Currency != "" {
		return d.pick("Revenue", "Omsætningen")
	}
	return d.pick("The total", "Summen")
}

// title sets the change of all sectors against what the growth of the nation
// would have made of it.
func (d *shiftShare) title(subject string) string {
	total := d.line(d.Total)
	if math.IsNaN(total.change) {
		return d.nothing()
	}
	what := d.what()
	if subject != "" {
		what += d.say(" in %s", " i %s", subject)
	}
	var s string
	size := d.numbers.Format(math.Abs(total.change))
	switch {
	case total.change > 0:
		s = what + d.pick(" rose by ", " steg med ") + size
	case total.change < 0:
		s = what + d.pick(" fell by ", " faldt med ") + size
	default:
		s = what + d.pick(" did not change", " var uændret")
	}
	if national := total.parts[0]; !math.IsNaN(national) {
		s += d.say("; national growth alone would give %s", "; national vækst alene ville give %s", d.numbers.Signed(national))
	}
	return s
}

// subtitle says what has changed, and when.
func (d *shiftShare) subtitle() string {
	var measure string
	switch d.Unit {
	case "FTE":
		measure = d.pick("full-time equivalent jobs", "antal fuldtidsbeskæftigede")
	case "employees":
		measure = d.pick("employees", "antal ansatte")
	case "firms":
		measure = d.pick("companies", "antal virksomheder")
	case "":
		measure = d.pick("the figures", "tallene")
	default:
		measure = d.Unit
		if d.numbers.Currency != "" {
			measure = d.say("revenue, %s, current prices,", "omsætning, %s, løbende priser,", d.numbers.Unit())
		}
	}
	method := d.Method.String()
	if d.Dynamic {
		method += d.pick(", dynamic", ", dynamisk")
	}
	return d.say("Change in %s by sector, %d–%d, in shift-share parts (%s)", "Ændring i %s efter branche, %d–%d, opdelt ved shift-share (%s)",
		measure, d.Years[0], d.Years[len(d.Years)-1], method)
}

// totals are the parts of the change of all sectors.
func (d *shiftShare) totals() string {
	total := d.line(d.Total)
	if math.IsNaN(total.change) {
		return ""
	}
	var parts []string
	for i, p := range d.parts {
		if x := total.parts[i]; !math.IsNaN(x) {
			parts = append(parts, growthplot.LowerFirst(p.name)+"\u00a0"+d.signed(x))
		}
	}
	return d.say(". All sectors\u00a0%s: %s", ". Alle brancher\u00a0%s: %s", d.signed(total.change), strings.Join(parts, ", "))
}

// note explains what the key cannot.
func (d *shiftShare) note() string {
	if d.Method == structure.Arcelus {
		return d.pick("Each effect is its homothetic part with the remainder.", "Hver effekt er den homotetiske del med resten.")
	}
	return ""
}

// alt are the figures of all lines in words.
func (d *shiftShare) alt() string {
	var items []string
	for _, l := range d.lines {
		name := d.lang.GroupName(l.name)
		switch {
		case l.status == sector.Suppressed:
			items = append(items, name+": "+status(sector.Hidden(), d.lang))
		case l.status != sector.Known:
			items = append(items, name+": "+status(sector.Figure{}, d.lang))
		default:
			var parts []string
			for i, x := range l.parts {
				if x != 0 && !math.IsNaN(x) {
					parts = append(parts, growthplot.LowerFirst(d.parts[i].name)+" "+d.signed(x))
				}
			}
			item := fmt.Sprintf("%s: %s", name, d.signed(l.change))
			if parts != nil {
				item += " (" + strings.Join(parts, ", ") + ")"
			}
			items = append(items, item)
		}
	}
	return strings.Join(items, "; ")
}
