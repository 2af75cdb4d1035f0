package reconcile

import (
	"fmt"
	"math"
	"slices"

	"smartcity/growth"
)

// Hierarchy says which series add up to which: each upper series is a weighted
// sum of bottom series, as a rule with weights of one. [New], [Nested] and
// [Grouped] make it. It does not change.
type Hierarchy struct {
	upper, bottom []string
	weights       [][]float64 // upper × bottom
	parents       []int       // of all series, -1 at the top; nil if it is no tree
}

// New returns the hierarchy of an aggregation matrix: upper[i] is the sum over j
// of weights[i][j]·bottom[j]. Every other function of the package takes and
// gives series in its order, upper before bottom.
//
// It returns an error that wraps [ErrStructure] if there are no upper or bottom
// series, a name is empty or there twice, rows or columns of the matrix and the
// names differ in number, a weight is NaN or infinite, or an upper series is made
// of nothing.
func New(upper, bottom []string, weights [][]float64) (*Hierarchy, error) {
	fail := func(format string, args ...any) (*Hierarchy, error) {
		return nil, fmt.Errorf("reconcile: "+format+": %w", append(args, ErrStructure)...)
	}
	switch {
	case len(upper) == 0:
		return fail("no upper series")
	case len(bottom) == 0:
		return fail("no bottom series")
	case len(weights) != len(upper):
		return fail("%d rows of weights for %d upper series", len(weights), len(upper))
	}
	h := &Hierarchy{upper: slices.Clone(upper), bottom: slices.Clone(bottom)}
	seen := make(map[string]bool, len(upper)+len(bottom))
	for _, name := range h.Names() {
		switch {
		case name == "":
			return fail("a series has no name")
		case seen[name]:
			return fail("%q is there twice", name)
		}
		seen[name] = true
	}
	for i, row := range weights {
		if len(row) != len(bottom) {
			return fail("%q has %d weights for %d bottom series", upper[i], len(row), len(bottom))
		}
		empty := true
		for j, w := range row {
			if math.IsNaN(w) || math.IsInf(w, 0) {
				return fail("%q has %v of %q", upper[i], w, bottom[j])
			}
			empty = empty && w == 0
		}
		if empty {
			return fail("%q is made of nothing", upper[i])
		}
		h.weights = append(h.weights, slices.Clone(row))
	}
	h.parents = h.tree()
	return h, nil
}

// Names returns the names of all series, upper before bottom.
func (h *Hierarchy) Names() []string { return slices.Concat(h.upper, h.bottom) }

// Bottom returns the names of the bottom series.
func (h *Hierarchy) Bottom() []string { return slices.Clone(h.bottom) }

// Sum returns the coherent figures of all series, in the order of
// [Hierarchy.Names], that belong to those of the bottom series. NaN spreads to
// the sums it is part of. It panics if bottom has another length than
// [Hierarchy.Bottom].
func (h *Hierarchy) Sum(bottom []float64) []float64 {
	if len(bottom) != len(h.bottom) {
		panic(fmt.Sprintf("reconcile: %d figures for %d bottom series", len(bottom), len(h.bottom)))
	}
	all := make([]float64, len(h.upper), h.size())
	for i := range all {
		all[i] = h.sum(i, bottom)
	}
	return append(all, bottom...)
}

// sum is upper series i, rounded once: products are split into what a float64
// holds of them and the rest.
func (h *Hierarchy) sum(i int, bottom []float64) float64 {
	var s growth.Sum
	for j, w := range h.weights[i] {
		switch w {
		case 0:
		case 1:
			s.Add(bottom[j])
		default:
			p := w * bottom[j]
			s.Add(p)
			s.Add(math.FMA(w, bottom[j], -p))
		}
	}
	return s.Float64()
}

// incoherency is what each upper figure is more than the sum of the bottom ones.
func (h *Hierarchy) incoherency(all []float64) []float64 {
	d := make([]float64, len(h.upper))
	for i := range d {
		d[i] = all[i] - h.sum(i, all[len(h.upper):])
	}
	return d
}

func (h *Hierarchy) size() int { return len(h.upper) + len(h.bottom) }

func (h *Hierarchy) name(i int) string {
	if i < len(h.upper) {
		return h.upper[i]
	}
	return h.bottom[i-len(h.upper)]
}

// weight is an entry of the summing matrix S, which has the identity below the
// aggregation matrix.
func (h *Hierarchy) weight(i, j int) float64 {
	switch {
	case i < len(h.upper):
		return h.weights[i][j]
	case i-len(h.upper) == j:
		return 1
	}
	return 0
}
