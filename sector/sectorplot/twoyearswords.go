package sectorplot

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/sector"
)

// currency is that of a column of money.
func (d *twoYears) currency() string {
	switch d.column {
	case sector.Revenue, sector.RevenuePerJob:
		return d.table.Currency
	}
	return ""
}

// noun is what the column counts, at the start of a subtitle.
func (f *figures) noun() string {
	switch f.column {
	case sector.Firms, sector.FirmsWeighted:
		return f.pick("Companies", "Virksomheder")
	case sector.Revenue:
		return f.pick("Revenue, current prices,", "Omsætning, løbende priser,")
	case sector.RevenuePerJob:
		return f.say("Revenue per %s, current prices,", "Omsætning pr. %s, løbende priser,", f.job())
	case sector.JobsPerFirm:
		return f.say("%s per company", "%s pr. virksomhed", growthplot.UnitName(f.lang, f.measure.Unit()))
	}
	return growthplot.UnitName(f.lang, f.measure.Unit())
}

// after is the unit after a number, "" for money.
func (d *twoYears) after() string {
	switch d.column {
	case sector.Firms, sector.FirmsWeighted:
		return "\u00a0" + d.pick("companies", "virksomheder")
	case sector.Jobs, sector.JobsPerFirm:
		return "\u00a0" + d.units()
	}
	return ""
}

// title names the groups that have grown most and least, and highlights them.
func (d *twoYears) title() string {
	var known []int // groups with a name that are known in both years, the largest change first
	unknown := false
	for i, p := range d.pairs {
		switch {
		case math.IsNaN(p.change()):
			unknown = true
		case p.Name != "" && !p.Rest:
			known = append(known, i)
		}
	}
	change := func(i int) float64 { return d.pairs[i].change() }
	slices.SortStableFunc(known, func(a, b int) int {
		switch {
		case change(a) > change(b):
			return -1
		case change(a) < change(b):
			return 1
		}
		return 0
	})
	print := func(i int) string { return d.signed(change(i)) }
	// The unit is short in English only; the subtitle names it in both languages.
	unit := d.pick(d.after(), "")
	one, many := d.group()
	from, to := d.years[0], d.years[1]
	switch {
	case len(known) == 0:
		return d.say("No %s is known in both %d and %d", "Ingen %s har et kendt tal i både %d og %d", one, from, to)
	case len(known) == 1:
		p := d.pairs[known[0]]
		d.pairs[known[0]].Highlight = true
		was, is := d.number(p.was), d.number(p.Figure)
		verb := d.pick("grew", "voksede")
		switch {
		case was == is:
			return d.say("%s stood at %s%s in both %d and %d", "%s lå på %s%s i både %d og %d", p.Name, is, d.after(), from, to)
		case p.change() < 0:
			verb = d.pick("fell", "faldt")
		}
		return d.say("%s %s from %s in %d to %s%s in %d", "%s %s fra %s i %d til %s%s i %d", p.Name, verb, was, from, is, d.after(), to)
	}
	first, last := known[0], known[len(known)-1]
	best, worst := d.alike(known, first), d.alike(known, last)
	still := d.numbers.Signed(0)
	rises := change(first) > 0 && print(first) != still
	falls := change(last) < 0 && print(last) != still
	falling := 0
	for _, i := range known {
		if change(i) < 0 && print(i) != still {
			falling++
		}
	}
	those, of := "", ""
	if unknown {
		those = d.pick(" known in both years", ", der kendes i begge år,")
		of = d.say(" of the %s known in both years", " af de %s, der kendes i begge år", many)
	}
	seen := append(slices.Clone(best), worst...)
	var title string
	switch {
	case !rises && !falls:
		title, seen = d.say("No %s%s changed from %d to %d", "Ingen %s%s ændrede sig fra %d til %d", one, those, from, to), nil
	case len(best) == len(known):
		title = d.say("All %s%s changed alike from %d to %d (%s%s)", "Alle %s%s ændrede sig lige meget fra %d til %d (%s%s)", many, those, from, to, print(first), unit)
		seen = nil
	case !rises:
		title = d.say("%s fell most from %d to %d (%s%s)%s", "%s faldt mest fra %d til %d (%s%s)%s", d.naming(worst), from, to, print(last), unit, of)
		seen = worst
	case unknown:
		title = d.say("%s grew most from %d to %d (%s%s)%s", "%s voksede mest fra %d til %d (%s%s)%s", d.naming(best), from, to, print(first), unit, of)
		seen = best
	default:
		title = d.say("%s grew most from %d to %d (%s%s), ", "%s voksede mest fra %d til %d (%s%s), ", d.naming(best), from, to, print(first), unit)
		lower := growthplot.LowerFirst(d.naming(worst))
		switch {
		case !falls:
			title += d.say("%s least (%s)", "%s mindst (%s)", lower, print(last))
		case falling == 1:
			title += d.say("only %s fell (%s)", "kun %s faldt (%s)", lower, print(last))
		default:
			title += d.say("%s fell most (%s)", "mens %s faldt mest (%s)", lower, print(last))
		}
	}
	if len(seen) <= mostNamed+1 {
		for _, i := range seen {
			d.pairs[i].Highlight = true
		}
	}
	return title
}

// signed writes a change as the bars are written, or in a unit of its own where theirs
// is millions and it is next to nothing of one.
func (d *twoYears) signed(change float64) string {
	text := d.numbers.Signed(change)
	if d.numbers.Magnitude == locale.Units || !strings.ContainsAny(text, "<>") {
		return text
	}
	own := growthplot.FormatOf(d.lang, d.numbers.Currency, change)
	if own.Magnitude == locale.Units && math.Abs(change) >= 1 {
		own.Decimals = 0
	}
	return own.Signed(change)
}

// alike are the groups whose change is printed as that of one of them.
func (d *twoYears) alike(of []int, as int) (same []int) {
	for _, i := range of {
		if d.signed(d.pairs[i].change()) == d.signed(d.pairs[as].change()) {
			same = append(same, i)
		}
	}
	return same
}

// naming writes names as they stand at the start of a sentence, or how many there
// are where those are too many to name.
func (d *twoYears) naming(group []int) string {
	if len(group) > 2 {
		return d.count(len(group))
	}
	first := d.pairs[group[0]].Name
	if len(group) == 1 {
		return first
	}
	return first + d.and() + growthplot.LowerFirst(d.pairs[group[1]].Name)
}

// subtitle says what is measured, of when, and what the whole is.
func (d *twoYears) subtitle() string {
	s := d.say("%s by %s, %d and %d", "%s efter %s, %d og %d", d.noun(), d.by(), d.years[0], d.years[1])
	was, is := d.totals[0].Figure(d.column), d.totals[1].Figure(d.column)
	if !was.Known() && !is.Known() {
		return s
	}
	_, many := d.group()
	all := d.pick("Total", "I\u00a0alt")
	if !d.additive() {
		all = d.say("All %s", "Alle %s", many)
	}
	s += fmt.Sprintf(". %s %s%s%s", all, d.number(was), d.and(), d.number(is))
	var left []string
	for i, total := range d.totals {
		if n := d.leftOutOf(total); n > 0 && d.additive() {
			left = append(left, d.say("%s in %d", "%s i %d", d.lang.Number(float64(n), 0), d.years[i]))
		}
	}
	if len(left) > 0 {
		s += d.say("; figures left out: %s", "; udeladte tal: %s", strings.Join(left, d.and()))
	}
	return s
}

// leftOutOf is how many figures a total leaves out.
func (d *twoYears) leftOutOf(total sector.Row) int {
	cell := total.Jobs
	switch d.column {
	case sector.Firms:
		cell = total.Firms
	case sector.FirmsWeighted:
		cell = total.FirmsWeighted
	case sector.Revenue:
		cell = total.Revenue
	}
	return cell.Missing + cell.Suppressed
}

func (d *twoYears) otherUnknownInBoth(n int) string {
	return d.say("“%s” leaves out %s not known in both years.", "»%s« er uden %s, der ikke kendes i begge år.", d.pick("Other", "Øvrige"), d.some(n))
}

// key are the figures of all groups shown, for the alternative text.
func (d *twoYears) key() string {
	var parts []string
	for _, p := range d.shown {
		parts = append(parts, d.lang.GroupName(p.Name)+": "+d.number(p.was)+" → "+d.number(p.Figure))
	}
	return strings.Join(parts, "; ")
}
