package growth

import (
	"errors"
	"math"

	"gonum.org/v1/gonum/mat"
)

// descent is a way down to a minimum.
type descent struct {
	multiply bool    // change parameters by factors, those that are 0 excepted
	damping  float64 // at the start, relative to the columns of J scaled to 1
}

// descents are the ways tried, from the bold to the cautious. Either kind of
// change has NIST problems that it alone solves (ENSO by addition, MGH10 from
// afar by factors), and BoxBOD from afar needs caution.
func descents() []descent {
	return []descent{{false, 1e-3}, {true, 1e-3}, {false, 1e3}, {true, 1e3}}
}

// move sets to to b after the step d.
func (w descent) move(to, b []float64, d mat.Vector) {
	for j := range b {
		if w.multiply && b[j] != 0 {
			to[j] = b[j] * math.Exp(d.AtVec(j))
		} else {
			to[j] = b[j] + d.AtVec(j)
		}
	}
}

// descend goes down from start until the steps end to matter, and returns
// where, the sum of squares there, and the iterations it took.
func (q *problem) descend(w descent, start []float64, limit int) (b []float64, rss float64, iterations int) {
	n, p := len(q.points), len(start)
	b = append([]float64(nil), start...)
	r, rTrial := make([]float64, n), make([]float64, n)
	rss = q.residuals(r, b)
	j := mat.NewDense(n, p, nil)
	scale, trial := make([]float64, p), make([]float64, p)
	grow := 2.0
	for ; iterations < limit && rss > 0 && !math.IsInf(rss, 1); iterations++ {
		if !q.jacobian(j, b, 1e-8) {
			break
		}
		w.scaleColumns(j, b, scale)
		better := false
		for !better {
			d, predicted := q.damped(w, j, b, r, scale)
			if !(predicted > 1e-16*rss) {
				return b, rss, iterations
			}
			w.move(trial, b, d)
			rssTrial := q.residuals(rTrial, trial)
			ratio := (rss - rssTrial) / predicted
			if better = ratio > 1e-4; better {
				copy(b, trial)
				r, rTrial, rss = rTrial, r, rssTrial
				// Nielsen's rule, but to at most a ninth where the model was
				// almost linear.
				w.damping *= max(1./3, 1-math.Pow(2*ratio-1, 3))
				if ratio > .9 {
					w.damping /= 3
				}
				grow = 2
			} else {
				w.damping *= grow
				grow *= 2
			}
		}
	}
	return b, rss, iterations
}

// scaleColumns divides the columns of j by the longest they have been, after
// turning derivatives by parameters into derivatives by their logarithms where
// parameters are multiplied.
func (w descent) scaleColumns(j *mat.Dense, b, scale []float64) {
	n, p := j.Dims()
	for k := range p {
		unit := 1.0
		if w.multiply && b[k] != 0 {
			unit = b[k]
		}
		scale[k] = max(scale[k], math.Abs(unit)*mat.Norm(j.ColView(k), 2))
		if scale[k] > 0 {
			unit /= scale[k]
		}
		for i := range n {
			j.Set(i, k, j.At(i, k)*unit)
		}
	}
}

// damped returns the step from b, in units of the parameters or of their
// logarithms, and the fall of the sum of squares that the linear model
// predicts. The step d minimises |r − J·d|² + damping·|d|² and is bent along
// the second derivative of the model in its direction.
func (q *problem) damped(w descent, j *mat.Dense, b, r, scale []float64) (*mat.VecDense, float64) {
	n, p := j.Dims()
	both := mat.NewDense(n+p, p, nil)
	both.Slice(0, n, 0, p).(*mat.Dense).Copy(j)
	for k := range p {
		both.Set(n+k, k, math.Sqrt(w.damping))
	}
	var qr mat.QR
	qr.Factorize(both)
	solve := func(r []float64) *mat.VecDense {
		rhs := mat.NewVecDense(n+p, nil)
		for i := range r {
			rhs.SetVec(i, r[i])
		}
		var d mat.VecDense
		err := qr.SolveVecTo(&d, false, rhs)
		if _, ill := errors.AsType[mat.Condition](err); err != nil && !ill {
			panic("growth: " + err.Error()) // the shapes are ours
		}
		return &d
	}
	d := solve(r)
	var change mat.VecDense
	change.MulVec(j, d)
	predicted := mat.Dot(&change, &change) + 2*w.damping*mat.Dot(d, d)

	// r(b + h·d) = r − h·J·d − h²·f''/2 gives the second derivative f''.
	const h = .1
	part := mat.NewVecDense(p, nil)
	for k := range p {
		part.SetVec(k, h*unscaled(d.AtVec(k), scale[k]))
	}
	ahead, bend := make([]float64, p), make([]float64, n)
	w.move(ahead, b, part)
	if !math.IsInf(q.residuals(bend, ahead), 1) {
		for i := range bend {
			bend[i] = (bend[i] - r[i] + h*change.AtVec(i)) / (h * h)
		}
		if a := solve(bend); mat.Norm(a, 2) <= .1875*mat.Norm(d, 2) {
			d.AddVec(d, a)
		}
	}
	for k := range p {
		d.SetVec(k, unscaled(d.AtVec(k), scale[k]))
	}
	return d, predicted
}

// unscaled takes a step back to its unit; a parameter without effect stays.
func unscaled(d, scale float64) float64 {
	if scale == 0 {
		return 0
	}
	return d / scale
}
