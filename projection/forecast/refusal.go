package forecast

import (
	"errors"
	"fmt"

	"smartcity/growth"
)

// Reason is why a series cannot carry a model.
type Reason uint8

const (
	TooFewYears  Reason = iota + 1 // fewer years are known than the model needs
	MissingYear                    // a year between two known ones is not known
	Negative                       // a figure is below zero
	Zero                           // a figure is zero, and the model takes logarithms
	NotFinite                      // a figure is infinite
	NoCurve                        // growth.FitCurve refuses; Cause says why
	AllRefused                     // no model of an average can be fitted; Cause says why
	OutOfRange                     // the fit or forecast leaves the range of numbers
	BadParameter                   // a parameter given with the model is out of bounds
)

// String returns the reason in words.
func (r Reason) String() string {
	switch r {
	case TooFewYears:
		return "too few years are known"
	case MissingYear:
		return "a year between two known ones is not known"
	case Negative:
		return "a figure is below zero"
	case Zero:
		return "a figure is zero"
	case NotFinite:
		return "a figure is infinite"
	case NoCurve:
		return "no growth curve can be fitted"
	case AllRefused:
		return "no model of the average can be fitted"
	case OutOfRange:
		return "the fit or forecast leaves the range of numbers"
	case BadParameter:
		return "a parameter is out of bounds"
	}
	return fmt.Sprintf("Reason(%d)", uint8(r))
}

// Refusal is the error of a series that cannot carry a model. Fields that its
// reason does not name are zero.
type Refusal struct {
	Model  string // as [Model] names itself
	Name   string // of the series
	Reason Reason

	N, Needed int     // TooFewYears: years known and years needed
	Year      int     // MissingYear, Negative, Zero, NotFinite, OutOfRange: the first such year
	Value     float64 // Negative, BadParameter
	Parameter string  // BadParameter: "alpha", "beta" or "phi"
	Cause     error   // NoCurve, AllRefused; OutOfRange where package growth says so
}

// Error says the reason and the figures behind it.
func (r *Refusal) Error() string {
	s := fmt.Sprintf("forecast: %s of %q: %s", r.Model, r.Name, r.Reason)
	switch r.Reason {
	case TooFewYears:
		s += fmt.Sprintf(": %d, and %d are needed", r.N, r.Needed)
	case MissingYear, Zero, NotFinite, OutOfRange:
		s += fmt.Sprintf(": %d", r.Year)
	case Negative:
		s += fmt.Sprintf(": %v in %d", r.Value, r.Year)
	case BadParameter:
		s += fmt.Sprintf(": %s = %v", r.Parameter, r.Value)
	}
	if r.Cause != nil {
		s += ": " + r.Cause.Error()
	}
	return s
}

// Unwrap returns [growth.ErrTooFew] of TooFewYears, [growth.ErrNotKnown] of
// MissingYear and NotFinite, [growth.ErrNotPositive] of Negative and Zero, and
// otherwise the cause.
func (r *Refusal) Unwrap() error {
	switch r.Reason {
	case TooFewYears:
		return growth.ErrTooFew
	case MissingYear, NotFinite:
		return growth.ErrNotKnown
	case Negative, Zero:
		return growth.ErrNotPositive
	}
	return r.Cause
}

// ErrHorizon signifies that a horizon is less than one year or more than
// [MaxHorizon].
var ErrHorizon = errors.New("horizon is out of bounds")

// MaxHorizon is the longest horizon in years. A horizon longer than the history
// carries the warning *[ScenariosOnly] long before.
const MaxHorizon = 200
