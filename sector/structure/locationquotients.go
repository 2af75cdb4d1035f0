package structure

import (
	"fmt"
	"math"

	"smartcity/growth"
)

// LocationOptions is what [LocationQuotients] may be told.
type LocationOptions struct {
	// Totals e_j and E over all sectors; give both, or neither. If they are zero,
	// totals are the sums over the sectors of which both figures are known, so that
	// both are of the same sectors. Give them where the slices hold only some of
	// the sectors, or where a figure is not known but the totals contain it.
	RegionTotal, ReferenceTotal float64
}

// Localisation is what [LocationQuotients] returns. Its slices go with those it
// was made of, item by item; NaN where one of the figures is not known.
type Localisation struct {
	Quotients       []float64 // Shares/ReferenceShares; NaN where the reference is zero
	Shares          []float64 // e_ij/e_j
	ReferenceShares []float64 // E_i/E
	Names           []string  // of the items, for View; nil until somebody sets it
	Coverage
}

// LocationQuotients returns the location quotients (e_ij/e_j)/(E_i/E) of a whole
// structure, see [LocationQuotient]. With the sectors of a region and of the
// reference economy they show where the region is specialised; with one sector
// and all sectors by region they show where the sector is concentrated, which is
// the same number. Options may be nil.
//
// The mean of the quotients, weighted with the reference, is 1 when the totals
// are sums and every item with a figure has a reference; items that are
// [Unreferenced] have no quotient, and the mean is lower by their share of the
// region.
//
// Items of which one figure is NaN have no quotient and are left out of the
// totals that are sums. An item of which the reference is zero has none either, with the
// warning [Unreferenced]. If items add up to more than a total from options, the
// warning is [PartsExceed]. It returns an error that wraps [ErrEmpty],
// [ErrNegative], [ErrInfinite], [ErrLength], [ErrZeroTotal] if region or
// reference are all zero or only one total is given, and [ErrPart] if a single item
// exceeds its total.
func LocationQuotients(region, reference []float64, options *LocationOptions) (Localisation, error) {
	var o LocationOptions
	if options != nil {
		o = *options
	}
	out, err := localise(region, reference, o)
	return out, failed("location quotients", err)
}

func localise(region, reference []float64, o LocationOptions) (Localisation, error) {
	s, err := observe(argument{"region", region}, argument{"reference", reference})
	if err != nil {
		return Localisation{}, err
	}
	if (o.RegionTotal == 0) != (o.ReferenceTotal == 0) {
		return Localisation{}, fmt.Errorf("totals %v and %v, one without the other: %w", o.RegionTotal, o.ReferenceTotal, ErrZeroTotal)
	}
	out := Localisation{
		Quotients: unknown(len(region)), Shares: unknown(len(region)), ReferenceShares: unknown(len(region)),
		Coverage: covers(len(s.at), s.leftOut),
	}
	region, err = out.sharesOf("region", s, 0, o.RegionTotal)
	if err != nil {
		return Localisation{}, err
	}
	reference, err = out.sharesOf("reference", s, 1, o.ReferenceTotal)
	if err != nil {
		return Localisation{}, err
	}
	var without []int
	for j, i := range s.at {
		out.Shares[i], out.ReferenceShares[i] = region[j], reference[j]
		if s.columns[1][j] == 0 {
			without = append(without, i)
			continue
		}
		if out.Quotients[i] = region[j] / reference[j]; finite(out.Quotients[i]) != nil {
			return Localisation{}, &FigureError{"reference", i, s.columns[1][j], ErrInfinite}
		}
	}
	if len(without) > 0 {
		out.Warnings = append(out.Warnings, Unreferenced{without})
	}
	return out, nil
}

// sharesOf returns the shares of a column in its sum, or in whole if that is not
// zero.
func (l *Localisation) sharesOf(name string, s sample, column int, whole float64) ([]float64, error) {
	shares := make([]float64, len(s.at))
	values := s.columns[column]
	if whole == 0 {
		scaled := sample{columns: [][]float64{append(shares[:0], values...)}}
		sums, err := totals(&scaled, name)
		if err != nil {
			return nil, err
		}
		for j := range shares {
			shares[j] /= sums[0]
		}
		return shares, nil
	}
	if err := valid("total of "+name, whole); err != nil {
		return nil, err
	}
	for j, v := range values {
		if v > whole {
			return nil, &FigureError{name, s.at[j], v, ErrPart}
		}
		shares[j] = v / whole
	}
	sum := total(values)
	if err := finite(sum); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if sum == 0 {
		return nil, fmt.Errorf("%s: %w", name, ErrZeroTotal)
	}
	if sum > whole*(1+1e-12) {
		l.Warnings = append(l.Warnings, PartsExceed{name, sum, whole})
	}
	return shares, nil
}

// unknown returns n figures that are not known.
func unknown(n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = math.NaN()
	}
	return out
}

// View returns a row an item: item, share, reference_share, location_quotient.
// Items without a name are numbered from 1.
func (l Localisation) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "item"}, {Name: "share", Unit: "fraction"}, {Name: "reference_share", Unit: "fraction"}, {Name: "location_quotient"},
	}}
	for i, q := range l.Quotients {
		v.Rows = append(v.Rows, []growth.Entry{
			label(l.Names, i), growth.NumberOf(l.Shares[i]), growth.NumberOf(l.ReferenceShares[i]), growth.NumberOf(q),
		})
	}
	return v
}
