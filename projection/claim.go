package projection

import (
	"fmt"
	"math"
	"slices"

	"smartcity/growth"
)

// Claim is what a source says about the jobs of a target year: a base, a range
// of growth rates and one or more printed figures, of which it may be unclear
// what they count and from which year. [Claim.Readings] finds out.
type Claim struct {
	Base      float64      // jobs to start from, as printed; zero: not given, which needs a band among the figures
	BaseUnit  float64      // unit in which Base was printed; zero: [UnitOf] the base
	Range     growth.Range // growth a year, taken as exact: 0.12 is twelve hundredths, not the float64 beside it (to 25 decimals)
	Target    int          // year T that the figures are about
	DataYear  int          // year of the base as far as it is known; the base years tried are this one ± 1
	BaseYears []int        // base years to try instead; those not before Target are skipped
	Figures   []Figure     // what the source prints
}

// Figure is a printed figure of a [Claim].
type Figure struct {
	Value float64 // as printed
	Unit  float64 // unit in which it was printed: it stands for [Value − Unit/2, Value + Unit/2); zero: [UnitOf] the value
	Kind  Kind    // level or gain; zero: unknown, both are tried
	End   End     // for the ends of a band "from L to H", Low and High; zero: not part of a band
}

// Kind says what a figure counts.
type Kind int

const (
	UnknownKind Kind = iota // not known
	Level                   // the jobs there are in the target year
	Gain                    // the jobs there are more than in the base year
)

// String returns "unknown", "level" or "gain".
func (k Kind) String() string { return name(k, "unknown", "level", "gain") }

// End is an end of a range of growth rates.
type End int

const (
	NoEnd End = iota // neither, or not known
	Low              // the low end
	High             // the high end
)

// String returns "none", "low" or "high".
func (e End) String() string { return name(e, "none", "low", "high") }

func name[T ~int](i T, names ...string) string {
	if i < 0 || int(i) >= len(names) {
		return fmt.Sprintf("%d?", int(i))
	}
	return names[i]
}

// maxFigures keeps the kinds to try, two for each figure of unknown kind, few.
const maxFigures = 12

// filled returns the claim with its defaults filled in and the base years
// sorted, or an error that says what is wrong with it.
func (c Claim) filled() (Claim, error) {
	fail := func(err error, format string, args ...any) (Claim, error) {
		return Claim{}, fmt.Errorf("projection: claim: "+format+": %w", append(args, err)...)
	}
	if err := c.Range.Validate(); err != nil {
		return fail(err, "range")
	}
	switch {
	case math.IsNaN(c.Base) || math.IsInf(c.Base, 0):
		return fail(growth.ErrNotKnown, "base %v", c.Base)
	case c.Base < 0:
		return fail(growth.ErrNotPositive, "base %v", c.Base)
	}
	unit, err := unitOr(c.BaseUnit, c.Base)
	if err != nil {
		return fail(err, "unit %v of the base", c.BaseUnit)
	}
	c.BaseUnit = unit

	switch {
	case len(c.Figures) == 0:
		return fail(growth.ErrNotKnown, "no figures")
	case len(c.Figures) > maxFigures:
		return fail(growth.ErrNotKnown, "%d figures, at most %d can be read together", len(c.Figures), maxFigures)
	}
	c.Figures = slices.Clone(c.Figures)
	for i := range c.Figures {
		f := &c.Figures[i]
		switch {
		case math.IsNaN(f.Value) || math.IsInf(f.Value, 0):
			return fail(growth.ErrNotKnown, "figure %d is %v", i+1, f.Value)
		case f.Value == 0 || f.Value < 0 && f.Kind == Level:
			return fail(growth.ErrNotPositive, "figure %d is %v", i+1, f.Value)
		case f.Kind < UnknownKind || f.Kind > Gain:
			return fail(growth.ErrNotKnown, "kind %v of figure %d", f.Kind, i+1)
		case f.End < NoEnd || f.End > High:
			return fail(growth.ErrNotKnown, "end %v of figure %d", f.End, i+1)
		}
		if f.Unit, err = unitOr(f.Unit, f.Value); err != nil {
			return fail(err, "unit %v of figure %d", f.Unit, i+1)
		}
	}
	bands, err := c.bands()
	switch {
	case err != nil:
		return fail(err, "band")
	case len(bands) > 0 && c.Range.Low == c.Range.High:
		return fail(growth.ErrOrder, "a band needs a range with two ends, this one is %v", c.Range)
	case len(bands) == 0 && c.Base == 0:
		return fail(growth.ErrNotKnown, "no base, and no band to find it from")
	}
	return c.yearsFilled()
}

// unitOr returns the unit, by default that of the value. The value zero stands
// for a base that is not given and has no unit.
func unitOr(unit, value float64) (float64, error) {
	switch {
	case math.IsNaN(unit) || math.IsInf(unit, 0):
		return unit, growth.ErrNotKnown
	case unit < 0:
		return unit, growth.ErrNotPositive
	case value == 0:
		return 0, nil
	case unit == 0:
		return UnitOf(value), nil
	}
	return unit, nil
}

// yearsFilled lists the base years that can be meant, ascending.
func (c Claim) yearsFilled() (Claim, error) {
	years := slices.Clone(c.BaseYears)
	if len(years) == 0 {
		if c.DataYear == 0 {
			return Claim{}, fmt.Errorf("projection: claim: neither data year nor base years: %w", growth.ErrNotKnown)
		}
		years = []int{c.DataYear - 1, c.DataYear, c.DataYear + 1}
	}
	slices.Sort(years)
	years = slices.Compact(years)
	years = slices.DeleteFunc(years, func(y int) bool { return y >= c.Target })
	if len(years) == 0 {
		return Claim{}, fmt.Errorf("projection: claim: no base year before the target year %d: %w", c.Target, growth.ErrOrder)
	}
	if n := c.Target - years[0]; n > MaxYears || n < 0 { // the second: overflow
		return Claim{}, fmt.Errorf("projection: claim: more than %d years from %d to %d: %w", MaxYears, years[0], c.Target, ErrTooFar)
	}
	c.BaseYears = years
	return c, nil
}

// pair holds the positions of the two ends of a band among the figures.
type pair struct{ low, high int }

// bands pairs the ends of bands: there can be one of each kind. Its errors wrap
// growth.ErrNotKnown and growth.ErrOrder.
func (c Claim) bands() ([]pair, error) {
	var bands []pair
	for kind := UnknownKind; kind <= Gain; kind++ {
		at := [3]int{-1, -1, -1} // by end
		for i, f := range c.Figures {
			if f.Kind != kind || f.End == NoEnd {
				continue
			}
			if at[f.End] >= 0 {
				return nil, fmt.Errorf("two %v ends of kind %v, figures %d and %d: %w", f.End, kind, at[f.End]+1, i+1, growth.ErrNotKnown)
			}
			at[f.End] = i
		}
		low, high := at[Low], at[High]
		switch {
		case low < 0 && high < 0:
			continue
		case low < 0:
			return nil, fmt.Errorf("figure %d is a high end of kind %v without a low one: %w", high+1, kind, growth.ErrNotKnown)
		case high < 0:
			return nil, fmt.Errorf("figure %d is a low end of kind %v without a high one: %w", low+1, kind, growth.ErrNotKnown)
		case c.Figures[low].Value >= c.Figures[high].Value:
			return nil, fmt.Errorf("low end %v is not below high end %v: %w", c.Figures[low].Value, c.Figures[high].Value, growth.ErrOrder)
		}
		bands = append(bands, pair{low, high})
	}
	return bands, nil
}
