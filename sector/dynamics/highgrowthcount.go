package dynamics

import (
	"fmt"
	"math"

	"smartcity/growth"
	"smartcity/sector"
)

// periods are the pairs of years, as indices, that lie the given number of
// years apart.
func (p *Panel) periods(years int, starts []int) ([][2]int, error) {
	var out [][2]int
	for _, start := range firstOfEach(starts) {
		i, err := p.needYear(start)
		if err != nil {
			return nil, err
		}
		j, err := p.needYear(start + years)
		if err != nil {
			return nil, err
		}
		out = append(out, [2]int{i, j})
	}
	if len(starts) == 0 {
		for i, year := range p.years {
			if j, ok := p.yearIndex(year + years); ok {
				out = append(out, [2]int{i, j})
			}
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("dynamics: %w: no two of %v are %d years apart", ErrTooFewYears, p.years, years)
	}
	return out, nil
}

// highGrowthCount counts the high-growth companies of each period and group.
type highGrowthCount struct {
	panel *Panel
	rule  HighGrowthRule
	limit threshold
	opt   HighGrowthOptions
	names []string           // of the groups, the total first
	sums  [][]highGrowthSums // by period and group
	fast  [][]FastCompany    // by period
}

type highGrowthSums struct {
	any bool // a company belongs here
	row HighGrowth

	eligible, fast, gazelles int // with jobs that are known in both years

	jobsFrom, jobsTo, gazelleFrom, gazelleTo, eligibleFrom, eligibleTo growth.Sum
}

// add adds a company to the total and to its group.
func (h *highGrowthCount) add(k int, c int32, at []int32, period [2]int, s span) {
	p := h.panel
	r0, r1 := at[period[0]], at[period[1]]
	active0, active1 := p.active(r0, h.opt.Activity), p.active(r1, h.opt.Activity)
	group := int32(0)
	switch {
	case !active0 && !active1:
		return
	case h.opt.By == InTotal:
	case active1:
		group = 1 + p.groupOf(r1, h.opt.By)
	default:
		group = 1 + p.groupOf(r0, h.opt.By)
	}
	v := h.verdict(c, r0, r1, active0, active1, period, s)
	h.sums[k][0].add(&v)
	if group != 0 {
		h.sums[k][group].add(&v)
	}
	if v.fast {
		from := p.years[period[0]]
		h.fast[k] = append(h.fast[k], FastCompany{
			ID: p.ids[c], Group: h.names[group], From: from, To: from + h.rule.Years, X0: v.x0, X1: v.x1, Gazelle: v.gazelle,
		})
	}
}

// verdict is what a rule makes of a company.
type verdict struct {
	activeInTo, sizeNotKnown, ofSize, born, gone, notPositive bool

	eligible, birthNotKnown, fast, gazelle, ageNotKnown bool

	unknown      sector.Status // Known unless it is left out because of a figure
	x0, x1       float64       // what is to grow
	jobs0, jobs1 float64       // NaN if not known
}

func (h *highGrowthCount) verdict(c, r0, r1 int32, active0, active1 bool, period [2]int, s span) (v verdict) {
	p := h.panel
	v.unknown = sector.Known
	v.activeInTo = active1 && p.jobs[r1] >= h.rule.MinJobs // false for NaN
	if !active0 {
		return v
	}
	v.jobs0 = p.jobs[r0]
	if v.sizeNotKnown = p.jobsStatus[r0] != sector.Known; v.sizeNotKnown {
		v.unknown = p.jobsStatus[r0]
		return v
	}
	if v.ofSize = v.jobs0 >= h.rule.MinJobs; !v.ofSize {
		return v
	}
	earliest, latest := p.born(c, s)
	from, to := p.years[period[0]], p.years[period[1]]
	switch {
	case earliest >= from:
		v.born = true
		return v
	case !active1:
		v.gone = true
		return v
	}
	v.jobs1 = p.jobs[r1]
	status0, status1 := p.jobsStatus[r0], p.jobsStatus[r1]
	v.x0, v.x1 = v.jobs0, v.jobs1
	if h.rule.Of == sector.Revenue {
		status0, status1 = p.revenueStatus[r0], p.revenueStatus[r1]
		v.x0, v.x1 = p.revenue[r0], p.revenue[r1]
	}
	switch v.unknown = lessKnown(status0, status1); {
	case status0 == sector.Known && v.x0 <= 0:
		v.unknown, v.notPositive = sector.Known, true
		return v
	case v.unknown != sector.Known:
		return v
	}
	v.eligible = true
	v.birthNotKnown = latest == from
	if v.fast = h.limit.passes(v.x0, v.x1); v.fast {
		v.gazelle = to-earliest <= h.rule.GazelleAge
		v.ageNotKnown = !v.gazelle && to-latest <= h.rule.GazelleAge
	}
	return v
}

// born are the earliest and the latest year a company can have been born in: that
// in which it was founded, as it states, or else that in which it is first active.
// It may have come in any of the years that the panel skips before, and in any at
// all if it is there when the panel begins.
func (p *Panel) born(c int32, s span) (earliest, latest int) {
	switch {
	case p.founded[c] != 0:
		return int(p.founded[c]), int(p.founded[c])
	case s.first == 0:
		return math.MinInt16, p.years[0]
	}
	return p.years[s.first-1] + 1, p.years[s.first]
}

func (s *highGrowthSums) add(v *verdict) {
	s.any = true
	r := &s.row
	count := func(n *int, yes bool) {
		if yes {
			*n++
		}
	}
	count(&r.ActiveInTo, v.activeInTo)
	count(&r.OfSize, v.ofSize)
	count(&r.BornInStart, v.born)
	count(&r.NotSurviving, v.gone)
	count(&r.NotPositive, v.notPositive)
	switch {
	case v.sizeNotKnown:
		r.SizeNotKnown.add(v.unknown)
	case v.unknown != sector.Known:
		r.LeftOut.add(v.unknown)
	}
	count(&r.Eligible, v.eligible)
	count(&r.BirthNotKnown, v.birthNotKnown)
	count(&r.HighGrowth, v.fast)
	count(&r.Gazelles, v.gazelle)
	count(&r.AgeNotKnown, v.ageNotKnown)
	if !v.eligible {
		return
	}
	if math.IsNaN(v.jobs1) {
		r.JobsNotKnown++
		return
	}
	s.eligible++
	s.eligibleFrom.Add(v.jobs0)
	s.eligibleTo.Add(v.jobs1)
	if v.fast {
		s.fast++
		s.jobsFrom.Add(v.jobs0)
		s.jobsTo.Add(v.jobs1)
	}
	if v.gazelle {
		s.gazelles++
		s.gazelleFrom.Add(v.jobs0)
		s.gazelleTo.Add(v.jobs1)
	}
}

func (s *highGrowthSums) result(group string, from, to int) HighGrowth {
	r := s.row
	r.Group, r.From, r.To = group, from, to
	r.JobsFrom = sumOrNaN(s.jobsFrom, s.fast, r.HighGrowth)
	r.JobsTo = sumOrNaN(s.jobsTo, s.fast, r.HighGrowth)
	r.GazelleJobsFrom = sumOrNaN(s.gazelleFrom, s.gazelles, r.Gazelles)
	r.GazelleJobsTo = sumOrNaN(s.gazelleTo, s.gazelles, r.Gazelles)
	r.EligibleJobsFrom = sumOrNaN(s.eligibleFrom, s.eligible, r.Eligible)
	r.EligibleJobsTo = sumOrNaN(s.eligibleTo, s.eligible, r.Eligible)
	r.Share = float64(r.HighGrowth) / float64(r.Eligible) // 0/0 is NaN
	r.GazelleShare = float64(r.Gazelles) / float64(r.Eligible)
	r.ShareOfActive = math.NaN() // with revenue, fast growers may all be smaller now
	if r.ActiveInTo > 0 {
		r.ShareOfActive = float64(r.HighGrowth) / float64(r.ActiveInTo)
	}
	return r
}
