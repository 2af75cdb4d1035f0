package main

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"smartcity/sector"
	"smartcity/sector/sectorcsv"
	"smartcity/sector/sectorsql"
)

// TestTable: a table made by the engine is that of the company file.
func TestTable(t *testing.T) {
	each(t, func(t *testing.T, db subject) {
		companies, read := testCompanies(t)
		db.holding(t, "companies", all(companies))
		for _, by := range [][]sector.Dimension{
			{sector.BySector()}, {sector.BySector(), sector.ByYear()}, {sector.ByYear()}, {sector.ByYear(), sector.ByRegion(), sector.BySector()},
		} {
			for _, firms := range []sector.Counting{sector.CountRows, sector.CountIDs} {
				opt := read.Options(by...)
				opt.Firms = firms
				want, err := sector.Aggregate(companies, opt)
				if err != nil {
					t.Fatal(err)
				}
				got, err := sectorsql.Aggregate(t.Context(), db, query(db.dialect, "companies", opt))
				if err != nil {
					t.Fatal(err)
				}
				same(t, got, want)
			}
		}
		// The file's figures are quarters and whole kroner, of which all sums are exact.
		opt := read.Options(sector.BySector(), sector.ByYear())
		want, _, err := sectorcsv.AggregateFile(t.Context(), "../../testdata/companies.csv", sectorcsv.Options{}, opt)
		if err != nil {
			t.Fatal(err)
		}
		got, err := sectorsql.Aggregate(t.Context(), db, query(db.dialect, "companies", opt))
		if err != nil {
			t.Fatal(err)
		}
		if text(t, got) != text(t, want) {
			t.Errorf("got\n%s\nwant\n%s", text(t, got), text(t, want))
		}
	})
}

// text is a table as a file.
func text(t *testing.T, table *sector.Table) string {
	t.Helper()
	var b strings.Builder
	if err := sectorcsv.WriteTable(&b, table); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// same checks that two tables have the same rows in the same order, counts exactly and
// sums within 1e-12.
func same(t *testing.T, got, want *sector.Table) {
	t.Helper()
	if len(got.Rows) != len(want.Rows) || len(got.Totals) != len(want.Totals) || got.FirmsOverlap != want.FirmsOverlap || got.Measure != want.Measure || got.Currency != want.Currency {
		t.Fatalf("%d rows, %d totals, %v, %v, %v; want %d, %d, %v, %v, %v", len(got.Rows), len(got.Totals), got.FirmsOverlap, got.Measure, got.Currency,
			len(want.Rows), len(want.Totals), want.FirmsOverlap, want.Measure, want.Currency)
	}
	if g, w := fmt.Sprint(got.Warnings), fmt.Sprint(want.Warnings); g != w {
		t.Errorf("warnings %s, want %s", g, w)
	}
	rows := func(got, want []sector.Row) {
		for i, w := range want {
			g := got[i]
			if fmt.Sprintf("%q %d %d", g.Key, g.Year, g.Rows) != fmt.Sprintf("%q %d %d", w.Key, w.Year, w.Rows) {
				t.Errorf("row %d is %q %d of %d rows, want %q %d of %d", i, g.Key, g.Year, g.Rows, w.Key, w.Year, w.Rows)
			}
			for j, c := range [][2]sector.Cell{{g.Firms, w.Firms}, {g.Jobs, w.Jobs}, {g.Revenue, w.Revenue}, {g.FirmsWeighted, w.FirmsWeighted}} {
				if !near(c[0].Sum, c[1].Sum) || c[0].Known != c[1].Known || c[0].Missing != c[1].Missing || c[0].Suppressed != c[1].Suppressed {
					t.Errorf("%q, cell %d: %+v, want %+v", w.Key, j, c[0], c[1])
				}
			}
			if !near(g.RevenuePerJob, w.RevenuePerJob) || !near(g.JobsPerFirm, w.JobsPerFirm) {
				t.Errorf("%q: ratios %v, %v; want %v, %v", w.Key, g.RevenuePerJob, g.JobsPerFirm, w.RevenuePerJob, w.JobsPerFirm)
			}
		}
	}
	rows(got.Rows, want.Rows)
	rows(got.Totals, want.Totals)
}

// near reports whether two figures are alike, to 1e-12 of their size.
func near(got, want sector.Figure) bool {
	return got == want || got.Known() && want.Known() && math.Abs(got.Float64()-want.Float64()) <= 1e-12*math.Abs(want.Float64())
}

// TestUnknown: what is not stated, and what may not be told, is counted alike however a
// table says it: by NULL, by numbers, by texts, by a flag.
func TestUnknown(t *testing.T) {
	const rows = `sector,year,fte,revenue,flag
a,2018,1.5,100,
a,2018,,50,
a,2018,..,..,D
a,2018,0,,
,2018,2,7,
b,2018,,,
b,2018,..,..,D
c,2018,..,3,D
c,2018,3.25,..,
c,2018,0.1,-5,
c,2018,0.2,1000000000000000,
`
	want, _, err := sectorcsv.Aggregate(t.Context(), strings.NewReader(rows), sectorcsv.Options{}, sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}})
	if err != nil {
		t.Fatal(err)
	}
	each(t, func(t *testing.T, db subject) {
		optional := func(kind string) string {
			if len(db.prefixes) > 0 && db.prefixes[0] == "clickhouse://" {
				return "Nullable(" + kind + ")"
			}
			return kind
		}
		db.make(t, "unknown", fmt.Sprintf("sector %s, year %s, fte %s, revenue %s, fte_n %[3]s, revenue_n %[3]s, fte_t %[1]s, revenue_t %[1]s, fte_flag %[1]s, revenue_flag %[1]s",
			optional(db.text), db.number, db.figure, db.figure))
		literal := func(field, none, hidden string) string {
			switch field {
			case "":
				return none
			case "..":
				return hidden
			}
			return field
		}
		quoted := func(s string) string { return "'" + s + "'" }
		for line := range strings.Lines(rows) {
			f := strings.Split(strings.TrimSpace(line), ",")
			if f[0] == "sector" {
				continue
			}
			name, flag := func() string {
				if f[0] == "" {
					return "NULL"
				}
				return quoted(f[0])
			}(), func(s string) string {
				if s == ".." {
					return "'D'"
				}
				return "NULL"
			}
			db.execute(t, "INSERT INTO unknown SELECT "+strings.Join([]string{
				name, f[1], literal(f[2], "NULL", "99"), literal(f[3], "NULL", "99"),
				literal(f[2], "-9", "-8"), literal(f[3], "-9", "-8"), quoted(literal(f[2], "", "..")), quoted(literal(f[3], "", "..")), flag(f[2]), flag(f[3]),
			}, ", "))
		}
		q := sectorsql.Query{Dialect: db.dialect, Table: "unknown", Options: sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}}}
		for name, change := range map[string]func(q *sectorsql.Query){
			"flags": func(q *sectorsql.Query) {
				q.Columns = sectorsql.Columns{FTE: "fte", Revenue: "revenue"}
				q.Flags = map[string]sectorsql.Filter{"fte": {Column: "fte_flag", OneOf: []any{"D"}}, "revenue": {Column: "revenue_flag", OneOf: []any{"D"}}}
			},
			"numbers": func(q *sectorsql.Query) {
				q.Columns = sectorsql.Columns{FTE: "fte_n", Revenue: "revenue_n"}
				q.Missing, q.Suppressed = []any{-9}, []any{-8}
			},
			"texts": func(q *sectorsql.Query) {
				q.Columns = sectorsql.Columns{FTE: "fte_t", Revenue: "revenue_t"}
				q.Missing, q.Suppressed = []any{""}, []any{".."}
			},
		} {
			t.Run(name, func(t *testing.T) {
				q := q
				change(&q)
				q.Columns.Sector, q.Columns.Year = "sector", "year"
				got, err := sectorsql.Aggregate(t.Context(), db, q)
				if err != nil {
					t.Fatal(err)
				}
				same(t, got, want)
			})
		}
	})
}
