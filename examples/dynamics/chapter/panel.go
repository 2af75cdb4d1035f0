package chapter

import (
	"fmt"
	"slices"
	"strings"

	"smartcity/examples/notebook"
	"smartcity/sector/dynamics"
)

// followed says who is in the panel, what counts as a birth and a death, and what
// is left out.
func (c *Chapter) followed() ([]notebook.Block, error) {
	l := c.Lang
	companyYears := c.count(c.panel.Len(), "company-year", "company-years", "virksomhedsår", "virksomhedsår")
	text := fmt.Sprintf(l.Pick(
		"The panel holds %s of %s, %d–%d. Jobs are %s.", "Panelet rummer %s for %s, %d–%d. Job er %s."),
		companyYears, c.companies(c.panel.Companies()), c.first, c.last, c.jobsName())
	if c.hasRevenue() {
		text += fmt.Sprintf(l.Pick(" Revenue is in %s, current prices.", " Omsætning er i %s og løbende priser."), c.currency())
	}
	text += "\n\n" + l.Pick(
		"A company is *active* in a year in which it has jobs, or has a row with a job figure that is not known. It is *born* in the year in which it is first active and *dies* after the one in which it is last active, as in the Business Dynamics Statistics of the US Census Bureau; years of absence between two active ones are a gap, neither death nor birth. So nobody is born in the first year of the panel and nobody dies in the last, and a death in the last years may yet turn out to be a gap. The panel sees company numbers: a change of number looks like a death and a birth, and a merger like a death.",
		"En virksomhed er *aktiv* i et år, hvor den har job, eller hvor den har en række med et jobtal, der ikke kendes. Den er *ny* det år, den første gang er aktiv, og *ophører* efter det år, den sidst er aktiv, som i US Census Bureaus Business Dynamics Statistics; år uden aktivitet imellem to aktive er en pause, hverken ophør eller start. Derfor har panelets første år ingen nye virksomheder og det sidste ingen ophørte, og et ophør i de sidste år kan vise sig at være en pause. Panelet ser virksomhedsnumre: Et nyt nummer ligner et ophør og en ny virksomhed, og en fusion ligner et ophør.")
	if n := len(c.read.Rejected); n > 0 {
		text += "\n\n" + fmt.Sprintf(l.Pick("Left out as wrong when the file was read: %s.", "Udeladt som forkerte, da filen blev læst: %s."), c.rows(n))
	}
	if len(c.panel.Warnings()) == 0 {
		text += "\n\n" + l.Pick("Every row that was read is one company in one year and is in the panel.", "Hver række, der er læst, er én virksomhed i ét år og indgår i panelet.")
	}
	var left, there []int
	for i := range c.flows.Totals {
		f := &c.flows.Totals[i].Firms
		left, there = append(left, f.LeftOut.Total()), append(there, f.Measured+f.LeftOut.Total())
	}
	text += " " + fmt.Sprintf(l.Pick(
		"A figure that is not known is never taken for zero: it keeps a company out of the pairs of years that need it, and out of no others. Companies kept out in this way, a pair: %s of %s.",
		"Et tal, der ikke kendes, regnes aldrig for nul: Det holder virksomheden ude af de par af år, der har brug for det, og ikke af andre. Virksomheder, der således holdes ude, pr. årspar: %s af %s."),
		c.between(left), c.between(there))
	table := c.show("job-flows", l.Pick("Companies followed from year to year", "Virksomheder fulgt fra år til år"), c.flows.View(), rows{level: "total"},
		"period", "firms_from", "firms", "measured", "missing", "suppressed", "firms_paused", "firms_returned")
	table.Note = l.Pick("Not stated, suppressed: companies left out of the job flows of the pair.", "Uoplyst, diskretioneret: virksomheder, der ikke indgår i årsparrets jobstrømme.")
	blocks := []notebook.Block{notebook.Heading{Text: l.Pick("Whom this chapter follows", "Hvem kapitlet følger")}, prose(text), table}
	return append(blocks, c.warn(slices.Concat(c.read.Warnings, c.panel.Warnings()))...), nil
}

// method names every choice that the figures rest on.
func (c *Chapter) method() ([]notebook.Block, error) {
	l := c.Lang
	items := []string{
		fmt.Sprintf(l.Pick("Active: `%s` (jobs, or jobs not known). Gaps: `%s` (neither death nor birth).", "Aktiv: `%s` (job, eller job ikke kendt). Pauser: `%s` (hverken ophør eller start)."), dynamics.ActiveWithJobs, dynamics.GapsApart),
		l.Pick("Job flows: Davis, Haltiwanger and Schuh (1996), named and scaled as in the Business Dynamics Statistics; rates are in per cent of the mean of the two years. What the BDS calls *reallocation rate* is that of excess reallocation.",
			"Jobstrømme: Davis, Haltiwanger og Schuh (1996), navngivet og skaleret som i Business Dynamics Statistics; andele er i pct. af gennemsnittet af de to år. Det, BDS kalder *reallocation rate*, er den overskydende reallokering."),
		l.Pick("A company that changes sector belongs, with its growth, where it is in the second year; the jobs it had move there and are neither created nor destroyed.",
			"En virksomhed, der skifter branche, hører med sin vækst til der, hvor den er i det andet år; de job, den havde, flytter med og er hverken skabt eller nedlagt."),
		l.Pick("Survival: Eurostat–OECD Manual on Business Demography Statistics (2007), without a search for take-overs; a company in a gap is alive.",
			"Overlevelse: Eurostat–OECD Manual on Business Demography Statistics (2007), uden søgning efter overtagelser; en virksomhed på pause lever."),
		fmt.Sprintf(l.Pick("%s: revenue over jobs, weighted by jobs, in levels and current prices. It is not productivity, which needs value added.",
			"%s: omsætning over job, vægtet med job, i niveauer og løbende priser. Det er ikke produktivitet, som kræver værditilvækst."), capital(c.perJobName())),
		fmt.Sprintf(l.Pick("By sector: `%s` (Fabricant 1942).", "Efter branche: `%s` (Fabricant 1942)."), dynamics.AgainstZero),
		l.Pick("Growth accounting: additive log-mean Divisia index, LMDI-I (Ang 2005), in each sector, added up over sectors.",
			"Vækstregnskab: additivt log-middel-Divisia-indeks, LMDI-I (Ang 2005), i hver branche og lagt sammen over brancherne."),
		l.Pick("Totals come from the data, so that printed parts, which are rounded, may differ from them in the last digit.",
			"Totaler er beregnet ud fra data, så trykte dele, der er afrundet, kan afvige fra dem på sidste ciffer."),
	}
	var text strings.Builder
	for _, item := range items {
		text.WriteString("- " + item + "\n")
	}
	return []notebook.Block{notebook.Heading{Text: l.Pick("Method", "Metode")}, prose(text.String())}, nil
}
