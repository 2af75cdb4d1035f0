package chapter

import (
	"fmt"
	"slices"
	"strings"

	"smartcity/examples/command"
	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/sector"
	"smartcity/sector/dynamics"
)

// caveats puts the warnings of a section into words, but for those of the panel,
// which are said where it is introduced.
func (c *Chapter) caveats(warnings []error) []notebook.Block {
	panel := c.panel.Warnings()
	return c.warn(slices.DeleteFunc(slices.Clone(warnings), func(w error) bool { return slices.Contains(panel, w) }))
}

// warn puts warnings into words, several of a kind into one sentence.
func (c *Chapter) warn(warnings []error) []notebook.Block {
	var sentences []string
	for _, w := range fold(warnings) {
		text, ok := c.warning(w)
		if !ok {
			text = notebook.Text(w.Error()) // a kind that this program does not know yet
		}
		sentences = append(sentences, text)
	}
	switch len(sentences) {
	case 0:
		return nil
	case 1:
		return []notebook.Block{notebook.Warning(sentences[0])}
	}
	return []notebook.Block{notebook.Warning("- " + strings.Join(sentences, "\n- "))}
}

// fold joins warnings that say the same of several years or rules.
func fold(warnings []error) []error {
	var out []error
next:
	for _, w := range warnings {
		for i := range out {
			if joined := join(out[i], w); joined != nil {
				out[i] = joined
				continue next
			}
		}
		out = append(out, w)
	}
	return out
}

// join makes one warning of two, or returns nil.
func join(a, b error) error {
	switch a := a.(type) {
	case *dynamics.FewFirms:
		if b, ok := b.(*dynamics.FewFirms); ok {
			return &dynamics.FewFirms{Rows: a.Rows + b.Rows}
		}
	case *dynamics.FirmsNotKnown:
		if b, ok := b.(*dynamics.FirmsNotKnown); ok {
			return &dynamics.FirmsNotKnown{Firms: a.Firms + b.Firms, Weight: max(a.Weight, b.Weight)}
		}
	case *dynamics.ZeroWeight:
		if b, ok := b.(*dynamics.ZeroWeight); ok {
			return &dynamics.ZeroWeight{FirmYears: a.FirmYears + b.FirmYears}
		}
	case *dynamics.RevenuePerJobNotKnown:
		if b, ok := b.(*dynamics.RevenuePerJobNotKnown); ok {
			return &dynamics.RevenuePerJobNotKnown{
				LeftOut: dynamics.LeftOut{Missing: a.Missing + b.Missing, Suppressed: a.Suppressed + b.Suppressed},
				Gaps:    a.Gaps + b.Gaps, NoJobs: a.NoJobs + b.NoJobs, NoLogarithm: a.NoLogarithm + b.NoLogarithm,
			}
		}
	case *dynamics.MeasureDiffers:
		if b, ok := b.(*dynamics.MeasureDiffers); ok && a.Meant == b.Meant && a.Used == b.Used {
			return &dynamics.MeasureDiffers{Rule: a.Rule + "\n" + b.Rule, Meant: a.Meant, Used: a.Used}
		}
	case *dynamics.BirthsNotKnown: // rules look at the same companies
		if b, ok := b.(*dynamics.BirthsNotKnown); ok {
			return &dynamics.BirthsNotKnown{Companies: max(a.Companies, b.Companies)}
		}
	case *dynamics.AgesNotKnown:
		if b, ok := b.(*dynamics.AgesNotKnown); ok {
			return &dynamics.AgesNotKnown{Companies: max(a.Companies, b.Companies)}
		}
	case *dynamics.YearsApart:
		if b, ok := b.(*dynamics.YearsApart); ok && *a == *b {
			return a
		}
	}
	return nil
}

// warning says a typed warning in the reader's language, false for a kind that
// it does not know.
func (c *Chapter) warning(w error) (string, bool) {
	l := c.Lang
	say := func(english, danish string, args ...any) (string, bool) {
		return fmt.Sprintf(l.Pick(english, danish), args...), true
	}
	switch w := w.(type) {
	case *dynamics.RowsLeftOut:
		return say("Left out of the panel, since they cannot be followed over years: %s without a company number, and %s that are workplaces or several companies in one.",
			"Udeladt af panelet, da de ikke kan følges over årene: %s uden virksomhedsnummer og %s, der er arbejdssteder eller flere virksomheder i én.", c.rows(w.NoID), c.rows(w.NotOneFirm))
	case *dynamics.RowsJoined:
		how := map[dynamics.Repeated][2]string{
			dynamics.SumRepeated: {"their figures are added up", "deres tal er lagt sammen"}, dynamics.FirstRepeated: {"the first is taken", "den første er brugt"}, dynamics.LastRepeated: {"the last is taken", "den sidste er brugt"},
		}[w.How]
		return say("Several rows of one company in one year have become one: %s of %s; %s.", "Flere rækker for én virksomhed i ét år er gjort til én: %s for %s; %s.",
			c.rows(w.Rows), c.count(w.CompanyYears, "company-year", "company-years", "virksomhedsår", "virksomhedsår"), l.Pick(how[0], how[1]))
	case *dynamics.FoundedDiffers:
		return say("Different founding years are stated for %s; the earliest is taken.", "For %s er der oplyst forskellige stiftelsesår; det tidligste er brugt.", c.companies(w.Companies))
	case *dynamics.YearsApart:
		return say("The years %d and %d are %d years apart: what happened between them is not the flow of a year, and who came and went meanwhile is not seen.",
			"Der er %[3]d år mellem %[1]d og %[2]d: Det, der er sket imellem dem, er ikke et års strømme, og hvem der kom og gik undervejs, ses ikke.", w.From, w.To, w.To-w.From)
	case *dynamics.FewFirms:
		return say("Rows behind these tables, all years included, with figures that rest on one or two companies: %s. Whoever knows one of them can tell the figures of the other: they are not fit for publication as they stand.",
			"Rækker bag tabellerne, alle år medregnet, med tal, der hviler på en eller to virksomheder: %s. Den, der kender den ene, kan regne den andens tal ud: De kan ikke offentliggøres, som de står.", c.whole(w.Rows))
	case *dynamics.FoundedBefore:
		return say("Births of companies that state an earlier founding year: %s. They are new to the data, not new: they may have a new number, have come from outside the field, or have been in a gap when the panel began.",
			"Nye virksomheder, der oplyser et tidligere stiftelsesår: %s. De er nye i data, men ikke nye: De kan have fået nyt nummer, være kommet til udefra eller have holdt pause, da panelet begyndte.", c.whole(w.Births))
	case *dynamics.MeasureDiffers:
		var names []string
		for name := range strings.SplitSeq(w.Rule, "\n") {
			names = append(names, notebook.Text(c.rule(name)))
		}
		return say("Meant in %s and applied to %s here: %s.", "Ment i %s og her anvendt på %s: %s.", c.measureName(w.Meant), c.measureName(w.Used), strings.Join(names, "; "))
	case *dynamics.BirthsNotKnown:
		return say("Up to %s a rule may have been born in the start year, and ought then to be excluded: the panel begins there, or skips the year before, and they state no founding year.",
			"Op til %s pr. regel kan være nye i startåret og skulle da udelades: Panelet begynder dér eller springer året før over, og de oplyser intet stiftelsesår.", c.companies(w.Companies))
	case *dynamics.AgesNotKnown:
		return say("Up to %s a rule with high growth are of an age that is not known, and are not counted as gazelles.",
			"Op til %s pr. regel med højvækst har en alder, der ikke kendes, og regnes ikke som gazeller.", c.companies(w.Companies))
	case *dynamics.FirmsNotCompared:
		return say("Left out of both years, since a figure is not known: %s (%s that stayed, %s that came, %s that left), with %s of the known jobs of the first year and %s of those of the second.",
			"Udeladt i begge år, da et tal ikke kendes: %s (%s, der blev, %s, der kom, og %s, der ophørte) med %s af de kendte job i det første år og %s i det andet.",
			c.companies(w.Continuers+w.Entrants+w.Exiters), c.whole(w.Continuers), c.whole(w.Entrants), c.whole(w.Exiters), l.Percent(w.Weight0, 2), l.Percent(w.Weight1, 2))
	case *dynamics.FirmsNotKnown:
		return say("Left out of a year, since a figure is not known in it: %s, with at most %s of the known jobs of a year.",
			"Udeladt i et år, da et tal ikke kendes i det: %s med højst %s af et års kendte job.", c.count(w.Firms, "company-year", "company-years", "virksomhedsår", "virksomhedsår"), l.Percent(w.Weight, 2))
	case *dynamics.ZeroWeight:
		return say("Of no weight in a year, but counted as there: %s.", "Uden vægt i et år, men regnet med: %s.", c.count(w.FirmYears, "company-year", "company-years", "virksomhedsår", "virksomhedsår"))
	case *dynamics.RevenuePerJobNotKnown:
		var why []string
		for _, reason := range []struct {
			n      int
			en, da string
		}{
			{w.Missing, "a figure is not stated", "et tal er uoplyst"}, {w.Suppressed, "a figure is suppressed", "et tal er diskretioneret"},
			{w.Gaps, "in a gap", "på pause"}, {w.NoJobs, "no jobs", "ingen job"}, {w.NoLogarithm, "revenue without a logarithm", "omsætning uden logaritme"},
		} {
			if reason.n > 0 {
				why = append(why, l.Pick(reason.en, reason.da)+" "+c.whole(reason.n))
			}
		}
		return say("Why %s is not known, in number of cases: %s.", "Hvorfor %s ikke kendes, i antal tilfælde: %s.", c.perJobName(), strings.Join(why, ", "))
	case *dynamics.SectorsNotKnown:
		return say("Sectors left out of both years and of the total, since a figure is not known: %s.", "Brancher, der er udeladt i begge år og i totalen, da et tal ikke kendes: %s.", c.names(w.Sectors))
	case *growth.LeftOut:
		if w.Zero != "" {
			return say("Left out of the growth accounting and its total: %s, which in %s has figures of its own, but zero, or not known, in “%s”.", "Udeladt af vækstregnskabet og dets total: %s, som i %s har egne tal, men nul eller intet kendt tal i »%s«.",
				c.names([]string{w.Name}), joinYears(w.Years, l.Pick(" and ", " og ")), c.factor(w.Zero))
		}
		return say("Left out of the growth accounting and its total: %s, where no company can be counted in %s.", "Udeladt af vækstregnskabet og dets total: %s, hvor ingen virksomhed kan regnes med i %s.",
			c.names([]string{w.Name}), joinYears(w.Years, l.Pick(" and ", " og ")))
	case *growth.ZeroLimit:
		return say("In %s the factor “%s” is zero in %d; its effect is the limit.", "I %s er faktoren »%s« nul i %d; dens virkning er grænseværdien.", c.names([]string{w.Name}), c.factor(w.Factor), w.Year)
	case *sector.YearsMixed:
		return say("Figures of %d–%d are added up.", "Tal for %d–%d er lagt sammen.", w.First, w.Last)
	}
	words := command.Warning(w, l) // of reading
	return words, words != ""
}

// names lists sectors.
func (c *Chapter) names(sectors []string) string {
	var names []string
	for _, s := range sectors {
		names = append(names, notebook.Text(c.Lang.GroupName(s)))
	}
	return strings.Join(names, ", ")
}

// factor is the name of a factor of growth accounting.
func (c *Chapter) factor(name string) string {
	switch name {
	case "companies":
		return c.Lang.Pick("companies", "virksomheder")
	case "fte_per_company", "employees_per_company":
		return c.Lang.Pick("jobs per company", "job pr. virksomhed")
	}
	return c.perJobName()
}

func joinYears(years []int, and string) string {
	var words []string
	for _, y := range years {
		words = append(words, fmt.Sprint(y))
	}
	return strings.Join(words, and)
}
