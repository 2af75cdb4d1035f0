package projection

import (
	"math"
	"slices"
)

// Yearly is an assumption that holds for every year, or one for each year. The
// zero value is not stated, which where it is used has a meaning that is
// documented there.
type Yearly struct {
	// FirstYear is the year of Values[0]; 0 if there is one value that holds for
	// every year.
	FirstYear int
	Values    []float64
}

// Constant is an assumption that holds for every year.
func Constant(x float64) Yearly { return Yearly{Values: []float64{x}} }

// ByYear is an assumption for each year from first on. A rate belongs to the year
// that it leads to: growth in 2019 is that from 2018 to 2019. There must be a
// value for every year of a projection after the base year.
func ByYear(first int, x ...float64) Yearly { return Yearly{first, slices.Clone(x)} }

// Stated reports whether there are values.
func (y Yearly) Stated() bool { return len(y.Values) > 0 }

// IsConstant reports whether one value holds for every year.
func (y Yearly) IsConstant() bool { return y.FirstYear == 0 && len(y.Values) == 1 }

// At returns the value of a year, NaN where there is none.
func (y Yearly) At(year int) float64 {
	switch {
	case !y.covers(year):
		return math.NaN()
	case y.IsConstant():
		return y.Values[0]
	}
	return y.Values[year-y.FirstYear]
}

// covers reports whether there is a value for a year.
func (y Yearly) covers(year int) bool {
	return y.IsConstant() || year >= y.FirstYear && year-y.FirstYear < len(y.Values)
}

// or is y, or a constant where it is not stated.
func (y Yearly) or(x float64) Yearly {
	if y.Stated() {
		return y
	}
	return Constant(x)
}

func (y Yearly) clone() Yearly { return Yearly{y.FirstYear, slices.Clone(y.Values)} }

func (y Yearly) equal(z Yearly) bool {
	return y.FirstYear == z.FirstYear && slices.Equal(y.Values, z.Values)
}
