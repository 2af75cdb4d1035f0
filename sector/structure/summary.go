package structure

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"

	"smartcity/growth"
	"smartcity/sector"
)

// SummaryOptions is what [Summarise] may be told.
type SummaryOptions struct {
	Measure  sector.Measure // of jobs, default FTE
	Currency string         // ISO 4217 code of Company.Revenue, default DKK
	// Concentrated is what HHI, CR4 and Gini compare companies by: Jobs (the
	// default) or Revenue.
	Concentrated sector.Column
	// Reference is the economy that location quotients compare with, by sector and
	// year; nil leaves them out. They are of jobs, in the same measure.
	Reference *sector.Table
}

// Summary is what [Summarise] returns.
type Summary struct {
	Year         int
	Measure      sector.Measure
	Currency     string
	Concentrated sector.Column
	Lines        []SummaryLine // by sector, what is not stated last
	Total        SummaryLine

	// Warnings are typed: PartlyKnown, NegativeFigures, FewFirms, those of the location
	// quotients, and About a sector the same or why an index of it is missing.
	Warnings []error
}

// SummaryLine is a sector, or all of them. Sums, means and indices are of what is
// known, and cells count what is not.
type SummaryLine struct {
	Sector  string
	Firms   int
	Jobs    sector.Cell // in the measure
	Revenue sector.Cell // in the currency, current prices

	// Parts of the total, as fractions of what is known of both. No line has a
	// RevenueShare if a company's revenue is negative.
	FirmShare, JobShare, RevenueShare sector.Figure

	MeanSize      sector.Figure // jobs per company, of those that have both
	RevenuePerJob sector.Figure // of the companies that have both, revenue by zero jobs included; not productivity

	HHI  sector.Figure // of companies, see [HHI]
	CR4  sector.Figure // share of the four largest companies, see [CR]
	Gini sector.Figure // of companies, see [Gini]

	LocationQuotient sector.Figure // missing without a reference, and in the total
}

// Summarise returns the structure of a year's companies as one table: for each
// sector its firms, jobs and revenue, their parts of the whole, how large firms
// are and how concentrated, and, with a reference, its location quotient.
// Options may be nil.
//
// A figure that is not known is left out of sums, ratios and indices, and
// counted. What nothing is known of is missing, and suppressed if some of it is
// suppressed. An index is missing where its figures add up to zero, or one is
// negative; so are the shares of revenue, with the warning [NegativeFigures], where
// a company of any sector has negative revenue.
//
// Companies must be single ones: it returns a [*sector.FieldError] for a row that
// stands for several or for a workplace, or that no company can have, a
// [*RepeatedError] for a company with two rows in the year, an error that wraps
// [ErrEmpty] if there are none in the year, and the errors of
// [TableLocationQuotients]. It panics for another column.
func Summarise(companies []sector.Company, year int, options *SummaryOptions) (Summary, error) {
	var o SummaryOptions
	if options != nil {
		o = *options
	}
	if o.Concentrated != sector.Jobs && o.Concentrated != sector.Revenue {
		panic(fmt.Sprintf("structure: concentration of companies by column %d", o.Concentrated))
	}
	in, err := crossSection(companies, year, false)
	if err != nil {
		return Summary{}, err
	}
	out := Summary{Year: year, Measure: o.Measure, Currency: cmp.Or(o.Currency, "DKK"), Concentrated: o.Concentrated}
	bySector := map[string][]*sector.Company{}
	for _, c := range in {
		bySector[c.Sector] = append(bySector[c.Sector], c)
	}
	total, ofTotal, err := o.line(in)
	if err != nil {
		return Summary{}, err
	}
	var revenue count
	for _, c := range in {
		revenue.add(c.Revenue)
	}
	whole := revenue.whole()
	out.Total = total
	out.Total.share(total, whole)
	var ofSectors []error
	var small FewFirms
	for _, name := range inOrder(maps.Keys(bySector)) {
		l, warnings, err := o.line(bySector[name])
		if err != nil {
			return Summary{}, err
		}
		l.Sector = name
		l.share(total, whole)
		out.Lines = append(out.Lines, l)
		ofSectors = append(ofSectors, about("sector", name, warnings...)...)
		if l.Firms < few {
			small.Groups = append(small.Groups, name)
		}
	}
	out.Warnings = append(ofTotal, revenue.negatives()...)
	if small.Groups != nil {
		out.Warnings = append(out.Warnings, small)
	}
	out.Warnings = append(out.Warnings, ofSectors...)
	if o.Reference != nil {
		if err := out.localise(in, o.Reference); err != nil {
			return Summary{}, err
		}
	}
	return out, nil
}

// line makes the line of a group of companies, and warns of what is not known
// in it.
func (o *SummaryOptions) line(in []*sector.Company) (SummaryLine, []error, error) {
	var jobs, revenue, revenueOfBoth, jobsOfBoth count
	figures := make([]sector.Figure, len(in))
	for i, c := range in {
		j := c.Jobs(o.Measure)
		jobs.add(j)
		revenue.add(c.Revenue)
		if j.Known() && c.Revenue.Known() {
			revenueOfBoth.add(c.Revenue)
			jobsOfBoth.add(j)
		}
		figures[i] = j
		if o.Concentrated == sector.Revenue {
			figures[i] = c.Revenue
		}
	}
	l := SummaryLine{Firms: len(in), Jobs: jobs.cell(), Revenue: revenue.cell()}
	l.MeanSize = ratio(l.Jobs.Sum, sector.Value(float64(jobs.known)))
	l.RevenuePerJob = ratio(revenueOfBoth.cell().Sum, jobsOfBoth.cell().Sum)
	if jobsOfBoth.known == 0 {
		l.RevenuePerJob = hidden(l.Jobs.Sum, l.Revenue.Sum)
	}
	warnings := append(jobs.partly(o.Measure.String()), revenue.partly("revenue")...)
	why, err := l.concentrate(figures)
	return l, append(warnings, why...), err
}

// concentrate fills in the indices, or tells why there are none.
func (l *SummaryLine) concentrate(figures []sector.Figure) (why []error, err error) {
	no := hidden(figures...)
	l.HHI, l.CR4, l.Gini = no, no, no
	x := floats(figures)
	h, err := HHI(x)
	switch {
	case errors.Is(err, ErrEmpty), errors.Is(err, ErrZeroTotal), errors.Is(err, ErrNegative):
		return []error{err}, nil
	case err != nil:
		return nil, err
	}
	slices.Sort(x) // once for both
	cr, err := CR(x, 4)
	if err != nil {
		return nil, err
	}
	g, err := Gini(x, nil)
	if err != nil {
		return nil, err
	}
	l.HHI, l.CR4, l.Gini = sector.Value(h.HHI), sector.Value(cr.Ratio), sector.Value(g.Gini)
	return nil, nil
}

// share fills in a line's parts of the total, of which revenue is what shares of
// revenue are of.
func (l *SummaryLine) share(total SummaryLine, revenue sector.Figure) {
	l.FirmShare = ratio(sector.Value(float64(l.Firms)), sector.Value(float64(total.Firms)))
	l.JobShare = ratio(l.Jobs.Sum, total.Jobs.Sum)
	l.RevenueShare = ratio(l.Revenue.Sum, revenue)
}

// localise fills in the location quotients.
func (s *Summary) localise(in []*sector.Company, reference *sector.Table) error {
	b := sector.NewBuilder(sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}, Measure: s.Measure, Currency: s.Currency})
	for _, c := range in {
		if err := b.Add(*c); err != nil {
			return err
		}
	}
	q, err := TableLocationQuotients(b.Table(), reference, sector.Jobs, s.Year)
	if err != nil {
		return err
	}
	quotients := map[string]sector.Figure{}
	for _, l := range q.Lines {
		quotients[l.Sector] = l.Quotient
	}
	for i := range s.Lines {
		s.Lines[i].LocationQuotient = quotients[s.Lines[i].Sector]
	}
	for _, w := range q.Warnings {
		if partly, ok := w.(PartlyKnown); !ok || partly.Of != "table" { // that is said already
			s.Warnings = append(s.Warnings, w)
		}
	}
	return nil
}

// View returns a row a sector and one for the total: columns level ("sector" or
// "total"), sector, year, firms, the measure's name, revenue, firm_share,
// job_share, revenue_share, mean_size, revenue_per_job, hhi, cr4, gini,
// location_quotient.
func (s Summary) View() growth.View {
	unit := s.Measure.Unit()
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "level"}, {Name: "sector"}, {Name: "year", Unit: "year"}, {Name: "firms", Unit: "firms"},
		{Name: s.Measure.String(), Unit: unit}, {Name: "revenue", Unit: s.Currency},
		{Name: "firm_share", Unit: "fraction"}, {Name: "job_share", Unit: "fraction"}, {Name: "revenue_share", Unit: "fraction"},
		{Name: "mean_size", Unit: unit + " per firm"}, {Name: "revenue_per_job", Unit: s.Currency + " per " + unit},
		{Name: "hhi"}, {Name: "cr4", Unit: "fraction"}, {Name: "gini"}, {Name: "location_quotient"},
	}}
	row := func(whole bool, l SummaryLine) {
		v.Rows = append(v.Rows, []growth.Entry{
			level(whole, "sector"), growth.TextOf(l.Sector), growth.NumberOf(float64(s.Year)), growth.NumberOf(float64(l.Firms)),
			l.Jobs.Sum.Entry(), l.Revenue.Sum.Entry(), l.FirmShare.Entry(), l.JobShare.Entry(), l.RevenueShare.Entry(),
			l.MeanSize.Entry(), l.RevenuePerJob.Entry(), l.HHI.Entry(), l.CR4.Entry(), l.Gini.Entry(), l.LocationQuotient.Entry(),
		})
	}
	for _, l := range s.Lines {
		row(false, l)
	}
	row(true, s.Total)
	return v
}
