package structure

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestRefuses runs every measure on figures that none can take.
func TestRefuses(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	y := []float64{3, 4, 5}
	for name, measure := range measures() {
		for _, c := range []struct {
			x    []float64
			want error
		}{
			{[]float64{}, ErrEmpty}, {[]float64{nan, nan, nan}, ErrEmpty}, {[]float64{1, -2, 3}, ErrNegative},
			{[]float64{1, math.Inf(-1), 3}, ErrInfinite}, {[]float64{1, 2, inf}, ErrInfinite},
			{[]float64{-1, nan, nan}, ErrNegative},
		} {
			if _, err := measure(c.x, y[:len(c.x)]); !errors.Is(err, c.want) {
				t.Errorf("%s of %v: %v, want %v", name, c.x, err, c.want)
			}
		}
		if name == "matrix" {
			continue // zeros are a region of its own
		}
		if _, err := measure([]float64{0, 0, math.Copysign(0, -1)}, y); !errors.Is(err, ErrZeroTotal) {
			t.Errorf("%s of zeros: %v", name, err)
		}
	}
	for _, name := range []string{"Gini", "Lorenz", "Theil", "Hoover", "Krugman", "others", "locGini", "quotients", "Ellison", "plants", "groups"} {
		for _, c := range []struct {
			y    []float64
			want error
		}{
			{[]float64{1, 2}, ErrLength}, {[]float64{}, ErrLength}, {[]float64{nan, nan, nan}, ErrEmpty},
			{[]float64{1, 2, -3}, ErrNegative}, {[]float64{inf, 2, 3}, ErrInfinite},
		} {
			if _, err := measures()[name]([]float64{1, 2, 3}, c.y); !errors.Is(err, c.want) {
				t.Errorf("%s with %v: %v, want %v", name, c.y, err, c.want)
			}
		}
		if _, err := measures()[name]([]float64{0, 2, 3}, []float64{0, 0, 0}); !errors.Is(err, ErrZeroTotal) && !errors.Is(err, ErrNoReference) {
			t.Errorf("%s with zeros: %v", name, err)
		}
	}
}

// TestErrorsPoint looks at what an error says and what can be examined in it.
func TestErrorsPoint(t *testing.T) {
	_, err := KrugmanOthers([]float64{1, 2}, [][]float64{{1, 2}, {1, -2.5}})
	e, found := errors.AsType[*FigureError](err)
	if !found || *e != (FigureError{"others[1]", 1, -2.5, ErrNegative}) {
		t.Errorf("%#v in %v", e, err)
	}
	if want := "structure: Krugman: others[1][1] is -2.5: figure is negative"; err.Error() != want {
		t.Errorf("%q, want %q", err, want)
	}
	_, err = Gini([]float64{1, 2}, []float64{1})
	if want := "structure: Gini: x has 2 figures, weights has 1: lengths differ"; err == nil || err.Error() != want {
		t.Errorf("%v, want %q", err, want)
	}
}

// TestLeavesOut compares results on figures with holes with those on what is
// left, which must be the same but for the counts.
func TestLeavesOut(t *testing.T) {
	nan := math.NaN()
	x := []float64{20, nan, 50, 20, 10, 7, nan}
	y := []float64{3, 5, 4, 1, nan, 2, nan}
	both := [][]float64{{20, 50, 20, 7}, {3, 4, 1, 2}}
	alone := []float64{20, 50, 20, 10, 7}
	for name, measure := range measures() {
		wantX, leftOut := both[0], 3
		switch name {
		case "shares", "HHI", "CR4":
			wantX, leftOut = alone, 2
		case "plants":
			continue // its figures with holes are regions, see TestEllisonGlaeserLeavesOut
		}
		got, err := measure(x, y)
		want, err2 := measure(wantX, both[1][:min(len(wantX), 4)])
		if err != nil || err2 != nil {
			t.Fatal(name, err, err2)
		}
		g, w := got.View(), want.View()
		for i, row := range w.Rows {
			if name == "shares" || name == "quotients" || name == "matrix" {
				break // item by item; see their own tests
			}
			for k, e := range row {
				if e != g.Rows[i][k] && g.Columns[k].Name != "left_out" {
					t.Errorf("%s, %s: %v with holes, %v without", name, g.Columns[k].Name, g.Rows[i][k], e)
				}
			}
		}
		if c := coverageOf(t, got); c.LeftOut != leftOut || c.N != len(wantX) {
			t.Errorf("%s: %+v, want %d left out", name, c, leftOut)
		} else if c.Warnings[0] != (Incomplete{c.N, leftOut}) {
			t.Errorf("%s: %v", name, c.Warnings)
		}
		if c := coverageOf(t, want); c.LeftOut != 0 || slices.ContainsFunc(c.Warnings, func(err error) bool { _, is := err.(Incomplete); return is }) {
			t.Errorf("%s without holes: %+v", name, c)
		}
	}
}

// TestOrderAndScale checks that neither the order of items nor the unit of
// figures makes a difference: not one bit for the order and for powers of two,
// little for other units.
func TestOrderAndScale(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 1))
	for range 200 {
		n := 1 + rng.IntN(40)
		x, y := skewed(rng, n, true), skewed(rng, n, false)
		other := shuffled(rng, x, y)
		for name, measure := range measures() {
			a, err := measure(x, y)
			if err != nil {
				if n > 1 { // one region has no agglomeration
					t.Fatal(name, err)
				}
				continue
			}
			want := numbersOf(a.View())
			slices.Sort(want)
			for what, xy := range map[string][][]float64{
				"shuffled": other, "times 2": {times(2, x), times(.125, y)}, "times 2^900": {times(0x1p900, x), times(0x1p-900, y)},
			} {
				if name == "groups" && what != "shuffled" || name == "matrix" && what != "shuffled" {
					continue // the figures make the groups, and the reference
				}
				b, err := measure(xy[0], xy[1])
				if err != nil {
					t.Fatal(name, what, err)
				}
				got := numbersOf(b.View())
				slices.Sort(got)
				if !slices.Equal(got, want) {
					t.Errorf("%s of %v, %v, %s: %v, want %v", name, x, y, what, got, want)
				}
			}
			b, err := measure(times(.3, x), times(7, y))
			if err != nil {
				t.Fatal(name, err)
			}
			if name == "groups" || name == "matrix" {
				continue
			}
			got := numbersOf(b.View())
			slices.Sort(got)
			for i := range want {
				agree(t, name+" in another unit", got[i], want[i], 1e-12*(1+math.Abs(want[i])))
			}
		}
	}
}

// TestArgumentsStay checks that no measure writes into its arguments.
func TestArgumentsStay(t *testing.T) {
	x, y := []float64{5, 1, math.NaN(), 3e-100, 2}, []float64{1e120, 3, 2, 1, 4}
	x2, y2 := slices.Clone(x), slices.Clone(y)
	for name, measure := range measures() {
		if _, err := measure(x, y); err != nil {
			t.Error(name, err)
		}
		for i := range x {
			if math.Float64bits(x[i]) != math.Float64bits(x2[i]) || y[i] != y2[i] {
				t.Fatalf("%s has changed its arguments to %v, %v", name, x, y)
			}
		}
	}
}
