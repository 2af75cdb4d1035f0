package sectorsql_test

import (
	"database/sql/driver"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"smartcity/sector"
	"smartcity/sector/sectorsql"
)

// The table is that of the same companies in memory, whatever it is grouped by
// and however firms are counted.
func TestAggregateIsThatOfTheCompanies(t *testing.T) {
	companies := someCompanies()
	concordance, err := sector.NewConcordance([]sector.Link{
		{Code: "62", Domain: "IT", Weight: sector.Value(.5)}, {Code: "62", Domain: "Mobility", Weight: sector.Value(.25)}, {Code: "6202", Domain: "Advice"}, {Code: "A", Domain: "Food", From: 2018},
	}, "")
	if err != nil {
		t.Fatal(err)
	}
	sec, region, year := sector.BySector(), sector.ByRegion(), sector.ByYear()
	for _, by := range [][]sector.Dimension{{sec}, {sec, year}, {year, region, sec}, {region}, {year}} {
		for _, firms := range []sector.Counting{sector.CountRows, sector.CountColumn, sector.CountIDs} {
			for _, c := range []*sector.Concordance{nil, concordance} {
				if c != nil && firms == sector.CountIDs {
					continue
				}
				in := slices.Clone(companies)
				for i := range in {
					if firms == sector.CountRows {
						in[i].Firms = sector.Figure{}
					}
					if c == nil {
						in[i].Share = sector.Figure{}
					}
				}
				opt := sector.Options{By: by, Firms: firms, Currency: "EUR"}
				q := sectorsql.Query{Dialect: sectorsql.SQLite(), Table: "companies", Columns: columns(), Options: opt, Concordance: c}
				if firms != sector.CountRows {
					q.Columns.Firms = "firms"
				}
				if c != nil {
					q.Columns.Share = "share"
				}
				f := &fake{rows: simulate(q, in)}
				got, err := sectorsql.Aggregate(t.Context(), f.db(t), q)
				if err != nil {
					t.Fatal(err)
				}
				var warnings []error
				if c != nil {
					m, err := c.Map(in, firms)
					if err != nil {
						t.Fatal(err)
					}
					in, warnings, opt.Firms = m.Companies, m.Warnings, sector.CountColumn
				}
				want, err := sector.Aggregate(in, opt)
				if err != nil {
					t.Fatal(err)
				}
				want.Warnings = append(want.Warnings, warnings...)
				if diff := difference(got, want); diff != "" {
					t.Errorf("by %v, firms %d, concordance %v: %s", by, firms, c != nil, diff)
				}
				if len(f.statements) != 1 {
					t.Errorf("%d statements", len(f.statements))
				}
			}
		}
	}
}

// Employees, a year that is not in the table, and nothing but revenue.
func TestAggregateOfFewColumns(t *testing.T) {
	f := &fake{rows: [][]driver.Value{{"Energy", int64(2), int64(2), int64(4), 12., nil, 100., nil}, {"Energy", int64(0), int64(2), int64(1), nil, nil, 50., nil}}}
	q := sectorsql.Query{
		Dialect: sectorsql.ClickHouse(), Table: "companies", Year: 2018, Columns: sectorsql.Columns{Sector: "sector", Employees: "ansatte", Revenue: "revenue"},
		Options: sector.Options{By: []sector.Dimension{sector.ByYear(), sector.BySector()}, Measure: sector.Employees},
	}
	table, err := sectorsql.Aggregate(t.Context(), f.db(t), q)
	if err != nil {
		t.Fatal(err)
	}
	r, ok := table.Row("2018", "Energy")
	if !ok || table.Measure != sector.Employees || r.Jobs != (sector.Cell{Sum: sector.Value(12), Known: 4, Missing: 1}) || r.RevenuePerJob != sector.Value(100./12) || r.Revenue.Sum != sector.Value(150) {
		t.Errorf("%+v", r)
	}
	f = &fake{rows: [][]driver.Value{{nil, int64(2016), int64(2), int64(2), 5., nil}, {"", int64(2018), int64(2), int64(3), 6., nil}}}
	q = sectorsql.Query{Dialect: sectorsql.SQLite(), Table: "companies", Columns: sectorsql.Columns{Sector: "sector", Year: "year", Revenue: "revenue"}}
	if table, err = sectorsql.Aggregate(t.Context(), f.db(t), q); err != nil {
		t.Fatal(err)
	}
	if len(table.Rows) != 1 || table.Rows[0].Jobs != (sector.Cell{Missing: 5}) || table.Rows[0].Revenue.Sum != sector.Value(11) || len(table.Warnings) != 1 {
		t.Errorf("%+v, warnings %v", table.Rows, table.Warnings)
	}
}

// Distinct companies that do not fit the groups are no table.
func TestAggregateOfATableThatChanges(t *testing.T) {
	q := sectorsql.Query{
		Dialect: sectorsql.ClickHouse(), Table: "establishments", Columns: sectorsql.Columns{ID: "id", Sector: "sector", Year: "year", FTE: "fte"},
		Options: sector.Options{Firms: sector.CountIDs},
	}
	class := []driver.Value{int64(0), "Energy", int64(2018), int64(2), int64(2), int64(3), 7.5, nil, int64(0), int64(0)}
	count := func(part int64, sector any, ids int64) []driver.Value {
		return []driver.Value{part, sector, nil, nil, nil, nil, nil, nil, ids, ids}
	}
	for name, rows := range map[string][][]driver.Value{
		"":                   {class, count(1, "Energy", 2), count(2, nil, 2)},
		"do not fit":         {class, count(1, "Water", 2), count(2, nil, 2)},
		"has changed":        {class, count(1, "Energy", 2)},
		"while it was read":  {class, count(1, "Energy", 0), count(2, nil, 0)},
		"stands twice":       {class, count(1, "Energy", 2), count(1, "Energy", 2)},
		"do not fit the gro": {class, count(1, "Energy", 4), count(2, nil, 2)},
	} {
		table, err := sectorsql.Aggregate(t.Context(), (&fake{rows: rows}).db(t), q)
		if name == "" {
			if err != nil || table.Rows[0].Firms != (sector.Cell{Sum: sector.Value(2), Known: 3}) || table.Rows[0].JobsPerFirm != sector.Value(3.75) {
				t.Errorf("%+v, error %v", table, err)
			}
		} else if table != nil || err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("error %v, want one with %q", err, name)
		}
	}
}

// Revenue in another currency than the table's is an error, where it is known.
func TestAggregateOfTwoCurrencies(t *testing.T) {
	q := question()
	q.Columns.Currency = "currency"
	row := func(status int64, first, last any) []driver.Value {
		return append(append([]driver.Value{}, "Energy", int64(2018), int64(2), status, int64(3), 7.5, nil, 100., nil), first, last)
	}
	for _, c := range []struct {
		row  []driver.Value
		want string
	}{
		{row(2, "DKK", "DKK"), ""}, {row(2, nil, nil), ""}, {row(0, "EUR", "EUR"), ""},
		{row(2, "DKK", "EUR"), `companies, sector "Energy", 2018: column "currency": sector: currency is EUR, want DKK, that of the table`}, {row(2, "AUD", "DKK"), "currency is AUD"},
	} {
		_, err := sectorsql.Aggregate(t.Context(), (&fake{rows: [][]driver.Value{c.row}}).db(t), q)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want %q", err, c.want)
		}
	}
}

func columns() sectorsql.Columns {
	return sectorsql.Columns{ID: "id", Sector: "sector", IndustryCode: "code", Region: "region", Year: "year", FTE: "fte", Revenue: "revenue"}
}

// someCompanies have figures of every status in every combination.
func someCompanies() []sector.Company {
	r := rand.New(rand.NewPCG(3, 4))
	figure := func(x float64) sector.Figure {
		return []sector.Figure{{}, sector.Hidden(), sector.Value(x), sector.Value(x)}[r.IntN(4)]
	}
	pick := func(texts ...string) string { return texts[r.IntN(len(texts))] }
	var out []sector.Company
	for range 2000 {
		out = append(out, sector.Company{
			ID: pick("", "1", "2", "3", fmt.Sprint(r.IntN(100))), Sector: pick("", "Energy", "Water", "\"", "Ø"), Region: pick("", "Fyn", "Sjælland"),
			IndustryCode: pick("", "620100", "62.02", "01", "43", "x", "999999"), Year: 2016 + r.IntN(4),
			FTE: figure(math.Round(r.Float64()*1000) / 4), Revenue: figure(math.Round((r.Float64() - .2) * 1e9)), Firms: figure(float64(r.IntN(4))),
			Share: []sector.Figure{{}, sector.Value(0), sector.Value(.25), sector.Value(1), sector.Hidden()}[r.IntN(5)],
		})
	}
	return out
}

// difference says where two tables are not the same: counts exactly, sums to
// within 1e-12.
func difference(got, want *sector.Table) string {
	if len(got.Rows) != len(want.Rows) || len(got.Totals) != len(want.Totals) {
		return fmt.Sprintf("%d rows and %d totals, want %d and %d", len(got.Rows), len(got.Totals), len(want.Rows), len(want.Totals))
	}
	for _, pair := range [][2][]sector.Row{{got.Rows, want.Rows}, {got.Totals, want.Totals}} {
		for i := range pair[0] {
			g, w := &pair[0][i], &pair[1][i]
			head := func(r *sector.Row) string {
				counts := []int{r.Year, r.Rows}
				for _, c := range []sector.Cell{r.Firms, r.FirmsWeighted, r.Jobs, r.Revenue} {
					counts = append(counts, c.Known, c.Missing, c.Suppressed)
				}
				return fmt.Sprintf("%q %d", r.Key, counts)
			}
			if head(g) != head(w) {
				return fmt.Sprintf("row %s, want %s", head(g), head(w))
			}
			for c := sector.Jobs; c <= sector.FirmsWeighted; c++ {
				x, y := g.Figure(c), w.Figure(c)
				if x.Status() != y.Status() || x.Known() && math.Abs(x.Float64()-y.Float64()) > 1e-12*math.Abs(y.Float64()) {
					return fmt.Sprintf("%q: column %d is %v, want %v", g.Key, c, x, y)
				}
			}
		}
	}
	if g, w := fmt.Sprint(got.FirmsOverlap, got.Measure, got.Currency, got.Warnings), fmt.Sprint(want.FirmsOverlap, want.Measure, want.Currency, want.Warnings); g != w {
		return g + ", want " + w
	}
	return ""
}
