package inputoutput

import (
	"errors"
	"fmt"
)

var (
	// ErrShape signifies that rows, columns or names do not go together.
	ErrShape = errors.New("table has the wrong shape")

	// ErrNegative signifies that a figure is negative that cannot be.
	ErrNegative = errors.New("figure is negative")

	// ErrZeroOutput signifies that a sector has no output, so that nothing can be
	// said per unit of it. Leave it out, or merge it with another.
	ErrZeroOutput = errors.New("output is zero")

	// ErrUnbalanced signifies that what a sector sells, or buys and adds, is not its
	// output.
	ErrUnbalanced = errors.New("table does not balance")

	// ErrNotProductive signifies that a sector needs, directly and through the
	// others, at least as much of its own output as it produces, so that no final
	// demand can be met.
	ErrNotProductive = errors.New("sectors are not productive")

	// ErrNotMapped signifies that there is no multiplier for a sector.
	ErrNotMapped = errors.New("no multiplier for the sector")
)

// SectorError says which figure of which sector a table cannot have.
// errors.AsType finds it in the errors of this package.
type SectorError struct {
	Sector string
	// What figure it is: "transactions with Water", "output", "final demand",
	// "sales", "purchases", "jobs", …
	What  string
	Value float64
	Want  float64 // of ErrUnbalanced: the output
	Err   error   // one of the errors above, or growth.ErrNotKnown
}

func (e *SectorError) Error() string {
	if e.Err == ErrUnbalanced {
		return fmt.Sprintf("inputoutput: %q: %s are %v, output is %v: %v", e.Sector, e.What, e.Value, e.Want, e.Err)
	}
	return fmt.Sprintf("inputoutput: %q: %s: %v: %v", e.Sector, e.What, e.Value, e.Err)
}

// Unwrap returns Err.
func (e *SectorError) Unwrap() error { return e.Err }

// NoDirect is a warning: a sector has no jobs or pays no income itself, so that
// there is no multiplier of them.
type NoDirect struct {
	Sector, What string // What is "jobs" or "income"
}

func (w *NoDirect) Error() string {
	return fmt.Sprintf("inputoutput: %q has no %s, so there is no multiplier of them", w.Sector, w.What)
}

// InputsExceedOutput is a warning: what a sector buys from the others is more
// than its output, so that it adds a negative value.
type InputsExceedOutput struct {
	Sector         string
	Inputs, Output float64
}

func (w *InputsExceedOutput) Error() string {
	return fmt.Sprintf("inputoutput: %q buys for %v and produces %v", w.Sector, w.Inputs, w.Output)
}

// ConsumptionExceedsIncome is a warning: households spend more on the sectors
// than they receive from them, as pensions or transfers from elsewhere allow. With
// [Households].Total not given, induced effects then are too large.
type ConsumptionExceedsIncome struct {
	Consumption, Income float64
}

func (w *ConsumptionExceedsIncome) Error() string {
	return fmt.Sprintf("inputoutput: households consume %v of an income of %v; give their total outlay", w.Consumption, w.Income)
}
