package sector

import (
	"encoding/binary"
	"fmt"
	"slices"

	"smartcity/growth"
)

// Rows are several companies of one sector, region and year of which the same
// figures are known, added up beforehand.
type Rows struct {
	Sector, Region string
	Year           int
	N              int // companies

	FTE, Employees, Revenue, Firms Part
}

// Part is the sum of a figure over companies that all have it known, all
// missing, or all suppressed.
type Part struct {
	Status Status
	Sum    growth.Sum // empty unless known
}

// TakesRows reports whether the builder's groups can be told from sector,
// region and year, its firms counted without the companies, and no
// contributions are asked for, so that [Builder.AddRows] can be used.
func (b *Builder) TakesRows() bool {
	return b.opt.Firms != CountIDs && !b.opt.Contributions && !slices.ContainsFunc(b.opt.By, func(d Dimension) bool { return d.kind == bySize || d.kind == byFunction })
}

// AddRows adds companies that were added up beforehand, and that
// [Company.Validate] accepts one by one. The table is that of adding each: to
// the bit where a [growth.Sum] is exact. Under CountRows each company is one
// firm, whatever Firms says. Rows of no companies make no group. It returns an
// error, and adds nothing, unless [Builder.TakesRows].
func (b *Builder) AddRows(r *Rows) error {
	if !b.TakesRows() {
		return fmt.Errorf("sector: companies added up beforehand have no place in a table of %s", b.describe())
	}
	if r.N == 0 {
		return nil
	}
	c := Company{Sector: r.Sector, Region: r.Region, Year: r.Year}
	b.key = b.key[:0]
	for _, d := range b.opt.By {
		if d.kind == byYear {
			b.key = binary.AppendVarint(b.key, int64(c.Year))
			continue
		}
		value := d.value(&c, b.opt.Measure)
		b.key = binary.AppendUvarint(b.key, uint64(len(value)))
		b.key = append(b.key, value...)
	}
	g, ok := b.groups[string(b.key)]
	if !ok {
		g = b.newGroup(&c)
		b.groups[string(b.key)] = g
	}
	firms, jobs := r.Firms, r.FTE
	if b.opt.Firms == CountRows {
		firms = Part{Status: Known}
		firms.Sum.Add(float64(r.N))
	}
	if b.opt.Measure == Employees {
		jobs = r.Employees
	}
	g.rows += r.N
	g.firms.addPart(firms, r.N)
	g.jobs.addPart(jobs, r.N)
	g.revenue.addPart(r.Revenue, r.N)
	g.revenuePerJob.addPart(r.Revenue, jobs, r.N)
	g.jobsPerFirm.addPart(jobs, firms, r.N)
	b.sawYears(r.Year, r.Year)
	return nil
}

func (c *column) addPart(p Part, n int) {
	c.count[p.Status] += n
	if p.Status == Known {
		c.sum.Merge(p.Sum)
	}
}

func (p *pair) addPart(of, by Part, n int) {
	if of.Status == Known && by.Status == Known {
		p.rows += n
		p.of.Merge(of.Sum)
		p.by.Merge(by.Sum)
	}
}
