package forecast

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// TestMinimumAgainstRandomSearch compares the sum of squares found with the lowest
// of many random parameters, each improved by ever smaller random steps.
func TestMinimumAgainstRandomSearch(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 1))
	for range 12 {
		n := 8 + r.IntN(25)
		y := make([]float64, n)
		level := 100.
		for i := range y {
			level += 2 + 3*r.NormFloat64()
			y[i] = level + 4*r.NormFloat64()
		}
		m := smoother{trend: true, phi: 0, level: y[0], slope: y[1] - y[0]}
		m.estimate(y, false, true)
		found, _, _ := m.run(y)

		sse := func(x [3]float64) float64 {
			s := smoother{trend: true, alpha: alphaLow + x[0]*(alphaHigh-alphaLow), phi: phiLow + x[2]*(phiHigh-phiLow)}
			s.beta = alphaLow + x[1]*(s.alpha-alphaLow)
			return s.start(y)
		}
		best := math.Inf(1)
		for range 40 {
			x := [3]float64{r.Float64(), r.Float64(), r.Float64()}
			v := sse(x)
			for k := range 600 {
				step, z := math.Pow(.98, float64(k)), x
				for j := range z {
					z[j] = min(1, max(0, z[j]+step*r.NormFloat64()))
				}
				if w := sse(z); w < v {
					x, v = z, w
				}
			}
			best = min(best, v)
		}
		if found > best*(1+1e-7) {
			t.Errorf("n = %d: sum of squares %v, random search finds %v (%+v)", n, found, best, m)
		}
	}
}

// TestStartAgainstLeastSquares computes the first states from a matrix whose
// columns are the responses of the errors to them.
func TestStartAgainstLeastSquares(t *testing.T) {
	y := air().Values
	for _, m := range []smoother{
		{phi: 1, alpha: .3}, {phi: 1, alpha: .9999},
		{trend: true, phi: 1, alpha: .5, beta: .1}, {trend: true, phi: .9, alpha: .8, beta: .7}, {trend: true, phi: .98, alpha: 1e-4, beta: 1e-4},
	} {
		states := 1
		if m.trend {
			states = 2
		}
		errorsAt := func(level, slope float64) []float64 {
			e := make([]float64, len(y))
			s := m
			s.level, s.slope = level, slope
			for i := range y {
				f := s.level + s.phi*s.slope
				e[i] = y[i] - f
				s.level, s.slope = f+s.alpha*e[i], s.phi*s.slope+s.beta*e[i]
			}
			return e
		}
		zero := errorsAt(0, 0)
		a := mat.NewDense(len(y), states, nil)
		for j := range states {
			e := errorsAt(float64(1-j), float64(j))
			for i := range e {
				a.Set(i, j, zero[i]-e[i])
			}
		}
		var x mat.VecDense
		if err := x.SolveVec(a, mat.NewVecDense(len(y), zero)); err != nil {
			t.Fatal(err)
		}
		m.start(y)
		near(t, "level", m.level, x.AtVec(0), 1e-8)
		if m.trend {
			near(t, "slope", m.slope, x.AtVec(1), 1e-8)
		}
	}
}

// TestMinimiseKnownFunctions: minima inside, at an edge, in a curved valley, and
// the lower of two.
func TestMinimiseKnownFunctions(t *testing.T) {
	for _, c := range []struct {
		name string
		grid []int
		f    func([]float64) float64
		want []float64
	}{
		{"inside", []int{12, 9}, func(x []float64) float64 { return math.Pow(x[0]-.37, 2) + 3*math.Pow(x[1]-.61, 2) }, []float64{.37, .61}},
		{"edge", []int{12, 9}, func(x []float64) float64 { return x[0] + math.Pow(x[1]-2, 2) }, []float64{0, 1}},
		{"valley", []int{12, 9}, func(x []float64) float64 {
			return math.Pow(.5-x[0], 2) + 20*math.Pow(x[1]-x[0]*x[0], 2)
		}, []float64{.5, .25}},
		{"two", []int{12}, func(x []float64) float64 { return math.Min(math.Abs(x[0]-.1)+.1, 2*math.Abs(x[0]-.93)) }, []float64{.93}},
		{"none", nil, func([]float64) float64 { return 0 }, nil},
	} {
		got := minimise(c.grid, c.f)
		for i := range c.want {
			near(t, c.name, got[i], c.want[i], 1e-5)
		}
	}
}

func BenchmarkDampedHolt(b *testing.B) {
	s := air()
	for b.Loop() {
		if _, err := (DampedHolt{}).Fit(s); err != nil {
			b.Fatal(err)
		}
	}
}
