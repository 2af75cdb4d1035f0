package sectorsql_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"smartcity/sector"
	"smartcity/sector/sectorsql"
)

func TestQueriesThatNoTableCanBeMadeBy(t *testing.T) {
	type change = func(q *sectorsql.Query)
	for want, of := range map[string]change{
		"without a dialect":                             func(q *sectorsql.Query) { q.Dialect = sectorsql.Dialect{} },
		"needs a table or a subquery, and not both":     func(q *sectorsql.Query) { q.Table = "" },
		"a table or a subquery, and not both":           func(q *sectorsql.Query) { q.Subquery = "SELECT 1" },
		"values for a subquery, and no subquery":        func(q *sectorsql.Query) { q.Args = []any{1} },
		"needs a column of years or a year":             func(q *sectorsql.Query) { q.Columns.Year = "" },
		"a column of years or a year, and not both":     func(q *sectorsql.Query) { q.Year = 2018 },
		"year 18 is not a year":                         func(q *sectorsql.Query) { q.Columns.Year, q.Year = "", 18 },
		"needs a column of employees, revenue or firms": func(q *sectorsql.Query) { q.Columns.Revenue, q.Options.Measure = "", sector.Employees },
		"needs a column of sectors, or a concordance":   func(q *sectorsql.Query) { q.Columns.Sector = "" },
		"needs a column of industry codes":              func(q *sectorsql.Query) { q.Concordance = concordance(t) },
		"distinct companies of a domain cannot be counted": func(q *sectorsql.Query) {
			q.Concordance, q.Columns.IndustryCode, q.Options.Firms = concordance(t), "nace", sector.CountIDs
		},
		"shares are applied with a concordance only":         func(q *sectorsql.Query) { q.Columns.Share = "share" },
		"a column of currencies, and none of revenue":        func(q *sectorsql.Query) { q.Columns.Revenue, q.Columns.Currency = "", "currency" },
		"by region needs a column of regions":                func(q *sectorsql.Query) { q.Options.By = []sector.Dimension{sector.ByRegion()} },
		"firms cannot be added up without a column":          func(q *sectorsql.Query) { q.Options.Firms = sector.CountColumn },
		"without a column of their ids":                      func(q *sectorsql.Query) { q.Options.Firms = sector.CountIDs },
		"set Options.Firms to CountColumn":                   func(q *sectorsql.Query) { q.Columns.Firms = "firms" },
		"an option has a value that is not known":            func(q *sectorsql.Query) { q.Options.Firms = 9 },
		`currency "kr." is not a code of ISO 4217`:           func(q *sectorsql.Query) { q.Options.Currency = "kr." },
		"contributions are those of single companies":        func(q *sectorsql.Query) { q.Options.Contributions = true },
		"at most -1 groups":                                  func(q *sectorsql.Query) { q.MaxGroups = -1 },
		"no groups by size":                                  func(q *sectorsql.Query) { q.Options.By = []sector.Dimension{sector.BySize()} },
		"no groups by letter":                                func(q *sectorsql.Query) { q.Options.By = []sector.Dimension{sector.By("letter", letter)} },
		"made with sector.By is a function of Go":            func(q *sectorsql.Query) { q.Options.By = []sector.Dimension{sector.By("sector", letter)} },
		`dimension "year" is given twice`:                    func(q *sectorsql.Query) { q.Options.By = []sector.Dimension{sector.ByYear(), sector.ByYear()} },
		`there is no figure "jobs" to be flagged`:            func(q *sectorsql.Query) { q.Flags = map[string]sectorsql.Filter{"jobs": {Column: "f", From: 1}} },
		`the filter of column "f" states nothing`:            func(q *sectorsql.Query) { q.Flags = map[string]sectorsql.Filter{"fte": {Column: "f"}} },
		`the filter of column "g" states nothing`:            func(q *sectorsql.Query) { q.Where = []sectorsql.Filter{{Column: "g", Not: true}} },
		"a list of no values":                                func(q *sectorsql.Query) { q.Where = []sectorsql.Filter{{Column: "g", OneOf: []any{}}} },
		"has NULL in its list":                               func(q *sectorsql.Query) { q.Where = []sectorsql.Filter{{Column: "g", OneOf: []any{1, nil}}} },
		"a marker of figures is a text or a number, not NaN": func(q *sectorsql.Query) { q.Missing = []any{math.NaN()} },
		"a text or a number, not <nil>":                      func(q *sectorsql.Query) { q.Missing = []any{nil} },
		"a time.Time, which SQLite compares with no date": func(q *sectorsql.Query) {
			q.Dialect = sectorsql.SQLite()
			q.Where = []sectorsql.Filter{{Column: "day", OneOf: []any{time.Now()}, Not: true}}
		},
		"a time.Time, which ClickHouse compares with no date": func(q *sectorsql.Query) {
			q.Dialect = sectorsql.ClickHouse()
			q.Flags = map[string]sectorsql.Filter{"fte": {Column: "day", To: time.Now()}}
		},
		"an empty name (of a filter)":              func(q *sectorsql.Query) { q.Where = []sectorsql.Filter{{From: 1}} },
		"an empty name (of a table)":               func(q *sectorsql.Query) { q.Table = "register." },
		"the subquery holds a character of code 0": func(q *sectorsql.Query) { q.Table, q.Subquery = "", "SELECT \x00" },
	} {
		q := question()
		of(&q)
		f := &fake{}
		table, err := sectorsql.Aggregate(t.Context(), f.db(t), q)
		if table != nil || err == nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), "sectorsql: ") {
			t.Errorf("error %v, want one with %q", err, want)
		}
		if len(f.statements) != 0 {
			t.Errorf("%s: a statement was sent all the same", want)
		}
		if _, _, err := q.SQL(); err == nil {
			t.Errorf("%s: SQL returns no error", want)
		}
	}
}

func letter(c sector.Company) string { return c.Name[:1] }
