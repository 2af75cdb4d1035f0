package disclosure

import (
	"slices"
	"testing"

	"smartcity/sector"
)

// TestDegenerate protects what hardly is a table.
func TestDegenerate(t *testing.T) {
	S, R, Y := sector.BySector(), sector.ByRegion(), sector.ByYear()
	bare := func(n int, in string) (out []sector.Company) {
		for i := range n {
			out = append(out, sector.Company{ID: string(rune('a' + i)), Sector: in, Year: 2018})
		}
		return out
	}
	several := func(in string, firms, fte float64) sector.Company {
		return sector.Company{Sector: in, Year: 2018, Firms: sector.Value(firms), FTE: sector.Value(fte)}
	}
	for _, c := range []struct {
		name      string
		companies []sector.Company
		options   sector.Options
		column    sector.Column
		want      []string
	}{
		{"nothing", nil, sector.Options{By: []sector.Dimension{S}, Contributions: true}, sector.Jobs, nil},
		{"nothing in years", nil, sector.Options{By: []sector.Dimension{S, Y}}, sector.Jobs, nil},
		{"one company", group("A", "a", 2018, 1, 5), sector.Options{By: []sector.Dimension{S, R, Y}, Contributions: true}, sector.Revenue, []string{"A a 2018", "total 2018"}},
		{"one row of many", group("A", "a", 2018, 9, 5), sector.Options{By: []sector.Dimension{S, R, Y}, Contributions: true}, sector.Jobs, nil},
		{"not stated", group("", "", 2018, 2, 5), sector.Options{By: []sector.Dimension{S}, Contributions: true}, sector.Jobs, []string{"", "total"}},
		{"figures of nobody", bare(5, "A"), sector.Options{By: []sector.Dimension{S}, Contributions: true}, sector.Jobs, nil},
		{"firms without figures", slices.Concat(bare(2, "A"), bare(3, "B"), bare(4, "C")), sector.Options{By: []sector.Dimension{S}}, sector.Firms, []string{"A", "B"}},
		{"all zero", slices.Concat(group("A", "", 2018, 2, 0), group("B", "", 2018, 4, 0), group("C", "", 2018, 4, 0)), sector.Options{By: []sector.Dimension{S}, Contributions: true}, sector.Jobs, []string{"A", "total"}},
		{"rows of several companies", []sector.Company{several("A", 2, 10), several("B", 5, 90), several("C", 8, 200), several("D", 9, 210)},
			sector.Options{By: []sector.Dimension{S}, Firms: sector.CountColumn}, sector.Jobs, []string{"A", "B"}},
		{"rows of no company", []sector.Company{several("A", 0, 0), several("B", 5, 90), several("C", 8, 200)},
			sector.Options{By: []sector.Dimension{S}, Firms: sector.CountColumn}, sector.Firms, nil},
	} {
		for _, work := range []int{mostWork, -1} {
			table, err := sector.Aggregate(c.companies, c.options)
			if err != nil {
				t.Fatal(err)
			}
			result, err := protect(Options{Rules: []Rule{MinimumCompanies{}}, Interval: 10}, work, []*sector.Table{table})
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
				continue
			}
			if got := hiddenIn(result.Tables[0], c.column); !slices.Equal(got, c.want) {
				t.Errorf("%s, work %d: %q is hidden, want %q", c.name, work, got, c.want)
			}
		}
	}
}

// TestMoreThanNeeded lets a search work for nothing, and looks at what it says.
func TestMoreThanNeeded(t *testing.T) {
	table := tableOf(t, investment(), sector.BySector(), sector.ByRegion())
	result, err := protect(Options{Rules: []Rule{MinimumCompanies{}}, Interval: 10}, -1, []*sector.Table{table})
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Warnings) != 3 || !is[*MoreThanNeeded](result.Warnings[0]) || result.Warnings[0].Error() == "" {
		t.Errorf("warnings: %v, want one for each of jobs, revenue and firms", result.Warnings)
	}
	if got := hiddenIn(result.Tables[0], sector.Jobs); len(got) != 4 {
		t.Errorf("hidden: %v, want four", got)
	}
}
