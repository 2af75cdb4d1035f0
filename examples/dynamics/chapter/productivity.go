package chapter

import (
	"errors"
	"fmt"
	"strings"

	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/sector/dynamics"
	"smartcity/sector/sectorplot"
)

// revenuePerJob opens the sections on revenue per job.
func (c *Chapter) revenuePerJob() ([]notebook.Block, error) {
	l := c.Lang
	heading := notebook.Heading{Text: capital(c.perJobName())}
	if !c.hasRevenue() {
		return []notebook.Block{heading, notebook.Note(l.Pick("The file has no company whose jobs and revenue are both known.", "Filen har ingen virksomhed, hvis job og omsætning begge kendes."))}, nil
	}
	blocks := []notebook.Block{heading, prose(fmt.Sprintf(l.Pick(
		"%s is the revenue of all companies over their jobs. It is not productivity, for which value added would have to be known, and in current prices it holds inflation. It is made of the companies that have jobs and of which both figures are known. Where two years are compared company by company, one with a figure that is not known in one year is left out of both, so that the aggregates differ a little from those of the years and sectors.",
		"%s er virksomhedernes omsætning delt med deres job. Det er ikke produktivitet, som kræver, at værditilvæksten kendes, og i løbende priser indeholder det inflation. Det bygger på de virksomheder, der har job, og hvor begge tal kendes. Hvor to år sammenlignes virksomhed for virksomhed, udelades den, der har et ukendt tal i det ene år, i begge, så de samlede tal afviger lidt fra årenes og branchernes."),
		capital(c.perJobName())))}
	if !c.perJob(c.last).Known() {
		return blocks, nil // no chart of the last year
	}
	chart, err := sectorplot.NewRevenuePerJobPage(c.earning, c.last, growthplot.Text{Source: l.Pick("Own calculation from ", "Egne beregninger ud fra ") + c.read.File + "."}, growthplot.Style{Lang: l})
	if err != nil {
		return blocks, err
	}
	data := notebook.Table{
		Name: "revenue-per-job", Caption: fmt.Sprintf(l.Pick("%s by sector and year", "%s efter branche og år"), capital(c.perJobName())),
		Columns: []notebook.Column{
			{Name: "sector", Header: l.Pick("Sector", "Branche")}, {Name: "year", Header: l.Pick("Year", "År"), Year: true},
			{Name: "revenue_per_" + c.Measure.String(), Header: capital(c.perJobName()), Unit: c.currency()},
		},
	}
	file := notebook.Table{Name: data.Name, Columns: data.Columns}
	for _, r := range c.earning.Rows {
		figures := []notebook.Cell{notebook.Num(float64(r.Year)), notebook.Num(r.RevenuePerJob.Float64())}
		data.Rows = append(data.Rows, append([]notebook.Cell{notebook.Str(c.Lang.GroupName(r.Key[0]))}, figures...))
		file.Rows = append(file.Rows, append([]notebook.Cell{notebook.Str(r.Key[0])}, figures...))
	}
	data.Data = &file
	return append(blocks, notebook.Chart{Name: "revenue-per-job-by-sector", Picture: chart, Data: &data}), nil
}

// methods divides the change by all six methods and says what each means.
func (c *Chapter) methods() ([]notebook.Block, error) {
	if !c.hasRevenue() {
		return nil, nil
	}
	l := c.Lang
	blocks := []notebook.Block{notebook.Heading{Level: 3, Text: l.Pick("Who stays, who comes and who goes", "Hvem der bliver, kommer og går")}}
	change, err := dynamics.CompareRevenuePerJob(c.panel, c.first, c.last, dynamics.RevenuePerJobOptions{})
	if err != nil {
		return blocks, err
	}
	text := fmt.Sprintf(l.Pick(
		"From %d to %d %s went from %s to %s: %s (%s). %s stayed, %s came and had %s of the jobs in %d, %s left and had %s of those in %d. Each method divides that same change; they differ in what newcomers and leavers are held against.",
		"Fra %d til %d gik %s fra %s til %s: %s (%s). %s blev, %s kom til og havde %s af jobbene i %d, %s ophørte og havde %s af dem i %d. Hver metode deler den samme ændring; de adskiller sig ved, hvad de nye og de ophørte måles mod."),
		c.first, c.last, c.perJobName(), c.money(change.Before), c.money(change.After), c.part(change.Change), signed(ratio(change.Change, change.Before), func(x float64) string { return l.Percent(x, 1) }),
		c.companies(change.Continuers), c.whole(change.Entrants), l.Percent(change.EntrantShare, 1), c.last, c.whole(change.Exiters), l.Percent(change.ExiterShare, 1), c.first)
	table := c.show("revenue-per-job-methods", fmt.Sprintf(l.Pick("Change of %s by six methods, %d–%d", "Ændring i %s efter seks metoder, %d–%d"), c.perJobName(), c.first, c.last), change.View(), rows{blank: "–"},
		"method", "before", "after", "change", "within", "between", "cross", "entry", "exit")
	table.Note = l.Pick("Change = within + between + cross + entry + exit. –: the method has no such part.", "Ændring = inden for + mellem + krydsled + tilgang + afgang. –: metoden har ikke den del.")
	var meaning strings.Builder
	for _, m := range dynamics.DecompositionMethods() {
		d, err := change.Decompose(m)
		why := c.refusal(err)
		if err != nil && why == "" {
			return blocks, err
		}
		if err == nil {
			why = c.meaning(d)
		}
		fmt.Fprintf(&meaning, "- **%s**, %s: %s\n", m, c.paper(m), why)
	}
	blocks = append(blocks, prose(text), table, prose(meaning.String()))
	return append(blocks, c.caveats(change.Warnings)...), nil
}

func (c *Chapter) paper(m dynamics.DecompositionMethod) string {
	and := c.Lang.Pick("and", "og")
	return [...]string{
		"Baily, Hulten " + and + " Campbell (1992)", "Griliches " + and + " Regev (1995)", "Foster, Haltiwanger " + and + " Krizan (2001)",
		"Baldwin " + and + " Gu (2003)", "Diewert " + and + " Fox (2005)", "Melitz " + and + " Polanec (2015)",
	}[m]
}

// meaning says what the parts of a method stand for, with their figures.
func (c *Chapter) meaning(d *dynamics.Decomposition) string {
	l := c.Lang
	// side says on which side of what they are held against newcomers and leavers
	// lay: a leaver below it raises the aggregate by going.
	side := func(part float64) string {
		return either(part, l.Pick("above", "over"), l.Pick("below", "under"), l.Pick("level with", "på højde med"))
	}
	switch d.Method {
	case dynamics.BailyHultenCampbell:
		return fmt.Sprintf(l.Pick(
			"newcomers count with all they bring (%s) and leavers with all they take (%s), so the two say how much came and went, not whether it was better. Growth inside companies gives %s, jobs moving between them %s.",
			"de nye tæller med alt, hvad de bringer (%s), og de ophørte med alt, hvad de tager med sig (%s), så de to viser, hvor meget der kom og gik, ikke om det var bedre. Vækst inden for virksomhederne giver %s, job, der flytter mellem dem, %s."),
			c.part(d.Entry), c.part(d.Exit), c.part(d.Within), c.part(d.Between))
	case dynamics.GrilichesRegev:
		return fmt.Sprintf(l.Pick(
			"everybody is held against the mean of both years' aggregates. Newcomers lay %s it (%s), leavers %s it (%s).",
			"alle måles mod gennemsnittet af de to års samlede tal. De nye lå %s det (%s), de ophørte %s det (%s)."),
			side(d.Entry), c.part(d.Entry), side(-d.Exit), c.part(d.Exit))
	case dynamics.FosterHaltiwangerKrizan:
		return fmt.Sprintf(l.Pick(
			"everybody is held against the first year's aggregate: newcomers lay %s it (%s), leavers %s it (%s). Only here the cross part (%s) stands alone: it is negative where companies whose share of jobs rose fell back in %s, or the other way round.",
			"alle måles mod det første års samlede tal: De nye lå %s det (%s), de ophørte %s det (%s). Kun her står krydsleddet (%s) for sig selv: Det er negativt, når virksomheder med stigende andel af jobbene gik tilbage i %s, eller omvendt."),
			side(d.Entry), c.part(d.Entry), side(-d.Exit), c.part(d.Exit), c.part(d.Cross), c.perJobName())
	case dynamics.BaldwinGu:
		return fmt.Sprintf(l.Pick(
			"newcomers are held against the leavers whom they replace, and lay %s them (%s); there is no exit part.",
			"de nye måles mod de ophørte, som de erstatter, og lå %s dem (%s); der er ingen afgangsdel."),
			side(d.Entry), c.part(d.Entry))
	case dynamics.DiewertFox:
		return fmt.Sprintf(l.Pick(
			"newcomers are held against those who stayed in the second year, and lay %s them (%s); leavers against those who stayed in the first, and lay %s them (%s). Among those who stayed, their own change gives %s and shifting shares of jobs %s.",
			"de nye måles mod dem, der blev, i det andet år og lå %s dem (%s); de ophørte mod dem, der blev, i det første og lå %s dem (%s). Blandt dem, der blev, giver deres egen ændring %s og forskudte andele af jobbene %s."),
			side(d.Entry), c.part(d.Entry), side(-d.Exit), c.part(d.Exit), c.part(d.Within), c.part(d.Between))
	}
	return fmt.Sprintf(l.Pick(
		"entry and exit as in DF; those who stayed by Olley and Pakes: their unweighted mean changed by %s, and the covariance of size and %s by %s, which is positive where jobs came to lie with companies of higher %[2]s.",
		"tilgang og afgang som i DF; de, der blev, efter Olley og Pakes: Deres simple gennemsnit ændrede sig med %s, og kovariansen mellem størrelse og %s med %s, hvilket er positivt, når jobbene kom til at ligge i virksomheder med højere %[2]s."),
		c.part(d.Within), c.perJobName(), c.part(d.Between))
}

// bySector divides the change into that of sectors and that between them.
func (c *Chapter) bySector() ([]notebook.Block, error) {
	if !c.hasRevenue() {
		return nil, nil
	}
	l := c.Lang
	blocks := []notebook.Block{notebook.Heading{Level: 3, Text: l.Pick("Within sectors and between them", "Inden for og mellem brancher")}}
	d, err := dynamics.RevenuePerJobBySector(c.panel, c.first, c.last, dynamics.AgainstZero)
	if err != nil {
		return blocks, err
	}
	t := d.Total
	text := fmt.Sprintf(l.Pick(
		"Of a change of %s, %s is growth of the sectors' own %s (within), %s comes from jobs moving to sectors where it is %s (static), and %s from jobs moving to sectors where it grows %s (dynamic).",
		"Af en ændring på %s er %s vækst i branchernes egen %s (inden for), %s kommer af, at job flytter til brancher, hvor den er %s (statisk), og %s af, at job flytter til brancher, hvor den vokser %s (dynamisk)."),
		c.part(t.Change), c.part(t.Within), c.perJobName(), c.part(t.Static), either(t.Static, l.Pick("higher", "højere"), l.Pick("lower", "lavere"), l.Pick("the same", "den samme")),
		c.part(t.Dynamic), either(t.Dynamic, l.Pick("faster", "hurtigere"), l.Pick("more slowly", "langsommere"), l.Pick("alike", "lige hurtigt")))
	columns := []string{"sector", "share_before", "share_after", "before", "after", "change", "within", "static", "dynamic"}
	if t.Turnover != 0 {
		text += fmt.Sprintf(l.Pick(" %s comes from sectors that come or go.", " %s kommer af brancher, der kommer til eller falder bort."), c.part(t.Turnover))
		columns = append(columns, "turnover")
	}
	table := c.show("revenue-per-job-by-sector", fmt.Sprintf(l.Pick("Change of %s by sector, %d–%d", "Ændring i %s efter branche, %d–%d"), c.perJobName(), c.first, c.last), d.View(),
		rows{level: "sector", total: true}, columns...)
	table.Note = fmt.Sprintf(l.Pick(
		"Within θ₀Δy, static Δθ·y₀, dynamic ΔθΔy, with y the sector's %s and θ its share of jobs. The change of a sector is the sum of its parts, its contribution to that of the whole.",
		"Inden for θ₀Δy, statisk Δθ·y₀, dynamisk ΔθΔy, hvor y er branchens %s og θ dens andel af jobbene. En branches ændring er summen af dens dele, dens bidrag til helhedens."), c.perJobName())
	blocks = append(blocks, prose(text), table)
	return append(blocks, c.caveats(d.Warnings)...), nil
}

// olleyPakes looks at each year by itself.
func (c *Chapter) olleyPakes() ([]notebook.Block, error) {
	if !c.hasRevenue() {
		return nil, nil
	}
	l := c.Lang
	blocks := []notebook.Block{notebook.Heading{Level: 3, Text: l.Pick("Are the larger companies ahead?", "Er de store virksomheder foran?")}}
	var views []growth.View
	var warnings []error
	var of *dynamics.OlleyPakesResult
	var without []string
	for _, year := range c.panel.Years() {
		r, err := dynamics.OlleyPakesRevenuePerJob(c.panel, year, dynamics.RevenuePerJobOptions{})
		if errors.Is(err, dynamics.ErrNoWeight) {
			without = append(without, fmt.Sprint(year))
			continue
		}
		if err != nil {
			return blocks, err
		}
		of, views, warnings = r, append(views, r.View()), append(warnings, r.Warnings...)
	}
	if of == nil {
		return blocks, dynamics.ErrNoWeight
	}
	text := fmt.Sprintf(l.Pick(
		"Olley and Pakes (1996) divide the aggregate of a year, weighted by jobs, into the unweighted mean of the companies and the covariance of their size and %s. In %d the covariance is %s: ",
		"Olley og Pakes (1996) deler et års samlede tal, vægtet med job, i virksomhedernes simple gennemsnit og kovariansen mellem deres størrelse og %s. I %d er kovariansen %s: "),
		c.perJobName(), of.Year, c.part(of.Covariance))
	text += either(of.Covariance,
		l.Pick("larger companies lie above the mean company.", "de større virksomheder ligger over gennemsnitsvirksomheden."),
		l.Pick("larger companies lie below the mean company.", "de større virksomheder ligger under gennemsnitsvirksomheden."),
		l.Pick("size makes no difference.", "størrelsen gør ingen forskel."))
	if len(without) > 0 {
		text += l.Pick(" Years without a company whose figures are known: ", " År uden en virksomhed, hvis tal kendes: ") + strings.Join(without, ", ") + "."
	}
	table := c.show("olley-pakes", fmt.Sprintf(l.Pick("%s by Olley and Pakes", "%s efter Olley og Pakes"), capital(c.perJobName())), stack(views...), rows{},
		"year", "aggregate", "mean", "covariance", "firms", "not_known")
	table.Columns[4].Header = l.Pick("Companies", "Virksomheder")
	blocks = append(blocks, prose(text), table)
	return append(blocks, c.caveats(warnings)...), nil
}
