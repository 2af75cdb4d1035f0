package projectionplot

import (
	"fmt"
	"slices"
	"strings"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/projection"
)

func (d *tornado) say(english, danish string, args ...any) string {
	return fmt.Sprintf(d.pen.Style.Lang.Pick(english, danish), args...)
}

// assumptionName is what an assumption is called at the start of a label.
func assumptionName(l locale.Language, a projection.Assumption) string {
	switch a {
	case projection.MarketGrowth:
		return l.Pick("Market growth", "Markedsvækst")
	case projection.ShareGrowth:
		return l.Pick("Growth of the market share", "Vækst i markedsandelen")
	case projection.ProductivityGrowth:
		return l.Pick("Productivity growth", "Produktivitetsvækst")
	case projection.JobElasticity:
		return l.Pick("Elasticity of jobs", "Jobelasticitet")
	case projection.BaseJobs:
		return l.Pick("Jobs in the base year", "Job i udgangsåret")
	}
	return a.String()
}

// variationName is what is varied.
func variationName(l locale.Language, v projection.Variation) string {
	name := assumptionName(l, v.Assumption)
	if v.Sector != "" {
		name += ", " + growthplot.LowerFirst(v.Sector)
	}
	return name
}

func (d *tornado) name(v projection.Variation) string {
	return variationName(d.pen.Style.Lang, v)
}

// value writes the value of an assumption that leads to one end of a bar, "" if it
// differs from year to year; with as many decimals as those of both ends need.
func (d *tornado) value(b projection.Bar, level float64) string {
	at := func(level float64) projection.Yearly { return b.Values[slices.Index(b.Levels, level)] }
	y := at(level)
	if !y.IsConstant() {
		return ""
	}
	unit := 1.0
	if b.Assumption == projection.JobElasticity {
		unit = 100 // a plain number, not one in per cent
	}
	decimals := 0
	for _, end := range []projection.Yearly{at(b.Low), at(b.High)} {
		if end.IsConstant() {
			decimals = max(decimals, rateDecimals(end.Values[0]/unit))
		}
	}
	switch b.Assumption {
	case projection.BaseJobs:
		return d.say("from %s", "fra %s", d.numbers.Format(y.Values[0]))
	case projection.JobElasticity:
		return d.say("at %s", "ved %s", d.pen.Style.Lang.Number(y.Values[0], decimals))
	}
	return d.say("at %s", "ved %s", d.pen.Style.Lang.Percent(y.Values[0], decimals))
}

// scenario are the jobs that bars start from.
func (d *tornado) scenario() string {
	return d.say("As assumed: %s", "Som forudsat: %s", d.numbers.Format(d.Level))
}

func (d *tornado) title() string {
	first := d.Bars[0]
	if first.Swing == 0 {
		return d.say("Nothing that was varied changes the jobs of %d", "Intet af det, der er varieret, ændrer jobtallet i %d", d.Year)
	}
	name := d.name(first.Variation)
	if len(d.Bars) == 1 && first.Assumption == projection.BaseJobs {
		return d.say("%s move those in %d from %s to %s", "%s flytter jobtallet i %d fra %s til %s", name, d.Year, d.numbers.Format(first.Low), d.numbers.Format(first.High))
	}
	if len(d.Bars) == 1 {
		return d.say("%s moves jobs in %d from %s to %s", "%s flytter jobtallet i %d fra %s til %s", name, d.Year, d.numbers.Format(first.Low), d.numbers.Format(first.High))
	}
	english := "%s matters most: between %s and %s jobs in %d"
	if first.Assumption == projection.BaseJobs { // many
		english = "%s matter most: between %s and %s jobs in %d"
	}
	return d.say(english, "%s betyder mest: mellem %s og %s job i %d", name, d.numbers.Format(first.Low), d.numbers.Format(first.High), d.Year)
}

func (d *tornado) subtitle(subject string) string {
	measure := unitName(d.pen.Style.Lang, d.Unit)
	if d.Tornado.Name != "" {
		measure += ", " + d.Tornado.Name
	}
	if subject != "" {
		measure += d.say(" in %s", " i %s", subject)
	}
	return d.say("%s, %d, when one assumption is varied and the others stay as they are", "%s, %d, når én forudsætning varieres, og de andre holdes fast", measure, d.Year)
}

// hidden says how many bars are not shown.
func (d *tornado) hidden() string {
	switch n := len(d.Bars) - len(d.bars); n {
	case 0:
		return ""
	case 1:
		return d.say("The assumption that matters least is not shown", "Den forudsætning, der betyder mindst, er ikke vist")
	default:
		return d.say("The %d assumptions that matter least are not shown", "De %d forudsætninger, der betyder mindst, er ikke vist", n)
	}
}

// key are the figures of all bars, for the alternative text.
func (d *tornado) key() string {
	parts := []string{d.scenario()}
	for _, b := range d.Bars {
		end := func(level float64) string {
			text := d.numbers.Format(level)
			if value := d.value(b, level); value != "" {
				text += " " + value
			}
			return text
		}
		parts = append(parts, fmt.Sprintf("%s: %s, %s", d.name(b.Variation), end(b.Low), end(b.High)))
	}
	return strings.Join(parts, "; ")
}
