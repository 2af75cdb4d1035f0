package chapter

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"smartcity/examples/command"
	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/sector"
	"smartcity/sector/sectorplot"
	"smartcity/sector/structure"
)

// theSectors is the structure summary as one table.
func (c *Chapter) theSectors() ([]notebook.Block, error) {
	s, err := c.summarise()
	if err != nil {
		return nil, err
	}
	c.summary = s
	chart, err := sectorplot.NewJobsPage(c.sectors, c.year, c.text(), growthplot.Style{Lang: c.Lang})
	if err != nil {
		return nil, err
	}
	columns := []string{"sector", "firms", c.Measure.String(), "revenue", "firm_share", "job_share", "revenue_share", "mean_size", "revenue_per_job", "hhi", "cr4", "gini"}
	if c.economy != nil {
		columns = append(columns, "location_quotient")
	}
	table := c.show(s.View(), "summary", c.say("Structure of the sectors, %d", "Branchernes struktur, %d", c.year), columns...)
	table.Note = c.say(
		"Current prices. Sums are of what is known, %s of the companies that have both. HHI, CR4 (share of the four largest) and Gini compare the companies of a sector by %s.",
		"Løbende priser. Summer er af det, der kendes, %s af de virksomheder, der har begge tal. HHI, CR4 (de fire størstes andel) og Gini sammenligner virksomhederne i en branche efter %s.", c.perJob(), c.unit())
	if c.economy != nil {
		table.Total[len(table.Total)-1] = notebook.Str("") // of all sectors there is none
		table.Note += " " + c.say("LQ: location quotient, of all companies against the reference.", "LQ: lokaliseringskvotient, for alle virksomheder over for referencen.")
	}
	blocks := []notebook.Block{c.keyFigures()}
	if command.Synthetic(c.Data) {
		blocks = append(blocks, notebook.Note(c.say("The companies are **synthetic**: they are made up to try the methods, and say nothing about Denmark.", "Virksomhederne er **syntetiske**: de er opdigtet for at afprøve metoderne og siger intet om Danmark.")))
	}
	blocks = append(blocks, notebook.Heading{Text: c.say("The sectors", "Brancherne")}, notebook.Prose(c.sectorProse()))
	return append(blocks, notebook.Chart{Name: "jobs-by-sector", Picture: chart, Data: &table}, table), nil
}

// summarise computes what several parts quote.
func (c *Chapter) summarise() (structure.Summary, error) {
	s, err := structure.Summarise(c.companies, c.year, &structure.SummaryOptions{Measure: c.Measure, Currency: c.file.Currency, Reference: c.economy})
	if err != nil {
		return s, c.located(err)
	}
	c.warn(s.Warnings...)
	return s, nil
}

// located names the files an error comes from.
func (c *Chapter) located(err error) error {
	if c.economy == nil {
		return fmt.Errorf("%s: %w", c.Data, err)
	}
	return fmt.Errorf("%s against %s: %w", c.Data, c.Reference, err)
}

func (c *Chapter) keyFigures() notebook.KeyFigures {
	t := c.summary.Total
	out := notebook.KeyFigures{
		{Label: c.say("Companies, %d", "Virksomheder, %d", c.year), Value: c.count(t.Firms)},
		{Label: c.say("%s, %d", "%s, %d", capital(c.unit()), c.year), Value: c.number(t.Jobs.Sum.Float64(), c.decimals()), Note: c.say("%s a company", "%s pr. virksomhed", c.number(t.MeanSize.Float64(), 1))},
	}
	if t.Revenue.Sum.Known() {
		k := notebook.KeyFigure{Label: c.say("Revenue, %d", "Omsætning, %d", c.year), Value: c.amount(t.Revenue.Sum.Float64())}
		if t.RevenuePerJob.Known() {
			k.Note = c.perJob() + ": " + c.amount(t.RevenuePerJob.Float64())
		}
		out = append(out, k)
	}
	if t.Gini.Known() {
		out = append(out, notebook.KeyFigure{Label: c.say("Gini coefficient of the companies’ %s", "Gini-koefficient for virksomhedernes %s", c.unit()), Value: c.number(t.Gini.Float64(), 3), Note: c.say("0: all alike", "0: alle lige store")})
	}
	return out
}

func (c *Chapter) sectorProse() string {
	s := c.summary
	var jobs []float64
	var stated []structure.SummaryLine
	for _, l := range s.Lines {
		jobs = append(jobs, l.Jobs.Sum.Float64())
		if l.Sector != "" {
			stated = append(stated, l)
		}
	}
	out := []string{c.say("In %d the file has **%s** in %s with **%s** %s.", "I %d har filen **%s** i %s med **%s** %s.",
		c.year, c.companiesWord(s.Total.Firms), c.sectorsWord(len(stated)), c.number(s.Total.Jobs.Sum.Float64(), c.decimals()), c.unitsInFull())}
	known := ""
	if slices.ContainsFunc(stated, func(l structure.SummaryLine) bool { return !l.Jobs.Sum.Known() }) {
		known = c.say(" of those whose %s are known", " af dem, hvis %s kendes", c.unit())
	}
	if l, ok := most(stated, func(l structure.SummaryLine) float64 { return l.Jobs.Sum.Float64() }); ok {
		text := c.say("The largest sector%s is **%s**, with %s of the %s and %s of the companies", "Den største branche%s er **%s** med %s af alle %s og %s af virksomhederne",
			known, c.name(l.Sector), c.percent(l.JobShare.Float64()), c.unit(), c.percent(l.FirmShare.Float64()))
		if l.RevenueShare.Known() {
			text += c.say("; it has %s of the revenue", "; den har %s af omsætningen", c.percent(l.RevenueShare.Float64()))
		}
		out = append(out, text+".")
	}
	if l, ok := most(stated, func(l structure.SummaryLine) float64 { return l.RevenuePerJob.Float64() }); ok {
		out = append(out, c.say("%s is highest in **%s**, %s against %s in all sectors together; it is not productivity, which would need value added.", "%s er højest i **%s**, %s mod %s i alle brancher under ét; det er ikke produktivitet, som ville kræve værditilvækst.",
			capital(c.perJob()), c.name(l.Sector), c.amount(l.RevenuePerJob.Float64()), c.amount(s.Total.RevenuePerJob.Float64())))
	}
	if h, err := structure.HHI(jobs); err == nil {
		out = append(out, c.say("The %s are spread over the sectors as over %s sectors of equal size (equivalent number 1/HHI; HHI %s).", "Fordelingen af %s på brancher svarer til %s lige store brancher (ækvivalent antal 1/HHI; HHI %s).",
			c.unit(), c.number(h.Equivalent, 1), c.number(h.HHI, 3)))
	}
	return strings.Join(out, " ")
}

// unitsInFull is the unit where it is named first.
func (c *Chapter) unitsInFull() string {
	if c.Measure == sector.Employees {
		return c.unit()
	}
	return c.say("full-time equivalents (FTE)", "årsværk (fuldtidsbeskæftigede)")
}

// figures are those of all companies in the last year, and of them by sector; NaN
// where they are not known.
func (c *Chapter) figures(figure func(*sector.Company) sector.Figure) (all []float64, bySector map[string][]float64) {
	bySector = map[string][]float64{}
	for i := range c.companies {
		if f := &c.companies[i]; f.Year == c.year {
			x := figure(f).Float64()
			all, bySector[f.Sector] = append(all, x), append(bySector[f.Sector], x)
		}
	}
	return all, bySector
}

func (c *Chapter) jobsOf(f *sector.Company) sector.Figure { return f.Jobs(c.Measure) }

func revenueOf(f *sector.Company) sector.Figure { return f.Revenue }

// concentrationLine is how few companies a sector is made of.
type concentrationLine struct {
	whole            bool
	sector           string
	index            structure.Concentration // NaN where it is not defined
	cr4, cr10, sales sector.Figure           // shares of the largest, of jobs and of revenue
}

// concentration says how few companies the sectors are made of, in numbers of
// equal ones, and what part the largest have.
func (c *Chapter) concentration() ([]notebook.Block, error) {
	jobs, err := c.top(sector.Jobs)
	if err != nil {
		return nil, err
	}
	revenue, err := c.top(sector.Revenue)
	if err != nil {
		return nil, err
	}
	all, bySector := c.figures(c.jobsOf)
	var lines []concentrationLine
	for i, l := range append(c.summary.Lines, c.summary.Total) {
		g := jobs.Groups[i] // in the order of the summary
		line := concentrationLine{whole: g.Whole, sector: g.Sector, cr4: l.CR4, cr10: g.Share, sales: revenue.Groups[i].Share}
		of := all
		if !g.Whole {
			of = bySector[g.Sector]
		}
		if line.index, err = structure.HHI(of); err != nil { // the summary's warning says why
			nan := math.NaN()
			line.index = structure.Concentration{HHI: nan, Normalised: nan, Equivalent: nan, Coverage: structure.Coverage{N: l.Jobs.Known, LeftOut: l.Firms - l.Jobs.Known}}
		}
		lines = append(lines, line)
	}
	table := c.show(concentrationView(c.year, lines), "concentration", c.say("Concentration of the sectors by companies, %d", "Koncentration i brancherne, %d", c.year),
		c.stated("sector", "companies", "equivalent_number", "hhi_normalised", "cr4", "cr10", "cr10_revenue")...)
	table.Note = c.say("Companies whose %s are known. CR4 and CR10: the share of the four and of the ten largest in the %[1]s of the sector",
		"Virksomheder, hvis %s kendes. CR4 og CR10: de fire og de ti størstes andel af branchens %[1]s", c.unit())
	if c.file.Has("revenue") {
		table.Note += c.say("; the last column ranks by revenue", "; den sidste kolonne er efter omsætning")
	}
	table.Note += "."
	blocks := []notebook.Block{notebook.Heading{Text: c.say("Concentration and the largest companies", "Koncentration og de største virksomheder")}, notebook.Prose(c.concentrationProse(lines)), table}
	if !c.Names {
		return append(blocks, notebook.Note(c.say(
			"No company is named. A list says of each who it is and how large, which is not for publication unless it is public already; shares of four and of ten do not. With -names the ten largest are listed, for use in the house.",
			"Ingen virksomhed er nævnt ved navn. En liste fortæller om hver enkelt, hvem den er, og hvor stor den er, og er ikke til offentliggørelse, medmindre tallene i forvejen er offentlige; de fire eller ti størstes samlede andel fortæller det ikke. Med -names vises de ti største til intern brug."))), nil
	}
	list := jobs
	list.Groups = jobs.Groups[len(jobs.Groups)-1:]
	v := list.View()
	for _, row := range v.Rows {
		row[index(v, "level")] = growth.TextOf("company") // each is a row of its own, and none a total
	}
	largest := c.show(v, "largest-companies", c.say("The largest companies, %d", "De største virksomheder, %d", c.year), "rank", "name", "sector", "region", "figure", "share", "accumulated_share")
	return append(blocks, largest, notebook.Warning(c.say("This list names single companies. It is not for publication unless their figures are public.", "Denne liste nævner enkelte virksomheder. Den må ikke offentliggøres, medmindre deres tal er offentlige."))), nil
}

// top lists the ten largest companies of each sector and of all.
func (c *Chapter) top(column sector.Column) (structure.TopList, error) {
	list, err := structure.TopCompanies(c.companies, c.year, &structure.TopOptions{Column: column, Measure: c.Measure, Currency: c.file.Currency, BySectors: true})
	for _, w := range list.Warnings {
		// Which of two equal companies is the tenth makes no difference to its
		// share, and says how large it is.
		if _, tied := errors.AsType[structure.TiedAtCut](w); !tied || c.Names {
			c.warn(w)
		}
	}
	if err != nil {
		return list, fmt.Errorf("%s: %w", c.Data, err)
	}
	return list, nil
}

func concentrationView(year int, lines []concentrationLine) growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "level"}, {Name: "sector"}, {Name: "year", Unit: "year"}, {Name: "companies", Unit: "companies"}, {Name: "left_out", Unit: "companies"},
		{Name: "hhi"}, {Name: "hhi_normalised"}, {Name: "equivalent_number", Unit: "companies"}, {Name: "cr4", Unit: "fraction"}, {Name: "cr10", Unit: "fraction"}, {Name: "cr10_revenue", Unit: "fraction"},
	}}
	for _, l := range lines {
		v.Rows = append(v.Rows, []growth.Entry{
			growth.TextOf(level(l.whole)), growth.TextOf(l.sector), growth.NumberOf(float64(year)), growth.NumberOf(float64(l.index.N)), growth.NumberOf(float64(l.index.LeftOut)),
			growth.NumberOf(l.index.HHI), growth.NumberOf(l.index.Normalised), growth.NumberOf(l.index.Equivalent), l.cr4.Entry(), l.cr10.Entry(), l.sales.Entry(),
		})
	}
	return v
}

func level(whole bool) string {
	if whole {
		return "total"
	}
	return "sector"
}

func (c *Chapter) concentrationProse(lines []concentrationLine) string {
	parts, whole := lines[:len(lines)-1], lines[len(lines)-1]
	equivalent := func(l concentrationLine) float64 { return l.index.Equivalent }
	out := []string{c.say("The Herfindahl–Hirschman index says most as its equivalent number, 1/HHI: so many companies of equal size would be as concentrated.", "Herfindahl-Hirschman-indekset siger mest som ækvivalent antal, 1/HHI: så mange lige store virksomheder ville give samme koncentration.")}
	if l, ok := least(parts, equivalent); ok {
		out = append(out, c.say("**%s** is the most concentrated: its %s are like **%s** equal ones, and the four largest have %s of the %s.", "**%s** er den mest koncentrerede branche: dens %s svarer til **%s** lige store, og de fire største har %s af alle %s.",
			c.name(l.sector), c.companiesWord(l.index.N), c.number(l.index.Equivalent, 1), c.percent(l.cr4.Float64()), c.unit()))
	}
	if l, ok := most(parts, equivalent); ok {
		out = append(out, c.say("**%s** is the least: %s like %s equal ones.", "**%s** er den mindst koncentrerede: %s, der svarer til %s lige store.", c.name(l.sector), c.companiesWord(l.index.N), c.number(l.index.Equivalent, 1)))
	}
	if whole.cr10.Known() {
		out = append(out, c.say("Of all %s the ten largest companies have %s.", "Af alle %s har de ti største virksomheder %s.", c.unit(), c.percent(whole.cr10.Float64())))
	}
	if whole.sales.Known() {
		out = append(out, c.say("Of all revenue the ten with most of it have %s.", "Af hele omsætningen har de ti med mest %s.", c.percent(whole.sales.Float64())))
	}
	return strings.Join(append(out, c.say("These are shares among the companies of the file, not of a market: competitors outside of it are not counted.", "Det er andele blandt filens virksomheder og ikke af et marked: konkurrenter uden for filen tæller ikke med.")), " ")
}
