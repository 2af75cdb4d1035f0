package dynamics

import "smartcity/sector"

// HighGrowthOptions say which periods are looked at. The zero value is every
// period of the rule's length in the panel, in total.
type HighGrowthOptions struct {
	By       Grouping // InTotal, BySector or ByRegion, where the company is at the end
	Starts   []int    // first years of the periods, each taken once; default all
	Activity Activity
}

// HighGrowthTable holds the high-growth companies and gazelles of a panel under
// a rule.
type HighGrowthTable struct {
	Rule      HighGrowthRule // with its defaults filled in
	By        Grouping
	Measure   sector.Measure // of the panel
	Currency  string         // of the panel
	Rows      []HighGrowth   // by period, then group; none where By is InTotal
	Totals    []HighGrowth   // one a period
	Companies []FastCompany  // by period, then ID; single companies, not for publication
	Warnings  []error        // *MeasureDiffers, *YearsApart, *BirthsNotKnown, *AgesNotKnown, *FewFirms and those of the panel
}

// HighGrowth counts the companies of a period. Each that had the rule's jobs at
// its start is one of these:
//
//	OfSize = BornInStart + NotSurviving + NotPositive + LeftOut.Total() + Eligible
type HighGrowth struct {
	Group    string // sector or region in To, or in From for who is not there any more; "" where not stated, and in a total
	From, To int

	OfSize       int     // active in From with the rule's jobs or more
	BornInStart  int     // of them, born in From or, as they state, later: excluded
	NotSurviving int     // not active in To
	NotPositive  int     // with zero or less in From of what is to grow: there is no growth from there
	LeftOut      LeftOut // with figures that are not known
	SizeNotKnown LeftOut // beside OfSize: active in From with jobs that are not known

	Eligible     int     // survivors of the rule's size with known figures, not born in From
	HighGrowth   int     // of Eligible, those that grew as the rule asks
	Gazelles     int     // of HighGrowth, those of the rule's age or younger in To
	Share        float64 // HighGrowth/Eligible, a fraction
	GazelleShare float64 // Gazelles/Eligible, a fraction

	// ActiveInTo are the companies active in To with the rule's jobs or more then,
	// which Eurostat divides by; ShareOfActive is HighGrowth/ActiveInTo, NaN over
	// none. It can exceed 1 where revenue must grow, of companies that shrink.
	ActiveInTo    int
	ShareOfActive float64

	// Jobs of the high-growth companies, of the gazelles among them, and of all
	// that are eligible; where revenue must grow, of those known in both years.
	JobsFrom, JobsTo                 float64
	GazelleJobsFrom, GazelleJobsTo   float64
	EligibleJobsFrom, EligibleJobsTo float64
	JobsNotKnown                     int // eligible companies with jobs in To that are not known

	BirthNotKnown int // of Eligible, those that may have been born in From: the panel begins there or skips the year before, and they state no founding year
	AgeNotKnown   int // of HighGrowth, those that may or may not be gazelles, for the same reason
}

// FastCompany is a high-growth company.
type FastCompany struct {
	ID       string
	Group    string
	From, To int
	X0, X1   float64 // what grew, in the rule's Of
	Gazelle  bool
}

// FindHighGrowth returns the companies that grew as a rule asks, over each
// period of the rule's length.
//
// A company is eligible if it is active in the first and the last year of the
// period, has the rule's jobs or more in the first, and figures that are known
// in both. What lies between does not matter. A company born in the first year
// is excluded: one founded in it or, where it states no founding year, first
// active in it. Its age at the end is counted from the founding year, or else from
// the year it is first active in the panel. Where the panel begins with that year,
// or skips years before it, the company may be older: it is not excluded, and a
// gazelle only if it is one at any of these ages. BirthNotKnown and AgeNotKnown
// count whom this concerns, and [*YearsApart] warns of the years skipped before the
// start of a period. Years skipped within a period do not matter.
//
// Growth is compared with the rule exactly, as decimals: 17.28 from 10 is not
// more than 20 % a year.
//
// It returns a [*RuleError] for a rule that makes no sense, a [*YearError] for a
// start that nobody has, or whose period ends where nobody is, and an error that
// wraps [ErrTooFewYears] if the panel holds no period of that length. It panics
// if it is asked for size classes, which are of two years.
func FindHighGrowth(p *Panel, rule HighGrowthRule, opt HighGrowthOptions) (*HighGrowthTable, error) {
	opt.By.mustNotBeSize("FindHighGrowth")
	newRules(opt.Activity, GapsApart)
	rule, err := rule.WithDefaults()
	if err != nil {
		return nil, err
	}
	periods, err := p.periods(rule.Years, opt.Starts)
	if err != nil {
		return nil, err
	}
	names := append([]string{""}, p.groups(opt.By)...) // the total comes first
	h := highGrowthCount{panel: p, rule: rule, limit: rule.threshold(), opt: opt, names: names}
	h.sums = make([][]highGrowthSums, len(periods))
	h.fast = make([][]FastCompany, len(periods))
	for k := range periods {
		h.sums[k] = make([]highGrowthSums, len(names))
	}
	for c, at := range p.companies() {
		s := p.span(at, opt.Activity)
		if s.first < 0 {
			continue
		}
		for k, period := range periods {
			h.add(k, c, at, period, s)
		}
	}
	t := &HighGrowthTable{Rule: rule, By: opt.By, Measure: p.measure, Currency: p.currency, Warnings: p.Warnings()}
	for k, period := range periods {
		for g := range names {
			row := h.sums[k][g].result(names[g], p.years[period[0]], p.years[period[1]])
			if g == 0 {
				t.Totals = append(t.Totals, row)
			} else if h.sums[k][g].any {
				t.Rows = append(t.Rows, row)
			}
		}
		t.Companies = append(t.Companies, h.fast[k]...)
	}
	t.warn(p.years)
	return t, nil
}
