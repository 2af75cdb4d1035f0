package dynamics

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"smartcity/growth"
	"smartcity/sector"
)

// A hole that moves from one company to another must not pass for growth.
func TestMatchedGrowthByHand(t *testing.T) {
	nan, hidden := math.NaN(), math.Inf(-1)
	p := mustPanel(t, []sector.Company{
		companyYear("1", 2015, 100, "a"), companyYear("1", 2016, hidden, "a"), companyYear("1", 2017, 121, "a"),
		companyYear("2", 2015, 10, "a"), companyYear("2", 2016, 11, "a"), companyYear("2", 2017, 12.1, "b"),
		companyYear("3", 2015, nan, "b"), companyYear("3", 2016, 20, "b"), companyYear("3", 2017, 22, "b"),
		companyYear("4", 2016, 50, "b"), companyYear("5", 2015, 7, "b"),
	}, PanelOptions{})
	table, err := MatchedGrowth(p, MatchedOptions{By: BySector})
	if err != nil {
		t.Fatal(err)
	}
	want := []MatchedLink{
		{"", 2015, 2016, 1, 10, 11, .1, LeftOut{1, 1}, 1, 1, 117, 81, -36. / 117},
		{"", 2016, 2017, 2, 31, 34.1, .1, LeftOut{0, 1}, 1, 0, 81, 155.1, 74.1 / 81},
	}
	for i, w := range want {
		got := table.Totals[i]
		if math.Abs(got.Growth-w.Growth) > 1e-15 || math.Abs(got.UnmatchedGrowth-w.UnmatchedGrowth) > 1e-15 {
			t.Errorf("%+v, want %+v", got, w)
		}
		got.Growth, got.UnmatchedGrowth = w.Growth, w.UnmatchedGrowth
		if got != w {
			t.Errorf("%+v, want %+v", got, w)
		}
	}
	for i, x := range []float64{100, 110, 121} {
		if math.Abs(table.Index.Index[i]-x) > 1e-12 {
			t.Errorf("index %v", table.Index.Index)
		}
	}
	// 2 moved to b and counts there with both figures; a is left with nobody known.
	last := table.Rows[len(table.Rows)-1]
	if last.Group != "b" || last.Matched != 2 || last.SumFrom != 31 || last.SumTo != 34.1 || last.OnlyFrom != 1 || last.KnownFrom != 70 {
		t.Errorf("b: %+v", last)
	}
	a := table.Rows[2]
	if a.Group != "a" || a.Matched != 0 || !math.IsNaN(a.SumFrom) || !math.IsNaN(a.Growth) || a.LeftOut != (LeftOut{0, 1}) || a.KnownFrom != 11 || a.KnownTo != 121 {
		t.Errorf("a: %+v", a)
	}
	if i := table.Indices[0]; i.Group != "a" || math.Abs(i.Index[1]-110) > 1e-12 || !math.IsNaN(i.Index[2]) {
		t.Errorf("index of a: %v", i)
	}
	if _, ok := errors.AsType[*FewFirms](table.Warnings[0]); !ok || table.Unit != "FTE" {
		t.Errorf("warnings %v, unit %s", table.Warnings, table.Unit)
	}
	revenue, err := MatchedGrowth(p, MatchedOptions{Of: sector.Revenue})
	if err != nil || revenue.Unit != "DKK" || revenue.Totals[0].SumTo != 11000 || len(revenue.Rows) != 0 {
		t.Errorf("revenue: %+v, %v", revenue, err)
	}
}

// Where nothing is hidden and nobody comes or goes, matched growth is growth.
func TestMatchedGrowthOfWholePanel(t *testing.T) {
	var rows []sector.Company
	rng := rand.New(rand.NewPCG(4, 4))
	for _, id := range []string{"1", "2", "3", "4"} {
		for y := 2010; y < 2015; y++ {
			rows = append(rows, companyYear(id, y, 1+rng.Float64()*100, "a"))
		}
	}
	table, err := MatchedGrowth(mustPanel(t, rows, PanelOptions{}), MatchedOptions{})
	if err != nil {
		t.Fatal(err)
	}
	first, last := table.Totals[0], table.Totals[3]
	for _, l := range table.Totals {
		if l.Growth != l.UnmatchedGrowth || l.Matched != 4 {
			t.Errorf("%+v", l)
		}
	}
	if x := 100 * last.SumTo / first.SumFrom; math.Abs(table.Index.Index[4]-x) > 1e-12*x || len(table.Warnings) != 0 {
		t.Errorf("index %v, want %v; %v", table.Index.Index[4], x, table.Warnings)
	}
}

// An independent count; groups add up; the order of the rows changes no bit.
func TestMatchedGrowthOracle(t *testing.T) {
	rows := randomCompanies(51, 1200, 6)
	for i := range rows {
		if x := rows[i].FTE.Float64(); x > 0 {
			rows[i].FTE = sector.Value(x / 7)
		}
	}
	p := mustPanel(t, rows, PanelOptions{})
	shuffled := append([]sector.Company(nil), rows...)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	for _, of := range []sector.Column{sector.Jobs, sector.Revenue} {
		table, err := MatchedGrowth(p, MatchedOptions{Of: of, By: BySector})
		if err != nil {
			t.Fatal(err)
		}
		again, err := MatchedGrowth(mustPanel(t, shuffled, PanelOptions{}), MatchedOptions{Of: of, By: BySector})
		if err != nil {
			t.Fatal(err)
		}
		for i := range table.Rows {
			if !same(table.Rows[i], again.Rows[i]) {
				t.Errorf("row %d changes with the order", i)
			}
		}
		o := newOracle(rows, p.Years(), JobFlowOptions{})
		of := func(c sector.Company) sector.Figure {
			if of == sector.Revenue {
				return c.Revenue
			}
			return c.FTE
		}
		for _, l := range table.Totals {
			var want MatchedLink
			for _, years := range o.companies {
				c0, there0 := years[l.From]
				c1, there1 := years[l.To]
				switch {
				case !there0 && there1:
					want.OnlyTo++
				case there0 && !there1:
					want.OnlyFrom++
				case !there0:
				case of(c0).Status() == sector.Suppressed || of(c1).Status() == sector.Suppressed:
					want.LeftOut.Suppressed++
				case !of(c0).Known() || !of(c1).Known():
					want.LeftOut.Missing++
				default:
					want.Matched++
					want.SumFrom += of(c0).Float64()
					want.SumTo += of(c1).Float64()
				}
			}
			if l.Matched != want.Matched || l.LeftOut != want.LeftOut || l.OnlyFrom != want.OnlyFrom || l.OnlyTo != want.OnlyTo ||
				math.Abs(l.SumFrom-want.SumFrom) > 1e-9*want.SumFrom || math.Abs(l.SumTo-want.SumTo) > 1e-9*want.SumTo {
				t.Errorf("%+v, want %+v", l, want)
			}
			if math.Abs(l.SumFrom*(1+l.Growth)-l.SumTo) > 1e-12*l.SumTo {
				t.Errorf("growth of %+v", l)
			}
			var sum MatchedLink
			for _, r := range table.Rows {
				if r.From == l.From {
					sum.Matched += r.Matched
					sum.SumFrom += nanZero(r.SumFrom)
					sum.SumTo += nanZero(r.SumTo)
					sum.KnownFrom += nanZero(r.KnownFrom)
					sum.OnlyFrom += r.OnlyFrom
				}
			}
			if sum.Matched != l.Matched || sum.OnlyFrom != l.OnlyFrom || math.Abs(sum.SumFrom-l.SumFrom) > 1e-12*l.SumFrom ||
				math.Abs(sum.SumTo-l.SumTo) > 1e-12*l.SumTo || math.Abs(sum.KnownFrom-l.KnownFrom) > 1e-12*l.KnownFrom {
				t.Errorf("groups make %+v of %+v", sum, l)
			}
		}
	}
}

func TestMatchedGrowthErrors(t *testing.T) {
	one := mustPanel(t, []sector.Company{companyYear("1", 2015, 1, "")}, PanelOptions{})
	if _, err := MatchedGrowth(one, MatchedOptions{}); !errors.Is(err, ErrTooFewYears) {
		t.Error(err)
	}
	for _, opt := range []MatchedOptions{{Of: sector.Firms}, {By: ByMeanSize}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%+v: no panic", opt)
				}
			}()
			_, _ = MatchedGrowth(one, opt)
		}()
	}
	// There is no growth from a loss, or from nothing.
	p := mustPanel(t, []sector.Company{
		{ID: "1", Year: 2015, Revenue: sector.Value(-5), FTE: sector.Value(0)}, {ID: "1", Year: 2017, Revenue: sector.Value(5), FTE: sector.Value(3)},
	}, PanelOptions{})
	for _, of := range []sector.Column{sector.Revenue, sector.Jobs} {
		table, err := MatchedGrowth(p, MatchedOptions{Of: of})
		if err != nil || !math.IsNaN(table.Totals[0].Growth) || table.Totals[0].Matched != 1 || !math.IsNaN(table.Index.Index[1]) {
			t.Errorf("%+v, %v", table, err)
		}
		if _, ok := table.Warnings[0].(*YearsApart); !ok {
			t.Errorf("warnings %v", table.Warnings)
		}
	}
}

func TestMatchedView(t *testing.T) {
	table, err := MatchedGrowth(mustPanel(t, randomCompanies(3, 50, 4), PanelOptions{}), MatchedOptions{By: ByRegion})
	if err != nil {
		t.Fatal(err)
	}
	v := table.View()
	if len(v.Rows) != len(table.Rows)+len(table.Totals) {
		t.Fatalf("%d lines", len(v.Rows))
	}
	for i, l := range table.Rows {
		if line := v.Rows[i]; line[1] != growth.TextOf(l.Group) || line[5] != growth.NumberOf(l.SumFrom) || line[12] != growth.NumberOf(l.KnownFrom) || len(line) != len(v.Columns) {
			t.Errorf("line %v of %+v", line, l)
		}
	}
}
