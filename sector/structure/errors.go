package structure

import (
	"errors"
	"fmt"
)

var (
	// ErrEmpty signifies that there is nothing to compute from: a slice is
	// empty, or no figure in it is known.
	ErrEmpty = errors.New("no figure is known")

	// ErrNegative signifies that a figure or a weight is negative. The measures
	// of this package are defined for zero and more.
	ErrNegative = errors.New("figure is negative")

	// ErrZeroTotal signifies that figures add up to zero where their shares or
	// their mean are needed.
	ErrZeroTotal = errors.New("figures add up to zero")

	// ErrInfinite signifies that a figure is infinite, or a sum.
	ErrInfinite = errors.New("figure or sum is infinite")

	// ErrTooFarApart signifies that the largest figure is more than about 10¹⁸⁰
	// times the smallest above zero, too much to compute with.
	ErrTooFarApart = errors.New("figures are too far apart")

	// ErrLength signifies that slices which go together item by item have
	// different lengths.
	ErrLength = errors.New("lengths differ")

	// ErrNoReference signifies that there is a figure where its reference is
	// zero.
	ErrNoReference = errors.New("figure where the reference has none")

	// ErrPart signifies that a part is larger than the whole it belongs to.
	ErrPart = errors.New("part is larger than its whole")

	// ErrUndefined signifies that the formula divides by zero for these figures,
	// though each of them is valid.
	ErrUndefined = errors.New("measure is not defined")
)

// FigureError says which figure of which argument a measure cannot take.
// errors.AsType finds it in the errors of this package.
type FigureError struct {
	Argument string // name of the parameter, "x" or "others[2]"
	Index    int    // place in the slice, from 0
	Value    float64
	Err      error // ErrNegative, ErrInfinite, ErrNoReference or ErrPart
}

func (e *FigureError) Error() string {
	return fmt.Sprintf("%s[%d] is %v: %v", e.Argument, e.Index, e.Value, e.Err)
}

// Unwrap returns Err.
func (e *FigureError) Unwrap() error { return e.Err }
