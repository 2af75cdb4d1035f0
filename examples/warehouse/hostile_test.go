package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"smartcity/sector"
	"smartcity/sector/sectorsql"
)

// hostile are names that mean something to an engine, or to a driver that looks for
// places to put values.
func hostile() []string {
	return []string{
		`a"; DROP TABLE canary; --`, "a`; DROP TABLE canary; --", `a'; DROP TABLE canary; --`, `a]; DROP TABLE canary; --`,
		`\`, `\"`, "\\`", `\'`, `""`, "``", `''`, `/*`, `*/`, `--`, `#`, `;`, `?`, `??`, `$1`, `$$`, `@p`, `:p`, `{p:String}`, `%s`, `%d%%`,
		"select", "by_sector", "companies", "part", " ", "a\nb", "a\tb", "Ærø’s ☃", `SUM(x)`, `1`, `a,b`, `(`, `)`, `NULL`,
	}
}

// TestHostileNames makes tables with such names, and columns, for real.
func TestHostileNames(t *testing.T) {
	each(t, func(t *testing.T, db subject) {
		db.make(t, "canary", "sector "+db.text)
		for _, name := range hostile() {
			t.Run(fmt.Sprintf("%q", name), func(t *testing.T) {
				c := sectorsql.Columns{Sector: name, Year: name + "y", FTE: name + "f", Revenue: name + "r", ID: name + "i"}
				flag := name + "l"
				db.make(t, name, strings.Join([]string{
					db.quoted(c.Sector) + " " + db.text, db.quoted(c.Year) + " " + db.number, db.quoted(c.FTE) + " " + db.figure, db.quoted(c.Revenue) + " " + db.figure,
					db.quoted(c.ID) + " " + db.text, db.quoted(flag) + " " + db.text,
				}, ", "))
				db.execute(t, "INSERT INTO "+db.quoted(name)+" SELECT 'x', 2018, 1.5, 10, 'p', ''")
				db.execute(t, "INSERT INTO "+db.quoted(name)+" SELECT 'x', 2018, 2.5, NULL, 'p', 'D'")
				for _, firms := range []sector.Counting{sector.CountRows, sector.CountIDs} {
					q := sectorsql.Query{
						Dialect: db.dialect, Table: name, Columns: c, Suppressed: []any{-8},
						Flags:   map[string]sectorsql.Filter{"revenue": {Column: flag, OneOf: []any{"D", name}}},
						Where:   []sectorsql.Filter{{Column: name, OneOf: []any{"x", name}}, {Column: c.Year, From: 2018}},
						Options: sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}, Firms: firms},
					}
					table, err := sectorsql.Aggregate(t.Context(), db, q)
					if err != nil && refused(db, name, err) {
						continue
					}
					if err != nil {
						t.Fatal(err)
					}
					r, ok := table.Row("x", "2018")
					if !ok || r.Rows != 2 || r.Jobs.Sum != sector.Value(4) || r.Revenue.Sum != sector.Value(10) || r.Revenue.Suppressed != 1 {
						t.Errorf("%+v", r)
					}
				}
			})
		}
		if _, err := db.ExecContext(t.Context(), "SELECT COUNT(*) FROM canary"); err != nil {
			t.Errorf("the canary: %v", err)
		}
	})
}

// refused reports whether a name is one that may be refused, and with that error: by
// sectorsql; or by a shard of ClickHouse 18.16, to which the other server writes the
// words of SQL without the quotes that they came in.
func refused(db subject, name string, err error) bool {
	control := strings.ContainsAny(name, "\n\t") && strings.Contains(err.Error(), "cannot be seen")
	clickHouse := db.quote == "`"
	value := clickHouse && slices.Contains([]string{"''", "SUM(x)", "1", "NULL", "(", ")", `'; DROP TABLE canary; --`}, name) && strings.Contains(err.Error(), "takes for a value")
	word := clickHouse && db.second != nil && name == "select" && strings.Contains(err.Error(), "DB::Exception")
	return (control || value || word) && !strings.Contains(err.Error(), "\n")
}

// TestHostileValues: what would be SQL is a value like any other, in the table and in
// a filter.
func TestHostileValues(t *testing.T) {
	each(t, func(t *testing.T, db subject) {
		db.make(t, "canary", "sector "+db.text)
		var companies []sector.Company
		for i, value := range hostile() {
			for range i + 1 {
				companies = append(companies, sector.Company{ID: value, Sector: value, Region: value, Year: 2018, FTE: sector.Value(1)})
			}
		}
		db.holding(t, "values_", all(companies))
		want, err := sector.Aggregate(companies, sector.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got, err := sectorsql.Aggregate(t.Context(), db, query(db.dialect, "values_", sector.Options{}))
		if err != nil {
			t.Fatal(err)
		}
		same(t, got, want)
		for i, value := range hostile() {
			q := query(db.dialect, "values_", sector.Options{})
			q.Where = []sectorsql.Filter{{Column: "sector", OneOf: []any{value}}, {Column: "region", From: value, To: value}, {Column: "id", OneOf: []any{"nobody", "no?body", `no\body`}, Not: true}}
			got, err := sectorsql.Aggregate(t.Context(), db, q)
			if err != nil {
				t.Errorf("%q: %v", value, err)
				continue
			}
			if len(got.Rows) != 1 || got.Rows[0].Key[0] != value || got.Rows[0].Rows != i+1 {
				t.Errorf("%q: %d rows, %q of %d companies", value, len(got.Rows), got.Rows[0].Key, got.Rows[0].Rows)
			}
		}
		if _, err := db.ExecContext(t.Context(), "SELECT COUNT(*) FROM canary"); err != nil {
			t.Errorf("the canary: %v", err)
		}
	})
}

// TestNamesOfTables: a column that is missing is missing, also where a table is called
// so, which is a text of each of its lines in PostgreSQL; one that is there is found.
func TestNamesOfTables(t *testing.T) {
	each(t, func(t *testing.T, db subject) {
		db.make(t, "lines", "sector "+db.text+", year "+db.number+", fte "+db.figure)
		db.execute(t, "INSERT INTO lines SELECT 'x', 2018, 1.5")
		for _, q := range []sectorsql.Query{
			{Table: "lines", Columns: sectorsql.Columns{Sector: "lines"}},
			{Table: "lines", Columns: sectorsql.Columns{Sector: "sector"}, Where: []sectorsql.Filter{{Column: "lines", From: "("}}},
			{Subquery: "SELECT * FROM lines", Columns: sectorsql.Columns{Sector: "companies"}},
			{Subquery: "SELECT sector AS companies, year, fte FROM lines", Columns: sectorsql.Columns{Sector: "companies_"}},
		} {
			q.Dialect, q.Columns.Year, q.Columns.FTE = db.dialect, "year", "fte"
			if table, err := sectorsql.Aggregate(t.Context(), db, q); err == nil {
				t.Errorf("%+v: %q", q, table.Rows[0].Key)
			}
		}
		q := sectorsql.Query{
			Dialect: db.dialect, Subquery: "SELECT sector AS companies, year, fte FROM lines",
			Columns: sectorsql.Columns{Sector: "companies", Year: "year", FTE: "fte"},
		}
		table, err := sectorsql.Aggregate(t.Context(), db, q)
		if err != nil || table.Rows[0].Key[0] != "x" {
			t.Errorf("%v, %+v", err, table)
		}
	})
}

// TestRefusedNames: what cannot be written as a name is refused before anything is
// sent.
func TestRefusedNames(t *testing.T) {
	for _, e := range engines() {
		for _, name := range []string{"", "a\x00b", "\xff"} {
			q := query(e.dialect, "companies", sector.Options{})
			q.Columns.Sector = name
			table, err := sectorsql.Aggregate(t.Context(), nobody{}, q)
			if table != nil || err == nil || errors.Is(err, errAsked) {
				t.Errorf("%s, %q: %v, %v", e.dialect, name, table, err)
			}
		}
	}
}

// nobody is a database that nothing may be sent to.
type nobody struct{}

var errAsked = errors.New("a statement was sent")

func (nobody) QueryContext(context.Context, string, ...any) (*sql.Rows, error) { return nil, errAsked }
