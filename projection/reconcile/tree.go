package reconcile

import "fmt"

// tree returns the parent of each series, -1 for those at the top, or nil if
// some weight is neither zero nor one or two upper series overlap without one
// being part of the other.
func (h *Hierarchy) tree() []int {
	size := make([]int, len(h.upper))
	for i, row := range h.weights {
		for _, w := range row {
			if w != 0 && w != 1 {
				return nil
			}
			size[i] += int(w)
		}
	}
	// within reports whether upper series i is part of k, and common whether they
	// have a bottom series in common.
	compare := func(i, k int) (within, common bool) {
		within = true
		for j := range h.bottom {
			switch {
			case h.weights[i][j] == 1 && h.weights[k][j] == 1:
				common = true
			case h.weights[i][j] == 1:
				within = false
			}
		}
		return within, common
	}
	parents := make([]int, h.size())
	for i := range h.upper {
		parents[i] = -1
		for k := range h.upper {
			if k == i {
				continue
			}
			within, common := compare(i, k)
			if !common {
				continue
			}
			if !within {
				if contains, _ := compare(k, i); !contains {
					return nil
				}
				continue
			}
			// Of two series of the same parts the first is the parent.
			if size[k] == size[i] && k > i {
				continue
			}
			if p := parents[i]; p < 0 || size[k] < size[p] || size[k] == size[p] && k > p {
				parents[i] = k
			}
		}
	}
	for j := range h.bottom {
		parents[len(h.upper)+j] = -1
		for k := range h.upper {
			if h.weights[k][j] != 1 {
				continue
			}
			if p := parents[len(h.upper)+j]; p < 0 || size[k] < size[p] || size[k] == size[p] && k > p {
				parents[len(h.upper)+j] = k
			}
		}
	}
	return parents
}

// children lists the parts of each upper series in a tree.
func (h *Hierarchy) children() [][]int {
	c := make([][]int, len(h.upper))
	for i, p := range h.parents {
		if p >= 0 {
			c[p] = append(c[p], i)
		}
	}
	return c
}

// total finds the upper series that is the sum of all bottom ones; the first of
// them if there are several.
func (h *Hierarchy) total() (int, error) {
	for i, row := range h.weights {
		all := true
		for _, w := range row {
			all = all && w == 1
		}
		if all {
			return i, nil
		}
	}
	return 0, fmt.Errorf("reconcile: no upper series is the sum of all bottom series: %w", ErrNotTree)
}
