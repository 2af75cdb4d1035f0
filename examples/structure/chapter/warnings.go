package chapter

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"smartcity/examples/command"
	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/sector"
	"smartcity/sector/disclosure"
	"smartcity/sector/structure"
)

// warning puts a typed warning into the reader's words; "" if there are none for
// its kind. Names from data are escaped for Markdown.
func (s *Settings) warning(w error) string {
	switch w := w.(type) {
	case structure.About:
		return s.about(w.Dimension, []string{w.Group}) + ": " + s.warning(w.Warning)
	case structure.Incomplete:
		return s.say("%s of %s items are left out because a figure of theirs is not known; shares are of what is known.", "%s af %s poster er udeladt, fordi et af deres tal ikke kendes; andele er af det, der kendes.", s.count(w.LeftOut), s.count(w.N+w.LeftOut))
	case structure.PartlyKnown:
		return s.say("%s: sums and ratios are without %s not stated and %s suppressed.", "%s: summer og forholdstal er uden %s uoplyste og %s diskretionerede tal.", s.figureOf(w.Of), s.count(w.Missing), s.count(w.Suppressed))
	case structure.FewFirms:
		return s.say("Fewer than three companies stand behind: %s. Such figures tell of single ones and are to be protected before they are published.", "Færre end tre virksomheder ligger bag: %s. Sådanne tal fortæller om enkelte og skal beskyttes, før de offentliggøres.", s.list(w.Groups))
	case structure.ZeroFigures:
		return s.say("Theil’s L is not given: it is infinite as soon as one figure is zero (zeros: %s). T is given.", "Theils L er ikke angivet: den er uendelig, så snart ét tal er nul (antal nuller: %s). T er angivet.", s.count(w.Count))
	case structure.Unreferenced:
		return s.say("Items of which the reference has nothing have no location quotient: %s.", "Poster, som referencen intet har af, har ingen lokaliseringskvotient: %s.", s.places(w.Items))
	case structure.EmptyRegions:
		return s.say("Regions of which all figures are zero have no location quotients: %s.", "Regioner, hvor alle tal er nul, har ingen lokaliseringskvotienter: %s.", s.places(w.Regions))
	case structure.PartsExceed:
		return s.say("%s: the parts add up to %s, more than their total of %s.", "%s: delene giver tilsammen %s, mere end deres total på %s.", s.name(w.Argument), s.number(w.Sum, -1), s.number(w.Total, -1))
	case structure.AboveOne:
		return s.say("The weighted Gini coefficient is %s when normalised by n/(n − 1): the weights differ too much for that.", "Den vægtede Gini-koefficient er %s, når den normeres med n/(n − 1): dertil er vægtene for forskellige.", s.number(w.Normalised, 3))
	case structure.PlantsLeftOut:
		return s.say("%s of %s companies are left out because their size or region is not known.", "%s af %s virksomheder er udeladt, fordi deres størrelse eller region ikke kendes.", s.count(w.LeftOut), s.count(w.Plants+w.LeftOut))
	case structure.NotInReference:
		if w.Dimension == "region" {
			return s.say("Regions that the reference does not have are left out of the comparison: %s.", "Regioner, som referencen ikke har, er udeladt af sammenligningen: %s.", s.list(w.Groups))
		}
		return s.say("Sectors that the reference does not have are left out of the comparison: %s.", "Brancher, som referencen ikke har, er udeladt af sammenligningen: %s.", s.list(w.Groups))
	case structure.OnlyInReference:
		return s.say("Sectors of the reference in which there are no companies count as zero: %s.", "Brancher i referencen, hvor der ingen virksomheder er, regnes som nul: %s.", s.list(w.Sectors))
	case structure.SectorsLeftOut:
		var parts []string
		if len(w.Missing) > 0 {
			parts = append(parts, s.say("not stated: %s", "uoplyst: %s", s.list(w.Missing)))
		}
		if len(w.Suppressed) > 0 {
			parts = append(parts, s.say("suppressed: %s", "diskretioneret: %s", s.list(w.Suppressed)))
		}
		return s.say("Shift-share leaves out sectors whose figures are not known in all years, here and in the reference (%s).", "Shift-share udelader brancher, hvis tal ikke kendes i alle år her og i referencen (%s).", strings.Join(parts, "; "))
	case structure.NoBase:
		if w.Nation {
			return s.say("In %d the reference has nothing to grow from in: %s. Their change is not divided.", "I %d har referencen intet at vokse fra i: %s. Deres ændring er ikke opdelt.", w.Year, s.list(w.Sectors))
		}
		return s.say("In %d there was nothing to grow from in: %s. Not all of their change can be divided.", "I %d var der intet at vokse fra i: %s. Ikke hele deres ændring kan opdeles.", w.Year, s.list(w.Sectors))
	case structure.LargerThanNation:
		return s.say("In %d the companies have more than the reference that they should be part of, in: %s.", "I %d har virksomhederne mere end den reference, de skulle være en del af, i: %s.", w.Year, s.list(w.Sectors))
	case structure.YearsSkipped:
		return s.say("Shift-share takes the way from %d to %d in one step: the years between are not there.", "Shift-share tager vejen fra %d til %d i ét skridt: årene imellem mangler.", w.From, w.To)
	case structure.TiedAtCut:
		return s.say("The list of the largest ends between equals: as large as its last, %s, is the number of companies not in it, %s.", "Listen over de største slutter mellem lige store: lige så store som dens sidste, %s, er så mange uden for den: %s.", s.number(w.Figure, -1), s.count(w.LeftOff))
	case structure.NegativeFigures:
		return s.say("Companies with a negative figure: %s. Shares of a sum with such figures mean nothing and are not given.", "Virksomheder med et negativt tal: %s. Andele af en sum med sådanne tal siger intet og er ikke angivet.", s.count(w.Companies))
	case structure.Unfollowed:
		return s.say("Companies without a number cannot be followed from year to year: %s in the first year, %s in the last.", "Virksomheder uden nummer kan ikke følges fra år til år: %s i det første år, %s i det sidste.", s.count(w.From), s.count(w.To))
	case *growth.LeftOut:
		return s.say("%s is left out of the contributions to growth and of their total: its figures are not known in %s.", "%s er udeladt af bidragene til væksten og af deres total: dens tal kendes ikke i %s.", s.name(w.Name), s.years(w.Years))
	case *disclosure.SmallCells:
		return s.say("Cells by sector and region with figures of fewer than %d companies: %s. Such figures tell of single ones and are to be protected before they are published.", "Celler efter branche og region med tal for færre end %d virksomheder: %s. Sådanne tal fortæller om enkelte og skal beskyttes, før de offentliggøres.", w.Fewer, s.count(len(w.Cells)))
	case *sector.YearsMixed:
		return s.say("Figures of %d–%d are added up.", "Tal for %d–%d er lagt sammen.", w.First, w.Last)
	}
	if words := command.Warning(w, s.Lang); words != "" {
		return words
	}
	return s.reason(w)
}

// reason puts what keeps a measure from being computed into words.
func (s *Settings) reason(err error) string {
	for _, r := range []struct {
		err             error
		english, danish string
	}{
		{structure.ErrEmpty, "no figure is known, so that a measure is missing.", "intet tal kendes, så et mål mangler."},
		{structure.ErrNegative, "a figure is negative, and measures of shares are not defined.", "et tal er negativt, og mål for andele er ikke defineret."},
		{structure.ErrZeroTotal, "the figures add up to zero, so that there are no shares.", "tallene giver nul tilsammen, så der er ingen andele."},
		{structure.ErrInfinite, "a figure or a sum is too large to compute with.", "et tal eller en sum er for stor at regne med."},
		{structure.ErrTooFarApart, "the figures are too far apart to compute with.", "tallene ligger for langt fra hinanden at regne med."},
		{structure.ErrLength, "the figures to be compared are not equally many.", "der er ikke lige mange tal at sammenligne."},
		{structure.ErrNoReference, "there is a figure where the reference has none, so that there is no location quotient.", "der er et tal, hvor referencen intet har, så der er ingen lokaliseringskvotient."},
		{structure.ErrPart, "a part is larger than its whole.", "en del er større end det hele."},
		{structure.ErrUndefined, "the measure is not defined, as for a single company or a single region.", "målet er ikke defineret, som for en enkelt virksomhed eller en enkelt region."},
	} {
		if errors.Is(err, r.err) {
			return s.Lang.Pick(r.english, r.danish)
		}
	}
	return ""
}

// cannot is what stands where a measure cannot be made of these data. Other
// errors remain errors.
func (c *Chapter) cannot(heading notebook.Heading, err error) ([]notebook.Block, error) {
	why := c.reason(err)
	if why == "" {
		return nil, c.located(err)
	}
	return []notebook.Block{heading, notebook.Prose(c.say("This cannot be computed: %s", "Dette kan ikke beregnes: %s", why))}, nil
}

// about names the groups that a warning is about.
func (s *Settings) about(dimension string, groups []string) string {
	one, ok := map[string][4]string{
		"sector": {"Sector", "Branchen", "Sectors", "Brancherne"},
		"region": {"Region", "Regionen", "Regions", "Regionerne"},
		"year":   {"Year", "Året", "Years", "Årene"},
	}[dimension]
	if !ok {
		panic("chapter: no words for the dimension " + dimension)
	}
	if len(groups) == 1 {
		return s.Lang.Pick(one[0], one[1]) + " " + s.list(groups)
	}
	return s.Lang.Pick(one[2], one[3]) + " " + s.list(groups)
}

// figureOf names what is not known.
func (s *Settings) figureOf(of string) string {
	text, ok := map[string][2]string{
		"fte": {"FTE", "Årsværk"}, "employees": {"Employees", "Ansatte"}, "revenue": {"Revenue", "Omsætning"},
		"table": {"Companies", "Virksomhederne"}, "reference": {"Reference", "Referencen"},
	}[of]
	if !ok {
		panic("chapter: no words for figures of " + of)
	}
	return s.Lang.Pick(text[0], text[1])
}

// places lists places in slices, counted from 1.
func (s *Settings) places(items []int) string {
	var out []string
	for _, i := range items {
		out = append(out, s.count(i+1))
	}
	return s.list(out)
}

func (s *Settings) years(years []int) string {
	var out []string
	for _, year := range years {
		out = append(out, fmt.Sprint(year))
	}
	return s.list(out)
}

// sentences says every warning once, and those that are the same for several
// sectors, regions or years together.
func (c *Chapter) sentences() []string {
	type said struct {
		dimension, text string
		groups          []string
	}
	var all []said
	for _, w := range c.warnings {
		if c.inTables(w) {
			continue
		}
		about, isAbout := w.(structure.About)
		if !isAbout {
			about = structure.About{Warning: w}
		}
		text := c.warning(about.Warning)
		if about.Dimension == "year" && about.Group == fmt.Sprint(c.year) && slices.ContainsFunc(all, func(s said) bool { return s.dimension == "" && s.text == text }) {
			continue // the rest of the chapter is of that year
		}
		if text == "" {
			text = notebook.Text(about.Warning.Error())
		}
		i := slices.IndexFunc(all, func(s said) bool { return s.dimension == about.Dimension && s.text == text })
		if i < 0 {
			i = len(all)
			all = append(all, said{dimension: about.Dimension, text: text})
		}
		if isAbout && !slices.Contains(all[i].groups, about.Group) {
			all[i].groups = append(all[i].groups, about.Group)
		}
	}
	var out []string
	for _, s := range all {
		if s.dimension != "" {
			s.text = c.about(s.dimension, s.groups) + ": " + s.text
		}
		out = append(out, capital(s.text))
	}
	return out
}

// inTables reports whether a warning is of what the tables of figures that are
// not known say, or a column of its own.
func (c *Chapter) inTables(w error) bool {
	about, isAbout := w.(structure.About)
	if isAbout {
		w = about.Warning
	}
	switch w := w.(type) {
	case structure.PartlyKnown:
		return w.Of == "table" || isAbout && about.Dimension == "sector"
	case structure.PlantsLeftOut:
		return isAbout
	}
	return false
}
