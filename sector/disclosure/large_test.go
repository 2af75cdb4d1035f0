package disclosure

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"smartcity/sector"
)

// someCompanies makes companies of skewed sizes over several years, with many
// small groups.
func someCompanies(rng *rand.Rand, n, sectors, regions, years int, missing float64) []sector.Company {
	var out []sector.Company
	for i := range n {
		s, r := int(float64(sectors)*rng.Float64()*rng.Float64()), int(float64(regions)*rng.Float64()*rng.Float64())
		size := rng.ExpFloat64() * rng.ExpFloat64() * 10
		for y := range years {
			c := sector.Company{
				ID: fmt.Sprint(i), Sector: fmt.Sprintf("s%03d", s), Region: fmt.Sprintf("r%02d", r), Year: 2010 + y,
				FTE: sector.Value(math.Floor(size*4) / 4), Revenue: sector.Value(math.Floor(size * 1e6 * (.5 + rng.Float64()))),
			}
			if rng.Float64() < missing {
				c.FTE = sector.Figure{}
			}
			if rng.Float64() < missing {
				c.Revenue = sector.Hidden()
			}
			out = append(out, c)
		}
	}
	return out
}

// TestLarge protects tables of the size of real ones, and audits them together
// with their margins, which knows nothing of how they were protected.
func TestLarge(t *testing.T) {
	S, R, Y := sector.BySector(), sector.ByRegion(), sector.ByYear()
	for _, c := range []struct {
		n, sectors, regions, years int
		by                         [][]sector.Dimension
	}{
		{1500, 30, 12, 3, [][]sector.Dimension{{S, R, Y}, {S, Y}, {R, Y}}},
		{5000, 1000, 1, 1, [][]sector.Dimension{{S}}},
	} {
		companies := someCompanies(rand.New(rand.NewPCG(1, 2)), c.n, c.sectors, c.regions, c.years, .01)
		var tables []*sector.Table
		for _, by := range c.by {
			tables = append(tables, tableOf(t, companies, by...))
		}
		result := protectAll(t, Options{Rules: []Rule{MinimumCompanies{}, PPercent{P: 10}}, Margins: GivenMargins}, tables...)
		audit, err := Audit(result.Tables...)
		if err != nil {
			t.Fatal(err)
		}
		at := map[string]Interval{}
		for _, i := range audit.Intervals {
			at[fmt.Sprint(i.Table, i.Total, i.Key, i.Column)] = i
		}
		checked := 0
		for _, s := range result.Suppressions {
			if !s.Column.Additive() {
				continue
			}
			i, ok := at[fmt.Sprint(s.Table, s.Total, s.Key, s.Column)]
			if !ok {
				t.Fatalf("%+v was not audited", s)
			}
			row, _ := tables[s.Table].Row(s.Key...)
			if s.Total {
				row, _ = tables[s.Table].Total(s.Year)
			}
			x := row.Figure(s.Column).Float64()
			need := .1 * x
			if s.Column == sector.Firms {
				need = max(1, math.Ceil(need-1e-9))
			}
			checked++
			sensitive := s.Reason == Sensitive && s.Column != sector.Firms
			if i.Upper-i.Lower <= need*(1-1e-9) || sensitive && (i.Upper-x < need*(1-1e-9) || x-i.Lower < need*(1-1e-9)) || !(i.Upper > i.Lower) {
				t.Errorf("%+v: %v lies in %v to %v", s, x, i.Lower, i.Upper)
			}
		}
		if checked == 0 {
			t.Error("nothing was hidden")
		}
	}
}

// benchmark protects a table again and again.
func benchmark(b *testing.B, n, sectors, regions, years int, by ...sector.Dimension) {
	companies := someCompanies(rand.New(rand.NewPCG(1, 2)), n, sectors, regions, years, .01)
	table, err := sector.Aggregate(companies, sector.Options{By: by, Contributions: true})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(len(table.Rows)), "rows")
	for b.Loop() {
		if _, err := Protect(Options{Rules: []Rule{MinimumCompanies{}, PPercent{P: 10}}}, table); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkProtectSectorsRegionsYears(b *testing.B) {
	benchmark(b, 2000, 30, 12, 10, sector.BySector(), sector.ByRegion(), sector.ByYear())
}

func BenchmarkProtectThousandRows(b *testing.B) {
	benchmark(b, 6000, 1000, 1, 1, sector.BySector())
}

func BenchmarkAudit(b *testing.B) {
	companies := someCompanies(rand.New(rand.NewPCG(1, 2)), 2000, 30, 12, 10, .01)
	var tables []*sector.Table
	for _, by := range [][]sector.Dimension{{sector.BySector(), sector.ByRegion(), sector.ByYear()}, {sector.BySector(), sector.ByYear()}, {sector.ByRegion(), sector.ByYear()}} {
		table, err := sector.Aggregate(companies, sector.Options{By: by, Contributions: true})
		if err != nil {
			b.Fatal(err)
		}
		tables = append(tables, table)
	}
	result, err := Protect(Options{}, tables...)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Audit(result.Tables...); err != nil {
			b.Fatal(err)
		}
	}
}
