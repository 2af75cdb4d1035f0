package structure

import (
	"errors"

	"smartcity/growth"
	"smartcity/sector"
)

// TableLocalisation is what [TableLocationQuotients] returns.
type TableLocalisation struct {
	Year  int
	Unit  string // of the figures
	Lines []TableLocalisationLine

	// Warnings are typed: NotInReference, OnlyInReference, PartlyKnown, Incomplete,
	// and About a region or a sector.
	Warnings []error
}

// TableLocalisationLine is a sector in a region, or in all regions together.
// Suppressed figures hide what is made of them.
type TableLocalisationLine struct {
	Whole          bool // all regions of the table together
	Region, Sector string

	Figure         sector.Figure // e_ij of the table
	Reference      sector.Figure // E_i, all regions of the reference
	Share          sector.Figure // e_ij/e_j, a fraction
	ReferenceShare sector.Figure // E_i/E, a fraction
	Quotient       sector.Figure // Share/ReferenceShare
}

// TableLocationQuotients returns the location quotients (e_ij/e_j)/(E_i/E) of a
// year of a table in a reference economy, see [LocationQuotients]: of each sector
// in each region, if the table is by region, and in all of it.
//
// Both tables are by sector and year; other dimensions of them are added up. The
// reference is the economy that the table is compared with, with the sectors
// that are to be compared, usually of a whole country. It may be the table itself:
// then regions are compared with all of them together. The column is one that
// adds up and in the same unit in both, the job measure or currency included.
//
// A sector of which one figure is not known has no quotient and is left out of
// both totals, region by region; so is one that the reference does not have, with
// the warning [NotInReference]. A sector without companies in a region is zero
// there. A figure over several cells is known only if all of them are.
//
// It returns a [*UnitError], [*DimensionError] or [*GroupError] if the tables do
// not go together, and an error that wraps [ErrEmpty] if they have no known
// sector in common, [ErrZeroTotal] if the reference is zero, or [ErrNegative]. It
// panics without a reference, or for a column of ratios.
func TableLocationQuotients(t, reference *sector.Table, c sector.Column, year int) (TableLocalisation, error) {
	both, err := compare(t, reference, c, year)
	if err != nil {
		return TableLocalisation{}, err
	}
	out := TableLocalisation{Year: year, Unit: t.Unit(c), Warnings: both.warnings}
	warnings, err := forEach("region", both.table.regions, func(region string, whole bool) ([]error, error) {
		lines, warnings, err := both.localise(region, whole)
		out.Lines = append(out.Lines, lines...)
		return warnings, err
	})
	if err != nil {
		return TableLocalisation{}, err
	}
	out.Warnings = append(out.Warnings, warnings...)
	return out, nil
}

// localise returns the lines of a region, or of the whole table. Of a region with
// nothing they come with the error.
func (c *comparison) localise(region string, whole bool) ([]TableLocalisationLine, []error, error) {
	figures, reference := c.figures(region, whole)
	q, err := LocationQuotients(floats(figures), floats(reference), nil)
	var lines []TableLocalisationLine
	for i, name := range c.sectors {
		l := TableLocalisationLine{Whole: whole, Region: region, Sector: name, Figure: figures[i], Reference: reference[i]}
		if err == nil {
			l.Share, l.ReferenceShare = sector.Value(q.Shares[i]), sector.Value(q.ReferenceShares[i])
			l.Quotient = sector.Value(q.Quotients[i])
		}
		if l.Figure.Status() == sector.Suppressed || l.Reference.Status() == sector.Suppressed {
			l.Share, l.ReferenceShare, l.Quotient = sector.Hidden(), sector.Hidden(), sector.Hidden()
		}
		lines = append(lines, l)
	}
	return lines, c.renamed(q.Warnings), err
}

// renamed returns warnings with the names of sectors in place of numbers.
func (c *comparison) renamed(warnings []error) []error {
	var out []error
	for _, w := range warnings {
		if u, ok := errors.AsType[Unreferenced](w); ok {
			for _, i := range u.Items {
				out = append(out, About{"sector", c.sectors[i], ErrNoReference})
			}
			continue
		}
		out = append(out, w)
	}
	return out
}

// View returns a row for each line: columns level ("region" or "total"), region,
// sector, year, figure, reference, share, reference_share, location_quotient.
func (l TableLocalisation) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "level"}, {Name: "region"}, {Name: "sector"}, {Name: "year", Unit: "year"},
		{Name: "figure", Unit: l.Unit}, {Name: "reference", Unit: l.Unit},
		{Name: "share", Unit: "fraction"}, {Name: "reference_share", Unit: "fraction"}, {Name: "location_quotient"},
	}}
	for _, line := range l.Lines {
		v.Rows = append(v.Rows, []growth.Entry{
			level(line.Whole, "region"), growth.TextOf(line.Region), growth.TextOf(line.Sector), growth.NumberOf(float64(l.Year)),
			line.Figure.Entry(), line.Reference.Entry(), line.Share.Entry(), line.ReferenceShare.Entry(), line.Quotient.Entry(),
		})
	}
	return v
}

// level is the first entry of a row of views that have a total.
func level(whole bool, part string) growth.Entry {
	if whole {
		return growth.TextOf("total")
	}
	return growth.TextOf(part)
}
