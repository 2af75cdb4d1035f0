package growthplot

import (
	"slices"
	"strings"

	"smartcity/growth/locale"
)

// Number writes a number without its unit, which [NumberFormat.Unit] names once
// for all: in a subtitle, or above an axis.
func (f NumberFormat) Number(x float64) string {
	f.Currency = ""
	shifted := f
	shifted.Magnitude = locale.Units
	return shifted.Format(locale.Shift(x, -3*int(f.Magnitude)))
}

// Unit returns the unit of the numbers, "DKK m" or "mio. kr.", and "" for plain
// ones.
func (f NumberFormat) Unit() string {
	words := strings.Split(f.Lang.Money(0, f.Currency, f.Magnitude, 0), "\u00a0")
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "0" }), "\u00a0")
}
