package sector

import (
	"math"
	"strconv"

	"smartcity/growth"
)

// Status says whether a figure is known. The zero value is Missing.
type Status uint8

const (
	Missing    Status = iota // nobody has stated the figure
	Suppressed               // somebody knows it and may not tell
	Known                    // the figure has a value
)

// String returns "missing", "suppressed" or "known".
func (s Status) String() string {
	switch s {
	case Suppressed:
		return "suppressed"
	case Known:
		return "known"
	}
	return "missing"
}

// Figure is a number that is known, missing or suppressed. The zero value is
// missing. Figures are compared with ==.
type Figure struct {
	// The bits of a float64, or of one of two NaNs that stand for not known:
	// with a status beside each, the five figures of a company would take twice
	// the room. They are turned (xor) by those of the missing NaN, so that the
	// zero value means it.
	turned uint64
}

const (
	missingNaN = 0x7ff8_0000_0000_0001
	hidden     = 0x7ff8_0000_0000_0002 ^ missingNaN
)

// Value returns a known figure, or a missing one for NaN.
func Value(x float64) Figure {
	if x != x {
		return Figure{}
	}
	return Figure{math.Float64bits(x+0) ^ missingNaN} // −0 is 0
}

// Hidden returns a suppressed figure.
func Hidden() Figure { return Figure{hidden} }

// Status says whether the figure is known, missing or suppressed.
func (f Figure) Status() Status {
	switch f.turned {
	case 0:
		return Missing
	case hidden:
		return Suppressed
	}
	return Known
}

// Known reports whether the figure has a value.
func (f Figure) Known() bool { return f.turned != 0 && f.turned != hidden }

// Float64 returns the value, NaN if the figure is not known.
func (f Figure) Float64() float64 { return math.Float64frombits(f.turned ^ missingNaN) }

// String returns the shortest decimal that identifies the value, or the status.
func (f Figure) String() string {
	if !f.Known() {
		return f.Status().String()
	}
	return strconv.FormatFloat(f.Float64(), 'f', -1, 64)
}

// Entry returns the figure as an entry of a [growth.View].
func (f Figure) Entry() growth.Entry {
	if f.Status() == Suppressed {
		return growth.Entry{Kind: growth.SuppressedEntry}
	}
	return growth.NumberOf(f.Float64())
}

// over divides two sums. The quotient is suppressed where one of them is and
// the other is not missing, since it would give the sum away; it is missing
// where one is missing, and where the divisor is zero.
func (f Figure) over(g Figure) Figure {
	switch {
	case f == Figure{} || g == Figure{} || g == Value(0):
		return Figure{}
	case f == Hidden() || g == Hidden():
		return Hidden()
	}
	return Value(f.Float64() / g.Float64())
}
