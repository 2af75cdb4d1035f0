package structure

import (
	"smartcity/growth"
	"smartcity/sector"
)

// TableConcentrations is what [TableConcentration] returns.
type TableConcentrations struct {
	Year    int
	Unit    string // of the figures
	Lines   []TableConcentrationLine
	Regions []string // of table and reference

	// Warnings are typed: NotInReference of regions, PartlyKnown, and About a
	// sector.
	Warnings []error
}

// TableConcentrationLine says how concentrated a sector is in regions, or all
// sectors together. Its indices are of the regions that are known, and missing
// where there are none.
type TableConcentrationLine struct {
	Whole  bool // all sectors together
	Sector string

	Figure  sector.Figure // Σe_ij over the regions that are known
	Regions int           // that are known and in the reference
	LeftOut int           // regions of table or reference that are not

	Hoover         sector.Figure // ½Σ|s_j − x_j| of the region's shares in sector and reference, 0 to 1, see [Hoover]
	Krugman        sector.Figure // twice Hoover, 0 to 2, see [Krugman]
	HHI            sector.Figure // Σs_j² of the sector's regions, see [HHI]
	Normalised     sector.Figure // (HHI − 1/n)/(1 − 1/n)
	LocationalGini sector.Figure // of the location quotients, each counted once, see [LocationalGini]
}

// TableConcentration returns how concentrated the sectors of a table are in
// regions in a year: whether their regions have other shares than in the whole
// reference economy, all of its sectors taken together (Hoover's and Krugman's
// index, the Gini coefficient of location quotients), and whether they sit in
// few regions (HHI). For Ellison and Glaeser's index, which needs the companies
// themselves, see [CompanyAgglomeration].
//
// Both tables are by sector, region and year; other dimensions are added up.
// Regions of which the sector or the reference is not known are left out, with the
// warning [Incomplete] about the sector; those that the reference does not have
// as well, with the warning [NotInReference]. A sector without companies in a
// region is zero there. A region of the reference is known only if all of its
// sectors are.
//
// It returns a [*UnitError], [*DimensionError] or [*GroupError] if the tables do
// not go together, and an error that wraps [ErrEmpty] if no region is known,
// [ErrZeroTotal] if the reference is zero, or [ErrNegative]. It panics without a
// reference, or for a column of ratios.
func TableConcentration(t, reference *sector.Table, c sector.Column, year int) (TableConcentrations, error) {
	both, err := compare(t, reference, c, year)
	if err != nil {
		return TableConcentrations{}, err
	}
	for _, g := range []*grid{&both.table, &both.reference} {
		if !g.byRegion {
			return TableConcentrations{}, &DimensionError{g.partly.Of, "region"}
		}
	}
	out := TableConcentrations{Year: year, Unit: t.Unit(c), Regions: union(both.table.regions, both.reference.regions)}
	if missing := without(both.table.regions, both.reference.regions); missing != nil {
		out.Warnings = append(out.Warnings, NotInReference{"region", missing})
	}
	out.Warnings = append(out.Warnings, both.partly()...)
	base := make([]sector.Figure, len(out.Regions))
	for j, region := range out.Regions {
		base[j], _ = both.reference.region(region)
	}
	warnings, err := forEach("sector", both.table.sectors, func(name string, whole bool) ([]error, error) {
		figures := make([]sector.Figure, len(out.Regions))
		for j, region := range out.Regions {
			f, ok := both.table.of(name, region)
			if whole {
				f, ok = both.table.region(region)
			}
			if !ok {
				f = sector.Value(0)
			}
			figures[j] = f
		}
		d, err := profileOf(figures, base)
		out.Lines = append(out.Lines, TableConcentrationLine{
			Whole: whole, Sector: name, Figure: d.figure, Regions: d.n, LeftOut: d.leftOut,
			Hoover: d.halved, Krugman: d.krugman, HHI: d.hhi, Normalised: d.normalised, LocationalGini: d.gini,
		})
		return d.warnings, err
	})
	if err != nil {
		return TableConcentrations{}, err
	}
	out.Warnings = append(out.Warnings, warnings...)
	return out, nil
}

// View returns a row for each line: columns level ("sector" or "total"), sector,
// year, figure, regions, left_out, hoover, krugman, hhi, hhi_normalised,
// locational_gini.
func (s TableConcentrations) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "level"}, {Name: "sector"}, {Name: "year", Unit: "year"}, {Name: "figure", Unit: s.Unit},
		{Name: "regions"}, {Name: "left_out"}, {Name: "hoover", Unit: "fraction"}, {Name: "krugman"},
		{Name: "hhi"}, {Name: "hhi_normalised"}, {Name: "locational_gini"},
	}}
	for _, l := range s.Lines {
		v.Rows = append(v.Rows, []growth.Entry{
			level(l.Whole, "sector"), growth.TextOf(l.Sector), growth.NumberOf(float64(s.Year)), l.Figure.Entry(),
			growth.NumberOf(float64(l.Regions)), growth.NumberOf(float64(l.LeftOut)), l.Hoover.Entry(), l.Krugman.Entry(),
			l.HHI.Entry(), l.Normalised.Entry(), l.LocationalGini.Entry(),
		})
	}
	return v
}
