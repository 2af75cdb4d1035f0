package chapter

import (
	"math"
	"strings"

	"smartcity/examples/command"
	"smartcity/examples/notebook"
	"smartcity/sector"
	"smartcity/sector/structure"
)

// theReference introduces the economy that the companies are compared with, or
// says why the chapter goes without.
func (c *Chapter) theReference() ([]notebook.Block, error) {
	heading := notebook.Heading{Text: c.say("The reference economy", "Referenceøkonomien")}
	if c.economy == nil {
		why := c.say("there is none", "der er ingen")
		if c.Reference != "" {
			why = c.say("there is no file %s", "der er ingen fil %s", notebook.Text(c.Reference))
		}
		return []notebook.Block{heading, notebook.Prose(c.say(
			"Location quotients, specialisation, agglomeration and shift-share compare the companies with the economy they are part of, and %s. They are left out: the companies are no measure of themselves. A reference, with the jobs of the same sectors by region and year, is named with -reference FILE.",
			"Lokaliseringskvotienter, specialisering, agglomeration og shift-share sammenligner virksomhederne med den økonomi, de er en del af, og %s. De er udeladt: virksomhederne er ikke en målestok for sig selv. En reference med job i de samme brancher efter region og år angives med -reference FIL.", why))}, nil
	}
	total, ok := c.economy.Total(c.year)
	mine, _ := c.sectors.Total(c.year)
	text := c.say("What follows compares the companies with an economy that is read as an input of its own, %s:", "Det følgende sammenligner virksomhederne med en økonomi, der indlæses for sig, %s:", notebook.Text(c.economyFile.File))
	if ok && total.Jobs.Sum.Known() && total.Jobs.Sum.Float64() > 0 {
		text += " " + c.say("**%s** %s in %d, of which the companies of the file are %s if they are part of it.", "**%s** %s i %d, hvoraf filens virksomheder udgør %s, hvis de er en del af den.",
			c.number(total.Jobs.Sum.Float64(), 0), c.unit(), c.year, c.percent(mine.Jobs.Sum.Float64()/total.Jobs.Sum.Float64()))
	}
	blocks := []notebook.Block{heading, notebook.Prose(text)}
	if command.Synthetic(c.Reference) {
		blocks = append(blocks, notebook.Note(c.say(
			"This economy is **synthetic** too: no statistics office has published these figures, and what follows says nothing about Denmark.",
			"Også denne økonomi er **syntetisk**: ingen statistikmyndighed har offentliggjort disse tal, og det følgende siger intet om Danmark.")))
	}
	return blocks, nil
}

// quotients shows the location quotients of sectors in regions.
func (c *Chapter) quotients() ([]notebook.Block, error) {
	if c.economy == nil {
		return nil, nil
	}
	q, err := structure.TableLocationQuotients(c.table, c.economy, sector.Jobs, c.year)
	if err != nil {
		return nil, c.located(err)
	}
	c.warn(q.Warnings...)
	text := []string{c.say(
		"A location quotient is a sector’s share of the companies’ %s in a region over its share of the %[1]s of the whole reference: 1 is as there, 2 twice the weight.",
		"En lokaliseringskvotient er en branches andel af virksomhedernes %s i en region sat i forhold til dens andel af alle %[1]s i hele referencen: 1 er som dér, 2 er den dobbelte vægt.", c.unit())}
	var cells []structure.TableLocalisationLine
	for _, l := range q.Lines {
		if !l.Whole && l.Region != "" {
			cells = append(cells, l)
		}
	}
	quotient := func(l structure.TableLocalisationLine) float64 { return l.Quotient.Float64() }
	if l, ok := most(cells, quotient); ok && c.byRegion {
		text = append(text, c.say("The highest is that of **%s** in **%s**, %s: %s of the %s there, %s in the reference.", "Den højeste er **%s** i **%s** med %s: %s af alle %s dér mod %s i referencen.",
			c.name(l.Sector), c.name(l.Region), c.number(l.Quotient.Float64(), 2), c.percent(l.Share.Float64()), c.unit(), c.percent(l.ReferenceShare.Float64())))
	}
	if l, ok := least(cells, quotient); ok && c.byRegion {
		text = append(text, c.say("The lowest is that of %s in %s, %s.", "Den laveste er %s i %s med %s.", c.name(l.Sector), c.name(l.Region), c.number(l.Quotient.Float64(), 2)))
	}
	return []notebook.Block{notebook.Heading{Text: c.say("Where the sectors weigh more", "Hvor brancherne vejer mere")}, notebook.Prose(strings.Join(text, " ")), c.quotientMatrix(q)}, nil
}

// quotientMatrix sets sectors against regions; its file has a row for each
// quotient and what it is made of.
func (c *Chapter) quotientMatrix(q structure.TableLocalisation) notebook.Table {
	t := notebook.Table{Name: "location-quotients", Caption: c.say("Location quotients by sector and region, %d", "Lokaliseringskvotienter efter branche og region, %d", c.year), Columns: []notebook.Column{{Header: c.header("sector")}}}
	rows := map[string]int{}
	for i, l := range q.Lines {
		if _, ok := rows[l.Sector]; !ok {
			rows[l.Sector] = len(t.Rows)
			t.Rows = append(t.Rows, []notebook.Cell{notebook.Str(c.Lang.GroupName(l.Sector))})
		}
		if i == 0 || l.Region != q.Lines[i-1].Region || l.Whole != q.Lines[i-1].Whole {
			head := c.Lang.GroupName(l.Region)
			if l.Whole {
				head = c.say("All regions", "Alle regioner")
			}
			t.Columns = append(t.Columns, notebook.Column{Header: head, Decimals: 2})
		}
		cell := notebook.Num(l.Quotient.Float64())
		if l.Quotient.Status() == sector.Suppressed {
			cell = notebook.Suppressed()
		}
		row := rows[l.Sector]
		t.Rows[row] = append(t.Rows[row], cell)
	}
	shown := c.show(q.View(), t.Name, "", "region", "sector", "location_quotient")
	t.Data = shown.Data
	t.Note = c.say("The reference share is that of all its regions. A sector without companies in a region has the quotient 0.", "Referencens andel er den for alle dens regioner. En branche uden virksomheder i en region har kvotienten 0.")
	return t
}

// specialisation says how unlike the reference the regions are.
func (c *Chapter) specialisation() ([]notebook.Block, error) {
	if c.economy == nil {
		return nil, nil
	}
	s, err := structure.TableSpecialisation(c.table, c.economy, sector.Jobs, c.year)
	if err != nil {
		return nil, c.located(err)
	}
	c.warn(s.Warnings...)
	table := c.show(s.View(), "specialisation", c.say("How specialised the regions are, %d", "Hvor specialiserede regionerne er, %d", c.year), "region", "figure", "sectors", "krugman", "krugman_halved", "hhi", "equivalent_number", "locational_gini")
	if !c.byRegion {
		table.Rows[0][0] = notebook.Str(c.say("All regions", "Alle regioner"))
	} else {
		table.Total[0] = notebook.Str(c.say("All regions", "Alle regioner"))
	}
	text := []string{c.say(
		"Krugman’s index of specialisation is Σ|s − S|, s the shares of the sectors in the region and S those in the reference. It runs from 0 (the same mix) to **2** (nothing in common); **halved**, from 0 to 1, it is the part of the jobs that would have to change sector to give the mix of the reference. Both are in the table.",
		"Krugmans specialiseringsindeks er Σ|s − S|, hvor s er branchernes andele i regionen og S deres andele i referencen. Det går fra 0 (samme sammensætning) til **2** (intet fælles); **halveret**, fra 0 til 1, er det den del af jobbene, der skulle skifte branche for at give referencens sammensætning. Begge står i tabellen.")}
	var regions []structure.TableSpecialisationLine
	for _, l := range s.Lines {
		if !l.Whole && l.Region != "" {
			regions = append(regions, l)
		}
	}
	krugman := func(l structure.TableSpecialisationLine) float64 { return l.Krugman.Float64() }
	if l, ok := most(regions, krugman); ok {
		text = append(text, c.say("Least like the reference is **%s**, with %s of 2: %s of its %s would have to change sector.", "Mindst lig referencen er **%s** med %s af 2: %s af dens %s skulle skifte branche.",
			c.name(l.Region), c.number(l.Krugman.Float64(), 3), c.percent(l.Halved.Float64()), c.unit()))
	}
	if l, ok := least(regions, krugman); ok {
		text = append(text, c.say("Most like it is %s, with %s.", "Mest lig den er %s med %s.", c.name(l.Region), c.number(l.Krugman.Float64(), 3)))
	}
	return []notebook.Block{notebook.Heading{Text: c.say("How specialised the regions are", "Hvor specialiserede regionerne er")}, notebook.Prose(strings.Join(text, " ")), table}, nil
}

// agglomeration says whether sectors sit together more than chance has it.
func (c *Chapter) agglomeration() ([]notebook.Block, error) {
	if c.economy == nil {
		return nil, nil
	}
	heading := notebook.Heading{Text: c.say("Do the companies of a sector sit together?", "Ligger en branches virksomheder samlet?")}
	if !c.byRegion || !c.economyByRegion {
		return []notebook.Block{heading, notebook.Prose(c.say("Companies and reference must both be by region, and are not.", "Både virksomheder og reference skal være efter region, og det er de ikke."))}, nil
	}
	a, err := structure.CompanyAgglomeration(c.companies, c.economy, c.year)
	if err != nil {
		return c.cannot(heading, err)
	}
	t, err := structure.TableConcentration(c.table, c.economy, sector.Jobs, c.year)
	if err != nil {
		return c.cannot(heading, err)
	}
	c.warn(a.Warnings...)
	c.warn(t.Warnings...)
	index := c.show(a.View(), "agglomeration", c.say("Ellison and Glaeser’s index by sector, %d", "Ellison og Glaesers indeks efter branche, %d", c.year), "sector", "plants", "plants_left_out", "g", "g_expected", "plant_hhi", "gamma", "z")
	for i := range index.Columns {
		if index.Columns[i].Name == "z" {
			index.Columns[i].Decimals = 1
		}
	}
	index.Note = c.say("The companies stand for plants: what a company has elsewhere counts where it is registered. Left out: the size or the region is not known.", "Virksomhederne står for arbejdssteder: hvad en virksomhed har andre steder, tæller, hvor den er registreret. Udeladt: størrelse eller region kendes ikke.")
	spread := c.show(t.View(), "regional-concentration", c.say("How the sectors are spread over regions, against all jobs of the reference, %d", "Branchernes fordeling på regioner over for alle job i referencen, %d", c.year), "sector", "figure", "hoover", "krugman", "hhi", "locational_gini")
	if spread.Total != nil {
		spread.Total[0] = notebook.Str(c.say("All sectors", "Alle brancher"))
	}
	spread.Note = c.say("Hoover is half of Krugman’s index: the part of a sector’s %s that would have to move to be spread as all jobs of the reference.", "Hoover er det halve af Krugmans indeks: den del af en branches %s, der skulle flytte for at være fordelt som alle job i referencen.", c.unit())
	return []notebook.Block{heading, notebook.Prose(c.agglomerationProse(a)), index, spread}, nil
}

func (c *Chapter) agglomerationProse(a structure.CompanyAgglomerations) string {
	// Ellison and Glaeser's (1997) own words for their index.
	const high, low = 0.05, 0.02
	text := []string{c.say(
		"A sector of a few large companies is concentrated by that alone. Ellison and Glaeser’s γ takes out what the sizes of companies explain: 0 as if they had chosen regions at random, more if they sit together, less if they keep apart. The authors call a sector highly concentrated above %s and not very below %s.",
		"En branche med få store virksomheder er koncentreret alene af den grund. Ellison og Glaesers γ trækker det fra, som virksomhedernes størrelse forklarer: 0, som om de havde valgt region tilfældigt, mere, hvis de ligger samlet, mindre, hvis de ligger spredt. Forfatterne kalder en branche stærkt koncentreret over %s og ikke særlig koncentreret under %s.",
		c.number(high, 2), c.number(low, 2))}
	var together []string
	for _, l := range a.Lines {
		if l.Status == sector.Known && l.Gamma > high {
			together = append(together, l.Sector)
		}
	}
	if together != nil {
		text = append(text, c.say("Above %s: **%s**.", "Over %s: **%s**.", c.number(high, 2), c.list(together)))
	} else {
		text = append(text, c.say("No sector here is above %s.", "Ingen branche her er over %s.", c.number(high, 2)))
	}
	var beyond []string
	for _, l := range a.Lines {
		if l.Status == sector.Known && math.Abs(l.Z) > 2 {
			beyond = append(beyond, l.Sector)
		}
	}
	if beyond != nil {
		text = append(text, c.say("More than two standard deviations from random location (z): %s.", "Mere end to standardafvigelser fra tilfældig placering (z): %s.", c.list(beyond)))
	} else {
		text = append(text, c.say("None is more than two standard deviations from random location (z).", "Ingen er mere end to standardafvigelser fra tilfældig placering (z)."))
	}
	return strings.Join(text, " ")
}
