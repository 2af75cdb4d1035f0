package disclosure

import (
	"math/rand/v2"
	"slices"
	"testing"

	"smartcity/sector"
)

// everything is the attack with all that is shown: sums, ratios, and who is known
// to have stated what. Without ratios it is the same attack on a publication
// that shows none.
func everything(groups []*published, ratios bool) *attack {
	var a attack
	for _, column := range []sector.Column{sector.Revenue, sector.Jobs} {
		a.column(groups, column)
		a.relate(groups, func(g *published) (float64, string, bool) {
			return 0, aloneOf(g, column), stated(g, column).alone
		})
		for _, g := range groups {
			s := stated(g, column)
			if !s.alone && !s.both {
				continue
			}
			row, right := map[int]float64{}, g.row.Figure(column).Float64()
			if g.hidden[column] {
				row[a.unknown(unknownOf(g, column))], right = -1, 0
			}
			if s.alone {
				row[a.unknown(aloneOf(g, column))] = 1
			}
			if s.both {
				row[a.unknown(bothOf(g, column))] = 1
			}
			a.equation(row, right)
		}
	}
	for _, g := range groups {
		if !ratios || g.hidden[sector.RevenuePerJob] || g.hidden[sector.Jobs] || g.hidden[sector.Revenue] || !stated(g, sector.Jobs).both {
			continue
		}
		row := map[int]float64{a.unknown(bothOf(g, sector.Jobs)): 1}
		if q := g.row.RevenuePerJob; q.Known() {
			row = map[int]float64{a.unknown(bothOf(g, sector.Revenue)): 1, a.unknown(bothOf(g, sector.Jobs)): -q.Float64()}
		}
		a.equation(row, 0)
	}
	return &a
}

func aloneOf(g *published, column sector.Column) string { return unknownOf(g, column) + " alone" }
func bothOf(g *published, column sector.Column) string  { return unknownOf(g, column) + " both" }

// said is whether companies of a group have stated a figure: with the other, or
// alone.
type said struct {
	both, alone bool
	sum         float64   // alone
	only        []float64 // its parts
	rest        []float64 // of those who state both
}

func stated(g *published, column sector.Column) said {
	var s said
	for _, c := range g.row.Contributions {
		f, all := c.RevenueAlone, c.Revenue
		if column == sector.Jobs {
			f, all = c.JobsAlone, c.Jobs
		}
		if c.Both {
			s.both = true
			rest := all.Float64()
			if f.Known() {
				rest -= f.Float64()
			}
			s.rest = append(s.rest, rest)
		}
		if f.Known() {
			s.alone = true
			s.sum += f.Float64()
			s.only = append(s.only, f.Float64())
		}
	}
	return s
}

func TestAttackWithRatios(t *testing.T) {
	attacked, shown := 0, 0
	for seed := range uint64(18) {
		rng := rand.New(rand.NewPCG(seed, 3))
		companies := small(rng, 5+rng.IntN(60), 1+rng.IntN(4), 1+rng.IntN(4), .1*float64(1+rng.IntN(4)))
		opt := sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByRegion()}, Contributions: true}
		table, err := sector.Aggregate(companies, opt)
		if err != nil {
			t.Fatal(err)
		}
		interval := []float64{5, 10, 40}[rng.IntN(3)]
		rules := [][]Rule{{MinimumCompanies{N: 2}}, nil, {PPercent{P: 10}}}[rng.IntN(3)]
		o, _ := Options{Rules: rules, Interval: interval}.settled()
		result, err := Protect(o, table)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		groups := groupsOf(t, companies, opt, levels(opt.By), result)
		with, without := everything(groups, true), everything(groups, false)
		check := func(what string, x, need float64, twoSided bool) {
			low, high := with.interval(t, what)
			low0, high0 := without.interval(t, what)
			attacked++
			if low > x+1e-6*(1+x) || high < x-1e-6*(1+x) {
				t.Fatalf("seed %d: %s is %v, outside %v to %v: the test is wrong", seed, what, x, low, high)
			}
			up, down := min(need, high0-x), min(need, x-low0)
			if twoSided && (high-x < up*(1-1e-5)-1e-9 || x-low < down*(1-1e-5)-1e-9) || high-low < min(need, high0-low0)*(1-1e-5)-1e-9 {
				t.Errorf("seed %d: %s, %v, lies in %v to %v; %v to %v without ratios, want %v", seed, what, x, low, high, low0, high0, need)
			}
		}
		for _, g := range groups {
			for _, column := range []sector.Column{sector.Revenue, sector.Jobs} {
				if g.hidden[column] {
					x := g.row.Figure(column).Float64()
					check(unknownOf(g, column), x, interval/100*x, g.reasons[column].Reason == Sensitive)
				}
				s := stated(g, column)
				sensitive := func(x []float64) bool {
					return slices.ContainsFunc(o.Rules, func(r Rule) bool { return r.Sensitive(x) })
				}
				if s.alone && sensitive(s.rest) {
					x := sum(s.rest)
					check(bothOf(g, column), x, max(interval/100*x, 1e-6), true)
				}
				if sensitive(s.only) && s.both {
					check(aloneOf(g, column), s.sum, max(interval/100*s.sum, 1e-6), true)
				}
			}
			if g.row.RevenuePerJob.Known() && !g.hidden[sector.RevenuePerJob] && stated(g, sector.Revenue).alone {
				shown++
			}
		}
		if t.Failed() {
			return
		}
	}
	if shown == 0 || attacked == 0 {
		t.Errorf("%d figures attacked with %d ratios that leave companies out: not much of a test", attacked, shown)
	}
	t.Log(attacked, "figures attacked,", shown, "ratios that leave companies out are shown")
}
