package forecast

import (
	"errors"
	"math"

	"smartcity/growth"
)

// LinearTrend forecasts by the straight line y = a + b·year through all known
// years ([growth.LinearTrend]), with the exact prediction interval
//
//	ŷ ± t·s·√(1 + 1/n + (x−x̄)²/Sxx)
//
// for independent normal errors. It needs three years; years may be missing.
type LinearTrend struct{}

// String returns "linear trend".
func (LinearTrend) String() string { return "linear trend" }

// Fit implements [Model].
func (m LinearTrend) Fit(s growth.Series) (Fitted, error) { return fitTrend(m, s, growth.LinearTrend) }

// LogLinearTrend forecasts by growth at the same rate every year, the straight
// line through the logarithms ([growth.LogLinearTrend]), with the prediction
// interval of that line taken back; the point is the median. It needs three
// years, all above zero; years may be missing.
//
// It loses to [Naive] on most yearly series: growth seldom goes on unbroken.
type LogLinearTrend struct{}

// String returns "log-linear trend".
func (LogLinearTrend) String() string { return "log-linear trend" }

// Fit implements [Model].
func (m LogLinearTrend) Fit(s growth.Series) (Fitted, error) {
	return fitTrend(m, s, growth.LogLinearTrend)
}

func fitTrend(m Model, s growth.Series, fit func(growth.Series) (*growth.Trend, error)) (Fitted, error) {
	h, err := historyOf(m, s, 3, true)
	if err != nil {
		return nil, err
	}
	trend, err := fit(h.series())
	if err != nil {
		if errors.Is(err, growth.ErrNotPositive) {
			return nil, &Refusal{Model: m.String(), Name: s.Name, Reason: Zero, Year: h.zero()}
		}
		return nil, h.outOfRange(h.about.Origin, err)
	}
	h.about.Warnings = append(h.about.Warnings, trend.Warnings...)
	line := trend.Line
	unit, perYear := s.Unit, s.Unit+" a year"
	if trend.Log {
		unit, perYear = "", ""
	}
	h.about.Parameters = []Parameter{
		{Name: "intercept", Value: line.Intercept, Unit: unit},
		{Name: "slope", Value: line.Slope, Unit: perYear},
	}
	h.about.ResidualSD = line.ResidualSD
	freedom := float64(line.N - 2)
	t := studentQuantile(.975, freedom)
	residuals := h.less(func(year float64) float64 {
		y := line.Intercept + line.Slope*year
		if trend.Log {
			y = math.Exp(y)
		}
		return y
	})
	return &fitted{about: h.about, first: h.first, residuals: residuals, spreads: func(step int) ([]Spread, error) {
		i, err := line.PredictionInterval(float64(h.about.Origin+step), .95)
		if err != nil {
			return nil, h.outOfRange(h.about.Origin+step, err)
		}
		return []Spread{{
			Median: i.Estimate, SD: (i.High - i.Estimate) / t, Freedom: freedom, Widening: 1, Log: trend.Log, Share: 1,
		}}, nil
	}}, nil
}

// zero returns the first year whose figure is zero.
func (h *history) zero() int {
	for i, v := range h.y {
		if v == 0 {
			return h.first + i
		}
	}
	return 0
}
