package forecast

import (
	"fmt"

	"smartcity/growth"
)

// Model is a way to forecast a yearly series. The zero value of each model of
// this package is ready to use; its fields are what is assumed in place of
// being estimated. String names it with what it assumes.
type Model interface {
	fmt.Stringer
	// Fit estimates the model from the known years of a series. A series that
	// cannot carry it is refused with a *[Refusal].
	Fit(growth.Series) (Fitted, error)
}

// Fitted is a model with its parameters, ready to forecast.
type Fitted interface {
	// Forecast returns the years 1 to horizon after the last known one, each
	// with an interval of the level given (0 stands for 0.95). It returns an
	// error that wraps [growth.ErrLevel] unless 0 ≤ level < 1, [ErrHorizon]
	// unless 1 ≤ horizon ≤ [MaxHorizon], and a *[Refusal] with [OutOfRange]
	// where a figure would leave the range of numbers.
	Forecast(horizon int, level float64) (*Forecast, error)
}

// Models returns those that [Backtest], [Compare] and [Select] try when they are
// given none: [Naive], [Drift], [LinearTrend], [LogLinearTrend], [SES], [Holt],
// [DampedHolt], [Theta] and the [Average] of the M3 competition. Growth curves
// are not among them: which of them a market can follow is for the analyst to
// say.
func Models() []Model {
	return []Model{Naive{}, Drift{}, LinearTrend{}, LogLinearTrend{}, SES{}, Holt{}, DampedHolt{}, Theta{}, Average{}}
}

// Parameter is a number that a model forecasts with.
type Parameter struct {
	Name  string // as in the formula: "alpha", "level", "slope", …
	Value float64
	Unit  string // "" for a number without a unit
	// Given says that the number was given with the model and not estimated.
	Given bool
}

// fitted is the [Fitted] of all models.
type fitted struct {
	about Forecast // what every forecast has, steps and level excepted
	// residuals returns those of the years since first.
	first     int
	residuals func() []float64
	// spreads returns what is known of the year so many steps ahead.
	spreads func(step int) ([]Spread, error)
	// remarks returns warnings that take long to find, which scores do not need;
	// nil if there are none.
	remarks func() []error
}

// scored is a fitted model that forecasts for a scorer, without residuals and
// remarks.
type scored interface {
	forecast(horizon int, level float64, s *scorer) (*Forecast, error)
}

// forecastFor forecasts for a scorer; nil stands for everybody else.
func forecastFor(f Fitted, horizon int, level float64, s *scorer) (*Forecast, error) {
	if m, ok := f.(scored); ok && s != nil {
		return m.forecast(horizon, level, s)
	}
	return f.Forecast(horizon, level)
}
