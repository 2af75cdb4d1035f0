package disclosure

// units are cells that are hidden together: each on its own, or a cell in all
// years. Cells that nobody would hide are in none.
type units struct {
	of  []int
	all [][]int
}

func newUnits(c *cube, years Years, in []bool) units {
	u := units{of: make([]int, len(c.cells))}
	number := map[string]int{}
	for i := range c.cells {
		if u.of[i] = none; !in[i] {
			continue
		}
		at := len(u.all)
		if years == WholeSeries {
			text := c.timeless(i)
			if have, ok := number[text]; ok {
				at = have
			} else {
				number[text] = at
			}
		}
		if at == len(u.all) {
			u.all = append(u.all, nil)
		}
		u.of[i] = at
		u.all[at] = append(u.all[at], i)
	}
	return u
}

// with returns the cells that are hidden with one, and that one.
func (u units) with(cell int) []int {
	if u.of[cell] == none {
		return nil
	}
	return u.all[u.of[cell]]
}

// first reports whether a cell is the first of its unit.
func (u units) first(cell int) bool { return u.of[cell] != none && u.all[u.of[cell]][0] == cell }

// timeless is the key of a cell without its year.
func (c *cube) timeless(i int) string {
	dims := c.levels[c.cells[i].level].dims
	return keyText(dims, project(c.cells[i].key, dims&^c.year()))
}
