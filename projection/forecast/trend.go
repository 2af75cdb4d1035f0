package forecast

import (
	"math"
	"slices"

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
func (m LinearTrend) Fit(s growth.Series) (Fitted, error) {
	return fitTrend(m, s, false, growth.LinearTrend)
}

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
	return fitTrend(m, s, true, growth.LogLinearTrend)
}

func fitTrend(m Model, s growth.Series, log bool, fit func(growth.Series) (*growth.Trend, error)) (Fitted, error) {
	h, err := historyOf(m, s, 3, true)
	if err != nil {
		return nil, err
	}
	x, y := make([]float64, len(h.y)), slices.Clone(h.y)
	for i := range y {
		x[i] = float64(h.first + i)
		if log && y[i] == 0 {
			return nil, &Refusal{Model: m.String(), Name: s.Name, Reason: Zero, Year: h.first + i}
		}
		if log {
			y[i] = math.Log(y[i])
		}
	}
	// The line of growth.LinearTrend and LogLinearTrend, whose warnings follow.
	line, err := growth.FitLine(x, y)
	if err != nil {
		return nil, h.outOfRange(h.about.Origin, err)
	}
	remarks := func() []error {
		trend, err := fit(h.series())
		if err != nil {
			return nil // it is the same line
		}
		return trend.Warnings
	}
	unit, perYear := s.Unit, s.Unit+" a year"
	if log {
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
		if log {
			y = math.Exp(y)
		}
		return y
	})
	return &fitted{about: h.about, first: h.first, residuals: residuals, remarks: remarks, spreads: func(step int) ([]Spread, error) {
		i, err := line.PredictionInterval(float64(h.about.Origin+step), .95)
		if err != nil {
			return nil, h.outOfRange(h.about.Origin+step, err)
		}
		return []Spread{{
			Median: i.Estimate, SD: (i.High - i.Estimate) / t, Freedom: freedom, Widening: 1, Log: log, Share: 1,
		}}, nil
	}}, nil
}
