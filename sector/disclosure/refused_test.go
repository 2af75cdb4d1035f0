package disclosure

import (
	"errors"
	"math"
	"slices"
	"testing"

	"smartcity/sector"
)

func TestRefused(t *testing.T) {
	companies := group("A", "a", 2018, 5, 10)
	table := tableOf(t, companies, sector.BySector())
	build := func(o sector.Options, companies ...sector.Company) *sector.Table {
		table, err := sector.Aggregate(companies, o)
		if err != nil {
			t.Fatal(err)
		}
		return table
	}
	two := append(group("A", "a", 2018, 5, 10), group("A", "a", 2017, 5, 10)...)
	dominance := Options{Rules: []Rule{Dominance{N: 1, K: 80}}}
	named := sector.Options{By: []sector.Dimension{sector.By("company", func(c sector.Company) string { return c.Name })}, Contributions: true}
	// Figures that no file could have.
	infinite := tableOf(t, companies, sector.ByRegion())
	infinite.Rows[0].Revenue.Sum = sector.Value(math.Inf(1))
	short := tableOf(t, companies, sector.ByRegion())
	short.Rows[0].Key = nil
	for _, c := range []struct {
		name    string
		options Options
		tables  []*sector.Table
		as      func(error) bool
	}{
		{"no table", Options{}, nil, nil},
		{"nil", Options{}, []*sector.Table{nil}, nil},
		{"no contributions", dominance, []*sector.Table{table, build(sector.Options{}, companies...)}, is[*NoContributions]},
		{"several years", Options{}, []*sector.Table{build(sector.Options{}, two...)}, is[*NoContributions]},
		{"establishments", Options{}, []*sector.Table{build(sector.Options{Firms: sector.CountIDs}, companies...)}, is[*NoContributions]},
		{"named after companies", Options{}, []*sector.Table{build(named, companies...)}, is[*NamedCompanies]},
		{"a sector of its own", Options{}, []*sector.Table{build(sector.Options{Contributions: true}, append(companies, sector.Company{Name: "Fjord", Sector: "Fjord", Year: 2018})...)}, is[*NamedCompanies]},
		{"other companies", Options{}, []*sector.Table{table, tableOf(t, companies[1:], sector.ByRegion())}, is[*UnlikeTables]},
		{"protected before", Options{}, protectAll(t, Options{}, tableOf(t, companies[:2], sector.BySector())).Tables, nil},
		{"infinite", Options{}, []*sector.Table{infinite}, nil},
		{"a key too short", Options{}, []*sector.Table{short}, nil},
		{"another measure", Options{}, []*sector.Table{table, build(sector.Options{Measure: sector.Employees, Contributions: true}, companies...)}, nil},
		{"another currency", Options{}, []*sector.Table{table, build(sector.Options{Currency: "EUR", Contributions: true}, companies...)}, nil},
	} {
		_, err := Protect(c.options, c.tables...)
		if err == nil || c.as != nil && !c.as(err) {
			t.Errorf("%s: %v", c.name, err)
		} else if err.Error() == "" {
			t.Errorf("%s: no words", c.name)
		}
	}
	if _, err := Audit(infinite); err == nil {
		t.Error("an infinite figure was audited")
	}
}

func TestNegativeFigures(t *testing.T) {
	companies := slices.Concat(group("A", "", 2018, 4, 5), group("B", "", 2018, 5, 9))
	companies[0].Revenue = sector.Value(-70)
	for _, contributions := range []bool{true, false} {
		table, err := sector.Aggregate(companies, sector.Options{Contributions: contributions})
		if err != nil {
			t.Fatal(err)
		}
		_, err = Protect(Options{}, table)
		e, ok := errors.AsType[*NegativeFigures](err)
		// Without contributions a loss does not show in a sum above zero.
		if above := table.Rows[0].Revenue.Sum.Float64() > 0; ok != (contributions || !above) || ok && (e.Column != "revenue" || e.Key[0] != "A") {
			t.Errorf("contributions %v: %v", contributions, err)
		}
	}
}
