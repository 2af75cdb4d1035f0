package sector

import (
	"math/rand/v2"
	"reflect"
	"testing"
)

// contributing makes companies with several rows each, in quarters, so that sums
// are exact, and some without an ID.
func contributing(rng *rand.Rand, n int) []Company {
	out := random(rng, n)
	for i := range out {
		for _, f := range []*Figure{&out[i].FTE, &out[i].Employees, &out[i].Revenue} {
			if f.Known() {
				*f = Value(float64(rng.IntN(4000)-400*rng.IntN(2)) / 4)
			}
		}
		out[i].FTE, out[i].Employees = notBelowZero(out[i].FTE), notBelowZero(out[i].Employees)
		if rng.IntN(8) == 0 {
			out[i].ID = ""
		}
	}
	return out
}

func notBelowZero(f Figure) Figure {
	if f.Known() && f.Float64() < 0 {
		return Value(0)
	}
	return f
}

// TestContributionsAddUp adds up contributions, and compares them with the row,
// its total and its ratio.
func TestContributionsAddUp(t *testing.T) {
	for seed := range uint64(5) {
		rng := rand.New(rand.NewPCG(seed, 21))
		companies := contributing(rng, 300)
		for _, opt := range options() {
			if opt.Firms == CountColumn {
				for i := range companies {
					companies[i].Firms = Value(1)
				}
			}
			opt.Contributions = true
			table := build(t, companies, opt).Table()
			byYear := map[int][][]Contribution{}
			for _, r := range table.Rows {
				byYear[r.Year] = append(byYear[r.Year], r.Contributions)
				var jobs, revenue, jobsBoth, revenueBoth column
				both, seen := false, map[string]bool{}
				for _, c := range r.Contributions {
					if c.ID != "" && seen[c.ID] {
						t.Fatalf("company %s twice in %q", c.ID, r.Key)
					}
					seen[c.ID] = true
					jobs.add(c.Jobs)
					revenue.add(c.Revenue)
					both = both || c.Both
					if c.Both {
						jobsBoth.sum.Add(c.Jobs.Float64())
						revenueBoth.sum.Add(c.Revenue.Float64())
						if c.JobsAlone.Known() {
							jobsBoth.sum.Add(-c.JobsAlone.Float64())
						}
						if c.RevenueAlone.Known() {
							revenueBoth.sum.Add(-c.RevenueAlone.Float64())
						}
					} else if c.JobsAlone != c.Jobs && c.Jobs.Known() || c.RevenueAlone != c.Revenue && c.Revenue.Known() {
						t.Fatalf("%+v: nothing is both, and not all of it alone", c)
					}
				}
				if jobs.cell().Sum != r.Jobs.Sum || revenue.cell().Sum != r.Revenue.Sum {
					t.Fatalf("%q: contributions add up to %v and %v, the row has %v and %v", r.Key, jobs.cell().Sum, revenue.cell().Sum, r.Jobs.Sum, r.Revenue.Sum)
				}
				want := Figure{}
				if both {
					want = Value(revenueBoth.sum.Float64()).over(Value(jobsBoth.sum.Float64()))
				}
				if r.RevenuePerJob != want {
					t.Fatalf("%q: revenue per job is %v, contributions say %v", r.Key, r.RevenuePerJob, want)
				}
			}
			for _, total := range table.Totals {
				if got := JoinContributions(byYear[total.Year]...); !reflect.DeepEqual(got, total.Contributions) {
					t.Fatalf("%d: rows joined give %d contributions, the total has %d", total.Year, len(got), len(total.Contributions))
				}
			}
		}
	}
}

// TestContributionsInAnyOrder shuffles companies, splits them over builders and
// joins parts the other way round.
func TestContributionsInAnyOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 22))
	companies := contributing(rng, 200)
	opt := Options{By: []Dimension{BySector(), ByYear()}, Contributions: true}
	want := build(t, companies, opt).Table()
	rng.Shuffle(len(companies), func(i, j int) { companies[i], companies[j] = companies[j], companies[i] })
	whole := build(t, companies[:80], opt)
	if err := whole.Merge(build(t, companies[80:], opt)); err != nil {
		t.Fatal(err)
	}
	if got := whole.Table(); !reflect.DeepEqual(got.Rows, want.Rows) || !reflect.DeepEqual(got.Totals, want.Totals) {
		t.Error("another order gives other rows")
	}
	a, b := want.Rows[0].Contributions, want.Rows[1].Contributions
	if !reflect.DeepEqual(JoinContributions(a, b), JoinContributions(b, a)) {
		t.Error("contributions joined the other way round are others")
	}
	if JoinContributions() != nil || JoinContributions(nil, nil) != nil {
		t.Error("nothing joined is something")
	}
}

func TestContributionsOfWhatIsNotKnown(t *testing.T) {
	companies := []Company{
		{ID: "1", Year: 2018}, {ID: "1", Year: 2018, FTE: Hidden()},
		{ID: "2", Year: 2018, FTE: Value(3), Revenue: Hidden()}, {ID: "2", Year: 2018, FTE: Value(4), Revenue: Value(9)},
	}
	got := build(t, companies, Options{Contributions: true}).Table().Rows[0].Contributions
	want := []Contribution{
		{ID: "1", Jobs: Hidden()},
		{ID: "2", Jobs: Value(7), Revenue: Value(9), JobsAlone: Value(3), Both: true},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	other := []Contribution{{ID: "1", Revenue: Value(0), RevenueAlone: Value(0)}}
	if got := JoinContributions(got, other)[0]; got != (Contribution{ID: "1", Jobs: Hidden(), Revenue: Value(0), RevenueAlone: Value(0)}) {
		t.Errorf("joined: %+v", got)
	}
}

func TestContributionsNamed(t *testing.T) {
	companies := []Company{
		{ID: "1", Name: "Fjord Data", Sector: "Fjord Data", Year: 2018},
		{ID: "2", Name: "Sol", Establishment: "2-1", Sector: "Energy", Year: 2018},
		{ID: "3", Sector: "Energy", Year: 2018},
	}
	for _, c := range []struct {
		by   Dimension
		want []bool
	}{
		{BySector(), []bool{true, false, false}},
		{ByYear(), []bool{false, false, false}},
		{By("company", func(c Company) string { return c.Name }), []bool{true, true, false}},
		{By("id", func(c Company) string { return c.ID }), []bool{true, true, true}},
		{By("workplace", func(c Company) string { return c.Establishment }), []bool{false, true, false}},
		{By("first letter", func(c Company) string { return c.Sector[:1] }), []bool{false, false, false}},
	} {
		table := build(t, companies, Options{By: []Dimension{c.by}, Firms: CountIDs, Contributions: true}).Table()
		for _, x := range table.Totals[0].Contributions {
			if want := c.want[x.ID[0]-'1']; x.Named != want {
				t.Errorf("by %s: company %s is named: %v, want %v", c.by.Name(), x.ID, x.Named, want)
			}
		}
	}
}

// TestContributionsAskedFor checks that there are none otherwise, and what is
// refused where they are asked for.
func TestContributionsAskedFor(t *testing.T) {
	company := Company{ID: "1", Sector: "A", Year: 2018, FTE: Value(1)}
	if rows := build(t, []Company{company}, Options{}).Table().Rows; rows[0].Contributions != nil {
		t.Error("contributions nobody asked for")
	}
	several, blank := company, company
	several.Firms = Value(2)
	for _, c := range []struct {
		company Company
		firms   Counting
		ok      bool
	}{{several, CountColumn, false}, {several, CountIDs, false}, {several, CountRows, false}, {blank, CountColumn, false}, {blank, CountRows, true}, {blank, CountIDs, true}} {
		b := NewBuilder(Options{Firms: c.firms, Contributions: true})
		if err := b.Add(c.company); (err == nil) != c.ok {
			t.Errorf("firms %v, counting %d: %v", c.company.Firms, c.firms, err)
		}
		if b.TakesRows() || b.AddRows(&Rows{Sector: "A", Year: 2018, N: 2}) == nil {
			t.Error("companies added up beforehand have no contributions")
		}
		if err := b.Merge(NewBuilder(Options{Firms: c.firms})); err == nil {
			t.Error("merged with a builder without contributions")
		}
	}
}
