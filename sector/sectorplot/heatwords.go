package sectorplot

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"smartcity/growth/growthplot"
	"smartcity/sector"
)

func (h *heatMap) currency() string {
	if h.column == sector.Revenue || h.column == sector.RevenuePerJob {
		return h.table.Currency
	}
	return ""
}

// number is a figure as it stands in a cell, without the unit that the subtitle
// names.
func (h *heatMap) number(x float64) string { return h.numbers.Number(x) }

// The signs of narrow cells.
const (
	suppressedSign = "×"
	missingSign    = "?"
	noneSign       = "–"
)

// word is what stands in a cell without a figure.
func (h *heatMap) word(c heatCell) string {
	switch {
	case c.none:
		return noneSign
	case !h.signs:
		return status(c.figure, h.lang)
	case c.figure.Status() == sector.Suppressed:
		return suppressedSign
	}
	return missingSign
}

// note explains the signs, and says what is not shown.
func (h *heatMap) note() string {
	var signs []string
	seen := map[string]bool{}
	for _, row := range h.figures {
		for _, c := range row {
			if !c.figure.Known() {
				seen[h.word(c)] = true
			}
		}
	}
	for _, s := range []struct{ sign, word string }{
		{suppressedSign, h.pick("suppressed", "diskretioneret")}, {missingSign, h.pick("not stated", "uoplyst")}, {noneSign, h.pick("no companies", "ingen virksomheder")},
	} {
		if seen[s.sign] {
			signs = append(signs, s.sign+"\u00a0"+s.word)
		}
	}
	var sentences []string
	if signs != nil {
		sentences = append(sentences, strings.Join(signs, "; ")+".")
	}
	switch {
	case h.merged && h.unknown > 0:
		cells := "figures"
		if h.unknown == 1 {
			cells = "figure"
		}
		sentences = append(sentences, h.say("“Other” leaves out %d "+cells+" not known.", "»Øvrige« er uden %d ukendte tal.", h.unknown))
	case !h.merged:
		for i, w := range []words{h.words, h.across} {
			if n := h.hidden[i]; n > 0 {
				sentences = append(sentences, h.say("Not shown: %s.", "Ikke vist: %s.", w.some(n)))
			}
		}
	}
	return strings.Join(sentences, " ")
}

// pair names a cell: "Energy in Hovedstaden".
func (h *heatMap) pair(i, k int, g *heatGrid) string {
	row, column := h.lang.GroupName(g.rows[i].name), h.lang.GroupName(g.columns[k].name)
	if h.across.dimension == sector.ByRegion().Name() {
		return h.say("%s in %s", "%s i %s", row, column)
	}
	return row + ", " + column
}

// title names the largest cell of groups with a name.
func (h *heatMap) title() string {
	g := h.all
	best, unknown := [2]int{-1, -1}, false
	top := ""
	ties := 0
	most := 0.0
	for i, row := range g.figures {
		for k, c := range row {
			switch {
			case c.none:
			case !c.figure.Known():
				unknown = true
			case g.rows[i].rest || g.columns[k].rest:
			case best[0] < 0 || c.figure.Float64() > most:
				if s := h.print(c.figure); s != top {
					top, ties = s, 0
				}
				best, most = [2]int{i, k}, c.figure.Float64()
				ties++
			case h.print(c.figure) == top:
				ties++
			}
		}
	}
	if best[0] < 0 {
		return h.say("No figure is known", "Ingen tal er kendt")
	}
	of := ""
	if unknown {
		of = h.pick(" of the cells with a known figure", " blandt celler med et kendt tal")
	}
	if ties > 1 {
		return h.say("%d cells share the highest figure%s: %s", "%d celler deler det højeste tal%s: %s", ties, of, top)
	}
	name, verb := h.pair(best[0], best[1], g), "has"
	if growthplot.Plural(g.rows[best[0]].name) {
		verb = "have"
	}
	return h.say("%s "+verb+" %s%s: %s", "%s har %s%s: %s", name, h.superlative(), of, top)
}

func (h *heatMap) print(f sector.Figure) string { return h.numbers.Format(f.Float64()) }

// superlative is what the largest cell has.
func (h *heatMap) superlative() string {
	switch h.column {
	case sector.Firms, sector.FirmsWeighted:
		return h.pick("the most companies", "flest virksomheder")
	case sector.Revenue:
		return h.pick("the highest revenue", "den højeste omsætning")
	case sector.RevenuePerJob:
		return h.say("the highest revenue per %s", "den højeste omsætning pr. %s", h.job())
	case sector.JobsPerFirm:
		return h.say("the most %s per company", "flest %s pr. virksomhed", h.units())
	}
	return h.say("the most %s", "flest %s", h.units())
}

// measured is the column, at the start of a sentence.
func (h *heatMap) measured() string {
	jobs := h.jobs()
	switch h.column {
	case sector.Firms, sector.FirmsWeighted:
		return h.pick("Companies", "Virksomheder")
	case sector.Revenue:
		return h.say("Revenue, %s, current prices,", "Omsætning, %s, løbende priser,", h.numbers.Unit())
	case sector.RevenuePerJob:
		return h.say("Revenue per %s, %s, current prices,", "Omsætning pr. %s, %s, løbende priser,", h.job(), h.numbers.Unit())
	case sector.JobsPerFirm:
		return h.say("%s per company", "%s pr. virksomhed", jobs)
	}
	if u := h.numbers.Unit(); u != "" {
		return h.say("%s, %s,", "%s, %s,", jobs, u)
	}
	return jobs
}

// subtitle says what is measured, of when, and what the whole is.
func (h *heatMap) subtitle(subject string) string {
	s := h.say("%s by %s and %s", "%s efter %s og %s", h.measured(), h.by(), h.across.by())
	if subject != "" {
		s += h.say(" in %s", " i %s", subject)
	}
	if h.year != 0 {
		s += ", " + strconv.Itoa(h.year)
	}
	total := h.total.Figure(h.column)
	if !total.Known() {
		return s
	}
	if !h.column.Additive() {
		return s + h.say(". All: %s", ". Alle: %s", h.print(total))
	}
	of := h.total.Jobs
	switch h.column {
	case sector.Firms:
		of = h.total.Firms
	case sector.FirmsWeighted:
		of = h.total.FirmsWeighted
	case sector.Revenue:
		of = h.total.Revenue
	}
	return s + h.say(". Total\u00a0%s", ". I\u00a0alt\u00a0%s", h.print(total)) + h.leftOut(of)
}

// alt are the largest cells in words, and how many have no figure.
func (h *heatMap) alt() string {
	type item struct {
		name string
		x    float64
	}
	var items []item
	unknown := 0
	for i, row := range h.figures {
		for k, c := range row {
			switch {
			case c.figure.Known():
				items = append(items, item{h.pair(i, k, h.heatGrid), c.figure.Float64()})
			case !c.none:
				unknown++
			}
		}
	}
	slices.SortStableFunc(items, func(a, b item) int { return cmp.Compare(b.x, a.x) })
	var parts []string
	for _, it := range items[:min(5, len(items))] {
		parts = append(parts, it.name+": "+h.numbers.Format(it.x))
	}
	if n := len(items); n > 5 {
		parts = append(parts, fmt.Sprintf("… %s: %s", items[n-1].name, h.numbers.Format(items[n-1].x)))
	}
	if unknown > 0 {
		parts = append(parts, h.say("cells not known: %d", "ukendte celler: %d", unknown))
	}
	return strings.Join(parts, "; ")
}
