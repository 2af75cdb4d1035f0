package chapter

import (
	"context"
	"math"
	"slices"

	"smartcity/examples/notebook"
	"smartcity/projection/inputoutput"
	"smartcity/sector/sectorcsv"
)

// industry is a row of the input–output table: what it sells to whom, and what else
// is known of it.
type industry struct {
	Name          string  `csv:"industry,erhverv"`
	Manufacturing float64 `csv:"Manufacturing"`
	Construction  float64 `csv:"Construction"`
	Utilities     float64 `csv:"Utilities"`
	Information   float64 `csv:"Information and communication"`
	Business      float64 `csv:"Business services"`
	Other         float64 `csv:"Other industries"`
	FinalDemand   float64 `csv:"final_demand"`
	Output        float64 `csv:"output"`
	Wages         float64 `csv:"wages"`
	Consumption   float64 `csv:"household_consumption"`
	Jobs          float64 `csv:"jobs"`
}

func (i industry) sales() []float64 {
	return []float64{i.Manufacturing, i.Construction, i.Utilities, i.Information, i.Business, i.Other}
}

// multipliers reads the input–output table and computes its multipliers.
func (c *Chapter) multipliers(ctx context.Context) (*inputoutput.Multipliers, error) {
	rows, _, err := sectorcsv.ReadRecordsFile[industry](ctx, c.Industries, sectorcsv.Options{})
	if err != nil {
		return nil, err
	}
	var t inputoutput.Table
	var h inputoutput.Households
	var jobs []float64
	for _, r := range rows {
		t.Sectors, t.Transactions = append(t.Sectors, r.Name), append(t.Transactions, r.sales())
		t.FinalDemand, t.Output, jobs = append(t.FinalDemand, r.FinalDemand), append(t.Output, r.Output), append(jobs, r.Jobs)
		h.Income, h.Consumption = append(h.Income, r.Wages), append(h.Consumption, r.Consumption)
	}
	model, err := inputoutput.New(t)
	if err != nil {
		return nil, err
	}
	return model.Multipliers(jobs, &h)
}

// indirect is the jobs elsewhere that go with those projected.
func (c *Chapter) indirect(ctx context.Context) ([]notebook.Block, error) {
	heading := notebook.Heading{Text: c.say("Jobs elsewhere that go with them", "Job andre steder, der følger med")}
	if c.Industries == "" || len(c.assumed) == 0 {
		return []notebook.Block{heading, notebook.Note(c.say("No input–output table, or no industries of the sectors, were given (-input-output, -assumptions), so nothing is said of indirect jobs.",
			"Der er ikke angivet nogen input-output-tabel eller brancher til den (-input-output, -assumptions), så intet er sagt om indirekte job."))}, nil
	}
	m, err := c.multipliers(ctx)
	if err != nil {
		return nil, err
	}
	of := map[string]string{}
	for _, a := range c.assumed {
		if _, ok := c.outlook.Sector(a.Sector); ok && a.Industry != "" {
			of[a.Sector] = a.Industry
		}
	}
	blocks, err := c.beyond(m.JobMultipliers(), of, m.Warnings)
	if err != nil {
		return nil, err
	}
	effects := notebook.Table{
		Name: "multipliers", Caption: c.say("Job multipliers of the input–output table", "Input-output-tabellens jobmultiplikatorer"),
		Columns: []notebook.Column{
			{Name: "industry", Header: c.say("Industry", "Erhverv")},
			{Name: "type_1", Header: "Type I", Decimals: 2}, {Name: "type_2", Header: "Type II", Decimals: 2},
			{Name: "indirect_per_100", Header: c.say("Indirect per 100 direct", "Indirekte pr. 100 direkte")}, {Name: "induced_per_100", Header: c.say("Induced per 100 direct", "Inducerede pr. 100 direkte")},
		},
	}
	for _, s := range m.Sectors {
		effects.Rows = append(effects.Rows, []notebook.Cell{
			notebook.Str(s.Sector), notebook.Num(s.Jobs.TypeI), notebook.Num(s.Jobs.TypeII), notebook.Num(s.Jobs.IndirectPer100()), notebook.Num(s.Jobs.InducedPer100()),
		})
	}
	whole := notebook.FromView(m.View(), "multipliers", "", c.Lang)
	effects.Data = &whole
	return append(append([]notebook.Block{heading}, blocks...), effects), nil
}

// beyond multiplies the jobs of the central scenario. Warnings are those of the
// multipliers.
func (c *Chapter) beyond(multipliers []inputoutput.JobMultiplier, of map[string]string, warnings []error) ([]notebook.Block, error) {
	beyond, err := inputoutput.IndirectJobs(c.outlook, multipliers, of)
	if err != nil {
		return nil, err
	}
	t := notebook.Table{
		Name: "indirect-jobs", Caption: c.say("Direct, indirect and induced jobs in %d in the central scenario, %s", "Direkte, indirekte og inducerede job i %d i det centrale scenarie, %s", c.To, c.unit()),
		Columns: []notebook.Column{
			{Name: "sector", Header: c.say("Sector", "Branche")}, {Name: "industry", Header: c.say("Industry of the table", "Erhverv i tabellen")},
			{Name: "indirect_per_100", Header: c.say("Indirect per 100 direct", "Indirekte pr. 100 direkte")},
			c.column("direct", c.say("Direct", "Direkte")), c.column("indirect", c.say("Indirect", "Indirekte")), c.column("induced", c.say("Induced", "Inducerede")),
		},
		Note: c.say("Indirect: among suppliers, and theirs. Induced: where the wages are spent. Both are upper ends: they take it that the hands are there and that prices stay.",
			"Indirekte: hos leverandørerne og deres leverandører. Inducerede: hvor lønnen bliver brugt. Begge er øvre grænser: De forudsætter, at hænderne er der, og at priserne ikke ændrer sig."),
	}
	last := c.To - c.base
	given := c.Multipliers != nil // by sector: there are no industries
	for _, s := range beyond.Sectors {
		x := scenarioOf(s, central)
		t.Rows = append(t.Rows, []notebook.Cell{
			notebook.Str(c.Lang.GroupName(s.Sector)), notebook.Str(s.Industry), notebook.Num(100 * s.Multiplier.Indirect), notebook.Num(x.Direct[last]), notebook.Num(x.Indirect[last]), notebook.Num(x.Induced[last]),
		})
	}
	all := scenarioOf(beyond.Total, central)
	t.Total = []notebook.Cell{notebook.Str(c.say("Total", "I alt")), notebook.Str(""), notebook.Num(100 * all.Indirect[last] / all.Direct[last]), notebook.Num(all.Direct[last]), notebook.Num(all.Indirect[last]), notebook.Num(all.Induced[last])}
	data := notebook.FromView(beyond.View(), "indirect-jobs", "", c.Lang)
	t.Data = &data
	if given {
		t.Columns = slices.Delete(t.Columns, 1, 2)
		for i := range t.Rows {
			t.Rows[i] = slices.Delete(t.Rows[i], 1, 2)
		}
		t.Total = slices.Delete(t.Total, 1, 2)
	}
	text := ""
	if covered := c.total(central).LevelIn(c.To); covered-all.Direct[last] > 1e-9*covered {
		text = c.say("Indirect jobs can be told of %s of the %s jobs in %d: those of the sectors in the table. ", "Indirekte job kan opgøres for %s af de %s job i %d, nemlig dem i tabellens brancher. ",
			c.jobs(all.Direct[last]), c.jobs(covered), c.To)
		t.Note += c.say(" The total is that of the sectors shown.", " Totalen gælder de viste brancher.")
	}
	text += c.say("With %s direct jobs in %d go **%s indirect** jobs, %s per 100 direct", "Med %s direkte job i %d følger **%s indirekte** job, %s pr. 100 direkte",
		c.jobs(all.Direct[last]), c.To, c.jobs(all.Indirect[last]), c.Lang.Number(100*all.Indirect[last]/all.Direct[last], 0))
	if !math.IsNaN(all.Induced[last]) {
		text += c.say(", and %s induced ones", ", og %s inducerede", c.jobs(all.Induced[last]))
	}
	text += "."
	if c.Target > 0 {
		text += " " + c.say("They are other people’s jobs, and no part of %s.", "Det er job hos andre, og de tæller ikke med i de %s.", c.jobs(c.Target))
	}
	return append([]notebook.Block{notebook.Prose(text), t}, c.warn(slices.Concat(warnings, beyond.Warnings))...), nil
}

func scenarioOf(s inputoutput.SectorJobs, name string) inputoutput.ScenarioJobs {
	for _, x := range s.Scenarios {
		if x.Name == name {
			return x
		}
	}
	panic("chapter: no scenario " + name)
}
