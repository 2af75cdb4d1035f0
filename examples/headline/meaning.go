package main

import (
	"fmt"
	"strings"

	"smartcity/examples/headline/chapter"
	"smartcity/examples/notebook"
	"smartcity/growth/locale"
	"smartcity/projection"
)

// inShort says what the headline can mean, and what speaks most for it.
func inShort(l locale.Language, _ *projection.Projection) ([]notebook.Block, error) {
	text, err := chapter.Explain(l, sources()[0].claim())
	return []notebook.Block{notebook.Heading{Text: l.Pick("In short", "Kort fortalt")}, text}, err
}

// readings takes apart what each source says.
func readings(l locale.Language, _ *projection.Projection) ([]notebook.Block, error) {
	var named []chapter.Source
	for _, s := range sources() {
		name, says := s.words(l)
		named = append(named, chapter.Source{Name: name, Says: says, Claim: s.claim()})
	}
	table, bands, best, whose, err := chapter.Readings(l, named)
	if err != nil {
		return nil, err
	}
	return []notebook.Block{
		notebook.Heading{Text: l.Pick("Which reading a headline rests on", "Hvilken fortolkning en overskrift hviler på")},
		notebook.Prose(l.Pick(
			"Every base year next to 2018 and both meanings were tried on every publication. Where two readings remain, the better grade comes first; grade C says little.",
			"Hvert udgangsår omkring 2018 og begge betydninger er prøvet på hver udgivelse. Hvor der er to fortolkninger tilbage, står den bedste karakter først; karakteren C siger ikke meget.")),
		table,
		notebook.Prose(strings.Join(append(bands, fmt.Sprintf(l.Pick(
			"Ranked over all publications, the best explained is that of %s: from %d, %s. Of all figures of that size %s would be explained as well.",
			"På tværs af udgivelserne er den bedst forklarede den fra %s: fra %d, %s. Af alle tal af den størrelse ville %s blive forklaret lige så godt."),
			whose, best.BaseYear, chapter.Describe(l, *best), l.Percent(best.Chance.Share(), 1))), "\n\n")),
	}, nil
}
