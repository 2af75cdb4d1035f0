package chapter

import (
	"smartcity/examples/command"
	"smartcity/examples/notebook"
	"smartcity/projection"
)

// fanTable is the figures of a chart of the simulation.
func (c *Chapter) fanTable(level string) *notebook.Table {
	return command.FanTable(c.simulated, level, c.say("Simulated jobs, %d–%d", "Simulerede job, %d–%d", c.base, c.To), c.Lang, c.Lang.GroupName)
}

// tornadoTable is the figures of the tornado: a row for each value of each
// assumption.
func (c *Chapter) tornadoTable(t *projection.Tornado) *notebook.Table {
	out := notebook.Table{
		Caption: c.say("Jobs in %d when one assumption is varied, %s", "Job i %d, når én forudsætning varieres, %s", c.To, c.unit()),
		Columns: []notebook.Column{
			{Header: c.say("Assumption", "Forudsætning")}, {Header: c.say("Value", "Værdi")}, c.column("", c.say("Jobs", "Job")),
			{Header: c.say("Change", "Ændring"), Signed: true, Decimals: c.decimals()},
		},
	}
	for _, b := range t.Bars {
		for i, v := range b.Values {
			name, value := c.assumption(b.Assumption, v.Values[0])
			out.Rows = append(out.Rows, []notebook.Cell{notebook.Str(name), notebook.Str(value), notebook.Num(b.Levels[i]), notebook.Num(b.Levels[i] - t.Level)})
		}
	}
	file := notebook.FromView(t.View(), "tornado", "", c.Lang)
	out.Data = &file
	return &out
}

// gridTable is the figures of the grid: market growth across, productivity down.
func (c *Chapter) gridTable(g *projection.SensitivityGrid) *notebook.Table {
	down, _ := c.assumption(g.Rows.Assumption, 0)
	across, _ := c.assumption(g.Columns.Assumption, 0)
	out := notebook.Table{
		Caption: c.say("Jobs in %d by %s, %s", "Job i %d efter %s, %s", c.To, lowerFirst(across), c.unit()),
		Columns: []notebook.Column{{Header: down}},
	}
	for _, v := range g.Columns.Values {
		_, value := c.assumption(g.Columns.Assumption, v.Values[0])
		out.Columns = append(out.Columns, c.column("", value))
	}
	for i, v := range g.Rows.Values {
		_, value := c.assumption(g.Rows.Assumption, v.Values[0])
		row := []notebook.Cell{notebook.NumAs(v.Values[0], value)}
		for _, level := range g.Levels[i] {
			row = append(row, notebook.Num(level))
		}
		out.Rows = append(out.Rows, row)
	}
	file := notebook.FromView(g.View(), "grid", "", c.Lang)
	out.Data = &file
	return &out
}

// assumption names an assumption that is varied, and writes a value of it.
func (c *Chapter) assumption(a projection.Assumption, x float64) (name, value string) {
	switch a {
	case projection.ProductivityGrowth:
		return c.say("Productivity growth", "Produktivitetsvækst"), c.percent(x)
	case projection.ShareGrowth:
		return c.say("Growth of the market share", "Vækst i markedsandelen"), c.percent(x)
	case projection.JobElasticity:
		return c.say("Elasticity of jobs", "Jobelasticitet"), c.Lang.Number(x, 1)
	case projection.BaseJobs:
		return c.say("Jobs in the base year", "Job i udgangsåret"), c.jobs(x)
	}
	return c.say("Market growth", "Markedsvækst"), c.percent(x)
}
