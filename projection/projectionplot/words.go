package projectionplot

import (
	"fmt"
	"math"
	"strings"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/projection"
)

// words are the texts inside the chart, in its language.
type words struct {
	actual, projected string
	high, low, only   string // names of the values at the end
	target            string // the same, for the target
	jobs              string // whose jobs, at the start of a sentence
	unit              string // what a job is
}

func (b *Band) words() words {
	rate := b.rates()
	if b.danish() {
		return words{
			actual: "Faktisk", projected: "Fremskrivning",
			high: "Høj: " + rate(b.high.Rate) + " om året", low: "Lav: " + rate(b.low.Rate) + " om året",
			only: rate(b.low.Rate) + " om året", target: "Mål",
			jobs: danishJobs(b.Projection.Name), unit: unitName(locale.Danish, b.Projection.Unit),
		}
	}
	return words{
		actual: "Actual", projected: "Projection",
		high: "High: " + rate(b.high.Rate) + " a year", low: "Low: " + rate(b.low.Rate) + " a year",
		only: rate(b.low.Rate) + " a year", target: "Target",
		jobs: englishJobs(b.Projection.Name), unit: unitName(locale.English, b.Projection.Unit),
	}
}

func (b *Band) danish() bool { return b.pen.Style.Lang == locale.Danish }

func englishJobs(name string) string {
	switch {
	case name == "":
		return "Jobs"
	case strings.HasSuffix(strings.ToLower(name), "jobs"):
		return name
	}
	return name + " jobs"
}

// danishJobs compounds "job" with a name of a few words, "Smart City-job", and
// puts it before others: "Job i energi", "Job i data og forvaltning".
func danishJobs(name string) string {
	lower := strings.ToLower(name)
	switch {
	case name == "":
		return "Jobtallet"
	case strings.HasSuffix(lower, "job") || strings.HasSuffix(lower, "jobs"):
		return name
	case strings.ContainsAny(name, ",&/(-") || strings.Contains(lower, " og ") || strings.Count(name, " ") != 1:
		return "Job i " + growthplot.LowerFirst(name)
	}
	return name + "-job"
}

// unitName is what a job is called at the start of a subtitle.
func unitName(l locale.Language, unit string) string {
	if unit == "" {
		return l.Pick("Jobs", "Job")
	}
	return growthplot.UnitName(l, unit)
}

// rates writes growth rates of this chart, all with the same decimals: as many
// as both ends need, but no more than one where they are no round figures.
func (b *Band) rates() func(growth.Rate) string {
	decimals := 0
	for _, g := range []growth.Rate{b.low.Rate, b.high.Rate} {
		decimals = max(decimals, rateDecimals(float64(g)))
	}
	return func(g growth.Rate) string { return b.pen.Style.Lang.Percent(float64(g), decimals) }
}

func rateDecimals(g float64) int {
	for d := range 3 {
		if s := 100 * math.Pow10(d); math.Abs(math.Round(g*s)-g*s) < 1e-9*s {
			return d
		}
	}
	return 1
}

// number is a job figure as it stands in running text.
func (b *Band) number(v float64) string { return b.numbers.Format(v) }

// targetTexts are the headline of the target with what follows from it, in the
// order of preference: in two lines, in three, and without what follows.
func (b *Band) targetTexts() [][]string {
	headline := "Target " + b.number(b.Target)
	if b.danish() {
		headline = "Mål " + b.number(b.Target)
	}
	consequence := b.consequence()
	texts := [][]string{{headline, consequence}}
	if first, second, ok := strings.Cut(consequence, ", "); ok {
		texts = append(texts, []string{headline, first + ",", second})
	}
	return append(texts, []string{headline})
}

// outcome is how one scenario meets the target.
type outcome struct {
	year    int  // first year with at least the target, if reached
	reached bool // in the target year or before
	lost    int  // first year below a target that the base year meets, 0 for none
}

// outcome follows the definition of growth.Rate.YearReached: a target is reached
// in the first year whose figure is at least the target.
func (b *Band) outcome(s projection.Scenario) outcome {
	p := b.Projection
	if p.Base >= b.Target {
		o := outcome{year: p.BaseYear, reached: true}
		for i, v := range s.Level {
			if v < b.Target*(1-1e-12) {
				o.lost = p.BaseYear + i
				break
			}
		}
		return o
	}
	year, err := s.YearReached(b.Target)
	return outcome{year: year, reached: err == nil && year <= p.To}
}

// consequence says when each scenario reaches the target.
func (b *Band) consequence() string {
	high, low := b.outcome(b.high), b.outcome(b.low)
	en := !b.danish()
	pick := func(english, danish string, args ...any) string {
		if en {
			return fmt.Sprintf(english, args...)
		}
		return fmt.Sprintf(danish, args...)
	}
	to := b.Projection.To
	switch {
	case high.lost != 0 && (low.lost == high.lost || b.single()):
		return pick("Below it from %d", "Ligger under fra %d", high.lost)
	case high.lost != 0:
		return pick("Below it from %d (high), %d (low)", "Ligger under fra %d (høj), %d (lav)", high.lost, low.lost)
	case low.lost != 0:
		return pick("Below it from %d (low)", "Ligger under fra %d (lav)", low.lost)
	case !high.reached:
		return pick("Not reached by %d", "Ikke nået i %d", to)
	case high.year == b.Projection.BaseYear:
		return pick("Already reached in %d", "Allerede nået i %d", high.year)
	case b.single():
		return pick("Reached in %d", "Nås i %d", high.year)
	case !low.reached:
		return pick("Reached in %d (high), not by %d (low)", "Nås i %d (høj), ikke inden udgangen af %d (lav)", high.year, to)
	case low.year == high.year:
		return pick("Reached in %d (high and low)", "Nås i %d (høj og lav)", high.year)
	}
	return pick("Reached %d (high), %d (low)", "Nås i %d (høj), %d (lav)", high.year, low.year)
}

// period writes the years of the history, "" if there is none.
func (b *Band) period() string { return periodOf(b.History) }
