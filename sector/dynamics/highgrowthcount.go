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

// verdict is what a rule makes of a company, or of several of which it makes the
// same.
type verdict struct {
	n int // companies

	activeInTo, sizeNotKnown, ofSize, born, gone, notPositive bool

	eligible, birthNotKnown, fast, gazelle, ageNotKnown bool

	unknown      sector.Status // Known unless it is left out because of a figure
	x0, x1       float64       // what is to grow
	jobs0, jobs1 float64       // sums, NaN if not known
}

func (h *highGrowthCount) verdict(c, r0, r1 int32, active0, active1 bool, period [2]int, s span) verdict {
	p := h.panel
	k := candidate{n: 1, active0: active0, active1: active1, from: p.years[period[0]], to: p.years[period[1]]}
	v := verdict{jobs0: math.NaN(), jobs1: math.NaN()}
	if active1 {
		v.jobs1, k.ofSize1 = p.jobs[r1], p.jobs[r1] >= h.rule.MinJobs // false for NaN
	}
	if active0 {
		v.jobs0, k.size0, k.ofSize0 = p.jobs[r0], p.jobsStatus[r0], p.jobs[r0] >= h.rule.MinJobs
	}
	if k.ofSize0 { // else nobody asks
		k.earliest, k.latest = p.born(c, s)
		if active1 {
			v.x0, v.x1, k.status0, k.status1 = v.jobs0, v.jobs1, p.jobsStatus[r0], p.jobsStatus[r1]
			if h.rule.Of == sector.Revenue {
				v.x0, v.x1, k.status0, k.status1 = p.revenue[r0], p.revenue[r1], p.revenueStatus[r0], p.revenueStatus[r1]
			}
			k.positive = v.x0 > 0
		}
	}
	k.judge(&v)
	if v.eligible && h.limit.passes(v.x0, v.x1) {
		k.grewFast(&v, h.rule.GazelleAge)
	}
	return v
}

// candidate is what a verdict depends on, beside how high the growth is.
type candidate struct {
	n                int
	active0, active1 bool
	size0            sector.Status // of the jobs at the start
	ofSize0, ofSize1 bool          // the rule's jobs or more
	status0, status1 sector.Status // of what is to grow
	positive         bool          // it is at the start
	earliest, latest int           // years of birth
	from, to         int
}

// judge says who is eligible, and why others are not.
func (k *candidate) judge(v *verdict) {
	v.n, v.unknown = k.n, sector.Known
	v.activeInTo = k.active1 && k.ofSize1
	if !k.active0 {
		return
	}
	if v.sizeNotKnown = k.size0 != sector.Known; v.sizeNotKnown {
		v.unknown = k.size0
		return
	}
	if v.ofSize = k.ofSize0; !v.ofSize {
		return
	}
	switch {
	case k.earliest >= k.from:
		v.born = true
		return
	case !k.active1:
		v.gone = true
		return
	}
	switch v.unknown = lessKnown(k.status0, k.status1); {
	case k.status0 == sector.Known && !k.positive:
		v.unknown, v.notPositive = sector.Known, true
		return
	case v.unknown != sector.Known:
		return
	}
	v.eligible = true
	v.birthNotKnown = k.latest == k.from
}

// grewFast says of who is eligible that it has grown as the rule asks.
func (k *candidate) grewFast(v *verdict, gazelleAge int) {
	v.fast = true
	v.gazelle = k.to-k.earliest <= gazelleAge
	v.ageNotKnown = !v.gazelle && k.to-k.latest <= gazelleAge
}

// born are the earliest and the latest year a company can have been born in: that
// in which it was founded, as it states, or else that in which it is first active.
// It may have come in any of the years that the panel skips before, and in any at
// all if it is there when the panel begins.
func (p *Panel) born(c int32, s span) (earliest, latest int) {
	return bornIn(p.years, int(p.founded[c]), s.first)
}

func bornIn(years []int, founded, first int) (earliest, latest int) {
	switch {
	case founded != 0:
		return founded, founded
	case first == 0:
		return math.MinInt16, years[0]
	}
	return years[first-1] + 1, years[first]
}

func (s *highGrowthSums) add(v *verdict) {
	s.any = true
	r := &s.row
	count := func(n *int, yes bool) {
		if yes {
			*n += v.n
		}
	}
	count(&r.ActiveInTo, v.activeInTo)
	count(&r.OfSize, v.ofSize)
	count(&r.BornInStart, v.born)
	count(&r.NotSurviving, v.gone)
	count(&r.NotPositive, v.notPositive)
	switch {
	case v.sizeNotKnown:
		r.SizeNotKnown.addAll(v.unknown, v.n)
	case v.unknown != sector.Known:
		r.LeftOut.addAll(v.unknown, v.n)
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
		r.JobsNotKnown += v.n
		return
	}
	s.eligible += v.n
	s.eligibleFrom.Add(v.jobs0)
	s.eligibleTo.Add(v.jobs1)
	if v.fast {
		s.fast += v.n
		s.jobsFrom.Add(v.jobs0)
		s.jobsTo.Add(v.jobs1)
	}
	if v.gazelle {
		s.gazelles += v.n
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
