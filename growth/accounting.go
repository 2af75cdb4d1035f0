package growth

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Accounting says how much each factor of a product has contributed to its
// growth between two years, by sector and in total. [LMDI] makes it.
type Accounting struct {
	FromYear, ToYear int
	Unit             string   // of all figures and effects
	Factors          []string // names of the factors

	Sectors []Account // in the order given, without those left out
	// Total is the sum of the sectors: its effects are the sums of theirs.
	Total Account

	Warnings []error // *[LeftOut], *[ZeroLimit]
}

// Account is the growth accounting of one sector, or of the total.
type Account struct {
	Name     string // of the sector, "" for the total
	From, To float64
	Change   float64 // To − From, taken before sums are rounded
	// Effects are what the factors have contributed, in the order of
	// [Accounting].Factors. They sum to Change.
	Effects []float64
}

// ZeroLimit is a warning: a factor is zero in one of the two years, so that
// its effect is the limit for the factor going to zero.
type ZeroLimit struct {
	Name, Factor string // of the sector and the factor
	Year         int
}

func (w *ZeroLimit) Error() string {
	return fmt.Sprintf("growth: %s of %q is zero in %d: its effect is a limit", w.Factor, w.Name, w.Year)
}

// LMDI explains the growth of figures that are products of factors, Y = ∏ X_k, by
// the additive log-mean Divisia method I: in each sector, from year 0 to year T,
//
//	effect of k = L(Y_T, Y_0)·ln(X_kT/X_k0),  L(a,b) = (a−b)/(ln a − ln b),  L(a,a) = a
//
// and in total the sum over sectors. The effects sum to the change of Y, with no
// remainder, and those from T to 0 are the same with the opposite sign. What
// rounding leaves is added to the largest effect.
//
// The total is that of the sectors' own factors. Its effects differ from those of
// an identity written for the sums (all companies × FTE per company overall) by
// the shift between sectors; to have that shift as an effect of its own, write it
// as a factor: total companies × the sector's share × FTE per company.
//
// # Zeros
//
// Where a factor, and so Y, is zero in one of the two years, the effect is the
// limit for the factor going to zero: the factor accounts for the whole change,
// and the others for nothing. Several factors that are zero in the same year
// share it equally (they go to zero together). Zero in both years is no change
// and no effect. Such a factor is named in a *[ZeroLimit]. Beside a factor of
// zero, one that is NaN because it would be 0/0, such as FTE per company without
// companies, has an effect of zero: that is the limit whatever value it is given.
// Where Y itself is not zero, as the revenue of companies without FTE, no value
// would do, and the sector is left out.
//
// # Missing figures
//
// A sector of which Y or a factor is otherwise not known in one of the two years
// is left out of the total in both, and named in a *[LeftOut]. The effects sum to
// the change of the sectors that are left.
//
// It returns an error that wraps [ErrOrder] if from and to are the same year,
// [ErrNotPositive] if a figure is negative, [ErrNotKnown] if one is infinite or
// no sector is known, [ErrTooFew] if there are no sectors or no factors,
// [ErrOverflow] if a sum is beyond the range of numbers, and [ErrUnit] if the sectors differ in unit or in the names of factors; and an
// *[IdentityError] if Y and the product of its factors differ by more than 10⁻⁹
// of the larger, which no rounding explains.
//
// Source: Ang, "The LMDI approach to decomposition analysis: a practical guide",
// Energy Policy 33 (2005); for zeros Ang and Liu, "Handling zero values in the
// logarithmic mean Divisia index decomposition approach", Energy Policy 35 (2007),
// the analytical limits.
func LMDI(sectors []Identity, from, to int) (*Accounting, error) {
	if from == to {
		return nil, fmt.Errorf("growth: accounting from %d to %d: %w", from, to, ErrOrder)
	}
	if len(sectors) == 0 || len(sectors[0].Factors) == 0 {
		return nil, fmt.Errorf("growth: accounting of %d sectors: %w", len(sectors), ErrTooFew)
	}
	a := &Accounting{FromYear: from, ToYear: to, Unit: sectors[0].Y.Unit}
	for _, f := range sectors[0].Factors {
		a.Factors = append(a.Factors, f.Name)
	}
	for _, id := range sectors {
		if err := a.add(id); err != nil {
			return nil, err
		}
	}
	if len(a.Sectors) == 0 {
		return nil, fmt.Errorf("growth: accounting from %d to %d: no sector: %w", from, to, ErrNotKnown)
	}
	var sumFrom, sumTo Sum
	effects := make([]Sum, len(a.Factors))
	for _, s := range a.Sectors {
		sumFrom.Add(s.From)
		sumTo.Add(s.To)
		for k, e := range s.Effects {
			effects[k].Add(e)
		}
	}
	a.Total = Account{From: sumFrom.Float64(), To: sumTo.Float64(), Change: sumTo.minus(sumFrom).Float64()}
	for _, e := range effects {
		a.Total.Effects = append(a.Total.Effects, e.Float64())
	}
	if t := a.Total; !finite(t.From, t.To, t.Change) || !finite(t.Effects...) {
		return nil, fmt.Errorf("growth: accounting from %d to %d: the total: %w", from, to, ErrOverflow)
	}
	return a, nil
}

// add accounts for one sector, or leaves it out.
func (a *Accounting) add(id Identity) error {
	if id.Y.Unit != a.Unit || !slices.EqualFunc(id.Factors, a.Factors, func(f Series, name string) bool { return f.Name == name }) {
		return id.Y.errorf("accounting: another unit or other factors than %q: %w", a.Factors, ErrUnit)
	}
	var unknown []int
	zero := ""
	years := [2]int{a.FromYear, a.ToYear}
	for _, year := range years {
		known, of, err := id.check(year)
		if err != nil {
			return err
		}
		if !known {
			unknown = append(unknown, year)
		}
		zero = cmp.Or(zero, of)
	}
	if unknown != nil {
		slices.Sort(unknown)
		a.Warnings = append(a.Warnings, &LeftOut{id.Y.Name, unknown, zero})
		return nil
	}
	s := Account{Name: id.Y.Name, From: id.Y.At(a.FromYear), To: id.Y.At(a.ToYear)}
	s.Change = s.To - s.From
	s.Effects = id.effects(a.FromYear, a.ToYear)
	a.Sectors = append(a.Sectors, s)
	for _, year := range years {
		for _, f := range id.Factors {
			if f.At(year) == 0 {
				a.Warnings = append(a.Warnings, &ZeroLimit{id.Y.Name, f.Name, year})
			}
		}
	}
	return nil
}

// View returns a row for each sector and factor: sector, factor, from, to,
// effect, and percentage_points, the effect in per cent of the total in the
// first year. There are no rows of totals; [Account.Effects] of Total has them.
func (a *Accounting) View() View {
	v := View{Columns: []ViewColumn{
		{"sector", ""}, {"factor", ""}, {"from", a.Unit}, {"to", a.Unit},
		{"effect", a.Unit}, {"percentage_points", "percentage points"},
	}}
	for _, s := range a.Sectors {
		for k, e := range s.Effects {
			points := math.NaN()
			if a.Total.From > 0 {
				points = rescale(100, e, a.Total.From)
			}
			v.Rows = append(v.Rows, []Entry{TextOf(s.Name), TextOf(a.Factors[k]),
				NumberOf(s.From), NumberOf(s.To), NumberOf(e), NumberOf(points)})
		}
	}
	return v
}
