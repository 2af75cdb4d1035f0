package dynamics

import (
	"errors"
	"math"
	"testing"

	"smartcity/growth"
	"smartcity/sector"
)

// Births, deaths and gaps by hand: 1 stays, 2 is born in 2015 and dies after
// 2016, 3 rests in 2015, 4 falls to zero in 2016 and comes back, 5 starts at zero
// and moves.
func entryExample() []sector.Company {
	return []sector.Company{
		companyYear("1", 2014, 5, "a"), companyYear("1", 2015, 5, "a"), companyYear("1", 2016, 5, "a"), companyYear("1", 2017, 5, "a"),
		companyYear("2", 2015, 5, "a"), companyYear("2", 2016, 5, "a"),
		companyYear("3", 2014, 5, "a"), companyYear("3", 2016, 5, "a"), companyYear("3", 2017, 5, "a"),
		companyYear("4", 2014, 5, "a"), companyYear("4", 2015, 5, "a"), companyYear("4", 2016, 0, "a"), companyYear("4", 2017, 5, "a"),
		companyYear("5", 2015, 0, "a"), companyYear("5", 2016, 5, "a"), companyYear("5", 2017, 5, "b"),
	}
}

func TestEntryAndExitByHand(t *testing.T) {
	nan := math.NaN()
	p := mustPanel(t, entryExample(), PanelOptions{})
	for _, c := range []struct {
		opt                              EntryOptions
		active, births, deaths, ret, pau []float64
	}{
		{EntryOptions{}, []float64{3, 3, 4, 4}, []float64{nan, 1, 1, 0}, []float64{0, 0, 1, nan}, []float64{nan, 0, 1, 1}, []float64{1, 1, 0, nan}},
		{EntryOptions{Gaps: GapsAreFlows}, []float64{3, 3, 4, 4}, []float64{nan, 1, 2, 1}, []float64{1, 1, 1, nan}, []float64{nan, 0, 0, 0}, []float64{0, 0, 0, nan}},
		{EntryOptions{Activity: ActiveWithRow}, []float64{3, 4, 5, 4}, []float64{nan, 2, 0, 0}, []float64{0, 0, 1, nan}, []float64{nan, 0, 1, 0}, []float64{1, 0, 0, nan}},
	} {
		table, err := EntryAndExit(p, c.opt)
		if err != nil {
			t.Fatal(err)
		}
		for i, e := range table.Totals {
			got := []float64{float64(e.Active), e.Births, e.Deaths, e.Returned, e.Paused}
			want := []float64{c.active[i], c.births[i], c.deaths[i], c.ret[i], c.pau[i]}
			for k := range got {
				if !same(got[k], want[k]) {
					t.Errorf("%+v, %d: %v, want %v", c.opt, e.Year, got, want)
				}
			}
			if !same(e.BirthRate, c.births[i]/c.active[i]) || !same(e.DeathRate, c.deaths[i]/c.active[i]) || !same(e.ChurnRate, e.BirthRate+e.DeathRate) {
				t.Errorf("%+v, %d: rates %+v", c.opt, e.Year, e)
			}
		}
	}
	table, err := EntryAndExit(p, EntryOptions{By: BySector})
	if err != nil {
		t.Fatal(err)
	}
	last := table.Rows[len(table.Rows)-1]
	if last.Group != "b" || last.Year != 2017 || last.MovedIn != 1 || last.Births != 0 || last.Active != 1 {
		t.Errorf("the sector moved to: %+v", last)
	}
	if w, ok := errors.AsType[*FewFirms](table.Warnings[0]); !ok || w.Rows != 1 {
		t.Errorf("warnings %v", table.Warnings)
	}
}

// The parts lead from year to year, groups add up to the total, and births and
// deaths are the entries and exits of the job flows.
func TestEntryAndExitAddsUp(t *testing.T) {
	p := mustPanel(t, randomCompanies(31, 1500, 7), PanelOptions{})
	for _, by := range []Grouping{InTotal, BySector, ByRegion} {
		for _, a := range []Activity{ActiveWithJobs, ActiveWithRow} {
			for _, g := range []Gaps{GapsApart, GapsAreFlows} {
				table, err := EntryAndExit(p, EntryOptions{By: by, Activity: a, Gaps: g})
				if err != nil {
					t.Fatal(err)
				}
				flows, err := JobFlows(p, JobFlowOptions{By: by, Activity: a, Gaps: g})
				if err != nil {
					t.Fatal(err)
				}
				years := map[string]map[int]EntryYear{}
				sums := map[int]EntryYear{}
				note := func(name string, e EntryYear) {
					if years[name] == nil {
						years[name] = map[int]EntryYear{}
					}
					years[name][e.Year] = e
				}
				for _, e := range table.Totals {
					note("total", e)
				}
				for _, e := range table.Rows {
					note("in "+e.Group, e)
					s := sums[e.Year]
					s.Active += e.Active
					s.Births += e.Births
					s.Deaths += e.Deaths
					s.FoundedBefore += e.FoundedBefore
					s.MovedIn += e.MovedIn
					s.MovedOut += e.MovedOut
					sums[e.Year] = s
				}
				for i, e := range table.Totals {
					if s := sums[e.Year]; by != InTotal && (s.Active != e.Active || !same(s.Births, e.Births) || !same(s.Deaths, e.Deaths) || s.FoundedBefore != e.FoundedBefore) {
						t.Errorf("%v %d: groups make %+v of %+v", by, e.Year, s, e)
					}
					if i > 0 {
						last := table.Totals[i-1]
						if by != InTotal && sums[last.Year].MovedOut != sums[e.Year].MovedIn {
							t.Errorf("%v leave, %v arrive", sums[last.Year].MovedOut, sums[e.Year].MovedIn)
						}
						f := flows.Totals[i-1].Firms
						if float64(f.Entry) != e.Births || float64(f.Exit) != last.Deaths || float64(f.Returned) != e.Returned || float64(f.Paused) != last.Paused ||
							float64(f.NotKnownIn) != e.NotKnownIn || float64(f.NotKnownOut) != last.NotKnownOut || f.From != last.Active || f.To != e.Active {
							t.Errorf("%v %d: flows %+v, entry %+v after %+v", by, e.Year, f, e, last)
						}
					}
				}
				for name, years := range years {
					for y, e := range years {
						next, ok := years[y+1]
						if !ok {
							continue
						}
						want := float64(e.Active) - e.Deaths + next.Births - e.Paused + next.Returned - e.MovedOut + next.MovedIn - e.NotKnownOut + next.NotKnownIn
						if float64(next.Active) != want {
							t.Errorf("%v %s %d: %+v leads to %v of %+v", by, name, y, e, want, next)
						}
					}
				}
			}
		}
	}
}

func TestEntryFoundedBefore(t *testing.T) {
	rows := []sector.Company{
		companyYear("1", 2016, 5, ""), companyYear("2", 2018, 5, ""), companyYear("3", 2018, 5, ""), companyYear("4", 2018, 5, ""), companyYear("5", 2018, 5, ""),
	}
	rows[1].Founded, rows[2].Founded, rows[3].Founded = 1990, 2016, 2015
	table, err := EntryAndExit(mustPanel(t, rows, PanelOptions{}), EntryOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if e := table.Totals[1]; e.Births != 4 || e.FoundedBefore != 2 || e.BirthRate != 1 {
		t.Errorf("%+v", e)
	}
	apart, ok1 := table.Warnings[0].(*YearsApart)
	before, ok2 := table.Warnings[1].(*FoundedBefore)
	if !ok1 || !ok2 || *apart != (YearsApart{2016, 2018}) || before.Births != 2 || before.Error() == "" {
		t.Errorf("warnings %v", table.Warnings)
	}
}

func TestEntryErrors(t *testing.T) {
	p := mustPanel(t, []sector.Company{companyYear("1", 2016, 5, "")}, PanelOptions{})
	if _, err := EntryAndExit(p, EntryOptions{}); !errors.Is(err, ErrTooFewYears) {
		t.Error(err)
	}
	defer func() {
		if recover() == nil {
			t.Error("no panic for size classes")
		}
	}()
	_, _ = EntryAndExit(p, EntryOptions{By: ByMeanSize})
}

func TestEntryView(t *testing.T) {
	table, err := EntryAndExit(mustPanel(t, entryExample(), PanelOptions{}), EntryOptions{By: BySector})
	if err != nil {
		t.Fatal(err)
	}
	v := table.View()
	if len(v.Rows) != len(table.Rows)+len(table.Totals) || len(v.Rows[0]) != len(v.Columns) {
		t.Fatalf("%d lines", len(v.Rows))
	}
	first := v.Rows[0]
	if first[0] != growth.TextOf("sector") || first[3] != growth.NumberOf(3) || first[4].Kind != growth.MissingEntry {
		t.Errorf("first line %v", first)
	}
	for _, line := range v.Rows { // who was founded before is seen where births are
		if births, before := line[4], line[len(line)-1]; (births.Kind == growth.MissingEntry) != (before.Kind == growth.MissingEntry) {
			t.Errorf("founded before is %v, births are %v", before, births)
		}
	}
}
