package dynamics

import (
	"fmt"
	"math"
	"slices"

	"smartcity/sector"
)

// HighGrowthRows are companies of which a rule makes the same over a period, added
// up beforehand, as an engine does that they lie in.
type HighGrowthRows struct {
	From  int // first year of the period
	N     int // companies
	Group string
	Stays [2]Stay // in the first and the last year

	OfSize   [2]bool          // the rule's jobs or more, where they are known
	Statuses [2]sector.Status // of what is to grow, where there are rows
	Positive bool             // it is known and above zero in the first year
	// Grew is 1 where it grew by clearly more than the rule asks, and -1 by clearly
	// less. At 0 X holds what grew of each company, and decides.
	Grew int
	X    [2]float64

	// Founded is the founding year, 0 where none is stated, and First the year in
	// which they were first active. A year before the period that no gazelle can be
	// born in, nor the year before it, may stand for all earlier ones, and for a
	// founding year the first of the period for all later ones.
	Founded, First int

	Jobs [2]float64 // sums of what is known
}

// HighGrowthOfRows returns what [FindHighGrowth] does of the companies of a panel
// one by one, but for HighGrowthTable.Companies. The panel's years are those that
// have rows, ascending; the starts of the periods must be named.
func HighGrowthOfRows(rows []HighGrowthRows, years []int, m sector.Measure, currency string, rule HighGrowthRule, opt HighGrowthOptions) (*HighGrowthTable, error) {
	opt.By.mustNotBeSize("HighGrowthOfRows")
	newRules(opt.Activity, GapsApart)
	rule, err := rule.WithDefaults()
	if err != nil {
		return nil, err
	}
	if len(opt.Starts) == 0 {
		return nil, fmt.Errorf("dynamics: %w: no start is named", ErrTooFewYears)
	}
	p := &Panel{years: years}
	periods, err := p.periods(rule.Years, opt.Starts)
	if err != nil {
		return nil, err
	}
	limit := rule.threshold()
	t := &HighGrowthTable{Rule: rule, By: opt.By, Measure: m, Currency: currency}
	for _, period := range periods {
		from, to := years[period[0]], years[period[1]]
		var total highGrowthSums
		groups := map[string]*highGrowthSums{}
		var n names
		for i := range rows {
			r := &rows[i]
			active0, active1 := r.Stays[0].active(opt.Activity), r.Stays[1].active(opt.Activity)
			if r.From != from || r.N == 0 || !active0 && !active1 {
				continue
			}
			v := r.verdict(years, from, to, opt.Activity, limit, rule.GazelleAge)
			total.add(&v)
			if opt.By == InTotal {
				continue
			}
			if groups[r.Group] == nil {
				groups[r.Group] = &highGrowthSums{}
				n.of(r.Group)
			}
			groups[r.Group].add(&v)
		}
		_, sorted := n.ranks()
		for _, name := range sorted {
			t.Rows = append(t.Rows, groups[name].result(name, from, to))
		}
		t.Totals = append(t.Totals, total.result("", from, to))
	}
	t.warn(years)
	return t, nil
}

func (r *HighGrowthRows) verdict(years []int, from, to int, a Activity, limit threshold, gazelleAge int) verdict {
	k := candidate{
		n: r.N, active0: r.Stays[0].active(a), active1: r.Stays[1].active(a), size0: r.Stays[0].status(),
		ofSize0: r.OfSize[0], ofSize1: r.OfSize[1], status0: r.Statuses[0], status1: r.Statuses[1], positive: r.Positive, from: from, to: to,
	}
	if first, ok := slices.BinarySearch(years, r.First); ok || r.Founded != 0 {
		k.earliest, k.latest = bornIn(years, r.Founded, first)
	} else { // long ago
		k.earliest, k.latest = r.First, r.First
	}
	v := verdict{jobs0: r.Jobs[0], jobs1: r.Jobs[1], x0: r.X[0], x1: r.X[1]}
	if !r.Stays[1].known() {
		v.jobs1 = math.NaN()
	}
	k.judge(&v)
	if v.eligible && (r.Grew > 0 || r.Grew == 0 && limit.passes(v.x0, v.x1)) {
		k.grewFast(&v, gazelleAge)
	}
	return v
}
