package dynamics

import (
	"fmt"
	"slices"

	"smartcity/growth"
	"smartcity/sector"
)

// Activity says when a company counts as active in a year. A company with a
// row whose job figure is not known is there, and so active, under either.
type Activity uint8

const (
	// ActiveWithJobs: it has a row and its job figure is not a known zero. A
	// company is born when it first has jobs. So do the BDS, whose units are those
	// with employees, and the employer business demography of Eurostat.
	ActiveWithJobs Activity = iota
	// ActiveWithRow: it has a row, if only with zero jobs, as a company run by
	// its owner alone.
	ActiveWithRow
)

// String returns "with_jobs" or "with_row".
func (a Activity) String() string {
	if a == ActiveWithRow {
		return "with_row"
	}
	return "with_jobs"
}

// Gaps says what it means that a company is not active for some years and
// then again.
type Gaps uint8

const (
	// GapsApart: neither a death nor a birth. Its jobs leave as paused and come
	// back as returned.
	GapsApart Gaps = iota
	// GapsAreFlows: a death, and later a birth.
	GapsAreFlows
)

// String returns "apart" or "deaths_and_births".
func (g Gaps) String() string {
	if g == GapsAreFlows {
		return "deaths_and_births"
	}
	return "apart"
}

// LeftOut counts companies that could not be measured because a figure is not
// known: suppressed where one of the figures is, else missing.
type LeftOut struct{ Missing, Suppressed int }

// Total is the sum of both.
func (l LeftOut) Total() int { return l.Missing + l.Suppressed }

func (l *LeftOut) add(s sector.Status) { l.addAll(s, 1) }

// addAll adds n companies.
func (l *LeftOut) addAll(s sector.Status, n int) {
	if s == sector.Suppressed {
		l.Suppressed += n
	} else {
		l.Missing += n
	}
}

// rules are the variants a function on a panel was asked for.
type rules struct {
	activity Activity
	gaps     Gaps
}

func newRules(a Activity, g Gaps) rules {
	if a > ActiveWithRow || g > GapsAreFlows {
		panic(fmt.Sprintf("dynamics: there is no Activity %d or no Gaps %d", a, g))
	}
	return rules{a, g}
}

// active reports whether a row stands for an active company.
func (p *Panel) active(r int32, a Activity) bool {
	return r != absent && (a == ActiveWithRow || p.jobs[r] != 0) // NaN is not zero
}

// span is when a company was active first and last, as indices of years.
type span struct{ first, last int }

func (p *Panel) span(at []int32, a Activity) span {
	s := span{-1, -1}
	for i, r := range at {
		if p.active(r, a) {
			if s.first < 0 {
				s.first = i
			}
			s.last = i
		}
	}
	return s
}

// change is what happened to a company between two years.
type change uint8

const (
	inactive   change = iota // active in neither
	continuing               // jobs known in both, of a company that neither began nor ended
	birth
	death
	returned // from a gap, with no row to say that there were no jobs in it
	paused   // into a gap, likewise
	notKnown // there in both years, and in one of them nobody knows the jobs
)

// classify says what happened to a company between the years i and j.
func (p *Panel) classify(at []int32, i, j int, s span, by rules) change {
	r0, r1 := at[i], at[j]
	l := life{
		row0: r0 != absent, row1: r1 != absent, active0: p.active(r0, by.activity), active1: p.active(r1, by.activity),
		began: s.first > i, ended: s.last < j,
	}
	l.known = l.row0 && l.row1 && p.jobsStatus[r0] == sector.Known && p.jobsStatus[r1] == sector.Known
	return l.classify(by.gaps)
}

// life is what has to be known of a company to say what happened to it between
// two years.
type life struct {
	row0, row1, active0, active1 bool
	known                        bool // jobs in both years, of one that has rows in both
	began                        bool // not active in the first year or before
	ended                        bool // not active in the second year or after
}

func (l *life) classify(gaps Gaps) change {
	if !l.active0 && !l.active1 {
		return inactive
	}
	if l.row0 && l.row1 && !l.known {
		return notKnown
	}
	switch {
	case l.active0 && l.active1:
		return continuing
	case l.active1 && (l.began || gaps == GapsAreFlows):
		return birth
	case l.active0 && (l.ended || gaps == GapsAreFlows):
		return death
	case l.row0 && l.row1:
		return continuing // at zero for a while: the change of jobs is known
	case l.active1:
		return returned
	}
	return paused
}

// yearPairs are the pairs of years asked for, as indices, each once; by default
// each year with the next the panel has.
func (p *Panel) yearPairs(pairs [][2]int) ([][2]int, error) {
	if len(p.years) < 2 {
		return nil, fmt.Errorf("dynamics: %w: the panel has %d", ErrTooFewYears, len(p.years))
	}
	var out [][2]int
	for _, pair := range firstOfEach(pairs) {
		i, err := p.needYear(pair[0])
		if err != nil {
			return nil, err
		}
		j, err := p.needYear(pair[1])
		if err != nil {
			return nil, err
		}
		if i >= j {
			return nil, fmt.Errorf("dynamics: from %d to %d: %w", pair[0], pair[1], growth.ErrOrder)
		}
		out = append(out, [2]int{i, j})
	}
	if len(pairs) == 0 {
		for j := 1; j < len(p.years); j++ {
			out = append(out, [2]int{j - 1, j})
		}
	}
	return out, nil
}

// firstOfEach leaves out what was there before: twice the same would be twice the
// same rows, and counted twice in warnings.
func firstOfEach[E comparable](list []E) []E {
	var out []E
	for _, e := range list {
		if !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	return out
}

func (p *Panel) needYear(year int) (int, error) {
	i, ok := p.yearIndex(year)
	if !ok {
		return 0, &YearError{Year: year, Years: p.Years()}
	}
	return i, nil
}
