package dynamics

import (
	"fmt"

	"smartcity/sector"
)

// Grouping is what the rows of a result are made of.
type Grouping uint8

const (
	InTotal  Grouping = iota // no rows, the totals alone
	BySector                 // a company that changes sector moves between rows
	ByRegion                 // a company that changes region moves between rows
	// ByBaseSize: the [sector.SizeClass] by jobs in the first of the two years; of
	// a company that has no jobs in it, by jobs in the second.
	ByBaseSize
	// ByMeanSize: the size class by the mean of the jobs in the two years, zero
	// where there is no company.
	ByMeanSize
)

// String returns the name of the column: "sector", "region", "base_size" or
// "mean_size", and "total" for InTotal.
func (g Grouping) String() string {
	names := [...]string{"total", "sector", "region", "base_size", "mean_size"}
	if int(g) >= len(names) {
		return fmt.Sprintf("Grouping(%d)", uint8(g))
	}
	return names[g]
}

// groups are the names of the groups that a panel can have.
func (p *Panel) groups(g Grouping) []string {
	switch g {
	case BySector:
		return p.sectors
	case ByRegion:
		return p.regions
	case ByBaseSize, ByMeanSize:
		names := make([]string, 0, sector.Large+1)
		for s := sector.Micro; s <= sector.Large; s++ {
			names = append(names, s.String())
		}
		return append(names, sector.SizeNotKnown.String())
	case InTotal:
		return nil
	}
	panic(fmt.Sprintf("dynamics: there is no Grouping %d", g))
}

// groupOf is the group of a row; size classes have none, they are of two years.
func (p *Panel) groupOf(r int32, g Grouping) int32 {
	if g == BySector {
		return p.sector[r]
	}
	return p.region[r]
}

// sizeGroup is the size class of a company by its jobs in two years, NaN where
// they are not known.
func sizeGroup(g Grouping, kind change, x0, x1 float64) int32 {
	x := x0
	switch {
	case kind == returned || g == ByBaseSize && x0 == 0:
		x = x1
	case kind == paused:
	case g == ByMeanSize:
		x = x0/2 + x1/2
	}
	size := sector.SizeOf(sector.Value(x))
	if size == sector.SizeNotKnown {
		return int32(sector.Large)
	}
	return int32(size) - 1
}
