package growth

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// TestDerivatives compares differences with derivatives known in closed form,
// also where a parameter is 0, tiny or huge, where a tenth of it is far beyond
// the width of a peak, and at the edge of a logarithm.
func TestDerivatives(t *testing.T) {
	for _, c := range []struct {
		name string
		f    func(b []float64, x float64) float64
		d    func(b, x float64) float64
		b    float64
		x    []float64
	}{
		{"exp", func(b []float64, x float64) float64 { return math.Exp(b[0] * x) }, func(b, x float64) float64 { return x * math.Exp(b*x) }, .7, steps(-3, .5, 12)},
		{"exp at 0", func(b []float64, x float64) float64 { return math.Exp(b[0] * x) }, func(b, x float64) float64 { return x * math.Exp(b*x) }, 0, steps(-3, .5, 12)},
		{"exp steep at 0", func(b []float64, x float64) float64 { return math.Exp(b[0] * x) }, func(b, x float64) float64 { return x * math.Exp(b*x) }, 0, steps(1e5, 1e5, 5)},
		{"linear, tiny", func(b []float64, x float64) float64 { return 5 + b[0]*x }, func(b, x float64) float64 { return x }, 1e-15, steps(1, 1, 5)},
		{"linear at 0", func(b []float64, x float64) float64 { return 5 + b[0]*x }, func(b, x float64) float64 { return x }, 0, steps(1e-6, 1e-6, 5)},
		{"peak", func(b []float64, x float64) float64 { u := (x - b[0]) / 4; return math.Exp(-u * u) },
			func(b, x float64) float64 { u := (x - b) / 4; return u / 2 * math.Exp(-u*u) }, 451, steps(440, 1, 20)},
		{"a year", func(b []float64, x float64) float64 { return 1 / (1 + math.Exp(b[0]-x)) },
			func(b, x float64) float64 { g := 1 / (1 + math.Exp(b-x)); return -g * (1 - g) }, 2015.3, steps(2008, 1, 15)},
		{"small in a sum", func(b []float64, x float64) float64 { return math.Sqrt(x + b[0]) }, func(b, x float64) float64 { return .5 / math.Sqrt(x+b) }, 1e-3, steps(100, 10, 5)},
		{"edge of a logarithm", func(b []float64, x float64) float64 { return math.Log(b[0] - x) }, func(b, x float64) float64 { return 1 / (b - x) }, 10.001, steps(8, .4, 6)},
		{"cosine", func(b []float64, x float64) float64 { return math.Cos(2 * math.Pi * x / b[0]) },
			func(b, x float64) float64 { return 2 * math.Pi * x / (b * b) * math.Sin(2*math.Pi*x/b) }, 26.9, steps(1, 1, 168)},
	} {
		points := make([]pair, len(c.x))
		for i, x := range c.x {
			points[i] = pair{x, 1}
		}
		q := newProblem(c.f, nil, points)
		j := mat.NewDense(len(points), 1, nil)
		b := []float64{c.b}
		if !q.jacobian(j, b, 1e-14) {
			t.Errorf("%s: no derivative", c.name)
			continue
		}
		var off, size float64
		for i, x := range c.x {
			want := math.Ldexp(c.d(c.b, x), -q.exponent)
			off, size = math.Hypot(off, j.At(i, 0)-want), math.Hypot(size, want)
		}
		if off > 2e-11*size {
			t.Errorf("%s: relative error %.1e", c.name, off/size)
		}
	}
}

func TestDerivativeOutOfBounds(t *testing.T) {
	if d, ok := derivative(func(h float64) float64 { return math.NaN() }, 1, 0); ok {
		t.Errorf("of NaN: %v", d)
	}
	// Steps that leave the bounds are passed over.
	if d, ok := derivative(func(h float64) float64 { return math.Sqrt(.1 + h) }, 1, 0); !ok || math.Abs(d-.5/math.Sqrt(.1)) > 1e-10 {
		t.Errorf("of a root: %v", d)
	}
}
