package chapter

import (
	"errors"
	"slices"

	"smartcity/examples/notebook"
	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/dynamics"
	"smartcity/sector/sectorcsv"
)

// Title is the heading that a report gives the chapter.
func Title(l locale.Language) notebook.Heading {
	return notebook.Heading{Text: l.Pick("Companies in motion", "Virksomheder i bevægelse")}
}

// Brief is what a report prints of companies in motion: jobs created and destroyed,
// companies that come and go, and those of high growth. Of a file that cannot carry
// it, it is a sentence that says why.
func Brief(companies []sector.Company, read *sectorcsv.Report, s Settings) ([]notebook.Block, error) {
	l := s.Lang
	blocks := []notebook.Block{Title(l)}
	none := func(english, danish string) ([]notebook.Block, error) {
		return append(blocks, notebook.Note(l.Pick(english, danish))), nil
	}
	if !read.Has("id") {
		return none("The file has no company numbers, so that companies cannot be followed over years.", "Filen har ingen virksomhedsnumre, så virksomheder kan ikke følges over årene.")
	}
	c, err := New(companies, read, s)
	switch {
	case errors.Is(err, dynamics.ErrTooFewYears):
		return none("The file has too few years to follow companies.", "Filen har for få år til at følge virksomheder.")
	case err != nil:
		return nil, err
	}
	flows, err := c.jobFlows()
	if err != nil {
		return nil, err
	}
	blocks = append(blocks, flows[1:4]...) // without the rates, and the bridge from year to year
	blocks = append(blocks, notebook.Heading{Level: 3, Text: l.Pick("Entry and exit", "Tilgang og afgang")})
	blocks = append(blocks, c.comeAndGo()...)
	_, fast, warnings, err := c.fast()
	if h, ok := fast[0].(notebook.Heading); ok {
		h.Level = 3
		fast[0] = h
	}
	blocks = append(blocks, fast...)
	switch why := c.refusal(err); {
	case err == nil:
	case why == "":
		return nil, err
	default:
		blocks = append(blocks, notebook.Note(why))
	}
	// Each once, those of the panel with them: nothing else here introduces it.
	var all []error
	for _, w := range slices.Concat(c.flows.Warnings, c.entry.Warnings, warnings) {
		if !slices.Contains(all, w) {
			all = append(all, w)
		}
	}
	return append(blocks, c.warn(all)...), nil
}
