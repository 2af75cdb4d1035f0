package projectionplot

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"smartcity/growth/growthplot"
	"smartcity/projection"
)

// title names the sectors that grow most and least at the median.
func (m *multiples) title() string {
	best, worst := m.fans[0], m.fans[0]
	growth := func(f *fan) float64 { return f.index(f.end(f.spread.median)) }
	falling := 0
	for _, f := range m.fans {
		if growth(f) > growth(best) {
			best = f
		}
		if growth(f) < growth(worst) {
			worst = f
		}
		if f.falls() {
			falling++
		}
	}
	to := best.to
	lower := func(f *fan) string {
		if f.Name == "" {
			return m.say("the sector not stated", "uoplyst branche")
		}
		return growthplot.LowerFirst(f.Name)
	}
	name := func(f *fan) string {
		if f.Name == "" {
			return lower(f)
		}
		return f.Name
	}
	verb := func(f *fan, one, many string) string {
		if growthplot.Plural(f.Name) {
			return many
		}
		return one
	}
	are, grow := verb(best, "is", "are"), verb(best, "grows", "grow")
	alike := growth(best)-growth(worst) < 1 || m.sameGrowth() // to the index number printed, and but for what is drawn
	switch {
	case len(m.fans) == 1 && falling == 1:
		return capital(m.say("%s "+are+" likely to have fewer jobs in\u00a0%d", "%s får sandsynligvis færre job i\u00a0%d", name(best), to))
	case len(m.fans) == 1 && growth(best) > 100:
		return capital(m.say("%s "+are+" likely to have more jobs in\u00a0%d", "%s får sandsynligvis flere job i\u00a0%d", name(best), to))
	case falling == len(m.fans) && alike:
		return m.say("All sectors are likely to shrink alike by\u00a0%d", "Alle brancher går sandsynligvis lige meget tilbage frem til\u00a0%d", to)
	case falling == len(m.fans):
		return m.say("All sectors are likely to have fewer jobs in\u00a0%d; %s "+verb(worst, "loses", "lose")+" most", "Alle brancher får sandsynligvis færre job i\u00a0%d; %s mister mest", to, lower(worst))
	case alike && falling == 0:
		return m.say("All sectors grow alike to\u00a0%d", "Alle brancher vokser lige meget frem til\u00a0%d", to)
	case falling > 1:
		return m.say("%d of %d sectors are likely to shrink by\u00a0%d; %s "+grow+" most", "%d af %d brancher får sandsynligvis færre job i\u00a0%d; %s vokser mest", falling, len(m.fans), to, lower(best))
	case falling == 1:
		return m.say("Only %s "+verb(worst, "is", "are")+" likely to shrink by\u00a0%d; %s "+grow+" most", "Kun %s får sandsynligvis færre job i\u00a0%d; %s vokser mest", lower(worst), to, lower(best))
	}
	return capital(m.say("%s "+grow+" most by\u00a0%d, %s least", "%s vokser mest frem til\u00a0%d, %s mindst", name(best), to, lower(worst)))
}

// sameGrowth reports whether the growth of all sectors is drawn from the same
// distributions and carried over to jobs alike, so that their medians differ by
// chance alone.
func (m *multiples) sameGrowth() bool {
	first := m.fans[0]
	for _, f := range m.fans[1:] {
		if !slices.Equal(f.Growth, first.Growth) {
			return false
		}
		for year := f.BaseYear + 1; year <= f.to; year++ {
			for _, x := range [][2]projection.Yearly{
				{f.Low.Share, first.Low.Share}, {f.Low.Productivity, first.Low.Productivity}, {f.Low.Elasticity, first.Low.Elasticity},
			} {
				a, b := x[0].At(year), x[1].At(year)
				if a != b && !(math.IsNaN(a) && math.IsNaN(b)) {
					return false
				}
			}
		}
	}
	return true
}

func (m *multiples) say(english, danish string, args ...any) string {
	return fmt.Sprintf(m.pen.Style.Lang.Pick(english, danish), args...)
}

func (m *multiples) subtitle(subject string) string {
	f := m.fans[0]
	measure := unitName(m.pen.Style.Lang, f.Unit)
	if subject != "" {
		measure += m.say(" in %s", " i %s", subject)
	}
	return m.say("%s by sector, index, %d = 100; below each name %[2]d → %d, median (and central %s)",
		"%s efter branche, indeks, %d = 100; under hvert navn %[2]d → %d, median (og de midterste %s)", measure, f.BaseYear, f.to, f.inside(f.spread.outer))
}

// note says what is drawn, and what is not.
func (m *multiples) note(hidden int) string {
	f := m.fans[0]
	text := f.bands()
	for _, g := range m.fans {
		if !g.falls() && !g.certain() {
			text = g.bands()
			break
		}
	}
	if len(m.fans) > 1 {
		text += m.say("; grey lines are other sectors", "; grå linjer er de øvrige brancher")
	}
	if bare, ok := strings.CutPrefix(text, "; "); ok { // there are no bands
		text = capital(bare)
	}
	if hidden == 1 {
		text += m.say(". The smallest sector is not shown", ". Den mindste branche er ikke vist")
	} else if hidden > 1 {
		text += m.say(". The %d smallest sectors are not shown", ". De %d mindste brancher er ikke vist", hidden)
	}
	return text
}

// key are the figures of all sectors, for the alternative text.
func (m *multiples) key() string {
	var parts []string
	for _, f := range m.fans {
		n := m.jobs.Format
		text := fmt.Sprintf("%s: %s → %s", m.name(f), n(f.Base), n(f.end(f.spread.median)))
		if !f.certain() {
			text += fmt.Sprintf(" (%s–%s)", n(f.end(f.spread.outer[0])), n(f.end(f.spread.outer[1])))
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, "; ")
}
