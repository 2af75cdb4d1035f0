package structure

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"smartcity/sector"
)

// TopRows are the companies of a sector in a year, or of all sectors, with the
// largest of them one by one and the others added up beforehand.
type TopRows struct {
	Sector string
	All    []FigureRows // all companies

	// Largest are TopOptions.K companies, or all that are known, of which no other
	// comes before: the figure decides, then ID, name, sector and region. Rank and
	// shares are not looked at.
	Largest []TopCompany

	Equal map[float64]int // how many companies have each of the largest figures
}

// FigureRows are companies added up beforehand. Of those of which the figure is
// known, nobody's is negative or everybody's is.
type FigureRows struct {
	N int
	sector.Part
}

// TopCompaniesOfRows returns what [TopCompanies] does with the companies of a year
// one by one, of companies that are single ones and that
// [sector.Company.Validate] accepts.
func TopCompaniesOfRows(rows []TopRows, year int, options *TopOptions) (TopList, error) {
	o := options.withDefaults()
	out, of := o.list(year)
	whole := TopRows{Equal: map[float64]int{}}
	bySector := map[string]*TopRows{}
	for i := range rows {
		r := &rows[i]
		whole.All = append(whole.All, r.All...)
		whole.Largest = append(whole.Largest, r.Largest...)
		for x, n := range r.Equal {
			whole.Equal[x] += n
		}
		if o.BySectors {
			bySector[r.Sector] = r
		}
	}
	if !slices.ContainsFunc(whole.All, func(f FigureRows) bool { return f.N > 0 }) {
		return TopList{}, fmt.Errorf("structure: companies in %d: %w", year, ErrEmpty)
	}
	for _, name := range inOrder(maps.Keys(bySector)) {
		g, warnings := bySector[name].group(o.K, of)
		g.Sector = name
		out.Groups = append(out.Groups, g)
		out.Warnings = append(out.Warnings, about("sector", name, warnings...)...)
	}
	g, warnings := whole.group(o.K, of)
	g.Whole = true
	out.Groups = append(out.Groups, g)
	out.Warnings = append(out.Warnings, warnings...)
	return out, nil
}

func (r *TopRows) group(k int, of string) (TopGroup, []error) {
	var all count
	for i := range r.All {
		all.addPart(r.All[i].Part, r.All[i].N)
	}
	list := slices.SortedStableFunc(slices.Values(r.Largest), func(a, b TopCompany) int {
		return cmp.Or(cmp.Compare(b.Figure, a.Figure), strings.Compare(a.ID, b.ID), strings.Compare(a.Name, b.Name),
			strings.Compare(a.Sector, b.Sector), strings.Compare(a.Region, b.Region))
	})
	list = list[:min(k, len(list))]
	leftOff := 0
	if n := len(list); n > 0 {
		last := list[n-1].Figure
		leftOff = r.Equal[last]
		for _, c := range list {
			if c.Figure == last {
				leftOff--
			}
		}
	}
	return topGroup(list, all, leftOff, of)
}
