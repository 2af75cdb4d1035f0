package dynamics

import (
	"cmp"
	"math"

	"smartcity/growth"
	"smartcity/sector"
)

// companyFlow is what a company does to the flows between two years, or several
// that do the same, added up.
type companyFlow struct {
	n                int // companies
	kind             change
	r0, r1           int32
	x0, x1           float64 // jobs, 0 where the company is absent
	up, down         float64 // x₁ − x₀ is up − down: apart, since a difference may not be a float64
	grew             int     // the sign of x₁ − x₀, the same for all
	known0, known1   bool    // of a company that is absent, true
	active0, active1 bool
	unknown          sector.Status // why it is not in the flows, Known if it is
}

func (p *Panel) flowOf(r0, r1 int32, kind change, a Activity) companyFlow {
	c := companyFlow{
		n: 1, kind: kind, r0: r0, r1: r1, known0: true, known1: true,
		active0: p.active(r0, a), active1: p.active(r1, a), unknown: sector.Known,
	}
	if r0 != absent {
		c.x0, c.known0, c.unknown = p.jobs[r0], p.jobsStatus[r0] == sector.Known, p.jobsStatus[r0]
	}
	if r1 != absent {
		c.x1, c.known1, c.unknown = p.jobs[r1], p.jobsStatus[r1] == sector.Known, lessKnown(c.unknown, p.jobsStatus[r1])
	}
	c.up, c.down, c.grew = c.x1, c.x0, cmp.Compare(c.x1, c.x0)
	return c
}

// flowGroups are the groups of a company in the two years; the same one where
// it was active in only one of them.
func (p *Panel) flowGroups(by Grouping, c *companyFlow) (g0, g1 int32) {
	if by == ByBaseSize || by == ByMeanSize {
		g := sizeGroup(by, c.kind, c.x0, c.x1)
		return g, g
	}
	if c.active0 {
		g0 = p.groupOf(c.r0, by)
	}
	if c.active1 {
		g1 = p.groupOf(c.r1, by)
	}
	return c.whereActive(g0, g1)
}

// whereActive is the group of the other year where the company was not active in
// one.
func (c *companyFlow) whereActive(g0, g1 int32) (int32, int32) {
	switch {
	case !c.active0:
		g0 = g1
	case !c.active1:
		g1 = g0
	}
	return g0, g1
}

// flowSums accumulates the flows of a group.
type flowSums struct {
	births, expanding, deaths, contracting growth.Sum
	net, volume                            growth.Sum // x₁ − x₀ and x₁ + x₀
	from, to                               growth.Sum
	movedIn, movedOut, returned, paused    growth.Sum
	knownTo, knownFrom                     growth.Sum
	knownInFrom, knownInTo                 int // companies with known jobs in either year
	firms                                  FirmFlow
}

// flowGroupSums are the sums of each group, nil where there is nobody.
type flowGroupSums []*flowSums

func (s flowGroupSums) at(g int32) *flowSums {
	if s[g] == nil {
		s[g] = &flowSums{}
	}
	return s[g]
}

// add adds a company to the group g1 it belongs to, which it came to from g0.
func (s *flowSums) add(c *companyFlow, g0, g1 int32) {
	if g0 == g1 {
		s.addFrom(c)
	} else {
		s.firms.MovedIn += c.n
		if c.kind == continuing {
			s.movedIn.Add(c.x0)
		}
	}
	s.addTo(c)
	s.count(c)
	if c.unknown == sector.Known {
		s.measure(c)
	}
}

// leave takes a company out of the group it was in, for another.
func (s *flowSums) leave(c *companyFlow) {
	s.addFrom(c)
	s.firms.MovedOut += c.n
	if c.kind == continuing {
		s.movedOut.Add(c.x0)
	}
}

// addFrom counts the company in the first year.
func (s *flowSums) addFrom(c *companyFlow) {
	if !c.active0 {
		return
	}
	s.firms.From += c.n
	if !c.known0 {
		return
	}
	s.knownInFrom += c.n
	s.from.Add(c.x0)
	if c.kind == notKnown {
		s.knownFrom.Add(c.x0)
	}
}

// addTo counts the company in the second year.
func (s *flowSums) addTo(c *companyFlow) {
	if !c.active1 {
		return
	}
	s.firms.To += c.n
	if !c.known1 {
		return
	}
	s.knownInTo += c.n
	s.to.Add(c.x1)
	if c.kind == notKnown {
		s.knownTo.Add(c.x1)
	}
}

// count counts what became of the company.
func (s *flowSums) count(c *companyFlow) {
	f := &s.firms
	unknown := c.unknown != sector.Known
	if unknown {
		f.LeftOut.addAll(c.unknown, c.n)
	}
	switch {
	case c.kind == birth:
		f.Entry += c.n
		if unknown {
			f.EntryNotKnown += c.n
		}
	case c.kind == death:
		f.Exit += c.n
		if unknown {
			f.ExitNotKnown += c.n
		}
	case c.active0 == c.active1:
	case c.kind == notKnown && c.active1:
		f.NotKnownIn += c.n
	case c.kind == notKnown:
		f.NotKnownOut += c.n
	case c.active1:
		f.Returned += c.n
	default:
		f.Paused += c.n
	}
}

// measure adds the jobs of a company that are known in both years.
func (s *flowSums) measure(c *companyFlow) {
	switch c.kind {
	case returned:
		s.returned.Add(c.x1)
		return
	case paused:
		s.paused.Add(c.x0)
		return
	}
	s.firms.Measured += c.n
	s.volume.Add(c.x1)
	s.volume.Add(c.x0)
	s.net.Add(c.up)
	s.net.Add(-c.down)
	switch {
	case c.kind == birth:
		s.births.Add(c.x1)
	case c.kind == death:
		s.deaths.Add(c.x0)
	case c.grew > 0:
		s.firms.Expanding += c.n
		s.expanding.Add(c.up)
		s.expanding.Add(-c.down)
	case c.grew < 0:
		s.firms.Contracting += c.n
		s.contracting.Add(c.down)
		s.contracting.Add(-c.up)
	}
}

func (s *flowSums) flow(group string, from, to int) JobFlow {
	f := JobFlow{Group: group, From: from, To: to, Firms: s.firms}
	f.Firms.EntryRate, f.Firms.ExitRate = EntryExitRates(float64(s.firms.To), float64(s.firms.Entry), float64(s.firms.Exit))
	f.JobsFrom = sumOrNaN(s.from, s.knownInFrom, s.firms.From)
	f.JobsTo = sumOrNaN(s.to, s.knownInTo, s.firms.To)
	f.JobsMovedIn, f.JobsMovedOut = s.movedIn.Float64(), s.movedOut.Float64()
	f.JobsReturned, f.JobsPaused = s.returned.Float64(), s.paused.Float64()
	f.JobsKnownInTo, f.JobsKnownInFrom = s.knownTo.Float64(), s.knownFrom.Float64()
	creation, destruction := s.births, s.deaths
	creation.Merge(s.expanding)
	destruction.Merge(s.contracting)
	f.Flows = Flows{
		Denom:       s.volume.Float64() / 2,
		JobCreation: creation.Float64(), JobCreationBirths: s.births.Float64(), JobCreationContinuers: s.expanding.Float64(),
		JobDestruction: destruction.Float64(), JobDestructionDeaths: s.deaths.Float64(), JobDestructionContinuers: s.contracting.Float64(),
		NetJobCreation: s.net.Float64(),
	}
	if s.firms.Measured == 0 && s.firms.LeftOut.Total() > 0 {
		f.Flows = FlowTotals{math.NaN(), math.NaN(), math.NaN(), math.NaN(), math.NaN()}.Flows()
	}
	if s.firms.Entry > 0 && s.firms.EntryNotKnown == s.firms.Entry {
		f.JobCreationBirths = math.NaN()
	}
	if s.firms.Exit > 0 && s.firms.ExitNotKnown == s.firms.Exit {
		f.JobDestructionDeaths = math.NaN()
	}
	f.derive()
	return f
}

// sumOrNaN is a sum of known figures, NaN where there are companies and none is
// known.
func sumOrNaN(s growth.Sum, known, companies int) float64 {
	if known == 0 && companies > 0 {
		return math.NaN()
	}
	return s.Float64()
}
