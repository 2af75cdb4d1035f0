package growth

import "errors"

var (
	// ErrNotPositive signifies that a figure is zero or negative where growth
	// from or to it is not defined.
	ErrNotPositive = errors.New("figure is not positive")

	// ErrNotKnown signifies that a figure is missing (NaN) or infinite, or lies
	// outside the years of its series.
	ErrNotKnown = errors.New("figure is not known")

	// ErrOrder signifies that two years, or the ends of a range, are reversed or
	// the same where they must differ.
	ErrOrder = errors.New("order is reversed")

	// ErrNoGrowth signifies that a rate is too small to lead to the target, now
	// or ever: zero, of the wrong sign, or a decline of 100 % or more.
	ErrNoGrowth = errors.New("rate does not lead there")

	// ErrTooFew signifies that fewer figures are known than the method needs.
	ErrTooFew = errors.New("too few figures are known")

	// ErrConstant signifies that the figures which should explain others do not
	// vary, or not enough to be told apart.
	ErrConstant = errors.New("figures do not vary")

	// ErrLevel signifies that a probability, or the level of an interval, is
	// outside its bounds.
	ErrLevel = errors.New("probability is out of bounds")

	// ErrUnit signifies that figures have units that do not go together.
	ErrUnit = errors.New("units do not match")

	// ErrOverflow signifies that a result lies beyond the range of float64, above
	// 1.8·10³⁰⁸ in magnitude, though the figures it is made of do not.
	ErrOverflow = errors.New("result is beyond the range of numbers")
)
