package sectorsql_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
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
