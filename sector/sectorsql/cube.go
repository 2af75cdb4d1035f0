package sectorsql

import (
	"context"
	"slices"

	"smartcity/sector"
)

// Cube asks an engine, in one statement, for the sector table of a query and for
// its margins: a table for each choice of the dimensions in Query.Options.By, that
// of all of them first and those of one dimension last. By sector, region and year
// there are seven, in the order of
//
//	sector × region × year, sector × region, sector × year, region × year, sector, region, year
//
// Each is what [Aggregate] returns with the dimensions of the choice, and so are
// errors. Sums, counts and the warnings of margins are made of the groups of the
// finest table, which is exact: every row is in one group. Distinct companies are
// not, since a company of two sectors is one in a region, so that under
// [sector.CountIDs] the engine counts them for every margin, and again for the
// totals of a year and of all years.
func Cube(ctx context.Context, db Querier, q Query) ([]*sector.Table, error) {
	c, err := newCube(&q)
	if err != nil {
		return nil, err
	}
	if err := run(ctx, db, &q, c.finest.l.text, c.finest.l.args, c.row); err != nil {
		return nil, err
	}
	var tables []*sector.Table
	for _, side := range c.sides {
		t, err := side.table()
		if err != nil {
			return nil, err
		}
		tables = append(tables, t)
	}
	return tables, nil
}

// cube adds the rows of a result to several tables.
type cube struct {
	finest *adder
	sides  []*adder // one a table
}

// Parts of the statement of a cube that counts distinct companies: those of the
// tables are numbered from firstSide.
const (
	yearTotals = 1 + iota // by year
	allTotals             // of all years
	firstSide
)

func newCube(q *Query) (*cube, error) {
	choices := choices(q.options().By)
	l, err := newLayoutOf(q, func(*layout) []margin {
		var out []margin
		year := sector.ByYear().Name()
		for i, choice := range choices {
			m := margin{part: firstSide + i}
			for _, d := range choice {
				m.by = append(m.by, d.Name())
			}
			out = append(out, m)
		}
		if slices.ContainsFunc(choices[0], func(d sector.Dimension) bool { return d.Name() == year }) {
			out = append(out, margin{part: yearTotals, by: []string{year}})
		}
		return append(out, margin{part: allTotals})
	})
	if err != nil {
		return nil, err
	}
	c := &cube{finest: newAdder(l)}
	for _, choice := range choices {
		side := *q
		side.Options.By = choice
		of := &layout{q: &side, year: l.year, figures: l.figures, ids: l.ids}
		for _, name := range l.texts {
			if name == "code" || slices.ContainsFunc(choice, func(d sector.Dimension) bool { return d.Name() == name }) {
				of.texts = append(of.texts, name)
			}
		}
		// Texts are in the order of the dimensions there, and so here.
		c.sides = append(c.sides, newAdder(of))
	}
	return c, nil
}

// choices are the choices of one dimension or more, the longest first, each in the
// order of the dimensions.
func choices(by []sector.Dimension) [][]sector.Dimension {
	out := [][]sector.Dimension{{}}
	for _, d := range slices.Backward(by) {
		for _, choice := range slices.Clone(out) {
			out = append(out, append([]sector.Dimension{d}, choice...))
		}
	}
	out = out[1:]
	place := func(d sector.Dimension) int {
		return slices.IndexFunc(by, func(e sector.Dimension) bool { return e.Name() == d.Name() })
	}
	slices.SortStableFunc(out, func(a, b []sector.Dimension) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		for i := range a {
			if order := place(a[i]) - place(b[i]); order != 0 {
				return order
			}
		}
		return 0
	})
	return out
}

// row takes a row of the result.
func (c *cube) row(columns []string, values []any) error {
	part, all, ids, err := c.finest.read(columns, values)
	if err != nil {
		return err
	}
	for i, side := range c.sides {
		of := *all
		of.texts = nil
		for k, name := range c.finest.l.texts {
			if slices.Contains(side.l.texts, name) {
				of.texts = append(of.texts, all.texts[k])
			}
		}
		row, total := side.l.keys(&of)
		switch {
		case part == classPart:
			err = side.add(&of)
		case part == firstSide+i:
			err = side.counts.count(groupPart, row, total, ids)
		case part == yearTotals && side.l.byYear(), part == allTotals && !side.l.byYear():
			err = side.counts.count(totalPart, row, total, ids)
		}
		if err != nil {
			return c.finest.l.at(all, err)
		}
	}
	return nil
}
