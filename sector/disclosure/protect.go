package disclosure

import (
	"slices"

	"smartcity/sector"
)

// Protect hides figures of tables until nobody can work out from what is left
// what the rules of opt keep back. Tables given together are made of the same
// companies, of one measure and currency, and are protected as one: a figure that
// stands in two of them is hidden in both, and what follows from all of them
// together counts. Give Protect all that is published of those companies.
//
// Hidden figures are suppressed figures: shares, series, index numbers, charts
// and projections made of the result have gaps there. The tables given are left
// as they are.
//
// # What is hidden
//
// Firms, jobs and revenue are looked at one by one, in rows, totals and margins.
// First, what a rule finds sensitive, looking at the companies whose figure is
// known: a sum of five companies of which one has stated its revenue is that
// company's revenue. Then, what else must go for each sensitive figure x to stay
// uncertain: by the sums that are shown, and as no figure is below zero, it must
// be possible both that x is higher by U and lower by U,
//
//	U = max(Interval/100·x, protection levels of the rules)
//
// where the lower one ends at zero, and is U of the average company if x is
// zero. Numbers of firms must be uncertain by at least one firm, up or down. A
// figure hidden on behalf of others must be uncertain by that much in all, above
// and below taken together. Jobs by size class are known to lie within their
// classes.
//
// Companies know their own figures. Unless the only rule is a minimum of two, a
// sensitive figure must stay as uncertain to a company elsewhere as to readers: to
// one that is alone in a hidden figure, and, in a table with contributions, to the
// largest of several. Where companies are in several of the finest cells, or where
// this would take long, that is done for all of them at once, as if they told each
// other, which hides more.
//
// # Ratios
//
// Ratios are hidden where a part of them is, and jobs per firm where a row of the
// file has no number of firms. Revenue per job leaves out the companies that state
// only one of the two; their figures, and those of the others, are protected by the
// same rules, as if the ratio told them, by hiding ratios. A table without
// contributions does not tell those, and keeps the ratio only where all rows of the
// file state both.
//
// # How much is hidden
//
// What is hidden is chosen to cost little: few figures, small ones, the same in
// the other columns and years where there is a choice, and nothing that is not
// needed in the end. It is not the least possible, which nobody computes for
// larger tables. Where what is tied together is so much that even this would take
// long, the rest is hidden by a rougher method, safe and fast, and the result
// warns with [*MoreThanNeeded]. The same tables give the same result, in whatever
// order the companies came.
//
// # What it does not do
//
// It follows the rules: a sum of zero of enough companies is shown, though it tells
// that each of them has zero. It knows no holdings: companies of one owner count as
// several. It need not keep apart what companies tell each other. It does not know
// figures of the same companies published elsewhere, or earlier; jobs counted in two
// measures are two publications, of which one should have the firms and the revenue.
// A sector or region called like one of its companies keeps its name. That firms are
// whole numbers is not used against them, nor, where their number is hidden on
// behalf of others, the counts of missing figures, nor what margins of three tables
// that pairwise share a dimension say of each other beyond adding up. Sectors,
// regions, years and size classes are taken to be no groups of each other; where the
// rows of two tables by other dimensions add up to each other, such as industries
// and sections of them, it asks for a table by both.
//
// # Errors
//
// [*NoContributions] where rules ask for what single companies contribute, companies
// stand in several rows, or a dimension is the user's own; [*NamedCompanies] if rows
// are called like a company in them, sectors and regions if they hold no other;
// [*NegativeFigures]; [*UnlikeTables] if sums do not add up; [*NestedTables]; other
// errors for rules and options out of range, for no tables, for tables in different
// units, and for a table that has suppressed sums already.
//
// Source: Hundepool, Domingo-Ferrer, Franconi, Giessing, Schulte Nordholt, Spicer
// and de Wolf, Statistical Disclosure Control (2012), sections 4.2 to 4.4: rules,
// protection levels, feasibility intervals and single companies. The choice of
// what is hidden by a linear program for each sensitive figure follows Kelly,
// Golden and Assad, Cell suppression: disclosure protection for sensitive tabular
// data, Networks 22 (1992); the rougher method is that of hypercubes (Giessing and
// Repsilber 2002).
func Protect(opt Options, tables ...*sector.Table) (*Result, error) {
	return protect(opt, mostWork, tables)
}

func protect(opt Options, work int, tables []*sector.Table) (*Result, error) {
	opt, err := opt.settled()
	if err != nil {
		return nil, err
	}
	if err := admit(opt, tables); err != nil {
		return nil, err
	}
	c, err := newCube(tables, opt.Margins)
	if err != nil {
		return nil, err
	}
	if err := c.addUp(); err != nil {
		return nil, err
	}
	p := &protection{cube: c, opt: opt, work: work, why: map[sector.Column][]Reason{}, figures: map[sector.Column]*figures{}}
	p.run()
	return p.result(), nil
}

// protection is a run of Protect.
type protection struct {
	cube    *cube
	opt     Options
	work    int // of each search
	figures map[sector.Column]*figures
	why     map[sector.Column][]Reason // of each cell

	ratioRules []Rule // that make ratios sensitive
	warnings   []error
}

func (p *protection) run() {
	proofs := map[sector.Column][]proof{}
	for _, column := range []sector.Column{sector.Jobs, sector.Revenue, sector.Firms} {
		f := newFigures(p.cube, column, p.opt)
		p.figures[column] = f
		f.readers(p.figures[sector.Jobs])
		f.insiders(p.opt.insiders())
		p.why[column] = make([]Reason, len(p.cube.cells))
		if column == sector.Firms && p.opt.Firms == ShowFirms {
			continue
		}
		s := p.search(f, p.why[column], f.costs())
		for i := range f.of {
			if f.of[i].rule != nil {
				s.cover(i, Sensitive)
			}
		}
		f.complement(s, p.opt.Interval)
		s.prune()
		for _, short := range s.short {
			p.warnings = append(p.warnings, &LessUncertain{Cell: p.cube.name(short.cell), Column: p.cube.columnName(column), Insiders: short.insiders})
		}
		p.spent(s, column)
		proofs[column] = s.proofs.all
	}
	p.protectRatios(proofs)
	p.perFirm()
}

// spent tells where a search has hidden more than is needed.
func (p *protection) spent(s *search, column sector.Column) {
	w := &MoreThanNeeded{Column: p.cube.columnName(column)}
	if s.spent && !slices.ContainsFunc(p.warnings, func(e error) bool { have, ok := e.(*MoreThanNeeded); return ok && *have == *w }) {
		p.warnings = append(p.warnings, w)
	}
}

// mostWork is how much arithmetic a search may take, which is some seconds.
const mostWork = 100_000_000

// search starts a search in a column. What is hidden in other columns is hidden
// at half the cost.
func (p *protection) search(f *figures, why []Reason, costs []float64) *search {
	c := p.cube
	s := &search{figures: f, why: why, fixed: slices.Clone(f.hidden), units: newUnits(c, p.opt.Years, f.can),
		series: make([]int, len(c.cells)), gaps: make([]int, len(c.cells)), costs: costs, work: p.work,
		origin: map[int]target{}, programs: map[int]*program{}, lapsing: map[int][]int{}}
	number := map[string]int{}
	for i := range c.cells {
		text := c.timeless(i)
		if _, ok := number[text]; !ok {
			number[text] = len(number)
		}
		s.series[i] = number[text]
		for _, g := range p.figures {
			if c.cells[i].published && g.hidden[i] {
				s.costs[i] /= 2
				break
			}
		}
	}
	return s
}
