package growthplot

import (
	"math"

	"smartcity/growth/locale"
)

// A NumberFormat writes the numbers of one chart, all with the same decimals
// and magnitude.
type NumberFormat struct {
	Lang      locale.Language
	Currency  string // ISO 4217 code, empty where numbers are no money
	Magnitude locale.Magnitude
	Decimals  int // of the number as written, after scaling
}

// FormatOf returns the format for numbers of which largest is the largest in
// magnitude: with at least three digits that say something, and from ten
// million on in millions or billions; money already from one million on.
func FormatOf(l locale.Language, currency string, largest float64) NumberFormat {
	f := NumberFormat{Lang: l, Currency: currency}
	largest = math.Abs(largest)
	if m := locale.MagnitudeOf(largest); m >= locale.Millions && (currency != "" || largest >= 1e7) {
		f.Magnitude = m
	}
	scaled := largest / math.Pow10(3*int(f.Magnitude))
	if scaled > 0 && !math.IsInf(scaled, 0) {
		// 2.995 is written with two decimals whether it rounds to 3.00 or not.
		f.Decimals = min(max(0, 2-int(math.Floor(math.Log10(scaled)))), 12)
	}
	return f
}

// Format writes a number. One that is not zero and would be written as zero is
// written as less than the smallest step: "<1".
func (f NumberFormat) Format(x float64) string {
	if step := math.Pow10(3*int(f.Magnitude) - f.Decimals); x != 0 && math.Abs(x) < step/2 {
		return map[bool]string{true: "<", false: ">"}[x > 0] + f.write(math.Copysign(step, x))
	}
	return f.write(x)
}

func (f NumberFormat) write(x float64) string {
	if f.Currency == "" && f.Magnitude == locale.Units {
		return f.Lang.Number(x, f.Decimals)
	}
	return f.Lang.Money(x, f.Currency, f.Magnitude, f.Decimals)
}
