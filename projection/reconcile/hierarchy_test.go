package reconcile

import (
	"errors"
	"math"
	"slices"
	"testing"
)

func TestGroupedAndNested(t *testing.T) {
	h := cells()
	if got, want := h.Names(), []string{"Total", "Energy", "Water", "Waste", "North", "South", "Energy / North", "Energy / South", "Water / North", "Water / South", "Waste / South"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if got, want := h.Sum([]float64{1, 2, 4, 8, 16}), []float64{31, 3, 12, 16, 5, 26, 1, 2, 4, 8, 16}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if h.parents != nil {
		t.Error("sectors × regions is no tree")
	}
	tr := tree()
	if got, want := tr.Names(), []string{"Total", "Energy", "Waste", "Energy / Wind", "Energy / Solar", "Water", "Waste / Paper", "Waste / Glass", "Waste / Metal"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if want := []int{-1, 0, 0, 1, 1, 0, 2, 2, 2}; !slices.Equal(tr.parents, want) {
		t.Errorf("parents %v, want %v", tr.parents, want)
	}
	deep := must(Nested("Total", [][]string{{"a", "b", "c"}, {"a", "b", "d"}, {"a", "e"}}))
	// All of it is in a, so a has the parts of the total, and is below it.
	if want := []int{-1, 0, 1, 2, 2, 1}; !slices.Equal(deep.parents, want) {
		t.Errorf("%q: parents %v, want %v", deep.Names(), deep.parents, want)
	}
	if got := h.Sum([]float64{1, math.NaN(), 4, 8, 16}); !math.IsNaN(got[0]) || !math.IsNaN(got[1]) || got[2] != 12 {
		t.Errorf("with NaN: %v", got)
	}
}

func TestStructureErrors(t *testing.T) {
	for _, c := range []struct {
		name string
		err  error
	}{
		{"no upper", second(New(nil, []string{"A"}, nil))},
		{"no bottom", second(New([]string{"T"}, nil, [][]float64{{}}))},
		{"rows", second(New([]string{"T"}, []string{"A"}, nil))},
		{"columns", second(New([]string{"T"}, []string{"A"}, [][]float64{{1, 1}}))},
		{"NaN", second(New([]string{"T"}, []string{"A"}, [][]float64{{math.NaN()}}))},
		{"nothing", second(New([]string{"T"}, []string{"A"}, [][]float64{{0}}))},
		{"twice", second(New([]string{"A"}, []string{"A"}, [][]float64{{1}}))},
		{"no name", second(New([]string{""}, []string{"A"}, [][]float64{{1}}))},
		{"no paths", second(Nested("Total", nil))},
		{"empty path", second(Nested("Total", [][]string{{"A"}, {}}))},
		{"empty key", second(Nested("Total", [][]string{{"A", ""}}))},
		{"path twice", second(Nested("Total", [][]string{{"A"}, {"A"}}))},
		{"path inside", second(Nested("Total", [][]string{{"A"}, {"A", "B"}}))},
		{"no cells", second(Grouped("Total", nil))},
		{"one key", second(Grouped("Total", [][]string{{"A"}}))},
		{"keys differ", second(Grouped("Total", [][]string{{"A", "B"}, {"A", "B", "C"}}))},
		{"sector and region", second(Grouped("Total", [][]string{{"A", "B"}, {"B", "C"}}))},
	} {
		if !errors.Is(c.err, ErrStructure) {
			t.Errorf("%s: %v", c.name, c.err)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("no panic at another number of figures")
		}
	}()
	cells().Sum([]float64{1})
}
