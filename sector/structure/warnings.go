package structure

import "fmt"

// Incomplete warns that items were left out because a figure is not known, so
// that shares are shares of what is known.
type Incomplete struct {
	N, LeftOut int
}

func (w Incomplete) Error() string {
	return fmt.Sprintf("%d of %d items are left out, their figures are not known", w.LeftOut, w.N+w.LeftOut)
}

// ZeroFigures warns that Theil's L is not defined, because it is infinite as
// soon as one figure is zero.
type ZeroFigures struct {
	Count int // figures that are zero
}

func (w ZeroFigures) Error() string {
	return fmt.Sprintf("Theil's L is infinite: figures that are zero: %d", w.Count)
}

// Unreferenced warns that some items have no location quotient, because the
// reference has nothing of them.
type Unreferenced struct {
	Items []int // places in the slices, from 0, ascending
}

func (w Unreferenced) Error() string {
	return fmt.Sprintf("items without a location quotient, the reference has none of them: %v", w.Items)
}

// EmptyRegions warns that some regions have no location quotients, because all
// their figures are zero.
type EmptyRegions struct {
	Regions []int // columns of the matrix, from 0, ascending
}

func (w EmptyRegions) Error() string {
	return fmt.Sprintf("regions without location quotients, all their figures are zero: %v", w.Regions)
}

// PartsExceed warns that figures add up to more than the total given for them.
type PartsExceed struct {
	Argument   string // name of the parameter that holds the parts
	Sum, Total float64
}

func (w PartsExceed) Error() string {
	return fmt.Sprintf("%s adds up to %v, more than its total %v", w.Argument, w.Sum, w.Total)
}

// AboveOne warns that a normalised weighted Gini coefficient exceeds one, see
// [Inequality].
type AboveOne struct {
	Normalised float64
}

func (w AboveOne) Error() string {
	return fmt.Sprintf("the normalised weighted Gini coefficient is %v: weights differ too much for n/(n−1)", w.Normalised)
}

// PlantsLeftOut warns that plants of an industry were left out because their size,
// or the total of their region, is not known.
type PlantsLeftOut struct {
	Plants, LeftOut int
}

func (w PlantsLeftOut) Error() string {
	return fmt.Sprintf("%d of %d plants are left out, their sizes are not known", w.LeftOut, w.Plants+w.LeftOut)
}
