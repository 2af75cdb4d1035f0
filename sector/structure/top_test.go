package structure

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"smartcity/sector"
)

func TestTopCompanies(t *testing.T) {
	v := sector.Value
	in := []sector.Company{
		firm("c", 2018, v(20), v(5)), firm("b", 2018, v(20), v(-5)), firm("a", 2018, v(20), v(1)), firm("d", 2018, v(30), v(2)),
		firm("e", 2018, sector.Hidden(), v(9)), firm("f", 2018, sector.Figure{}, v(9)), firm("g", 2018, v(10), sector.Hidden()), firm("d", 2017, v(99), v(1)),
	}
	for i := range in {
		if in[i].ID == "d" || in[i].ID == "e" {
			in[i].Sector = "Gas"
		}
	}
	got, err := TopCompanies(in, 2018, &TopOptions{K: 3, BySectors: true})
	if err != nil {
		t.Fatal(err)
	}
	var ids [][]string
	for _, g := range got.Groups {
		var of []string
		for _, c := range g.Companies {
			of = append(of, c.ID)
		}
		ids = append(ids, of)
	}
	if !reflect.DeepEqual(ids, [][]string{{"a", "b", "c"}, {"d"}, {"d", "a", "b"}}) {
		t.Errorf("%q", ids)
	}
	all := got.Groups[2]
	want := []TopCompany{
		{1, "d", "Firm d", "Gas", "East", 30, v(0.3), v(0.3)},
		{2, "a", "Firm a", "Coal", "East", 20, v(0.2), v(0.5)},
		{2, "b", "Firm b", "Coal", "East", 20, v(0.2), v(0.7)},
	}
	if !reflect.DeepEqual(all.Companies, want) || all.Share != v(0.7) || !all.Whole || all.Total != (sector.Cell{Sum: v(100), Known: 5, Missing: 1, Suppressed: 1}) {
		t.Errorf("%+v", all)
	}
	warnings := []error{
		About{"sector", "Coal", PartlyKnown{"fte", 1, 0}}, About{"sector", "Gas", PartlyKnown{"fte", 0, 1}},
		TiedAtCut{20, 1}, PartlyKnown{"fte", 1, 1},
	}
	if !reflect.DeepEqual(got.Warnings, warnings) {
		t.Errorf("warnings %v, want %v", got.Warnings, warnings)
	}
	checkView(t, got.View(), 7)

	got, err = TopCompanies(in, 2018, &TopOptions{Column: sector.Revenue, Currency: "EUR"})
	if err != nil {
		t.Fatal(err)
	}
	if g := got.Groups[0]; len(g.Companies) != 6 || g.Companies[5].Figure != -5 || g.Share != (sector.Figure{}) || got.Unit != "EUR" {
		t.Errorf("%+v", g)
	}
	if !reflect.DeepEqual(got.Warnings, []error{PartlyKnown{"revenue", 0, 1}, NegativeFigures{1}}) {
		t.Errorf("warnings %v", got.Warnings)
	}
	// Nothing known: no list, and a share as hidden as the figures.
	got, err = TopCompanies(in[4:5], 2018, nil)
	if g := got.Groups[0]; err != nil || len(g.Companies) != 0 || g.Share != sector.Hidden() {
		t.Errorf("%+v, %v", g, err)
	}
	panics(t, "K", func() { _, _ = TopCompanies(in, 2018, &TopOptions{K: -1}) })
	panics(t, "column", func() { _, _ = TopCompanies(in, 2018, &TopOptions{Column: sector.Firms}) })
}

// The share of a list is CRk, and the order of companies does not show.
func TestTopCompaniesIsCR(t *testing.T) {
	companies, _, _ := testdata(t)
	for _, column := range []sector.Column{sector.Jobs, sector.Revenue} {
		o := &TopOptions{K: 4, Column: column, BySectors: true}
		got, err := TopCompanies(companies, 2018, o)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range got.Groups {
			var x []float64
			for _, c := range companies {
				if c.Year == 2018 && (g.Whole || c.Sector == g.Sector) {
					x = append(x, o.figure(&c).Float64())
				}
			}
			cr, err := CR(x, 4)
			if err != nil {
				t.Fatal(err)
			}
			near(t, "CR4 of "+g.Sector, g.Share.Float64(), cr.Ratio, 1e-15)
		}
		mixed := slices.Clone(companies)
		rand.New(rand.NewPCG(1, 1)).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		again, err := TopCompanies(mixed, 2018, o)
		if err != nil || !reflect.DeepEqual(again, got) {
			t.Error("the order of companies shows")
		}
	}
}

// The companies chosen without sorting all of them are those at the top when all
// are sorted, and everybody as large as the last.
func TestLargestIsSorted(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 7))
	for range 2000 {
		in := make([]*sector.Company, rng.IntN(60))
		kinds := 1 + rng.IntN(40) // few of them: many ties
		for i := range in {
			x := sector.Value(float64(rng.IntN(kinds) - 3))
			if rng.IntN(9) == 0 {
				x = []sector.Figure{{}, sector.Hidden()}[rng.IntN(2)]
			}
			c := firm(strconv.Itoa(rng.IntN(1000)), 2018, sector.Value(1), x)
			in[i] = &c
		}
		o := &TopOptions{K: 1 + rng.IntN(12), Column: sector.Revenue}
		want := slices.Clone(in)
		slices.SortStableFunc(want, o.order)
		n := 0
		for n < len(want) && want[n].Revenue.Known() && (n < o.K || want[n].Revenue == want[o.K-1].Revenue) {
			n++
		}
		if got := o.largest(in); !slices.Equal(got, want[:n]) {
			t.Fatalf("of %d companies the largest %d are %d, want %d", len(in), o.K, len(got), n)
		}
	}
}
