package dynamics

import (
	"cmp"
	"slices"

	"smartcity/growth"
	"smartcity/sector"
)

// Repeated says what becomes of a company that has several rows in one year.
type Repeated uint8

const (
	// RefuseRepeated makes a doubled company-year a [*RepeatedError].
	RefuseRepeated Repeated = iota
	// SumRepeated adds the rows up. A sum of which a part is not known is not
	// known: suppressed if a part is, else missing. Sector and region are those of
	// the row with the most jobs, then the first by name. The sum does not depend
	// on the order of the rows.
	SumRepeated
	// FirstRepeated takes the row that came first.
	FirstRepeated
	// LastRepeated takes the row that came last, as where a file holds later
	// corrections.
	LastRepeated
)

// String says in words what becomes of repeated rows.
func (r Repeated) String() string {
	return [...]string{"refused", "added up", "the first taken", "the last taken"}[r]
}

// join makes one row of several of the same company and year.
func (b *PanelBuilder) join(rows []int32, sectorRank, regionRank []int32) builderRow {
	switch b.opt.Repeated {
	case FirstRepeated:
		return b.rows[rows[0]]
	case LastRepeated:
		return b.rows[rows[len(rows)-1]]
	}
	main := slices.MinFunc(rows, func(i, j int32) int {
		x, y := &b.rows[i], &b.rows[j]
		return cmp.Or(cmp.Compare(y.jobs, x.jobs), // NaN is below every number
			cmp.Compare(sectorRank[x.sector], sectorRank[y.sector]), cmp.Compare(regionRank[x.region], regionRank[y.region]))
	})
	sum := b.rows[main]
	var jobs, revenue growth.Sum
	sum.jobsStatus, sum.revenueStatus = sector.Known, sector.Known
	for _, i := range rows {
		jobs.Add(b.rows[i].jobs)
		revenue.Add(b.rows[i].revenue)
		sum.jobsStatus = lessKnown(sum.jobsStatus, b.rows[i].jobsStatus)
		sum.revenueStatus = lessKnown(sum.revenueStatus, b.rows[i].revenueStatus)
	}
	sum.jobs, sum.revenue = jobs.Float64(), revenue.Float64()
	return sum
}

// lessKnown is the status of a sum: suppressed if a part is, else missing if a
// part is.
func lessKnown(a, b sector.Status) sector.Status {
	switch {
	case a == sector.Suppressed || b == sector.Suppressed:
		return sector.Suppressed
	case a == sector.Missing || b == sector.Missing:
		return sector.Missing
	}
	return sector.Known
}
