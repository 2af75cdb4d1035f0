package structure

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"

	"smartcity/growth"
	"smartcity/sector"
)

// grid is a year of a column of a table, by sector and region; other dimensions
// are added up.
type grid struct {
	byRegion         bool
	sectors, regions []string // in order, what is not stated last
	cells            map[groupKey]strictSum
	bySector         map[string]strictSum // over all regions
	partly           PartlyKnown
}

type groupKey struct{ sector, region string }

// strictSum is a sum that is known only if all of its figures are: part of a
// cell would pass for all of it. One that is suppressed hides the sum.
type strictSum struct {
	sum             growth.Sum
	n               int
	missing, secret bool
}

func (s *strictSum) add(f sector.Figure) {
	s.n++
	switch f.Status() {
	case sector.Known:
		s.sum.Add(f.Float64())
	case sector.Suppressed:
		s.secret = true
	default:
		s.missing = true
	}
}

func (s *strictSum) merge(t strictSum) {
	s.n += t.n
	s.sum.Merge(t.sum)
	s.missing = s.missing || t.missing
	s.secret = s.secret || t.secret
}

// figure returns the sum, and missing for one of nothing.
func (s strictSum) figure() sector.Figure {
	switch {
	case s.secret:
		return sector.Hidden()
	case s.missing || s.n == 0:
		return sector.Figure{}
	}
	return sector.Value(s.sum.Float64())
}

// tabulate reads a year of a table. The name is that of the parameter.
func tabulate(name string, t *sector.Table, c sector.Column, year int) (grid, error) {
	at := map[string]int{"sector": -1, "year": -1, "region": -1}
	for i, d := range t.By {
		if _, ok := at[d.Name()]; ok {
			at[d.Name()] = i
		}
	}
	for _, dimension := range []string{"sector", "year"} {
		if at[dimension] < 0 {
			return grid{}, &DimensionError{name, dimension}
		}
	}
	if years := t.Years(); !slices.Contains(years, year) {
		var have []string
		for _, y := range years {
			have = append(have, strconv.Itoa(y))
		}
		return grid{}, &GroupError{name, "year", strconv.Itoa(year), have}
	}
	g := grid{
		byRegion: at["region"] >= 0, cells: map[groupKey]strictSum{}, bySector: map[string]strictSum{},
		partly: PartlyKnown{Of: name},
	}
	regions := map[string]bool{}
	for i := range t.Rows {
		r := &t.Rows[i]
		if r.Year != year {
			continue
		}
		key := groupKey{sector: r.Key[at["sector"]]}
		if g.byRegion {
			key.region = r.Key[at["region"]]
			regions[key.region] = true
		}
		cell := cellOf(r, c)
		sum, all := g.cells[key], g.bySector[key.sector]
		sum.add(figureOf(cell))
		all.add(figureOf(cell))
		g.cells[key], g.bySector[key.sector] = sum, all
		if cell.Sum.Known() {
			g.partly.Missing += cell.Missing
			g.partly.Suppressed += cell.Suppressed
		}
	}
	g.sectors, g.regions = inOrder(maps.Keys(g.bySector)), inOrder(maps.Keys(regions))
	return g, nil
}

// cellOf returns a column that adds up.
func cellOf(r *sector.Row, c sector.Column) sector.Cell {
	switch c {
	case sector.Jobs:
		return r.Jobs
	case sector.Firms:
		return r.Firms
	case sector.Revenue:
		return r.Revenue
	case sector.FirmsWeighted:
		return r.FirmsWeighted
	}
	panic("structure: ratios of a table have no shares, ask for a column that adds up")
}

// figureOf returns the sum of a cell. Where nothing is known of it and some of
// that is suppressed, so is the sum.
func figureOf(c sector.Cell) sector.Figure {
	if !c.Sum.Known() && c.Suppressed > 0 {
		return sector.Hidden()
	}
	return c.Sum
}

// inOrder returns names by code point, what is not stated last, as tables have
// them.
func inOrder(names iter.Seq[string]) []string {
	return slices.SortedFunc(names, func(a, b string) int {
		if a == "" || b == "" {
			return cmp.Compare(len(b), len(a))
		}
		return strings.Compare(a, b)
	})
}

// of returns a sector in a region, and whether the table has it.
func (g *grid) of(name, region string) (sector.Figure, bool) {
	sum, ok := g.cells[groupKey{name, region}]
	return sum.figure(), ok
}

// sector returns a sector over all regions, and whether the table has it.
func (g *grid) sector(name string) (sector.Figure, bool) {
	sum, ok := g.bySector[name]
	return sum.figure(), ok
}

// region returns all sectors in a region, and whether the table has it.
func (g *grid) region(region string) (sector.Figure, bool) {
	var all strictSum
	for _, name := range g.sectors {
		all.merge(g.cells[groupKey{name, region}])
	}
	return all.figure(), all.n > 0
}

// union returns the names of both in order.
func union(a, b []string) []string {
	names := map[string]bool{}
	for _, name := range slices.Concat(a, b) {
		names[name] = true
	}
	return inOrder(maps.Keys(names))
}

// without returns the names that others do not have, in order.
func without(names, others []string) []string {
	has := map[string]bool{}
	for _, name := range others {
		has[name] = true
	}
	var out []string
	for _, name := range names {
		if !has[name] {
			out = append(out, name)
		}
	}
	return out
}

// floats returns figures as the measures take them.
func floats(figures []sector.Figure) []float64 {
	out := make([]float64, len(figures))
	for i, f := range figures {
		out[i] = f.Float64()
	}
	return out
}

// hidden returns a suppressed figure if one of the figures is, and a missing one
// otherwise: what is made of figures of which nothing is known.
func hidden(figures ...sector.Figure) sector.Figure {
	if slices.ContainsFunc(figures, func(f sector.Figure) bool { return f.Status() == sector.Suppressed }) {
		return sector.Hidden()
	}
	return sector.Figure{}
}
