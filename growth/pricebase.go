package growth

import "fmt"

// PriceBase says how a total of several series, each with its own prices, is
// valued.
type PriceBase uint8

const (
	// FixedBase values every year in the prices of one and the same year. Parts
	// add up. The further a year lies from the base year, the less its prices
	// say of that year.
	FixedBase PriceBase = iota

	// Chained values each year in the prices of the year before, and multiplies
	// these changes from year to year. Parts do not add up, except in the base
	// year and the year after it.
	Chained
)

// String returns "fixed base" or "chained".
func (b PriceBase) String() string {
	switch b {
	case FixedBase:
		return "fixed base"
	case Chained:
		return "chained"
	}
	return fmt.Sprintf("PriceBase(%d)", uint8(b))
}
