package dynamics

import (
	"cmp"
	"slices"
	"strings"
)

// names gives texts a number in order of arrival. As long as they come sorted,
// as those of most files do, none need be looked up.
type names struct {
	texts []string
	index map[string]int32 // nil as long as texts is sorted
	last  int32            // number of the text that came last, which often comes again
}

func (n *names) of(text string) int32 {
	if len(n.texts) > 0 {
		switch order := strings.Compare(text, n.texts[n.last]); {
		case order == 0:
			return n.last
		case order < 0 && n.index == nil:
			n.index = make(map[string]int32, len(n.texts))
			for i, known := range n.texts {
				n.index[known] = int32(i)
			}
		}
	}
	if i, ok := n.index[text]; ok {
		n.last = i
		return i
	}
	n.last = int32(len(n.texts))
	text = strings.Clone(text) // so as not to keep the line it was read from
	n.texts = append(n.texts, text)
	if n.index != nil {
		n.index[text] = n.last
	}
	return n.last
}

// ranks sorts the texts code point by code point, what is not stated last, and says
// where each stands, by its number.
func (n *names) ranks() (rank []int32, sorted []string) {
	order := make([]int32, len(n.texts))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(i, j int32) int {
		a, b := n.texts[i], n.texts[j]
		if a == "" || b == "" {
			return cmp.Compare(len(b), len(a))
		}
		return strings.Compare(a, b)
	})
	rank, sorted = make([]int32, len(order)), make([]string, len(order))
	for at, i := range order {
		rank[i], sorted[at] = int32(at), n.texts[i]
	}
	return rank, sorted
}
