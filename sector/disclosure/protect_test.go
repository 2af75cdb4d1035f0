package disclosure

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"smartcity/sector"
)

func TestSmallestPartner(t *testing.T) {
	companies := slices.Concat(group("A", "", 2018, 2, 5), group("B", "", 2018, 9, 30), group("C", "", 2018, 4, 5), group("D", "", 2018, 5, 20))
	result := protectAll(t, Options{}, tableOf(t, companies, sector.BySector()))
	for _, column := range columns() {
		if got, want := hiddenIn(result.Tables[0], column), []string{"A", "C"}; !slices.Equal(got, want) {
			t.Errorf("column %d: %v is hidden, want %v", column, got, want)
		}
	}
	want := Suppression{Table: 0, By: []string{"sector"}, Key: []string{"A"}, Column: sector.Jobs, Reason: Sensitive, Rule: MinimumCompanies{}}
	if !slices.ContainsFunc(result.Suppressions, func(s Suppression) bool { return reflect.DeepEqual(s, want) }) {
		t.Errorf("%+v is not among %+v", want, result.Suppressions)
	}
	if got, want := result.Losses[1], (Loss{Table: 0, Column: sector.Jobs, Figures: 5, Sensitive: 1, Complementary: 1, Value: 30, Share: 30. / 400}); got != want {
		t.Errorf("loss %+v, want %+v", got, want)
	}
}

// TestSquare hides one cell of a table with margins: three more must go.
func TestSquare(t *testing.T) {
	var companies []sector.Company
	for _, s := range []string{"A", "B", "C"} {
		for _, r := range []string{"a", "b", "c"} {
			companies = append(companies, group(s, r, 2018, map[bool]int{true: 1, false: 6}[s+r == "Bb"], 10)...)
		}
	}
	table := tableOf(t, companies, sector.BySector(), sector.ByRegion())
	if got := hiddenIn(protectAll(t, Options{}, table).Tables[0], sector.Jobs); len(got) != 4 || !slices.Contains(got, "B b") {
		t.Errorf("hidden with all margins: %v, want four with B b", got)
	}
	if got := hiddenIn(protectAll(t, Options{Margins: GivenMargins}, table).Tables[0], sector.Jobs); len(got) != 2 || !slices.Contains(got, "B b") {
		t.Errorf("hidden with the total alone: %v, want two with B b", got)
	}
	// The margins as tables of their own are the same as all of them.
	given := protectAll(t, Options{Margins: GivenMargins}, table, tableOf(t, companies, sector.BySector()), tableOf(t, companies, sector.ByRegion()))
	if got, want := hiddenIn(given.Tables[0], sector.Jobs), hiddenIn(protectAll(t, Options{}, table).Tables[0], sector.Jobs); !slices.Equal(got, want) {
		t.Errorf("hidden with margins given: %v, want %v", got, want)
	}
	if got := slices.Concat(hiddenIn(given.Tables[1], sector.Jobs), hiddenIn(given.Tables[2], sector.Jobs)); len(got) > 0 {
		t.Errorf("margins are hidden: %v", got)
	}
}

// TestSingles puts two companies into a sector each: either would know the
// other's figure if no third cell were hidden.
func TestSingles(t *testing.T) {
	companies := slices.Concat(group("A", "", 2018, 1, 5), group("B", "", 2018, 1, 7), group("C", "", 2018, 5, 9), group("D", "", 2018, 5, 20))
	table := tableOf(t, companies, sector.BySector())
	if got := hiddenIn(protectAll(t, Options{}, table).Tables[0], sector.Jobs); !slices.Equal(got, []string{"A", "B", "C"}) {
		t.Errorf("hidden: %v, want A, B, C", got)
	}
	// A minimum of two lets them.
	if got := hiddenIn(protectAll(t, Options{Rules: []Rule{MinimumCompanies{N: 2}}}, table).Tables[0], sector.Jobs); !slices.Equal(got, []string{"A", "B"}) {
		t.Errorf("hidden with a minimum of two: %v, want A, B", got)
	}
}

// TestAllSingles has five sectors of one company each: nobody can tell another
// from the total.
func TestAllSingles(t *testing.T) {
	var companies []sector.Company
	for i := range 5 {
		companies = append(companies, group(string(rune('A'+i)), "", 2018, 1, float64(5+i))...)
	}
	result := protectAll(t, Options{}, tableOf(t, companies, sector.BySector()))
	if got := hiddenIn(result.Tables[0], sector.Jobs); !slices.Equal(got, []string{"A", "B", "C", "D", "E"}) {
		t.Errorf("hidden: %v, want all rows and not the total", got)
	}
}

func TestNothingElseToHide(t *testing.T) {
	// Two rows, both of one company: the total, of two, goes too.
	result := protectAll(t, Options{}, tableOf(t, slices.Concat(group("A", "", 2018, 1, 5), group("B", "", 2018, 1, 7)), sector.BySector()))
	if got := hiddenIn(result.Tables[0], sector.Jobs); !slices.Equal(got, []string{"A", "B", "total"}) {
		t.Errorf("hidden: %v, want everything", got)
	}
	// The total of a lone row is that row.
	result = protectAll(t, Options{}, tableOf(t, group("A", "", 2018, 2, 5), sector.BySector()))
	if got := hiddenIn(result.Tables[0], sector.Revenue); !slices.Equal(got, []string{"A", "total"}) {
		t.Errorf("hidden: %v, want everything", got)
	}
	for _, companies := range [][]sector.Company{nil, group("A", "", 2018, 3, 5)} {
		result = protectAll(t, Options{}, tableOf(t, companies, sector.BySector(), sector.ByYear()))
		if len(result.Suppressions) > 0 {
			t.Errorf("%v is hidden", result.Suppressions)
		}
	}
}

// TestZero keeps a company without jobs from being known as such.
func TestZero(t *testing.T) {
	companies := slices.Concat(group("A", "", 2018, 1, 0), group("B", "", 2018, 5, 0), group("C", "", 2018, 5, 10), group("D", "", 2018, 5, 12))
	result := protectAll(t, Options{}, tableOf(t, companies, sector.BySector()))
	audit, err := Audit(result.Tables...)
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range audit.Intervals {
		if i.Column == sector.Jobs && i.Key[0] == "A" && i.Upper < 1 {
			t.Errorf("jobs of A lie in %v to %v", i.Lower, i.Upper)
		}
	}
	if got := hiddenIn(result.Tables[0], sector.RevenuePerJob); !slices.Contains(got, "A") {
		t.Errorf("ratio of A is %v: that there is none tells that there are no jobs", got)
	}
}

// TestKnownCompaniesCount hides a sum of five companies of which one has stated
// its figure.
func TestKnownCompaniesCount(t *testing.T) {
	companies := slices.Concat(group("B", "", 2018, 9, 30), group("C", "", 2018, 4, 5))
	for i := range 5 {
		companies = append(companies, company(fmt.Sprint("A", i), "A", "", 2018, 5, map[bool]float64{true: 50, false: -1}[i == 2]))
	}
	for _, contributions := range []bool{true, false} {
		table, err := sector.Aggregate(companies, sector.Options{Contributions: contributions})
		if err != nil {
			t.Fatal(err)
		}
		result := protectAll(t, Options{}, table)
		if got := hiddenIn(result.Tables[0], sector.Revenue); !slices.Contains(got, "A") {
			t.Errorf("revenue hidden in %v, want A", got)
		}
		if got := hiddenIn(result.Tables[0], sector.Jobs); len(got) > 0 {
			t.Errorf("jobs hidden in %v", got)
		}
	}
}

// TestNothingLeft checks what a protected table does not say any more.
func TestNothingLeft(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2))
	companies := byYear(4, .1)(rng)
	for i := range companies {
		companies[i].Name = "Secret " + companies[i].ID
		companies[i].ID = "ID " + companies[i].ID
	}
	table := tableOf(t, companies, sector.BySector(), sector.ByRegion(), sector.ByYear())
	before := fmt.Sprintf("%#v", table.Rows)
	result := protectAll(t, Options{}, table)
	if fmt.Sprintf("%#v", table.Rows) != before {
		t.Error("Protect has changed the table")
	}
	if text := fmt.Sprintf("%+v %+v", result, result.View()); strings.Contains(text, "Secret") || strings.Contains(text, "ID ") {
		t.Error("names or IDs of companies are in the result")
	}
	protected := result.Tables[0]
	hidden := 0
	for _, r := range slices.Concat(protected.Rows, protected.Totals) {
		if r.Contributions != nil {
			t.Fatalf("%v has contributions", r.Key)
		}
		if r.Firms.Sum == sector.Hidden() {
			hidden++
			if r.Rows != 0 || r.Firms.Known+r.Jobs.Known+r.Jobs.Missing+r.Revenue.Known+r.Revenue.Suppressed != 0 || r.FirmsWeighted.Sum != sector.Hidden() || r.JobsPerFirm.Known() {
				t.Fatalf("%+v tells how many companies there are", r)
			}
		}
		for _, c := range columns() {
			if c.Additive() && r.Figure(c) == sector.Hidden() && protected.Share(r, c).Known() {
				t.Fatalf("share of %v is shown", r.Key)
			}
		}
		if (r.Jobs.Sum == sector.Hidden() || r.Revenue.Sum == sector.Hidden()) && r.RevenuePerJob != sector.Hidden() {
			t.Fatalf("revenue per job of %v is %v", r.Key, r.RevenuePerJob)
		}
	}
	if hidden == 0 {
		t.Error("nothing was hidden")
	}
	shown := protectAll(t, Options{Firms: ShowFirms}, table)
	for i, r := range shown.Tables[0].Rows {
		if was := table.Rows[i]; r.Firms != was.Firms || r.Rows != was.Rows || r.Jobs.Known != was.Jobs.Known {
			t.Fatalf("%+v: firms were %+v", r, was)
		}
	}
}

// TestSameForAnyOrder protects companies and rows in another order, on one
// processor, and revenue in another unit.
func TestSameForAnyOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 4))
	companies := someCompanies(rng, 400, 10, 6, 2, .05)
	o := Options{Rules: []Rule{MinimumCompanies{}, PPercent{P: 10}}}
	want := protectAll(t, o, tableOf(t, companies, sector.BySector(), sector.ByRegion(), sector.ByYear()))
	rng.Shuffle(len(companies), func(i, j int) { companies[i], companies[j] = companies[j], companies[i] })
	if got := protectAll(t, o, tableOf(t, companies, sector.BySector(), sector.ByRegion(), sector.ByYear())); !reflect.DeepEqual(got.Suppressions, want.Suppressions) || !reflect.DeepEqual(got.Tables[0].Rows, want.Tables[0].Rows) {
		t.Error("another order of the companies gives another result")
	}
	turned := tableOf(t, companies, sector.BySector(), sector.ByRegion(), sector.ByYear())
	rng.Shuffle(len(turned.Rows), func(i, j int) { turned.Rows[i], turned.Rows[j] = turned.Rows[j], turned.Rows[i] })
	processors := runtime.GOMAXPROCS(1)
	got := protectAll(t, o, turned)
	runtime.GOMAXPROCS(processors)
	for _, r := range got.Tables[0].Rows {
		if was, _ := want.Tables[0].Row(r.Key...); !reflect.DeepEqual(r, was) {
			t.Fatalf("another order of the rows gives %+v for %+v", r, was)
		}
	}
	for i := range companies {
		if companies[i].Revenue.Known() {
			companies[i].Revenue = sector.Value(companies[i].Revenue.Float64() / 1024)
		}
	}
	if got := protectAll(t, o, tableOf(t, companies, sector.BySector(), sector.ByRegion(), sector.ByYear())); !reflect.DeepEqual(got.Suppressions, want.Suppressions) {
		t.Error("another unit of revenue gives another result")
	}
}

// TestFurtherRules adds rules one by one: what is sensitive stays so, and is
// hidden.
func TestFurtherRules(t *testing.T) {
	for seed := range uint64(20) {
		table := tableOf(t, small(rand.New(rand.NewPCG(seed, 5)), 40, 5, 3, .1), sector.BySector(), sector.ByRegion())
		var before []string
		for n := range 3 {
			rules := []Rule{MinimumCompanies{}, PPercent{P: 10}, Dominance{N: 2, K: 75}}[:n+1]
			result, err := Protect(Options{Rules: rules, Interval: 10}, table)
			if err != nil {
				t.Fatal(err)
			}
			var sensitive []string
			for _, s := range result.Suppressions {
				if s.Column.Additive() && s.Reason == Sensitive {
					sensitive = append(sensitive, fmt.Sprint(s.Table, s.Total, s.By, s.Key, s.Column))
				}
			}
			for _, s := range before {
				if !slices.Contains(sensitive, s) {
					t.Fatalf("seed %d: %s is sensitive no more with %v", seed, s, rules)
				}
			}
			if n == 2 && len(sensitive) == 0 {
				t.Fatal("nothing is sensitive")
			}
			before = sensitive
		}
	}
}

// TestEstablishments counts a company with three workplaces as one.
func TestEstablishments(t *testing.T) {
	var companies []sector.Company
	for i, id := range []string{"1", "1", "1", "2", "3", "4", "5", "5", "6", "7"} {
		c := company(id, map[bool]string{true: "A", false: "B"}[i < 3], "", 2018, 10, 100)
		c.Establishment = fmt.Sprint(i)
		companies = append(companies, c)
	}
	companies = append(companies, group("C", "", 2018, 8, 9)...)
	table, err := sector.Aggregate(companies, sector.Options{Firms: sector.CountIDs, Contributions: true})
	if err != nil {
		t.Fatal(err)
	}
	result := protectAll(t, Options{}, table)
	for _, column := range []sector.Column{sector.Firms, sector.Jobs, sector.Revenue} {
		if got := hiddenIn(result.Tables[0], column); len(got) != 2 || got[0] != "A" {
			t.Errorf("column %d hidden in %v, want A and another", column, got)
		}
	}
}
