package forecast

import (
	"fmt"
	"math"

	"smartcity/growth"
)

// Accuracy says how far points were from what came, by the errors e = y − f of
// actual figures y and forecasts f. [Measure] makes it.
type Accuracy struct {
	N       int // years compared
	Missing int // years left out because one of the two is not known

	ME   float64 // mean of e: negative where the forecast was too high
	MAE  float64 // mean of |e|, in the unit of the series
	RMSE float64 // √ of the mean of e²
	// MAPE is the mean of 100·|e|/y, in per cent; NaN where an actual figure is 0.
	MAPE float64
	// SMAPE is the mean of 200·|e|/(|y|+|f|), in per cent, as in the M3
	// competition: between 0 and 200. Where both are 0 the year counts as 0.
	SMAPE float64
	// MASE is MAE over Scale: below 1 the forecast erred less than the one-step
	// naive one did in the past. NaN where Scale is 0 or NaN.
	MASE float64
	// Scale is the mean of |y_t − y_{t−1}| over the known neighbours of the
	// training years; NaN if there are none.
	Scale float64
}

// Measure compares forecasts with what came, year by year, after the training
// years. NaN is a figure that is not known. It returns an error that wraps
// [growth.ErrTooFew] if no year can be compared and [growth.ErrNotKnown] if a
// figure is infinite. It panics if actual and forecast differ in length.
//
// Source: Hyndman and Koehler, "Another look at measures of forecast accuracy",
// International Journal of Forecasting 22 (2006); Makridakis and Hibon, "The
// M3-Competition", ibid. 16 (2000).
func Measure(train, actual, forecast []float64) (*Accuracy, error) {
	if len(actual) != len(forecast) {
		panic("forecast: Measure: actual and forecast differ in length")
	}
	for _, figures := range [][]float64{train, actual, forecast} {
		for i, v := range figures {
			if math.IsInf(v, 0) {
				return nil, fmt.Errorf("forecast: figure %d is infinite: %w", i+1, growth.ErrNotKnown)
			}
		}
	}
	a := &Accuracy{Scale: naiveScale(train)}
	unit := max(scaleOf(actual), scaleOf(forecast))
	var e, absolute, squared, percentage, symmetric growth.Sum
	for i, y := range actual {
		f := forecast[i]
		d := y - f
		if math.IsNaN(d) {
			a.Missing++
			continue
		}
		a.N++
		size := math.Abs(d)
		e.Add(d)
		absolute.Add(size)
		squared.Add(d / unit * (d / unit))
		if y == 0 {
			percentage.Add(math.NaN())
		} else {
			percentage.Add(100 * size / math.Abs(y))
		}
		if size != 0 {
			symmetric.Add(200 * size / (math.Abs(y) + math.Abs(f)))
		}
	}
	if a.N == 0 {
		return nil, fmt.Errorf("forecast: no year to compare: %w", growth.ErrTooFew)
	}
	n := float64(a.N)
	a.ME, a.MAE, a.RMSE = e.Float64()/n, absolute.Float64()/n, unit*math.Sqrt(squared.Float64()/n)
	a.MAPE, a.SMAPE = percentage.Float64()/n, symmetric.Float64()/n
	a.MASE = math.NaN()
	if a.Scale > 0 {
		a.MASE = a.MAE / a.Scale
	}
	return a, nil
}

// naiveScale is the mean absolute change between known neighbours.
func naiveScale(train []float64) float64 {
	var sum growth.Sum
	n := 0
	for i := 1; i < len(train); i++ {
		if d := math.Abs(train[i] - train[i-1]); !math.IsNaN(d) {
			sum.Add(d)
			n++
		}
	}
	return sum.Float64() / float64(n) // 0/0 where there are none
}

// View returns one row: n, missing, mean_error, mae, rmse, mape, smape, mase,
// scale.
func (a *Accuracy) View() growth.View {
	v := growth.View{Rows: [][]growth.Entry{nil}}
	for _, c := range a.cells() {
		v.Columns = append(v.Columns, growth.ViewColumn{Name: c.name, Unit: c.unit})
		v.Rows[0] = append(v.Rows[0], growth.NumberOf(c.number))
	}
	return v
}

type cell struct {
	name, unit string
	number     float64
}

func (a *Accuracy) cells() []cell {
	return []cell{
		{"n", "years", float64(a.N)}, {"missing", "years", float64(a.Missing)},
		{"mean_error", "", a.ME}, {"mae", "", a.MAE}, {"rmse", "", a.RMSE},
		{"mape", "per cent", a.MAPE}, {"smape", "per cent", a.SMAPE}, {"mase", "", a.MASE}, {"scale", "", a.Scale},
	}
}
