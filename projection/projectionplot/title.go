package projectionplot

import (
	"fmt"
	"math"
	"strings"

	"smartcity/growth"
	"smartcity/growth/growthplot"
)

// title states the finding: how the target is met, or without one how far the
// jobs grow or fall.
func (b *Band) title() string {
	if b.Target != 0 {
		return b.targetTitle()
	}
	p, w := b.Projection, b.words()
	from, low, high := b.number(p.Base), b.number(b.end(b.low)), b.number(b.end(b.high))
	to := low
	grows, falls := b.end(b.low) > p.Base, b.falls()
	if low == high {
		if low == from { // as printed
			return b.pick("%s stay at %s until %d", "%s ligger stille på %s frem til %d", w.jobs, from, p.To)
		}
	} else {
		to = b.pick("between %s and %s", "mellem %s og %s", low, high)
	}
	switch {
	case grows:
		return b.pick("%s grow from %s to %s by %d", "%s vokser fra %s til %s i %d", w.jobs, from, to, p.To)
	case falls:
		return b.pick("%s fall from %s to %s by %d", "%s falder fra %s til %s i %d", w.jobs, from, to, p.To)
	}
	return b.pick("%s end up %s in %d, against %s in %d", "%s ender på %s i %d mod %s i %d", w.jobs, to, p.To, from, p.BaseYear)
}

func (b *Band) targetTitle() string {
	p, w := b.Projection, b.words()
	high, low := b.outcome(b.high), b.outcome(b.low)
	target := b.number(b.Target)
	rate := b.rates()
	// "Pass" is more than "reach", also as printed.
	reach := "reach"
	if low.reached && b.end(b.low) > b.Target && b.number(b.end(b.low)) != target {
		reach = "pass"
	}
	switch {
	case high.lost != 0 && b.single():
		return b.pick("%s fall below the %s target by %d", "%s falder under målet på %s i %d", w.jobs, target, high.lost)
	case high.lost != 0:
		return b.pick("%s fall below the %s target by %d even at the higher growth rate",
			"%s falder under målet på %s i %d, selv ved den høje vækst", w.jobs, target, high.lost)
	case low.lost != 0:
		return b.pick("%s fall below the %s target by %d at the lower growth rate",
			"%s falder under målet på %s i %d ved den lave vækst", w.jobs, target, low.lost)
	case high.reached && high.year == p.BaseYear:
		return b.pick("%s had already reached the %s target in %d", "%s havde allerede nået målet på %s i %d", w.jobs, target, p.BaseYear)
	case b.single() && high.reached:
		return b.pick("%s "+reach+" the %s target by %d at %s a year", "%s når målet på %s i %d ved en vækst på %s om året",
			w.jobs, target, high.year, rate(b.high.Rate))
	case b.single():
		return b.pick("%s fall short of the %s target in %d at %s a year", "%s når ikke målet på %s i %d ved en vækst på %s om året",
			w.jobs, target, p.To, rate(b.high.Rate))
	case low.reached:
		return b.pick("%s "+reach+" the %s target by %d even at the lower growth rate",
			"%s når målet på %s i %d, selv ved den lave vækst", w.jobs, target, low.year)
	case high.reached:
		return b.pick("%s reach the %s target by %d, but only at the higher growth rate",
			"%s når målet på %s i %d, men kun ved den høje vækst", w.jobs, target, high.year)
	}
	return b.pick("%s fall short of the %s target in %d even at the higher growth rate",
		"%s når ikke målet på %s i %d, heller ikke ved den høje vækst", w.jobs, target, p.To)
}

func (b *Band) pick(english, danish string, args ...any) string {
	if b.danish() {
		return fmt.Sprintf(danish, args...)
	}
	return fmt.Sprintf(english, args...)
}

// subtitle says what is measured, of when, and what is assumed.
func (b *Band) subtitle(subject string) string {
	p, w := b.Projection, b.words()
	rate := b.rates()
	rates := rate(b.low.Rate)
	if high := rate(b.high.Rate); high != rates {
		rates = b.pick("%s and %s", "%s og %s", b.bare(rates), high)
	}
	measure := w.unit
	if subject != "" {
		measure += b.pick(" in %s", " i %s", subject)
	}
	var s string
	if period := b.period(); period != "" {
		s = b.pick("%s, %s, and projection to %d at %s annual growth", "%s, %s, og fremskrivning til %d ved %s årlig vækst",
			measure, period, p.To, rates)
	} else {
		s = b.pick("%s, projection from %d to %d at %s annual growth", "%s, fremskrivning fra %d til %d ved %s årlig vækst",
			measure, p.BaseYear, p.To, rates)
	}
	return s + b.assumed()
}

// bare drops the unit in a Danish enumeration: "12 og 17 pct.".
func (b *Band) bare(rate string) string {
	if b.danish() {
		return strings.TrimSuffix(rate, "\u00a0pct.")
	}
	return rate
}

// assumed names what turns growth of the market into growth of jobs, where that
// is more than nothing.
func (b *Band) assumed() string {
	a := b.Projection.Assumptions
	if a.Productivity == 0 && a.Share == 0 || math.IsNaN(float64(a.Productivity)) { // none, or more than two scenarios can tell
		return ""
	}
	percent := func(g growth.Rate) string {
		return b.pen.Style.Lang.Percent(float64(g), rateDecimals(float64(g)))
	}
	parts := []string{b.pick("%s market growth", "%s markedsvækst", a.Market.Format(b.pen.Style.Lang))}
	if a.Productivity != 0 {
		parts = append(parts, b.pick("%s productivity growth", "%s produktivitetsvækst", percent(a.Productivity)))
	}
	if a.Share != 0 {
		parts = append(parts, b.pick("%s growth of the market share", "%s vækst i markedsandelen", percent(a.Share)))
	}
	last := len(parts) - 1
	list := strings.Join(parts[:last], ", ") + b.pick(" and %s", " og %s", parts[last])
	return b.pick("; assuming %s a year", "; forudsat %s om året", list)
}

// key are the key numbers as sentences, for the alternative text.
func (b *Band) key() string {
	p, w := b.Projection, b.words()
	var s strings.Builder
	if first := b.History.FirstYear; b.History.Len() > 0 && first < p.BaseYear {
		fmt.Fprintf(&s, "%d: %s; ", first, b.number(b.History.At(first)))
	}
	fmt.Fprintf(&s, "%d: %s; %d: ", p.BaseYear, b.number(p.Base), p.To)
	if b.single() {
		fmt.Fprintf(&s, "%s (%s)", b.number(b.end(b.low)), w.only)
	} else {
		fmt.Fprintf(&s, "%s (%s), %s (%s)", b.number(b.end(b.low)), growthplot.LowerFirst(w.low), b.number(b.end(b.high)), growthplot.LowerFirst(w.high))
	}
	if b.Target != 0 {
		fmt.Fprintf(&s, "; %s %s: %s", growthplot.LowerFirst(w.target), b.number(b.Target), growthplot.LowerFirst(b.consequence()))
	}
	return s.String()
}
