package growth

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// problem is a problem of least squares. Residuals and derivatives are scaled
// by a power of two that brings the largest |y| into [½, 1), so that their
// squares stay in range.
type problem struct {
	model    func(b []float64, x float64) float64
	gradient func(grad, b []float64, x float64) // nil if not given
	points   []pair                             // sorted, all known
	exponent int
}

func newProblem(model func(b []float64, x float64) float64, gradient func(grad, b []float64, x float64), points []pair) *problem {
	largest := 0.0
	for _, p := range points {
		largest = max(largest, math.Abs(p.y))
	}
	_, exponent := math.Frexp(largest)
	return &problem{model: model, gradient: gradient, points: points, exponent: exponent}
}

// scaleToModel takes the scale from the model at a start, where all y are 0 and
// have none.
func (q *problem) scaleToModel(start []float64) {
	largest := 0.0
	for _, p := range q.points {
		if p.y != 0 {
			return
		}
		if f := math.Abs(q.model(start, p.x)); finite(f) {
			largest = max(largest, f)
		}
	}
	_, q.exponent = math.Frexp(largest)
}

// residuals sets r to y − f(b, x) and returns the sum of squares, +Inf where
// the model has no value.
func (q *problem) residuals(r, b []float64) float64 {
	var rss Sum
	for i, p := range q.points {
		r[i] = math.Ldexp(p.y-q.model(b, p.x), -q.exponent)
		rss.Add(r[i] * r[i])
	}
	if s := rss.Float64(); !math.IsNaN(s) {
		return s
	}
	return math.Inf(1)
}

// jacobian sets the columns of j to the derivatives of the model by its
// parameters, numerical ones to about the tolerance, and reports whether all
// are finite.
func (q *problem) jacobian(j *mat.Dense, b []float64, tolerance float64) bool {
	if q.gradient == nil {
		return q.differences(j, b, tolerance)
	}
	grad := make([]float64, len(b))
	for i, p := range q.points {
		q.gradient(grad, b, p.x)
		for k, d := range grad {
			if math.IsNaN(d) || math.IsInf(d, 0) {
				return false
			}
			j.Set(i, k, math.Ldexp(d, -q.exponent))
		}
	}
	return true
}

// differences is jacobian by differences.
func (q *problem) differences(j *mat.Dense, b []float64, tolerance float64) bool {
	moved := append([]float64(nil), b...)
	for k := range b {
		h := q.step(b, k)
		for i, p := range q.points {
			d, ok := derivative(func(h float64) float64 {
				moved[k] = b[k] + h
				return q.model(moved, p.x)
			}, h, tolerance)
			if !ok {
				return false
			}
			j.Set(i, k, math.Ldexp(d, -q.exponent))
		}
		moved[k] = b[k]
	}
	return true
}

// step returns a step of parameter k over which the model bends little and yet
// changes by more than rounding. A step too long would be fatal: a peak that
// lies within it has vanished at both ends, and their difference of nothing
// looks like a derivative of zero.
func (q *problem) step(b []float64, k int) float64 {
	moved := append([]float64(nil), b...)
	straight := func(h float64) (ok, small bool) {
		var bend, change, size float64
		for _, p := range q.points {
			moved[k] = b[k] + h
			up := math.Ldexp(q.model(moved, p.x), -q.exponent)
			moved[k] = b[k] - h
			down := math.Ldexp(q.model(moved, p.x), -q.exponent)
			at := math.Ldexp(q.model(b, p.x), -q.exponent)
			bend += (up - 2*at + down) * (up - 2*at + down)
			change += (up - down) * (up - down)
			size += at * at
		}
		// A bend of 10⁻¹⁴ is rounding.
		return bend <= .04*change+1e-28*size && !math.IsInf(change, 1), change < 1e-4*size
	}
	// b ± h is exact where h is a power of two.
	h := 1.0
	if b[k] != 0 {
		_, exponent := math.Frexp(b[k])
		h = math.Ldexp(1, exponent-4)
	}
	const tries = 60
	for range tries {
		if ok, _ := straight(h); ok || b[k]+h/4 == b[k] {
			break
		}
		h /= 4
	}
	for range tries {
		if ok, small := straight(4 * h); !ok || !small {
			break
		}
		h *= 4
	}
	return h
}

// derivative returns f'(0) by central differences of steps h, h/2, h/4, …,
// extrapolated to step 0. Of all extrapolations it takes the one that differs
// least from its neighbours, as Ridders (1982) does: of longer steps too much
// is left of the series, of shorter ones too few digits. It reports whether
// there is one.
//
// gonum's fd.Derivative takes one step, without extrapolation, and ends at 10
// digits at best.
func derivative(f func(h float64) float64, h, tolerance float64) (d float64, ok bool) {
	const levels = 12
	var last, row [levels]float64
	err, level, worse := math.Inf(1), 0, 0
	for range levels {
		row[0] = (f(h) - f(-h)) / (2 * h)
		h /= 2
		if math.IsNaN(row[0]) || math.IsInf(row[0], 0) {
			level = 0 // out of bounds: begin again from closer by
			continue
		}
		nearest := math.Inf(1)
		power := 4.0
		for i := 1; i <= level; i++ {
			row[i] = row[i-1] + (row[i-1]-last[i-1])/(power-1)
			power *= 4
			e := max(math.Abs(row[i]-row[i-1]), math.Abs(row[i]-last[i-1]))
			nearest = min(nearest, e)
			if e <= err {
				err, d = e, row[i]
			}
		}
		if level > 0 {
			worse++
			if nearest <= 2*err {
				worse = 0
			}
			if err <= tolerance*math.Abs(d) || worse == 2 {
				break
			}
		}
		last = row
		level++
	}
	return d, !math.IsInf(err, 1)
}

// wrongGradient returns the first parameter by which the gradient given is not
// the derivative of the model, −1 if there is none.
func (q *problem) wrongGradient(b []float64) int {
	n, p := len(q.points), len(b)
	numerical := mat.NewDense(n, p, nil)
	if !q.differences(numerical, b, 1e-10) {
		return -1 // at the edge of the model nothing can be said
	}
	given := mat.NewDense(n, p, nil)
	for i, point := range q.points {
		q.gradient(given.RawRowView(i), b, point.x)
	}
	given.Scale(math.Ldexp(1, -q.exponent), given)
	given.Sub(given, numerical)
	for k := range p {
		// What differences of the model cannot see counts for nothing.
		blind := 1e-10 * math.Sqrt(float64(n)) / q.step(b, k)
		if !(mat.Norm(given.ColView(k), 2) <= 1e-4*mat.Norm(numerical.ColView(k), 2)+blind) {
			return k
		}
	}
	return -1
}
