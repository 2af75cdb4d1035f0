package growth

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// of returns a series of two years, 2014 and 2018.
func of(name, unit string, from, to float64) Series {
	return Series{name, unit, 2014, []float64{from, nan, nan, nan, to}}
}

// TestLMDIThreeFactors works the formula out for two sectors whose energy use is
// activity × share × intensity, the textbook case of index decomposition.
func TestLMDIThreeFactors(t *testing.T) {
	sectors := []Identity{
		{of("1", "PJ", 30, 80), []Series{of("activity", "", 50, 80), of("structure", "", .2, .5), of("intensity", "", 3, 2)}},
		{of("2", "PJ", 20, 16), []Series{of("activity", "", 50, 80), of("structure", "", .8, .5), of("intensity", "", .5, .4)}},
	}
	a, err := LMDI(sectors, 2014, 2018)
	if err != nil || len(a.Warnings) != 0 {
		t.Fatal(a, err)
	}
	l1, l2 := 50/math.Log(80./30), -4/math.Log(16./20)
	want := []float64{
		(l1 + l2) * math.Log(1.6),
		l1*math.Log(2.5) + l2*math.Log(.625),
		l1*math.Log(2./3) + l2*math.Log(.8),
	}
	if !same(a.Total.Effects, want) || a.Total.From != 50 || a.Total.To != 96 || a.Total.Change != 46 {
		t.Errorf("total %+v, want %v", a.Total, want)
	}
	if !slices.Equal(a.Factors, []string{"activity", "structure", "intensity"}) || a.Unit != "PJ" || a.FromYear != 2014 || a.ToYear != 2018 {
		t.Errorf("labels: %+v", a)
	}
	if !same(a.Sectors[1].Effects, []float64{l2 * math.Log(1.6), l2 * math.Log(.625), l2 * math.Log(.8)}) || a.Sectors[1].Name != "2" {
		t.Errorf("sector 2: %+v", a.Sectors[1])
	}
}

func TestLMDIProperties(t *testing.T) {
	rng := rand.New(rand.NewPCG(23, 24))
	for range 500 {
		k := 1 + rng.IntN(4)
		sectors := make([]Identity, 1+rng.IntN(5))
		spread := math.Pow(10, -float64(rng.IntN(12)))
		for i := range sectors {
			id := &sectors[i]
			y := [2]float64{1, 1}
			for range k {
				f0 := math.Exp(3 * rng.NormFloat64())
				f1 := f0 * math.Exp(spread*rng.NormFloat64())
				id.Factors = append(id.Factors, of("f", "", f0, f1))
				y[0], y[1] = y[0]*f0, y[1]*f1
			}
			id.Y = of(string(rune('a'+i)), "FTE", y[0], y[1])
		}
		a, err := LMDI(sectors, 2014, 2018)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range append(slices.Clone(a.Sectors), a.Total) {
			sum, size := 0., 0.
			for _, e := range s.Effects {
				sum, size = sum+e, size+math.Abs(e)
			}
			// DESIGN.md's tolerance. In total the effects of sectors count.
			if s.Name == "" {
				for _, sector := range a.Sectors {
					for _, e := range sector.Effects {
						size += math.Abs(e)
					}
				}
			}
			if math.Abs(sum-s.Change) > 1e-12*size {
				t.Fatalf("effects %v sum to %v, not %v", s.Effects, sum, s.Change)
			}
		}
		back, err := LMDI(sectors, 2018, 2014)
		if err != nil {
			t.Fatal(err)
		}
		for j, e := range a.Total.Effects {
			if back.Total.Effects[j] != -e {
				t.Fatalf("backwards %v, forwards %v", back.Total.Effects, a.Total.Effects)
			}
		}
		slices.Reverse(sectors)
		if again, err := LMDI(sectors, 2014, 2018); err != nil || !slices.Equal(again.Total.Effects, a.Total.Effects) {
			t.Fatalf("sectors reversed: %v, %v", again, err)
		}
		for _, id := range sectors { // another unit, exactly
			for i := range id.Y.Values {
				id.Y.Values[i] *= 1024
				id.Factors[0].Values[i] *= 1024
			}
		}
		again, err := LMDI(sectors, 2014, 2018)
		if err != nil {
			t.Fatal(err)
		}
		for j, e := range a.Total.Effects {
			if again.Total.Effects[j] != 1024*e {
				t.Fatalf("in another unit %v, before %v", again.Total.Effects, a.Total.Effects)
			}
		}
	}
}

// TestLMDIZeros: the limits are where the formula goes as the factor does.
func TestLMDIZeros(t *testing.T) {
	identity := func(x, y, z [2]float64) []Identity {
		return []Identity{{of("s", "", x[0]*y[0]*z[0], x[1]*y[1]*z[1]),
			[]Series{of("x", "", x[0], x[1]), of("y", "", y[0], y[1]), of("z", "", z[0], z[1])}}}
	}
	for _, c := range []struct {
		name    string
		x, y, z [2]float64
		want    []float64
		warned  int
	}{
		{"born", [2]float64{0, 5}, [2]float64{2, 3}, [2]float64{7, 4}, []float64{60, 0, 0}, 1},
		{"died", [2]float64{5, 0}, [2]float64{3, 2}, [2]float64{4, 7}, []float64{-60, 0, 0}, 1},
		{"two factors at once", [2]float64{0, 5}, [2]float64{0, 3}, [2]float64{7, 4}, []float64{30, 30, 0}, 2},
		{"all three", [2]float64{5, 0}, [2]float64{3, 0}, [2]float64{4, 0}, []float64{-20, -20, -20}, 3},
		{"zero in both years", [2]float64{0, 0}, [2]float64{3, 9}, [2]float64{4, 7}, []float64{0, 0, 0}, 2},
		{"one dies, one is born", [2]float64{0, 5}, [2]float64{3, 0}, [2]float64{4, 7}, []float64{0, 0, 0}, 2},
	} {
		a, err := LMDI(identity(c.x, c.y, c.z), 2014, 2018)
		if err != nil || !same(a.Total.Effects, c.want) || len(a.Warnings) != c.warned {
			t.Errorf("%s: %+v, %v; want %v", c.name, a, err, c.want)
			continue
		}
		// Convergence is like 1/ln δ, which the factor 1.05 takes into account.
		for _, delta := range []float64{1e-20, 1e-60, 1e-100} {
			small := func(v [2]float64) [2]float64 {
				for i := range v {
					if v[i] == 0 {
						v[i] = delta
					}
				}
				return v
			}
			b, err := LMDI(identity(small(c.x), small(c.y), small(c.z)), 2014, 2018)
			if err != nil {
				t.Fatal(err)
			}
			limit := 60 * math.Log(7.) * 1.05 / -math.Log(delta)
			for k, e := range b.Total.Effects {
				if math.Abs(e-c.want[k]) > limit {
					t.Errorf("%s with %v for 0: %v, limit %v", c.name, delta, b.Total.Effects, c.want)
				}
			}
		}
	}
	a, _ := LMDI(identity([2]float64{0, 5}, [2]float64{2, 3}, [2]float64{7, 4}), 2014, 2018)
	if w, ok := errors.AsType[*ZeroLimit](errors.Join(a.Warnings...)); !ok || *w != (ZeroLimit{"s", "x", 2014}) {
		t.Errorf("warnings %v", a.Warnings)
	}
}

func TestLMDIEdges(t *testing.T) {
	good := JobsIdentity(of("", "", 100, 110), of("Energy", "FTE", 700, 880))
	with := func(change func(*Identity)) []Identity {
		id := JobsIdentity(of("", "", 100, 110), of("Energy", "FTE", 700, 880))
		change(&id)
		return []Identity{good, id}
	}
	for _, c := range []struct {
		name    string
		sectors []Identity
		to      int
		want    error
	}{
		{"no sectors", nil, 2018, ErrTooFew},
		{"no factors", []Identity{{Y: good.Y}}, 2018, ErrTooFew},
		{"one year", []Identity{good}, 2014, ErrOrder},
		{"a year outside", []Identity{good}, 2020, ErrNotKnown},
		{"another unit", with(func(id *Identity) { id.Y.Unit = "employees" }), 2018, ErrUnit},
		{"another factor", with(func(id *Identity) { id.Factors[1].Name = "size" }), 2018, ErrUnit},
		{"a factor more", with(func(id *Identity) { id.Factors = append(id.Factors, of("one", "", 1, 1)) }), 2018, ErrUnit},
		{"a loss", with(func(id *Identity) { id.Y.Values[0] = -700 }), 2018, ErrNotPositive},
		{"a negative factor", with(func(id *Identity) { id.Factors[1].Values[4] = -8 }), 2018, ErrNotPositive},
		{"an infinite factor", with(func(id *Identity) { id.Factors[1].Values[4] = math.Inf(1) }), 2018, ErrNotKnown},
	} {
		if _, err := LMDI(c.sectors, 2014, c.to); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	missing := with(func(id *Identity) { id.Y.Values = []float64{nan} })
	a, err := LMDI(missing, 2018, 2014)
	if w, ok := errors.AsType[*LeftOut](errors.Join(a.Warnings...)); err != nil || !ok || !slices.Equal(w.Years, []int{2014, 2018}) {
		t.Errorf("missing, backwards: %+v, %v", a, err)
	}
	missing = []Identity{good, JobsIdentity(of("", "", 0, 12), of("Lighting", "FTE", nan, 60))}
	a, err = LMDI(missing, 2014, 2018)
	if w, ok := errors.AsType[*LeftOut](errors.Join(a.Warnings...)); err != nil || !ok || w.Name != "Lighting" || a.Total.Change != 180 {
		t.Errorf("jobs missing beside no companies: %+v, %v", a, err)
	}
	for _, c := range []struct {
		name     string
		year     int
		y        float64
		disagree bool
	}{
		{"rounding", 2018, 880 * (1 + 1e-10), false}, {"another figure", 2018, 881, true},
		{"one in a hundred million", 2014, 700 * (1 + 1e-8), true}, {"zero that is none", 2014, 0, true},
	} {
		_, err := LMDI(with(func(id *Identity) { id.Y.Values[c.year-2014] = c.y }), 2014, 2018)
		e, ok := errors.AsType[*IdentityError](err)
		if ok != c.disagree || !ok && err != nil || ok && (e.Name != "Energy" || e.Year != c.year || e.Y != c.y) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func BenchmarkLMDI(b *testing.B) {
	var sectors []Identity
	for i := range 100 {
		n := float64(i + 1)
		sectors = append(sectors, RevenueIdentity(of("", "", n, n+3), of("", "FTE", 7*n, 8*n), of("x", "DKK", 1e6*n, 2e6*n)))
	}
	for b.Loop() {
		if _, err := LMDI(sectors, 2014, 2018); err != nil {
			b.Fatal(err)
		}
	}
}
