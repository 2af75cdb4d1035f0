package dynamics

import (
	"errors"
	"fmt"
)

var (
	// ErrNoWeight signifies that a year has no firm with a weight above zero and a
	// known productivity, so that it has no aggregate productivity.
	ErrNoWeight = errors.New("no firm with a weight and a known productivity in the year")

	// ErrNoContinuers signifies that no firm with a weight is there in both years,
	// where entrants and exiters are held against continuers (Diewert–Fox and
	// Melitz–Polanec).
	ErrNoContinuers = errors.New("no firms with a weight in both years to hold entrants and exiters against")

	// ErrNoExiters signifies that no firm with a weight leaves, where entrants are
	// held against exiters (Baldwin–Gu).
	ErrNoExiters = errors.New("entrants, but no exiters with a weight to hold them against")

	// ErrLength signifies that slices which go together item by item have
	// different lengths.
	ErrLength = errors.New("lengths differ")
)

// The figures that are decomposed must lie within these, or be zero, so that no
// product of two of them leaves the range of a float64 with its last digits.
const (
	largest  = 1e50
	smallest = 1e-50
)

// FigureError points at a figure that cannot be decomposed, or cannot be.
type FigureError struct {
	Of     string // "firm 3" of a slice, counted from 1, "company 12345678" of a panel, "sector Energy" or "flow totals"
	Figure string // "Weight0", "Output1", "revenue in 2018", "Denom", …
	Value  float64
	Want   string // what was expected
}

func (e *FigureError) Error() string {
	return fmt.Sprintf("dynamics: %s of %s is %v, want %s", e.Figure, e.Of, e.Value, e.Want)
}

// FirmsNotCompared warns that firms are left out of both years because a figure
// of theirs is not known in a year in which they are there. The aggregates are
// those of the firms that remain.
type FirmsNotCompared struct {
	Continuers, Entrants, Exiters int // firms left out, by the years in which they are there

	// Weight0 and Weight1 are the part that the firms left out have of all known
	// weight in the first year and the second, as fractions.
	Weight0, Weight1 float64
}

func (w *FirmsNotCompared) Error() string {
	return fmt.Sprintf("%d firms with a figure that is not known are left out (%d continuers, %d entrants, %d exiters), with %.3g %% of the first year's known weight and %.3g %% of the second's",
		w.Continuers+w.Entrants+w.Exiters, w.Continuers, w.Entrants, w.Exiters, 100*w.Weight0, 100*w.Weight1)
}

// FirmsNotKnown warns that firms are left out of a year because a figure of
// theirs is not known.
type FirmsNotKnown struct {
	Firms  int
	Weight float64 // the part that they have of all known weight, as a fraction
}

func (w *FirmsNotKnown) Error() string {
	return fmt.Sprintf("%d firms with a figure that is not known are left out, with %.3g %% of the known weight", w.Firms, 100*w.Weight)
}

// ZeroWeight warns of firms that have a weight of zero in a year and a known
// productivity. They count as there: a firm that is not there has no weight at
// all, NaN.
type ZeroWeight struct {
	FirmYears int
}

func (w *ZeroWeight) Error() string {
	return fmt.Sprintf("%d firm-years with a weight of zero count as there", w.FirmYears)
}
