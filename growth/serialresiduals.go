package growth

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

// SerialResiduals warns that the residuals of a fitted line or growth curve follow a
// pattern: each is like the one before it. Their serial correlation Σe_i·e_{i−1}/Σe²
// is one that residuals of independent normal errors reach or exceed with a
// probability P of less than one in forty. Then the points have another shape
// than the curve, or err together, and standard errors and intervals are too
// small.
//
// The probability is that of this fit, at these x. Residuals of few points
// correlate negatively by themselves (always by −⅔, of three points in a row about
// a line), so that there is no limit for all N. It is exact for a line, and for a
// curve as far as the curve is linear in its parameters. With one degree of
// freedom the correlation is the same whatever the figures are, and there is no
// warning; with two or three the warning comes as seldom by chance, but a pattern
// is seldom told from chance either. Nor is there one where points share an x,
// for they have no order. A year that is missing is passed over.
//
// Source: Durbin and Watson, "Testing for serial correlation in least squares
// regression", Biometrika 37 (1950), for the distribution; Imhof, "Computing the
// distribution of quadratic forms in normal variables", Biometrika 48 (1961).
type SerialResiduals struct {
	Correlation float64
	N           int
	P           float64 // that chance alone leads to this correlation or more
}

func (w *SerialResiduals) Error() string {
	return fmt.Sprintf("growth: the residuals follow a pattern: serial correlation %.2f in %d points, probability %.2g by chance", w.Correlation, w.N, w.P)
}

// serialLevel is the probability below which a correlation is no chance.
const serialLevel = .025

// serialResiduals returns the warning, nil if there is nothing to warn of. The
// columns of design are the derivatives of the model by its parameters; they are
// scaled.
//
// The correlation is e'Ae/e'e with ½ beside the diagonal of A. With independent
// normal errors, e = Mε and M the projection that the fit leaves, its mean and
// variance follow from traces of MA, and its distribution from the eigenvalues λ
// of A within the space of M: P(r ≥ r₀) = P(Σ(λ_i − r₀)z_i² ≥ 0).
func serialResiduals(residuals []float64, design *mat.Dense) *SerialResiduals {
	n, p := design.Dims()
	freedom := float64(n - p)
	if n-p < 2 {
		return nil
	}
	residuals, _ = scaled(residuals)
	var products, squares Sum
	for i, e := range residuals {
		if i > 0 {
			products = products.plus(product(e, residuals[i-1]))
		}
		squares = squares.plus(product(e, e))
	}
	r := products.over(squares).Float64()
	descent{}.scaleColumns(design, make([]float64, p), make([]float64, p))
	var svd mat.SVD
	if !svd.Factorize(design, mat.SVDThin) {
		return nil // it always converges
	}
	var fitted, qaq mat.Dense
	svd.UTo(&fitted)
	aq := neighbours(&fitted)
	qaq.Mul(fitted.T(), aq)
	trace := -mat.Trace(&qaq)
	square := float64(n-1)/2 - 2*math.Pow(mat.Norm(aq, 2), 2) + math.Pow(mat.Norm(&qaq, 2), 2)
	mean := trace / freedom
	variance := 2 * (freedom*square - trace*trace) / (freedom * freedom * (freedom + 2))
	// A correlation within a standard deviation of its mean is no rarity.
	z := (r - mean) / math.Sqrt(variance)
	if !(z > 1) {
		return nil
	}
	const many = 100 // where the distribution is as good as normal
	chance := math.Erfc(z/math.Sqrt2) / 2
	if n-p <= many {
		var qr mat.QR
		qr.Factorize(design)
		var q, rar mat.Dense
		qr.QTo(&q)
		rest := q.Slice(0, n, p, n)
		rar.Mul(rest.T(), neighbours(rest))
		symmetric := mat.NewSymDense(n-p, nil)
		for i := range n - p {
			for k := i; k < n-p; k++ {
				symmetric.SetSym(i, k, (rar.At(i, k)+rar.At(k, i))/2)
			}
		}
		var eigen mat.EigenSym
		if !eigen.Factorize(symmetric, false) {
			return nil // it always converges
		}
		lambda := eigen.Values(nil)
		for i := range lambda {
			lambda[i] -= r
		}
		chance = abovezero(lambda)
	}
	if !(chance < serialLevel) {
		return nil
	}
	return &SerialResiduals{Correlation: r, N: n, P: chance}
}

// neighbours returns A·m, of each row the mean of those above and below it, with
// zeros beyond the edges.
func neighbours(m mat.Matrix) *mat.Dense {
	n, p := m.Dims()
	out := mat.NewDense(n, p, nil)
	for i := range n {
		for k := range p {
			if i > 0 {
				out.Set(i, k, m.At(i-1, k)/2)
			}
			if i < n-1 {
				out.Set(i, k, out.At(i, k)+m.At(i+1, k)/2)
			}
		}
	}
	return out
}

// abovezero returns P(Σ λ_i·z_i² > 0) of independent standard normal z, by
// Imhof's integral
//
//	½ + 1/π ∫ sin θ(u)/(u·ρ(u)) du,  θ = ½Σ atan(λ_i·u),  ρ = ∏(1 + λ_i²u²)^¼
//
// over u > 0. With u = e^s the trapezoidal rule converges exponentially: steps of
// ⅛ give 12 digits, of 90 weights too.
func abovezero(lambda []float64) float64 {
	largest, positive, negative := 0.0, false, false
	for _, l := range lambda {
		largest = max(largest, math.Abs(l))
		positive, negative = positive || l > 0, negative || l < 0
	}
	switch {
	case !positive:
		return 0
	case !negative:
		return 1
	}
	const step = .125
	sum := 0.0
	for s := -40.0; s < 90; s += step {
		u := math.Exp(s) / largest
		theta, rho := 0.0, 0.0
		for _, l := range lambda {
			theta += math.Atan(l * u)
			rho += math.Log1p(l * u * l * u)
		}
		if rho > 180 {
			break // e^(−rho/4) is nothing, and falls on
		}
		sum += math.Sin(theta/2) * math.Exp(-rho/4)
	}
	return min(max(.5+step*sum/math.Pi, 0), 1)
}
