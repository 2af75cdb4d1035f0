package growth

import (
	"errors"
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

// Trend is a straight line fitted by least squares to the figures of a series,
// or to their logarithms, over calendar years. [LinearTrend] and
// [LogLinearTrend] make it.
type Trend struct {
	Name, Unit string // of the series

	// Log says that ln y and not y lies on the line: y = e^(a + b·year), growth
	// by the same rate every year.
	Log bool

	// Line is fitted to y, or to ln y if Log, with the calendar year as x; so
	// its intercept is that of the year 0.
	Line Line

	Warnings []error // *[SerialResiduals], *[RoundingResiduals]
}

// LinearTrend fits y = a + b·year. Years that are not known are left out and
// counted in Line.Missing. It returns an error that wraps [ErrTooFew] if fewer
// than three years are known and [ErrNotKnown] if a figure is infinite.
func LinearTrend(s Series) (*Trend, error) { return fitTrend(s, false) }

// LogLinearTrend fits ln y = a + b·year. Besides the errors of [LinearTrend] it
// returns one that wraps [ErrNotPositive] if a figure is zero or negative,
// which has no logarithm and is not passed over.
func LogLinearTrend(s Series) (*Trend, error) { return fitTrend(s, true) }

func fitTrend(s Series, log bool) (*Trend, error) {
	x, y := make([]float64, s.Len()), make([]float64, s.Len())
	for i := range x {
		x[i], y[i] = s.XY(i)
		if log && !math.IsNaN(y[i]) {
			if err := positive(y[i]); err != nil {
				return nil, s.errorf("log-linear trend: %v in %d: %w", y[i], s.FirstYear+i, err)
			}
			y[i] = math.Log(y[i])
		}
	}
	line, err := FitLine(x, y)
	if err != nil {
		return nil, s.errorf("trend: %w", err)
	}
	t := &Trend{Name: s.Name, Unit: s.Unit, Log: log, Line: *line}
	t.warn(x, y)
	return t, nil
}

// warn looks at the residuals in the order of the years.
func (t *Trend) warn(x, y []float64) {
	var residuals, design []float64
	largest := 0.0
	for i, v := range y {
		if math.IsNaN(v) {
			continue
		}
		fitted, _ := t.Line.fit.at(x[i], 0, 0)
		residuals = append(residuals, v-fitted)
		design = append(design, 1, x[i]-x[0])
		largest = max(largest, math.Abs(v))
	}
	if t.Line.ResidualSD <= 1e-12*largest {
		t.Warnings = append(t.Warnings, &RoundingResiduals{t.Line.ResidualSD})
		return // there is no pattern in rounding
	}
	if w := serialResiduals(residuals, mat.NewDense(len(residuals), 2, design)); w != nil {
		t.Warnings = append(t.Warnings, w)
	}
}

// At returns the trend in a year, within the series or beyond it, and its
// confidence interval ([Line.MeanInterval]). If Log, both are taken back by the
// exponential function; the trend then is the median of y, which lies below its
// mean by the factor e^(−σ²/2). A level of 0 stands for 0.95. It returns an
// error that wraps [ErrLevel] unless 0 ≤ level < 1, and [ErrOverflow] if an end is
// beyond the range of numbers.
func (t *Trend) At(year int, level float64) (Interval, error) {
	return t.back(t.Line.MeanInterval(float64(year), level))
}

// Predict returns the trend in a year, within the series or beyond it, and the
// interval in which the figure of that year falls with the probability given
// ([Line.PredictionInterval]): the figure, not the trend, so it is the wider
// one. Estimate, level and errors are those of [Trend.At].
func (t *Trend) Predict(year int, level float64) (Interval, error) {
	return t.back(t.Line.PredictionInterval(float64(year), level))
}

func (t *Trend) back(i Interval, err error) (Interval, error) {
	if err != nil {
		return Interval{}, fmt.Errorf("growth: trend of %q: %w", t.Name, err)
	}
	if t.Log {
		i.Estimate, i.Low, i.High = math.Exp(i.Estimate), math.Exp(i.Low), math.Exp(i.High)
	}
	if i, err = checked(i); err != nil {
		return Interval{}, fmt.Errorf("growth: trend of %q: %w", t.Name, err)
	}
	return i, nil
}

// Growth returns the rate of growth e^b − 1 a year of a log-linear trend, as a
// fraction, and its confidence interval, the ends of that of the slope b taken
// back in the same way. Unlike [CAGR] it uses every year and not the ends
// alone. It returns an error that wraps [ErrLevel] unless 0 ≤ level < 1 (0
// stands for 0.95), [errors.ErrUnsupported] for a linear trend, which has no
// constant rate, and [ErrOverflow] if an end is beyond the range of numbers.
func (t *Trend) Growth(level float64) (Interval, error) {
	if !t.Log {
		return Interval{}, fmt.Errorf("growth: trend of %q: constant rate of a linear trend: %w", t.Name, errors.ErrUnsupported)
	}
	i, err := t.Line.SlopeInterval(level)
	if err == nil {
		i.Estimate, i.Low, i.High = math.Expm1(i.Estimate), math.Expm1(i.Low), math.Expm1(i.High)
		i, err = checked(i)
	}
	if err != nil {
		return Interval{}, fmt.Errorf("growth: trend of %q: %w", t.Name, err)
	}
	return i, nil
}

// View returns one row: name, model ("linear" or "log_linear"), the columns of
// [Line.View], and growth, growth_low and growth_high ([Trend.Growth] at 95 %),
// missing for a linear trend.
func (t *Trend) View() View {
	model, unit, slopeUnit := "linear", t.Unit, t.Unit+" a year"
	growth := Interval{Estimate: math.NaN(), Low: math.NaN(), High: math.NaN()}
	if t.Log {
		model, unit, slopeUnit = "log_linear", "", ""
		g, err := t.Growth(0)
		growth = orMissing(math.Expm1(t.Line.Slope), g, err)
	}
	v := oneRow(append(t.Line.cells(unit, slopeUnit),
		cell{"growth", "fraction a year", growth.Estimate},
		cell{"growth_low", "fraction a year", growth.Low},
		cell{"growth_high", "fraction a year", growth.High})...)
	v.Columns = append([]ViewColumn{{Name: "name"}, {Name: "model"}}, v.Columns...)
	v.Rows[0] = append([]Entry{TextOf(t.Name), TextOf(model)}, v.Rows[0]...)
	return v
}
