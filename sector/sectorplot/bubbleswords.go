package sectorplot

import (
	"fmt"
	"math"
	"strings"

	"smartcity/growth/growthplot"
)

// find notes the groups above both averages, the largest first, and highlights
// them if a title can name them.
func (b *bubbles) find() {
	b.named = nil
	for i, x := range b.bubbles {
		if x.growth > float64(b.growth) && x.revenue > b.revenue && len(b.bubbles) > 1 {
			b.named = append(b.named, i)
		}
	}
	if len(b.named) > mostNamed {
		return
	}
	for _, i := range b.named {
		b.bubbles[i].highlight = true
	}
}

// all is what the dashed lines stand for.
func (b *bubbles) all() string {
	_, many := b.group()
	return b.say("All %s", "Alle %s", many)
}

func (b *bubbles) rate(x float64) string { return b.lang.Percent(x, 1) }

// list writes the names of bubbles as they stand at the start of a sentence.
func (b *bubbles) list(at []int) string {
	var names []string
	for _, i := range at {
		name := b.lang.GroupName(b.bubbles[i].name)
		if len(names) > 0 {
			name = growthplot.LowerFirst(name)
		}
		names = append(names, name)
	}
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + b.and() + names[last]
}

// title names the groups above both averages.
func (b *bubbles) title() string {
	one, many := b.group()
	if math.IsNaN(float64(b.growth)) || math.IsNaN(b.revenue) || len(b.bubbles) == 1 {
		fastest := 0
		for i, x := range b.bubbles {
			if x.growth > b.bubbles[fastest].growth {
				fastest = i
			}
		}
		x := b.bubbles[fastest]
		name := b.lang.GroupName(x.name)
		if len(b.bubbles) == 1 {
			return b.say("Jobs in %s change by %s a year", "Jobtallet i %s ændrer sig med %s om året", growthplot.LowerFirst(name), b.signedRate(x.growth))
		}
		return b.say("Jobs grow fastest in %s: %s a year", "Jobtallet vokser hurtigst i %s: %s om året", growthplot.LowerFirst(name), b.signedRate(x.growth))
	}
	both := b.say("above average in both growth and revenue per %s", "over gennemsnittet i både vækst og omsætning pr. %s", b.job())
	switch n := len(b.named); {
	case n == 0:
		return b.say("No %s is %s", "Ingen %s er %s", one, both)
	case n > mostNamed:
		return b.say("%d of %d %s are %s", "%d af %d %s er %s", n, len(b.bubbles), many, both)
	}
	names := b.list(b.named)
	verb := "is"
	if len(b.named) > 1 || growthplot.Plural(names) {
		verb = "are"
	}
	return b.say("%s "+verb+" %s", "%s er %s", names, both)
}

func (b *bubbles) signedRate(x float64) string {
	s := b.rate(x)
	if x > 0 {
		s = "+" + s
	}
	return s
}

// subtitle says what is measured, of when, and where the averages are.
func (b *bubbles) subtitle(subject string) string {
	s := b.say("Circle area: %s", "Cirklernes areal: %s", growthplot.LowerFirst(b.words.jobs()))
	if subject != "" {
		s += b.say(" in %s", " i %s", subject)
	}
	s += fmt.Sprintf(", %d", b.to)
	var parts []string
	if x := float64(b.growth); !math.IsNaN(x) {
		parts = append(parts, b.say("%s a year", "%s om året", b.rate(x)))
	}
	if !math.IsNaN(b.revenue) {
		parts = append(parts, b.numbers.Format(b.revenue))
	}
	if parts != nil {
		s += b.say(". Dashed: %s, %s", ". Stiplet: %s, %s", growthplot.LowerFirst(b.all()), strings.Join(parts, b.and()))
	}
	return s
}

// sizeName is the title of the key of sizes.
func (b *bubbles) sizeName() string { return b.pick("Jobs", "Job") }

// axisNames are those of the y axis and of the x axis.
func (b *bubbles) axisNames() (y, x string) {
	return b.say("Revenue per %s %d, %s, current prices", "Omsætning pr. %s %d, %s, løbende priser", b.job(), b.to, b.numbers.Unit()),
		b.say("Annual growth of jobs %d–%d", "Årlig jobvækst %d–%d", b.from, b.to)
}

// notes say which groups are not drawn, and what is not known of the others: in
// full, and for small figures in short.
func (b *bubbles) notes() (texts [2]string) {
	var names []string
	for _, a := range b.absent {
		names = append(names, b.lang.GroupName(a.name)+" ("+status(a.figure, b.lang)+")")
	}
	if n := len(names); n > 0 {
		texts[1] = b.say("Not shown: %s without known growth or revenue.", "Ikke vist: %s uden kendt vækst eller omsætning.", b.some(n))
		texts[0] = texts[1]
		if n <= mostNamed {
			texts[0] = b.say("Not shown: %s.", "Ikke vist: %s.", strings.Join(names, ", "))
		}
	}
	before, after := strings.TrimPrefix(b.leftOut(b.before), "; "), strings.TrimPrefix(b.leftOut(b.after), "; ")
	switch {
	case before == after && after != "":
		texts[0] += fmt.Sprintf(" %d%s%d: %s.", b.from, b.and(), b.to, after)
	default:
		if before != "" {
			texts[0] += fmt.Sprintf(" %d: %s.", b.from, before)
		}
		if after != "" {
			texts[0] += fmt.Sprintf(" %d: %s.", b.to, after)
		}
	}
	return texts
}

// unnamed says that some circles have no name.
func (b *bubbles) unnamed() string {
	for i := range b.bubbles {
		if b.bubbles[i].labels == nil {
			return b.pick("Circles are not named where there is no room.", "Cirkler er uden navn, hvor der ikke er plads.")
		}
	}
	return ""
}

// alt are the figures of all groups in words.
func (b *bubbles) alt() string {
	var items []string
	for _, x := range b.bubbles {
		items = append(items, b.say("%s: %s a year, %s per %s, %s %s", "%s: %s om året, %s pr. %s, %s %s",
			b.lang.GroupName(x.name), b.signedRate(x.growth), b.numbers.Format(x.revenue), b.job(), b.jobs.Format(x.size), b.units()))
	}
	return strings.Join(items, "; ")
}
