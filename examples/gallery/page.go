package main

import (
	"fmt"
	"strings"

	"smartcity/examples/notebook"
)

// page is the gallery: a section a chart, and what they start from.
func (d *data) page() (notebook.Page, error) {
	l := d.style.Lang
	page := notebook.Page{
		Lang:     l,
		Title:    l.Pick("The charts, and the code that draws them", "Figurerne og koden, der tegner dem"),
		Subtitle: l.Pick("Packages growthplot, sectorplot and projectionplot", "Pakkerne growthplot, sectorplot og projectionplot"),
		Blocks: []notebook.Block{
			notebook.Prose(l.Pick(
				"Each chart is one function. It takes a result, the words around the chart and a style, and returns a finished page that writes itself as SVG and PNG. **Titles, subtitles and notes are computed from the figures**; they can be given instead. What `d` holds is said at the end.",
				"Hver figur er én funktion. Den tager et resultat, teksten omkring figuren og en stil og giver en færdig side, der skriver sig selv som SVG og PNG. **Titler, undertitler og noter er beregnet ud fra tallene**; de kan også angives. Hvad `d` rummer, står til sidst.")),
			notebook.Note(l.Pick("The companies, the economy they are compared with and the assumptions are **synthetic**. They say nothing about Denmark.",
				"Virksomhederne, økonomien, som de sammenlignes med, og forudsætningerne er **syntetiske**. De siger intet om Danmark.")),
		},
	}
	for _, c := range charts() {
		picture, err := c.draw(d)
		if err != nil {
			return page, fmt.Errorf("%s: %w", c.name, err)
		}
		code, err := code(c.draw)
		if err != nil {
			return page, err
		}
		page.Blocks = append(page.Blocks,
			notebook.Heading{Text: l.Pick(c.title[0], c.title[1])}, notebook.Prose(l.Pick(c.shows[0], c.shows[1])),
			notebook.Chart{Name: c.name, Picture: picture}, code)
	}
	start, err := code(load, (*data).aggregate, (*data).project, (*data).simulate)
	if err != nil {
		return page, err
	}
	page.Blocks = append(page.Blocks,
		notebook.Heading{Text: l.Pick("What they start from", "Det, de bygger på")},
		notebook.Prose(l.Pick("Companies are read and added up by sector, region and year; jobs are projected with assumptions by sector, and simulated.",
			"Virksomhederne læses ind og lægges sammen efter branche, region og år; jobbene fremskrives med forudsætninger for hver branche og simuleres.")),
		start)
	return page, nil
}

// code shows functions as they stand in this program.
func code(functions ...any) (notebook.Prose, error) {
	var parts []string
	for _, f := range functions {
		text, err := source(f)
		if err != nil {
			return "", err
		}
		parts = append(parts, strings.ReplaceAll(text, "\t", "    "))
	}
	return notebook.Prose("```go\n" + strings.Join(parts, "\n\n") + "\n```"), nil
}
