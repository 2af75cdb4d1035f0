package structure

import (
	"slices"

	"smartcity/growth"
	"smartcity/sector"
)

// TableSpecialisations is what [TableSpecialisation] returns.
type TableSpecialisations struct {
	Year  int
	Unit  string // of the figures
	Lines []TableSpecialisationLine

	// Warnings are typed: NotInReference, OnlyInReference, PartlyKnown, Incomplete,
	// and About a region or a sector.
	Warnings []error
}

// TableSpecialisationLine says how specialised a region is, or all of the table.
// Its indices are of the sectors that are known, and missing where there are
// none.
type TableSpecialisationLine struct {
	Whole  bool // all regions of the table together
	Region string

	Figure  sector.Figure // e_j over the sectors that are known
	Sectors int           // that are known and in the reference
	LeftOut int           // sectors of table or reference that are not

	Krugman        sector.Figure // Σ|s_i − S_i| of shares in region and reference, 0 to 2, see [Krugman]
	Halved         sector.Figure // Krugman/2, 0 to 1
	HHI            sector.Figure // Σs_i² of the region's sectors, see [HHI]
	Normalised     sector.Figure // (HHI − 1/n)/(1 − 1/n)
	Equivalent     sector.Figure // 1/HHI, sectors
	LocationalGini sector.Figure // of the location quotients, each counted once, see [LocationalGini]
}

// TableSpecialisation returns how specialised the regions of a table are in a
// year: whether their sectors have other shares than in the reference economy
// (Krugman's index, the Gini coefficient of location quotients), and whether they
// live on few sectors (HHI).
//
// Tables, column, sectors that are left out, errors and panics are those of
// [TableLocationQuotients].
func TableSpecialisation(t, reference *sector.Table, c sector.Column, year int) (TableSpecialisations, error) {
	both, err := compare(t, reference, c, year)
	if err != nil {
		return TableSpecialisations{}, err
	}
	out := TableSpecialisations{Year: year, Unit: t.Unit(c), Warnings: both.warnings}
	warnings, err := forEach("region", both.table.regions, func(region string, whole bool) ([]error, error) {
		l, warnings, err := both.specialise(region, whole)
		out.Lines = append(out.Lines, l)
		return warnings, err
	})
	if err != nil {
		return TableSpecialisations{}, err
	}
	out.Warnings = append(out.Warnings, warnings...)
	return out, nil
}

func (c *comparison) specialise(region string, whole bool) (TableSpecialisationLine, []error, error) {
	figures, reference := c.figures(region, whole)
	d, err := profileOf(figures, reference)
	return TableSpecialisationLine{
		Whole: whole, Region: region, Figure: d.figure, Sectors: d.n, LeftOut: d.leftOut,
		Krugman: d.krugman, Halved: d.halved, HHI: d.hhi, Normalised: d.normalised, Equivalent: d.equivalent, LocationalGini: d.gini,
	}, d.warnings, err
}

// profile is what can be said of figures and those of a reference.
type profile struct {
	figure                                             sector.Figure // sum of those known in both
	n, leftOut                                         int
	krugman, halved, hhi, normalised, equivalent, gini sector.Figure
	warnings                                           []error
}

// profileOf computes the indices. With an error they are suppressed if a figure
// is, and missing otherwise.
func profileOf(figures, reference []sector.Figure) (profile, error) {
	no := hidden(slices.Concat(figures, reference)...)
	d := profile{figure: no, leftOut: len(figures), krugman: no, halved: no, hhi: no, normalised: no, equivalent: no, gini: no}
	x, base := floats(figures), floats(reference)
	k, err := Krugman(x, base)
	if err != nil {
		return d, err
	}
	var known []float64
	var sum growth.Sum
	for i := range x {
		if figures[i].Known() && reference[i].Known() {
			known = append(known, x[i])
			sum.Add(x[i])
		}
	}
	h, err := HHI(known)
	if err != nil {
		return d, err
	}
	d.figure, d.n, d.leftOut, d.warnings = sector.Value(sum.Float64()), k.N, k.LeftOut, k.Warnings
	d.krugman, d.halved = sector.Value(k.Krugman), sector.Value(k.Halved)
	d.hhi, d.normalised, d.equivalent = sector.Value(h.HHI), sector.Value(h.Normalised), sector.Value(h.Equivalent)
	g, err := LocationalGini(x, base)
	if err != nil { // something where the reference has nothing
		d.gini = sector.Figure{}
		d.warnings = append(d.warnings, err)
		return d, nil
	}
	d.gini = sector.Value(g.Gini)
	return d, nil
}

// View returns a row for each line: columns level ("region" or "total"), region,
// year, figure, sectors, left_out, krugman, krugman_halved, hhi, hhi_normalised,
// equivalent_number, locational_gini.
func (s TableSpecialisations) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "level"}, {Name: "region"}, {Name: "year", Unit: "year"}, {Name: "figure", Unit: s.Unit},
		{Name: "sectors"}, {Name: "left_out"}, {Name: "krugman"}, {Name: "krugman_halved", Unit: "fraction"},
		{Name: "hhi"}, {Name: "hhi_normalised"}, {Name: "equivalent_number"}, {Name: "locational_gini"},
	}}
	for _, l := range s.Lines {
		v.Rows = append(v.Rows, []growth.Entry{
			level(l.Whole, "region"), growth.TextOf(l.Region), growth.NumberOf(float64(s.Year)), l.Figure.Entry(),
			growth.NumberOf(float64(l.Sectors)), growth.NumberOf(float64(l.LeftOut)), l.Krugman.Entry(), l.Halved.Entry(),
			l.HHI.Entry(), l.Normalised.Entry(), l.Equivalent.Entry(), l.LocationalGini.Entry(),
		})
	}
	return v
}
