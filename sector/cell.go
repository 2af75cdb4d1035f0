package sector

import "smartcity/growth"

// Cell is a column of a row: the sum over the companies of the group. Sum is
// the sum of what is known, and missing where nothing is. Known, Missing and
// Suppressed count the companies (rows of the file) by the status of their
// figure.
type Cell struct {
	Sum                        Figure
	Known, Missing, Suppressed int
}

// column accumulates a cell.
type column struct {
	sum   growth.Sum
	count [3]int // by Status
}

func (c *column) add(f Figure) {
	c.count[f.Status()]++
	if f.Known() {
		c.sum.Add(f.Float64())
	}
}

func (c *column) merge(d *column) {
	c.sum.Merge(d.sum)
	for s, n := range d.count {
		c.count[s] += n
	}
}

func (c *column) cell() Cell {
	out := Cell{Known: c.count[Known], Missing: c.count[Missing], Suppressed: c.count[Suppressed]}
	if out.Known > 0 {
		out.Sum = Value(c.sum.Float64())
	}
	return out
}

// pair accumulates two figures over the rows that have both.
type pair struct {
	rows   int
	of, by growth.Sum
}

func (p *pair) add(of, by Figure) {
	if of.Known() && by.Known() {
		p.rows++
		p.of.Add(of.Float64())
		p.by.Add(by.Float64())
	}
}

func (p *pair) merge(q *pair) {
	p.rows += q.rows
	p.of.Merge(q.of)
	p.by.Merge(q.by)
}

func (p *pair) ratio() Figure {
	if p.rows == 0 {
		return Figure{}
	}
	return Value(p.of.Float64()).over(Value(p.by.Float64()))
}

// group accumulates a row of the table.
type group struct {
	key  []string
	year int
	rows int

	firms, jobs, revenue       column
	revenuePerJob, jobsPerFirm pair
	weighted                   column // the firms column, under CountIDs

	ids map[string]bool // distinct companies; true where one has a job figure

	records []record // under Options.Contributions
}

// add adds a company whose firms figure has been settled.
func (g *group) add(c *Company, m Measure, firms Figure) {
	jobs := c.Jobs(m)
	g.rows++
	g.firms.add(firms)
	g.jobs.add(jobs)
	g.revenue.add(c.Revenue)
	g.revenuePerJob.add(c.Revenue, jobs)
	g.jobsPerFirm.add(jobs, firms)
}

// addID notes a distinct company.
func (g *group) addID(id string, hasJobs bool) {
	if g.ids == nil {
		g.ids = map[string]bool{}
	}
	g.ids[id] = g.ids[id] || hasJobs
}

func (g *group) merge(h *group) {
	g.rows += h.rows
	g.firms.merge(&h.firms)
	g.weighted.merge(&h.weighted)
	g.jobs.merge(&h.jobs)
	g.revenue.merge(&h.revenue)
	g.revenuePerJob.merge(&h.revenuePerJob)
	g.jobsPerFirm.merge(&h.jobsPerFirm)
	for id, hasJobs := range h.ids {
		g.addID(id, hasJobs)
	}
	g.records = append(g.records, h.records...)
}

func (g *group) row() Row {
	r := Row{
		Key: g.key, Year: g.year, Rows: g.rows,
		Firms: g.firms.cell(), FirmsWeighted: g.firms.cell(), Jobs: g.jobs.cell(), Revenue: g.revenue.cell(),
		RevenuePerJob: g.revenuePerJob.ratio(), JobsPerFirm: g.jobsPerFirm.ratio(),
		Contributions: g.contributions(),
	}
	if g.weighted.count != [3]int{} {
		r.FirmsWeighted = g.weighted.cell()
	}
	if g.ids != nil {
		withJobs := 0
		for _, has := range g.ids {
			if has {
				withJobs++
			}
		}
		r.Firms.Sum = Value(float64(len(g.ids)))
		r.JobsPerFirm = Value(g.jobsPerFirm.of.Float64()).over(Value(float64(withJobs)))
	}
	return r
}
