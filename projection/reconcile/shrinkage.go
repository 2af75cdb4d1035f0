package reconcile

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"

	"smartcity/growth"
)

// MinTShrinkage returns the MinT reconciler with the covariances of the
// residuals, about zero, shrunk towards their diagonal:
//
//	W = λ·diag(Ŵ) + (1−λ)·Ŵ,   Ŵ_ij = Σ_t e_it·e_jt / T
//	λ = Σ_{i≠j} Var(r_ij) / Σ_{i≠j} r_ij²,  cut to 0…1
//	Var(r_ij) = Σ_t (w_tij − r_ij)² / (T(T−1)),  w_tij = e_it·e_jt/√(Ŵ_ii·Ŵ_jj)
//
// with r the correlations of Ŵ. This is the form of the reconciliation papers and
// of their R package hts; Schäfer and Strimmer, whose λ it is, take covariances
// about the mean and divide by T−1. λ is 1 where no two series are correlated.
//
// Residuals are as for [MinTVariance], but years in which one of them is not
// known are left out for all, with a *[YearsLeftOut]. Errors are those of
// [MinTVariance], [growth.ErrTooFew] for fewer than two such years, and a
// *[SingularError] where λ is too small to make W invertible, as it is for exactly
// coherent residuals without noise.
//
// Source: Wickramasuriya, Athanasopoulos and Hyndman (2019); Schäfer and
// Strimmer, "A shrinkage approach to large-scale covariance matrix estimation",
// Statistical Applications in Genetics and Molecular Biology 4 (2005).
func MinTShrinkage(h *Hierarchy, residuals []growth.Series) (*Reconciler, error) {
	years, err := commonYears("residuals", h.Names(), residuals)
	if err != nil {
		return nil, err
	}
	if len(years.year) < 2 {
		return nil, fmt.Errorf("reconcile: all residuals are known in %d years, want 2 or more: %w", len(years.year), growth.ErrTooFew)
	}
	n, e := h.size(), years.value
	deviation := make([]float64, n)
	for i := range n {
		deviation[i] = math.Sqrt(meanProduct(e[i], e[i]))
		if deviation[i] == 0 {
			return nil, fmt.Errorf("reconcile: all residuals of %q are zero: %w", h.name(i), ErrNoVariance)
		}
	}
	w := mat.NewSymDense(n, nil)
	var noise, signal growth.Sum
	products := make([]float64, len(years.year))
	for i := range n {
		w.SetSym(i, i, 1)
		for k := i + 1; k < n; k++ {
			var sum growth.Sum
			for t := range products {
				products[t] = e[i][t] / deviation[i] * (e[k][t] / deviation[k])
				sum.Add(products[t])
			}
			T := float64(len(products))
			c := sum.Float64() / T
			w.SetSym(i, k, c)
			var squares growth.Sum
			for _, x := range products {
				squares.Add((x - c) * (x - c))
			}
			noise.Add(squares.Float64() / (T * (T - 1)))
			signal.Add(c * c)
		}
	}
	lambda := 1.0
	if s := signal.Float64(); s > 0 {
		lambda = min(1, noise.Float64()/s)
	}
	for i := range n {
		for k := i; k < n; k++ {
			x := w.At(i, k)
			if k > i {
				x *= 1 - lambda
			}
			w.SetSym(i, k, x*deviation[i]*deviation[k])
		}
	}
	r := &Reconciler{
		Method: MinTShrinkageMethod, Hierarchy: h,
		Shrinkage: lambda, Years: len(years.year), Warnings: years.warnings(),
	}
	return minT(r, w)
}
