package dynamics

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

var nan = math.NaN()

// dfvadFirms are the firms of the data set that comes with R's package dfvad,
// between its first two periods.
func dfvadFirms() []Firm {
	return []Firm{
		{Productivity0: 1.95, Weight0: .33, Productivity1: 1.68, Weight1: .30},
		{Productivity0: 1.73, Weight0: .25, Productivity1: 1.76, Weight1: .21},
		{Productivity0: 1.64, Weight0: .10, Productivity1: 1.04, Weight1: .17},
		{Productivity0: 1.85, Weight0: .12, Productivity1: 1.47, Weight1: .01},
		{Productivity0: 1.39, Weight0: .09, Productivity1: nan, Weight1: nan},
		{Productivity0: 1.57, Weight0: .11, Productivity1: nan, Weight1: nan},
		{Productivity0: nan, Weight0: nan, Productivity1: 1.17, Weight1: .25},
		{Productivity0: nan, Weight0: nan, Productivity1: 1.23, Weight1: .06},
	}
}

// TestPublished holds FHK and MP to the figures that dfvad prints, and all six to
// the fractions that the formulas give for the same firms, worked out apart.
func TestPublished(t *testing.T) {
	c := compare(t, dfvadFirms())
	near(t, "before", c.Before, 8799./5000)
	near(t, "after", c.After, 7157./5000)
	near(t, "change", c.Change, -.3284)
	near(t, "entrants' share", c.EntrantShare, .31)
	near(t, "exiters' share", c.ExiterShare, .2)
	if c.Continuers != 4 || c.Entrants != 2 || c.Exiters != 2 || c.NotKnown != 0 || c.Warnings != nil {
		t.Errorf("%+v", c)
	}
	for _, want := range []struct {
		m                                   DecompositionMethod
		within, between, cross, entry, exit float64
	}{
		{BailyHultenCampbell, -117. / 625, -2097. / 10000, 0, 3663. / 10000, -1489. / 5000},
		{GrilichesRegev, -3677. / 20000, -18767. / 500000, 0, -8021. / 62500, 533. / 25000},
		{FosterHaltiwangerKrizan, -.1872, -.022822, .0067, -.179238, .05416},
		{BaldwinGu, -3677. / 20000, -2463. / 50000, 0, -9529. / 100000, 0},
		{DiewertFox, -8549. / 34500, -4979. / 138000, 0, -38717. / 345000, .0677},
		{MelitzPolanec, -.305, 583. / 27600, 0, -38717. / 345000, .0677},
	} {
		d := decompose(t, c, want.m)
		near(t, want.m.String()+" within", d.Within, want.within)
		near(t, want.m.String()+" between", d.Between, want.between)
		near(t, want.m.String()+" cross", d.Cross, want.cross)
		near(t, want.m.String()+" entry", d.Entry, want.entry)
		near(t, want.m.String()+" exit", d.Exit, want.exit)
	}
	mp := decompose(t, c, MelitzPolanec)
	if math.Abs(mp.Between-.0211231884) > 5e-11 || math.Abs(mp.Entry+.1122231884) > 5e-11 {
		t.Errorf("MP as dfvad prints it: %v, %v", mp.Between, mp.Entry)
	}
}

// TestRelations checks what theory says of the methods among each other.
func TestRelations(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 5))
	for range 200 {
		stay := rng.IntN(2) == 0
		firms := randomFirms(rng, 2+rng.IntN(40), stay)
		c := compare(t, firms)
		d := map[DecompositionMethod]*Decomposition{}
		for _, m := range DecompositionMethods() {
			d[m] = decompose(t, c, m)
		}
		bhc, gr, fhk, bg, df, mp := d[BailyHultenCampbell], d[GrilichesRegev], d[FosterHaltiwangerKrizan], d[BaldwinGu], d[DiewertFox], d[MelitzPolanec]
		near(t, "GR within", gr.Within, fhk.Within+fhk.Cross/2)
		equal(t, "BG and GR within", bg.Within, gr.Within)
		equal(t, "BHC and FHK within", bhc.Within, fhk.Within)
		equal(t, "MP and DF entry", mp.Entry, df.Entry)
		equal(t, "MP and DF exit", mp.Exit, df.Exit)
		near(t, "MP and DF continuers", mp.Within+mp.Between, df.Within+df.Between)
		// FHK's entry moves by ΔP/2 for each unit of share against GR's.
		near(t, "GR entry", gr.Entry, fhk.Entry-c.Change/2*c.EntrantShare)
		near(t, "GR exit", gr.Exit, fhk.Exit+c.Change/2*c.ExiterShare)
		if stay {
			equal(t, "DF within of a balanced panel", df.Within, gr.Within)
			equal(t, "DF between of a balanced panel", df.Between, gr.Between)
			equal(t, "BG between of a balanced panel", bg.Between, gr.Between)
			near(t, "BHC between of a balanced panel", bhc.Between, fhk.Between+fhk.Cross)
			for _, x := range d {
				equal(t, "entry of a balanced panel", x.Entry, 0)
				equal(t, "exit of a balanced panel", x.Exit, 0)
			}
		}
		before, after := continuersAt(t, firms)
		near(t, "MP within as Olley–Pakes", mp.Within, after.Mean-before.Mean)
		near(t, "MP between as Olley–Pakes", mp.Between, after.Covariance-before.Covariance)

		// The methods that treat the years alike change sign when they are swapped.
		back := compare(t, swapped(firms))
		for _, m := range []DecompositionMethod{GrilichesRegev, DiewertFox, MelitzPolanec} {
			b := decompose(t, back, m)
			equal(t, m.String()+" within backwards", b.Within, -d[m].Within)
			equal(t, m.String()+" between backwards", b.Between, -d[m].Between)
			equal(t, m.String()+" entry backwards", b.Entry, -d[m].Exit)
			equal(t, m.String()+" exit backwards", b.Exit, -d[m].Entry)
		}
	}
}

// TestScale: parts are in the unit of productivity, and of weights only shares
// matter.
func TestScale(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 11))
	for range 50 {
		firms := randomFirms(rng, 2+rng.IntN(40), false)
		scaled, weighed, shifted := slices.Clone(firms), slices.Clone(firms), slices.Clone(firms)
		for i := range firms {
			scaled[i].Productivity0 *= 4
			scaled[i].Productivity1 *= 4
			weighed[i].Weight0 *= 8
			weighed[i].Weight1 *= .5
			shifted[i].Productivity0 += 1024
			shifted[i].Productivity1 += 1024
		}
		c, four, same, moved := compare(t, firms), compare(t, scaled), compare(t, weighed), compare(t, shifted)
		for _, m := range DecompositionMethods() {
			want := decompose(t, c, m)
			a, b, s := decompose(t, four, m), decompose(t, same, m), decompose(t, moved, m)
			for k, x := range partsOf(want.ProductivityParts) {
				equal(t, m.String()+" of fourfold productivity", partsOf(a.ProductivityParts)[k], 4*x)
				equal(t, m.String()+" of other weights", partsOf(b.ProductivityParts)[k], x)
				// Only BHC asks where productivity has its zero. The shift itself rounds.
				if m != BailyHultenCampbell && math.Abs(partsOf(s.ProductivityParts)[k]-x) > 1e-9 {
					t.Errorf("%s part %d with productivity shifted: %v, want %v", m, k, partsOf(s.ProductivityParts)[k], x)
				}
			}
		}
	}
}

// TestAdditive: the parts add up to the change, also where nearly all of it
// cancels, and groups to the parts.
func TestAdditive(t *testing.T) {
	rng := rand.New(rand.NewPCG(13, 17))
	for trial := range 300 {
		firms := randomFirms(rng, 2+rng.IntN(60), trial%3 == 0)
		for i := range firms {
			f := &firms[i]
			f.Group = []string{"", "a", "b", "c"}[rng.IntN(4)]
			switch trial % 5 {
			case 1: // levels of millions that move by millionths
				f.Productivity0 = 1e6 + 1e-6*f.Productivity0
				f.Productivity1 = 1e6 + 1e-6*f.Productivity1
			case 2: // one productivity for all
				f.Productivity0, f.Productivity1 = f.Productivity0*0+.1, f.Productivity1*0+.1
			case 3: // nothing moves but the unit of the weights
				if !math.IsNaN(f.Weight0) && !math.IsNaN(f.Weight1) {
					f.Weight0 = math.Round(8 * f.Weight0)
					f.Weight1, f.Productivity1 = 3*f.Weight0, f.Productivity0
				}
			case 4: // one giant
				if i == 0 && !math.IsNaN(f.Weight0) {
					f.Weight0 *= 1e12
				}
			}
		}
		c := compare(t, firms)
		for _, m := range DecompositionMethods() {
			d := decompose(t, c, m)
			addsUp(t, m.String(), partsOf(d.ProductivityParts), d.Change)
			var within, between, cross, entry, exit, change []float64
			n := 0
			for _, g := range d.Groups {
				addsUp(t, m.String()+" group "+g.Group, partsOf(g.ProductivityParts), g.Change)
				within, between, cross = append(within, g.Within), append(between, g.Between), append(cross, g.Cross)
				entry, exit, change = append(entry, g.Entry), append(exit, g.Exit), append(change, g.Change)
				n += g.Continuers + g.Entrants + g.Exiters
			}
			if d.Groups == nil {
				continue
			}
			addsUp(t, m.String()+" within", within, d.Within)
			addsUp(t, m.String()+" between", between, d.Between)
			addsUp(t, m.String()+" cross", cross, d.Cross)
			addsUp(t, m.String()+" entry", entry, d.Entry)
			addsUp(t, m.String()+" exit", exit, d.Exit)
			addsUp(t, m.String()+" change", change, d.Change)
			if n != len(firms) {
				t.Errorf("groups of %d firms, not %d", n, len(firms))
			}
		}
	}
}

// TestNothingChanges: no part is anything but zero, whatever cannot be written in
// a float64 on the way.
func TestNothingChanges(t *testing.T) {
	firms := []Firm{{Weight0: .1, Productivity0: .3, Group: "a"}, {Weight0: .7, Productivity0: -1.1}, {Weight0: .3, Productivity0: 1e6}}
	for i := range firms {
		firms[i].Weight1, firms[i].Productivity1 = 4*firms[i].Weight0, firms[i].Productivity0
	}
	c := compare(t, firms)
	for _, m := range DecompositionMethods() {
		d := decompose(t, c, m)
		if d.ProductivityParts != (ProductivityParts{}) || d.Change != 0 || math.Signbit(d.Within) {
			t.Errorf("%s: %+v, change %v", m, d.ProductivityParts, d.Change)
		}
	}
}
