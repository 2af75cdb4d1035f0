package disclosure

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"smartcity/sector"
)

// attack is everything published of some companies, and a system of what is not.
// It makes its own tables from the companies, of every margin there is.
type attack struct {
	system
}

// published is a group of companies at some level, as it is published.
type published struct {
	dims    []sector.Dimension
	row     sector.Row
	hidden  map[sector.Column]bool
	reasons map[sector.Column]Suppression
	virtual bool // nobody publishes it, though it is the sum of parts in several tables
}

func (p *published) name() string {
	var names []string
	for i, d := range p.dims {
		names = append(names, d.Name()+"="+p.row.Key[i])
	}
	return strings.Join(names, ",")
}

// levels are the sets of dimensions of margins.
func levels(dims []sector.Dimension) [][]sector.Dimension {
	out := [][]sector.Dimension{nil}
	for _, d := range dims {
		for _, l := range slices.Clone(out) {
			out = append(out, append(slices.Clone(l), d))
		}
	}
	return slices.DeleteFunc(out, func(l []sector.Dimension) bool {
		by := func(name string) func(d sector.Dimension) bool {
			return func(d sector.Dimension) bool { return d.Name() == name }
		}
		return slices.ContainsFunc(dims, by("year")) && !slices.ContainsFunc(l, by("year"))
	})
}

// groupsOf makes the groups of the companies at some levels, and looks up in the
// result what is hidden of them.
func groupsOf(t *testing.T, companies []sector.Company, opt sector.Options, levels [][]sector.Dimension, result *Result) []*published {
	t.Helper()
	var out []*published
	for _, dims := range levels {
		o := opt
		o.By, o.Contributions = dims, true
		all := len(dims) == 0
		if all {
			o.By = []sector.Dimension{sector.By("all", func(sector.Company) string { return "all" })}
		}
		table, err := sector.Aggregate(companies, o)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range table.Rows {
			if all {
				r.Key = nil
			}
			g := &published{dims: dims, row: r, hidden: map[sector.Column]bool{}, reasons: map[sector.Column]Suppression{}}
			for _, s := range result.Suppressions {
				if sameGroup(g, s) {
					g.hidden[s.Column], g.reasons[s.Column] = true, s
				}
			}
			out = append(out, g)
		}
	}
	return out
}

// inCommon adds the groups that levels have in common and that are not published.
func inCommon(t *testing.T, groups []*published, companies []sector.Company, opt sector.Options, levels [][]sector.Dimension) []*published {
	t.Helper()
	have := slices.Clone(levels)
	for _, a := range levels {
		for _, b := range levels {
			common := slices.DeleteFunc(slices.Clone(a), func(d sector.Dimension) bool {
				return !slices.ContainsFunc(b, func(e sector.Dimension) bool { return d.Name() == e.Name() })
			})
			if slices.ContainsFunc(have, func(l []sector.Dimension) bool { return sameDims(l, common) }) || len(common) == 0 {
				continue
			}
			have = append(have, common)
			for _, g := range groupsOf(t, companies, opt, [][]sector.Dimension{common}, &Result{}) {
				g.virtual = true
				for _, column := range []sector.Column{sector.Firms, sector.Jobs, sector.Revenue} {
					g.hidden[column] = g.row.Figure(column).Known()
				}
				groups = append(groups, g)
			}
		}
	}
	return groups
}

// sameGroup compares a group with a suppression, by the texts that are not of a
// total's.
func sameGroup(g *published, s Suppression) bool {
	have := map[string]string{}
	for i, name := range s.By {
		if !s.Total || name == "year" && s.Year != 0 {
			have[name] = s.Key[i]
		}
	}
	if len(have) != len(g.dims) {
		return false
	}
	for i, d := range g.dims {
		if text, ok := have[d.Name()]; !ok || text != g.row.Key[i] {
			return false
		}
	}
	return true
}

// parts returns the groups of a level that lie within a group.
func (p *published) parts(groups []*published, dims []sector.Dimension) []*published {
	var out []*published
	for _, g := range groups {
		if !sameDims(g.dims, dims) {
			continue
		}
		within := true
		for i, d := range p.dims {
			at := slices.IndexFunc(g.dims, func(e sector.Dimension) bool { return e.Name() == d.Name() })
			within = within && at >= 0 && g.row.Key[at] == p.row.Key[i]
		}
		if within {
			out = append(out, g)
		}
	}
	return out
}

func sameDims(a, b []sector.Dimension) bool {
	return slices.EqualFunc(a, b, func(d, e sector.Dimension) bool { return d.Name() == e.Name() })
}

// relate adds, for every group and finer level, that the group's figure is the
// sum of its parts'. figure returns the value, or the unknown, or neither for a
// figure that is not there.
func (a *attack) relate(groups []*published, figure func(g *published) (value float64, unknown string, ok bool)) {
	var all [][]sector.Dimension
	for _, g := range groups {
		if !slices.ContainsFunc(all, func(l []sector.Dimension) bool { return sameDims(l, g.dims) }) {
			all = append(all, g.dims)
		}
	}
	for _, g := range groups {
		for _, dims := range all {
			parts := g.parts(groups, dims)
			if len(dims) <= len(g.dims) || len(parts) == 0 {
				continue
			}
			row, right := map[int]float64{}, 0.0
			add := func(p *published, sign float64) {
				switch value, unknown, ok := figure(p); {
				case !ok:
				case unknown != "":
					row[a.unknown(unknown)] += sign
				default:
					right -= sign * value
				}
			}
			add(g, -1)
			for _, p := range parts {
				add(p, 1)
			}
			if len(row) > 0 {
				a.equation(row, right)
			}
		}
	}
}

// column is the attack on a column alone.
func (a *attack) column(groups []*published, column sector.Column) {
	a.relate(groups, func(g *published) (float64, string, bool) {
		f := g.row.Figure(column)
		if g.hidden[column] {
			return 0, unknownOf(g, column), true
		}
		return f.Float64(), "", f.Known()
	})
}

func unknownOf(g *published, column sector.Column) string { return fmt.Sprint(column, " ", g.name()) }

// checkColumn attacks the hidden figures of a column.
func checkColumn(t *testing.T, groups []*published, column sector.Column, interval float64) (hidden int) {
	t.Helper()
	var a attack
	a.column(groups, column)
	for _, g := range groups {
		if !g.hidden[column] || g.virtual {
			continue
		}
		hidden++
		x := g.row.Figure(column).Float64()
		low, high := a.interval(t, unknownOf(g, column))
		if low > x+1e-6*(1+x) || high < x-1e-6*(1+x) {
			t.Fatalf("column %d of %s is %v, outside %v to %v: the test is wrong", column, g.name(), x, low, high)
		}
		need := interval / 100 * x
		if column == sector.Firms {
			need = max(1, math.Ceil(need-1e-9))
		}
		if !(high-low > need*(1-1e-9)) || high-low < 1e-9 {
			t.Errorf("column %d of %s (%s), %v, lies in %v to %v", column, g.name(), g.reasons[column].Reason, x, low, high)
		}
		if g.reasons[column].Reason == Sensitive && column != sector.Firms && (high-x < need*(1-1e-9) || x-low < need*(1-1e-9)) {
			t.Errorf("column %d of %s, %v, lies in %v to %v, want %v%% on both sides", column, g.name(), x, low, high, interval)
		}
	}
	return hidden
}

func TestAttackOnColumns(t *testing.T) {
	total, inside := 0, 0
	for seed := range uint64(40) {
		rng := rand.New(rand.NewPCG(seed, 1))
		companies := small(rng, 5+rng.IntN(60), 1+rng.IntN(5), 1+rng.IntN(4), .1*float64(rng.IntN(3)))
		opt := sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByRegion()}, Contributions: true}
		table, err := sector.Aggregate(companies, opt)
		if err != nil {
			t.Fatal(err)
		}
		interval := []float64{5, 10, 40}[rng.IntN(3)]
		rules := [][]Rule{nil, {PPercent{P: 10}}, {MinimumCompanies{}, Dominance{N: 2, K: 85}}, {MinimumCompanies{N: 2}}}[rng.IntN(4)]
		result, err := Protect(Options{Rules: rules, Interval: interval}, table)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		groups := groupsOf(t, companies, opt, levels(opt.By), result)
		for _, column := range []sector.Column{sector.Firms, sector.Jobs, sector.Revenue} {
			total += checkColumn(t, groups, column, interval)
			if column != sector.Firms && !slices.Equal(rules, []Rule{MinimumCompanies{N: 2}}) {
				inside += checkInsiders(t, groups, column, interval)
			}
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	if total == 0 || inside == 0 {
		t.Error("nothing was hidden")
	}
	t.Log(total, "hidden figures attacked by readers,", inside, "by companies")
}
