package growth

import (
	"fmt"
	"math"
)

// PointElasticity returns the elasticity of y, such as jobs, to x, such as
// revenue, between two years, seen from the first: the per cent by which y has
// changed over the per cent by which x has,
//
//	((y_T − y_0)/y_0) / ((x_T − x_0)/x_0)
//
// It depends on the direction: that from T back to 0 is another number.
//
// It returns an error that wraps [ErrOrder] unless from < to, [ErrNotKnown] if
// a figure is missing, [ErrNotPositive] if one is negative, or zero where it
// would be divided by, [ErrConstant] if x is the same in both years, and
// [ErrOverflow] if the elasticity is beyond the range of numbers.
func PointElasticity(y, x Series, from, to int) (float64, error) {
	return elasticity("point", y, x, from, to, func(first, _ float64) float64 { return first })
}

// ArcElasticity returns the elasticity of y to x between two years with changes
// in per cent of the midpoint of both years, so that it is the same in both
// directions:
//
//	((y_T − y_0)/((y_T + y_0)/2)) / ((x_T − x_0)/((x_T + x_0)/2))
//
// Errors are those of [PointElasticity]. Only the midpoints have to be positive,
// so that one of the two years may be zero.
//
// Source: Allen, "The concept of arc elasticity of demand", Review of Economic
// Studies 1 (1934).
func ArcElasticity(y, x Series, from, to int) (float64, error) {
	// Halves first, so that no sum leaves the range.
	return elasticity("arc", y, x, from, to, func(first, last float64) float64 { return first/2 + last/2 })
}

// LogLogElasticity returns the line ln y = a + b·ln x through all years in which
// both are known. Its Slope is the elasticity of y to x, its SlopeStdErr the
// standard error, and [Line.SlopeInterval] gives the confidence interval. Series
// that grow over the same years are correlated for that reason alone; the
// interval does not know of it.
//
// It returns an error that wraps [ErrTooFew] if fewer than three years are
// known, [ErrConstant] if x does not vary, [ErrNotPositive] if a figure of such
// a year is zero or negative, and [ErrNotKnown] if one is infinite.
func LogLogElasticity(y, x Series) (*Line, error) {
	lnX, lnY := make([]float64, y.Len()), make([]float64, y.Len())
	for i := range lnY {
		year := y.FirstYear + i
		lnX[i], lnY[i] = math.NaN(), math.NaN()
		if y.unknown(year) != nil || x.unknown(year) != nil {
			continue
		}
		for _, s := range []Series{x, y} {
			if err := positive(s.At(year)); err != nil {
				return nil, s.errorf("log–log elasticity: %v in %d: %w", s.At(year), year, err)
			}
		}
		lnX[i], lnY[i] = math.Log(x.At(year)), math.Log(y.At(year))
	}
	line, err := FitLine(lnX, lnY)
	if err != nil {
		return nil, fmt.Errorf("growth: log–log elasticity of %q to %q: %w", y.Name, x.Name, err)
	}
	return line, nil
}

// elasticity divides changes by what base makes of the figures of both years.
func elasticity(kind string, y, x Series, from, to int, base func(first, last float64) float64) (float64, error) {
	fail := func(s Series, err error) (float64, error) {
		return 0, s.errorf("%s elasticity of %q to %q, %d–%d: %w", kind, y.Name, x.Name, from, to, err)
	}
	if from >= to {
		return fail(y, ErrOrder)
	}
	// Changes may leave the range of numbers where their ratio does not.
	var changes [2]float64
	var exponents [2]int
	for i, s := range []Series{y, x} {
		first, last := s.At(from), s.At(to)
		for _, v := range []float64{first, last} {
			if err := positive(v); err != nil && v != 0 {
				return fail(s, err)
			}
		}
		b := base(first, last)
		if b == 0 {
			return fail(s, ErrNotPositive)
		}
		change, up := math.Frexp(last - first)
		b, down := math.Frexp(b)
		changes[i], exponents[i] = change/b, up-down
	}
	if changes[1] == 0 {
		return fail(x, ErrConstant)
	}
	e := math.Ldexp(changes[0]/changes[1], exponents[0]-exponents[1])
	if !finite(e) {
		return fail(y, ErrOverflow)
	}
	return e, nil
}
