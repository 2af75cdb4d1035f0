package dynamics

import (
	"fmt"
	"math"

	"smartcity/growth"
)

// OlleyPakesResult is aggregate productivity in a year, divided into what firms
// have in the mean and what they gain from the more productive being larger.
// All figures are in the unit of productivity.
type OlleyPakesResult struct {
	Variable string // what a firm's productivity is; "" if not stated
	Weights  string // what weighs it; "" if not stated
	Unit     string // of the figures; "" if not stated
	Year     int    // 0 if not stated

	Aggregate  float64 // P = Σsp, the weighted mean
	Mean       float64 // the unweighted mean
	Covariance float64 // Σ(s − 1/n)(p − mean)

	Firms    int // firms that these are made of
	NotKnown int // firms left out

	Warnings []error // *[FirmsNotKnown], *[ZeroWeight], and see [OlleyPakesRevenuePerJob]
}

// OlleyPakes divides aggregate productivity P = Σsp into the unweighted mean and
// the covariance Σ(s − 1/n)(p − mean), which is a sum over firms, not divided by
// their number. The weights are in any scale and divided by their sum, and
// productivity is in levels or in logs, as in [CompareProductivity].
//
// A firm with one figure that is not known, NaN, is left out, with a [*FirmsNotKnown]
// warning; one with neither is passed over. A firm with a weight of zero counts in
// the mean, with a [*ZeroWeight] warning. One firm, or equal firms, have a
// covariance of 0.
//
// It returns an error that wraps [ErrLength] if the slices differ in length, a
// [*FigureError] for figures that [CompareProductivity] refuses, and an error that
// wraps [ErrNoWeight] if the weights add up to zero.
//
// Source: Olley and Pakes, The dynamics of productivity in the telecommunications
// equipment industry, Econometrica 64 (1996).
func OlleyPakes(weights, productivities []float64) (*OlleyPakesResult, error) {
	if len(weights) != len(productivities) {
		return nil, fmt.Errorf("dynamics: Olley–Pakes of %d weights and %d productivities: %w", len(weights), len(productivities), ErrLength)
	}
	o := olleyPakes{}
	for i, w := range weights {
		p := productivities[i]
		switch {
		case !usable(w, 0):
			return nil, &FigureError{fmt.Sprintf("firm %d", i+1), "weight", w, wantWeight}
		case !usable(p, -largest):
			return nil, &FigureError{fmt.Sprintf("firm %d", i+1), "productivity", p, wantFigure}
		case !math.IsNaN(w) || !math.IsNaN(p):
			o.add(w, doubled{p, 0})
		}
	}
	return o.result()
}

// olleyPakes adds up firms.
type olleyPakes struct {
	firms, notKnown, zero int
	weight, sum, left     growth.Sum
	weighted              product
}

// add adds a firm that is there.
func (o *olleyPakes) add(w float64, p doubled) {
	switch {
	case math.IsNaN(w):
		o.notKnown++
	case math.IsNaN(p.high):
		o.notKnown++
		o.left.Add(w)
	default:
		o.firms++
		o.weight.Add(w)
		o.sum.Add(p.high)
		o.sum.Add(p.low)
		o.weighted.add(w, p)
		if w == 0 {
			o.zero++
		}
	}
}

func (o *olleyPakes) result() (*OlleyPakesResult, error) {
	total := exact(o.weight)
	if total.Sign() == 0 {
		return nil, fmt.Errorf("dynamics: Olley–Pakes: %w", ErrNoWeight)
	}
	aggregate := div(o.weighted.exact(), total)
	mean := div(exact(o.sum), whole(o.firms))
	r := &OlleyPakesResult{Firms: o.firms, NotKnown: o.notKnown}
	// The sum over firms is Σsp − mean·Σs − (Σp − n·mean)/n, of which the last is
	// zero and Σs is one: exactly so in fractions.
	r.Aggregate, r.Mean, r.Covariance = toFloat(aggregate), toFloat(mean), toFloat(sub(aggregate, mean))
	if r.NotKnown > 0 {
		r.Warnings = append(r.Warnings, &FirmsNotKnown{Firms: r.NotKnown, Weight: part(o.left, total)})
	}
	if o.zero > 0 {
		r.Warnings = append(r.Warnings, &ZeroWeight{o.zero})
	}
	return r, nil
}

// View returns one row with the columns year, aggregate, mean, covariance, firms
// and not_known. A year that is not stated is missing.
func (r *OlleyPakesResult) View() growth.View {
	year := growth.Entry{}
	if r.Year != 0 {
		year = growth.NumberOf(float64(r.Year))
	}
	return growth.View{
		Columns: []growth.ViewColumn{
			{Name: "year", Unit: "year"}, {Name: "aggregate", Unit: r.Unit}, {Name: "mean", Unit: r.Unit}, {Name: "covariance", Unit: r.Unit},
			{Name: "firms", Unit: "firms"}, {Name: "not_known", Unit: "firms"},
		},
		Rows: [][]growth.Entry{append(
			[]growth.Entry{year, growth.NumberOf(r.Aggregate), growth.NumberOf(r.Mean), growth.NumberOf(r.Covariance)},
			counts(r.Firms, r.NotKnown)...)},
	}
}
