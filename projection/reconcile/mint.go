package reconcile

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"

	"smartcity/growth"
)

// MaxCondition is the largest condition number of a correlation matrix that is
// inverted: beyond it fewer than six of sixteen digits would be left.
const MaxCondition = 1e10

// MinTOLS returns the MinT reconciler with W = I: the coherent forecasts nearest
// to those given, every series counting alike.
//
// MinT forecasts are S·G·ŷ with
//
//	G = (S'W⁻¹S)⁻¹S'W⁻¹
//
// where S is the summing matrix and W the covariance of the forecast errors. Of
// all G that leave coherent forecasts unchanged (S·G·S = S), so that unbiased
// forecasts stay so, it has the least total variance. The same G is computed here
// from the incoherencies alone, ŷ_upper less the sums of ŷ_bottom, whose
// covariance is a much smaller matrix than W and better conditioned.
//
// It returns a *[SingularError] if that covariance, or W, cannot be inverted or
// not to any digits ([MaxCondition]).
//
// Source: Wickramasuriya, Athanasopoulos and Hyndman, "Optimal forecast
// reconciliation for hierarchical and grouped time series through trace
// minimization", Journal of the American Statistical Association 114 (2019);
// ols: Hyndman, Ahmed, Athanasopoulos and Shang, "Optimal combination forecasts
// for hierarchical time series", Computational Statistics & Data Analysis 55 (2011).
func MinTOLS(h *Hierarchy) (*Reconciler, error) {
	variance := make([]float64, h.size())
	for i := range variance {
		variance[i] = 1
	}
	return minT(&Reconciler{Method: MinTOLSMethod, Hierarchy: h}, diagonal(variance))
}

// MinTStructural returns the MinT reconciler with W = diag(S·1): the variance of
// a series is the number of bottom series in it, or the sum of their weights. It
// needs no residuals. Besides the errors of [MinTOLS] it returns one that wraps
// [ErrNoVariance] if weights add up to zero or less.
func MinTStructural(h *Hierarchy) (*Reconciler, error) {
	ones := make([]float64, len(h.bottom))
	for j := range ones {
		ones[j] = 1
	}
	return minT(&Reconciler{Method: MinTStructuralMethod, Hierarchy: h}, diagonal(h.Sum(ones)))
}

// MinTVariance returns the MinT reconciler with W = diag(v): the variance of a
// series is the mean of its squared residuals, taken about zero,
//
//	v_i = Σ_t e_it² / T_i
//
// Residuals are those of forecasts one year ahead, for each series in the order
// of [Hierarchy.Names]; a name that is not empty must be the one of the
// hierarchy. Residuals that are NaN are left out, series by series.
//
// Besides the errors of [MinTOLS] it returns one that wraps [ErrSeries] or
// [growth.ErrUnit] if series do not go together, [growth.ErrTooFew] if a series
// has fewer than two residuals, [growth.ErrNotKnown] if one is infinite, and
// [ErrNoVariance] if all of a series are zero.
func MinTVariance(h *Hierarchy, residuals []growth.Series) (*Reconciler, error) {
	if err := match("residuals", h.Names(), residuals); err != nil {
		return nil, err
	}
	r := &Reconciler{Method: MinTVarianceMethod, Hierarchy: h, Years: math.MaxInt}
	variance := make([]float64, h.size())
	for i, s := range residuals {
		var known []float64
		for _, e := range s.Values {
			if !math.IsNaN(e) {
				known = append(known, e)
			}
		}
		if len(known) < 2 {
			return nil, fmt.Errorf("reconcile: %q has %d residuals, want 2 or more: %w", h.name(i), len(known), growth.ErrTooFew)
		}
		variance[i] = meanProduct(known, known)
		r.Years = min(r.Years, len(known))
	}
	return minT(r, diagonal(variance))
}

// MinTCovariance returns the MinT reconciler with a covariance matrix W of the
// forecast errors, in the order of [Hierarchy.Names]. Only its upper triangle is
// read. Besides the errors of [MinTOLS] it returns one that wraps [ErrSeries] if W
// has another size, [growth.ErrNotKnown] if an entry is NaN or infinite, and
// [ErrNoVariance] if one of the diagonal is not positive.
func MinTCovariance(h *Hierarchy, w mat.Symmetric) (*Reconciler, error) {
	if n := w.SymmetricDim(); n != h.size() {
		return nil, fmt.Errorf("reconcile: covariances of %d series for %d: %w", n, h.size(), ErrSeries)
	}
	return minT(&Reconciler{Method: MinTCovarianceMethod, Hierarchy: h}, w)
}

func diagonal(variance []float64) mat.Symmetric { return mat.NewDiagDense(len(variance), variance) }

// meanProduct is Σ a_t·b_t / T.
func meanProduct(a, b []float64) float64 {
	var s growth.Sum
	for t := range a {
		s.Add(a[t] * b[t])
	}
	return s.Float64() / float64(len(a))
}

// minT prepares a reconciler with a covariance matrix.
//
// With U' = (I −C), so that U'ŷ is the incoherency of forecasts ŷ, the bottom
// forecasts are b̂ + K·U'ŷ with K = (W_bb·C' − W_bu)(U'WU)⁻¹. That is G of the
// formula above, as Wickramasuriya et al. show, without W⁻¹.
func minT(r *Reconciler, w mat.Symmetric) (*Reconciler, error) {
	h := r.Hierarchy
	n, upper, m := h.size(), len(h.upper), len(h.bottom)
	r.deviation = make([]float64, n)
	for i := range n {
		v := w.At(i, i)
		switch {
		case math.IsNaN(v) || math.IsInf(v, 0):
			return nil, fmt.Errorf("reconcile: variance of %q is %v: %w", h.name(i), v, growth.ErrNotKnown)
		case v <= 0:
			return nil, fmt.Errorf("reconcile: variance of %q is %v: %w", h.name(i), v, ErrNoVariance)
		}
		r.deviation[i] = math.Sqrt(v)
	}
	correlation := mat.NewSymDense(n, nil)
	for i := range n {
		correlation.SetSym(i, i, 1)
		for k := i + 1; k < n; k++ {
			c := w.At(i, k) / r.deviation[i] / r.deviation[k]
			if math.IsNaN(c) || math.IsInf(c, 0) {
				return nil, fmt.Errorf("reconcile: covariance of %q and %q is %v: %w", h.name(i), h.name(k), w.At(i, k), growth.ErrNotKnown)
			}
			correlation.SetSym(i, k, c)
		}
	}
	r.correlation = new(mat.Cholesky)
	if err := factorize(r.correlation, correlation, "covariance of the forecast errors"); err != nil {
		return nil, err
	}
	// W·U by rows; entries of W anew, so that W may be of any type.
	wu := mat.NewDense(n, upper, nil)
	for k := range n {
		for i := range upper {
			x := w.At(min(k, i), max(k, i))
			for j, c := range h.weights[i] {
				if c != 0 {
					b := upper + j
					x -= c * w.At(min(k, b), max(k, b))
				}
			}
			wu.Set(k, i, x)
		}
	}
	v := mat.NewSymDense(upper, nil)
	for i := range upper {
		for k := i; k < upper; k++ {
			x := wu.At(i, k)
			for j, c := range h.weights[i] {
				x -= c * wu.At(upper+j, k)
			}
			v.SetSym(i, k, x)
		}
	}
	scale := make([]float64, upper)
	for i := range upper {
		if scale[i] = math.Sqrt(v.At(i, i)); !(scale[i] > 0) || math.IsInf(scale[i], 1) {
			return nil, &SingularError{"covariance of the incoherencies", math.Inf(1)}
		}
	}
	for i := range upper {
		for k := i; k < upper; k++ {
			v.SetSym(i, k, v.At(i, k)/scale[i]/scale[k])
		}
	}
	var chol mat.Cholesky
	if err := factorize(&chol, v, "covariance of the incoherencies"); err != nil {
		return nil, err
	}
	// K' = (U'WU)⁻¹·(−U'W)_bottom
	right := mat.NewDense(upper, m, nil)
	for i := range upper {
		for j := range m {
			right.Set(i, j, -wu.At(upper+j, i)/scale[i])
		}
	}
	var k mat.Dense
	if err := chol.SolveTo(&k, right); err != nil {
		return nil, &SingularError{"covariance of the incoherencies", chol.Cond()}
	}
	r.gain = mat.NewDense(m, upper, nil)
	for j := range m {
		for i := range upper {
			r.gain.Set(j, i, k.At(i, j)/scale[i])
		}
	}
	return r, nil
}

// factorize refuses what is not positive definite, or hardly so.
func factorize(chol *mat.Cholesky, a mat.Symmetric, what string) error {
	if !chol.Factorize(a) {
		return &SingularError{what, math.Inf(1)}
	}
	if c := chol.Cond(); !(c <= MaxCondition) {
		return &SingularError{what, c}
	}
	return nil
}

// project is the bottom forecasts of MinT.
func (r *Reconciler) project(forecasts []float64) []float64 {
	h := r.Hierarchy
	d := h.incoherency(forecasts)
	b := make([]float64, len(h.bottom))
	for j := range b {
		// No [growth.Sum] here: what is added is zero where all is coherent, and
		// there are as many of these as draws of a simulation.
		add := 0.0
		for i, g := range r.gain.RawRowView(j) {
			add += float64(g * d[i])
		}
		b[j] = forecasts[len(h.upper)+j] + add
	}
	return b
}
