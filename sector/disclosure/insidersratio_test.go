package disclosure

import (
	"math/rand/v2"
	"slices"
	"testing"

	"smartcity/sector"
)

// own lets an attack use what a company knows of itself: that no figure it is in,
// hidden or left out of a ratio, is less than what it has stated, or is nothing
// else. It returns the groups it is in, and whether it is alone somewhere.
func (a *attack) own(groups []*published, id string) (in map[*published]bool, alone bool) {
	in = map[*published]bool{}
	for _, g := range groups {
		for _, c := range g.row.Contributions {
			if c.ID != id {
				continue
			}
			in[g] = true
			for _, f := range []struct {
				name    string
				unknown bool
				of      *figures
			}{
				{unknownOf(g, sector.Revenue), g.hidden[sector.Revenue], &figures{column: sector.Revenue}},
				{unknownOf(g, sector.Jobs), g.hidden[sector.Jobs], &figures{column: sector.Jobs}},
				{aloneOf(g, sector.Revenue), true, &figures{column: sector.Revenue, alone: true}},
				{aloneOf(g, sector.Jobs), true, &figures{column: sector.Jobs, alone: true}},
			} {
				x := f.of.from(&c)
				if !f.unknown || !x.Known() {
					continue
				}
				row := map[int]float64{a.unknown(f.name): 1}
				if len(contributionsTo(&g.row, f.of.from)) > 1 {
					row[a.unknown("others in "+f.name)] = -1
				} else {
					alone = true
				}
				a.equation(row, x.Float64())
			}
		}
	}
	return in, alone
}

// TestCompaniesWithRatios lets each company that is alone in some figure work out,
// from ratios, what those leave out of others.
func TestCompaniesWithRatios(t *testing.T) {
	attacked, shown := 0, 0
	for seed := range uint64(20) {
		rng := rand.New(rand.NewPCG(seed, 3))
		companies := small(rng, 20+rng.IntN(60), 3+rng.IntN(4), 1, .03*float64(1+rng.IntN(4)))
		opt := sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByRegion()}, Contributions: true}
		table, err := sector.Aggregate(companies, opt)
		if err != nil {
			t.Fatal(err)
		}
		interval := []float64{5, 10, 40}[rng.IntN(3)]
		o := Options{Rules: [][]Rule{{MinimumCompanies{}}, {PPercent{P: 10}}}[rng.IntN(2)], Interval: interval}
		result, err := Protect(o, table)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		groups := groupsOf(t, companies, opt, levels(opt.By), result)
		for _, company := range companies {
			with, without := everything(groups, true), everything(groups, false)
			in, alone := with.own(groups, company.ID)
			if without.own(groups, company.ID); !alone {
				continue
			}
			for _, g := range groups {
				for _, column := range []sector.Column{sector.Revenue, sector.Jobs} {
					s := stated(g, column)
					if in[g] || !s.both || !slices.ContainsFunc(o.Rules, func(r Rule) bool { return r.Sensitive(s.only) }) {
						continue
					}
					what, need := aloneOf(g, column), max(interval/100*s.sum, 1e-6)
					low, high := with.interval(t, what)
					low0, high0 := without.interval(t, what)
					attacked++
					if high-s.sum < min(need, high0-s.sum)*(1-1e-5)-1e-9 || s.sum-low < min(need, s.sum-low0)*(1-1e-5)-1e-9 {
						t.Fatalf("seed %d: %s, %v, lies in %v to %v for company %s; %v to %v without ratios, want %v", seed, what, s.sum, low, high, company.ID, low0, high0, need)
					}
				}
			}
		}
		for _, g := range groups {
			if g.row.RevenuePerJob.Known() && !g.hidden[sector.RevenuePerJob] && stated(g, sector.Revenue).alone {
				shown++
			}
		}
	}
	if shown == 0 || attacked == 0 {
		t.Errorf("%d figures attacked with %d ratios that leave companies out: not much of a test", attacked, shown)
	}
}
