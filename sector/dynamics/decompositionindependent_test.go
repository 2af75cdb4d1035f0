package dynamics

import (
	"math"
	"math/big"
	"math/rand/v2"
	"reflect"
	"testing"
)

// byDefinition computes the parts of a method firm by firm, as the formulas are
// printed, in numbers of 600 bits: shares first, then sums over firms, without
// the sums that the package works with.
func byDefinition(firms []Firm, m DecompositionMethod, group func(f Firm) bool) [5]float64 {
	num := func(x float64) *big.Float { return new(big.Float).SetPrec(600).SetFloat64(x) }
	zero := func() *big.Float { return num(0) }
	plus := func(a, b *big.Float) *big.Float { return zero().Add(a, b) }
	less := func(a, b *big.Float) *big.Float { return zero().Sub(a, b) }
	times := func(a, b *big.Float) *big.Float { return zero().Mul(a, b) }
	by := func(a, b *big.Float) *big.Float { return zero().Quo(a, b) }
	mean := func(a, b *big.Float) *big.Float { return by(plus(a, b), num(2)) }
	total := func(in func(f Firm) bool, of func(f Firm) *big.Float) *big.Float {
		s := zero()
		for _, f := range firms {
			if in(f) {
				s = plus(s, of(f))
			}
		}
		return s
	}
	at0 := func(f Firm) bool { return !math.IsNaN(f.Weight0) }
	at1 := func(f Firm) bool { return !math.IsNaN(f.Weight1) }
	both := func(f Firm) bool { return at0(f) && at1(f) }
	entrant := func(f Firm) bool { return !at0(f) }
	exiter := func(f Firm) bool { return !at1(f) }
	w0 := func(f Firm) *big.Float { return num(f.Weight0) }
	w1 := func(f Firm) *big.Float { return num(f.Weight1) }
	p0 := func(f Firm) *big.Float { return num(f.Productivity0) }
	p1 := func(f Firm) *big.Float { return num(f.Productivity1) }
	all0, all1 := total(at0, w0), total(at1, w1)
	s0 := func(f Firm) *big.Float { return by(w0(f), all0) }
	s1 := func(f Firm) *big.Float { return by(w1(f), all1) }
	weighted := func(in func(f Firm) bool, s, p func(f Firm) *big.Float) *big.Float {
		return by(total(in, func(f Firm) *big.Float { return times(s(f), p(f)) }), total(in, s))
	}
	before, after := weighted(at0, s0, p0), weighted(at1, s1, p1)

	within, between, cross, entry, exit := zero(), zero(), zero(), zero(), zero()
	sum := func(into **big.Float, in func(f Firm) bool, of func(f Firm) *big.Float) {
		*into = total(func(f Firm) bool { return in(f) && group(f) }, of)
	}
	dp := func(f Firm) *big.Float { return less(p1(f), p0(f)) }
	ds := func(f Firm) *big.Float { return less(s1(f), s0(f)) }
	against := func(ref *big.Float) {
		sum(&entry, entrant, func(f Firm) *big.Float { return times(s1(f), less(p1(f), ref)) })
		sum(&exit, exiter, func(f Firm) *big.Float { return times(s0(f), less(ref, p0(f))) })
	}
	switch m {
	case BailyHultenCampbell:
		sum(&within, both, func(f Firm) *big.Float { return times(s0(f), dp(f)) })
		sum(&between, both, func(f Firm) *big.Float { return times(ds(f), p1(f)) })
		against(zero())
	case GrilichesRegev, BaldwinGu:
		ref := mean(before, after)
		if m == BaldwinGu && total(exiter, s0).Sign() > 0 {
			ref = weighted(exiter, s0, p0)
		}
		sum(&within, both, func(f Firm) *big.Float { return times(mean(s0(f), s1(f)), dp(f)) })
		sum(&between, both, func(f Firm) *big.Float { return times(ds(f), less(mean(p0(f), p1(f)), ref)) })
		against(ref)
	case FosterHaltiwangerKrizan:
		sum(&within, both, func(f Firm) *big.Float { return times(s0(f), dp(f)) })
		sum(&between, both, func(f Firm) *big.Float { return times(ds(f), less(p0(f), before)) })
		sum(&cross, both, func(f Firm) *big.Float { return times(ds(f), dp(f)) })
		against(before)
	case DiewertFox, MelitzPolanec:
		share0, share1 := total(both, s0), total(both, s1)
		c0, c1 := weighted(both, s0, p0), weighted(both, s1, p1)
		n := total(both, func(Firm) *big.Float { return num(1) })
		mean0, mean1 := by(total(both, p0), n), by(total(both, p1), n)
		t0 := func(f Firm) *big.Float { return by(s0(f), share0) }
		t1 := func(f Firm) *big.Float { return by(s1(f), share1) }
		if m == DiewertFox {
			sum(&within, both, func(f Firm) *big.Float { return times(mean(t0(f), t1(f)), dp(f)) })
			sum(&between, both, func(f Firm) *big.Float { return times(less(t1(f), t0(f)), mean(p0(f), p1(f))) })
		} else {
			sum(&within, both, func(f Firm) *big.Float { return by(dp(f), n) })
			sum(&between, both, func(f Firm) *big.Float {
				return less(times(less(t1(f), by(num(1), n)), less(p1(f), mean1)), times(less(t0(f), by(num(1), n)), less(p0(f), mean0)))
			})
		}
		sum(&entry, entrant, func(f Firm) *big.Float { return times(s1(f), less(p1(f), c1)) })
		sum(&exit, exiter, func(f Firm) *big.Float { return times(s0(f), less(c0, p0(f))) })
	}
	var out [5]float64
	for k, x := range []*big.Float{within, between, cross, entry, exit} {
		out[k], _ = x.Float64()
	}
	return out
}

// TestAgainstDefinition compares all methods, in total and by group, with the
// formulas firm by firm.
func TestAgainstDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(19, 23))
	for trial := range 60 {
		firms := randomFirms(rng, 2+rng.IntN(25), trial%4 == 0)
		for i := range firms {
			firms[i].Group = []string{"", "a", "b"}[rng.IntN(3)]
		}
		c := compare(t, firms)
		for _, m := range DecompositionMethods() {
			d := decompose(t, c, m)
			want := byDefinition(firms, m, func(Firm) bool { return true })
			if m == BaldwinGu {
				want[4] = 0 // to the last of 600 bits
			}
			for k, got := range partsOf(d.ProductivityParts) {
				near(t, m.String(), got, want[k])
			}
			for _, g := range d.Groups {
				if m == BaldwinGu && c.Exiters == 0 {
					continue // held against what does not matter in total
				}
				want := byDefinition(firms, m, func(f Firm) bool { return f.Group == g.Group })
				for k, got := range partsOf(g.ProductivityParts) {
					near(t, m.String()+" group "+g.Group, got, want[k])
				}
			}
		}
	}
}

// TestAnyOrder: the same firms give the same bits.
func TestAnyOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(29, 31))
	for range 30 {
		firms := randomFirms(rng, 2+rng.IntN(400), false)
		for i := range firms {
			firms[i].Group = []string{"", "a", "b"}[rng.IntN(3)]
			if rng.IntN(10) == 0 {
				firms[i].Productivity1 = nan
				firms[i].Active1 = rng.IntN(2) == 0
			}
			if rng.IntN(10) == 0 && !math.IsNaN(firms[i].Weight0) {
				firms[i].Weight0 = 0
			}
		}
		c := compare(t, firms)
		rng.Shuffle(len(firms), func(i, j int) { firms[i], firms[j] = firms[j], firms[i] })
		again := compare(t, firms)
		if !reflect.DeepEqual(c.View(), again.View()) || !reflect.DeepEqual(c.Warnings, again.Warnings) {
			t.Fatalf("%+v\n%+v", c.View(), again.View())
		}
		for _, m := range DecompositionMethods() {
			if a, b := decompose(t, c, m), decompose(t, again, m); !reflect.DeepEqual(a.View(), b.View()) {
				t.Fatalf("%+v\n%+v", a.View(), b.View())
			}
		}
	}
}
