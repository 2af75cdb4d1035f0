package dynamics

import (
	"cmp"
	"slices"
	"strings"
)

// names gives texts a number in order of arrival.
type names struct {
	index map[string]int32
	texts []string
}

func (n *names) of(text string) int32 {
	if i, ok := n.index[text]; ok {
		return i
	}
	if n.index == nil {
		n.index = map[string]int32{}
	}
	i := int32(len(n.texts))
	text = strings.Clone(text) // so as not to keep the line it was read from
	n.index[text] = i
	n.texts = append(n.texts, text)
	return i
}

// ranks numbers texts that were numbered by arrival in their sorted order.
func ranks(sorted []string, arrival map[string]int32) ([]int32, []string) {
	rank := make([]int32, len(sorted))
	for i, text := range sorted {
		rank[arrival[text]] = int32(i)
	}
	return rank, sorted
}

// sortedNames sorts names code point by code point, what is not stated last.
func sortedNames(texts []string) []string {
	return slices.SortedFunc(slices.Values(texts), func(a, b string) int {
		if a == "" || b == "" {
			return cmp.Compare(len(b), len(a))
		}
		return strings.Compare(a, b)
	})
}
