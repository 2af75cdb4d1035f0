package growth

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// solution is a minimum found.
type solution struct {
	b          []float64
	rss        float64    // scaled as residuals are
	root       *mat.Dense // D⁻¹R⁻¹ of J = Q·R·D, so that (JᵀJ)⁻¹ = root·rootᵀ
	condition  float64    // of R
	iterations int
}

// roundingResiduals is the residual standard deviation, relative to the largest
// figure, below which residuals are made of rounding.
const roundingResiduals = 1e-12

// minimise returns the lowest of the minima that descents from a start lead to,
// and why it cannot be used, 0 if it can.
func (q *problem) minimise(start []float64, ways []descent, limit int) (solution, Reason) {
	lowest := solution{b: start, rss: math.Inf(1)}
	iterations := 0
	for _, w := range ways {
		b, rss, n := q.descend(w, start, limit)
		iterations += n
		if rss < lowest.rss {
			lowest = solution{b: b, rss: rss}
		}
	}
	reason := BadStart
	if !math.IsInf(lowest.rss, 1) {
		lowest, reason = q.polish(lowest.b)
	}
	lowest.iterations = iterations
	return lowest, reason
}

// polish makes the most of the digits: from a minimum of the sum of squares to
// where the residuals stand at right angles to the columns of J as exactly as
// rounding allows. It is Newton's method with the matrix of the first step.
func (q *problem) polish(start []float64) (best solution, reason Reason) {
	n, p := len(q.points), len(start)
	b := append([]float64(nil), start...)
	best = solution{b: start, rss: math.Inf(1)}
	r := make([]float64, n)
	least, first := math.Inf(1), 0.0
	rounding := roundingResiduals * math.Sqrt(float64(n))
	var newton func(d *mat.VecDense)
	for range 50 {
		rss := q.residuals(r, b)
		l, reason := q.linearise(b, r)
		if newton == nil && reason != 0 {
			best.condition = l.condition
			return best, reason
		}
		if newton == nil {
			first = rss
		}
		if climbs := !(rss <= first*(1+1e-9)+rounding*rounding); climbs || reason != 0 || !(l.offset < least) {
			break
		}
		least = l.offset
		best = solution{b: append([]float64(nil), b...), rss: rss, root: l.root(), condition: l.condition}
		if newton == nil {
			if newton = q.newton(l, b, r); newton == nil {
				return best, NotConverged
			}
		}
		newton(l.step)
		for k := range p {
			b[k] += l.step.AtVec(k) / l.length[k]
		}
	}
	if least > 1e-6*math.Sqrt(best.rss)+rounding {
		return best, NotConverged
	}
	if best.rss <= rounding*rounding && !q.settled(best.b) {
		return best, NotConverged
	}
	return best, 0
}

// settled reports whether a solution that leaves nothing but rounding is one: the
// model is linear over what is left of a step, and over the least change of each
// parameter that can be seen. Where it is not, the parameter could as well be
// another, and is on its way to infinity.
func (q *problem) settled(b []float64) bool {
	n, p := len(q.points), len(b)
	r := make([]float64, n)
	q.residuals(r, b)
	l, reason := q.linearise(b, r)
	// A parameter that is 0 but for rounding is 0, for differences are taken over
	// steps in proportion to it.
	zeroed := append([]float64(nil), b...)
	for k := range l.length {
		if math.Abs(b[k])*l.length[k] < 0x1p-60 {
			zeroed[k] = 0
		}
	}
	if rounding := roundingResiduals * roundingResiduals * float64(n); q.residuals(r, zeroed) <= rounding {
		b = zeroed
		l, reason = q.linearise(b, r)
	} else {
		q.residuals(r, b)
	}
	here, there := mat.NewDense(n, p, nil), mat.NewDense(n, p, nil)
	if reason != 0 || !q.jacobian(here, b, 1e-8) {
		return false
	}
	moved := append([]float64(nil), b...)
	bends := func() bool {
		if !q.jacobian(there, moved, 1e-8) {
			return true
		}
		there.Sub(there, here)
		for k := range p {
			if mat.Norm(there.ColView(k), 2) > .1*l.length[k] {
				return true
			}
		}
		return false
	}
	for k := range p {
		moved[k] = b[k] + l.step.AtVec(k)/l.length[k]
	}
	if bends() {
		return false
	}
	for k := range p {
		copy(moved, b)
		moved[k] += 0x1p-53 / l.length[k]
		if bends() {
			return false
		}
	}
	return true
}

// linear is the model linearised at a point.
type linear struct {
	length     []float64     // of the columns of J, the diagonal of D in J = Q·R·D
	r, inverse *mat.Dense    // R and R⁻¹
	step       *mat.VecDense // the step of Gauss and Newton, times D
	offset     float64       // length of the residuals' projection on J's columns
	condition  float64       // of R
}

// linearise factors the matrix of derivatives. The reason is NotIdentified if
// its columns are linearly dependent as far as JᵀJ can tell, that is, if the
// square of their condition number is beyond float64.
func (q *problem) linearise(b, residuals []float64) (linear, Reason) {
	n, p := len(q.points), len(b)
	j := mat.NewDense(n, p, nil)
	if !q.jacobian(j, b, 1e-14) {
		return linear{condition: math.NaN()}, NotConverged
	}
	length := make([]float64, p)
	descent{}.scaleColumns(j, b, length)
	for _, v := range length {
		if !(v > 0x1p-1015 && v < 0x1p1015) {
			return linear{condition: math.Inf(1)}, NotIdentified
		}
	}
	var qr mat.QR
	qr.Factorize(j)
	var full mat.Dense
	qr.RTo(&full)
	r := mat.DenseCopyOf(full.Slice(0, p, 0, p))
	var svd mat.SVD
	if !svd.Factorize(r, mat.SVDNone) {
		return linear{condition: math.NaN()}, NotConverged
	}
	l := linear{length: length, condition: svd.Cond()}
	var inverse mat.Dense
	if !(l.condition*l.condition < 0x1p52) || inverse.Inverse(r) != nil {
		return l, NotIdentified
	}
	var step, projection mat.VecDense
	if qr.SolveVecTo(&step, false, mat.NewVecDense(n, residuals)) != nil {
		return l, NotIdentified
	}
	projection.MulVec(r, &step)
	l.offset = mat.Norm(&projection, 2)
	l.step, l.r, l.inverse = &step, r, &inverse
	return l, 0
}

// root returns D⁻¹R⁻¹.
func (l linear) root() *mat.Dense {
	root := mat.DenseCopyOf(l.inverse)
	root.Apply(func(i, _ int, v float64) float64 { return v / l.length[i] }, root)
	return root
}

// newton returns a function that turns a step of Gauss and Newton into one of
// Newton, nil if the sum of squares has no minimum near b. With S the second
// derivatives of the model weighted by the residuals, JᵀJ·δ = Jᵀr becomes
// (JᵀJ − S)·δ = Jᵀr, that is (I − R⁻ᵀD⁻¹SD⁻¹R⁻¹)·RDδ = Qᵀr.
func (q *problem) newton(l linear, b, residuals []float64) func(*mat.VecDense) {
	n, p := len(q.points), len(b)
	moved := append([]float64(nil), b...)
	up, down := mat.NewDense(n, p, nil), mat.NewDense(n, p, nil)
	r := mat.NewVecDense(n, residuals)
	s := mat.NewDense(p, p, nil)
	for k := range p {
		h := q.step(b, k) / 128
		moved[k] = b[k] + h
		ok := q.jacobian(up, moved, 1e-8)
		moved[k] = b[k] - h
		if !q.jacobian(down, moved, 1e-8) || !ok {
			return nil
		}
		moved[k] = b[k]
		up.Sub(up, down)
		var column mat.VecDense
		column.MulVec(up.T(), r)
		for i := range p {
			s.Set(i, k, column.AtVec(i)/l.length[i]/(2*h)/l.length[k])
		}
	}
	var white mat.Dense
	white.Product(l.inverse.T(), s, l.inverse)
	m := mat.NewSymDense(p, nil)
	for i := range p {
		for k := i; k < p; k++ {
			m.SetSym(i, k, -(white.At(i, k)+white.At(k, i))/2)
		}
		m.SetSym(i, i, 1+m.At(i, i))
	}
	var cholesky mat.Cholesky
	if !cholesky.Factorize(m) {
		return nil
	}
	return func(d *mat.VecDense) {
		var z mat.VecDense
		z.MulVec(l.r, d)
		if cholesky.SolveVecTo(&z, &z) != nil {
			return // ill-conditioned: the step of Gauss and Newton is left as it is
		}
		d.MulVec(l.inverse, &z)
	}
}
