package projectionplot

import (
	"fmt"
	"strings"

	"smartcity/growth/locale"
	"smartcity/projection"
)

func (g *grid) say(english, danish string, args ...any) string {
	return fmt.Sprintf(g.pen.Style.Lang.Pick(english, danish), args...)
}

// heads are the values of an assumption.
func (g *grid) heads(v projection.Variation) (texts []string) {
	l := g.pen.Style.Lang
	decimals := 0
	unit := 1.0
	if v.Assumption == projection.JobElasticity {
		unit = 100 // a plain number, not one in per cent
	}
	for _, y := range v.Values {
		if y.IsConstant() {
			decimals = max(decimals, rateDecimals(y.Values[0]/unit))
		}
	}
	for i, y := range v.Values {
		switch {
		case !y.IsConstant():
			texts = append(texts, g.say("path %d", "forløb %d", i+1))
		case v.Assumption == projection.BaseJobs:
			texts = append(texts, g.numbers.Format(y.Values[0]))
		case v.Assumption == projection.JobElasticity:
			texts = append(texts, l.Number(y.Values[0], decimals))
		case g.bare:
			texts = append(texts, l.Number(locale.Shift(y.Values[0], 2), decimals))
		default:
			texts = append(texts, l.Percent(y.Values[0], decimals))
		}
	}
	return texts
}

// cell writes a level, in thousands where there is little room.
func (g *grid) cell(x float64) string {
	if g.thousands && g.numbers.Magnitude == locale.Units {
		return g.pen.Style.Lang.Number(x/1000, 1)
	}
	return g.numbers.Format(x)
}

func (g *grid) columnName() string {
	name := g.named(g.Columns)
	if g.thousands {
		name += g.say("; cells in thousands", "; celler i tusind")
	}
	return name
}

func (g *grid) rowName() string { return g.named(g.Rows) }

// named is what is varied, with the unit that its values lack.
func (g *grid) named(v projection.Variation) string {
	name := variationName(g.pen.Style.Lang, v)
	if g.bare && v.Assumption <= projection.ProductivityGrowth {
		name += g.say(", %%", ", pct.")
	}
	return name
}

// count is how many cells reach the target, and how many there are.
func (g *grid) count() (reached, all int) {
	for _, line := range g.Levels {
		for _, x := range line {
			if g.reached(x) {
				reached++
			}
			all++
		}
	}
	return reached, all
}

func (g *grid) title() string {
	n, all := g.count()
	from := g.numbers.Format(g.from)
	switch {
	case g.target == 0:
		return g.say("%d of %d combinations have at least the %s jobs assumed for %d", "%d af %d kombinationer har mindst de %s job, der er forudsat i %d", n, all, from, g.Year)
	case n == all:
		return g.say("All %d combinations reach %s jobs in %d", "Alle %d kombinationer når %s job i %d", all, from, g.Year)
	case n == 0:
		return g.say("None of %d combinations reaches %s jobs in %d", "Ingen af %d kombinationer når %s job i %d", all, from, g.Year)
	case n == 1:
		return g.say("Only one of %d combinations reaches %s jobs in %d", "Kun én af %d kombinationer når %s job i %d", all, from, g.Year)
	}
	return g.say("%d of %d combinations reach %s jobs in %d", "%d af %d kombinationer når %s job i %d", n, all, from, g.Year)
}

func (g *grid) subtitle(subject string) string {
	measure := unitName(g.pen.Style.Lang, g.Unit)
	if g.Name != "" {
		measure += ", " + g.Name
	}
	if subject != "" {
		measure += g.say(" in %s", " i %s", subject)
	}
	return g.say("%s, %d; blue and bold: %s or more", "%s, %d; blå og fed: %s eller flere", measure, g.Year, g.numbers.Format(g.from))
}

// key are the corners, for the alternative text.
func (g *grid) key() string {
	rows, columns := g.heads(g.Rows), g.heads(g.Columns)
	var parts []string
	for _, i := range []int{0, len(rows) - 1} {
		for _, k := range []int{0, len(columns) - 1} {
			parts = append(parts, fmt.Sprintf("%s %s, %s %s: %s", variationName(g.pen.Style.Lang, g.Rows), rows[i], variationName(g.pen.Style.Lang, g.Columns), columns[k], g.numbers.Format(g.Levels[i][k])))
		}
	}
	return strings.Join(parts, "; ")
}
