package disclosure

import (
	"slices"
)

// addMargins adds the levels that readers know of beside those of the tables,
// and those that two tables have in common though nobody publishes them: both
// add up to the same.
func (c *cube) addMargins(margins Margins) {
	year := c.year()
	given := slices.Clone(c.levels)
	have := func(dims uint64) bool {
		return slices.ContainsFunc(c.levels, func(l level) bool { return l.dims == dims })
	}
	if margins == AllMargins {
		for _, l := range given {
			free := l.dims &^ year
			for sub := free; sub > 0; { // all sets of the free dimensions, but for itself
				sub = (sub - 1) & free
				if dims := sub | l.dims&year; !have(dims) {
					c.sumUp(dims, given, true)
				}
			}
		}
	}
	for again := true; again; {
		again = false
		for _, a := range c.levels {
			for _, b := range c.levels {
				if dims := a.dims & b.dims; !have(dims) {
					c.sumUp(dims, given, false)
					again = true
				}
			}
		}
	}
}

// year is the bit of the dimension of years, 0 if there is none.
func (c *cube) year() uint64 {
	at := slices.Index(c.dims, yearName)
	if at < 0 || !slices.ContainsFunc(c.cells, func(x cell) bool { return x.year != 0 }) {
		return 0
	}
	return 1 << at
}

// sumUp adds a level as sums of the smallest table that has its dimensions.
func (c *cube) sumUp(dims uint64, given []level, published bool) {
	var from *level
	for i := range given {
		l := &c.levels[i]
		if l.dims&dims == dims && (from == nil || len(l.cells) < len(from.cells)) {
			from = l
		}
	}
	groups := map[string][]int{}
	var order []string
	for _, i := range from.cells {
		key := project(c.cells[i].key, dims)
		text := keyText(dims, key)
		if _, ok := groups[text]; !ok {
			order = append(order, text)
		}
		groups[text] = append(groups[text], i)
	}
	for _, text := range order {
		parts := groups[text]
		key := project(c.cells[parts[0]].key, dims)
		row := c.merged(parts)
		if dims&c.year() != 0 {
			row.Year = c.cells[parts[0]].year
		}
		c.addCell(dims, key, row, false, published)
	}
	if len(order) == 0 { // keep the level, so that it is not looked for again
		c.levels = append(c.levels, level{dims: dims})
	}
}

// project keeps the texts of a key that a level has.
func project(key []string, dims uint64) []string {
	out := make([]string, len(key))
	for i := range key {
		if dims&(1<<i) != 0 {
			out[i] = key[i]
		}
	}
	return out
}
