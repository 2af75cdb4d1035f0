package reconcile

import (
	"errors"
	"fmt"
	"math"
)

var (
	// ErrStructure signifies that names and weights do not make a hierarchy.
	ErrStructure = errors.New("not a hierarchy")

	// ErrNotTree signifies that a method needs a tree with one total at its top,
	// and the hierarchy is another: grouped by several things at once, weighted,
	// or without a total.
	ErrNotTree = errors.New("hierarchy is not a tree with one total")

	// ErrSeries signifies that series do not go together with the hierarchy or
	// with each other: another number of them, other names or other years.
	ErrSeries = errors.New("series do not match")

	// ErrNegative signifies that a figure is negative where shares of a whole are
	// made of it.
	ErrNegative = errors.New("figure is negative")

	// ErrZeroTotal signifies that figures add up to zero where their shares are
	// needed.
	ErrZeroTotal = errors.New("figures add up to zero")

	// ErrNoVariance signifies that a series has no variance, so that a forecast of
	// it would be taken for certain.
	ErrNoVariance = errors.New("variance is not positive")

	// ErrNotWeighted signifies that non-negative forecasts are asked of a method
	// that does not minimise a distance to the forecasts it is given.
	ErrNotWeighted = errors.New("method is not a MinT method")

	// ErrNotConverged signifies that the search for non-negative forecasts has not
	// ended.
	ErrNotConverged = errors.New("search has not ended")
)

// SingularError is the error of weights that cannot be inverted, or not to any
// digits.
type SingularError struct {
	// What cannot be inverted: "covariance of the forecast errors" or "covariance
	// of the incoherencies".
	What string
	// Condition is the condition number of its correlation matrix; +Inf if it is
	// not positive definite. [MaxCondition] is the largest that is accepted.
	Condition float64
}

func (e *SingularError) Error() string {
	if math.IsInf(e.Condition, 1) {
		return fmt.Sprintf("reconcile: the %s is not positive definite", e.What)
	}
	return fmt.Sprintf("reconcile: the %s is nearly singular: condition number %.3g, at most %.0e is accepted", e.What, e.Condition, float64(MaxCondition))
}

// YearsLeftOut is a warning: years in which a figure is not known were left out
// of what is made of residuals or of history.
type YearsLeftOut struct {
	What  string // "residuals" or "history"
	Years []int  // in order
}

func (w *YearsLeftOut) Error() string {
	return fmt.Sprintf("reconcile: %s: years left out, as not all figures are known in them: %v", w.What, w.Years)
}

// NegativeForecasts is a warning: reconciling has made forecasts negative that
// were not. [Reconciler.NonNegative] prevents it for MinT methods.
type NegativeForecasts struct {
	Names []string // of the series, in the order of the hierarchy
}

func (w *NegativeForecasts) Error() string {
	return fmt.Sprintf("reconcile: reconciled forecasts are negative where those given are not: %q", w.Names)
}
