package main

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"smartcity/sector"
	"smartcity/sector/dynamics"
	"smartcity/sector/sectorsql"
	"smartcity/sector/structure"
)

// fewCompanies are few and have one of everything: births and deaths, gaps with rows
// and without, zeros, figures missing and suppressed, a move, sectors and regions not
// stated, growth of exactly what rules ask, sizes and means at the limits of classes.
func fewCompanies() []sector.Company {
	gap, missing, hidden := math.Inf(-1), math.NaN(), math.Inf(1)
	var out []sector.Company
	for _, c := range []struct {
		id, sector, region string
		founded, from      int
		jobs               []float64
	}{
		{"a", "A", "E", 0, 2015, []float64{1, 2, 3, 4, 5}},
		{"b", "A", "E", 2015, 2015, []float64{10, 0, 50, 60.5, 17.28}},
		{"c", "A", "W", 0, 2016, []float64{10, 10, 10, 17.28}},
		{"d", "B", "W", 0, 2015, []float64{10, gap, hidden, 0, 300}},
		{"e", "B", "", 2010, 2015, []float64{missing, 250, 249.75}},
		{"f", "", "E", 0, 2017, []float64{0, 20, hidden}},
		{"g", "", "", 0, 2015, []float64{0, 0, 0, 0, 0}},
		{"h", "C", "E", 0, 2015, []float64{30, 0, gap, 51.84, 51.84}},
		{"m", "A", "W", 2016, 2015, []float64{9.95, 10.05, 10.05, 13.25}},
		{"n", "C", "E", 0, 2017, []float64{missing, 7, 7}},
		{"aa", "C", "E", 0, 2015, []float64{5, gap, gap, gap, 8.65}},
		{"bb", "C", "E", 0, 2015, []float64{missing, 0, hidden, 0, 5}},
		{"cc", "D", "Z", 0, 2018, []float64{0, 3}},
		{"ø", "E", "Z", 0, 2018, []float64{7, 7}},
		{"Z", "E", "Z", 0, 2018, []float64{7, 7}},
	} {
		for i, x := range c.jobs {
			if x == gap {
				continue
			}
			row := sector.Company{ID: c.id, Name: "Firm " + c.id, Sector: c.sector, Region: c.region, Year: c.from + i, Founded: c.founded, FTE: sector.Value(x), Revenue: sector.Value(x*1000 - 40)}
			switch {
			case x == hidden:
				row.FTE, row.Revenue = sector.Hidden(), sector.Hidden()
			case math.IsNaN(x):
				row.Revenue = sector.Value(9)
			}
			if c.id == "m" && i == 1 {
				row.Sector, row.Region = "B", ""
			}
			out = append(out, row)
		}
	}
	return out
}

// found asks for what a query of single companies can find, and compares it; or, in
// brief, for one thing of each kind.
func found(t *testing.T, db subject, q sectorsql.Query, companies []sector.Company, brief bool) {
	t.Helper()
	panel, err := dynamics.NewPanel(companies, dynamics.PanelOptions{})
	if err != nil {
		t.Fatal(err)
	}
	years := panel.Years()
	for i, year := range years {
		if i%2 == 1 || brief && i > 0 { // three of five are enough
			continue
		}
		for _, o := range []*structure.SizeOptions{nil, {Limits: []float64{.5, 20.5}}} {
			want, err := structure.SizeClasses(companies, year, o)
			got, err2 := sectorsql.SizeClasses(t.Context(), db, q, year, o)
			if err != nil || err2 != nil {
				t.Fatal(err, err2)
			}
			sameView(t, "size classes", got, want, got.Warnings, want.Warnings)
		}
		for _, of := range []sector.Column{sector.Jobs, sector.Revenue} {
			for _, o := range []*structure.TopOptions{{K: 2, Column: of, BySectors: true}, {K: 1, Column: of}} {
				want, err := structure.TopCompanies(companies, year, o)
				got, err2 := sectorsql.TopCompanies(t.Context(), db, q, year, o)
				if err != nil || err2 != nil {
					t.Fatal(err, err2)
				}
				if len(want.Groups[0].Companies) > 0 { // else there is no row to compare
					sameView(t, "the largest", got, want, got.Warnings, want.Warnings)
				}
			}
			want, err := structure.Summarise(companies, year, &structure.SummaryOptions{Concentrated: of})
			got, err2 := sectorsql.HHI(t.Context(), db, q, year, of)
			if err != nil || err2 != nil || len(got.Lines) != len(want.Lines) {
				t.Fatal(err, err2, got)
			}
			for i, w := range append(want.Lines, want.Total) {
				g := append(got.Lines, got.Total)[i]
				cell := w.Jobs
				if of == sector.Revenue {
					cell = w.Revenue
				}
				if g.Sector != w.Sector || g.Companies != w.Firms || fmt.Sprint(g.Figures) != fmt.Sprint(cell) ||
					w.HHI.Known() != (g.Err == nil) || g.Err == nil && !close2(g.HHI, w.HHI.Float64()) {
					t.Errorf("%d, concentration in %q: %+v, want %+v", year, w.Sector, g, w)
				}
			}
		}
	}
	if len(years) < 5 {
		return
	}
	for by := dynamics.InTotal; by <= dynamics.ByMeanSize; by++ {
		for i := range 2 {
			if brief && by != dynamics.BySector {
				continue
			}
			o := dynamics.JobFlowOptions{By: by, Activity: dynamics.Activity(i), Gaps: dynamics.Gaps((i + int(by)) % 2), Pairs: [][2]int{{2016, 2017}, {2015, 2018}, {2017, 2019}, {2018, 2019}}}
			want, err := dynamics.JobFlows(panel, o)
			got, err2 := sectorsql.JobFlows(t.Context(), db, q, o)
			if err != nil || err2 != nil {
				t.Fatal(err, err2)
			}
			sameView(t, "job flows "+by.String(), got, want, got.Warnings, want.Warnings)
		}
	}
	for _, rule := range []dynamics.HighGrowthRule{
		dynamics.StatisticsDenmark(), dynamics.OECDEurostat2007(sector.Revenue), {Name: "one year", Growth: .2, Years: 1, MinJobs: 1, GazelleAge: 2}, {Name: "beyond", Growth: 900}, {Name: "more than", Growth: .2, MinJobs: 1},
	} {
		for i := range 2 {
			if brief && i > 0 {
				continue
			}
			o := dynamics.HighGrowthOptions{By: dynamics.BySector, Activity: dynamics.Activity(i), Starts: []int{2015, 2016}}
			want, err := dynamics.FindHighGrowth(panel, rule, o)
			got, err2 := sectorsql.HighGrowth(t.Context(), db, q, rule, o)
			if err != nil || err2 != nil {
				t.Fatal(err, err2)
			}
			sameView(t, rule.Name, got, want, got.Warnings, want.Warnings)
		}
	}
}

func TestMethodsOnFewCompanies(t *testing.T) {
	each(t, func(t *testing.T, db subject) {
		few := fewCompanies()
		db.holding(t, "few", all(few))
		q := query(db.dialect, "few", sector.Options{})
		q.Columns.ID, q.Columns.Name, q.Columns.Founded = "id", "name", "founded"
		found(t, db, q, few, false)

		// Columns that are called as those of the statements are, and nobody from Z.
		place := "?"
		if db.dialect.String() == "PostgreSQL" || db.dialect.String() == "DuckDB" {
			place = "$1"
		}
		renamed := q
		renamed.Table = ""
		renamed.Subquery = "SELECT id AS repeated_id, name AS place, sector AS part, region AS companies, year AS year_of, fte AS fte_status, fte_flag AS fault, " +
			"revenue AS stay_from, revenue_flag AS grew, founded AS id_of FROM few WHERE region <> " + place
		renamed.Args = []any{"Z"}
		renamed.Columns = sectorsql.Columns{ID: "repeated_id", Name: "place", Sector: "part", Region: "companies", Year: "year_of", FTE: "fte_status", Revenue: "stay_from", Founded: "id_of"}
		renamed.Flags = map[string]sectorsql.Filter{"fte": {Column: "fault", OneOf: []any{suppressed}}, "revenue": {Column: "grew", OneOf: []any{suppressed}}}
		var in []sector.Company
		for _, c := range few {
			if c.Region != "Z" {
				in = append(in, c)
			}
		}
		found(t, db, renamed, in, true)

		one := q
		one.Where = []sectorsql.Filter{{Column: "id", OneOf: []any{"g"}}}
		var alone []sector.Company
		for _, c := range few {
			if c.ID == "g" && c.Year == 2015 {
				alone = append(alone, c)
			}
		}
		one.Where = append(one.Where, sectorsql.Filter{Column: "year", OneOf: []any{2015}})
		found(t, db, one, alone, true)
	})
}

// TestMethodsRefuse: what in-memory methods refuse is refused, with the same causes.
func TestMethodsRefuse(t *testing.T) {
	each(t, func(t *testing.T, db subject) {
		flows := func(table string) error {
			q := query(db.dialect, table, sector.Options{})
			q.Columns.ID, q.Columns.Founded = "id", "founded"
			_, err := sectorsql.JobFlows(t.Context(), db, q, dynamics.JobFlowOptions{Pairs: [][2]int{{2015, 2016}}})
			_, err2 := sectorsql.HighGrowth(t.Context(), db, q, dynamics.StatisticsDenmark(), dynamics.HighGrowthOptions{Starts: []int{2015}})
			if (err == nil) != (err2 == nil) {
				t.Errorf("job flows: %v, high growth: %v", err, err2)
			}
			return err
		}
		twice := append(fewCompanies(), fewCompanies()[5]) // b in 2015
		db.holding(t, "twice", all(twice))
		if e, ok := errors.AsType[*sectorsql.RepeatedError](flows("twice")); !ok || e.ID != "b" || e.Companies != 1 {
			t.Errorf("twice: %v", e)
		}
		q := query(db.dialect, "twice", sector.Options{})
		q.Columns.ID = "id"
		_, err := sectorsql.SizeClasses(t.Context(), db, q, 2015, nil)
		_, err2 := sectorsql.HHI(t.Context(), db, q, 2015, sector.Jobs)
		_, err3 := sectorsql.TopCompanies(t.Context(), db, q, 2015, nil)
		for _, err := range []error{err, err2, err3} {
			if e, ok := errors.AsType[*sectorsql.RepeatedError](err); !ok || e.ID != "b" {
				t.Errorf("twice: %v", err)
			}
		}
		if _, err := sectorsql.SizeClasses(t.Context(), db, q, 2018, nil); err != nil {
			t.Errorf("another year has nothing to do with it: %v", err)
		}
		if _, err := sectorsql.SizeClasses(t.Context(), db, q, 1999, nil); !errors.Is(err, structure.ErrEmpty) {
			t.Errorf("nobody: %v", err)
		}
		o := dynamics.JobFlowOptions{Pairs: [][2]int{{2015, 2030}}}
		q.Where = []sectorsql.Filter{{Column: "id", OneOf: []any{"a"}}}
		if _, err := sectorsql.JobFlows(t.Context(), db, q, o); !isYear(err, 2030) {
			t.Errorf("a year that nobody has: %v", err)
		}
		nobody := fewCompanies()
		nobody[3].ID = ""
		db.holding(t, "nobody", all(nobody))
		if err := flows("nobody"); !errors.Is(err, dynamics.ErrNoID) {
			t.Errorf("no id: %v", err)
		}
		negative := fewCompanies()
		negative[0].FTE = sector.Value(-1.5)
		db.holding(t, "negative", all(negative))
		if e, ok := errors.AsType[*sector.FieldError](flows("negative")); !ok || e.Field != "fte" || e.Value != "-1.5" {
			t.Errorf("jobs below zero: %v", e)
		}
	})
}

func isYear(err error, year int) bool {
	e, ok := errors.AsType[*dynamics.YearError](err)
	return ok && e.Year == year
}
