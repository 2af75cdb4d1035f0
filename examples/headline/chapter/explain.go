// Package chapter says what a published figure can mean: from when it counts, and
// whether it is a level or a gain.
package chapter

import (
	"fmt"
	"math"
	"strings"

	"smartcity/examples/notebook"
	"smartcity/growth/locale"
	"smartcity/projection"
)

// Explain says what the first figure of a claim can mean, a sentence for each
// statement of its explanation.
func Explain(l locale.Language, claim projection.Claim) (notebook.Prose, error) {
	found, err := claim.Readings()
	if err != nil {
		return "", err
	}
	var text strings.Builder
	fmt.Fprintf(&text, l.Pick("“%s in %d” says neither from when it counts nor what: a level, the jobs there are, or a gain, the jobs there are more.\n\n", "»%s i %d« siger hverken, hvorfra der tælles, eller hvad: et niveau, altså de job der er, eller en tilvækst, altså de job der er flere.\n\n"), number(l, claim.Figures[0].Value), claim.Target)
	for _, s := range found.Explain().Statements {
		if line := sentence(l, s); line != "" {
			fmt.Fprintf(&text, "- %s\n", line)
		}
	}
	return notebook.Prose(text.String()), nil
}

// number writes jobs: in whole numbers, but for the few that need decimals.
func number(l locale.Language, x float64) string {
	if x == math.Trunc(x) || x >= 100 {
		return l.Number(x, 0)
	}
	return l.Number(x, 1)
}

// sentence puts a statement into words, "" for one that says nothing.
func sentence(l locale.Language, s projection.Statement) string {
	say := func(english, danish string, args ...any) string { return fmt.Sprintf(l.Pick(english, danish), args...) }
	kind := l.Pick("level", "niveau")
	if s.Kind == projection.Gain {
		kind = l.Pick("gain", "tilvækst")
	}
	n := func(x float64) string { return number(l, x) }
	switch s.Says {
	case projection.Follows:
		return say("As a **%s** %s is growth of **%s a year over %s years from %d**: %s more, %s in all.",
			"Som **%s** er %s en vækst på **%s om året i %s år fra %d**: %s flere, %s i alt.",
			kind, n(s.Figure.Value), l.Percent(float64(s.Rate), 0), counted(l, s.Years), s.BaseYear, n(s.Gain), n(s.Level))
	case projection.FollowsIf:
		return say("As a **%s** %s is growth of **%s a year over %s years from %d**, if the base is %s–%s.",
			"Som **%s** er %s en vækst på **%s om året i %s år fra %d**, hvis udgangspunktet er %s–%s.",
			kind, n(s.Figure.Value), l.Percent(float64(s.Rate), 0), counted(l, s.Years), s.BaseYear, n(s.Bases.Low), n(s.Bases.High))
	case projection.Needs:
		where := map[projection.Where]string{
			projection.Below: l.Pick("below the range", "under intervallet"), projection.Inside: l.Pick("inside the range", "inden for intervallet"), projection.Above: l.Pick("above the range", "over intervallet"),
		}[s.Where]
		return say("As a **%s** %s needs %s a year from %d, %s.", "Som **%s** kræver %s %s om året fra %d, %s.",
			kind, n(s.Figure.Value), l.Percent(float64(s.Rate), 1), s.BaseYear, where)
	case projection.TakesYears:
		return say("The band %s–%s takes %s years (%s–%s), whatever its base.", "Intervallet %s–%s svarer til %s år (%s–%s), uanset udgangspunktet.",
			n(s.Band.Low.Value), n(s.Band.High.Value), l.Number(s.Band.Years, 2), l.Number(s.Band.Between.Low, 2), l.Number(s.Band.Between.High, 2))
	case projection.NothingExplains:
		return l.Pick("No base year beside the data and no meaning explains it.", "Intet udgangsår omkring tallene og ingen betydning forklarer det.")
	}
	return ""
}

// counted writes small numbers as words.
func counted(l locale.Language, n int) string {
	words := []string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	if l == locale.Danish {
		words = []string{"", "et", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"}
	}
	if n > 0 && n < len(words) {
		return words[n]
	}
	return l.Number(float64(n), 0)
}
