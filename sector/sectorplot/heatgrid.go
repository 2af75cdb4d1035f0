package sectorplot

import (
	"cmp"
	"slices"
	"strings"

	"smartcity/growth"
	"smartcity/sector"
)

// heatGrid is the figures of a heat map.
type heatGrid struct {
	rows, columns []heatGroup
	figures       [][]heatCell

	hidden  [2]int // rows and columns that are not shown
	unknown int    // cells in "Other" that are not known
	merged  bool   // there is an "Other"
}

// heatGroup is a row or a column.
type heatGroup struct {
	name string
	rest bool    // by its name what others leave
	size float64 // it is ordered by
}

// heatCell is a figure.
type heatCell struct {
	figure sector.Figure
	none   bool // no company is behind it
	merged bool // it is several cells, in "Other", and in no class
}

// newHeatGrid orders the rows of a table by two of its dimensions.
func newHeatGrid(rows []sector.Row, down, across int, column sector.Column) *heatGrid {
	g := &heatGrid{}
	var downs, acrosses map[string]int
	g.rows, downs = heatGroups(rows, down, column)
	g.columns, acrosses = heatGroups(rows, across, column)
	for range g.rows {
		line := make([]heatCell, len(g.columns))
		for k := range line {
			line[k].none = true
		}
		g.figures = append(g.figures, line)
	}
	for i := range rows {
		r := &rows[i]
		g.figures[downs[r.Key[down]]][acrosses[r.Key[across]]] = heatCell{figure: figureOf(r, column)}
	}
	return g
}

// figureOf is the figure of a row. The sum of a table is missing where nothing is
// known; this says where that is because somebody may not tell.
func figureOf(r *sector.Row, column sector.Column) sector.Figure {
	f := r.Figure(column)
	if f.Known() {
		return f
	}
	var of []sector.Cell
	switch column {
	case sector.Jobs:
		of = []sector.Cell{r.Jobs}
	case sector.Firms:
		of = []sector.Cell{r.Firms}
	case sector.FirmsWeighted:
		of = []sector.Cell{r.FirmsWeighted}
	case sector.Revenue:
		of = []sector.Cell{r.Revenue}
	case sector.RevenuePerJob:
		of = []sector.Cell{r.Revenue, r.Jobs}
	case sector.JobsPerFirm:
		of = []sector.Cell{r.Jobs, r.Firms}
	}
	for _, c := range of {
		if c.Suppressed > 0 || c.Sum.Status() == sector.Suppressed {
			return sector.Hidden()
		}
	}
	return f
}

// heatGroups are the groups of a dimension, the largest first; what is by its
// name the rest, and what is not stated, come last.
func heatGroups(rows []sector.Row, dimension int, column sector.Column) ([]heatGroup, map[string]int) {
	if !column.Additive() {
		column = sector.Jobs
	}
	sums := map[string]*growth.Sum{}
	for i := range rows {
		name := rows[i].Key[dimension]
		if sums[name] == nil {
			sums[name] = &growth.Sum{}
		}
		if f := rows[i].Figure(column); f.Known() {
			sums[name].Add(f.Float64())
		}
	}
	var groups []heatGroup
	for name, sum := range sums {
		groups = append(groups, heatGroup{name, name == "" || isRest(name), sum.Float64()})
	}
	slices.SortFunc(groups, func(a, b heatGroup) int {
		switch {
		case a.rest != b.rest && a.rest:
			return 1
		case a.rest != b.rest:
			return -1
		}
		return cmp.Or(cmp.Compare(b.size, a.size), strings.Compare(b.name, a.name)*sign(a.rest))
	})
	at := map[string]int{}
	for i, g := range groups {
		at[g.name] = i
	}
	return groups, at
}

// sign turns the order of names around, so that "" comes after all others.
func sign(rest bool) int {
	if rest {
		return 1
	}
	return -1
}

// cut keeps so many rows and columns. Of figures that add up the last of each
// holds what is left; others names it.
func (g *heatGrid) cut(rows, columns int, additive bool, otherRows, otherColumns func(n int) string) *heatGrid {
	out := &heatGrid{rows: g.rows, columns: g.columns, hidden: [2]int{len(g.rows) - rows, len(g.columns) - columns}}
	fold := func(groups []heatGroup, n int, other func(int) string) []heatGroup {
		switch {
		case n == len(groups):
			return groups
		case additive:
			return append(slices.Clone(groups[:n-1]), heatGroup{name: other(len(groups) - n + 1), rest: true})
		}
		return groups[:n]
	}
	out.rows, out.columns = fold(g.rows, rows, otherRows), fold(g.columns, columns, otherColumns)
	out.merged = additive && (rows < len(g.rows) || columns < len(g.columns))
	for i := range rows {
		line := make([]heatCell, columns)
		for k := range line {
			line[k] = g.sum(span(i, rows, len(g.rows), additive), span(k, columns, len(g.columns), additive), &out.unknown)
		}
		out.figures = append(out.figures, line)
	}
	return out
}

// span is the groups that the i-th of n stands for, of all there are.
func span(i, n, all int, additive bool) [2]int {
	if additive && i == n-1 {
		return [2]int{i, all}
	}
	return [2]int{i, i + 1}
}

// sum adds up cells, and counts those of several that are not known.
func (g *heatGrid) sum(rows, columns [2]int, unknown *int) heatCell {
	if rows[1]-rows[0] == 1 && columns[1]-columns[0] == 1 {
		return g.figures[rows[0]][columns[0]]
	}
	out := heatCell{none: true, merged: true}
	var sum growth.Sum
	known, suppressed, cells := 0, 0, 0
	for _, line := range g.figures[rows[0]:rows[1]] {
		for _, c := range line[columns[0]:columns[1]] {
			if c.none {
				continue
			}
			cells++
			switch c.figure.Status() {
			case sector.Known:
				known++
				sum.Add(c.figure.Float64())
			case sector.Suppressed:
				suppressed++
			}
		}
	}
	*unknown += cells - known
	out.none = cells == 0
	switch {
	case known > 0:
		out.figure = sector.Value(sum.Float64())
	case suppressed > 0:
		out.figure = sector.Hidden()
	}
	return out
}
