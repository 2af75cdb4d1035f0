package dynamics

import (
	"fmt"
	"math"

	"smartcity/sector"
)

// RevenuePerJobNotKnown warns of what keeps companies of a panel from having
// revenue per job. Each company, or company-year where the years are not
// compared company by company, counts once, under the first that applies.
//
// Zero jobs are NoJobs whatever the revenue, which is then in no aggregate. The
// ratio of revenue to jobs of a [sector.Table] has it: of 100 kroner by 10 FTE and
// 1,000 kroner by none the table makes 110 kroner per FTE, and this package 10.
type RevenuePerJobNotKnown struct {
	LeftOut         // a figure is suppressed, or else missing
	Gaps        int // not active, between years in which it is
	NoJobs      int // zero jobs in a year that is looked at, whether active or not
	NoLogarithm int // revenue of zero or less where logarithms are taken
}

func (w *RevenuePerJobNotKnown) Error() string {
	return fmt.Sprintf("revenue per job is not known: missing %d, suppressed %d, gaps %d, zero jobs %d, no logarithm %d",
		w.Missing, w.Suppressed, w.Gaps, w.NoJobs, w.NoLogarithm)
}

// total is the number of companies that the warning is of.
func (w *RevenuePerJobNotKnown) total() int {
	return w.LeftOut.Total() + w.Gaps + w.NoJobs + w.NoLogarithm
}

// reason is why a company has no revenue per job; a larger one goes before.
type reason uint8

const (
	notReason reason = iota // it has
	noLogReason
	noJobsReason
	gapReason
	missingReason
	suppressedReason
)

func (w *RevenuePerJobNotKnown) count(r reason) {
	switch r {
	case noLogReason:
		w.NoLogarithm++
	case noJobsReason:
		w.NoJobs++
	case gapReason:
		w.Gaps++
	case missingReason:
		w.Missing++
	case suppressedReason:
		w.Suppressed++
	}
}

// notKnownReason says whether a row has revenue per job.
func (p *Panel) notKnownReason(r int32) reason {
	switch {
	case p.jobs[r] == 0: // NaN is not zero
		return noJobsReason
	case p.jobsStatus[r] == sector.Suppressed || p.revenueStatus[r] == sector.Suppressed:
		return suppressedReason
	case p.jobsStatus[r] == sector.Missing || p.revenueStatus[r] == sector.Missing:
		return missingReason
	}
	return notReason
}

// revenuePerJob is the weight and the revenue per job of a row. What is not known
// is NaN.
func (p *Panel) revenuePerJob(company, r int32, opt RevenuePerJobOptions) (w float64, x doubled, why reason, err error) {
	w, x, why = p.jobs[r], doubled{math.NaN(), 0}, p.notKnownReason(r)
	if opt.Weights == RevenueWeights {
		w = p.revenue[r]
	}
	point := func(figure string, value float64, want string) error {
		return &FigureError{"company " + p.ids[company], fmt.Sprintf("%s in %d", figure, p.years[p.year[r]]), value, want}
	}
	switch {
	case !usable(p.jobs[r], 0):
		return 0, x, why, point("jobs", p.jobs[r], wantWeight)
	case !usable(p.revenue[r], -largest):
		return 0, x, why, point("revenue", p.revenue[r], wantFigure)
	case w < 0:
		return 0, x, why, point("revenue", w, "zero or more for a weight, or companies weighted by jobs")
	case why != notReason:
		return w, x, why, nil
	case opt.Scale == Levels:
		return w, quotient(p.revenue[r], p.jobs[r]), notReason, nil
	case p.revenue[r] <= 0:
		return w, x, noLogReason, nil
	}
	x.high = math.Log(p.revenue[r] / p.jobs[r])
	return w, x, notReason, nil
}

// revenuePerJobLabels name the variable, the weights and the unit.
func (p *Panel) revenuePerJobLabels(opt RevenuePerJobOptions) (variable, weights, unit string) {
	job := "FTE"
	if p.measure == sector.Employees {
		job = "employee"
	}
	variable, weights, unit = "revenue per "+job, p.measure.Unit(), p.currency+" per "+job
	if opt.Weights == RevenueWeights {
		weights = "revenue"
	}
	if opt.Scale == Logs {
		variable, unit = "log of "+variable, "log points"
	}
	return variable, weights, unit
}
