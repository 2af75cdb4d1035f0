package forecast

import (
	"math"

	"smartcity/growth"
)

// Naive forecasts that next year, and every year after, will be as the last
// known one: the random walk,
//
//	ŷ_{n+h} = y_n ± t·s·√h,   s² = Σ d²/(n−1)
//
// with the year-on-year changes d and n−1 degrees of freedom. The interval is
// exact for a random walk with independent normal changes of mean zero. It is
// what every other model is measured against. A change over a gap of g years
// counts as d²/g. It needs two years.
type Naive struct{}

// String returns "naive".
func (Naive) String() string { return "naive" }

// Fit implements [Model]. Years may be missing.
func (m Naive) Fit(s growth.Series) (Fitted, error) {
	h, err := historyOf(m, s, 2, true)
	if err != nil {
		return nil, err
	}
	return h.walk(0, 1), nil
}

// Drift forecasts that the average change of the past goes on: the random walk
// with drift, the line through the first and the last known year,
//
//	ŷ_{n+h} = y_n + h·b ± t·s·√(h·(1 + h/(n−1))),   b = (y_n − y_1)/(n−1)
//
// with s² = Σ(d−b)²/(n−2) of the year-on-year changes d and n−2 degrees of
// freedom. The interval is exact for a random walk with independent normal
// changes of one mean. With gaps, n−1 is the years from the first to the last,
// the square of a change over g years is divided by g, and the degrees of
// freedom are the changes less one. It needs three years.
type Drift struct{}

// String returns "drift".
func (Drift) String() string { return "drift" }

// Fit implements [Model]. Years may be missing.
func (m Drift) Fit(s growth.Series) (Fitted, error) {
	h, err := historyOf(m, s, 3, true)
	if err != nil {
		return nil, err
	}
	n := len(h.y)
	drift := (h.y[n-1] - h.y[0]) / float64(n-1)
	h.about.Parameters = []Parameter{{Name: "drift", Value: drift, Unit: s.Unit + " a year"}}
	return h.walk(drift, 2), nil
}

// walk returns the random walk with a drift, of which so many years are used up
// by what is estimated: the first figure, and the drift if there is one.
func (h *history) walk(drift float64, used int) Fitted {
	unit := scaleOf(h.y)
	var squares growth.Sum
	last, at := h.y[0], 0
	for i, v := range h.y[1:] {
		if math.IsNaN(v) {
			continue
		}
		gap := float64(i + 1 - at)
		e := (v/unit - last/unit) - gap*(drift/unit)
		squares.Add(e * e / gap)
		last, at = v, i+1
	}
	freedom := float64(h.about.N - used)
	sd := h.noSpread(unit * math.Sqrt(squares.Float64()/freedom))
	h.about.ResidualSD = sd
	span := float64(len(h.y) - 1)
	residuals := func() []float64 {
		e := []float64{math.NaN()}
		for i, v := range h.y[1:] {
			e = append(e, v-h.y[i]-drift)
		}
		return e
	}
	return &fitted{about: h.about, first: h.first, residuals: residuals, spreads: func(step int) ([]Spread, error) {
		k := float64(step)
		variance := k
		if used == 2 {
			variance = k * (1 + k/span)
		}
		return []Spread{{Median: last + k*drift, SD: sd * math.Sqrt(variance), Freedom: freedom, Widening: 1, Share: 1}}, nil
	}}
}

// scaleOf returns a power of two near the largest figure, 1 if that is zero, so
// that squares of figures divided by it neither overflow nor vanish, and nothing
// is rounded.
func scaleOf(y []float64) float64 {
	largest := 0.
	for _, v := range y {
		if !math.IsNaN(v) {
			largest = max(largest, math.Abs(v))
		}
	}
	if largest == 0 {
		return 1
	}
	_, e := math.Frexp(largest)
	return math.Ldexp(1, min(e, 1023))
}
