package growthplot

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

func (d *index) say(english, danish string, args ...any) string {
	return fmt.Sprintf(d.pen.Style.Lang.Pick(english, danish), args...)
}

// display is a name as it is written.
func (d *index) display(name string) string {
	if clean(name) == "" {
		name = ""
	}
	return d.pen.Style.Lang.GroupName(name)
}

// title says how the series that has grown most has grown, and the one that has
// grown least, of those that are known in the last year; and highlights them.
func (d *index) title() string {
	var known []*indexLine // those that end highest first
	for _, l := range d.lines {
		if l.LastYear() == d.last {
			known = append(known, l)
		}
	}
	print := func(l *indexLine) string { return d.numbers.Format(l.end()) }
	alike := func(l *indexLine) (same []*indexLine) {
		for _, k := range known {
			if print(k) == print(l) {
				same = append(same, k)
			}
		}
		return same
	}
	best, worst := alike(known[0]), alike(known[len(known)-1])
	still := d.numbers.Format(100)
	rises, falls := known[0].end() > 100 && print(known[0]) != still, worst[0].end() < 100 && print(worst[0]) != still
	// moved is what lines did that end alike.
	moved := func(l *indexLine) string {
		by := d.pen.Style.Lang.Percent(math.Abs(l.end()-100)/100, d.numbers.Decimals)
		switch {
		case print(l) == still:
			return d.say("stood still", "stod stille")
		case l.end() >= 1000:
			return d.say("grew to index %s", "voksede til indeks %s", print(l))
		case l.end() < 0:
			return d.say("fell to index %s", "faldt til indeks %s", print(l))
		case l.end() > 100:
			return d.say("grew %s", "voksede %s", by)
		}
		return d.say("fell %s", "faldt %s", by)
	}
	period := d.say("from %d to %d", "fra %d til %d", d.base, d.last)
	all, none := d.say("All", "Alle"), d.say("None", "Ingen")
	if len(d.left) > 0 || len(known) < len(d.lines) {
		all, none = d.say("All known", "Alle kendte"), d.say("None of those known", "Ingen af de kendte")
	}
	seen := append(slices.Clone(best), worst...)
	var title string
	switch {
	case len(known) == 1:
		title = fmt.Sprintf("%s %s %s", d.list(best, known), moved(best[0]), period)
	case len(best) == len(known):
		title, seen = fmt.Sprintf("%s %s %s", all, moved(best[0]), period), nil
	case rises:
		other := moved(worst[0])
		if !falls && print(worst[0]) != still {
			other = d.say("only ", "kun ") + other
		}
		title = d.say("%s %s %s, %s %s", "%s %s %s, mens %s %s", d.list(best, known), moved(best[0]), period, LowerFirst(d.list(worst, known)), other)
	default:
		what := none + d.say(" grew", " voksede")
		if print(known[0]) != still {
			what = all + d.say(" fell", " faldt")
		}
		title, seen = fmt.Sprintf("%s %s; %s %s", what, period, LowerFirst(d.list(worst, known)), d.say("%s, the most", "%s, mest af alle", moved(worst[0]))), worst
	}
	if len(seen) > 4 {
		seen = nil
	}
	d.highlight(func(l *indexLine) bool { return slices.Contains(seen, l) })
	return title
}

// list names lines that end alike, or says how many of all there are.
func (d *index) list(lines, all []*indexLine) string {
	switch len(lines) {
	case 1:
		return d.display(lines[0].Name)
	case 2:
		return d.display(lines[0].Name) + d.say(" and ", " og ") + LowerFirst(d.display(lines[1].Name))
	}
	return d.say("%d of %d", "%d af %d", len(lines), len(all))
}

func (d *index) subtitle(subject string) string {
	measure := UnitName(d.pen.Style.Lang, d.lines[0].unit)
	for _, l := range d.lines {
		if l.unit != d.lines[0].unit || strings.HasPrefix(strings.ToLower(l.unit), "ind") {
			measure = ""
		}
	}
	if subject != "" && measure != "" {
		measure += d.say(" in %s", " i %s", subject)
	}
	if measure == "" {
		return d.say("Index, %d = 100", "Indeks, %d = 100", d.base)
	}
	return d.say("%s, index, %d = 100", "%s, indeks, %d = 100", measure, d.base)
}

// note says what the labels are, and what is not there.
func (d *index) note(unnamed int, own string) string {
	parts := []string{d.say("Labels show the index in %d", "Tallene til højre er indekset i %d", d.last)}
	if slices.ContainsFunc(d.lines, func(l *indexLine) bool { return slices.ContainsFunc(l.Values, math.IsNaN) }) {
		parts = append(parts, d.say("Gaps are years without a known figure", "Huller er år uden et kendt tal"))
	}
	if unnamed == 1 {
		parts = append(parts, d.say("One grey line is not named", "Én grå linje er uden navn"))
	} else if unnamed > 1 {
		parts = append(parts, d.say("%d grey lines are not named", "%d grå linjer er uden navn", unnamed))
	}
	if n := len(d.left); n > 0 {
		names := strings.Join(d.left, ", ")
		if len([]rune(names)) > 60 { // more than a line of a small figure holds
			names = d.pen.Style.Lang.Number(float64(n), 0)
		}
		parts = append(parts, d.say("Not shown, as there is no figure for %d to compare with: %s", "Ikke vist, da der mangler et tal for %d at sammenligne med: %s", d.base, names))
	}
	return sentences(append(parts, own)...)
}

// key are the index numbers of all lines, for the alternative text.
func (d *index) key() string {
	var parts []string
	for _, l := range d.lines {
		parts = append(parts, d.display(l.Name)+": "+d.value(l))
	}
	return strings.Join(parts, "; ")
}

// value is the index number at the end of a line, with the year if that is not the
// last of the chart.
func (d *index) value(l *indexLine) string {
	s := d.numbers.Format(l.end())
	if l.LastYear() < d.last {
		s += fmt.Sprintf("\u00a0(%d)", l.LastYear())
	}
	return s
}
