package structure

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"smartcity/growth"
)

// TestTheilGroupsPublished compares with the decomposition of T that PySAL's
// documentation of inequality.theil.TheilD prints: GDP per head of the 32 Mexican
// states, 1940 and 2000, within and between the five regions of Hanson (1998).
func TestTheilGroupsPublished(t *testing.T) {
	regions := []string{
		"2", "1", "2", "5", "5", "1", "1", "3", "4", "2", "3", "5", "3", "3", "4", "3",
		"3", "2", "1", "5", "3", "3", "5", "2", "2", "1", "5", "1", "3", "3", "5", "2",
	}
	for _, c := range []struct {
		gdp             []float64
		within, between float64
	}{
		{[]float64{
			10384, 22361, 9573, 3758, 2934, 8578, 8537, 6909, 17816, 12132, 4359, 2181, 4414, 5309, 3408, 3327,
			6936, 4836, 9073, 1892, 3569, 11016, 21965, 4372, 4840, 6399, 2459, 7508, 3605, 5203, 7990, 3734,
		}, .17435454, .0345889},
		{[]float64{
			27782, 29855, 26103, 36163, 8684, 30735, 28460, 21358, 54349, 17379, 15585, 11820, 12348, 21610, 16322, 11838,
			18170, 11478, 38672, 9010, 15685, 26149, 33442, 15866, 15242, 24068, 13360, 23546, 11701, 12191, 17509, 11130,
		}, .0702496, .03635872},
	} {
		d := ok[TheilDecomposition](t)(TheilGroups(c.gdp, nil, regions))
		agree(t, "within", d.WithinT, c.within, 5e-9)
		agree(t, "between", d.BetweenT, c.between, 5e-9)
		agree(t, "total", d.T, c.within+c.between, 1e-8)
	}
}

// TestTheilGroupsAddUp: the whole is computed apart from the parts, and they add up
// to it, whatever the groups and however close the figures.
func TestTheilGroupsAddUp(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 1))
	for range 2000 {
		n := 1 + rng.IntN(30)
		x, w := skewed(rng, n, false), skewed(rng, n, true)
		if rng.IntN(2) == 0 { // nearly equal
			spread := math.Exp(-rng.Float64() * 25)
			for i := range x {
				x[i] = 1000 * (1 + spread*rng.NormFloat64())
				x[i] = math.Abs(x[i])
			}
		}
		groups := make([]string, n)
		for i := range groups {
			groups[i] = string(rune('a' + rng.IntN(1+rng.IntN(6))))
		}
		if rng.IntN(3) == 0 {
			w = nil
		}
		d, whole := ok[TheilDecomposition](t)(TheilGroups(x, w, groups)), ok[TheilIndex](t)(Theil(x, w))
		agree(t, "T of the whole", d.T, whole.T, 0)
		agree(t, "L of the whole", d.L, whole.L, 0)
		agree(t, "T", d.WithinT+d.BetweenT, d.T, 1e-12*d.T+1e-30)
		agree(t, "L", d.WithinL+d.BetweenL, d.L, 1e-12*d.L+1e-30)
		var wt, bt, wl, bl, bigT, bigL, p, s growth.Sum
		items := 0
		for _, g := range d.Groups {
			wt.Add(g.WithinT)
			bt.Add(g.BetweenT)
			wl.Add(g.WithinL)
			bl.Add(g.BetweenL)
			bigT.Add(math.Abs(g.BetweenT))
			bigL.Add(math.Abs(g.BetweenL))
			p.Add(g.WeightShare)
			s.Add(g.TotalShare)
			items += g.N
			if g.N > 0 {
				var part, partW []float64
				for i := range x {
					if groups[i] == g.Name {
						part = append(part, x[i])
						if w != nil {
							partW = append(partW, w[i])
						}
					}
				}
				alone := ok[TheilIndex](t)(Theil(part, partW))
				agree(t, "T of a group", g.T, alone.T, 0)
				agree(t, "L of a group", g.L, alone.L, 0)
				agree(t, "within T", g.WithinT, g.TotalShare*g.T, 0)
				agree(t, "within L", g.WithinL, g.WeightShare*g.L, 0)
			}
		}
		agree(t, "within T", wt.Float64(), d.WithinT, 1e-15*d.WithinT)
		agree(t, "within L", wl.Float64(), d.WithinL, 1e-15*d.WithinL)
		agree(t, "between T", bt.Float64(), d.BetweenT, 1e-12*bigT.Float64()+1e-30)
		agree(t, "between L", bl.Float64(), d.BetweenL, 1e-12*bigL.Float64()+1e-30)
		agree(t, "weight shares", p.Float64(), 1, 1e-14)
		agree(t, "total shares", s.Float64(), 1, 1e-14)
		if items != d.N {
			t.Errorf("%d items in groups, %d in all", items, d.N)
		}
	}
}

func TestTheilGroupsOfZeros(t *testing.T) {
	nan := math.NaN()
	d := ok[TheilDecomposition](t)(TheilGroups(
		[]float64{0, 0, 4, 8, nan, 6, nan, 2}, []float64{1, 1, 1, 1, 1, nan, 3, 0}, []string{"zeros", "zeros", "b", "b", "unknown", "b", "unknown", "weightless"}))
	if len(d.Groups) != 4 {
		t.Fatalf("%+v", d.Groups)
	}
	b, unknown, weightless, zeros := d.Groups[0], d.Groups[1], d.Groups[2], d.Groups[3]
	agree(t, "T + parts", d.WithinT+d.BetweenT, d.T, 1e-15)
	agree(t, "between", d.BetweenT, math.Ln2, 1e-15)
	if !math.IsNaN(d.L) || !math.IsNaN(d.WithinL) || !math.IsNaN(d.BetweenL) || d.N != 4 || d.LeftOut != 3 {
		t.Errorf("%+v", d)
	}
	if zeros.N != 2 || zeros.Mean != 0 || !math.IsNaN(zeros.T) || zeros.WithinT != 0 || zeros.BetweenT != 0 || !math.IsNaN(zeros.BetweenL) {
		t.Errorf("zeros: %+v", zeros)
	}
	if b.N != 2 || b.LeftOut != 1 || b.Mean != 6 || math.IsNaN(b.L) || b.TotalShare != 1 || b.WeightShare != .5 {
		t.Errorf("b: %+v", b)
	}
	if unknown.N != 0 || unknown.LeftOut != 2 || !math.IsNaN(unknown.Mean) || !math.IsNaN(unknown.T) || unknown.WithinT != 0 || unknown.WeightShare != 0 {
		t.Errorf("unknown: %+v", unknown)
	}
	if weightless.N != 0 || weightless.LeftOut != 0 || weightless.BetweenT != 0 {
		t.Errorf("weightless: %+v", weightless)
	}
	if v := d.View(); len(v.Rows) != 4 || v.Rows[1][5].Kind != growth.MissingEntry || len(v.Rows[0]) != len(v.Columns) {
		t.Errorf("%+v", v)
	}
	if _, err := TheilGroups([]float64{1, 2}, nil, []string{"a"}); !errors.Is(err, ErrLength) {
		t.Error(err)
	}
	mixed := ok[TheilDecomposition](t)(TheilGroups([]float64{0, 4, 1, 3}, nil, []string{"a", "a", "b", "b"}))
	agree(t, "L beside a zero", mixed.Groups[0].L, math.NaN(), 0)
	agree(t, "T beside a zero", mixed.Groups[0].T, math.Ln2, 1e-15)
	agree(t, "L of the other group", mixed.Groups[1].L, math.Log(2/math.Sqrt(3)), 1e-15)
	// The mean is in the unit of the figures, however small.
	tiny := ok[TheilDecomposition](t)(TheilGroups([]float64{1e-200, 3e-200}, nil, []string{"", ""}))
	agree(t, "mean", tiny.Groups[0].Mean, 2e-200, 1e-215)
}

func BenchmarkTheilGroups(b *testing.B) {
	rng := rand.New(rand.NewPCG(8, 2))
	x, groups := skewed(rng, 100_000, false), make([]string, 100_000)
	for i := range groups {
		groups[i] = string(rune('a' + rng.IntN(20)))
	}
	for b.Loop() {
		if _, err := TheilGroups(x, nil, groups); err != nil {
			b.Fatal(err)
		}
	}
}
