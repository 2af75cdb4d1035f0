package structure

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"smartcity/growth"
	"smartcity/sector"
)

// SizeOptions is what [SizeClasses] and [SizeTransitions] may be told.
type SizeOptions struct {
	Measure sector.Measure // of size, default FTE
	// Limits are the lower limits of all classes but the first, which begins at
	// 0; a company at a limit belongs to the class above. Nil is 10, 50 and 250,
	// the classes of the EU, see [sector.SizeOf].
	Limits   []float64
	Currency string // ISO 4217 code of Company.Revenue, default DKK
}

// SizeClass is a size class of companies, from a number of jobs to below
// another.
type SizeClass struct {
	Name     string  // "micro", "small", "medium", "large", or "[5,20)" for limits of one's own; "" if sizes are not known
	From, To float64 // +Inf above the highest limit; NaN if sizes are not known
}

// sizeScale tells companies apart by size.
type sizeScale struct {
	measure  sector.Measure
	currency string
	limits   []float64
	classes  []SizeClass // the last is that of sizes not known
}

func (o *SizeOptions) scale() (sizeScale, error) {
	if o == nil {
		o = &SizeOptions{}
	}
	s := sizeScale{measure: o.Measure, currency: cmp.Or(o.Currency, "DKK"), limits: o.Limits}
	if s.limits == nil {
		s.limits = []float64{10, 50, 250}
		for _, x := range append([]float64{0}, s.limits...) {
			s.classes = append(s.classes, SizeClass{Name: sector.SizeOf(sector.Value(x)).String(), From: x})
		}
	} else {
		s.classes = []SizeClass{{From: 0}}
	}
	before := 0.0
	for i, x := range s.limits {
		if !(x > before) || math.IsInf(x, 0) {
			return sizeScale{}, fmt.Errorf("structure: limit %v of size classes after %v: %w", x, before, growth.ErrOrder)
		}
		before = x
		if o.Limits != nil {
			s.classes = append(s.classes, SizeClass{From: x})
		}
		s.classes[i].To = x
	}
	s.classes[len(s.classes)-1].To = math.Inf(1)
	for i := range s.classes {
		if c := &s.classes[i]; c.Name == "" {
			c.Name = "[" + shortest(c.From) + "," + shortest(c.To) + ")"
		}
	}
	s.classes = append(s.classes, SizeClass{From: math.NaN(), To: math.NaN()})
	return s, nil
}

func shortest(x float64) string {
	if math.IsInf(x, 1) {
		return "∞"
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}

// of returns the number of a company's class, the last if its size is not known.
func (s *sizeScale) of(c *sector.Company) int {
	size := c.Jobs(s.measure)
	if !size.Known() {
		return len(s.classes) - 1
	}
	i, at := slices.BinarySearch(s.limits, size.Float64())
	if at {
		i++
	}
	return i
}

// SizeDistribution is what [SizeClasses] returns.
type SizeDistribution struct {
	Year     int
	Measure  sector.Measure
	Currency string
	Lines    []SizeLine // the classes in order, and last the companies whose size is not known
	Total    SizeLine

	Warnings []error // typed: PartlyKnown, NegativeFigures, FewFirms
}

// SizeLine is a size class, or the total.
type SizeLine struct {
	SizeClass
	Companies int
	Jobs      sector.Cell // in the measure of size
	Revenue   sector.Cell // in the companies' currency

	// Parts of the total, as fractions: of all companies, of the jobs and of the
	// revenue that are known. No line has a RevenueShare if a company's revenue is
	// negative.
	CompanyShare, JobShare, RevenueShare sector.Figure
}

// SizeClasses counts the companies of a year by size class, with their jobs and
// revenue. Options may be nil.
//
// A company whose size is missing or suppressed is in the class that is not
// known, whatever its revenue, and one with a row and zero jobs in the lowest.
// Sums are of what is known, and count what is not; they are suppressed where
// nothing is known and some of it is suppressed. Shares are missing where the total
// is zero, and those of revenue, with the warning [NegativeFigures], where a
// company's is negative.
//
// Companies must be single ones: it returns a [*sector.FieldError] for a row that
// stands for several or for a workplace, or that no company can have, and a
// [*RepeatedError] for a company with two rows in the year. It returns an error
// that wraps [ErrEmpty] if there are none in the year, and [growth.ErrOrder]
// unless limits are above 0 and rise.
//
// Source: Commission Recommendation 2003/361/EC, the headcount limits alone.
func SizeClasses(companies []sector.Company, year int, options *SizeOptions) (SizeDistribution, error) {
	scale, err := options.scale()
	if err != nil {
		return SizeDistribution{}, err
	}
	in, err := crossSection(companies, year, false)
	if err != nil {
		return SizeDistribution{}, err
	}
	counts := newSizeCounts(scale)
	for _, c := range in {
		counts.add(scale.of(c), c.Jobs(scale.measure), c.Revenue)
	}
	return counts.distribution(year), nil
}

// share fills in a line's parts of the total, of which revenue is what shares of
// revenue are of.
func (l *SizeLine) share(total SizeLine, revenue sector.Figure) {
	l.CompanyShare = ratio(sector.Value(float64(l.Companies)), sector.Value(float64(total.Companies)))
	l.JobShare = ratio(l.Jobs.Sum, total.Jobs.Sum)
	l.RevenueShare = ratio(l.Revenue.Sum, revenue)
}

// ratio divides figures. It is suppressed if one of them is, and missing if one
// is or the whole is not above zero.
func ratio(part, whole sector.Figure) sector.Figure {
	if !part.Known() || !whole.Known() {
		return hidden(part, whole)
	}
	if !(whole.Float64() > 0) {
		return sector.Figure{}
	}
	return sector.Value(part.Float64() / whole.Float64())
}

// View returns a row a class and one for the total: columns level ("class" or
// "total"), class, from, to, year, companies, the measure's name, revenue,
// company_share, job_share, revenue_share. To is missing above the highest limit,
// and the class that is not known has no name.
func (d SizeDistribution) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "level"}, {Name: "class"}, {Name: "from", Unit: d.Measure.Unit()}, {Name: "to", Unit: d.Measure.Unit()},
		{Name: "year", Unit: "year"}, {Name: "companies", Unit: "companies"}, {Name: d.Measure.String(), Unit: d.Measure.Unit()},
		{Name: "revenue", Unit: d.Currency}, {Name: "company_share", Unit: "fraction"}, {Name: "job_share", Unit: "fraction"}, {Name: "revenue_share", Unit: "fraction"},
	}}
	row := func(whole bool, l SizeLine) {
		to := l.To
		if math.IsInf(to, 0) {
			to = math.NaN()
		}
		v.Rows = append(v.Rows, []growth.Entry{
			level(whole, "class"), growth.TextOf(l.Name), growth.NumberOf(l.From), growth.NumberOf(to),
			growth.NumberOf(float64(d.Year)), growth.NumberOf(float64(l.Companies)), l.Jobs.Sum.Entry(), l.Revenue.Sum.Entry(),
			l.CompanyShare.Entry(), l.JobShare.Entry(), l.RevenueShare.Entry(),
		})
	}
	for _, l := range d.Lines {
		row(false, l)
	}
	row(true, d.Total)
	return v
}
