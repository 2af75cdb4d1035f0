package chapter

import (
	"errors"
	"slices"
	"strings"

	"smartcity/examples/notebook"
	"smartcity/growth/growthplot"
	"smartcity/sector"
	"smartcity/sector/sectorplot"
	"smartcity/sector/structure"
)

// Brief is what a report prints of the structure: companies by size, how
// concentrated the sectors are, what they have added to growth, and in which regions
// they are; with a reference where they weigh more, and what the growth is made of.
// Of protected tables it is what they hold, and a sentence on the rest.
func (c *Chapter) Brief() ([]notebook.Block, error) {
	blocks := []notebook.Block{notebook.Heading{Text: c.say("Structure", "Struktur")}}
	parts := []func() ([]notebook.Block, error){c.sizes, c.concentrated}
	if c.protected {
		blocks = append(blocks, notebook.Note(c.say("Size classes and measures of concentration are made of single companies, and regions of few; they are left out of this protected report.",
			"Størrelsesklasser og mål for koncentration er lavet af enkelte virksomheder og regioner ofte af få; de er udeladt af denne diskretionerede rapport.")))
		parts = nil
	}
	for _, part := range parts {
		more, err := part()
		if _, several := errors.AsType[*sector.FieldError](err); several {
			blocks = append(blocks, notebook.Note(c.say("The rows of the file do not stand for one company each, so that there are no size classes and no measures of concentration.",
				"Filens rækker står ikke for én virksomhed hver, så der er hverken størrelsesklasser eller mål for koncentration.")))
			break
		}
		if why := c.reason(err); why != "" {
			more, err = []notebook.Block{notebook.Note(c.say("Not all of the structure can be computed: %s", "Ikke hele strukturen kan beregnes: %s", why))}, nil
		}
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, deeper(more)...)
	}
	parts = nil
	if c.from < c.year {
		parts = append(parts, c.contributions)
	}
	if !c.protected {
		parts = append(parts, c.places)
	}
	if c.economy != nil {
		parts = append(parts, c.theReference, c.shown, c.quotients, c.dunn)
	}
	for _, part := range parts {
		more, err := part()
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, deeper(more)...)
	}
	// What reading has to say, and how much is not known, the report says itself.
	c.warnings = slices.DeleteFunc(c.warnings, func(w error) bool {
		p, partly := w.(structure.PartlyKnown)
		return partly && p.Of != "table" && p.Of != "reference" || slices.Contains(c.file.Warnings, w)
	})
	if sentences := c.sentences(); len(sentences) > 0 {
		blocks = append(blocks, notebook.Warning("- "+strings.Join(sentences, "\n- ")))
	}
	return blocks, nil
}

// shown says that a comparison is of the sectors whose figures are not hidden.
func (c *Chapter) shown() ([]notebook.Block, error) {
	if !c.protected || !c.suppressed() {
		return nil, nil
	}
	return []notebook.Block{notebook.Note(c.say("What follows is of the sectors whose figures are shown, here and in the reference, as if there were no others.",
		"Det følgende gælder de brancher, hvis tal er vist, her og i referencen, som om der ikke var andre."))}, nil
}

// deeper makes the headings of a part those of a section within a chapter.
func deeper(blocks []notebook.Block) []notebook.Block {
	for i, b := range blocks {
		if h, ok := b.(notebook.Heading); ok {
			h.Level = max(h.Level, 2) + 1
			blocks[i] = h
		}
	}
	return blocks
}

// concentrated is the table of concentration, without what leads up to it.
func (c *Chapter) concentrated() ([]notebook.Block, error) {
	var err error
	if c.summary, err = c.summarise(); err != nil {
		return nil, err
	}
	blocks, err := c.concentration()
	return slices.DeleteFunc(blocks, func(b notebook.Block) bool { _, note := b.(notebook.Note); return note }), err // of -names
}

// dunn is the first of the methods of shift-share, with its chart.
func (c *Chapter) dunn() ([]notebook.Block, error) {
	heading := notebook.Heading{Text: c.say("What the growth is made of: shift-share", "Hvad væksten består af: shift-share")}
	years := c.common()
	if len(years) < 2 {
		return []notebook.Block{heading, notebook.Prose(c.nothingCommon())}, nil
	}
	r, err := structure.TableShiftShare(structure.Dunn, c.table, c.economy, &structure.TableShiftShareOptions{Years: years})
	if err != nil {
		return c.cannot(heading, err)
	}
	c.warn(r.Warnings...)
	table := c.shifts(r, "shift-share-dunn", c.say("Dunn (1960), %s, %d–%d", "Dunn (1960), %s, %d–%d", c.unit(), years[0], years[len(years)-1]), "base", "end")
	chart, err := sectorplot.NewShiftSharePage(r, c.text(), growthplot.Style{Lang: c.Lang})
	if err != nil {
		return nil, err
	}
	return []notebook.Block{heading, notebook.Prose(c.dunnProse(r)), notebook.Chart{Name: "shift-share", Picture: chart, Data: &table}, table}, nil
}

// text is the source of a chart.
func (c *Chapter) text() growthplot.Text {
	return growthplot.Text{Source: c.say("Own calculation from ", "Egne beregninger ud fra ") + c.file.File + "."}
}
