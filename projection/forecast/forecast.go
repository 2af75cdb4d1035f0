package forecast

import (
	"fmt"
	"math"

	"smartcity/growth"
)

// Forecast is the future of a series as one model sees it.
type Forecast struct {
	Name, Unit string // of the series
	Model      string // as [Model] names itself
	N          int    // years the model is fitted to
	Origin     int    // the last known year
	Level      float64

	// Parameters are what the model forecasts with, in the order of its formula.
	Parameters []Parameter

	// ResidualSD is √(Σe²/(N−k)) of the one-step errors, or of the residuals of a
	// line or curve, k being how many numbers were estimated. It is on the scale
	// of logarithms for [LogLinearTrend], and NaN for an [Average], whose models
	// have one each.
	ResidualSD float64

	// Residuals are the figures of the past less what the model as it was fitted
	// makes of them, in the unit of the series: the errors of forecasting one year
	// ahead, for a line or curve its residuals. NaN where a year, or for [Naive]
	// and [Drift] the year before it, is not known. An [Average] has the means of
	// those of its models. They are what reconcile.MinTShrinkage asks for.
	Residuals growth.Series

	Steps []Step // of the years Origin+1, Origin+2, …

	// Warnings are *[ScenariosOnly], *[MissingYears], *[Floored], *[NoSpread],
	// *[Linearised], *[MemberRefused], of [Selection.Forecast] *[NaiveInstead], and
	// those of package growth.
	Warnings []error
}

// Step is the forecast of one year.
type Step struct {
	Year int
	// Point is the median, of an [Average] the mean of its models' medians; never
	// negative.
	Point float64
	// Low and High are the ends of the interval in which the figure of that year
	// falls with the probability Level, if the model holds. Never negative.
	Low, High float64
	// Spreads are what the interval is made of: one, or one of each model of an
	// [Average], whose quantiles are averaged.
	Spreads []Spread
}

// Quantile returns the figure that is not exceeded with probability p: +Inf where
// it leaves the range of numbers, NaN where the step has no Spreads. It returns an
// error that wraps [growth.ErrLevel] unless 0 < p < 1.
func (s Step) Quantile(p float64) (float64, error) {
	if !(p > 0 && p < 1) {
		return 0, fmt.Errorf("forecast: quantile of %d at %v: %w", s.Year, p, growth.ErrLevel)
	}
	if len(s.Spreads) == 0 {
		return math.NaN(), nil
	}
	return s.quantile(p), nil
}

func (s Step) quantile(p float64) float64 { return s.quantileOf(&student{p: p}) }

func (s Step) quantileOf(t *student) float64 {
	if len(s.Spreads) == 1 {
		return s.Spreads[0].at(t.at(s.Spreads[0].Freedom))
	}
	var q growth.Sum
	for _, d := range s.Spreads {
		x := d.at(t.at(d.Freedom))
		if math.IsInf(x, 1) {
			return x // which a Sum cannot hold
		}
		q.Add(d.Share * x)
	}
	return q.Float64()
}

// Probability returns the probability that the figure of a year is at least a
// target, if the model holds and the future errs as the past did.
//
// With fewer than [EnoughYears] known years, or a horizon longer than the
// history, there is no probability from history: the error is a
// *[ScenariosOnly]. It returns one that wraps [growth.ErrNotKnown] if the year
// is not among the steps or the target is NaN or infinite.
func (f *Forecast) Probability(year int, target float64) (float64, error) {
	i := year - f.Origin - 1
	if i < 0 || i >= len(f.Steps) {
		return 0, fmt.Errorf("forecast: %q in %d: %w", f.Name, year, growth.ErrNotKnown)
	}
	if math.IsNaN(target) || math.IsInf(target, 0) {
		return 0, fmt.Errorf("forecast: %q: target of %v: %w", f.Name, target, growth.ErrNotKnown)
	}
	if w := scenariosOnly(f.Name, f.N, i+1); w != nil {
		return 0, w
	}
	s := f.Steps[i]
	if len(s.Spreads) == 1 {
		return s.Spreads[0].reach(target), nil
	}
	if target <= 0 {
		return 1, nil
	}
	// Averaged quantiles have no distribution function to evaluate; they rise
	// with p, so it is found by bisection.
	low, high := 0., 1.
	for range 60 {
		if p := (low + high) / 2; s.quantile(p) < target {
			low = p
		} else {
			high = p
		}
	}
	return 1 - (low+high)/2, nil
}

// View returns a row for each year: year, model, point, low, high.
func (f *Forecast) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "year", Unit: "year"}, {Name: "model"}, {Name: "point", Unit: f.Unit},
		{Name: "low", Unit: f.Unit}, {Name: "high", Unit: f.Unit},
	}}
	for _, s := range f.Steps {
		v.Rows = append(v.Rows, []growth.Entry{
			growth.NumberOf(float64(s.Year)), growth.TextOf(f.Model), growth.NumberOf(s.Point),
			growth.NumberOf(s.Low), growth.NumberOf(s.High),
		})
	}
	return v
}

// Forecast implements [Fitted].
func (f *fitted) Forecast(horizon int, level float64) (*Forecast, error) {
	return f.forecast(horizon, level, nil)
}

func (f *fitted) forecast(horizon int, level float64, scores *scorer) (*Forecast, error) {
	out := f.about
	if horizon < 1 || horizon > MaxHorizon {
		return nil, fmt.Errorf("forecast: %q, %d years ahead: %w", out.Name, horizon, ErrHorizon)
	}
	level, err := levelOf(level)
	if err != nil {
		return nil, err
	}
	out.Level = level
	out.Parameters = append([]Parameter(nil), out.Parameters...)
	out.Warnings = append([]error(nil), out.Warnings...)
	low, high := &student{p: (1 - level) / 2}, &student{p: (1 + level) / 2}
	if scores != nil {
		low, high = scores.low, scores.high
	} else {
		out.Residuals = growth.Series{Name: out.Name, Unit: out.Unit, FirstYear: f.first, Values: f.residuals()}
		if f.remarks != nil {
			out.Warnings = append(out.Warnings, f.remarks()...)
		}
	}
	if w := scenariosOnly(out.Name, out.N, horizon); w != nil {
		out.Warnings = append(out.Warnings, w)
	}
	var floored Floored
	for i := range horizon {
		s := Step{Year: out.Origin + i + 1}
		if s.Spreads, err = f.spreads(i + 1); err != nil {
			return nil, err
		}
		s.Point, s.Low, s.High = s.quantile(.5), s.quantileOf(low), s.quantileOf(high)
		if math.IsInf(s.High, 0) || math.IsNaN(s.Low) || math.IsNaN(s.High) || math.IsNaN(s.Point) {
			return nil, &Refusal{Model: out.Model, Name: out.Name, Reason: OutOfRange, Year: s.Year}
		}
		cut, point := false, false
		for _, d := range s.Spreads {
			cut = cut || d.raw(low.at(d.Freedom)) < 0
			point = point || d.raw(0) < 0
		}
		if cut {
			floored.Years = append(floored.Years, s.Year)
		}
		if point {
			floored.Points = append(floored.Points, s.Year)
		}
		out.Steps = append(out.Steps, s)
	}
	if len(floored.Years) > 0 {
		out.Warnings = append(out.Warnings, &floored)
	}
	return &out, nil
}

// levelOf returns the level of an interval: 95 % for 0.
func levelOf(level float64) (float64, error) {
	switch {
	case level == 0:
		return .95, nil
	case level > 0 && level < 1:
		return level, nil
	}
	return 0, fmt.Errorf("forecast: interval of level %v: %w", level, growth.ErrLevel)
}
