package projection

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"smartcity/growth"
)

// The tests of this file hold readings against the definition in the comment of
// Claim.Readings, computed in another way, and against what must be true of them
// whatever the claim.

// naive grades a hypothesis in float64, by running through every choice of ends,
// with every edge moved by slack: outwards if it is positive. So the grade of
// loose input is as good as the true one, or better, and that of tight input as
// bad, or worse.
func naive(c Claim, year int, kinds []Kind, slack float64) Grade {
	n := float64(c.Target - year)
	rate := [3]float64{0, float64(c.Range.Low), float64(c.Range.High)}
	p := func(b float64, i int, e End) float64 {
		if kinds[i] == Gain {
			return b*math.Pow(1+rate[e], n) - b
		}
		return b * math.Pow(1+rate[e], n)
	}
	edges := func(i int) (float64, float64) {
		f := c.Figures[i]
		s := slack * (math.Abs(f.Value) + f.Unit + c.Base*math.Pow(1+rate[High], n) + c.Base)
		return f.Value - f.Unit/2 - s, f.Value + f.Unit/2 + s
	}
	atNominal, other, inside := false, false, true
	for choice := range 1 << len(kinds) {
		all, from, to := true, c.Base-c.BaseUnit/2-slack*c.Base, c.Base+c.BaseUnit/2+slack*c.Base
		from = max(from, 0)
		possible := true
		for i := range kinds {
			e := Low + End(choice>>i&1)
			if own := c.Figures[i].End; own != NoEnd && own != e {
				possible = false
				break
			}
			low, high := edges(i)
			if x := p(c.Base, i, e); x < low || x >= high {
				all = false
			}
			switch one := p(1, i, e); {
			case one > 0:
				from, to = max(from, low/one), min(to, high/one)
			case one < 0:
				from, to = max(from, high/one), min(to, low/one)
			case low > 0 || high <= 0:
				to = -1
			}
		}
		atNominal = atNominal || possible && all
		other = other || possible && from < to
	}
	for i, f := range c.Figures {
		low, high := edges(i)
		if f.End != NoEnd {
			x := p(c.Base, i, f.End)
			inside = inside && low <= x && x < high
			continue
		}
		inside = inside && p(c.Base, i, Low) < high && p(c.Base, i, High) >= low
	}
	switch {
	case atNominal:
		return GradeA
	case other:
		return GradeB
	case inside:
		return GradeC
	}
	return NotExplained
}

// verify checks all readings of a claim against the definition.
func verify(t *testing.T, c Claim) {
	t.Helper()
	r, err := c.Readings()
	if err != nil {
		return
	}
	c = r.Claim
	if !slices.IsSortedFunc(r.List, Reading.Compare) {
		t.Errorf("%+v: readings are not in order", c)
	}
	got := map[string]Reading{}
	kindsOf := func(x Reading) (kinds []Kind) {
		for _, f := range x.Fits {
			kinds = append(kinds, f.Kind)
		}
		return kinds
	}
	for _, x := range r.List {
		id := fmt.Sprint(x.BaseYear, kindsOf(x))
		if _, ok := got[id]; ok {
			t.Errorf("%+v: %s is read twice", c, id)
		}
		got[id] = x
		verifyParts(t, c, x)
	}
	if c.Base == 0 {
		return
	}
	for _, year := range c.BaseYears {
		for choice := range 1 << len(c.Figures) {
			kinds := make([]Kind, len(c.Figures))
			allowed := true
			ofBand := UnknownKind
			for i, f := range c.Figures {
				kinds[i] = Level + Kind(choice>>i&1)
				allowed = allowed && (f.Kind == UnknownKind || f.Kind == kinds[i])
				if f.End != NoEnd && f.Kind == UnknownKind {
					allowed = allowed && (ofBand == UnknownKind || ofBand == kinds[i])
					ofBand = kinds[i]
				}
			}
			if !allowed {
				continue
			}
			id := fmt.Sprint(year, kinds)
			x := Reading{Grade: got[id].Grade} // NotExplained if it is not there
			delete(got, id)
			best, worst := Reading{Grade: naive(c, year, kinds, 1e-9)}, Reading{Grade: naive(c, year, kinds, -1e-9)}
			if best.rank() > x.rank() || x.rank() > worst.rank() {
				t.Errorf("%+v: %d as %v is %v, by the definition %v or %v", c, year, kinds, x.Grade, best.Grade, worst.Grade)
			}
		}
	}
	for id := range got {
		t.Errorf("%+v: %s is no hypothesis", c, id)
	}
}

// verifyParts checks the parts of a reading against each other.
func verifyParts(t *testing.T, c Claim, x Reading) {
	t.Helper()
	n := float64(x.Years)
	worst := GradeA
	if x.BaseYear+x.Years != c.Target || x.Years <= 0 || len(x.Fits) != len(c.Figures) {
		t.Errorf("%+v: %+v", c, x)
	}
	if x.Grade != GradeC && !(x.Bases.Low <= x.Bases.High) || x.Grade == GradeA && (x.Bases.Low > c.Base || c.Base > x.Bases.High) {
		t.Errorf("%+v: grade %v with bases %v", c, x.Grade, x.Bases)
	}
	deviation := 0.0
	for i, f := range x.Fits {
		worst = max(worst, f.Grade)
		size := max(math.Abs(f.Level), math.Abs(f.Gain), x.Base)
		rate := map[End]growth.Rate{Low: c.Range.Low, High: c.Range.High, NoEnd: f.Rate}[f.End]
		switch {
		case f.Figure != c.Figures[i],
			(f.Grade == GradeC) != (f.End == NoEnd),
			f.Figure.End != NoEnd && f.Figure.End != f.End,
			f.Figure.Kind != UnknownKind && f.Figure.Kind != f.Kind,
			f.Rate != rate || f.Rate < c.Range.Low || f.Rate > c.Range.High,
			math.Abs(f.Level-f.Rate.Compound(x.Base, n)) > 1e-9*size,
			math.Abs(f.Level-f.Gain-x.Base) > 1e-9*size,
			f.P != cmp.Or(map[Kind]float64{Level: f.Level, Gain: f.Gain}[f.Kind], f.P),
			f.ImpliedBy.Low > float64(f.Implied) || float64(f.Implied) > f.ImpliedBy.High:
			t.Errorf("%+v: figure %d: %+v", c, i+1, f)
		}
		// A implies C: a figure met at an end at the base itself is met by a rate
		// of the range.
		if x.Grade != GradeB && (f.ImpliedBy.Low > float64(f.Rate)+1e-9 || f.ImpliedBy.High < float64(f.Rate)-1e-9) {
			t.Errorf("%+v: figure %d: rate %v is not among those implied, %v", c, i+1, f.Rate, f.ImpliedBy)
		}
		deviation = max(deviation, math.Abs(f.P-f.Figure.Value)/f.Figure.Unit)
	}
	if worst != x.Grade || deviation != x.Deviation {
		t.Errorf("%+v: grade %v and deviation %v of %+v", c, x.Grade, x.Deviation, x.Fits)
	}
	if known := x.Chance.Known(); known != (c.Base > 0 && x.Chance.Figures > 0) || known && !(x.Chance.Share() >= 0 && x.Chance.Share() <= 1) {
		t.Errorf("%+v: chance %+v", c, x.Chance)
	}
}

// randomClaim makes claims of which many can be explained: figures are computed
// from a hypothesis, and some are then moved by a unit or two.
func randomClaim(rnd *rand.Rand) Claim {
	low := float64(rnd.IntN(40)-10) / 100
	c := Claim{
		Base:      float64(1 + rnd.IntN(300)),
		Target:    2025,
		Range:     growth.Range{Low: growth.Rate(low), High: growth.Rate(math.Round(100*low)+float64(1+rnd.IntN(8))) / 100},
		BaseYears: []int{2016 + rnd.IntN(4), 2018, 2020 + rnd.IntN(4)},
	}
	n := float64(c.Target - c.BaseYears[rnd.IntN(3)])
	add := func(k Kind, e End) {
		at := c.Range.Low
		switch {
		case e == High || e == NoEnd && rnd.IntN(3) == 0:
			at = c.Range.High
		case e == NoEnd && rnd.IntN(2) == 0:
			at += (c.Range.High - c.Range.Low) * growth.Rate(rnd.Float64())
		}
		x := at.Compound(c.Base*(.99+.02*rnd.Float64()), n)
		if k == Gain {
			x -= c.Base
		}
		unit := []float64{1, 1, 5, 10}[rnd.IntN(4)]
		x = unit * (math.Round(x/unit) + float64(rnd.IntN(9)/4-1)*float64(rnd.IntN(2)))
		if x == 0 || x < 0 && k == Level {
			x = unit
		}
		if rnd.IntN(2) == 0 {
			k = UnknownKind
		}
		c.Figures = append(c.Figures, Figure{Value: x, Unit: unit, Kind: k, End: e})
	}
	if rnd.IntN(2) == 0 {
		k := Level + Kind(rnd.IntN(2))
		add(k, Low)
		add(k, High)
		c.Figures[1].Kind = c.Figures[0].Kind
	}
	for range rnd.IntN(3) {
		add(Level+Kind(rnd.IntN(2)), NoEnd)
	}
	if len(c.Figures) == 0 {
		add(Level, NoEnd)
	}
	return c
}

func TestReadingsByDefinition(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2018))
	var grades [4]int
	trials := thin(1500)
	for range trials {
		c := randomClaim(rnd)
		verify(t, c)
		r, err := c.Readings()
		if err != nil {
			continue
		}
		if len(r.List) == 0 {
			grades[NotExplained]++
		}
		for _, x := range r.List {
			grades[x.Grade]++
		}
	}
	for g, n := range grades {
		if n < trials/15 {
			t.Errorf("only %d claims tested grade %v", n, Grade(g))
		}
	}
}

// Ten times the base, its unit, the figures and theirs is the same claim.
func TestScale(t *testing.T) {
	rnd := rand.New(rand.NewPCG(2, 2018))
	for range thin(500) {
		c := randomClaim(rnd)
		ten := c
		ten.Base *= 10
		ten.Figures = slices.Clone(c.Figures)
		for i := range ten.Figures {
			ten.Figures[i].Value *= 10
			ten.Figures[i].Unit *= 10
		}
		c.BaseUnit = UnitOf(c.Base)
		ten.BaseUnit = 10 * c.BaseUnit
		a, errA := c.Readings()
		b, errB := ten.Readings()
		if (errA == nil) != (errB == nil) {
			t.Fatalf("%+v: %v, times ten %v", c, errA, errB)
		}
		if errA != nil {
			continue
		}
		if !slices.Equal(briefs(a), briefs(b)) {
			t.Errorf("%+v:\n%v\ntimes ten\n%v", c, briefs(a), briefs(b))
		}
		for i := range a.List {
			if a.List[i].Chance != b.List[i].Chance {
				t.Errorf("%+v: chance %v, times ten %v", c, a.List[i].Chance, b.List[i].Chance)
			}
		}
	}
}

// The order of the figures does not matter to what is read.
func TestPermutation(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 2018))
	sorted := func(c Claim) (list []string) {
		r, err := c.Readings()
		if err != nil {
			return []string{"error"}
		}
		for _, x := range r.List {
			parts := strings.Split(brief(x), ", ")
			for i, f := range x.Fits {
				parts[i+1] += fmt.Sprint(f.Figure, f.P, f.Level, f.Gain, f.Implied, f.ImpliedBy)
			}
			slices.Sort(parts[1:])
			list = append(list, fmt.Sprint(parts, x.Bases, x.Chance, x.Deviation))
		}
		slices.Sort(list)
		return list
	}
	for range thin(500) {
		c := randomClaim(rnd)
		want := sorted(c)
		d := c
		d.Figures = slices.Clone(c.Figures)
		rnd.Shuffle(len(d.Figures), func(i, j int) { d.Figures[i], d.Figures[j] = d.Figures[j], d.Figures[i] })
		if got := sorted(d); !slices.Equal(got, want) {
			t.Errorf("%+v:\n%v\nin another order\n%v", c, strings.Join(want, "\n"), strings.Join(got, "\n"))
		}
	}
}

func TestCompare(t *testing.T) {
	fits := make([]Fit, 2)
	inOrder := []Reading{
		{Grade: GradeA, Fits: fits, Chance: Chance{1, 10}},
		{Grade: GradeA, Fits: fits, Chance: Chance{2, 10}, Deviation: .1},
		{Grade: GradeA, Fits: fits, Chance: Chance{1, 5}, Deviation: .2, BaseYear: 2018},
		{Grade: GradeA, Fits: fits, Chance: Chance{1, 5}, Deviation: .2, BaseYear: 2019},
		{Grade: GradeA, Fits: fits},
		{Grade: GradeA, Fits: fits[:1], Chance: Chance{1, 10}},
		{Grade: GradeB, Fits: fits},
		{Grade: GradeC, Fits: fits},
		{},
	}
	for i, a := range inOrder {
		for j, b := range inOrder {
			if got := a.Compare(b); got != cmp.Compare(i, j) {
				t.Errorf("%d against %d: %d", i, j, got)
			}
		}
	}
}

func FuzzReadings(f *testing.F) {
	f.Add(17600.0, 0.0, .12, .17, 7, 35200.0, 0.0, uint8(0), 52800.0, 0.0, uint8(1))
	f.Add(0.0, 0.0, .12, .17, 7, 37100.0, 0.0, uint8(3), 50400.0, 0.0, uint8(6))
	f.Add(100.0, 10.0, -.1, -.1, 1, -9.0, 1.0, uint8(2), -11.0, 1.0, uint8(2))
	f.Add(.1, 1e-9, .1, .2, 1, .115, .01, uint8(1), .105, .01, uint8(0))
	f.Fuzz(func(t *testing.T, base, baseUnit, low, high float64, n int, v1, u1 float64, k1 uint8, v2, u2 float64, k2 uint8) {
		c := Claim{Base: base, BaseUnit: baseUnit, Range: growth.Range{Low: growth.Rate(low), High: growth.Rate(high)},
			Target: 2025, BaseYears: []int{2025 - n, 2026 - n}, Figures: []Figure{
				{v1, u1, Kind(k1 % 3), End(k1 / 3 % 3)}, {v2, u2, Kind(k2 % 3), End(k2 / 3 % 3)}}}
		// What follows is right for all numbers; float64, which it is tested
		// against, is too coarse for some.
		r, err := c.Readings()
		if err != nil || n > 50 {
			return
		}
		numbers := []float64{v1, v2, r.Claim.Figures[0].Unit, r.Claim.Figures[1].Unit}
		if base != 0 {
			numbers = append(numbers, base, r.Claim.BaseUnit)
		}
		for _, rate := range []float64{low, high} {
			if rate > 3 || rate < -.7 || rate != 0 && math.Abs(rate) < 1e-4 {
				return
			}
		}
		for _, x := range numbers {
			if math.Abs(x) < 1e-3 || math.Abs(x) > 1e9 {
				return
			}
		}
		verify(t, c)
	})
}
