package dynamics

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"smartcity/sector"
)

// Rows make the high-growth table of the companies one by one.
func TestHighGrowthOfRows(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 2))
	mine := HighGrowthRule{Name: "mine", Growth: .1, Years: 2, MinJobs: 1, GazelleAge: 2}
	revenue := HighGrowthRule{Name: "revenue", Growth: .05, Of: sector.Revenue}
	found := 0
	for range 12 {
		p := randomPanel(t, rng)
		for _, rule := range []HighGrowthRule{mine, revenue, StatisticsDenmark()} {
			for a := ActiveWithJobs; a <= ActiveWithRow; a++ {
				for by := InTotal; by <= ByRegion; by++ {
					opt := HighGrowthOptions{By: by, Activity: a, Starts: []int{2012, 2014, 2015}}
					want, err := FindHighGrowth(p, rule, opt)
					if err != nil {
						t.Fatal(err)
					}
					found += want.Totals[0].HighGrowth
					got, err := HighGrowthOfRows(growthRows(p, want.Rule, opt), p.Years(), p.Measure(), p.Currency(), rule, opt)
					if err != nil {
						t.Fatal(err)
					}
					want.Companies = nil
					if g, w := fmt.Sprintf("%+v", got), fmt.Sprintf("%+v", want); strings.Split(g, "Warnings:")[0] != strings.Split(w, "Warnings:")[0] || fmt.Sprint(got.Warnings) != fmt.Sprint(want.Warnings) {
						t.Fatalf("%s %v %v:\n%s\nwant\n%s", rule.Name, by, a, g, w)
					}
				}
			}
		}
	}
	if found == 0 {
		t.Error("nobody has grown fast, so that nothing is tested")
	}
	if err := errorOf(HighGrowthOfRows(nil, nil, sector.FTE, "", mine, HighGrowthOptions{})); !errors.Is(err, ErrTooFewYears) {
		t.Error(err)
	}
	if _, ok := errors.AsType[*RuleError](errorOf(HighGrowthOfRows(nil, nil, sector.FTE, "", HighGrowthRule{}, HighGrowthOptions{}))); !ok {
		t.Error("a rule without a name")
	}
}

func growthRows(p *Panel, rule HighGrowthRule, opt HighGrowthOptions) (out []HighGrowthRows) {
	for _, from := range opt.Starts {
		years := [2]int{from, from + rule.Years}
		for _, id := range p.ids {
			r := HighGrowthRows{From: from, N: 1}
			for k, year := range years {
				o, ok := p.Find(id, year)
				r.Stays[k] = stayOf(o, ok)
				if ok && (opt.Activity == ActiveWithRow || o.Jobs != sector.Value(0)) {
					r.Group = map[Grouping]string{BySector: o.Sector, ByRegion: o.Region}[opt.By]
				}
				if ok && o.Jobs.Known() {
					r.Jobs[k], r.OfSize[k] = o.Jobs.Float64(), o.Jobs.Float64() >= rule.MinJobs
				}
				x := o.Jobs
				if rule.Of == sector.Revenue {
					x = o.Revenue
				}
				if ok {
					r.Statuses[k], r.X[k] = x.Status(), x.Float64()
				}
			}
			r.Positive = r.X[0] > 0
			if active := activeYears(p, id, opt.Activity); len(active) > 0 {
				r.First = active[0]
			}
			for _, year := range p.Years() { // stated in all of its rows
				if o, ok := p.Find(id, year); ok {
					r.Founded = o.Founded
				}
			}
			out = append(out, r)
		}
	}
	return out
}
