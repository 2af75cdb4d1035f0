package sector

import (
	"cmp"
	"slices"
	"strings"

	"smartcity/growth"
)

// Contribution is what one company adds to a row of a table made with
// [Options].Contributions. It is what the rules of package disclosure are about,
// and not for publication: a table that leaves the house has none.
type Contribution struct {
	ID string // of the company; "" if it is not stated, and the row of the file is then a company of its own

	// Sums of what is known in the company's rows of the group: one row, unless
	// rows are establishments or of several years. Where nothing is known they
	// are suppressed if any of them is, and missing otherwise.
	Jobs, Revenue Figure

	// The parts of Jobs and Revenue that come from rows without the other
	// figure, and which a ratio of the two therefore leaves out; missing if
	// there is no such row.
	JobsAlone, RevenueAlone Figure

	Both bool // some row has both figures

	// Named says that the group is called like the company: by its name, and in a
	// dimension made with By also by its ID or establishment.
	Named bool
}

// record is a row of the file, kept for contributions.
type record struct {
	id            string
	jobs, revenue Figure
	named         bool
}

// addRecord keeps what contributions are made of.
func (g *group) addRecord(c *Company, by []Dimension, jobs Figure) {
	r := record{id: strings.Clone(c.ID), jobs: jobs, revenue: c.Revenue}
	for i, d := range by {
		if name := g.key[i]; name != "" && d.kind != byYear && d.kind != bySize {
			r.named = r.named || name == c.Name || d.kind == byFunction && (name == c.ID || name == c.Establishment)
		}
	}
	g.records = append(g.records, r)
}

// contributions joins the records of each company. Records are sorted by all
// that is in them, so that their order in the file does not matter.
func (g *group) contributions() []Contribution {
	if len(g.records) == 0 {
		return nil
	}
	records := slices.Clone(g.records)
	slices.SortFunc(records, func(a, b record) int {
		return cmp.Or(strings.Compare(a.id, b.id), a.jobs.compare(b.jobs), a.revenue.compare(b.revenue))
	})
	var out []Contribution
	for from := 0; from < len(records); {
		to := from + 1
		for to < len(records) && records[to].id != "" && records[to].id == records[from].id {
			to++
		}
		out = append(out, join(records[from:to]))
		from = to
	}
	return out
}

// join adds up the records of a company.
func join(records []record) Contribution {
	var jobs, revenue, jobsAlone, revenueAlone column
	out := Contribution{ID: records[0].id}
	for _, r := range records {
		jobs.add(r.jobs)
		revenue.add(r.revenue)
		switch {
		case r.jobs.Known() && r.revenue.Known():
			out.Both = true
		case r.jobs.Known():
			jobsAlone.add(r.jobs)
		case r.revenue.Known():
			revenueAlone.add(r.revenue)
		}
		out.Named = out.Named || r.named
	}
	out.Jobs, out.Revenue = jobs.figure(), revenue.figure()
	out.JobsAlone, out.RevenueAlone = jobsAlone.figure(), revenueAlone.figure()
	return out
}

// figure is the sum of what is known, or why there is none.
func (c *column) figure() Figure {
	switch {
	case c.count[Known] > 0:
		return Value(c.sum.Float64())
	case c.count[Suppressed] > 0:
		return Hidden()
	}
	return Figure{}
}

// compare orders figures: by status, then by value.
func (f Figure) compare(g Figure) int {
	return cmp.Or(cmp.Compare(f.Status(), g.Status()), cmp.Compare(f.Float64(), g.Float64()))
}

// JoinContributions returns the contributions to a group made of several, such
// as the total of a table: those with the same ID become one. Contributions
// without an ID stay apart. The result is sorted by ID and does not depend on
// the order of the parts.
func JoinContributions(parts ...[]Contribution) []Contribution {
	all := slices.Concat(parts...)
	slices.SortFunc(all, func(a, b Contribution) int {
		return cmp.Or(strings.Compare(a.ID, b.ID), a.Jobs.compare(b.Jobs), a.Revenue.compare(b.Revenue),
			a.JobsAlone.compare(b.JobsAlone), a.RevenueAlone.compare(b.RevenueAlone))
	})
	var out []Contribution
	for _, c := range all {
		if n := len(out); n > 0 && c.ID != "" && out[n-1].ID == c.ID {
			out[n-1] = out[n-1].plus(c)
			continue
		}
		out = append(out, c)
	}
	return out
}

func (c Contribution) plus(d Contribution) Contribution {
	c.Jobs, c.Revenue = c.Jobs.plus(d.Jobs), c.Revenue.plus(d.Revenue)
	c.JobsAlone, c.RevenueAlone = c.JobsAlone.plus(d.JobsAlone), c.RevenueAlone.plus(d.RevenueAlone)
	c.Both, c.Named = c.Both || d.Both, c.Named || d.Named
	return c
}

// plus adds two figures, skipping what is not known.
func (f Figure) plus(g Figure) Figure {
	if f.Known() && g.Known() {
		var s growth.Sum
		s.Add(f.Float64())
		s.Add(g.Float64())
		return Value(s.Float64())
	}
	if f.compare(g) < 0 { // missing, suppressed, known
		return g
	}
	return f
}
