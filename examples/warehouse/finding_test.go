package main

import (
	"fmt"
	"math"
	"testing"

	"smartcity/growth"
	"smartcity/sector"
	"smartcity/sector/dynamics"
	"smartcity/sector/sectorsql"
	"smartcity/sector/structure"
)

// TestFindings: what an engine finds out about companies is what is found out about
// them in memory.
func TestFindings(t *testing.T) {
	each(t, func(t *testing.T, db subject) {
		companies, _ := testCompanies(t)
		db.holding(t, "companies", all(companies))
		panel, err := dynamics.NewPanel(companies, dynamics.PanelOptions{})
		if err != nil {
			t.Fatal(err)
		}
		q := query(db.dialect, "companies", sector.Options{})
		q.Columns.ID, q.Columns.Name, q.Columns.Founded = "id", "name", "founded"

		for _, by := range []dynamics.Grouping{dynamics.InTotal, dynamics.BySector, dynamics.ByRegion, dynamics.ByBaseSize, dynamics.ByMeanSize} {
			for _, o := range []dynamics.JobFlowOptions{
				{Pairs: [][2]int{{2014, 2015}, {2015, 2016}, {2016, 2017}, {2017, 2018}}},
				{Pairs: [][2]int{{2014, 2018}, {2015, 2017}}, Activity: dynamics.ActiveWithRow, Gaps: dynamics.GapsAreFlows},
			} {
				o.By = by
				want, err := dynamics.JobFlows(panel, o)
				if err != nil {
					t.Fatal(err)
				}
				got, err := sectorsql.JobFlows(t.Context(), db, q, o)
				if err != nil {
					t.Fatal(err)
				}
				sameView(t, "job flows "+by.String(), got, want, got.Warnings, want.Warnings)
			}
		}
		for _, rule := range []dynamics.HighGrowthRule{dynamics.EU439of2014(), dynamics.OECDEurostat2007(sector.Jobs), dynamics.OECDEurostat2007(sector.Revenue), dynamics.StatisticsDenmark()} {
			for _, by := range []dynamics.Grouping{dynamics.InTotal, dynamics.BySector} {
				o := dynamics.HighGrowthOptions{By: by, Starts: []int{2014, 2015}}
				want, err := dynamics.FindHighGrowth(panel, rule, o)
				if err != nil {
					t.Fatal(err)
				}
				got, err := sectorsql.HighGrowth(t.Context(), db, q, rule, o)
				if err != nil {
					t.Fatal(err)
				}
				sameView(t, rule.Name, got, want, got.Warnings, want.Warnings)
			}
		}
		for _, year := range []int{2014, 2018} {
			sizes, err := structure.SizeClasses(companies, year, nil)
			if err != nil {
				t.Fatal(err)
			}
			got, err := sectorsql.SizeClasses(t.Context(), db, q, year, nil)
			if err != nil {
				t.Fatal(err)
			}
			sameView(t, "size classes", got, sizes, got.Warnings, sizes.Warnings)

			for _, of := range []sector.Column{sector.Jobs, sector.Revenue} {
				o := &structure.TopOptions{K: 5, Column: of, BySectors: true}
				want, err := structure.TopCompanies(companies, year, o)
				if err != nil {
					t.Fatal(err)
				}
				got, err := sectorsql.TopCompanies(t.Context(), db, q, year, o)
				if err != nil {
					t.Fatal(err)
				}
				sameView(t, "largest companies", got, want, got.Warnings, want.Warnings)

				concentrations, err := sectorsql.HHI(t.Context(), db, q, year, of)
				if err != nil {
					t.Fatal(err)
				}
				for _, line := range append(concentrations.Lines, concentrations.Total) {
					var figures []float64
					n := 0
					for _, c := range companies {
						if c.Year != year || line.Sector != "" && c.Sector != line.Sector {
							continue
						}
						n++
						f := c.FTE
						if of == sector.Revenue {
							f = c.Revenue
						}
						if f.Known() {
							figures = append(figures, f.Float64())
						}
					}
					want, err := structure.HHI(figures)
					if err != nil || line.Err != nil {
						t.Fatal(err, line.Err)
					}
					got := line.Concentration
					if line.Companies != n || line.Figures.Known != len(figures) || !close2(got.HHI, want.HHI) || !close2(got.Equivalent, want.Equivalent) || math.Abs(got.Normalised-want.Normalised) > 1e-12 {
						t.Errorf("concentration in %q: %+v of %d companies, want %+v of %d", line.Sector, got, line.Companies, want, n)
					}
				}
			}
		}
	})
}

// sameView checks that two results print alike: texts and what is not known exactly,
// numbers to 1e-12 of their size, or of 1 where they are rates.
func sameView(t *testing.T, what string, got, want interface{ View() growth.View }, warnings, wanted []error) {
	t.Helper()
	if g, w := fmt.Sprint(warnings), fmt.Sprint(wanted); g != w {
		t.Errorf("%s: warnings %s, want %s", what, g, w)
	}
	g, w := got.View(), want.View()
	if fmt.Sprint(g.Columns) != fmt.Sprint(w.Columns) || len(g.Rows) != len(w.Rows) || len(w.Rows) == 0 {
		t.Fatalf("%s: %d rows of %v, want %d of %v", what, len(g.Rows), g.Columns, len(w.Rows), w.Columns)
	}
	for i := range w.Rows {
		for j, x := range w.Rows[i] {
			y := g.Rows[i][j]
			if y.Kind != x.Kind || y.Text != x.Text || math.Abs(y.Number-x.Number) > 1e-12*max(math.Abs(x.Number), 1) {
				t.Errorf("%s, row %d, %s: %+v, want %+v", what, i, w.Columns[j].Name, y, x)
			}
		}
	}
}

// close2 reports whether two numbers are alike, to 1e-12 of their size.
func close2(x, y float64) bool { return math.Abs(x-y) <= 1e-12*math.Abs(y) }

// TestCube: all margins of a table in one statement.
func TestCube(t *testing.T) {
	each(t, func(t *testing.T, db subject) {
		companies, read := testCompanies(t)
		db.holding(t, "companies", all(companies))
		for _, firms := range []sector.Counting{sector.CountRows, sector.CountIDs} {
			opt := read.Options(sector.BySector(), sector.ByRegion(), sector.ByYear())
			opt.Firms = firms
			tables, err := sectorsql.Cube(t.Context(), db, query(db.dialect, "companies", opt))
			if err != nil {
				t.Fatal(err)
			}
			if len(tables) != 7 {
				t.Fatalf("%d tables", len(tables))
			}
			for _, got := range tables {
				opt.By = got.By
				want, err := sector.Aggregate(companies, opt)
				if err != nil {
					t.Fatal(err)
				}
				same(t, got, want)
			}
		}
	})
}
