package dynamics

import (
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

func bySector(t testing.TB, sectors []SectorOutput, against Reallocation) *SectorDecomposition {
	t.Helper()
	d, err := ProductivityBySector(sectors, against)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestBySector has the example of DOMAIN.md: 12 → 13.5 = 2 − 1/3 − 1/6.
func TestBySector(t *testing.T) {
	sectors := []SectorOutput{{"A", 100, 10, 130, 10}, {"B", 300, 20, 350, 20}, {"C", 200, 20, 330, 30}}
	d := bySector(t, sectors, AgainstZero)
	if want := (SectorLine{"", 1, 1, 12, 13.5, 1.5, SectorParts{2, -1. / 3, -1. / 6, 0}}); d.Total != want {
		t.Errorf("%+v, want %+v", d.Total, want)
	}
	// By hand: θ .2 .4 .4 → 1/6 1/3 1/2, y 10 15 10 → 13 17.5 11.
	for i, want := range []SectorParts{{.6, -1. / 3, -.1, 0}, {1, -1, -1. / 6, 0}, {.4, 1, .1, 0}} {
		if d.Sectors[i].SectorParts != want {
			t.Errorf("%+v, want %+v", d.Sectors[i].SectorParts, want)
		}
	}
	r := bySector(t, sectors, AgainstAggregate)
	if r.Total != d.Total {
		t.Errorf("in total against the aggregate %+v, against zero %+v", r.Total, d.Total)
	}
	// By hand: y − P₀ is −2 3 −2, Δy − ΔP is 1.5 1 −.5.
	for i, want := range []SectorParts{{.6, 1. / 15, -.05, 0}, {1, -.2, -1. / 15, 0}, {.4, -.2, -.05, 0}} {
		got := r.Sectors[i].SectorParts
		near(t, "within", got.Within, want.Within)
		near(t, "static", got.Static, want.Static)
		near(t, "dynamic", got.Dynamic, want.Dynamic)
	}
}

// TestBySectorDefinition compares random economies, some of whose sectors come or
// go, with the formulas in numbers of 500 bits.
func TestBySectorDefinition(t *testing.T) {
	rng := rand.New(rand.NewPCG(43, 47))
	num := func(x float64) *big.Float { return new(big.Float).SetPrec(500).SetFloat64(x) }
	plus := func(a, b *big.Float) *big.Float { return num(0).Add(a, b) }
	less := func(a, b *big.Float) *big.Float { return num(0).Sub(a, b) }
	times := func(a, b *big.Float) *big.Float { return num(0).Mul(a, b) }
	by := func(a, b *big.Float) *big.Float { return num(0).Quo(a, b) }
	for trial := range 100 {
		sectors := make([]SectorOutput, 2+rng.IntN(20))
		y0, y1, l0, l1 := num(0), num(0), num(0), num(0)
		for i := range sectors {
			s := &sectors[i]
			*s = SectorOutput{string(rune('A' + i)), 1e3 * rng.NormFloat64(), rng.ExpFloat64(), 1e3 * rng.NormFloat64(), rng.ExpFloat64()}
			if i > 0 && trial%3 == 0 {
				switch rng.IntN(4) {
				case 0:
					s.Output0, s.Labour0 = 0, 0
				case 1:
					s.Output1, s.Labour1 = 0, 0
				}
			}
			y0, y1, l0, l1 = plus(y0, num(s.Output0)), plus(y1, num(s.Output1)), plus(l0, num(s.Labour0)), plus(l1, num(s.Labour1))
		}
		before, after := by(y0, l0), by(y1, l1)
		for _, against := range []Reallocation{AgainstZero, AgainstAggregate} {
			d := bySector(t, sectors, against)
			p0, p1 := num(0), num(0)
			if against == AgainstAggregate {
				p0, p1 = before, after
			}
			sum := make([][]float64, 5)
			for i, s := range sectors {
				l := d.Sectors[i]
				theta0, theta1 := by(num(s.Labour0), l0), by(num(s.Labour1), l1)
				var want [4]*big.Float
				switch {
				case s.Labour0 == 0:
					want = [4]*big.Float{num(0), num(0), num(0), times(theta1, less(by(num(s.Output1), num(s.Labour1)), p1))}
				case s.Labour1 == 0:
					want = [4]*big.Float{num(0), num(0), num(0), times(theta0, less(p1, by(num(s.Output0), num(s.Labour0))))}
				default:
					a, b := by(num(s.Output0), num(s.Labour0)), by(num(s.Output1), num(s.Labour1))
					shift := less(theta1, theta0)
					want = [4]*big.Float{times(theta0, less(b, a)), times(shift, less(a, p0)), times(shift, less(less(b, a), less(p1, p0))), num(0)}
				}
				parts := sectorParts(l.SectorParts)
				for k := range want {
					x, _ := want[k].Float64()
					near(t, "part of a sector", parts[k], x)
					sum[k] = append(sum[k], parts[k])
				}
				sum[4] = append(sum[4], l.Change)
				addsUp(t, "sector", parts, l.Change)
			}
			for k, x := range append(sectorParts(d.Total.SectorParts), d.Total.Change) {
				addsUp(t, "sectors", sum[k], x)
			}
			addsUp(t, "total", sectorParts(d.Total.SectorParts), d.Total.Change)
			x, _ := less(after, before).Float64()
			equal(t, "change", d.Total.Change, x)
		}
	}
}

func sectorParts(p SectorParts) []float64 {
	return []float64{p.Within, p.Static, p.Dynamic, p.Turnover}
}

// TestBySectorCancels: equal productivity that no float64 holds leaves nothing.
func TestBySectorCancels(t *testing.T) {
	d := bySector(t, []SectorOutput{{"A", 1, 3, 10, 30}, {"B", 5, 15, 2, 6}, {"C", 7, 21, 3, 9}}, AgainstZero)
	if d.Total.SectorParts != (SectorParts{}) || d.Total.Change != 0 {
		t.Errorf("%+v", d.Total)
	}
}

func TestBySectorNotKnown(t *testing.T) {
	sectors := []SectorOutput{{"A", 100, 10, 130, 10}, {"X", 9, 9, nan, 9}, {"B", 300, 20, 350, 20}, {"C", 200, 20, 330, 30}, {"none", 0, 0, 0, 0}}
	d := bySector(t, sectors, AgainstZero)
	if w, ok := errors.AsType[*SectorsNotKnown](d.Warnings[0]); !ok || len(w.Sectors) != 1 || w.Sectors[0] != "X" {
		t.Errorf("warnings %v", d.Warnings)
	}
	if d.Total.Change != 1.5 || d.Total.Within != 2 {
		t.Errorf("%+v", d.Total)
	}
	if x := d.Sectors[1]; !math.IsNaN(x.Within) || !math.IsNaN(x.Change) || !math.IsNaN(x.Share0) || x.Before != 1 || !math.IsNaN(x.After) {
		t.Errorf("not known: %+v", x)
	}
	if x := d.Sectors[4]; x.SectorParts != (SectorParts{}) || x.Change != 0 || x.Share0 != 0 || !math.IsNaN(x.Before) {
		t.Errorf("never there: %+v", x)
	}
	if v := d.View(); len(v.Rows) != 6 || len(v.Rows[1]) != len(v.Columns) || v.Rows[1][7].Kind != 0 {
		t.Errorf("%+v", v)
	}
}

func TestBySectorRefused(t *testing.T) {
	good := SectorOutput{"A", 1, 2, 3, 4}
	for _, c := range []struct {
		bad    SectorOutput
		figure string
	}{
		{SectorOutput{"B", 1, -2, 3, 4}, "Labour0"},
		{SectorOutput{"B", 1, 2, 3, math.Inf(1)}, "Labour1"},
		{SectorOutput{"B", math.Inf(-1), 2, 3, 4}, "Output0"},
		{SectorOutput{"B", 1, 2, 1e60, 4}, "Output1"},
		{SectorOutput{"B", 1, 0, 3, 4}, "Output0"},
		{SectorOutput{"B", 0, 0, 3, 0}, "Output1"},
		{SectorOutput{"A", 1, 2, 3, 4}, "row"},
	} {
		_, err := ProductivityBySector([]SectorOutput{good, c.bad}, AgainstZero)
		if e, ok := errors.AsType[*FigureError](err); !ok || e.Figure != c.figure {
			t.Errorf("%+v: %v", c.bad, err)
		}
	}
	for _, s := range [][]SectorOutput{nil, {{"A", 1, 2, 0, 0}}, {{"A", 0, 0, 1, 2}}, {{"A", nan, 2, 1, 2}}} {
		if _, err := ProductivityBySector(s, AgainstZero); !errors.Is(err, ErrNoWeight) {
			t.Errorf("%v: %v", s, err)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("a reallocation that is not there did not panic")
		}
	}()
	ProductivityBySector([]SectorOutput{good}, AgainstAggregate+1)
}
