package disclosure

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"

	"smartcity/sector"
)

// TestRatioGivesAway has a sector in which one company has not stated its jobs:
// revenue − revenue per job · jobs would be its revenue.
func TestRatioGivesAway(t *testing.T) {
	companies := slices.Concat(group("A", "", 2018, 5, 10), group("B", "", 2018, 9, 30), group("C", "", 2018, 4, 5))
	table := tableOf(t, append(companies, company("x", "A", "", 2018, -1, 123)), sector.BySector())
	r := table.Rows[0]
	if x := r.Revenue.Sum.Float64() - r.RevenuePerJob.Float64()*r.Jobs.Sum.Float64(); math.Abs(x-123) > 1e-9 {
		t.Fatalf("the ratio gives %v: the test is wrong", x)
	}
	result := protectAll(t, Options{}, table)
	got := hiddenIn(result.Tables[0], sector.RevenuePerJob)
	if len(got) < 2 || !slices.Contains(got, "A") && !slices.Contains(got, "total") || len(hiddenIn(result.Tables[0], sector.Revenue)) > 0 {
		t.Errorf("ratio hidden in %v", got)
	}
	// Where another has not stated its revenue, what is left out of the ratio could
	// not be told apart; it is kept back all the same.
	companies = append(companies, company("x", "A", "", 2018, -1, 123), company("y", "A", "", 2018, 11, -1), company("z", "B", "", 2018, -1, 40), company("v", "B", "", 2018, 4, -1))
	if got := hiddenIn(protectAll(t, Options{}, tableOf(t, companies, sector.BySector())).Tables[0], sector.RevenuePerJob); len(got) < 2 {
		t.Errorf("ratio hidden in %v", got)
	}
	// Three who have not are nobody's secret.
	companies = slices.Concat(group("A", "", 2018, 5, 10), group("B", "", 2018, 9, 30))
	for i := range 3 {
		companies = append(companies, company(fmt.Sprint("x", i), "A", "", 2018, -1, 50))
	}
	if got := hiddenIn(protectAll(t, Options{}, tableOf(t, companies, sector.BySector())).Tables[0], sector.RevenuePerJob); len(got) > 0 {
		t.Errorf("ratio hidden in %v", got)
	}
}

// TestRatiosBySize has two regions where one medium-sized company each has stated
// jobs but no revenue. With the ratios of both hidden, and those of the other
// region and the total shown, their sum is known. If it is 103, each of them has 50
// to 53 jobs.
func TestRatiosBySize(t *testing.T) {
	hidden := func(jobs float64) int {
		companies := slices.Concat(group("A", "a", 2018, 3, 60), group("A", "b", 2018, 3, 60), group("A", "c", 2018, 3, 60),
			[]sector.Company{company("x", "A", "a", 2018, jobs, -1), company("y", "A", "b", 2018, jobs+1, -1)})
		for i := range 5 {
			companies = append(companies, company(fmt.Sprint("z", i), "A", "c", 2018, 60, -1))
		}
		table := tableOf(t, companies, sector.ByRegion(), sector.BySize())
		return len(hiddenIn(protectAll(t, Options{Rules: []Rule{MinimumCompanies{N: 2}}, Margins: GivenMargins}, table).Tables[0], sector.RevenuePerJob))
	}
	if n := hidden(51); n < 3 {
		t.Errorf("%d ratios are hidden at the end of the class, want more than those of the two regions", n)
	}
	if n := hidden(100); n != 2 {
		t.Errorf("%d ratios are hidden within the class, want those of the two regions", n)
	}
}

// TestRatioOfOne has a sector of seven companies of which one states both jobs and
// revenue, three jobs alone and three revenue alone: no sum is of fewer than three,
// but revenue per job is that of the one.
func TestRatioOfOne(t *testing.T) {
	companies := slices.Concat(group("B", "", 2018, 9, 30), group("C", "", 2018, 9, 40), []sector.Company{company("x", "A", "", 2018, 10, 777)})
	for i := range 3 {
		companies = append(companies, company(fmt.Sprint("j", i), "A", "", 2018, 20, -1), company(fmt.Sprint("r", i), "A", "", 2018, -1, 300))
	}
	table := tableOf(t, companies, sector.BySector())
	if q := table.Rows[0].RevenuePerJob.Float64(); q != 77.7 {
		t.Fatalf("revenue per job is %v: the test is wrong", q)
	}
	want := SmallCell{Key: []string{"A"}, Column: sector.RevenuePerJob, Companies: 1}
	if got := Check(table); len(got) != 1 || len(got[0].(*SmallCells).Cells) != 1 || !reflect.DeepEqual(got[0].(*SmallCells).Cells[0], want) {
		t.Errorf("%v, want a warning of the ratio", got)
	}
	result := protectAll(t, Options{}, table)
	// Nor may it follow from the ratio of the total.
	if got := hiddenIn(result.Tables[0], sector.RevenuePerJob); len(got) < 2 || got[0] != "A" {
		t.Errorf("ratio hidden in %v", got)
	}
	for _, s := range result.Suppressions {
		if s.Key[0] == "A" && (s.Column != sector.RevenuePerJob || s.Reason != Sensitive || s.Rule != MinimumCompanies{}) {
			t.Errorf("%+v", s)
		}
	}
	// Two more who state both make it one of three.
	companies = append(companies, company("y", "A", "", 2018, 11, 200), company("z", "A", "", 2018, 12, 300))
	table = tableOf(t, companies, sector.BySector())
	if got := hiddenIn(protectAll(t, Options{}, table).Tables[0], sector.RevenuePerJob); len(got) > 0 || len(Check(table)) > 0 {
		t.Errorf("ratio of three hidden in %v", got)
	}
}
