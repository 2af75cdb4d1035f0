package reconcile

import (
	"fmt"
	"slices"
	"strings"
)

// between stands between the keys of a name.
const between = " / "

// Nested returns the hierarchy of paths from the top down, such as {"Energy",
// "Wind"}, {"Energy", "Solar"}, {"Water"}: the total, every group that is the
// beginning of a longer path, and the paths themselves as bottom series. Names
// are the keys with " / " between them, groups in the order in which they come
// first, a group before those inside it. Paths need not be of one length.
//
// It returns an error that wraps [ErrStructure] if a path or a key is empty, a path
// is there twice, or is the beginning of another.
func Nested(total string, paths [][]string) (*Hierarchy, error) {
	return build(total, paths, func(path []string) []string {
		var groups []string
		for n := 1; n < len(path); n++ {
			groups = append(groups, strings.Join(path[:n], between))
		}
		return groups
	})
}

// Grouped returns the hierarchy of cells grouped by several things at once, such
// as {"Energy", "North"}, {"Energy", "South"}, {"Water", "North"}: the total,
// each sector, each region, and the cells as bottom series, named "Energy /
// North". Groups come in the order of the keys in a cell, and among them in the
// order in which they come first. For groups of two keys of three, use [New].
//
// It returns an error that wraps [ErrStructure] if a key is empty, cells have
// different numbers of keys or only one, a cell is there twice, or two groups
// have the same name.
func Grouped(total string, cells [][]string) (*Hierarchy, error) {
	for _, c := range cells {
		if len(c) < 2 || len(c) != len(cells[0]) {
			return nil, fmt.Errorf("reconcile: cell %q has %d keys, want the same two or more for all: %w", c, len(c), ErrStructure)
		}
		for i, key := range c {
			for k := range i {
				for _, other := range cells {
					if other[k] == key {
						return nil, fmt.Errorf("reconcile: %q is a group of two kinds: %w", key, ErrStructure)
					}
				}
			}
		}
	}
	return build(total, cells, slices.Clone[[]string])
}

// build makes a hierarchy of keys, with the groups that each is part of.
func build(total string, keys [][]string, groupsOf func([]string) []string) (*Hierarchy, error) {
	var bottom []string
	var byLevel [][]string // groups in order of their level, then of their coming
	members := map[string][]int{}
	for j, k := range keys {
		if len(k) == 0 || slices.Contains(k, "") {
			return nil, fmt.Errorf("reconcile: %q has an empty key: %w", k, ErrStructure)
		}
		bottom = append(bottom, strings.Join(k, between))
		for level, g := range groupsOf(k) {
			if level == len(byLevel) {
				byLevel = append(byLevel, nil)
			}
			if members[g] == nil {
				byLevel[level] = append(byLevel[level], g)
			}
			members[g] = append(members[g], j)
		}
	}
	ones := make([]float64, len(keys))
	for j := range ones {
		ones[j] = 1
	}
	upper, weights := []string{total}, [][]float64{ones}
	for _, groups := range byLevel {
		for _, g := range groups {
			row := make([]float64, len(keys))
			for _, j := range members[g] {
				row[j] = 1
			}
			upper, weights = append(upper, g), append(weights, row)
		}
	}
	return New(upper, bottom, weights)
}
