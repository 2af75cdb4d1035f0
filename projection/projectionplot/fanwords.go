package projectionplot

import (
	"fmt"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"smartcity/growth"
	"smartcity/growth/growthplot"
)

func (f *fan) pick(english, danish string, args ...any) string {
	return fmt.Sprintf(f.pen.Style.Lang.Pick(english, danish), args...)
}

// number is a job figure as it stands in running text.
func (f *fan) number(v float64) string { return f.numbers.Format(v) }

// jobs are those of the fan, at the start of a sentence.
func (f *fan) jobs() string {
	if f.danish() {
		return danishJobs(f.Name)
	}
	return englishJobs(f.Name)
}

// probability writes one in whole per cents. None is called certain or impossible
// that was drawn: over 99%, under 1%.
func (f *fan) probability(p float64) string {
	switch {
	case p >= 0.995:
		return f.pick("over %s", "over %s", f.pen.Style.Lang.Percent(0.99, 0))
	case p < 0.005:
		return f.pick("under %s", "under %s", f.pen.Style.Lang.Percent(0.01, 0))
	}
	return f.pen.Style.Lang.Percent(p, 0)
}

// chance is the probability of having reached the target by the last year.
func (f *fan) chance() float64 { return f.target.By[f.to-f.BaseYear] }

// kept is the probability that the last year meets the target.
func (f *fan) kept() float64 { return f.target.In[f.to-f.BaseYear] }

// reachedBefore reports whether the base year meets the target.
func (f *fan) reachedBefore() bool { return f.target.By[0] == 1 }

func (f *fan) title() string {
	low, high := f.number(f.end(f.spread.outer[0])), f.number(f.end(f.spread.outer[1]))
	switch {
	case f.target != nil && f.reachedBefore():
		return f.pick("%s are still %s or more in %d with %s probability", "%s er fortsat på mindst %s i %d med %s sandsynlighed",
			f.jobs(), f.number(f.target.Jobs), f.to, f.probability(f.kept()))
	case f.target != nil:
		return f.pick("%s reach the %s target by %d with %s probability", "%s når målet på %s i %d med %s sandsynlighed",
			f.jobs(), f.number(f.target.Jobs), f.to, f.probability(f.chance()))
	case low == high:
		return f.pick("%s come to %s in %d", "%s når %s i %d", f.jobs(), high, f.to)
	}
	return f.pick("%s come to between %s and %s in %d with %s probability", "%s ender på mellem %s og %s i %d med %s sandsynlighed",
		f.jobs(), low, high, f.to, f.inside(f.spread.outer))
}

// inside is the probability between two quantiles.
func (f *fan) inside(pair [2]int) string {
	p := 1 - 2*f.Probabilities[pair[0]]
	return f.pen.Style.Lang.Percent(p, rateDecimals(p))
}

// subtitle says what is measured, of when, and how it goes on.
func (f *fan) subtitle(subject string) string {
	measure := unitName(f.pen.Style.Lang, f.Unit)
	if subject != "" {
		measure += f.pick(" in %s", " i %s", subject)
	}
	paths := f.pen.Style.Lang.Number(float64(f.paths), 0)
	if period := periodOf(f.history); period != "" {
		return f.pick("%s, %s, and %s simulated paths to %d", "%s, %s, og %s simulerede forløb frem til %d", measure, period, paths, f.to)
	}
	return f.pick("%s, %s simulated paths from %d to %d", "%s, %s simulerede forløb fra %d til %d", measure, paths, f.BaseYear, f.to)
}

// bands says what the bands are.
func (f *fan) bands() string {
	switch {
	case f.certain():
		return ""
	case f.spread.inner == f.spread.outer || f.falls():
		return f.pick("The band shows the central %s of simulated outcomes; the line is the median", "Båndet viser de midterste %s af de simulerede udfald; linjen er medianen", f.inside(f.spread.outer))
	}
	inner := f.inside(f.spread.inner)
	if f.danish() {
		inner = strings.TrimSuffix(inner, "\u00a0pct.")
	}
	return f.pick("Bands show the central %s and %s of simulated outcomes; the line is the median", "Båndene viser de midterste %s og %s af de simulerede udfald; linjen er medianen", inner, f.inside(f.spread.outer))
}

// sentence puts a sentence before what else a note says.
func sentence(first, note string) string {
	if first == "" {
		return note
	}
	return strings.TrimSpace(first + ". " + note)
}

// capital writes "over 99%" as it begins a sentence.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

func (f *fan) headings() (actual, simulated string) {
	return f.pick("Actual", "Faktisk"), f.pick("Simulation", "Simulering")
}

// percentile names a quantile.
func (f *fan) percentile(p float64) string {
	if p == 0.5 {
		return "Median"
	}
	per := 100 * p
	whole := math.Abs(per-math.Round(per)) < 1e-9
	switch {
	case f.danish() && whole:
		return fmt.Sprintf("%.0f. percentil", per)
	case f.danish():
		return f.pen.Style.Lang.Number(per, 1) + "-percentil"
	case !whole:
		return f.pen.Style.Lang.Number(per, 1) + "th percentile"
	}
	n := int(math.Round(per))
	ending := "th"
	if n/10 != 1 {
		switch n % 10 {
		case 1:
			ending = "st"
		case 2:
			ending = "nd"
		case 3:
			ending = "rd"
		}
	}
	return fmt.Sprintf("%d%s percentile", n, ending)
}

// targetTexts are the headline of the target and how likely it is, in the order of
// preference.
func (f *fan) targetTexts() [][]string {
	headline := f.pick("Target %s", "Mål %s", f.number(f.target.Jobs))
	if f.reachedBefore() {
		return [][]string{{headline, capital(f.pick("%s probability that %d is not lower", "%s sandsynlighed for, at %d ikke ligger lavere", f.probability(f.kept()), f.to))}, {headline}}
	}
	chance := capital(f.pick("%s probability by %d", "%s sandsynlighed i %d", f.probability(f.chance()), f.to))
	texts := [][]string{{headline, chance}, {headline}}
	if year, ok := f.target.YearBy(0.5); ok && year < f.to {
		likely := f.pick("more likely than not by %d", "mere sandsynligt end ikke fra %d", year)
		texts = append([][]string{{headline, chance + ", " + likely}, {headline, chance + ",", likely}}, texts...)
	}
	return texts
}

// key are the key numbers as sentences, for the alternative text.
func (f *fan) key() string {
	var s strings.Builder
	if first := f.history.FirstYear; f.history.Len() > 0 && first < f.BaseYear {
		fmt.Fprintf(&s, "%d: %s; ", first, f.number(f.history.At(first)))
	}
	fmt.Fprintf(&s, "%d: %s; %d: %s %s", f.BaseYear, f.number(f.Base), f.to, growthplot.LowerFirst(f.percentile(0.5)), f.number(f.end(f.spread.median)))
	if !f.certain() {
		s.WriteString(f.pick(", %s of outcomes from %s to %s", ", %s af udfaldene fra %s til %s", f.inside(f.spread.outer), f.number(f.end(f.spread.outer[0])), f.number(f.end(f.spread.outer[1]))))
	}
	if f.target != nil {
		text := f.targetTexts()[0]
		fmt.Fprintf(&s, "; %s: %s", growthplot.LowerFirst(text[0]), growthplot.LowerFirst(text[1]))
	}
	return s.String()
}

// periodOf writes the years of a history, "" if there is none.
func periodOf(h growth.Series) string {
	switch first, last := h.FirstYear, h.LastYear(); {
	case h.Len() == 0:
		return ""
	case first == last:
		return fmt.Sprint(first)
	default:
		return fmt.Sprintf("%d–%d", first, last)
	}
}
