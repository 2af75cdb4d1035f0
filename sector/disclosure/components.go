package disclosure

// split sorts cells and relations into components that know nothing of each
// other, such as the years of a table, and notes what a change of each cell does
// to the relations of its component.
func (c *cube) split() {
	leader := make([]int, len(c.cells))
	for i := range leader {
		leader[i] = i
	}
	find := func(i int) int {
		for leader[i] != i {
			leader[i] = leader[leader[i]]
			i = leader[i]
		}
		return i
	}
	for _, r := range c.relations {
		for _, i := range r.parts {
			a, b := find(i), find(r.total)
			leader[max(a, b)] = min(a, b)
		}
	}
	number := map[int]int{}
	c.component = make([]int, len(c.cells))
	for i := range c.cells {
		at, ok := number[find(i)]
		if !ok {
			at = len(number)
			number[find(i)] = at
			c.members, c.components = append(c.members, nil), append(c.components, nil)
		}
		c.component[i] = at
		c.members[at] = append(c.members[at], i)
	}
	for n, r := range c.relations {
		at := c.component[r.total]
		row := len(c.components[at])
		c.components[at] = append(c.components[at], n)
		c.cells[r.total].column = append(c.cells[r.total].column, entry{row, -1})
		for _, i := range r.parts {
			c.cells[i].column = append(c.cells[i].column, entry{row, 1})
		}
	}
	for i := range c.cells {
		for _, e := range c.cells[i].column {
			c.cells[i].minus = append(c.cells[i].minus, entry{e.row, -e.coef})
		}
	}
}

// below returns the cells that add up to a cell, over all relations, and
// itself.
func (c *cube) below(i int, parts [][]int) map[int]bool {
	out := map[int]bool{i: true}
	for stack := []int{i}; len(stack) > 0; {
		last := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		for _, j := range parts[last] {
			if !out[j] {
				out[j] = true
				stack = append(stack, j)
			}
		}
	}
	return out
}

// partsOf lists the cells right below each cell.
func (c *cube) partsOf() [][]int {
	out := make([][]int, len(c.cells))
	for _, r := range c.relations {
		out[r.total] = append(out[r.total], r.parts...)
	}
	return out
}
