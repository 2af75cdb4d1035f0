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
	Known
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
	value  float64 // zero unless known
	status Status
}

// Value returns a known figure, or a missing one for NaN.
func Value(x float64) Figure {
	if math.IsNaN(x) {
		return Figure{}
	}
	return Figure{x, Known}
}

// Hidden returns a suppressed figure.
func Hidden() Figure { return Figure{status: Suppressed} }

// Status says whether the figure is known, missing or suppressed.
func (f Figure) Status() Status { return f.status }

// Known reports whether the figure has a value.
func (f Figure) Known() bool { return f.status == Known }

// Float64 returns the value, NaN if the figure is not known.
func (f Figure) Float64() float64 {
	if f.status != Known {
		return math.NaN()
	}
	return f.value
}

// String returns the shortest decimal that identifies the value, or the status.
func (f Figure) String() string {
	if f.status != Known {
		return f.status.String()
	}
	return strconv.FormatFloat(f.value, 'f', -1, 64)
}

// Entry returns the figure as an entry of a [growth.View].
func (f Figure) Entry() growth.Entry {
	if f.status == Suppressed {
		return growth.Entry{Kind: growth.SuppressedEntry}
	}
	return growth.NumberOf(f.Float64())
}

// over divides two sums; the quotient of figures that are not known, or by
// zero, is missing.
func (f Figure) over(g Figure) Figure {
	if f.status != Known || g.status != Known || g.value == 0 {
		return Figure{}
	}
	return Value(f.value / g.value)
}
