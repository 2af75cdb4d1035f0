package structure

import (
	"slices"
	"strconv"

	"smartcity/sector"
)

// TableShiftShareOptions is what [TableShiftShare] may be told.
type TableShiftShareOptions struct {
	Column sector.Column // default Jobs
	Region string        // one region of the table; "" is all of it
	Years  []int         // in order; nil is all years of the table
	// Dynamic adds the parts up over the pairs of years, see [DynamicShiftShare].
	// Otherwise the first year is compared with the last, see [ShiftShare].
	Dynamic bool
}

// TableShiftShare divides the change of a table between years into parts, with
// the reference economy, all regions of it, as the nation: the table's sectors
// against those of the reference, see [ShiftShare] and [DynamicShiftShare].
// Options may be nil.
//
// Both tables are by sector and year; other dimensions of them are added up. The
// column is one that adds up and in the same unit in both, the job measure or
// currency included. A sector without companies is zero in the table. A sector
// that the reference does not have in one of the years is not known there and is
// left out, with the warning [NotInReference] about the year. A figure over several cells is
// known only if all of them are, and a suppressed one hides its line.
//
// It returns a [*UnitError], [*DimensionError] or [*GroupError] if the tables do
// not go together or lack a year or the region, and the errors of ShiftShare. It
// panics without a reference, for a column of ratios, or if there is no such
// method.
func TableShiftShare(m ShiftShareMethod, t, reference *sector.Table, options *TableShiftShareOptions) (ShiftShareResult, error) {
	var o TableShiftShareOptions
	if options != nil {
		o = *options
	}
	if err := sameUnit(t, reference, o.Column); err != nil {
		return ShiftShareResult{}, err
	}
	years := o.Years
	if years == nil {
		years = t.Years()
		if years == nil {
			return ShiftShareResult{}, &DimensionError{"table", "year"}
		}
	}
	if err := rising(years); err != nil {
		return ShiftShareResult{}, err
	}
	if n := len(years); n > 2 && !o.Dynamic {
		years = []int{years[0], years[n-1]}
	}
	var grids []comparison
	var sectors []string
	var warnings []error
	for _, year := range years {
		both, err := compare(t, reference, o.Column, year)
		if err != nil {
			return ShiftShareResult{}, err
		}
		if o.Region != "" && !both.table.byRegion {
			return ShiftShareResult{}, &DimensionError{"table", "region"}
		}
		grids = append(grids, both)
		sectors = union(sectors, both.sectors)
		warnings = append(warnings, about("year", strconv.Itoa(year), both.warnings...)...)
	}
	if err := hasRegion(o.Region, grids); err != nil {
		return ShiftShareResult{}, err
	}
	p := shiftSharePanel{sectors: sectors, years: years}
	for i := range grids {
		grids[i].sectors = sectors
		region, nation := grids[i].figures(o.Region, o.Region == "")
		p.region, p.nation = append(p.region, region), append(p.nation, nation)
		p.unit = t.Unit(o.Column)
	}
	r, err := p.decompose(m, o.Dynamic)
	if err != nil {
		return ShiftShareResult{}, err
	}
	r.Warnings = append(r.Warnings, warnings...)
	return r, nil
}

// hasRegion returns an error if the table has the region in none of the years.
func hasRegion(region string, years []comparison) error {
	var have []string
	for i := range years {
		have = union(have, years[i].table.regions)
	}
	if region == "" || slices.Contains(have, region) {
		return nil
	}
	return &GroupError{"table", "region", region, have}
}
