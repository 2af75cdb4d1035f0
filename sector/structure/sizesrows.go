package structure

import (
	"fmt"
	"math"

	"smartcity/sector"
)

// SizeRows are companies of one size class, added up beforehand. Of those of
// which revenue is known, nobody's is negative or everybody's is.
type SizeRows struct {
	Class int // place in [SizeOptions.Classes]
	sector.Rows
}

// Classes returns the size classes in order, and last that of sizes not known.
// Options may be nil. The error is that of [SizeClasses].
func (o *SizeOptions) Classes() ([]SizeClass, error) {
	scale, err := o.scale()
	return scale.classes, err
}

// SizeClassesOfRows returns what [SizeClasses] does with the companies of a year
// one by one, of companies that are single ones and that
// [sector.Company.Validate] accepts. Rows of other years are left out. It panics
// if there is no such class.
func SizeClassesOfRows(rows []SizeRows, year int, options *SizeOptions) (SizeDistribution, error) {
	scale, err := options.scale()
	if err != nil {
		return SizeDistribution{}, err
	}
	counts := newSizeCounts(scale)
	for i := range rows {
		r := &rows[i]
		if r.Class < 0 || r.Class >= len(scale.classes) {
			panic(fmt.Sprintf("structure: there is no size class %d", r.Class))
		}
		jobs := r.FTE
		if scale.measure == sector.Employees {
			jobs = r.Employees
		}
		if r.Year == year && r.N > 0 {
			counts.addParts(r.Class, r.N, jobs, r.Revenue)
		}
	}
	if counts.companies == 0 {
		return SizeDistribution{}, fmt.Errorf("structure: companies in %d: %w", year, ErrEmpty)
	}
	return counts.distribution(year), nil
}

// sizeCounts accumulates a distribution.
type sizeCounts struct {
	scale               sizeScale
	companies           int
	lines               []SizeLine
	jobs, revenue       []count // by class
	allJobs, allRevenue count
}

func newSizeCounts(scale sizeScale) *sizeCounts {
	n := len(scale.classes)
	return &sizeCounts{scale: scale, lines: make([]SizeLine, n), jobs: make([]count, n), revenue: make([]count, n)}
}

// add adds a company to class k.
func (s *sizeCounts) add(k int, jobs, revenue sector.Figure) {
	s.companies++
	s.lines[k].Companies++
	for _, n := range []*count{&s.jobs[k], &s.allJobs} {
		n.add(jobs)
	}
	for _, n := range []*count{&s.revenue[k], &s.allRevenue} {
		n.add(revenue)
	}
}

// addParts adds companies that were added up beforehand.
func (s *sizeCounts) addParts(k, companies int, jobs, revenue sector.Part) {
	s.companies += companies
	s.lines[k].Companies += companies
	for _, n := range []*count{&s.jobs[k], &s.allJobs} {
		n.addPart(jobs, companies)
	}
	for _, n := range []*count{&s.revenue[k], &s.allRevenue} {
		n.addPart(revenue, companies)
	}
}

func (s *sizeCounts) distribution(year int) SizeDistribution {
	out := SizeDistribution{Year: year, Measure: s.scale.measure, Currency: s.scale.currency, Lines: s.lines}
	out.Total = SizeLine{Companies: s.companies, Jobs: s.allJobs.cell(), Revenue: s.allRevenue.cell()}
	out.Total.SizeClass = SizeClass{From: math.NaN(), To: math.NaN()}
	whole := s.allRevenue.whole()
	out.Total.share(out.Total, whole)
	var small FewFirms
	for k := range out.Lines {
		l := &out.Lines[k]
		l.SizeClass, l.Jobs, l.Revenue = s.scale.classes[k], s.jobs[k].cell(), s.revenue[k].cell()
		if l.Companies == 0 { // nobody has nothing, which is known
			l.Jobs.Sum, l.Revenue.Sum = sector.Value(0), sector.Value(0)
		}
		l.share(out.Total, whole)
		if 0 < l.Companies && l.Companies < few {
			small.Groups = append(small.Groups, l.Name)
		}
	}
	out.Warnings = append(append(s.allJobs.partly(s.scale.measure.String()), s.allRevenue.partly("revenue")...), s.allRevenue.negatives()...)
	if small.Groups != nil {
		out.Warnings = append(out.Warnings, small)
	}
	return out
}
