package chapter

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/sector"
	"smartcity/sector/structure"
)

// shiftShare divides the growth of the companies into what the economy, the mix
// of sectors and the companies themselves have done: by every method, for each
// sector and in total, and by the first method for each region.
func (c *Chapter) shiftShare() ([]notebook.Block, error) {
	if c.economy == nil {
		return nil, nil
	}
	heading := notebook.Heading{Text: c.say("What the growth is made of: shift-share", "Hvad væksten består af: shift-share")}
	years := c.common()
	if len(years) < 2 {
		return []notebook.Block{heading, notebook.Prose(c.nothingCommon())}, nil
	}
	results := make([]structure.ShiftShareResult, 4)
	for i, m := range []structure.ShiftShareMethod{structure.Dunn, structure.EstebanMarquillas, structure.Arcelus, structure.Dunn} {
		var err error
		results[i], err = structure.TableShiftShare(m, c.table, c.economy, &structure.TableShiftShareOptions{Years: years, Dynamic: i == 3})
		if err != nil {
			return c.cannot(heading, err)
		}
		c.warn(results[i].Warnings...)
	}
	dunn, esteban, arcelus, dynamic := results[0], results[1], results[2], results[3]
	regions, err := c.shiftShareRegions(dunn, years)
	if err != nil {
		return nil, err
	}
	span := fmt.Sprintf("%d–%d", years[0], years[len(years)-1])
	blocks := []notebook.Block{heading, notebook.Prose(c.dunnProse(dunn)), c.shifts(dunn, "shift-share-dunn", c.say("Dunn (1960), %s, %s", "Dunn (1960), %s, %s", c.unit(), span), "base", "end")}
	blocks = append(blocks, regions...)
	return append(blocks,
		notebook.Heading{Level: 3, Text: c.say("Esteban-Marquillas: is it the mix after all?", "Esteban-Marquillas: er det alligevel sammensætningen?")},
		notebook.Prose(c.estebanProse(esteban)),
		c.shifts(esteban, "shift-share-esteban-marquillas", c.say("Esteban-Marquillas (1972), %s, %s", "Esteban-Marquillas (1972), %s, %s", c.unit(), span)),
		notebook.Heading{Level: 3, Text: c.say("Arcelus: growth of the whole, and of each sector", "Arcelus: væksten som helhed og i den enkelte branche")},
		notebook.Prose(c.arcelusProse(arcelus)),
		c.shifts(arcelus, "shift-share-arcelus", c.say("Arcelus (1984), %s, %s", "Arcelus (1984), %s, %s", c.unit(), span)),
		notebook.Heading{Level: 3, Text: c.say("Year by year: dynamic shift-share", "År for år: dynamisk shift-share")},
		notebook.Prose(c.dynamicProse(dunn, dynamic)),
		c.shifts(dynamic, "shift-share-dynamic", c.say("Dunn, dynamic (Barff and Knight 1988), %s, %s", "Dunn, dynamisk (Barff og Knight 1988), %s, %s", c.unit(), span)),
	), nil
}

// common are the years of both the companies and the reference.
func (c *Chapter) common() (years []int) {
	for _, year := range c.table.Years() {
		if slices.Contains(c.economy.Years(), year) {
			years = append(years, year)
		}
	}
	return years
}

func (c *Chapter) nothingCommon() string {
	return c.say("Companies and reference have fewer than two years in common: there is no growth to divide.", "Virksomheder og reference har færre end to år fælles: der er ingen vækst at opdele.")
}

// shifts is the table of a method: the columns named, the change, and its parts.
func (c *Chapter) shifts(r structure.ShiftShareResult, name, caption string, before ...string) notebook.Table {
	v := r.View()
	columns := append([]string{"sector"}, before...)
	for _, column := range v.Columns[index(v, "change"):] {
		if column.Name != "undivided" || slices.ContainsFunc(r.Sectors, func(l structure.ShiftShareLine) bool { return l.Undivided != 0 && l.Status == sector.Known }) {
			columns = append(columns, column.Name)
		}
	}
	t := c.show(v, name, caption, columns...)
	for i, column := range t.Columns {
		switch column.Name {
		case "base":
			t.Columns[i].Header = fmt.Sprint(r.Years[0])
		case "end":
			t.Columns[i].Header = fmt.Sprint(r.Years[len(r.Years)-1])
		}
	}
	return t
}

func (c *Chapter) dunnProse(r structure.ShiftShareResult) string {
	t := r.Total
	text := []string{
		c.say("From %d to %d the companies went from %s to %s %s, by **%s**.", "Fra %d til %d gik virksomhederne fra %s til %s %s, en ændring på **%s**.",
			r.Years[0], r.Years[len(r.Years)-1], c.number(t.Base, c.decimals()), c.number(t.End, c.decimals()), c.unit(), c.signed(t.Change, c.decimals())),
		c.say("Had all of them grown like the whole reference (%s), it would be **%s**: the national share.", "Var de alle vokset som hele referencen (%s), ville det være **%s**: den nationale effekt.", c.change(t.NationalShare/t.Base), c.signed(t.NationalShare, c.decimals())),
	}
	switch {
	case t.IndustryMix > 0:
		text = append(text, c.say("They have more of the sectors that grow faster there, which adds **%s**: the industry mix.", "De har mere af de brancher, der vokser hurtigere dér, hvilket lægger **%s** til: brancheeffekten.", c.signed(t.IndustryMix, c.decimals())))
	case t.IndustryMix < 0:
		text = append(text, c.say("They have more of the sectors that grow more slowly there, which makes **%s**: the industry mix.", "De har mere af de brancher, der vokser langsommere dér, hvilket giver **%s**: brancheeffekten.", c.signed(t.IndustryMix, c.decimals())))
	}
	text = append(text, c.say("What is left, **%s**, is growth unlike that of the same sectors in the reference: the regional shift.", "Resten, **%s**, er vækst, der afviger fra de samme branchers i referencen: den regionale effekt.", c.signed(t.RegionalShift, c.decimals())))
	shift := func(l structure.ShiftShareLine) float64 { return l.RegionalShift }
	if l, ok := most(r.Sectors, shift); ok {
		text = append(text, c.say("It is largest in **%s**, %s.", "Den er størst i **%s** med %s.", c.name(l.Sector), c.signed(l.RegionalShift, c.decimals())))
	}
	if l, ok := least(r.Sectors, shift); ok {
		text = append(text, c.say("It is smallest in **%s**, %s.", "Den er mindst i **%s** med %s.", c.name(l.Sector), c.signed(l.RegionalShift, c.decimals())))
	}
	return strings.Join(text, " ")
}

func (c *Chapter) estebanProse(r structure.ShiftShareResult) string {
	t := r.Total
	text := []string{c.say(
		"The regional shift grows with the size of a sector. Esteban-Marquillas takes the size that it would have with the reference’s mix: **%s** is the competitive effect, growth ahead of the same sectors there; **%s** the allocation effect, of having more or less of each sector than the reference.",
		"Den regionale effekt vokser med branchens størrelse. Esteban-Marquillas regner med den størrelse, den ville have med referencens sammensætning: **%s** er konkurrenceeffekten, vækst ud over de samme branchers dér; **%s** er allokeringseffekten af at have mere eller mindre af den enkelte branche end referencen.",
		c.signed(t.Competitive, c.decimals()), c.signed(t.Allocation, c.decimals()))}
	switch {
	case t.Allocation > 0:
		text = append(text, c.say("It is positive: on the whole the companies have more of the sectors in which they are further ahead.", "Den er positiv: samlet set har virksomhederne mere af de brancher, hvor de er længst foran."))
	case t.Allocation < 0:
		text = append(text, c.say("It is negative: on the whole the companies have less of the sectors in which they are further ahead.", "Den er negativ: samlet set har virksomhederne mindre af de brancher, hvor de er længst foran."))
	}
	return strings.Join(text, " ")
}

// arcelusProse uses that over all sectors the homothetic figures add up to the
// base: what Esteban-Marquillas calls competitive and allocation are then sums
// of Arcelus' parts.
func (c *Chapter) arcelusProse(r structure.ShiftShareResult) string {
	a := r.Total.Arcelus
	return c.say(
		"Arcelus divides the effects into what the companies would have with the reference’s mix (homothetic) and the remainder. Of the competitive effect, **%s** is that the companies as a whole have grown unlike the reference (regional), **%s** that single sectors have done so beyond that (regional industry); the remainder of the latter, %s, belongs to the allocation effect.",
		"Arcelus deler effekterne i det, virksomhederne ville have med referencens sammensætning (homotetisk), og resten. Af konkurrenceeffekten skyldes **%s**, at virksomhederne som helhed er vokset anderledes end referencen (regional), og **%s**, at enkelte brancher har gjort det derudover (regional branche); resten af sidstnævnte, %s, hører til allokeringseffekten.",
		c.signed(a.RegionalHomothetic, c.decimals()), c.signed(a.RegionalIndustryHomothetic, c.decimals()), c.signed(a.RegionalIndustryRemainder, c.decimals()))
}

func (c *Chapter) dynamicProse(static, dynamic structure.ShiftShareResult) string {
	t, s := dynamic.Total, static.Total
	return c.say(
		"Added up over pairs of years, so that mix and rates of growth are never older than a year, the national share is **%s** (from the first year to the last: %s), the industry mix **%s** (%s) and the regional shift **%s** (%s).",
		"Lagt sammen over par af år, så sammensætning og vækstrater aldrig er mere end et år gamle, er den nationale effekt **%s** (fra første til sidste år: %s), brancheeffekten **%s** (%s) og den regionale effekt **%s** (%s).",
		c.signed(t.NationalShare, c.decimals()), c.signed(s.NationalShare, c.decimals()), c.signed(t.IndustryMix, c.decimals()), c.signed(s.IndustryMix, c.decimals()), c.signed(t.RegionalShift, c.decimals()), c.signed(s.RegionalShift, c.decimals()))
}

// shiftShareRegions divides the growth of each region, which add up to the whole.
func (c *Chapter) shiftShareRegions(whole structure.ShiftShareResult, years []int) ([]notebook.Block, error) {
	if !c.byRegion {
		return nil, nil
	}
	v := growth.View{Columns: []growth.ViewColumn{{Name: "level"}, {Name: "region"}, {Name: "method"}, {Name: "from_year", Unit: "year"}, {Name: "to_year", Unit: "year"}}}
	for _, name := range []string{"base", "end", "change", "national_share", "industry_mix", "regional_shift"} {
		v.Columns = append(v.Columns, growth.ViewColumn{Name: name, Unit: whole.Unit})
	}
	row := func(level, region string, t structure.ShiftShareLine) {
		entries := []growth.Entry{growth.TextOf(level), growth.TextOf(region), growth.TextOf(whole.Method.String()), growth.NumberOf(float64(years[0])), growth.NumberOf(float64(years[len(years)-1]))}
		for _, x := range []float64{t.Base, t.End, t.Change, t.NationalShare, t.IndustryMix, t.RegionalShift} {
			entries = append(entries, growth.NumberOf(x))
		}
		v.Rows = append(v.Rows, entries)
	}
	for _, region := range c.everyRegion() {
		r, err := structure.TableShiftShare(structure.Dunn, c.table, c.economy, &structure.TableShiftShareOptions{Region: region, Years: years})
		switch {
		case errors.Is(err, structure.ErrEmpty):
			c.warn(structure.About{Dimension: "region", Group: region, Warning: err})
			continue
		case err != nil:
			return nil, c.located(err)
		}
		row("region", region, r.Total)
		for _, w := range r.Warnings {
			if a, ok := w.(structure.About); !ok || a.Dimension != "year" { // those are of the tables, and said already
				c.warn(structure.About{Dimension: "region", Group: region, Warning: w})
			}
		}
	}
	row("total", "", whole.Total)
	t := c.show(v, "shift-share-regions", c.say("Dunn by region, %s, %d–%d", "Dunn efter region, %s, %d–%d", c.unit(), years[0], years[len(years)-1]), "region", "base", "end", "change", "national_share", "industry_mix", "regional_shift")
	t.Columns[1].Header, t.Columns[2].Header = fmt.Sprint(years[0]), fmt.Sprint(years[len(years)-1])
	t.Note = c.say("Every region against all of the reference.", "Hver region over for hele referencen.")
	return []notebook.Block{t}, nil
}

// everyRegion lists the regions with a name, in the order of the table.
func (c *Chapter) everyRegion() []string {
	seen := map[string]bool{"": true}
	var out []string
	for _, r := range c.table.Rows {
		if region := r.Key[1]; !seen[region] {
			seen[region] = true
			out = append(out, region)
		}
	}
	slices.Sort(out)
	return out
}
