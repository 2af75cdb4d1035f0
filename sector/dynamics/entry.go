package dynamics

import (
	"math"

	"smartcity/growth"
)

// EntryOptions say whose entry and exit is wanted. The zero value is all
// companies, in total.
type EntryOptions struct {
	By       Grouping // InTotal, BySector or ByRegion
	Activity Activity
	Gaps     Gaps
}

// EntryTable holds births, deaths and their rates, year by year.
type EntryTable struct {
	By       Grouping
	Activity Activity
	Gaps     Gaps
	Rows     []EntryYear // by year, then group; none where By is InTotal
	Totals   []EntryYear // one a year of the panel
	Warnings []error     // *YearsApart, *FoundedBefore, *FewFirms and those of the panel
}

// EntryYear counts the companies of a year. Counts of companies that come are of
// the year in which they are active first, of those that leave of the year in
// which they are active last, as Eurostat dates births and deaths. The first year
// of a panel cannot tell who has come, nor the last who leaves: NaN.
//
// From one year to the next, whose counts have a ',
//
//	Active' = Active − Deaths + Births' − Paused + Returned' − MovedOut + MovedIn'
//	        − NotKnownOut + NotKnownIn'
type EntryYear struct {
	Group  string // sector or region; "" where not stated, and in a total
	Year   int
	Active int

	Births, MovedIn, Returned, NotKnownIn float64
	Deaths, MovedOut, Paused, NotKnownOut float64
	// NotKnownIn had no jobs in the year before, and their jobs in this year are not
	// known; NotKnownOut have none in the year after. The year in which such a
	// company began or ended is not known, so that it is in no year's Births or
	// Deaths, nor in the rates.

	BirthRate float64 // Births/Active, a fraction
	DeathRate float64 // Deaths/Active, a fraction
	ChurnRate float64 // BirthRate + DeathRate

	// FoundedBefore counts the births of companies that state a founding year
	// before the previous year of the panel: new to the data, not new.
	FoundedBefore int
}

// EntryAndExit returns births and deaths of companies and their rates over active
// companies, for each year of a panel. Births, deaths and gaps are those of
// [JobFlows], in which their jobs and the BDS's rates are.
//
// It returns an error that wraps [ErrTooFewYears] for a panel of fewer than two
// years. It panics if it is asked for size classes, which are of two years.
//
// Source: Eurostat–OECD Manual on Business Demography Statistics (2007), birth
// and death rate and churn.
func EntryAndExit(p *Panel, opt EntryOptions) (*EntryTable, error) {
	opt.By.mustNotBeSize("EntryAndExit")
	by := newRules(opt.Activity, opt.Gaps)
	if _, err := p.yearPairs(nil); err != nil {
		return nil, err
	}
	names := append([]string{""}, p.groups(opt.By)...) // the total comes first
	cells := make([][]EntryYear, len(p.years))
	for i := range cells {
		cells[i] = make([]EntryYear, len(names))
	}
	for c, at := range p.companies() {
		s := p.span(at, opt.Activity)
		if s.first < 0 {
			continue
		}
		p.addEntry(cells, at, s, int(p.founded[c]), InTotal, by)
		if opt.By != InTotal {
			p.addEntry(cells, at, s, int(p.founded[c]), opt.By, by)
		}
	}
	t := &EntryTable{By: opt.By, Activity: opt.Activity, Gaps: opt.Gaps, Warnings: p.Warnings()}
	for i, row := range cells {
		for g := range row {
			e := &row[g]
			e.Group, e.Year = names[g], p.years[i]
			e.derive(i == 0, i == len(cells)-1)
			if g > 0 && e.Active > 0 {
				t.Rows = append(t.Rows, *e)
			}
		}
		t.Totals = append(t.Totals, row[0])
	}
	t.warn()
	return t, nil
}

// mustNotBeSize panics for a grouping that a function on single years cannot
// have.
func (g Grouping) mustNotBeSize(function string) {
	if g == ByBaseSize || g == ByMeanSize {
		panic("dynamics: " + function + " groups by sector or region, not by " + g.String())
	}
}

// addEntry adds a company to the total or to its group of each year.
func (p *Panel) addEntry(cells [][]EntryYear, at []int32, s span, founded int, grouping Grouping, by rules) {
	cell := func(i int) (*EntryYear, int32) {
		if grouping == InTotal {
			return &cells[i][0], 0
		}
		g := p.groupOf(at[i], grouping)
		return &cells[i][1+g], g
	}
	for j := s.first; j < len(at) && j <= s.last+1; j++ {
		var last, now *EntryYear // nil where it is not active
		var g0, g1 int32
		if j > 0 && p.active(at[j-1], by.activity) {
			last, g0 = cell(j - 1)
		}
		if p.active(at[j], by.activity) {
			now, g1 = cell(j)
			now.Active++
		}
		switch {
		case last != nil && now != nil:
			if g0 != g1 {
				last.MovedOut++
				now.MovedIn++
			}
		case j == 0 || last == nil && now == nil:
		case now != nil:
			switch p.classify(at, j-1, j, s, by) {
			case birth:
				now.Births++
				if founded != 0 && founded < p.years[j-1] {
					now.FoundedBefore++
				}
			case notKnown:
				now.NotKnownIn++
			default: // back from a gap, with or without a row in it
				now.Returned++
			}
		default:
			switch p.classify(at, j-1, j, s, by) {
			case death:
				last.Deaths++
			case notKnown:
				last.NotKnownOut++
			default:
				last.Paused++
			}
		}
	}
}

// derive fills in the rates, and takes back what the ends of the panel cannot
// tell.
func (e *EntryYear) derive(first, last bool) {
	if first {
		e.Births, e.MovedIn, e.Returned, e.NotKnownIn = math.NaN(), math.NaN(), math.NaN(), math.NaN()
	}
	if last {
		e.Deaths, e.MovedOut, e.Paused, e.NotKnownOut = math.NaN(), math.NaN(), math.NaN(), math.NaN()
	}
	e.BirthRate = e.Births / float64(e.Active) // 0/0 is NaN
	e.DeathRate = e.Deaths / float64(e.Active)
	e.ChurnRate = e.BirthRate + e.DeathRate
}

func (t *EntryTable) warn() {
	before := 0
	for i, e := range t.Totals {
		before += e.FoundedBefore
		if i > 0 && e.Year-t.Totals[i-1].Year > 1 {
			t.Warnings = append(t.Warnings, &YearsApart{From: t.Totals[i-1].Year, To: e.Year})
		}
	}
	if before > 0 {
		t.Warnings = append(t.Warnings, &FoundedBefore{Births: before})
	}
	few := 0
	for _, e := range t.Rows {
		if e.Active < fewFirms {
			few++
		}
	}
	if few > 0 {
		t.Warnings = append(t.Warnings, &FewFirms{Rows: few})
	}
}

// View returns a line for each row, then one for each total: columns level (the
// grouping's name, or "total"), group, year, active, births, deaths, birth_rate,
// death_rate, churn_rate, moved_in, moved_out, returned, paused, not_known_in,
// not_known_out and founded_before; the last is missing where births are not seen.
func (t *EntryTable) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "level"}, {Name: "group"}, {Name: "year", Unit: "year"}, {Name: "active", Unit: "companies"},
		{Name: "births", Unit: "companies"}, {Name: "deaths", Unit: "companies"},
		{Name: "birth_rate", Unit: "fraction"}, {Name: "death_rate", Unit: "fraction"}, {Name: "churn_rate", Unit: "fraction"},
		{Name: "moved_in", Unit: "companies"}, {Name: "moved_out", Unit: "companies"},
		{Name: "returned", Unit: "companies"}, {Name: "paused", Unit: "companies"},
		{Name: "not_known_in", Unit: "companies"}, {Name: "not_known_out", Unit: "companies"},
		{Name: "founded_before", Unit: "companies"},
	}}
	line := func(level string, e *EntryYear) {
		foundedBefore := float64(e.FoundedBefore)
		if math.IsNaN(e.Births) { // nor is it seen which of them are new
			foundedBefore = math.NaN()
		}
		row := []growth.Entry{growth.TextOf(level), growth.TextOf(e.Group)}
		for _, x := range []float64{
			float64(e.Year), float64(e.Active), e.Births, e.Deaths, e.BirthRate, e.DeathRate, e.ChurnRate,
			e.MovedIn, e.MovedOut, e.Returned, e.Paused, e.NotKnownIn, e.NotKnownOut, foundedBefore,
		} {
			row = append(row, growth.NumberOf(x))
		}
		v.Rows = append(v.Rows, row)
	}
	for i := range t.Rows {
		line(t.By.String(), &t.Rows[i])
	}
	for i := range t.Totals {
		line(InTotal.String(), &t.Totals[i])
	}
	return v
}
