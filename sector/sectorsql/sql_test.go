package sectorsql_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"smartcity/sector"
	"smartcity/sector/sectorsql"
)

// dialects are those of this build; that of DuckDB is added by its build tag.
var dialects = []sectorsql.Dialect{sectorsql.PostgreSQL(), sectorsql.ClickHouse(), sectorsql.SQLite()}

// The statements of every dialect stand in testdata, to be read; UPDATE=1
// writes them anew.
func TestSQLGolden(t *testing.T) {
	by := []sector.Dimension{sector.BySector(), sector.ByYear()}
	plain := sectorsql.Columns{Sector: "sector", Year: "year", FTE: "fte", Revenue: "revenue"}
	cases := []struct {
		name string
		q    sectorsql.Query
	}{
		{"by sector and year", sectorsql.Query{Table: "register.companies", Columns: plain, Options: sector.Options{By: by}}},
		{"markers, flags and filters", sectorsql.Query{
			Table: "companies", Columns: plain, Options: sector.Options{By: by},
			Where:   []sectorsql.Filter{{Column: "year", From: 2014, To: 2018}, {Column: "country", OneOf: []any{"DK", "SE"}}, {Column: "status", OneOf: []any{"closed"}, Not: true}},
			Missing: []any{""}, Suppressed: []any{"..", -9},
			Flags: map[string]sectorsql.Filter{"fte": {Column: "fte_flag", OneOf: []any{"D"}}},
		}},
		{"distinct companies of establishments", sectorsql.Query{
			Subquery: "SELECT * FROM establishments WHERE active = 1", Year: 2018,
			Columns: sectorsql.Columns{ID: "cvr", Sector: "sector", Region: "region", Employees: "employees"},
			Options: sector.Options{By: []sector.Dimension{sector.ByRegion(), sector.BySector()}, Measure: sector.Employees, Firms: sector.CountIDs},
		}},
		{"concordance and shares", sectorsql.Query{
			Table: "companies", Concordance: concordance(t), Options: sector.Options{By: by, Firms: sector.CountColumn, Currency: "EUR"}, MaxGroups: 5000,
			Columns: sectorsql.Columns{IndustryCode: "nace", Year: "year", FTE: "fte", Firms: "firms", Share: "share", Revenue: "revenue", Currency: "currency"},
		}},
		{"columns called like those of the result, and quotation marks", sectorsql.Query{
			Table: "companies", Columns: sectorsql.Columns{Sector: "by_sector", Year: "BY_YEAR", FTE: "fte_sum", Revenue: "a`b\"c\\d?"},
		}},
	}
	for _, d := range dialects {
		var b strings.Builder
		for _, c := range cases {
			c.q.Dialect = d
			text, args, err := c.q.SQL()
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "-- %s\n%s;\n-- values: %#v\n\n", c.name, text, args)
		}
		path := filepath.Join("testdata", strings.ToLower(d.String())+".sql")
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if b.String() != string(want) {
			t.Errorf("%s: the statements are not those of %s; UPDATE=1 writes them anew", d, path)
		}
	}
}

func concordance(t testing.TB) *sector.Concordance {
	c, err := sector.NewConcordance([]sector.Link{{Code: "62", Domain: "IT"}}, "")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// A value goes where its placeholder stands, also around those of a subquery.
func TestSQLValuesStandInTheirOrder(t *testing.T) {
	q := sectorsql.Query{
		Subquery: "SELECT * FROM companies WHERE country = ?", Args: []any{"DK"}, Columns: sectorsql.Columns{Sector: "sector", Year: "year", FTE: "fte"},
		Where: []sectorsql.Filter{{Column: "year", From: 2014}}, Suppressed: []any{".."},
	}
	for _, d := range dialects {
		q.Dialect = d
		want := "[.. DK 2014]"
		switch d.String() {
		case "PostgreSQL", "DuckDB": // bound by number: those of the subquery are the first
			q.Subquery = "SELECT * FROM companies WHERE country = $1"
			want = "[DK .. 2014]"
		default:
			q.Subquery = "SELECT * FROM companies WHERE country = ?"
		}
		text, args, err := q.SQL()
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(args); got != want {
			t.Errorf("%s: values %s, want %s", d, got, want)
		}
		if n := strings.Count(text, "?"); d.String() != "PostgreSQL" && d.String() != "DuckDB" && n != len(args) {
			t.Errorf("%s: %d placeholders for %d values", d, n, len(args))
		}
		if strings.Contains(text, "'..'") || strings.Contains(text, "2014") {
			t.Errorf("%s: a value is written into the statement:\n%s", d, text)
		}
	}
}
