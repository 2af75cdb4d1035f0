package structure

import (
	"errors"

	"smartcity/sector"
)

// comparison is a year of a table and of its reference, by the sectors of both.
type comparison struct {
	table, reference grid
	sectors          []string // of table and reference
	warnings         []error
}

// compare reads a year of a table and its reference.
func compare(t, reference *sector.Table, c sector.Column, year int) (comparison, error) {
	if err := sameUnit(t, reference, c); err != nil {
		return comparison{}, err
	}
	var out comparison
	var err error
	if out.table, err = tabulate("table", t, c, year); err != nil {
		return comparison{}, err
	}
	if out.reference, err = tabulate("reference", reference, c, year); err != nil {
		return comparison{}, err
	}
	out.sectors = union(out.table.sectors, out.reference.sectors)
	out.warnings = out.differences()
	return out, nil
}

// sameUnit returns an error if the column counts different things in the two
// tables.
func sameUnit(t, reference *sector.Table, c sector.Column) error {
	if t == nil || reference == nil {
		panic("structure: no table, or no reference")
	}
	if c == sector.Firms && (t.FirmsOverlap || reference.FirmsOverlap) {
		unit := map[bool]string{false: "firms", true: "distinct firms, which do not add up"}
		return &UnitError{unit[t.FirmsOverlap], unit[reference.FirmsOverlap]}
	}
	if a, b := t.Unit(c), reference.Unit(c); a != b {
		return &UnitError{a, b}
	}
	return nil
}

// differences warns of what only one of the two has, and of sums that are not
// of everything.
func (c *comparison) differences() []error {
	var out []error
	if missing := without(c.table.sectors, c.reference.sectors); missing != nil {
		out = append(out, NotInReference{"sector", missing})
	}
	if only := without(c.reference.sectors, c.table.sectors); only != nil {
		out = append(out, OnlyInReference{only})
	}
	return append(out, c.partly()...)
}

// partly warns of sums that are not of everything.
func (c *comparison) partly() []error {
	var out []error
	for _, w := range []PartlyKnown{c.table.partly, c.reference.partly} {
		if w.Missing+w.Suppressed > 0 {
			out = append(out, w)
		}
	}
	return out
}

// figures returns the sectors of the table in a region, or in all of them if
// whole, and those of the reference in all regions. What the table does not
// have is zero there: groups without a company have no row. What the reference
// does not have is missing.
func (c *comparison) figures(region string, whole bool) (table, reference []sector.Figure) {
	for _, name := range c.sectors {
		of := c.table.sector
		if !whole {
			of = func(name string) (sector.Figure, bool) { return c.table.of(name, region) }
		}
		f, ok := of(name)
		if !ok {
			f = sector.Value(0)
		}
		table = append(table, f)
		f, _ = c.reference.sector(name)
		reference = append(reference, f)
	}
	return table, reference
}

// forEach makes the lines of a result: one a group, and one of the whole. A line
// with nothing to compute from is a warning, unless all are.
func forEach(dimension string, groups []string, line func(group string, whole bool) ([]error, error)) ([]error, error) {
	var out []error
	var last error
	some := false
	for i := range len(groups) + 1 {
		whole, group := i == len(groups), ""
		if !whole {
			group = groups[i]
		}
		warnings, err := line(group, whole)
		switch {
		case errors.Is(err, ErrZeroTotal) || errors.Is(err, ErrEmpty):
			warnings, last = []error{err}, err
		case err != nil:
			return nil, err
		default:
			some = true
		}
		if !whole {
			warnings = about(dimension, group, warnings...)
		}
		out = append(out, warnings...)
	}
	if !some {
		return nil, last
	}
	return out, nil
}
