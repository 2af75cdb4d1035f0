package reconcile

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"smartcity/growth"
)

// Rounded is coherent figures rounded so that the printed table adds up. [Round]
// makes it.
type Rounded struct {
	Unit    float64
	Names   []string  // of all series, in the order of the hierarchy
	Figures []float64 // multiples of Unit; upper ones are the sums of their parts

	Warnings []error // *[RoundedToAddUp]
}

// RoundedToAddUp is the note that belongs below such a table: some figures are
// not rounded to the nearest unit, so that parts add up to their sums.
type RoundedToAddUp struct {
	Names   []string // of the figures that are not, in the order of the hierarchy
	Largest float64  // largest distance of a rounded figure from what it was
}

func (w *RoundedToAddUp) Error() string {
	return fmt.Sprintf("reconcile: rounded so that sums add up; not to the nearest: %q, by %v at most", w.Names, w.Largest)
}

// Round rounds the coherent figures of a hierarchy to multiples of a unit, such
// as 100 (0 stands for 1), so that what is printed adds up, by the method of
// largest remainders: all are rounded down, and those with the largest remainders
// up, the first in order where they are equal, until they sum to what their sum
// was rounded to.
//
// In a tree the series at the top are rounded to the nearest, halves away from
// zero, and each shares out its units to its parts, so that every figure is a
// neighbour of what it was. In a hierarchy of overlapping groups bottom figures are
// rounded to add up to the total and groups are the sums of theirs, so that a
// group may end further away; the *[RoundedToAddUp] says how far.
//
// It returns an error that wraps [ErrSeries] if the number of figures differs
// from that of series, or sums differ from their parts by more than 10⁻⁹ of the
// parts; [ErrNotTree] if weights are not zero or one, or groups overlap and none
// is the total; [growth.ErrNotKnown] if a figure is NaN or infinite, or 2⁵³ units
// or more; and [growth.ErrUnit] if the unit is negative, NaN or infinite.
func Round(h *Hierarchy, figures []float64, unit float64) (*Rounded, error) {
	if unit == 0 {
		unit = 1
	}
	if !(unit > 0) || math.IsInf(unit, 1) {
		return nil, fmt.Errorf("reconcile: rounded to %v: %w", unit, growth.ErrUnit)
	}
	if len(figures) != h.size() {
		return nil, fmt.Errorf("reconcile: %d figures for %d series: %w", len(figures), h.size(), ErrSeries)
	}
	for i, x := range figures {
		if !(math.Abs(x)/unit < 1<<53) {
			return nil, fmt.Errorf("reconcile: %q is %v, to be rounded to %v: %w", h.name(i), x, unit, growth.ErrNotKnown)
		}
	}
	bottom := figures[len(h.upper):]
	for i, d := range h.incoherency(figures) {
		var size growth.Sum
		for j, w := range h.weights[i] {
			size.Add(math.Abs(w * bottom[j]))
		}
		if math.Abs(d) > 1e-9*size.Float64() {
			return nil, fmt.Errorf("reconcile: %q is %v more than its parts: %w", h.upper[i], d, ErrSeries)
		}
	}
	units := make([]float64, h.size())
	if h.parents != nil {
		children := h.children()
		for i, p := range h.parents {
			if p < 0 {
				units[i] = math.Round(figures[i] / unit)
				shareUnits(i, units, figures, unit, children)
			}
		}
	} else {
		total, err := h.total()
		if err != nil {
			return nil, err
		}
		for i, row := range h.weights {
			for _, w := range row {
				if w != 0 && w != 1 {
					return nil, fmt.Errorf("reconcile: %q has a weight of %v: %w", h.upper[i], w, ErrNotTree)
				}
			}
		}
		parts := make([]int, len(h.bottom))
		for j := range parts {
			parts[j] = len(h.upper) + j
		}
		units[total] = math.Round(figures[total] / unit)
		largestRemainders(units[total], parts, units, figures, unit)
		copy(units, h.Sum(units[len(h.upper):]))
	}
	r := &Rounded{Unit: unit, Names: h.Names(), Figures: make([]float64, len(units))}
	w := &RoundedToAddUp{}
	for i, u := range units {
		r.Figures[i] = multiple(u, unit)
		w.Largest = max(w.Largest, math.Abs(r.Figures[i]-figures[i]))
		if math.Abs(u-figures[i]/unit) > .5+1e-9 {
			w.Names = append(w.Names, r.Names[i])
		}
	}
	if len(w.Names) > 0 {
		r.Warnings = append(r.Warnings, w)
	}
	return r, nil
}

// shareUnits rounds everything below series i.
func shareUnits(i int, units, figures []float64, unit float64, children [][]int) {
	if i >= len(children) || len(children[i]) == 0 {
		return
	}
	largestRemainders(units[i], children[i], units, figures, unit)
	for _, c := range children[i] {
		shareUnits(c, units, figures, unit, children)
	}
}

// largestRemainders rounds parts to units that sum to whole.
func largestRemainders(whole float64, parts []int, units, figures []float64, unit float64) {
	remainder := make(map[int]float64, len(parts))
	left := whole
	for _, p := range parts {
		units[p] = math.Floor(figures[p] / unit)
		remainder[p] = figures[p]/unit - units[p]
		left -= units[p]
	}
	order := slices.Clone(parts)
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(remainder[b], remainder[a]) })
	for _, p := range order {
		if left <= 0 {
			break
		}
		units[p]++
		left--
	}
}

// multiple is n·unit, without the noise of units such as 0.1.
func multiple(n, unit float64) float64 {
	if inverse := math.Round(1 / unit); unit < 1 && 1/inverse == unit {
		return n / inverse
	}
	return n * unit
}

// View returns a row for each series: name and rounded.
func (r *Rounded) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{{Name: "name"}, {Name: "rounded"}}}
	for i, name := range r.Names {
		v.Rows = append(v.Rows, []growth.Entry{growth.TextOf(name), growth.NumberOf(r.Figures[i])})
	}
	return v
}
