package growth

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// TotalDeflation is a total of series of money, each deflated with a price index
// of its own. [DeflateTotal] makes it.
type TotalDeflation struct {
	// Total has no name. Its price index is implicit, 100·Nominal/Real.
	Total Deflation
	Parts []Deflation // by [Deflate], in the order given

	// Discrepancy is Total.Real − Σ Parts.Real: zero with a fixed base, and
	// where it is no more than 10⁻¹² of the total; NaN where a part is not known.
	Discrepancy Series
}

// ChainBroken is a warning: a chained total is not known in years that lie
// beyond a gap, seen from the base year, though all figures in current prices
// are. It unwraps to [ErrNotKnown].
type ChainBroken struct {
	Years []int
}

func (w *ChainBroken) Error() string {
	return fmt.Sprintf("growth: the chain is broken before it reaches %s", listYears(w.Years))
}

// Unwrap returns [ErrNotKnown].
func (w *ChainBroken) Unwrap() error { return ErrNotKnown }

// DeflateTotal deflates the parts i of a total, such as the revenue of sectors,
// with price indices of their own, prices[i] for nominal[i], and the total.
//
// With [FixedBase] the total is the sum of the deflated parts,
//
//	real_t = Σ_i nominal_it · P_i,base / P_it
//
// With [Chained] it is the annually chained Laspeyres volume of the national
// accounts (annual overlap), equal to nominal in priceYear:
//
//	real_t / real_{t−1} = Σ_i nominal_it · (P_i,t−1 / P_it)  /  Σ_i nominal_i,t−1
//
// For one part, or if all prices move alike, the two are the same.
//
// The total covers the years of any part and is NaN where a part's figure or
// price is not known; a chain is NaN beyond such a year too, and where it would
// have to pass a total of zero or less. Years with all figures in current prices
// but no total are listed in a *[NotDeflated] or a *[ChainBroken] of the total.
// Besides the errors of [Deflate] there is one that wraps [ErrUnit] if the parts
// differ in unit, [ErrTooFew] if there are none, and [ErrNotKnown] if the total
// is not known in priceYear. It panics if nominal and prices differ in length, or
// base is neither of the two.
//
// Source: European system of accounts (ESA 2010), chapter 10; IMF, Quarterly
// National Accounts Manual (2017), chapter 8.
func DeflateTotal(nominal, prices []Series, priceYear int, base PriceBase) (*TotalDeflation, error) {
	if len(nominal) != len(prices) {
		panic(fmt.Sprintf("growth: deflation of %d series with %d price indices", len(nominal), len(prices)))
	}
	if base != FixedBase && base != Chained {
		panic(fmt.Sprintf("growth: deflation of a total with %v", base))
	}
	if len(nominal) == 0 {
		return nil, fmt.Errorf("growth: deflation of a total without parts: %w", ErrTooFew)
	}
	t := &TotalDeflation{}
	first, last := math.MaxInt, math.MinInt
	for i, s := range nominal {
		d, err := Deflate(s, prices[i], priceYear)
		if err != nil {
			return nil, err
		}
		if i > 0 && d.Real.Unit != t.Parts[0].Real.Unit {
			return nil, s.errorf("deflation of a total in %q: %w", nominal[0].Unit, ErrUnit)
		}
		t.Parts = append(t.Parts, *d)
		if s.Len() > 0 {
			first, last = min(first, s.FirstYear), max(last, s.LastYear())
		}
	}
	if priceYear < first || priceYear > last {
		return nil, fmt.Errorf("growth: deflation of a total in %d: %w", priceYear, ErrNotKnown)
	}
	years := Series{FirstYear: first, Values: make([]float64, last-first+1)}
	unit, _ := currentUnit(t.Parts[0].Nominal.Unit)
	realUnit := t.Parts[0].Real.Unit
	if base == Chained {
		realUnit = joinUnit(unit, fmt.Sprintf("chained %d prices", priceYear))
	}
	t.Total = Deflation{
		PriceYear: priceYear,
		Base:      base,
		Nominal:   years.like(t.Parts[0].Nominal.Unit),
		Real:      years.like(realUnit),
		Prices:    years.like(t.Parts[0].Prices.Unit),
	}
	t.Discrepancy = years.like(realUnit)
	if err := t.fill(base, prices); err != nil {
		return nil, fmt.Errorf("growth: deflation of a total: %w", err)
	}
	if math.IsNaN(t.Total.Real.At(priceYear)) {
		return nil, fmt.Errorf("growth: deflation of a total in %d: %w", priceYear, ErrNotKnown)
	}
	return t, nil
}

// fill works out the years of the total.
func (t *TotalDeflation) fill(base PriceBase, prices []Series) error {
	total := &t.Total
	first, n := total.Real.FirstYear, total.Real.Len()
	nominal, fixed := make([]Sum, n), make([]Sum, n)
	for i := range n {
		for _, p := range t.Parts {
			nominal[i].Add(p.Nominal.At(first + i))
			fixed[i].Add(p.Real.At(first + i))
		}
		if !fixed[i].finite() && t.known(first+i) || !nominal[i].finite() && t.known(first+i) {
			return fmt.Errorf("in %d: %w", first+i, ErrOverflow)
		}
	}
	volume := fixed
	if base == Chained {
		var err error
		if volume, err = t.chain(nominal, prices); err != nil {
			return err
		}
	}
	var unknown []int
	for i := range n {
		x, y := nominal[i].Float64(), volume[i].Float64()
		if !math.IsNaN(x) && math.IsNaN(y) {
			unknown = append(unknown, first+i)
		}
		total.Nominal.Values[i], total.Real.Values[i] = x, y
		total.Prices.Values[i] = rescale(100, x, y)
		t.Discrepancy.Values[i] = volume[i].minus(fixed[i]).Float64()
		if math.Abs(t.Discrepancy.Values[i]) <= 1e-12*math.Abs(y) {
			t.Discrepancy.Values[i] = 0 // the rounding of parts
		}
	}
	if err := noOverflow(total.Prices); err != nil {
		return err
	}
	switch {
	case unknown == nil:
	case base == Chained:
		total.Warnings = append(total.Warnings, &ChainBroken{unknown})
	default:
		total.Warnings = append(total.Warnings, &NotDeflated{total.Nominal.Name, unknown})
	}
	return nil
}

// known reports whether all parts are deflated in a year.
func (t *TotalDeflation) known(year int) bool {
	for _, p := range t.Parts {
		if math.IsNaN(p.Real.At(year)) {
			return false
		}
	}
	return true
}

// chain multiplies the annual links of a chained volume, both ways from the
// year of its prices.
func (t *TotalDeflation) chain(nominal []Sum, prices []Series) ([]Sum, error) {
	first := t.Total.Real.FirstYear
	volume := make([]Sum, len(nominal))
	base := t.Total.PriceYear - first
	volume[base] = nominal[base]
	// link is the volume of year i over that of year i−1.
	link := func(i int) Sum {
		terms := make([]Sum, len(t.Parts))
		for k, p := range t.Parts {
			price, before := prices[k].At(first+i), prices[k].At(first+i-1)
			// In fractions, for the product may be out of range where the term is not.
			before, up := math.Frexp(before)
			price, down := math.Frexp(price)
			terms[k] = product(p.Nominal.At(first+i), before).over(exactly(price)).shift(up - down)
		}
		// Sorted, so that the order of the parts does not reach the last bit.
		slices.SortFunc(terms, func(a, b Sum) int {
			return cmp.Or(cmp.Compare(a.high, b.high), cmp.Compare(a.low, b.low))
		})
		var atPricesBefore Sum
		for _, x := range terms {
			atPricesBefore = atPricesBefore.plus(x)
		}
		if !(atPricesBefore.Float64() > 0 && nominal[i-1].Float64() > 0) {
			return exactly(math.NaN())
		}
		return atPricesBefore.over(nominal[i-1])
	}
	for i := base + 1; i < len(volume); i++ {
		l := link(i)
		volume[i] = volume[i-1].times(l)
		if volume[i-1].finite() && !math.IsNaN(l.high) && !volume[i].finite() {
			return nil, fmt.Errorf("chain in %d: %w", first+i, ErrOverflow)
		}
	}
	for i := base; i > 0; i-- {
		l := link(i)
		volume[i-1] = volume[i].over(l)
		if volume[i].finite() && !math.IsNaN(l.high) && !volume[i-1].finite() {
			return nil, fmt.Errorf("chain in %d: %w", first+i-1, ErrOverflow)
		}
	}
	return volume, nil
}

// View returns a row for each year: the columns of [Deflation.View] for the
// total, and discrepancy.
func (t *TotalDeflation) View() View {
	v := t.Total.View()
	v.Columns = append(v.Columns, ViewColumn{"discrepancy", t.Discrepancy.Unit})
	for i, x := range t.Discrepancy.Values {
		v.Rows[i] = append(v.Rows[i], NumberOf(x))
	}
	return v
}
