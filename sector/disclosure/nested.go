package disclosure

import (
	"fmt"
	"slices"
	"strings"

	"smartcity/sector"
)

// NestedTables signifies that the rows of two tables add up to each other in
// groups, such as those of a table by industry and of one by section of industry,
// which Protect cannot see as long as no table is by both. Give that one too; it
// need not be published.
type NestedTables struct {
	Tables [2]int
	By     []string // the dimensions of both
}

func (e *NestedTables) Error() string {
	return fmt.Sprintf("disclosure: the rows of tables %d and %d add up to each other in groups: give a table by %s too", e.Tables[0], e.Tables[1], strings.Join(e.By, ", "))
}

// nested returns an error if rows of two tables, which differ in a dimension of
// the user's own, hold the same companies in more than one group. Sectors,
// regions, years and size classes are no groups of each other.
func nested(tables []*sector.Table) error {
	for b, t := range tables {
		for a, u := range tables[:b] {
			first, second := names(u), names(t)
			both := slices.Clone(first)
			for _, name := range second {
				if !slices.Contains(both, name) {
					both = append(both, name)
				}
			}
			covers := func(v *sector.Table) bool {
				return !slices.ContainsFunc(both, func(name string) bool { return !slices.Contains(names(v), name) })
			}
			own := slices.ContainsFunc(both, func(name string) bool {
				return !builtIn(name) && slices.Contains(first, name) != slices.Contains(second, name)
			})
			if own && !slices.ContainsFunc(tables, covers) && groups(u, t) {
				return &NestedTables{Tables: [2]int{a, b}, By: both}
			}
		}
	}
	return nil
}

// groups reports whether the rows of two tables that agree in the dimensions they
// have in common fall into several groups without a company in common, or whether
// nobody can tell, for want of IDs.
func groups(t, u *sector.Table) bool {
	leader := map[string]string{}
	var find func(x string) string
	find = func(x string) string {
		if have, ok := leader[x]; ok && have != x {
			leader[x] = find(have)
			return leader[x]
		}
		leader[x] = x
		return x
	}
	common := map[string]string{} // of each row
	for n, v := range []*sector.Table{t, u} {
		other := names([]*sector.Table{u, t}[n])
		for i := range v.Rows {
			r := &v.Rows[i]
			var key []string
			for d, name := range names(v) {
				if slices.Contains(other, name) {
					key = append(key, fmt.Sprintf("%q %q", name, r.Key[d]))
				}
			}
			slices.Sort(key)
			row := fmt.Sprint("row ", n, " ", i)
			common[row] = fmt.Sprint(key)
			for _, x := range r.Contributions {
				if x.ID == "" {
					return true
				}
				leader[find(row)] = find(common[row] + " " + x.ID)
			}
		}
	}
	groups := map[string]string{}
	for row, key := range common {
		group := find(row)
		if have, ok := groups[key]; ok && have != group {
			return true
		}
		groups[key] = group
	}
	return false
}

// builtIn reports whether a dimension is one of package sector's.
func builtIn(name string) bool {
	return slices.Contains([]string{sector.BySector().Name(), sector.ByRegion().Name(), sector.ByYear().Name(), sector.BySize().Name()}, name)
}
