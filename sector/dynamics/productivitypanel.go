package dynamics

import (
	"fmt"
	"math"
)

// RevenuePerJobOptions say how revenue per job is averaged over the companies of
// a panel. The zero value is levels weighted by jobs, of all companies together.
type RevenuePerJobOptions struct {
	Weights ProductivityWeights
	Scale   ProductivityScale

	// By labels the firms, see [Decomposition.Groups]: InTotal, BySector or
	// ByRegion. A company that moves belongs where it is in the first of the two
	// years, so that its move is neither entry nor exit.
	By Grouping

	Activity Activity
	Gaps     Gaps
}

// ProductivityWeights is what companies are weighted by.
type ProductivityWeights uint8

const (
	// JobWeights: shares of jobs, so that in levels the aggregate is the sum of
	// revenue over the sum of jobs.
	JobWeights ProductivityWeights = iota
	// RevenueWeights: shares of revenue, as market shares in Olley and Pakes.
	// Revenue below zero is an error.
	RevenueWeights
)

// ProductivityScale is what revenue per job is measured in.
type ProductivityScale uint8

const (
	Levels ProductivityScale = iota // the panel's currency per job
	Logs                            // natural logarithms, so that a change is in log points
)

// check panics for options that are not there.
func (opt *RevenuePerJobOptions) check() {
	if opt.By > ByRegion {
		panic("dynamics: revenue per job is not compared by " + opt.By.String())
	}
	if opt.Weights > RevenueWeights || opt.Scale > Logs {
		panic(fmt.Sprintf("dynamics: there are no ProductivityWeights %d or ProductivityScale %d", opt.Weights, opt.Scale))
	}
}

// CompareRevenuePerJob compares the companies of a panel in two years by revenue
// per FTE or per employee, which is not productivity unless revenue is value
// added. Revenue is in current prices, so that the change holds inflation too
// unless the panel was made of deflated figures. Years between the two are not
// looked at, but for telling who was there.
//
// Who enters and exits is told as by [JobFlows]: an entrant is first active after
// the first year, an exiter last active before the second. A company that is
// active in a year and has no revenue per job in it, or that is in a gap, is left
// out of both years, with a [*RevenuePerJobNotKnown] warning for the reasons beside
// those of [CompareProductivity]. A company with zero jobs in a year is never in
// that year's aggregate, revenue or not, and counted in NoJobs of the warning, or
// in Gaps if it is in one: by default it is not active, and so an entrant or exiter
// by its other year; with [ActiveWithRow] it is active and left out of both years.
// [*FewFirms] warns of entrants, exiters or continuers, of a group or in total, that
// are fewer than three.
//
// It returns a [*YearError] for a year that nobody has, an error that wraps
// [growth.ErrOrder] for years that do not ascend, and the errors of
// [CompareProductivity]. It panics if By is a size class, or if an option has a
// value that is not there.
func CompareRevenuePerJob(p *Panel, from, to int, opt RevenuePerJobOptions) (*ProductivityChange, error) {
	opt.check()
	pairs, err := p.yearPairs([][2]int{{from, to}})
	if err != nil {
		return nil, err
	}
	i, j := pairs[0][0], pairs[0][1]
	c, reasons := comparison{}, RevenuePerJobNotKnown{}
	for id, at := range p.companies() {
		s := p.span(at, opt.Activity)
		there0, there1 := p.active(at[i], opt.Activity), p.active(at[j], opt.Activity)
		gap0 := !there0 && there1 && s.first < i && opt.Gaps == GapsApart
		gap1 := there0 && !there1 && s.last > j && opt.Gaps == GapsApart
		f, reason := firm{w0: math.NaN(), p0: doubled{math.NaN(), 0}, w1: math.NaN(), p1: doubled{math.NaN(), 0}}, notReason
		for _, y := range pairs[0] {
			if at[y] != absent && !p.active(at[y], opt.Activity) {
				reason = noJobsReason // the only reason not to be active with a row
			}
		}
		row := at[i]
		if there0 {
			why := notReason
			if f.w0, f.p0, why, err = p.revenuePerJob(id, at[i], opt); err != nil {
				return nil, err
			}
			reason = max(reason, why)
		} else {
			row = at[j]
		}
		if there1 {
			why := notReason
			if f.w1, f.p1, why, err = p.revenuePerJob(id, at[j], opt); err != nil {
				return nil, err
			}
			reason = max(reason, why)
		}
		if gap0 || gap1 {
			reason = max(reason, gapReason)
		}
		reasons.count(reason)
		label := ""
		if opt.By != InTotal && row != absent {
			label = p.groups(opt.By)[p.groupOf(row, opt.By)]
		}
		c.add(&f, there0 || gap0, there1 || gap1, label)
	}
	change, err := c.result()
	if err != nil {
		return nil, err
	}
	change.Variable, change.Weights, change.Unit = p.revenuePerJobLabels(opt)
	change.From, change.To = from, to
	if reasons.total() > 0 {
		change.Warnings = append(change.Warnings, &reasons)
	}
	few := FewFirms{}
	for _, n := range change.firmCounts() {
		if anyFew(n...) {
			few.Rows++
		}
	}
	if few.Rows > 0 {
		change.Warnings = append(change.Warnings, &few)
	}
	change.Warnings = append(change.Warnings, p.warnings...)
	return change, nil
}

// firmCounts are the continuers, entrants and exiters of the total and of each
// group.
func (c *ProductivityChange) firmCounts() [][]int {
	out := [][]int{{c.Continuers, c.Entrants, c.Exiters}}
	for _, g := range c.groups {
		out = append(out, []int{g.sums.continuers, g.sums.entrants, g.sums.exiters})
	}
	return out
}
