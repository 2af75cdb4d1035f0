package reconcile

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

// NonNegative returns a reconciler of the same method whose forecasts are not
// negative, and still coherent: the bottom forecasts b ≥ 0 that minimise
//
//	(ŷ − S·b)'W⁻¹(ŷ − S·b)
//
// found by the active-set method of Lawson and Hanson. They are not those of MinT
// with negative ones set to zero, which would raise the sums. Where MinT's own are
// not negative, they are the answer.
//
// It returns an error that wraps [ErrNotWeighted] unless the method is one of
// MinT's (bottom-up and top-down forecasts are not negative where those given are
// not), [ErrNegative] if the hierarchy has a negative weight, and a
// *[SingularError] if the columns of S cannot be told apart under W.
//
// Source: Wickramasuriya, Turlach and Hyndman, "Optimal non-negative forecast
// reconciliation", Statistics and Computing 30 (2020); Lawson and Hanson, Solving
// Least Squares Problems (1974), chapter 23.
func (r *Reconciler) NonNegative() (*Reconciler, error) {
	if r.gain == nil {
		return nil, fmt.Errorf("reconcile: non-negative %v: %w", r.Method, ErrNotWeighted)
	}
	h := r.Hierarchy
	for i, row := range h.weights {
		for j, c := range row {
			if c < 0 {
				return nil, fmt.Errorf("reconcile: %q has %v of %q: %w", h.upper[i], c, h.bottom[j], ErrNegative)
			}
		}
	}
	n, m := h.size(), len(h.bottom)
	d := &design{x: mat.NewDense(n, m, nil), scale: make([]float64, m)}
	for i := range n {
		for j := range m {
			d.x.Set(i, j, h.weight(i, j)/r.deviation[i])
		}
	}
	var lower mat.TriDense
	r.correlation.LTo(&lower)
	if err := lower.SolveTo(d.x, false, d.x); err != nil {
		return nil, &SingularError{"covariance of the forecast errors", r.correlation.Cond()}
	}
	d.lower = &lower
	for j := range m {
		d.scale[j] = mat.Norm(d.x.ColView(j), 2)
		for i := range n {
			d.x.Set(i, j, d.x.At(i, j)/d.scale[j])
		}
	}
	var qr mat.QR
	qr.Factorize(d.x)
	if c := qr.Cond(); !(c <= MaxCondition) {
		return nil, &SingularError{"covariance of the forecast errors", c}
	}
	q := *r
	q.IsNonNegative, q.design = true, d
	return &q, nil
}

// design is S turned so that every series counts alike, L⁻¹D⁻¹S with W =
// D·L·L'·D, and scaled to columns of length one.
type design struct {
	x     *mat.Dense
	scale []float64
	lower *mat.TriDense
}

// nonNegative solves min |y − X·b| for b ≥ 0.
func (r *Reconciler) nonNegative(forecasts []float64) ([]float64, error) {
	d := r.design
	n, m := d.x.Dims()
	turned := mat.NewDense(n, 1, nil)
	for i, f := range forecasts {
		turned.Set(i, 0, f/r.deviation[i])
	}
	if err := d.lower.SolveTo(turned, false, turned); err != nil {
		return nil, &SingularError{"covariance of the forecast errors", r.correlation.Cond()}
	}
	y := mat.NewVecDense(n, mat.Col(nil, 0, turned))
	// A gradient no larger than its own rounding is zero.
	zero := 1e-12 * mat.Norm(y, 2)
	b := make([]float64, m)
	free := make([]bool, m)
	rejected := make([]bool, m)
	residual, gradient := mat.NewVecDense(n, nil), mat.NewVecDense(m, nil)
	for range 10*m + 10 {
		residual.MulVec(d.x, mat.NewVecDense(m, b))
		residual.SubVec(y, residual)
		gradient.MulVec(d.x.T(), residual)
		enter := -1
		for j := range m {
			if g := gradient.AtVec(j); !free[j] && !rejected[j] && g > zero && (enter < 0 || g > gradient.AtVec(enter)) {
				enter = j
			}
		}
		if enter < 0 {
			for j := range b {
				b[j] /= d.scale[j]
			}
			return b, nil
		}
		free[enter] = true
		s, err := d.solve(free, y)
		if err != nil {
			return nil, err
		}
		if s[enter] <= 0 { // rounding: the gradient said it would rise
			free[enter], rejected[enter] = false, true
			continue
		}
		clear(rejected)
		// Go from b towards s as far as none is negative; those that would be stay
		// at zero. Each turn fixes one, so there are at most m.
		for range m + 1 {
			step, block := 1.0, -1
			for j := range m {
				if free[j] && s[j] <= 0 {
					if a := b[j] / (b[j] - s[j]); block < 0 || a < step {
						step, block = a, j
					}
				}
			}
			if block < 0 {
				break
			}
			for j := range m {
				if free[j] {
					b[j] = max(0, b[j]+step*(s[j]-b[j]))
					if j == block || b[j] == 0 {
						b[j], free[j] = 0, false
					}
				}
			}
			if s, err = d.solve(free, y); err != nil {
				return nil, err
			}
		}
		copy(b, s)
	}
	return nil, fmt.Errorf("reconcile: non-negative forecasts: %w", ErrNotConverged)
}

// solve is least squares in the columns that are free; the others are zero.
func (d *design) solve(free []bool, y *mat.VecDense) ([]float64, error) {
	n, m := d.x.Dims()
	var columns []int
	for j, f := range free {
		if f {
			columns = append(columns, j)
		}
	}
	s := make([]float64, m)
	if len(columns) == 0 {
		return s, nil
	}
	x := mat.NewDense(n, len(columns), nil)
	for k, j := range columns {
		x.SetCol(k, mat.Col(nil, j, d.x))
	}
	var qr mat.QR
	qr.Factorize(x)
	var b mat.VecDense
	if err := qr.SolveVecTo(&b, false, y); err != nil || math.IsNaN(b.AtVec(0)) {
		return nil, &SingularError{"covariance of the forecast errors", qr.Cond()}
	}
	for k, j := range columns {
		s[j] = b.AtVec(k)
	}
	return s, nil
}
