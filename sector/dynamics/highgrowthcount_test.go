package dynamics

import (
	"reflect"
	"testing"

	"smartcity/sector"
)

// Where the panel skips years before a company comes, it may have been born in
// any of them.
func TestHighGrowthBornInSkippedYears(t *testing.T) {
	old := func(years ...int) []sector.Company {
		var rows []sector.Company
		for _, y := range years {
			c := companyYear("K", y, 10, "")
			c.Founded = 1990
			rows = append(rows, c)
		}
		return rows
	}
	for _, c := range []struct {
		name string
		rows []sector.Company
		want HighGrowth
		skip []error
	}{
		{"born in the start year or before", append(old(2009, 2015, 2018), companyYear("B", 2015, 10, ""), companyYear("B", 2018, 20, "")),
			HighGrowth{HighGrowth: 1, Share: .5, BirthNotKnown: 1, AgeNotKnown: 1}, []error{&YearsApart{2009, 2015}}},
		{"born in the start year", append(old(2014, 2015, 2018), companyYear("B", 2015, 10, ""), companyYear("B", 2018, 20, "")),
			HighGrowth{BornInStart: 1}, nil},
		{"four to twelve years old", append(old(2005, 2014, 2015, 2018), companyYear("B", 2014, 10, ""), companyYear("B", 2015, 10, ""), companyYear("B", 2018, 20, "")),
			HighGrowth{HighGrowth: 1, Share: .5, AgeNotKnown: 1}, []error{&YearsApart{2005, 2014}}},
		{"four or five years old", append(old(2012, 2014, 2015, 2018), companyYear("B", 2014, 10, ""), companyYear("B", 2015, 10, ""), companyYear("B", 2018, 20, "")),
			HighGrowth{HighGrowth: 1, Share: .5, Gazelles: 1, GazelleShare: .5}, []error{&YearsApart{2012, 2014}}},
		{"six to twelve years old", append(old(2005, 2012, 2015, 2018), companyYear("B", 2012, 10, ""), companyYear("B", 2015, 10, ""), companyYear("B", 2018, 20, "")),
			HighGrowth{HighGrowth: 1, Share: .5}, []error{&YearsApart{2005, 2012}, &YearsApart{2012, 2015}}},
	} {
		table, err := FindHighGrowth(mustPanel(t, c.rows, PanelOptions{}), StatisticsDenmark(), HighGrowthOptions{Starts: []int{2015}})
		if err != nil {
			t.Fatal(err)
		}
		h := table.Totals[0]
		got := HighGrowth{BornInStart: h.BornInStart, HighGrowth: h.HighGrowth, Share: h.Share, Gazelles: h.Gazelles, GazelleShare: h.GazelleShare, BirthNotKnown: h.BirthNotKnown, AgeNotKnown: h.AgeNotKnown}
		if got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
		var skip []error
		for _, w := range table.Warnings {
			if isType[*YearsApart](w) {
				skip = append(skip, w)
			}
		}
		if !reflect.DeepEqual(skip, c.skip) {
			t.Errorf("%s: warnings %v, want %v", c.name, table.Warnings, c.skip)
		}
		births, ages := warning[*BirthsNotKnown](table.Warnings), warning[*AgesNotKnown](table.Warnings)
		if (births != nil) != (c.want.BirthNotKnown > 0) || (ages != nil) != (c.want.AgeNotKnown > 0) {
			t.Errorf("%s: warnings %v", c.name, table.Warnings)
		}
	}
}

// What is asked for twice is answered once, in the order asked for.
func TestRepeatedPeriods(t *testing.T) {
	p := mustPanel(t, randomCompanies(3, 60, 6), PanelOptions{})
	rule := StatisticsDenmark()
	table, err := FindHighGrowth(p, rule, HighGrowthOptions{Starts: []int{2012, 2011, 2012, 2011}})
	if err != nil {
		t.Fatal(err)
	}
	once, err := FindHighGrowth(p, rule, HighGrowthOptions{Starts: []int{2012, 2011}})
	if err != nil {
		t.Fatal(err)
	}
	if len(table.Totals) != 2 || table.Totals[0].From != 2012 || len(table.Companies) != len(once.Companies) || !reflect.DeepEqual(table.Warnings, once.Warnings) {
		t.Errorf("%+v", table.Totals)
	}
	flows, err := JobFlows(p, JobFlowOptions{Pairs: [][2]int{{2011, 2013}, {2010, 2011}, {2011, 2013}}})
	if err != nil {
		t.Fatal(err)
	}
	apart := 0
	for _, w := range flows.Warnings {
		if isType[*YearsApart](w) {
			apart++
		}
	}
	if len(flows.Totals) != 2 || flows.Totals[0].To != 2013 || apart != 1 {
		t.Errorf("%d totals, warnings %v", len(flows.Totals), flows.Warnings)
	}
}
