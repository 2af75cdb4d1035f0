package dynamics

import (
	"errors"
	"math"
	"slices"
	"testing"

	"smartcity/growth"
	"smartcity/sector"
)

// survivalExample: of four born in 2015, 1 stays, 2 dies after 2016, 3 is away in
// 2016 and dies after 2018, 4 dies after 2015; 5 is born in 2017; 6 was there.
func survivalExample() []sector.Company {
	var rows []sector.Company
	for id, years := range map[string][]int{
		"1": {2015, 2016, 2017, 2018, 2019, 2020}, "2": {2015, 2016}, "3": {2015, 2017, 2018}, "4": {2015},
		"5": {2017, 2018, 2019, 2020}, "6": {2014, 2015, 2016},
	} {
		for _, y := range years {
			rows = append(rows, companyYear(id, y, 3, "a"))
		}
	}
	return rows
}

func TestSurvivalByHand(t *testing.T) {
	nan := math.NaN()
	p := mustPanel(t, survivalExample(), PanelOptions{})
	for _, c := range []struct {
		gaps Gaps
		want []Survival
	}{
		{GapsApart, []Survival{
			{"", 2015, 1, 4, 3, 0, .75}, {"", 2015, 3, 4, 2, 0, .5}, {"", 2015, 5, 4, 1, 0, .25},
			{"", 2017, 1, 1, 1, 0, 1}, {"", 2017, 3, 1, 1, 0, 1}, {"", 2017, 5, 1, nan, 0, nan},
			{"", 0, 1, 5, 4, 0, .8}, {"", 0, 3, 5, 3, 0, .6}, {"", 0, 5, 4, 1, 0, .25},
		}},
		{GapsAreFlows, []Survival{
			{"", 2015, 1, 4, 2, 0, .5}, {"", 2015, 3, 4, 1, 0, .25}, {"", 2015, 5, 4, 1, 0, .25},
			{"", 2017, 1, 2, 2, 0, 1}, {"", 2017, 3, 2, 1, 0, .5}, {"", 2017, 5, 2, nan, 0, nan},
			{"", 0, 1, 6, 4, 0, 2. / 3}, {"", 0, 3, 6, 2, 0, 1. / 3}, {"", 0, 5, 4, 1, 0, .25},
		}},
	} {
		table, err := SurvivalRates(p, SurvivalOptions{Gaps: c.gaps})
		if err != nil {
			t.Fatal(err)
		}
		var got []Survival
		for _, s := range append(table.Totals, table.Pooled...) {
			if s.Births > 0 {
				got = append(got, s)
			}
		}
		if len(got) != len(c.want) {
			t.Fatalf("%v: %v", c.gaps, got)
		}
		for i := range got {
			if !same(got[i], c.want[i]) {
				t.Errorf("%v: %+v, want %+v", c.gaps, got[i], c.want[i])
			}
		}
	}
}

// A company of which nobody knows whether it is alive is in neither part of the
// rate: 1 in 2016, and no longer in 2017, when it is known to have no jobs.
func TestSurvivalNotKnown(t *testing.T) {
	p := mustPanel(t, []sector.Company{
		companyYear("0", 2014, 1, ""), companyYear("0", 2018, 1, ""),
		companyYear("0", 2017, 1, ""),
		companyYear("1", 2015, 4, "a"), companyYear("1", 2016, math.NaN(), "a"), companyYear("1", 2017, 0, "a"),
		companyYear("2", 2015, 4, "b"), companyYear("2", 2016, 4, "b"),
		companyYear("3", 2015, 4, "b"), companyYear("3", 2016, math.Inf(-1), "b"), companyYear("3", 2017, 4, "b"),
	}, PanelOptions{})
	table, err := SurvivalRates(p, SurvivalOptions{After: []int{2, 1, 2}, By: BySector})
	if err != nil {
		t.Fatal(err)
	}
	want := []Survival{{"a", 2015, 1, 1, 0, 1, math.NaN()}, {"a", 2015, 2, 1, 0, 0, 0}, {"b", 2015, 1, 2, 2, 0, 1}, {"b", 2015, 2, 2, 1, 0, .5}}
	for i, w := range want {
		if !same(table.Rows[i], w) {
			t.Errorf("%+v, want %+v", table.Rows[i], w)
		}
	}
	if w, ok := errors.AsType[*FewFirms](table.Warnings[0]); !ok || w.Rows != 4 {
		t.Errorf("warnings %v", table.Warnings)
	}
}

// A company that has no jobs and then has some is alive or dead as gaps are, also
// if its jobs before are not known.
func TestSurvivalNotKnownAndBack(t *testing.T) {
	p := mustPanel(t, []sector.Company{
		companyYear("0", 2014, 1, ""), companyYear("0", 2018, 1, ""),
		companyYear("1", 2015, 4, ""), companyYear("1", 2016, math.NaN(), ""), companyYear("1", 2017, 0, ""), companyYear("1", 2018, 4, ""),
	}, PanelOptions{})
	for gaps, want := range map[Gaps]Survival{
		GapsApart:    {"", 2015, 2, 1, 1, 0, 1},
		GapsAreFlows: {"", 2015, 2, 1, 0, 0, 0},
	} {
		table, err := SurvivalRates(p, SurvivalOptions{After: []int{2}, Gaps: gaps})
		if err != nil || !same(table.Totals[0], want) {
			t.Errorf("%v: %+v, %v, want %+v", gaps, table.Totals[0], err, want)
		}
	}
}

// A known zero without jobs later is a death, though the year in which it came is
// not known.
func TestSurvivalZeroAfterNotKnown(t *testing.T) {
	nan := math.NaN()
	rows := []sector.Company{companyYear("H", 2012, 3, ""), companyYear("H", 2013, nan, ""), companyYear("H", 2014, 0, "")}
	for y := 2010; y <= 2018; y++ {
		rows = append(rows, companyYear("K", y, 5, ""))
	}
	// G has jobs in none of the years of which they are not known, if it died in 2013.
	gap := append(slices.Clone(rows), companyYear("G", 2012, 3, ""), companyYear("G", 2014, nan, ""), companyYear("G", 2015, 0, ""))
	for _, c := range []struct {
		rows []sector.Company
		want []Survival
	}{
		{rows, []Survival{{"", 2012, 1, 1, 0, 1, nan}, {"", 2012, 2, 1, 0, 0, 0}, {"", 2012, 3, 1, 0, 0, 0}}},
		{gap, []Survival{{"", 2012, 1, 2, 0, 2, nan}, {"", 2012, 2, 2, 0, 1, 0}, {"", 2012, 3, 2, 0, 0, 0}}},
	} {
		p := mustPanel(t, c.rows, PanelOptions{})
		table, err := SurvivalRates(p, SurvivalOptions{After: []int{1, 2, 3}})
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range c.want {
			if got := table.Totals[3+i]; !same(got, want) {
				t.Errorf("%+v, want %+v", got, want)
			}
		}
		entry, err := EntryAndExit(p, EntryOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if e := entry.Totals[3]; e.Deaths != 0 || e.NotKnownOut != 1 { // in 2013
			t.Errorf("a death without a year has one: %+v", e)
		}
	}
}

// An independent count: a company is alive n years on if it was born in the
// cohort and is active then or later. One that ends with a known zero after years
// not known is known to be alive until the last year with known jobs only.
// Survivors never become more, groups add up, births are those of EntryAndExit.
func TestSurvivalOracle(t *testing.T) {
	rows := randomCompanies(41, 2500, 9)
	p := mustPanel(t, rows, PanelOptions{})
	for _, a := range []Activity{ActiveWithJobs, ActiveWithRow} {
		o := newOracle(rows, p.Years(), JobFlowOptions{Activity: a})
		table, err := SurvivalRates(p, SurvivalOptions{After: []int{1, 2, 3, 4, 5, 6, 7, 8}, By: BySector, Activity: a})
		if err != nil {
			t.Fatal(err)
		}
		entry, err := EntryAndExit(p, EntryOptions{Activity: a})
		if err != nil {
			t.Fatal(err)
		}
		byGroup := map[[2]int][2]int{}
		for _, s := range table.Rows {
			sum := byGroup[[2]int{s.Cohort, s.After}]
			sum[0] += s.Births
			sum[1] += int(nanZero(s.Survivors))
			byGroup[[2]int{s.Cohort, s.After}] = sum
		}
		last := math.Inf(1)
		for _, s := range table.Totals {
			if s.After == 1 {
				last = math.Inf(1)
			}
			births, survivors, unknown := 0, 0, 0
			for id, years := range o.companies {
				if !o.active(id, s.Cohort) || o.activeAny(id, func(y int) bool { return y < s.Cohort }) {
					continue
				}
				before, there := years[s.Cohort-1]
				if there && (!before.FTE.Known() || !years[s.Cohort].FTE.Known()) {
					continue // neither a birth nor not
				}
				births++
				end := s.Cohort
				for y := range years {
					if o.active(id, y) {
						end = max(end, y)
					}
				}
				alive := end
				if _, there := years[end+1]; there && !years[end].FTE.Known() {
					for alive = s.Cohort; alive < end; alive++ {
						after := func(y int) bool { return y > alive && years[y].FTE.Float64() > 0 }
						if !o.activeAny(id, after) {
							break
						}
					}
				}
				switch {
				case alive >= s.Cohort+s.After:
					survivors++
				case end >= s.Cohort+s.After:
					unknown++
				}
			}
			seen := s.Cohort+s.After <= 2018
			if s.Births != births || seen && (int(s.Survivors) != survivors || s.NotKnown != unknown || s.Survivors > last) || seen == math.IsNaN(s.Survivors) {
				t.Errorf("%v: %+v, want %d of %d, %d not known", a, s, survivors, births, unknown)
			}
			if g := byGroup[[2]int{s.Cohort, s.After}]; g[0] != s.Births || g[1] != int(nanZero(s.Survivors)) {
				t.Errorf("groups make %v of %+v", g, s)
			}
			if b := entry.Totals[s.Cohort-2010].Births; float64(s.Births) != b {
				t.Errorf("%d births in %d, entry has %v", s.Births, s.Cohort, b)
			}
			last = s.Survivors
		}
	}
}

func TestSurvivalErrors(t *testing.T) {
	one := mustPanel(t, []sector.Company{companyYear("1", 2016, 5, "")}, PanelOptions{})
	if _, err := SurvivalRates(one, SurvivalOptions{}); !errors.Is(err, ErrTooFewYears) {
		t.Error(err)
	}
	for _, opt := range []SurvivalOptions{{After: []int{0}}, {By: ByBaseSize}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%+v: no panic", opt)
				}
			}()
			_, _ = SurvivalRates(one, opt)
		}()
	}
	// A year that nobody has cannot say who is alive in it.
	gap := mustPanel(t, []sector.Company{companyYear("0", 2014, 1, ""), companyYear("1", 2015, 1, ""), companyYear("1", 2017, 1, "")}, PanelOptions{})
	table, err := SurvivalRates(gap, SurvivalOptions{After: []int{1, 2, 9}})
	if err != nil {
		t.Fatal(err)
	}
	if s := table.Totals; !math.IsNaN(s[0].Rate) || s[1].Rate != 1 || !math.IsNaN(s[2].Survivors) || !math.IsNaN(table.Pooled[2].Survivors) {
		t.Errorf("%+v, pooled %+v", s, table.Pooled)
	}
	if w, ok := table.Warnings[0].(*YearsApart); !ok || *w != (YearsApart{2015, 2017}) {
		t.Errorf("warnings %v", table.Warnings)
	}
}

func TestSurvivalView(t *testing.T) {
	table, err := SurvivalRates(mustPanel(t, survivalExample(), PanelOptions{}), SurvivalOptions{By: ByRegion})
	if err != nil {
		t.Fatal(err)
	}
	v := table.View()
	if len(v.Rows) != len(table.Rows)+len(table.Totals)+len(table.Pooled) {
		t.Fatalf("%d lines", len(v.Rows))
	}
	if pooled := v.Rows[len(v.Rows)-3]; pooled[0] != growth.TextOf("pooled") || pooled[2].Kind != growth.MissingEntry || pooled[7] != growth.NumberOf(.8) {
		t.Errorf("pooled %v", pooled)
	}
}
