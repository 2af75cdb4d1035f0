package forecast

import (
	"fmt"
	"math"
	"slices"

	"smartcity/growth"
)

// Split is a history and the years that followed it: Actual[i] is the i-th year
// after the last of Train, known or not. NaN is a figure that is not known.
type Split struct {
	Train  growth.Series
	Actual []float64
}

// Evaluation says how well a model did on one split. [Evaluate] makes it.
type Evaluation struct {
	Forecast *Forecast
	Actual   []float64 // of the forecast's steps; NaN where it is not known

	// Accuracy of the points.
	Accuracy

	Coverage float64 // fraction of the known actual figures within the interval
	Winkler  float64 // mean of [Winkler], in the unit of the series
	Pinball  float64 // mean of [Pinball] over the nine deciles, in the unit of the series
	CRPS     float64 // mean of [Step.CRPS], in the unit of the series

	Warnings []error // those of the forecast
}

// Evaluate fits a model to the history of a split, forecasts as many years as
// there are actual figures with an interval of a level (0 stands for 0.95), and
// compares. A history whose last years are not known is forecast from its last
// known one; the split's years stay what they are.
//
// It returns the errors of fitting and forecasting, among them *[Refusal], which
// also refuses an actual figure that is infinite and scores that leave the range
// of numbers, and those of [Measure].
func Evaluate(m Model, split Split, level float64) (*Evaluation, error) {
	e, f, err := evaluate(m, Model.Fit, split, level, nil)
	if err != nil {
		return nil, err
	}
	e.Forecast, e.Warnings = f, f.Warnings
	e.Actual = append(slices.Repeat([]float64{math.NaN()}, len(f.Steps)-len(split.Actual)), split.Actual...)
	return e, nil
}

// scorer holds the quantiles that scores look at, those of all models and splits
// having few degrees of freedom between them.
type scorer struct {
	low, high        *student
	hundred, deciles []*student
}

func newScorer(level float64) *scorer {
	s := &scorer{low: &student{p: (1 - level) / 2}, high: &student{p: (1 + level) / 2}, hundred: hundred()}
	for i := range 9 {
		s.deciles = append(s.deciles, &student{p: float64(i+1) / 10})
	}
	return s
}

// evaluate makes the scores of an [Evaluation], for Compare with a scorer of the
// level.
func evaluate(m Model, by func(Model, growth.Series) (Fitted, error), split Split, level float64, scores *scorer) (*Evaluation, *Forecast, error) {
	fit, err := by(m, split.Train)
	if err != nil {
		return nil, nil, err
	}
	for i, y := range split.Actual {
		if math.IsInf(y, 0) {
			return nil, nil, &Refusal{Model: m.String(), Name: split.Train.Name, Reason: NotFinite, Year: split.Train.LastYear() + 1 + i}
		}
	}
	lag := trailing(split.Train.Values)
	f, err := forecastFor(fit, lag+len(split.Actual), level, scores)
	if err != nil {
		return nil, nil, err
	}
	if len(f.Steps) != lag+len(split.Actual) {
		return nil, nil, fmt.Errorf("forecast: %s of %q: %d steps in place of %d", m, f.Name, len(f.Steps), lag+len(split.Actual))
	}
	steps := f.Steps[lag:]
	points := make([]float64, len(steps))
	spreads := true
	for i, s := range steps {
		spreads = spreads && len(s.Spreads) > 0
		if math.IsNaN(s.Point) || math.IsNaN(s.Low) || math.IsNaN(s.High) {
			return nil, nil, &Refusal{Model: f.Model, Name: f.Name, Reason: OutOfRange, Year: s.Year}
		}
		points[i] = s.Point
	}
	accuracy, err := Measure(split.Train.Values, split.Actual, points)
	if err != nil {
		return nil, nil, fmt.Errorf("forecast: %s of %q: %w", m, f.Name, err)
	}
	e := &Evaluation{Accuracy: *accuracy}
	if scores == nil {
		scores = newScorer(f.Level)
	}
	var within, winkler, pinball, crps growth.Sum
	for i, y := range split.Actual {
		if math.IsNaN(y) {
			continue
		}
		s := steps[i]
		if s.Low <= y && y <= s.High {
			within.Add(1)
		}
		winkler.Add(Winkler(s.Low, s.High, f.Level, y))
		pinball.Add(s.deciles(scores.deciles, y))
		crps.Add(s.crps(scores.hundred, y))
	}
	n := float64(accuracy.N)
	e.Coverage, e.Winkler = within.Float64()/n, winkler.Float64()/n
	e.Pinball, e.CRPS = pinball.Float64()/n, crps.Float64()/n
	for _, x := range []float64{e.MAE, e.RMSE, e.Winkler, e.Pinball, e.CRPS} {
		// Without spreads, as other packages' models may be, the last two are NaN.
		if math.IsInf(x, 0) || math.IsNaN(x) && spreads {
			return nil, nil, &Refusal{Model: f.Model, Name: f.Name, Reason: OutOfRange, Year: f.Origin + 1}
		}
	}
	return e, f, nil
}

// trailing returns how many of the last years are not known.
func trailing(values []float64) int {
	n := 0
	for n < len(values) && math.IsNaN(values[len(values)-1-n]) {
		n++
	}
	return n
}

// View returns a row for each year: year, model, point, low, high, actual.
func (e *Evaluation) View() growth.View {
	v := e.Forecast.View()
	v.Columns = append(v.Columns, growth.ViewColumn{Name: "actual", Unit: e.Forecast.Unit})
	for i := range v.Rows {
		v.Rows[i] = append(v.Rows[i], growth.NumberOf(e.Actual[i]))
	}
	return v
}
