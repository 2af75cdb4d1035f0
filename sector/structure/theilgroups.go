package structure

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"smartcity/growth"
)

// TheilDecomposition is what [TheilGroups] returns. T = WithinT + BetweenT and
// L = WithinL + BetweenL, and each part is the sum of what the groups add to it.
type TheilDecomposition struct {
	TheilIndex                     // of all items together
	WithinT, BetweenT float64      // Σ s_g·T_g and Σ s_g·ln(μ_g/μ)
	WithinL, BetweenL float64      // Σ p_g·L_g and Σ p_g·ln(μ/μ_g); NaN where L is
	Groups            []TheilGroup // by name, ascending
}

// TheilGroup is a group of items in a [TheilDecomposition]. In its coverage N and
// LeftOut count items of the group.
type TheilGroup struct {
	Name        string
	WeightShare float64 // p_g, its share of the items, or of their weights
	TotalShare  float64 // s_g, its share of the total
	Mean        float64 // μ_g, in the unit of the figures; NaN if nothing is known of it
	T, L        float64 // inequality in the group; NaN where it is not defined
	// What it adds to each part. BetweenT and BetweenL are negative where the
	// group's mean is below (T) or above (L) the mean of all.
	WithinT, BetweenT, WithinL, BetweenL float64
	Coverage
}

// TheilGroups divides the T and L of [Theil] into inequality within groups of
// items and between the groups' means: how much of the inequality of firms in
// productivity, say, is inequality between sectors. groups holds the name of each
// item's group.
//
// A group of which all figures are zero has no T of its own and adds 0 to the
// parts of T, as 0·ln 0 = 0. A zero anywhere makes L and its parts NaN, with the
// warning [ZeroFigures]; groups without a zero keep their own L. A group of which
// no figure is known is listed with N = 0 and adds nothing. Weights may be nil.
// Errors and figures that are NaN are as in Theil.
//
// Source: Theil (1967), Economics and Information Theory, chapter 4; Bourguignon
// (1979), Econometrica 47; Shorrocks (1980), Econometrica 48.
func TheilGroups(x, weights []float64, groups []string) (TheilDecomposition, error) {
	if len(groups) != len(x) {
		return TheilDecomposition{}, failed("Theil", fmt.Errorf("x has %d figures, groups has %d: %w", len(x), len(groups), ErrLength))
	}
	is, err := weigh(x, weights)
	if err != nil {
		return TheilDecomposition{}, failed("Theil", err)
	}
	whole, err := theil(is)
	if err != nil {
		return TheilDecomposition{}, failed("Theil", err)
	}
	parts := map[string]*items{}
	for i, name := range groups {
		if parts[name] == nil {
			parts[name] = &items{shift: is.shift}
		}
		if math.IsNaN(x[i]) || weights != nil && math.IsNaN(weights[i]) {
			parts[name].leftOut++
		}
	}
	for _, it := range is.list {
		part := parts[groups[it.at]]
		part.list = append(part.list, it)
	}
	out := TheilDecomposition{TheilIndex: whole}
	out.divide(distribute(is.list), parts)
	return out, nil
}

// divide computes the groups and the parts.
func (t *TheilDecomposition) divide(all distribution, parts map[string]*items) {
	var withinT, withinL, betweenT, betweenL growth.Sum
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		part := parts[name]
		g := TheilGroup{Name: name, Mean: math.NaN(), T: math.NaN(), L: math.NaN(), Coverage: part.coverage()}
		if g.N > 0 {
			d := distribute(part.list)
			g.Mean = math.Ldexp(d.mean, -part.shift)
			g.WeightShare, g.TotalShare = d.weight/all.weight, d.sum/all.sum
			if d.sum > 0 {
				g.T, g.L = d.entropy()
			}
			if part.list[0].x == 0 {
				g.L = math.NaN()
			}
			excessT, excessL := g.between(d, all)
			withinT.Add(g.WithinT)
			withinL.Add(g.WithinL)
			betweenT.Add(float64(g.WeightShare * excessT))
			betweenL.Add(float64(g.WeightShare * excessL))
		}
		if math.IsNaN(t.L) {
			g.WithinL, g.BetweenL = math.NaN(), math.NaN()
		}
		t.Groups = append(t.Groups, g)
	}
	t.WithinT, t.WithinL = withinT.Float64(), withinL.Float64()
	t.BetweenT, t.BetweenL = all.centre(betweenT.Float64(), betweenL.Float64())
	if math.IsNaN(t.L) {
		t.WithinL, t.BetweenL = math.NaN(), math.NaN()
	}
}

// between sets what the group adds to the parts, and returns its [excess].
func (g *TheilGroup) between(part, all distribution) (t, l float64) {
	// The deviation of the group's mean from the mean of all, out of the
	// deviations of its items: the difference of two rounded means would have lost
	// its digits where they are nearly equal.
	var sum growth.Sum
	for _, it := range part.list {
		sum.Add(float64(it.w / part.weight * all.deviation(it.x)))
	}
	d, ratio := sum.Float64(), part.mean/all.mean
	if ratio > 0 {
		logarithm := math.Log(ratio)
		if math.Abs(d) < nearEqual {
			logarithm = math.Log1p(d)
		}
		logarithm -= math.Log1p(all.drift)
		g.WithinT, g.BetweenT = g.TotalShare*g.T, g.TotalShare*logarithm
		g.WithinL, g.BetweenL = g.WeightShare*g.L, -g.WeightShare*logarithm
	}
	return excess(d, ratio)
}

// View returns a row a group: group, n, left_out, weight_share, total_share, mean,
// theil_t, theil_l, within_t, between_t, within_l, between_l. The last four add up
// to the parts of the whole.
func (t TheilDecomposition) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "group"}, {Name: "n"}, {Name: "left_out"}, {Name: "weight_share", Unit: "fraction"}, {Name: "total_share", Unit: "fraction"},
		{Name: "mean"}, {Name: "theil_t"}, {Name: "theil_l"},
		{Name: "within_t"}, {Name: "between_t"}, {Name: "within_l"}, {Name: "between_l"},
	}}
	for _, g := range t.Groups {
		row := []growth.Entry{growth.TextOf(g.Name)}
		for _, f := range []float64{
			float64(g.N), float64(g.LeftOut), g.WeightShare, g.TotalShare, g.Mean, g.T, g.L, g.WithinT, g.BetweenT, g.WithinL, g.BetweenL,
		} {
			row = append(row, growth.NumberOf(f))
		}
		v.Rows = append(v.Rows, row)
	}
	return v
}
