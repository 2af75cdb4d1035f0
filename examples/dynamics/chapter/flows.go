package chapter

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"smartcity/examples/notebook"
	"smartcity/growth/growthplot"
	"smartcity/sector/dynamics"
	"smartcity/sector/sectorplot"
)

// jobFlows divides the change of jobs, year by year.
func (c *Chapter) jobFlows() ([]notebook.Block, error) {
	l, f, v := c.Lang, c.flow(), c.flows.View()
	text := fmt.Sprintf(l.Pick(
		"From %d to %d companies created **%s %s**: %s in companies that were born and %s in companies that grew. **%s** were destroyed: %s in companies that died and %s in companies that shrank. The net change is %s, or %s of the mean of the two years.",
		"Fra %d til %d skabte virksomhederne job svarende til **%s %s**: %s i nye virksomheder og %s i virksomheder, der voksede. **%s** blev nedlagt: %s i virksomheder, der ophørte, og %s i virksomheder, der skrumpede. Nettoændringen er %s, svarende til %s af gennemsnittet af de to år."),
		f.From, f.To, c.jobs(f.JobCreation), c.unit(), c.jobs(f.JobCreationBirths), c.jobs(f.JobCreationContinuers),
		c.jobs(f.JobDestruction), c.jobs(f.JobDestructionDeaths), c.jobs(f.JobDestructionContinuers),
		signed(f.NetJobCreation, c.jobs), signed(f.NetJobCreationRate, c.percent))
	text += " " + fmt.Sprintf(l.Pick(
		"Gross, %s jobs were created or destroyed, %s more than the net change needed: that excess reallocation is %s of the jobs.",
		"Brutto blev %s job skabt eller nedlagt, %s flere end nettoændringen krævede: Den overskydende reallokering er %s af jobbene."),
		c.jobs(f.GrossReallocation), c.jobs(f.ExcessReallocation), c.percent(f.ReallocationRate))

	levels := c.show("job-flows", l.Pick("Jobs created and destroyed", "Skabte og nedlagte job"), v, rows{level: "total"},
		"period", "job_creation_births", "job_creation_continuers", "job_creation", "job_destruction_deaths", "job_destruction_continuers", "job_destruction", "net_job_creation", "excess_reallocation")
	if totals := c.flows.Totals; len(totals) > 1 {
		creation := sum(totals, func(f *dynamics.JobFlow) float64 { return f.JobCreation })
		births := sum(totals, func(f *dynamics.JobFlow) float64 { return f.JobCreationBirths })
		levels.Total = []notebook.Cell{notebook.Str(l.Pick("All", "Alle"))}
		for _, of := range []func(*dynamics.JobFlow) float64{
			func(f *dynamics.JobFlow) float64 { return f.JobCreationBirths }, func(f *dynamics.JobFlow) float64 { return f.JobCreationContinuers }, func(f *dynamics.JobFlow) float64 { return f.JobCreation },
			func(f *dynamics.JobFlow) float64 { return f.JobDestructionDeaths }, func(f *dynamics.JobFlow) float64 { return f.JobDestructionContinuers }, func(f *dynamics.JobFlow) float64 { return f.JobDestruction },
			func(f *dynamics.JobFlow) float64 { return f.NetJobCreation }, func(f *dynamics.JobFlow) float64 { return f.ExcessReallocation },
		} {
			levels.Total = append(levels.Total, notebook.Num(sum(totals, of)))
		}
		levels.Note = l.Pick("All: the pairs of years added up.", "Alle: årsparrene lagt sammen.")
		text += "\n\n" + fmt.Sprintf(l.Pick("Over all pairs of years from %d to %d, companies created %s jobs", "Over alle årspar fra %d til %d skabte virksomhederne %s job"), c.first, c.last, c.jobs(creation))
		if creation > 0 {
			text += fmt.Sprintf(l.Pick(", of which births had %s", ", hvoraf de nye stod for %s"), l.Percent(births/creation, 1))
		}
		text += "."
	}
	rates := c.show("job-flows", l.Pick("The same in per cent of the mean of the jobs in the two years", "Det samme i pct. af gennemsnittet af jobbene i de to år"), v, rows{level: "total"},
		"period", "denom", "job_creation_rate_births", "job_creation_rate", "job_destruction_rate_deaths", "job_destruction_rate", "net_job_creation_rate", "gross_reallocation_rate", "reallocation_rate")
	bridge := c.show("job-flows", l.Pick("From the jobs of one year to those of the next", "Fra det ene års job til det næstes"), v, rows{level: "total"},
		"period", "jobs_from", "net_job_creation", "jobs_returned", "jobs_paused", "jobs_known_in_to", "jobs_known_in_from", "jobs_to")
	bridge.Note = l.Pick(
		"Jobs after = jobs before + net + back from a gap − gone into a gap + known only after − known only before. The last two are jobs of companies that are there in both years with a figure that is known in one.",
		"Job efter = job før + netto + tilbage fra pause − gået på pause + kun kendt efter − kun kendt før. De to sidste er job i virksomheder, der er der i begge år med et tal, som kun kendes i det ene.")
	chart, err := sectorplot.NewJobFlowsPage(c.flows, growthplot.Text{Source: l.Pick("Own calculation from ", "Egne beregninger ud fra ") + c.read.File + "."}, growthplot.Style{Lang: l})
	if err != nil {
		return nil, err
	}
	return []notebook.Block{
		notebook.Heading{Text: l.Pick("Jobs created and destroyed", "Job, der skabes og nedlægges")}, prose(text),
		notebook.Chart{Name: "job-flows", Picture: chart, Data: &levels}, levels, rates, bridge,
	}, nil
}

// jobFlowsBySector is the last pair of years by sector, and the net rate of all.
func (c *Chapter) jobFlowsBySector() ([]notebook.Block, error) {
	l, total := c.Lang, c.flow()
	var last []dynamics.JobFlow
	for _, f := range c.flows.Rows {
		if f.To == total.To {
			last = append(last, f)
		}
	}
	caption := fmt.Sprintf(l.Pick("Jobs created and destroyed by sector, %d–%d", "Skabte og nedlagte job efter branche, %d–%d"), total.From, total.To)
	levels := c.show("job-flows-by-sector", caption, c.flows.View(), rows{level: "sector", year: total.To, total: true},
		"group", "job_creation_births", "job_creation_continuers", "job_creation", "job_destruction_deaths", "job_destruction_continuers", "job_destruction", "net_job_creation")
	rates := c.show("job-flows-by-sector", l.Pick("The same in per cent of the mean of the jobs in the two years", "Det samme i pct. af gennemsnittet af jobbene i de to år"), c.flows.View(), rows{level: "sector", year: total.To, total: true},
		"group", "denom", "job_creation_rate_births", "job_creation_rate", "job_destruction_rate_deaths", "job_destruction_rate", "net_job_creation_rate", "reallocation_rate")
	blocks := []notebook.Block{notebook.Heading{Level: 3, Text: l.Pick("By sector", "Efter branche")}}
	if text := c.extremes(last); text != "" {
		blocks = append(blocks, prose(text))
	}
	blocks = append(blocks, levels, rates, c.netRates())
	return append(blocks, c.caveats(c.flows.Warnings)...), nil
}

// extremes names the sectors with the largest gain and the largest loss, and
// those that jobs moved between.
func (c *Chapter) extremes(flows []dynamics.JobFlow) string {
	l := c.Lang
	stated := slices.DeleteFunc(slices.Clone(flows), func(f dynamics.JobFlow) bool { return f.Group == "" || math.IsNaN(f.NetJobCreation) })
	text := ""
	if len(stated) > 1 {
		by := func(f, g dynamics.JobFlow) int { return cmp.Compare(f.NetJobCreation, g.NetJobCreation) }
		best, worst := slices.MaxFunc(stated, by), slices.MinFunc(stated, by)
		if by(best, worst) > 0 {
			text = fmt.Sprintf(either(best.NetJobCreation,
				l.Pick("**%s** gained most, %s %s net (%s)", "**%s** gik mest frem, %s %s netto (%s)"),
				l.Pick("**%s** lost least, %s %s net (%s)", "**%s** gik mindst tilbage, %s %s netto (%s)"),
				l.Pick("**%s** stood still, %s %s net (%s)", "**%s** stod stille, %s %s netto (%s)")),
				notebook.Text(best.Group), signed(best.NetJobCreation, c.jobs), c.unit(), signed(best.NetJobCreationRate, c.percent))
			text += fmt.Sprintf(either(worst.NetJobCreation,
				l.Pick("; %s gained least, %s (%s). ", "; %s gik mindst frem, %s (%s). "),
				l.Pick("; %s lost most, %s (%s). ", "; %s gik mest tilbage, %s (%s). "),
				l.Pick("; %s stood still, %s (%s). ", "; %s stod stille, %s (%s). ")),
				notebook.Text(worst.Group), signed(worst.NetJobCreation, c.jobs), signed(worst.NetJobCreationRate, c.percent))
		}
		wildest := slices.MaxFunc(stated, func(f, g dynamics.JobFlow) int { return cmp.Compare(f.ReallocationRate, g.ReallocationRate) })
		if wildest.ReallocationRate >= 0 {
			text += fmt.Sprintf(l.Pick("Excess reallocation was highest in %s, %s of its jobs. ", "Den overskydende reallokering var størst i %s, %s af jobbene. "),
				notebook.Text(wildest.Group), c.percent(wildest.ReallocationRate))
		}
	}
	if moved := sum(flows, func(f *dynamics.JobFlow) float64 { return f.JobsMovedIn }); moved > 0 {
		text += fmt.Sprintf(l.Pick("Companies that changed sector took %s %s along, which are neither created nor destroyed.", "Virksomheder, der skiftede branche, tog %s %s med sig, som hverken er skabt eller nedlagt."), c.jobs(moved), c.unit())
	}
	return text
}

// netRates sets the net rates of the sectors side by side, year by year: those
// of the last pairs that fit.
func (c *Chapter) netRates() notebook.Table {
	const fit = 8
	l := c.Lang
	totals := c.flows.Totals[max(0, len(c.flows.Totals)-fit):]
	t := notebook.Table{
		Caption: l.Pick("Net job creation rate by sector", "Nettojobskabelse efter branche"),
		Columns: []notebook.Column{{Header: l.Pick("Sector", "Branche")}},
		Note:    l.Pick("Per cent of the mean of the jobs in the two years.", "Pct. af gennemsnittet af jobbene i de to år."),
	}
	var names []string
	rates := map[string][]notebook.Cell{} // missing where a sector has no companies in a pair
	for _, f := range c.flows.Rows {
		if _, ok := rates[f.Group]; !ok {
			names = append(names, f.Group)
			rates[f.Group] = make([]notebook.Cell, len(totals))
		}
	}
	for i, total := range totals {
		t.Columns = append(t.Columns, notebook.Column{Header: fmt.Sprintf("%d–%02d", total.From, total.To%100), Unit: l.Pick("%", "pct."), Decimals: 1, Signed: true})
		for _, f := range c.flows.Rows {
			if f.From == total.From {
				rates[f.Group][i] = notebook.Num(f.NetJobCreationRate)
			}
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		if (a == "") != (b == "") {
			return cmp.Compare(b, a) // what is not stated comes last
		}
		return cmp.Compare(a, b)
	})
	for _, name := range names {
		t.Rows = append(t.Rows, append([]notebook.Cell{notebook.Str(c.Lang.GroupName(name))}, rates[name]...))
	}
	t.Total = []notebook.Cell{notebook.Str(l.Pick("Total", "I alt"))}
	for _, total := range totals {
		t.Total = append(t.Total, notebook.Num(total.NetJobCreationRate))
	}
	return t
}
