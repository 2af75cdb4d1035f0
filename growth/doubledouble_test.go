package growth

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// exact returns a double-double as the number it stands for.
func exact(s Sum) *big.Float {
	return new(big.Float).SetPrec(2000).Add(bigOf(s.high), bigOf(s.low))
}

func bigOf(x float64) *big.Float { return new(big.Float).SetPrec(2000).SetFloat64(x) }

// relative returns |got−want|/|want|.
func relative(got, want *big.Float) float64 {
	d := new(big.Float).SetPrec(2000).Sub(got, want)
	if d.Sign() == 0 {
		return 0
	}
	if want.Sign() == 0 {
		return math.Inf(1)
	}
	q, _ := d.Quo(d, want).Float64()
	return math.Abs(q)
}

func TestDoubleDouble(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	random := func() Sum {
		high := (rng.Float64() - .5) * math.Exp2(float64(rng.IntN(60)-30))
		high, low := twoSum(high, high*(rng.Float64()-.5)*0x1p-53)
		return Sum{high, low}
	}
	op := func(f func(z, x, y *big.Float) *big.Float, a, b Sum) *big.Float {
		return f(new(big.Float).SetPrec(2000), exact(a), exact(b))
	}
	for range thin(20000) {
		a, b := random(), random()
		if rng.IntN(3) == 0 { // cancellation
			b = Sum{-a.high, a.low * (2*rng.Float64() - 1)}
		}
		for _, c := range []struct {
			name string
			got  Sum
			want *big.Float
		}{
			{"+", a.plus(b), op((*big.Float).Add, a, b)},
			{"−", a.minus(b), op((*big.Float).Sub, a, b)},
			{"·", a.times(b), op((*big.Float).Mul, a, b)},
			{"/", a.over(b), op((*big.Float).Quo, a, b)},
		} {
			if e := relative(exact(c.got), c.want); e > 0x1p-101 {
				t.Fatalf("%v %s %v is off by %g", a, c.name, b, e)
			}
		}
		x, y := rng.NormFloat64(), rng.NormFloat64()
		if exact(product(x, y)).Cmp(op((*big.Float).Mul, exactly(x), exactly(y))) != 0 {
			t.Fatalf("%v·%v is not exact", x, y)
		}
	}
}

func TestRescale(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 20000 {
		a, b, c := rng.NormFloat64()*1e9, rng.Float64()*200, 50+rng.Float64()*100
		want := new(big.Float).SetPrec(2000).Mul(bigOf(a), bigOf(b))
		rounded, _ := want.Quo(want, bigOf(c)).Float64()
		if got := rescale(a, b, c); got != rounded {
			t.Fatalf("%v·%v/%v = %v, want %v", a, b, c, got, rounded)
		}
		if got := rescale(a, b, b); got != a {
			t.Fatalf("%v·%v/%v = %v", a, b, b, got)
		}
	}
	for _, c := range []struct{ a, b, c, want float64 }{
		{1e300, 1e300, 1e300, 1e300}, {1e-300, 1e-300, 1e-300, 1e-300}, {1e308, 10, 100, 1e307},
		{0, 5, 7, 0}, {110, 100, 125, 88}, {nan, 1, 1, nan}, {1, nan, 1, nan}, {1, 1, nan, nan}, {0, 1, 0, nan},
	} {
		if got := rescale(c.a, c.b, c.c); got != c.want && !(math.IsNaN(got) && math.IsNaN(c.want)) {
			t.Errorf("%v·%v/%v = %v, want %v", c.a, c.b, c.c, got, c.want)
		}
	}
}

func TestScaled(t *testing.T) {
	for _, x := range [][]float64{{0, 0}, {1, -3, .1}, {math.MaxFloat64, -1}, {5e-324, 0}, {}} {
		y, e := scaled(x)
		largest := 0.0
		for i := range y {
			largest = max(largest, math.Abs(y[i]))
			if back := math.Ldexp(y[i], e); back != x[i] {
				t.Errorf("%v came back as %v", x[i], back)
			}
		}
		if largest != 0 && (largest < .5 || largest >= 1) {
			t.Errorf("%v was scaled to %v", x, y)
		}
	}
}
