package disclosure

import (
	"cmp"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strings"

	"smartcity/sector"
)

// cube is what the tables are windows on: the same companies, grouped by
// several sets of dimensions. A level is such a set, as bits; the rows of a table
// are a level, its totals are another.
type cube struct {
	tables    []*sector.Table
	dims      []string
	levels    []level
	cells     []cell
	relations []relation
	byKey     map[string]int

	component  []int   // of each cell: cells that no relation ties together are in different ones
	components [][]int // the relations of each
	members    [][]int // the cells of each

	byPlace *lattice // made when it is needed
}

type level struct {
	dims  uint64
	cells []int
}

// cell is a group of companies at some level, with its figures in the clear.
type cell struct {
	level     int
	key       []string // one text a dimension of the cube; "" also where the level has none
	year      int
	row       sector.Row
	given     bool  // it stands in one of the tables
	published bool  // it does, or is taken to stand somewhere else
	leaf      bool  // it is the sum of no other cells
	above     []int // cells it is a part of

	column, minus column // a change of its figure up or down, over the relations of its component
}

// relation says that a cell is the sum of others.
type relation struct {
	total int
	parts []int
}

const yearName = "year"

// newCube collects the cells of tables and what is known of how they add up.
func newCube(tables []*sector.Table, margins Margins) (*cube, error) {
	c := &cube{tables: tables, byKey: map[string]int{}}
	for i, t := range tables {
		for _, d := range t.By {
			if !slices.Contains(c.dims, d.Name()) {
				c.dims = append(c.dims, d.Name())
			}
		}
		if t.Measure != tables[0].Measure || t.Currency != tables[0].Currency || t.FirmsOverlap != tables[0].FirmsOverlap {
			return nil, fmt.Errorf("disclosure: table %d is of %s, %s, or of firms counted in another way than those of table 0: take them apart, and publish what both have in one of them only", i, t.Measure, t.Currency)
		}
	}
	if len(c.dims) > 16 {
		return nil, fmt.Errorf("disclosure: %d dimensions are too many", len(c.dims))
	}
	for i, t := range tables {
		if err := c.addRows(i, t.Rows, false); err != nil {
			return nil, err
		}
		if err := c.addRows(i, t.Totals, true); err != nil {
			return nil, err
		}
	}
	c.addMargins(margins)
	c.relate()
	c.split()
	return c, nil
}

// addRows adds the rows or totals of a table.
func (c *cube) addRows(table int, rows []sector.Row, totals bool) error {
	t := c.tables[table]
	order := make([]*sector.Row, len(rows)) // by key, so that theirs does not matter
	for i := range rows {
		order[i] = &rows[i]
	}
	slices.SortStableFunc(order, func(a, b *sector.Row) int { return slices.Compare(a.Key, b.Key) })
	for _, r := range order {
		if len(r.Key) != len(t.By) {
			return fmt.Errorf("disclosure: table %d has a row with %d texts in its key, want %d", table, len(r.Key), len(t.By))
		}
		for _, column := range []sector.Column{sector.Jobs, sector.Revenue, sector.Firms} {
			if math.IsInf(r.Figure(column).Float64(), 0) {
				return fmt.Errorf("disclosure: %s of %q in table %d is infinite", columnName(t, column), r.Key, table)
			}
		}
		key, dims := c.keyOf(t, r, totals)
		if at, ok := c.byKey[keyText(dims, key)]; ok {
			have := &c.cells[at].row
			if err := c.alike(at, have, r); err != nil {
				return err
			}
			continue
		}
		c.addCell(dims, key, *r, true, true)
	}
	return nil
}

// keyOf returns the key of a row over the dimensions of the cube, and its level.
func (c *cube) keyOf(t *sector.Table, r *sector.Row, total bool) (key []string, dims uint64) {
	key = make([]string, len(c.dims))
	for i, d := range t.By {
		at := slices.Index(c.dims, d.Name())
		if total && (d.Name() != yearName || r.Year == 0) {
			continue
		}
		key[at] = r.Key[i]
		dims |= 1 << at
	}
	return key, dims
}

func keyText(dims uint64, key []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%x", dims)
	for _, k := range key {
		fmt.Fprintf(&b, ",%d:%s", len(k), k)
	}
	return b.String()
}

func (c *cube) addCell(dims uint64, key []string, row sector.Row, given, published bool) {
	at := slices.IndexFunc(c.levels, func(l level) bool { return l.dims == dims })
	if at < 0 {
		at = len(c.levels)
		c.levels = append(c.levels, level{dims: dims})
	}
	c.levels[at].cells = append(c.levels[at].cells, len(c.cells))
	c.byKey[keyText(dims, key)] = len(c.cells)
	c.cells = append(c.cells, cell{level: at, key: key, year: row.Year, row: row, given: given, published: published, leaf: true})
}

// relate finds the relations: a cell is the sum of the cells within it at the
// next finer level. Levels in between make the others follow.
func (c *cube) relate() {
	order := make([]int, len(c.levels))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(bits.OnesCount64(c.levels[a].dims), bits.OnesCount64(c.levels[b].dims)), cmp.Compare(c.levels[a].dims, c.levels[b].dims))
	})
	within := func(a, b int) bool { // level a is coarser than b
		x, y := c.levels[a].dims, c.levels[b].dims
		return x&y == x && x != y
	}
	for _, coarse := range order {
		for _, fine := range order {
			if !within(coarse, fine) || slices.ContainsFunc(order, func(m int) bool { return within(coarse, m) && within(m, fine) }) {
				continue
			}
			at := map[int]int{} // cell to its relation
			for _, i := range c.levels[fine].cells {
				total, ok := c.byKey[keyText(c.levels[coarse].dims, project(c.cells[i].key, c.levels[coarse].dims))]
				if !ok {
					continue
				}
				r, ok := at[total]
				if !ok {
					r = len(c.relations)
					at[total] = r
					c.relations = append(c.relations, relation{total: total})
					c.cells[total].leaf = false
				}
				c.relations[r].parts = append(c.relations[r].parts, i)
				c.cells[i].above = append(c.cells[i].above, total)
			}
		}
	}
}

// name describes a cell in words, such as "sector Energy, year 2018".
func (c *cube) name(i int) string {
	var words []string
	for d, text := range c.cells[i].key {
		if c.levels[c.cells[i].level].dims&(1<<d) != 0 {
			words = append(words, fmt.Sprintf("%s %q", c.dims[d], text))
		}
	}
	if len(words) == 0 {
		return "the total"
	}
	return strings.Join(words, ", ")
}

// alike returns an error unless two tables say the same of a cell. What one of
// them suppresses is taken from the other.
func (c *cube) alike(at int, a, b *sector.Row) error {
	for _, col := range []sector.Column{sector.Jobs, sector.Revenue, sector.Firms} {
		x, y := a.Figure(col), b.Figure(col)
		if x == sector.Hidden() || y == sector.Hidden() {
			if !x.Known() {
				cellOf(a, col).Sum = y
			}
			continue
		}
		if x.Status() != y.Status() || !near(x.Float64(), y.Float64(), math.Abs(x.Float64())) {
			return &UnlikeTables{Cell: c.name(at), Column: c.columnName(col), Figure: x.Float64(), Parts: y.Float64()}
		}
	}
	return nil
}

// near reports whether two sums differ by no more than rounding; figures that
// are not known are alike.
func near(x, y, size float64) bool {
	return math.IsNaN(x) || math.IsNaN(y) || math.Abs(x-y) <= 1e-9*size+1e-9
}

func (c *cube) columnName(col sector.Column) string { return columnName(c.tables[0], col) }

// columnName is the name of a column as it stands in a file.
func columnName(t *sector.Table, col sector.Column) string {
	switch col {
	case sector.Jobs:
		return t.Measure.String()
	case sector.Firms:
		return "firms"
	case sector.Revenue:
		return "revenue"
	case sector.RevenuePerJob:
		return "revenue_per_" + strings.TrimSuffix(t.Measure.String(), "s")
	case sector.JobsPerFirm:
		return t.Measure.String() + "_per_firm"
	}
	return "firms_weighted"
}
