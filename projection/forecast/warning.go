package forecast

import (
	"fmt"

	"smartcity/growth"
)

// EnoughYears is how many years have to be known before a method is selected or
// a probability is taken from history.
const EnoughYears = 8

// ScenariosOnly says that the history is too short for a horizon: fewer than
// [EnoughYears] years are known, or the horizon is longer than the history.
// Nothing is selected then and no probability is given; scenarios (package
// projection) are what is left. It is a warning of a [Forecast] and a
// [Selection], and the error of [Forecast.Probability].
type ScenariosOnly struct {
	Name    string // of the series
	N       int    // years known
	Horizon int    // years ahead
}

// scenariosOnly returns nil if the history is long enough.
func scenariosOnly(name string, n, horizon int) *ScenariosOnly {
	if n >= EnoughYears && horizon <= n {
		return nil
	}
	return &ScenariosOnly{Name: name, N: n, Horizon: horizon}
}

func (w *ScenariosOnly) Error() string {
	if w.N < EnoughYears {
		return fmt.Sprintf("forecast: %q: %d years are known, fewer than %d: scenarios only", w.Name, w.N, EnoughYears)
	}
	return fmt.Sprintf("forecast: %q: %d years ahead from %d known: scenarios only", w.Name, w.Horizon, w.N)
}

// Unwrap returns [growth.ErrTooFew].
func (w *ScenariosOnly) Unwrap() error { return growth.ErrTooFew }

// MissingYears warns that figures of a series are not known: years before the
// first or after the last known one, from which the forecast then starts, or
// years in between, which the model can do without.
type MissingYears struct {
	Name  string
	Years []int // in order
}

func (w *MissingYears) Error() string {
	return fmt.Sprintf("forecast: %q is not known in %v", w.Name, w.Years)
}

// Unwrap returns [growth.ErrNotKnown].
func (w *MissingYears) Unwrap() error { return growth.ErrNotKnown }

// Floored warns that a forecast, or an end of its interval, was below zero in
// some years and has been put to zero.
type Floored struct {
	Years  []int // of which the point or an end of the interval was below zero
	Points []int // of which the point was
}

func (w *Floored) Error() string {
	if len(w.Points) > 0 {
		return fmt.Sprintf("forecast: below zero, put to zero in %v, the interval in %v", w.Points, w.Years)
	}
	return fmt.Sprintf("forecast: interval reaches below zero, cut there in %v", w.Years)
}

// NoSpread warns that the model goes through every figure, so that its interval
// has no width: it says that the model has not erred yet and no more than that.
type NoSpread struct{ Model string }

func (w *NoSpread) Error() string {
	return "forecast: " + w.Model + " goes through every figure: the interval has no width"
}

// Linearised warns that the interval of a growth curve is that of the curve
// linearised at its parameters (delta method). Where the curve is the right one
// and its inflection is seen, an interval of 80 % was measured to cover 79 to 81
// %, three years ahead of 8 to 30; that the curve is the right one it takes for
// granted.
type Linearised struct {
	Model  string
	Covers float64 // smallest measured coverage of an interval of 80 %, as a fraction
}

func (w *Linearised) Error() string {
	return fmt.Sprintf("forecast: interval of %s is approximate: one of 80 %% was measured to cover %.0f %% at least", w.Model, 100*w.Covers)
}

// MemberRefused warns that a model could not be fitted, and so is not part of an
// average.
type MemberRefused struct {
	Model string
	Err   error
}

func (w *MemberRefused) Error() string {
	return fmt.Sprintf("forecast: average without %s: %v", w.Model, w.Err)
}

// Unwrap returns the reason.
func (w *MemberRefused) Unwrap() error { return w.Err }

// NaiveInstead warns that the model selected refuses a series, which is forecast
// with [Naive] instead.
type NaiveInstead struct {
	Model string
	Err   error
}

func (w *NaiveInstead) Error() string {
	return fmt.Sprintf("forecast: naive instead of %s: %v", w.Model, w.Err)
}

// Unwrap returns the reason.
func (w *NaiveInstead) Unwrap() error { return w.Err }
