package growth

import (
	"fmt"
	"math"
	"strings"
)

// Deflation is a series of money side by side in current prices and in the
// prices of one year. [Deflate] and [DeflateTotal] make it.
type Deflation struct {
	PriceYear int       // year whose prices Real is in
	Base      PriceBase // Chained only for a total (see [DeflateTotal])

	Nominal Series // unit such as "DKK, current prices"
	Real    Series // unit such as "DKK, 2014 prices" or "DKK, chained 2014 prices"
	Prices  Series // the price index, 100 in PriceYear: 100·Nominal/Real

	Warnings []error // *[NotDeflated], *[ChainBroken]
}

// NotDeflated is a warning: there are figures in current prices, but no price
// to deflate them with. It unwraps to [ErrNotKnown].
type NotDeflated struct {
	Name  string // of the series
	Years []int
}

func (w *NotDeflated) Error() string {
	return fmt.Sprintf("growth: %q is not deflated, for want of a price, in %s", w.Name, listYears(w.Years))
}

// Unwrap returns [ErrNotKnown].
func (w *NotDeflated) Unwrap() error { return ErrNotKnown }

// Deflate takes the change of prices out of a series of money in current
// prices, with a price index of fixed base:
//
//	real_t = nominal_t · P_base / P_t
//
// where base is priceYear. It does not matter in which year the index is 100.
// Year-on-year changes of prices are made an index by [Series.Chain] first.
//
// Real covers the years of nominal. A year without figure or without price is
// NaN, and figures without price are listed in a *[NotDeflated]. It returns an
// error that wraps [ErrNotKnown] if the price of priceYear is missing or a
// figure infinite, [ErrNotPositive] if a price is zero or negative,
// [ErrOverflow] if a result is beyond the range of numbers, and [ErrUnit] if the
// unit of nominal says that it has been deflated before or is no money (FTE,
// employees, companies, per cent, …), or that of prices that they are changes.
func Deflate(nominal, prices Series, priceYear int) (*Deflation, error) {
	unit, err := currentUnit(nominal.Unit)
	if err == nil && noMoney(unit) {
		err = fmt.Errorf("figures in %q are no money: %w", unit, ErrUnit)
	}
	if err == nil {
		err = noInfinity(nominal)
	}
	if err != nil {
		return nil, nominal.errorf("deflation: %w", err)
	}
	if strings.HasPrefix(prices.Unit, "fraction") {
		return nil, prices.errorf("prices in %q are changes, to be made an index by Chain: %w", prices.Unit, ErrUnit)
	}
	for i, p := range prices.Values {
		if err := positive(p); err != nil && !math.IsNaN(p) {
			return nil, prices.errorf("price %v in %d: %w", p, prices.FirstYear+i, err)
		}
	}
	base := prices.At(priceYear)
	if math.IsNaN(base) {
		return nil, prices.errorf("price in %d: %w", priceYear, ErrNotKnown)
	}
	d := &Deflation{
		PriceYear: priceYear,
		Nominal:   nominal.like(joinUnit(unit, currentPrices)),
		Real:      nominal.like(joinUnit(unit, fmt.Sprintf("%d prices", priceYear))),
		Prices:    prices.like(fmt.Sprintf("index %d = 100", priceYear)),
	}
	var without []int
	for i, x := range nominal.Values {
		p := prices.At(nominal.FirstYear + i)
		d.Nominal.Values[i] = x
		d.Real.Values[i] = rescale(x, base, p)
		if !math.IsNaN(x) && math.IsNaN(p) {
			without = append(without, nominal.FirstYear+i)
		}
	}
	for i, p := range prices.Values {
		d.Prices.Values[i] = rescale(100, p, base)
	}
	for _, s := range []Series{d.Real, d.Prices} {
		if err := noOverflow(s); err != nil {
			return nil, s.errorf("deflation: %w", err)
		}
	}
	if without != nil {
		d.Warnings = append(d.Warnings, &NotDeflated{nominal.Name, without})
	}
	return d, nil
}

// View returns a row for each year of Nominal: year, nominal, price_index, real.
func (d *Deflation) View() View {
	v := View{Columns: []ViewColumn{
		{"year", "year"},
		{"nominal", d.Nominal.Unit},
		{"price_index", d.Prices.Unit},
		{"real", d.Real.Unit},
	}}
	for year := d.Nominal.FirstYear; year <= d.Nominal.LastYear(); year++ {
		v.Rows = append(v.Rows, []Entry{NumberOf(float64(year)),
			NumberOf(d.Nominal.At(year)), NumberOf(d.Prices.At(year)), NumberOf(d.Real.At(year))})
	}
	return v
}

const currentPrices = "current prices"

// currentUnit returns the unit of money without "current prices", and an error
// if it names other prices.
func currentUnit(unit string) (string, error) {
	switch {
	case unit == currentPrices:
		return "", nil
	case strings.HasSuffix(unit, ", "+currentPrices):
		return strings.TrimSuffix(unit, ", "+currentPrices), nil
	case strings.HasSuffix(unit, "prices"):
		return "", fmt.Errorf("figures in %q are not in current prices: %w", unit, ErrUnit)
	}
	return unit, nil
}

func joinUnit(unit, prices string) string {
	if unit == "" {
		return prices
	}
	return unit + ", " + prices
}

// noOverflow says which figure of a result is infinite, made of finite ones.
func noOverflow(s Series) error {
	for i, x := range s.Values {
		if math.IsInf(x, 0) {
			return fmt.Errorf("%s in %d: %w", s.Unit, s.FirstYear+i, ErrOverflow)
		}
	}
	return nil
}

// noInfinity says which figure of a series is infinite.
func noInfinity(s Series) error {
	for i, x := range s.Values {
		if math.IsInf(x, 0) {
			return fmt.Errorf("figure %v in %d: %w", x, s.FirstYear+i, ErrNotKnown)
		}
	}
	return nil
}
