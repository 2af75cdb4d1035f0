package growth

import (
	"cmp"
	"fmt"
	"math"
	"strings"
)

// Identity states that, in every year, the figure of a sector is a product of
// factors, Y = X₁·X₂·…·X_K. [JobsIdentity] and [RevenueIdentity] make the two
// that are asked for most; any other is written out.
type Identity struct {
	Y       Series // named after the sector
	Factors []Series
}

// JobsIdentity returns FTE = companies × FTE per company, or the same of
// employees. The factors are named "companies" and, after the unit of jobs
// (FTE if it has none), "fte_per_company" or "employees_per_company". Where there
// are no companies the second factor is NaN, which [LMDI] knows how to take.
func JobsIdentity(companies, jobs Series) Identity {
	unit := jobUnit(jobs)
	return Identity{Y: jobs, Factors: []Series{
		companies.named("companies"),
		jobs.per(companies, unit+" per company"),
	}}
}

// RevenueIdentity returns revenue = companies × FTE per company × revenue per
// FTE, or the same of employees. Factors are named and computed as in
// [JobsIdentity], the third "revenue_per_fte" or "revenue_per_employee". Revenue
// without FTE is no such product; [LMDI] leaves the sector out and says so.
func RevenueIdentity(companies, jobs, revenue Series) Identity {
	unit := strings.TrimSuffix(jobUnit(jobs), "s")
	i := JobsIdentity(companies, jobs)
	perJob := revenue.per(jobs, strings.TrimSpace(revenue.Unit+" per "+unit))
	i.Y, i.Factors = revenue, append(i.Factors, perJob.named("revenue per "+unit))
	return i
}

// IdentityError says in which year the figure of a sector is not the product of
// its factors.
type IdentityError struct {
	Name       string // of the sector
	Year       int
	Y, Product float64 // in the unit of Y
}

func (e *IdentityError) Error() string {
	return fmt.Sprintf("growth: %q in %d is %v, and the product of its factors %v", e.Name, e.Year, e.Y, e.Product)
}

func jobUnit(jobs Series) string { return cmp.Or(jobs.Unit, "FTE") }

// named returns the series under another name, written as that of a column.
func (s Series) named(name string) Series {
	s.Name = strings.ReplaceAll(strings.ToLower(name), " ", "_")
	return s
}

// per returns the ratio of two series over the years of s, NaN where it is not
// known or the divisor is zero.
func (s Series) per(divisor Series, unit string) Series {
	out := s.like(unit).named(unit)
	for i, x := range s.Values {
		out.Values[i] = math.NaN()
		if d := divisor.At(s.FirstYear + i); d != 0 {
			out.Values[i] = x / d
		}
	}
	return out
}

// product returns the product of the factors in a year. Where one of them is
// zero it is zero, whatever is not known of the others: see [LMDI].
func (id Identity) product(year int) float64 {
	// In fractions, for factors may leave the range of numbers on the way.
	p, zero, exponent := exactly(1), false, 0
	for _, f := range id.Factors {
		x, up := math.Frexp(f.At(year))
		zero = zero || x == 0
		p = p.times(exactly(x))
		_, more := math.Frexp(p.high)
		p, exponent = p.shift(-more), exponent+up+more
	}
	if zero {
		return 0
	}
	return math.Ldexp(p.Float64(), exponent)
}
