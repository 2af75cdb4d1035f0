package projectionplot

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/sector"
)

func (w *waterfall) say(english, danish string, args ...any) string {
	return fmt.Sprintf(w.pen.Style.Lang.Pick(english, danish), args...)
}

// display is the name of a step as it is written.
func (w *waterfall) display(name string) string { return w.pen.Style.Lang.GroupName(name) }

// in names sectors inside a sentence, as those that jobs are in.
func (w *waterfall) in(sectors ...step) string {
	var names []string
	for _, s := range sectors {
		name := growthplot.LowerFirst(s.name)
		if strings.TrimSpace(name) == "" {
			name = w.say("sectors not stated", "uoplyste brancher")
		}
		names = append(names, name)
	}
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + w.say(" and ", " og ") + names[last]
}

// title says which sectors gain most, and which loses most.
func (w *waterfall) title() string {
	var up, down []step // as printed, the largest first
	var gains growth.Sum
	zero := w.numbers.Format(0)
	for _, s := range w.sectors {
		gains.Add(s.change)
		switch n := w.numbers.Format(s.change); {
		case n == zero || strings.HasPrefix(n, "<") || strings.HasPrefix(n, ">"):
		case s.change > 0:
			up = append(up, s)
		default:
			down = append(down, s)
		}
	}
	to, print := w.Total.To, w.numbers.Format
	gain := w.total.GainIn(to)
	switch {
	case len(w.sectors) == 1 && print(w.from) != print(w.to):
		name := w.sectors[0].name
		if gain > 0 {
			return w.say("%s grow from %s to %s by %d", "%s vokser fra %s til %s i %d", w.pen.Style.Lang.Pick(englishJobs(name), danishJobs(name)), print(w.from), print(w.to), to)
		}
		return w.say("%s fall from %s to %s by %d", "%s falder fra %s til %s i %d", w.pen.Style.Lang.Pick(englishJobs(name), danishJobs(name)), print(w.from), print(w.to), to)
	case len(up) > 0 && len(down) > 0:
		return w.say("Jobs rise by %s in %s by %d and fall by %s in %s", "Jobtallet stiger med %s i %s frem til %d og falder med %s i %s",
			print(up[0].change), w.in(up[0]), to, print(-down[0].change), w.in(down[0]))
	case len(up) > 0 && gain > 0 && math.Abs(gains.Float64()-gain) <= 1e-9*gain:
		// The fewest of the largest sectors that have two fifths of the gain, where
		// their names are not too long for a title.
		var sum growth.Sum
		named := 0
		for named < min(3, len(up)) && sum.Float64() < 0.4*gain && (named == 0 || len([]rune(w.in(up[:named+1]...))) <= 60) {
			sum.Add(up[named].change)
			named++
		}
		part := w.say("%s of the", "%s af de", w.pen.Style.Lang.Percent(sum.Float64()/gain, 0))
		switch share := sum.Float64() / gain; {
		case !slices.ContainsFunc(w.sectors, func(s step) bool { return s.change != 0 && !slices.Contains(up[:named], s) }):
			part = w.say("All of the", "Alle")
		case share >= 0.995:
			part = w.say("Nearly all of the", "Næsten alle")
		}
		return w.say("%s %s jobs added by %d are in %s", "%s %s nye job frem til %d er i %s", part, print(gain), to, w.in(up[:named]...))
	case print(w.from) == print(w.to):
		return w.say("Jobs stay at %s until %d", "Jobtallet ligger stille på %s frem til %d", print(w.to), to)
	}
	text := w.say("Jobs fall from %s to %s by %d", "Jobtallet falder fra %s til %s frem til %d", print(w.from), print(w.to), to)
	most := down
	if gain > 0 {
		text = w.say("Jobs rise from %s to %s by %d", "Jobtallet stiger fra %s til %s frem til %d", print(w.from), print(w.to), to)
		most = up
	}
	if len(most) > 0 {
		text += w.say(", most in %s (%s)", ", mest i %s (%s)", w.in(most[0]), w.numbers.Signed(most[0].change))
	}
	return text
}

func (w *waterfall) subtitle(subject string) string {
	measure := unitName(w.pen.Style.Lang, w.Total.Unit)
	if subject != "" {
		measure += w.say(" in %s", " i %s", subject)
	}
	var scenario string
	switch w.total.Name {
	case "low":
		scenario = w.say("the low scenario", "det lave scenarie")
	case "central":
		scenario = w.say("the central scenario", "det centrale scenarie")
	case "high":
		scenario = w.say("the high scenario", "det høje scenarie")
	default:
		scenario = w.say("scenario “%s”", "scenariet »%s«", w.total.Name)
	}
	if rate := float64(w.total.Rate); !math.IsNaN(rate) {
		scenario += w.say(" (%s a year)", " (%s om året)", w.pen.Style.Lang.Percent(rate, rateDecimals(rate)))
	}
	return w.say("%s: %d, contribution of each sector, and %d in %s", "%s: %d, hver branches bidrag og %d i %s", measure, w.Total.BaseYear, w.Total.To, scenario)
}

// note says what "Other" is, which sectors are not there, and where rounding shows.
func (w *waterfall) note() string {
	var parts []string
	other := w.say("“Other” is ", "»Øvrige« er ")
	beyond := w.say("jobs in no sector shown", "job uden for de viste brancher")
	if w.Rest == nil {
		beyond = w.say("what the sectors and the total differ by", "forskellen mellem brancherne og totalen")
	}
	switch {
	case w.merged == 0 && w.beyond:
		parts = append(parts, other+beyond)
	case w.merged == 1 && w.beyond:
		parts = append(parts, other+w.say("1 sector and ", "1 branche og ")+beyond)
	case w.merged > 1:
		text := other + w.say("%d sectors", "%d brancher", w.merged)
		if w.beyond {
			text += w.say(" and ", " og ") + beyond
		}
		parts = append(parts, text)
	}
	for _, left := range []struct {
		status          sector.Status
		english, danish string
	}{
		{sector.Suppressed, "Not projected, as their jobs are suppressed: %s", "Ikke fremskrevet, da jobtallet er diskretioneret: %s"},
		{sector.Missing, "Not projected, as their jobs are not known: %s", "Ikke fremskrevet, da jobtallet er uoplyst: %s"},
	} {
		var names []string
		for _, n := range w.NotProjected {
			if n.Status == left.status {
				names = append(names, w.display(n.Name))
			}
		}
		if list := strings.Join(names, ", "); len([]rune(list)) > 60 { // more than a line of a small figure holds
			parts = append(parts, w.say(left.english, left.danish, w.say("%d sectors", "%d brancher", len(names))))
		} else if list != "" {
			parts = append(parts, w.say(left.english, left.danish, list))
		}
	}
	if w.rounded() {
		parts = append(parts, w.say("Figures are rounded and may not add up", "Tallene er afrundet, så summen kan afvige"))
	}
	return strings.Join(parts, ". ")
}

// rounded reports whether the figures as printed do not add up.
func (w *waterfall) rounded() bool {
	unit := math.Pow10(3*int(w.numbers.Magnitude) - w.numbers.Decimals)
	sum := math.Round(w.from/unit) - math.Round(w.to/unit)
	for _, s := range w.steps {
		sum += math.Round(s.change / unit)
	}
	return sum != 0
}

// key are the figures of all bars, for the alternative text.
func (w *waterfall) key() string {
	parts := []string{fmt.Sprintf("%d: %s", w.Total.BaseYear, w.numbers.Format(w.from))}
	for _, s := range w.steps {
		parts = append(parts, w.display(s.name)+": "+w.numbers.Signed(s.change))
	}
	return strings.Join(append(parts, fmt.Sprintf("%d: %s", w.Total.To, w.numbers.Format(w.to))), "; ")
}
