package sectorplot

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"smartcity/growth/growthplot"
	"smartcity/sector/structure"
)

// size writes a limit of size classes with the decimals it needs.
func (d *sizeClasses) size(x float64) string {
	s := strconv.FormatFloat(x, 'f', -1, 64)
	_, decimals, _ := strings.Cut(s, ".")
	return d.lang.Number(x, min(len(decimals), 6))
}

// limits are those of a class in words.
func (d *sizeClasses) limits(c structure.SizeClass) string {
	switch {
	case math.IsNaN(c.From):
		return d.pick("Size not known", "Størrelse ikke kendt")
	case c.From == 0 && math.IsInf(c.To, 1):
		return d.pick("All sizes", "Alle størrelser")
	case c.From == 0:
		return d.say("Below %s", "Under %s", d.size(c.To))
	case math.IsInf(c.To, 1):
		return d.say("%s and more", "%s og derover", d.size(c.From))
	}
	return d.say("%s to below %s", "%s til under %s", d.size(c.From), d.size(c.To))
}

// className is a class as its row is called: "Micro: below 10".
func (d *sizeClasses) className(c structure.SizeClass) string {
	limits := d.limits(c)
	name := map[string]string{
		"micro": d.pick("Micro", "Mikro"), "small": d.pick("Small", "Små"), "medium": d.pick("Medium", "Mellemstore"), "large": d.pick("Large", "Store"),
	}[c.Name]
	if name == "" {
		return limits
	}
	return name + ": " + growthplot.LowerFirst(limits)
}

// companiesOf is what the companies of a class are called.
func (d *sizeClasses) companiesOf(c structure.SizeClass) string {
	switch c.Name {
	case "micro":
		return d.pick("Micro companies", "Mikrovirksomheder")
	case "small":
		return d.pick("Small companies", "Små virksomheder")
	case "medium":
		return d.pick("Medium-sized companies", "Mellemstore virksomheder")
	case "large":
		return d.pick("Large companies", "Store virksomheder")
	}
	switch {
	case c.From == 0 && math.IsInf(c.To, 1):
		return d.pick("Companies of all sizes", "Virksomheder af alle størrelser")
	case c.From == 0:
		return d.say("Companies with fewer than %s jobs", "Virksomheder med under %s job", d.size(c.To))
	case math.IsInf(c.To, 1):
		return d.say("Companies with %s or more jobs", "Virksomheder med mindst %s job", d.size(c.From))
	}
	return d.say("Companies with %s to below %s jobs", "Virksomheder med %s til under %s job", d.size(c.From), d.size(c.To))
}

// title names the classes with most companies and with most jobs.
func (d *sizeClasses) title(subject string) string {
	d.cut(len(d.all))
	in := ""
	if subject != "" {
		in = d.say(" in %s", " i %s", subject)
	}
	if d.most[0] < 0 {
		return d.say("No company’s size is known%s", "Ingen virksomheders størrelse er kendt%s", in)
	}
	a := d.rows[d.most[0]]
	jobs := d.pick("the jobs", "jobbene")
	if d.of.Total.Jobs.Missing+d.of.Total.Jobs.Suppressed > 0 {
		jobs = d.pick("the known jobs", "de kendte job")
	}
	s := d.say("%s are %s of all companies%s", "%s udgør %s af alle virksomheder%s", d.companiesOf(a.SizeClass), d.percent(a.companyPart), in)
	switch {
	case d.most[1] < 0:
	case d.most[0] == d.most[1]:
		s += d.say(" and have %s of %s", " og har %s af %s", d.percent(a.jobPart), jobs)
	default:
		b := d.rows[d.most[1]]
		s += d.say("; %s have %s of %s", "; %s har %s af %s", growthplot.LowerFirst(d.companiesOf(b.SizeClass)), d.percent(b.jobPart), jobs)
	}
	return s
}

// subtitle says what is counted, of when, and what the whole is.
func (d *sizeClasses) subtitle(subject string) string {
	s := d.say("Companies and %s by size", "Virksomheder og %s efter størrelse", growthplot.LowerFirst(d.jobs()))
	if subject != "" {
		s += d.say(" in %s", " i %s", subject)
	}
	s += ", " + strconv.Itoa(d.of.Year)
	total := d.of.Total
	s += d.say(". Total\u00a0%s %s", ". I\u00a0alt\u00a0%s %s", d.lang.Number(float64(total.Companies), 0), d.companies(total.Companies))
	if total.Jobs.Sum.Known() {
		s += d.say(" with %s\u00a0jobs", " med %s\u00a0job", d.numbers.Format(total.Jobs.Sum.Float64()))
	}
	return s + d.leftOut(total.Jobs)
}

// companies are so many of them, after the number.
func (d *sizeClasses) companies(n int) string {
	if n == 1 {
		return d.pick("company", "virksomhed")
	}
	return d.pick("companies", "virksomheder")
}

// note says what the bars are.
func (d *sizeClasses) note() string {
	return d.pick("Bars and percentages are shares of the total.", "Søjler og procenter viser andele af det samlede antal.")
}

// alt are all classes in words.
func (d *sizeClasses) alt() string {
	var items []string
	for _, r := range d.rows {
		jobs := status(r.jobs, d.lang)
		if r.jobs.Known() {
			jobs = d.numbers.Format(r.jobs.Float64())
			if !math.IsNaN(r.jobPart) {
				jobs += " (" + d.percent(r.jobPart) + ")"
			}
		}
		items = append(items, fmt.Sprintf("%s: %s %s (%s), %s %s", d.className(r.SizeClass), d.lang.Number(float64(r.companies), 0), d.companies(r.companies), d.percent(r.companyPart), jobs, d.units()))
	}
	return strings.Join(items, "; ")
}
