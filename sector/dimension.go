package sector

import (
	"cmp"
	"strconv"
	"strings"
)

// Dimension is something that companies are grouped by. The zero value groups
// by sector.
type Dimension struct {
	kind dimensionKind
	name string
	of   func(Company) string
}

type dimensionKind uint8

const (
	bySector dimensionKind = iota
	byRegion
	byYear
	bySize
	byFunction
)

// BySector groups by Company.Sector.
func BySector() Dimension { return Dimension{} }

// ByRegion groups by Company.Region.
func ByRegion() Dimension { return Dimension{kind: byRegion} }

// ByYear groups by Company.Year; totals are then taken year by year.
func ByYear() Dimension { return Dimension{kind: byYear} }

// BySize groups by the [SizeClass] of the table's job measure.
func BySize() Dimension { return Dimension{kind: bySize} }

// By groups by the text that a function makes of each company, in a column of a
// name of one's own. Groups are ordered by their text, code point by code point.
// The function must give the same text for the same company. By panics without
// a function.
func By(name string, of func(Company) string) Dimension {
	if of == nil {
		panic("sector: By without a function")
	}
	return Dimension{byFunction, name, of}
}

// Name returns the name of the column: "sector", "region", "year", "size", or
// the name given to [By].
func (d Dimension) Name() string {
	switch d.kind {
	case bySector:
		return "sector"
	case byRegion:
		return "region"
	case byYear:
		return "year"
	case bySize:
		return "size"
	}
	return d.name
}

// value is the group a company belongs to; empty is not stated.
func (d Dimension) value(c *Company, m Measure) string {
	switch d.kind {
	case bySector:
		return c.Sector
	case byRegion:
		return c.Region
	case byYear:
		return strconv.Itoa(c.Year)
	case bySize:
		return SizeOf(c.Jobs(m)).String()
	}
	return d.of(*c)
}

// compare orders two groups; what is not stated comes last.
func (d Dimension) compare(a, b string) int {
	switch {
	case d.kind == bySize:
		return cmp.Compare(sizeRank(a), sizeRank(b))
	case a == "" || b == "":
		return cmp.Compare(len(b), len(a))
	}
	return strings.Compare(a, b) // years have four digits
}
