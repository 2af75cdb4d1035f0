package dynamics

import (
	"cmp"
	"fmt"
	"math"
	"math/big"
	"slices"

	"smartcity/sector"
)

// Repeated says what becomes of a company that has several rows in one year.
type Repeated uint8

const (
	// RefuseRepeated makes a doubled company-year a [*RepeatedError].
	RefuseRepeated Repeated = iota
	// SumRepeated adds the rows up, as the decimals they are written as: 0.04 and
	// 17.24 are 17.28. A sum of which a part is not known is not known: suppressed if
	// a part is, else missing. Sector and region are those of the row with the most
	// jobs, then the first by name. The sum does not depend on the order of the rows.
	SumRepeated
	// FirstRepeated takes the row that came first.
	FirstRepeated
	// LastRepeated takes the row that came last, as where a file holds later
	// corrections.
	LastRepeated
)

// String says in words what becomes of repeated rows.
func (r Repeated) String() string {
	names := [...]string{"refused", "added up", "the first taken", "the last taken"}
	if int(r) >= len(names) {
		return fmt.Sprintf("Repeated(%d)", uint8(r))
	}
	return names[r]
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
	var jobs, revenue decimalSum
	sum.jobsStatus, sum.revenueStatus = sector.Known, sector.Known
	for _, i := range rows {
		jobs.add(b.rows[i].jobs)
		revenue.add(b.rows[i].revenue)
		sum.jobsStatus = lessKnown(sum.jobsStatus, b.rows[i].jobsStatus)
		sum.revenueStatus = lessKnown(sum.revenueStatus, b.rows[i].revenueStatus)
	}
	sum.jobs, sum.revenue = jobs.float64(), revenue.float64()
	return sum
}

// decimalSum adds up decimals exactly, so that a rule which compares sums with
// decimals decides as one would on paper. Whole numbers, which are most figures,
// need no fractions for that.
type decimalSum struct {
	whole    int64
	fraction *big.Rat // of the other numbers, nil if there is none
	unknown  bool
}

func (s *decimalSum) add(x float64) {
	const most = 1 << 31 // more rows than a panel holds stay below 2⁶³
	switch {
	case math.IsNaN(x):
		s.unknown = true
	case x == math.Trunc(x) && math.Abs(x) <= most:
		s.whole += int64(x)
	case s.fraction == nil:
		s.fraction = decimal(x)
	default:
		s.fraction.Add(s.fraction, decimal(x))
	}
}

// float64 is the nearest number to the sum, NaN if a part was NaN.
func (s *decimalSum) float64() float64 {
	switch {
	case s.unknown:
		return math.NaN()
	case s.fraction == nil:
		return float64(s.whole)
	}
	x, _ := s.fraction.Add(s.fraction, new(big.Rat).SetInt64(s.whole)).Float64()
	return x
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
