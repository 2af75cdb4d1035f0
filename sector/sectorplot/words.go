package sectorplot

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/sector"
)

// words are what a page of bars says, in its language.
type words struct {
	lang      locale.Language
	dimension string
	measure   sector.Measure
	numbers   growthplot.NumberFormat
}

func (w words) pick(english, danish string) string {
	if w.lang == locale.Danish {
		return danish
	}
	return english
}

func (w words) say(english, danish string, args ...any) string {
	return fmt.Sprintf(w.pick(english, danish), args...)
}

// group is what the groups are called, in the singular and in the plural.
func (w words) group() (one, many string) {
	switch w.dimension {
	case "sector":
		return w.pick("sector", "branche"), w.pick("sectors", "brancher")
	case "region":
		return w.pick("region", "region"), w.pick("regions", "regioner")
	case "size":
		return w.pick("size class", "størrelsesklasse"), w.pick("size classes", "størrelsesklasser")
	}
	return w.pick("group", "gruppe"), w.pick("groups", "grupper")
}

// by is what follows "by" in a subtitle.
func (w words) by() string {
	switch w.dimension {
	case "sector", "region", "size":
		one, _ := w.group()
		return one
	}
	return w.dimension
}

// units are the jobs after a number, and job is one of them.
func (w words) units() string {
	if w.measure == sector.Employees {
		return w.pick("employees", "ansatte")
	}
	return w.pick("FTE", "fuldtidsbeskæftigede")
}

// jobs is what is counted, at the start of a sentence.
func (w words) jobs() string {
	if w.measure == sector.Employees {
		return w.pick("Employees", "Ansatte")
	}
	return w.pick("Full-time equivalent jobs", "Fuldtidsbeskæftigede")
}

func (w words) job() string {
	if w.measure == sector.Employees {
		return w.pick("employee", "ansat")
	}
	return w.pick("FTE", "fuldtidsbeskæftiget")
}

func (w words) and() string { return w.pick(" and ", " og ") }

func (w words) count(n int) string {
	_, many := w.group()
	return strconv.Itoa(n) + " " + many
}

func (w words) nothing() string {
	one, _ := w.group()
	return w.say("No %s has a known figure", "Ingen %s har et kendt tal", one)
}

func (w words) only(name, value string) string {
	return w.say("%s has %s %s", "%s har %s %s", name, value, w.units())
}

// employ says that groups have a simple part of all jobs.
func (w words) employ(names string, n int, p part, subject string) string {
	verb := "employ"
	if n == 1 && !growthplot.Plural(names) {
		verb = "employs"
	}
	s := w.say("%s "+verb+" %s", "%s beskæftiger %s", names, w.pick(p.english, p.danish))
	if subject != "" {
		s += w.say(" in %s", " i %s", subject)
	}
	return s
}

// largestIs names the largest group, or those that share the first place.
func (w words) largestIs(names string, n int, value string, unknown bool) string {
	one, many := w.group()
	of := ""
	if unknown {
		of = w.pick(" with a known figure", " med et kendt tal")
	}
	if n > mostNamed {
		return w.say("%s share the first place with %s %s each", "%s deler førstepladsen med %s %s hver", names, value, w.units())
	}
	if n > 1 {
		return w.say("%s are the largest %s%s: %s %s each", "%s er de største %s%s: %s %s hver", names, many, of, value, w.units())
	}
	verb := "is"
	if growthplot.Plural(names) {
		verb = "are"
	}
	if unknown {
		return w.say("%s "+verb+" the largest %s%s: %s %s", "%s er den største %s%s: %s %s", names, one, of, value, w.units())
	}
	return w.say("%s "+verb+" the largest %s with %s %s", "%s er den største %s med %s %s", names, one, value, w.units())
}

// highest names the group with the highest revenue per job.
func (w words) highest(names, value string, unknown bool) string {
	_, many := w.group()
	s := w.say("%s "+w.has(names)+" the highest revenue per %s: %s", "%s har den højeste omsætning pr. %s: %s", names, w.job(), value)
	if unknown {
		s = w.say("%s "+w.has(names)+" the highest revenue per %s of the %s with a known figure: %s",
			"%s har den højeste omsætning pr. %s blandt %s med et kendt tal: %s", names, w.job(), many, value)
	}
	return s
}

// same says the revenue per job of the only group there is, or of all of them.
func (w words) same(names string, n int, value string) string {
	switch {
	case n == 1:
		return w.say("%s "+w.has(names)+" a revenue per %s of %s", "%s har en omsætning pr. %s på %s", names, w.job(), value)
	case n > mostNamed:
		names = w.say("All %s", "Alle %s", names)
	}
	return w.say("%s have the same revenue per %s: %s", "%s har samme omsætning pr. %s: %s", names, w.job(), value)
}

func (w words) has(names string) string {
	if growthplot.Plural(names) {
		return "have"
	}
	return "has"
}

// other is the name of the bar for so many groups.
func (w words) other(n int) string {
	if n == 0 { // two groups that are called so
		return w.pick("Other", "Øvrige")
	}
	return w.pick("Other", "Øvrige") + " (" + w.some(n) + ")"
}

func (w words) otherUnknown(n int) string {
	return w.say("“%s” leaves out %s with no known figure.", "»%s« er uden %s, hvis tal ikke er kendt.", w.pick("Other", "Øvrige"), w.some(n))
}

func (w words) notShown(n int, unknown bool) string {
	if unknown {
		return w.say("Not shown: %s more, with lower figures or with none.", "Ikke vist: yderligere %s med lavere eller ukendte tal.", w.some(n))
	}
	return w.say("Not shown: %s more, with lower figures.", "Ikke vist: yderligere %s med lavere tal.", w.some(n))
}

// some is a number of groups.
func (w words) some(n int) string {
	if n == 1 {
		one, _ := w.group()
		return "1 " + one
	}
	return w.count(n)
}

// subtitle says what is measured, of when, and what the whole is.
func (f *figures) subtitle() string {
	measure := f.jobs()
	if !f.column.Additive() {
		measure = f.say("Revenue per %s", "Omsætning pr. %s", f.job())
	}
	s := f.say("%s by %s", "%s efter %s", measure, f.by())
	if f.year != 0 {
		s += ", " + strconv.Itoa(f.year)
	}
	total := f.total.Figure(f.column)
	if !f.column.Additive() {
		s += f.pick(", current prices", ", løbende priser")
		if total.Known() {
			_, many := f.group()
			s += f.say(". All %s (dashed line): %s", ". Alle %s (stiplet linje): %s", many, f.numbers.Format(total.Float64()))
		}
		return s
	}
	if !total.Known() {
		return s
	}
	s += f.say(". Total\u00a0%s", ". I\u00a0alt\u00a0%s", f.numbers.Format(total.Float64()))
	if revenue := f.total.Revenue.Sum; revenue.Known() && f.complete() {
		s += f.say(" with revenue of %s", " med en omsætning på %s", f.amount(revenue.Float64()))
	}
	return s + f.leftOut(f.total.Jobs)
}

// complete reports whether no company lacks its revenue, as far as is shown.
func (f *figures) complete() bool {
	return f.total.Rows > 0 && f.total.Revenue.Missing+f.total.Revenue.Suppressed == 0
}

// notKnown counts the figures of a cell that are not known: "1 missing and 2
// suppressed", "" for none.
func (w words) notKnown(c sector.Cell) string {
	one := func(n int, english, danish, danishMany string) string {
		if n != 1 {
			danish = danishMany
		}
		return w.lang.Number(float64(n), 0) + " " + w.pick(english, danish)
	}
	var parts []string
	if c.Missing > 0 {
		parts = append(parts, one(c.Missing, "missing", "uoplyst", "uoplyste"))
	}
	if c.Suppressed > 0 {
		parts = append(parts, one(c.Suppressed, "suppressed", "diskretioneret", "diskretionerede"))
	}
	return strings.Join(parts, w.and())
}

// leftOut counts the figures that a total leaves out.
func (w words) leftOut(c sector.Cell) string {
	unknown := w.notKnown(c)
	if unknown == "" {
		return ""
	}
	figures := "figures"
	if c.Missing+c.Suppressed == 1 {
		figures = "figure"
	}
	return w.say("; %s "+figures+" left out", "; uden %s tal", unknown)
}

// amount writes a sum of money with three digits, without zeros at their end:
// DKK 32 bn, DKK 1.82 m.
func (f *figures) amount(v float64) string {
	n := growthplot.FormatOf(f.lang, f.table.Currency, v)
	scaled := math.Abs(v) / math.Pow10(3*int(n.Magnitude))
	for n.Decimals > 0 && math.Mod(math.Round(scaled*math.Pow10(n.Decimals)), 10) == 0 {
		n.Decimals--
	}
	return n.Format(v)
}
