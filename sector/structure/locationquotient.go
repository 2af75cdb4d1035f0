package structure

import (
	"fmt"
	"math"

	"smartcity/growth"
)

// LocationQuotient returns the location quotient (e_ij/e_j)/(E_i/E) of sector i
// in region j: the share of the sector in the region over its share in the
// reference economy. Above 1 the region has more of the sector than the
// reference. Its arguments are, in this order, e_ij, e_j, E_i and E: the sector
// and all sectors in the region, the sector and all sectors in the reference. All
// are in one unit, usually jobs.
//
// It returns an error that wraps [growth.ErrNotKnown] if one of them is NaN,
// [ErrNegative] or [ErrInfinite], [ErrZeroTotal] if region or reference is zero,
// [ErrNoReference] if the reference has nothing of the sector, and [ErrPart] if a
// sector is larger than all sectors together. The reference need not contain the
// region.
//
// Source: Florence (1939), Report on the Location of Industry; Hoover (1936).
// R's REAT calls it locq, trade statistics Balassa's revealed comparative
// advantage.
func LocationQuotient(sectorInRegion, region, sectorInReference, reference float64) (float64, error) {
	for _, f := range []struct {
		name  string
		value float64
	}{{"sectorInRegion", sectorInRegion}, {"region", region}, {"sectorInReference", sectorInReference}, {"reference", reference}} {
		if err := valid(f.name, f.value); err != nil {
			return 0, failed("location quotient", err)
		}
	}
	var err error
	switch {
	case region == 0:
		err = fmt.Errorf("region: %w", ErrZeroTotal)
	case reference == 0:
		err = fmt.Errorf("reference: %w", ErrZeroTotal)
	case sectorInRegion > region:
		err = fmt.Errorf("sectorInRegion is %v of %v: %w", sectorInRegion, region, ErrPart)
	case sectorInReference > reference:
		err = fmt.Errorf("sectorInReference is %v of %v: %w", sectorInReference, reference, ErrPart)
	case sectorInReference == 0:
		err = fmt.Errorf("sectorInReference: %w", ErrNoReference)
	}
	if err != nil {
		return 0, failed("location quotient", err)
	}
	q := sectorInRegion / region / (sectorInReference / reference)
	if err := finite(q); err != nil {
		return 0, failed("location quotient", err)
	}
	return q, nil
}

// valid returns an error unless a single figure is known, finite and not negative.
func valid(name string, v float64) error {
	switch {
	case math.IsNaN(v):
		return fmt.Errorf("%s: %w", name, growth.ErrNotKnown)
	case math.IsInf(v, 0):
		return fmt.Errorf("%s is %v: %w", name, v, ErrInfinite)
	case v < 0:
		return fmt.Errorf("%s is %v: %w", name, v, ErrNegative)
	}
	return nil
}
