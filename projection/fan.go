package projection

import (
	"math"
	"slices"

	"smartcity/growth"
)

// Fan is the simulated jobs of a sector or of the total, from the base year to
// the target year: what a fan chart shows.
type Fan struct {
	Name          string               // sector; "" for the total
	Unit          string               // what a job is
	BaseYear      int                  // the year of Mean[0]
	Base          float64              // jobs in BaseYear
	Growth        []GrowthDistribution // of the market, in each year after BaseYear; nil for the total
	Low, High     Course               // between whose markets growth is drawn, and which carry it over to jobs; zero for the total
	Mean          []float64            // expected jobs; Mean[0] is the base
	Probabilities []float64
	Quantiles     [][]float64 // for each probability the quantiles of all years, of type 7
}

// MeanIn returns the expected jobs in a year, NaN outside the years simulated.
func (f *Fan) MeanIn(year int) float64 { return f.in(f.Mean, year) }

// QuantileIn returns a quantile in a year, NaN outside the years simulated and
// for a probability that is not among Probabilities.
func (f *Fan) QuantileIn(year int, p float64) float64 {
	i := slices.Index(f.Probabilities, p)
	if i < 0 {
		return math.NaN()
	}
	return f.in(f.Quantiles[i], year)
}

func (f *Fan) in(x []float64, year int) float64 {
	if year < f.BaseYear || year-f.BaseYear >= len(x) {
		return math.NaN()
	}
	return x[year-f.BaseYear]
}

// Series returns the quantiles at a probability as a yearly series, empty for a
// probability that is not among Probabilities.
func (f *Fan) Series(p float64) growth.Series {
	s := growth.Series{Name: f.Name, Unit: f.Unit, FirstYear: f.BaseYear}
	if i := slices.Index(f.Probabilities, p); i >= 0 {
		s.Values = f.Quantiles[i]
	}
	return s
}
