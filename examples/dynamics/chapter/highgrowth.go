package chapter

import (
	"fmt"
	"slices"
	"strings"

	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/dynamics"
)

// rules are those that are set side by side: the published ones, and one that
// shows how a rule of one's own is made.
func (c *Chapter) rules() []dynamics.HighGrowthRule {
	eurostat := dynamics.EU439of2014()
	eurostat.Name, eurostat.OrMore = "eu_439_2014_or_more", true
	eurostat.Source = `Eurostat, other pages on the same rule: "10 % or more"`
	rules := []dynamics.HighGrowthRule{dynamics.OECDEurostat2007(sector.Jobs), dynamics.EU439of2014(), eurostat, dynamics.StatisticsDenmark()}
	if c.now.Revenue.Sum.Known() {
		rules = slices.Insert(rules, 1, dynamics.OECDEurostat2007(sector.Revenue))
	}
	return rules
}

// rule is the name of a rule for a reader.
func (c *Chapter) rule(name string) string {
	l := c.Lang
	switch name {
	case "oecd_eurostat_2007_employees":
		return l.Pick("OECD–Eurostat 2007, employees", "OECD–Eurostat 2007, ansatte")
	case "oecd_eurostat_2007_turnover":
		return l.Pick("OECD–Eurostat 2007, turnover", "OECD–Eurostat 2007, omsætning")
	case "eu_439_2014":
		return l.Pick("EU 439/2014, more than 10%", "EU 439/2014, mere end 10 pct.")
	case "eu_439_2014_or_more":
		return l.Pick("EU 439/2014, 10% or more", "EU 439/2014, 10 pct. og derover")
	case "statistics_denmark":
		return l.Pick("Statistics Denmark", "Danmarks Statistik")
	}
	return name
}

// source is the act or manual of a rule, and the words of it that are followed.
func (c *Chapter) source(r dynamics.HighGrowthRule) string {
	danish := map[string]string{
		"oecd_eurostat_2007_employees": "Eurostat–OECD Manual on Business Demography Statistics (2007)",
		"oecd_eurostat_2007_turnover":  "Eurostat–OECD Manual on Business Demography Statistics (2007)",
		"eu_439_2014":                  "Kommissionens gennemførelsesforordning (EU) nr. 439/2014, som gengivet i Eurostats meddelelse af 26. oktober 2016",
		"eu_439_2014_or_more":          "Eurostat, andre sider om samme regel",
		"statistics_denmark":           "Danmarks Statistik, dokumentation af højvækstvirksomheder (2021), i årsværk",
	}
	act, ok := danish[r.Name]
	if c.Lang != locale.Danish || !ok {
		return r.Source
	}
	var words []string
	for i, part := range strings.Split(r.Source, `"`) {
		if i%2 == 1 {
			words = append(words, "»"+part+"«")
		}
	}
	return act + ": " + strings.Join(words, ", ")
}

// highGrowth sets the rules side by side and shows one of them by sector.
func (c *Chapter) highGrowth() ([]notebook.Block, error) {
	blocks, _, warnings, err := c.fast()
	return append(blocks, c.caveats(warnings)...), err
}

// fast applies the rules; short is what they find.
func (c *Chapter) fast() (blocks, short []notebook.Block, warnings []error, err error) {
	l := c.Lang
	blocks = []notebook.Block{notebook.Heading{Text: l.Pick("High-growth companies and gazelles", "Højvækstvirksomheder og gazeller")}}
	var found []*dynamics.HighGrowthTable
	var totals, bySector []growth.View
	for _, rule := range c.rules() {
		h, err := dynamics.FindHighGrowth(c.panel, rule, dynamics.HighGrowthOptions{By: dynamics.BySector})
		if err != nil {
			return blocks, blocks, nil, err
		}
		found = append(found, h)
		totals, bySector = append(totals, only(h.View(), "total")), append(bySector, h.View())
		warnings = append(warnings, h.Warnings...)
	}
	danish := found[len(found)-1]
	blocks = append(blocks,
		prose(l.Pick(
			"What a high-growth company is depends on who defines it. Each rule is applied with its own words, below the table; a gazelle is a high-growth company of at most five years.",
			"Hvad en højvækstvirksomhed er, afhænger af, hvem der definerer den. Hver regel er anvendt efter sin egen ordlyd, som står under tabellen; en gazelle er en højvækstvirksomhed på højst fem år.")),
		c.ruleTable(found))
	var quotes strings.Builder
	for _, h := range found {
		fmt.Fprintf(&quotes, "- **%s** (`%s`): %s.\n", notebook.Text(c.rule(h.Rule.Name)), h.Rule.Name, notebook.Text(c.source(h.Rule)))
	}
	end := danish.Totals[len(danish.Totals)-1]
	all, last := stack(totals...), rows{level: "total", year: end.To}
	chosen := c.show("high-growth", fmt.Sprintf(l.Pick("Companies that each rule looks at, %d–%d", "Virksomheder, som hver regel ser på, %d–%d"), end.From, end.To), all, last,
		"rule", "of_size", "born_in_start", "not_surviving", "not_positive", "missing", "suppressed", "eligible")
	chosen.Note = l.Pick(
		"Of the size: active at the start with the jobs that the rule asks for. All others between it and eligible are left out.",
		"Store nok: aktive i startåret med de job, reglen kræver. Alle mellem dem og dem, der kan måles, er udeladt.")
	counts := c.show("high-growth", fmt.Sprintf(l.Pick("High-growth companies and gazelles under each rule, %d–%d", "Højvækstvirksomheder og gazeller efter hver regel, %d–%d"), end.From, end.To), all, last,
		"rule", "eligible", "high_growth", "share_of_eligible", "gazelles", "gazelle_share_of_eligible", "jobs_from", "jobs_to")
	counts.Note = l.Pick("Shares are of the eligible. Jobs before and after: of the high-growth companies.", "Andele er af dem, der kan måles. Job før og efter: i højvækstvirksomhederne.")
	sectors := c.show("high-growth-by-sector", fmt.Sprintf(l.Pick("High-growth companies and gazelles by sector, rule of %s, %d–%d", "Højvækstvirksomheder og gazeller efter branche, regel: %s, %d–%d"), c.rule(danish.Rule.Name), end.From, end.To),
		danish.View(), rows{level: "sector", year: end.To, total: true}, "group", "eligible", "high_growth", "share_of_eligible", "gazelles", "jobs_from", "jobs_to")
	sectors.Note = l.Pick("Jobs before and after: of the high-growth companies.", "Job før og efter: i højvækstvirksomhederne.")
	data := notebook.FromView(only(stack(bySector...), "sector"), "high-growth-by-sector", "", c.Lang)
	sectors.Data = &data // under every rule
	blocks = append(blocks, prose(quotes.String()), chosen, prose(c.fastInWords(found)), counts, sectors)
	return blocks, []notebook.Block{blocks[0], prose(c.fastInWords(found)), counts}, warnings, nil
}

// ruleTable says what each rule asks for.
func (c *Chapter) ruleTable(found []*dynamics.HighGrowthTable) notebook.Table {
	l := c.Lang
	t := notebook.Table{
		Caption: l.Pick("The rules", "Reglerne"),
		Columns: []notebook.Column{
			{Header: l.Pick("Rule", "Regel")}, {Header: l.Pick("Of", "Af")}, {Header: l.Pick("Growth a year", "Vækst om året")},
			{Header: l.Pick("Years", "År")}, {Header: l.Pick("In all", "I alt"), Unit: l.Pick("ratio", "forhold"), Decimals: -1}, {Header: l.Pick("At least at the start", "Mindst i startåret"), Decimals: -1}, {Header: l.Pick("Meant in", "Ment i")},
		},
	}
	for _, h := range found {
		r := h.Rule
		of := l.Pick("jobs", "job")
		if r.Of == sector.Revenue {
			of = l.Pick("revenue", "omsætning")
		}
		more := fmt.Sprintf(l.Pick("more than %s", "mere end %s"), l.Percent(float64(r.Growth), -1))
		if r.OrMore {
			more = fmt.Sprintf(l.Pick("%s or more", "%s og derover"), l.Percent(float64(r.Growth), -1))
		}
		ratio, _ := r.Ratio().Float64()
		t.Rows = append(t.Rows, []notebook.Cell{
			notebook.Str(c.rule(r.Name)), notebook.Str(of), notebook.Str(more), notebook.Num(float64(r.Years)), notebook.Num(ratio), notebook.Num(r.MinJobs), notebook.Str(c.measureName(r.Measure)),
		})
	}
	return t
}

func (c *Chapter) measureName(m sector.Measure) string {
	if m == sector.Employees {
		return c.Lang.Pick("employees", "ansatte")
	}
	return c.Lang.Pick("FTE", "årsværk")
}

// fastInWords says what the rules find in the last period.
func (c *Chapter) fastInWords(found []*dynamics.HighGrowthTable) string {
	l := c.Lang
	var each []string
	last := func(h *dynamics.HighGrowthTable) dynamics.HighGrowth { return h.Totals[len(h.Totals)-1] }
	for _, h := range found {
		t := last(h)
		each = append(each, fmt.Sprintf(l.Pick("%s of %s (%s) under %s", "%s af %s (%s) efter %s"), c.whole(t.HighGrowth), c.whole(t.Eligible), l.Percent(t.Share, 1), notebook.Text(c.rule(h.Rule.Name))))
	}
	h := found[len(found)-1]
	t := last(h)
	text := fmt.Sprintf(l.Pick("High-growth companies from %d to %d: %s.", "Højvækstvirksomheder fra %d til %d: %s."), t.From, t.To, strings.Join(each, "; "))
	if t.HighGrowth > 0 {
		gained, of := t.JobsTo-t.JobsFrom, t.EligibleJobsTo-t.EligibleJobsFrom
		text += " " + fmt.Sprintf(l.Pick(
			"Under the rule of %s they went from %s to %s %s (%s), while all eligible companies together changed by %s. Gazelles among them: %s.",
			"Efter reglen fra %s gik de fra %s til %s %s (%s), mens alle, der kan måles, tilsammen ændrede sig med %s. Gazeller blandt dem: %s."),
			notebook.Text(c.rule(h.Rule.Name)), c.jobs(t.JobsFrom), c.jobs(t.JobsTo), c.unit(), signed(gained, c.jobs), signed(of, c.jobs), c.whole(t.Gazelles))
	}
	return text
}
