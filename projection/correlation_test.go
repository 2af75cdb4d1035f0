package projection

import (
	"errors"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"

	"smartcity/growth"
)

func TestCorrelationRefused(t *testing.T) {
	dense := func(x ...float64) mat.Matrix {
		n := int(math.Sqrt(float64(len(x))))
		return mat.NewDense(n, n, x)
	}
	nan := math.NaN()
	for _, c := range []struct {
		name string
		m    mat.Matrix
		want CorrelationError
		text string
	}{
		{"size", dense(1), CorrelationError{WrongSize, 1, 1, 0}, "1×1"},
		{"not square", mat.NewDense(3, 2, nil), CorrelationError{WrongSize, 3, 2, 0}, "3×2"},
		{"NaN", dense(1, 0, 0, 0, 1, nan, 0, 0, 1), CorrelationError{EntryNotKnown, 1, 2, nan}, "NaN in row 2, column 3"},
		{"diagonal", dense(1, 0, 0, 0, 1.01, 0, 0, 0, 1), CorrelationError{DiagonalNotOne, 1, 1, 1.01}, "1.01 instead of 1 on the diagonal, row 2"},
		{"symmetric", dense(1, 0.2, 0, 0.3, 1, 0, 0, 0, 1), CorrelationError{NotSymmetric, 0, 1, 0.2}, "not symmetric: 0.2 in row 1, column 2"},
		{"indefinite", dense(1, 0.9, -0.9, 0.9, 1, 0.9, -0.9, 0.9, 1), CorrelationError{NotPositiveDefinite, 0, 0, -0.8}, "not positive definite: its smallest eigenvalue is -0.8"},
		{"all one", dense(1, 1, 1, 1, 1, 1, 1, 1, 1), CorrelationError{NotPositiveDefinite, 0, 0, 0}, "not positive definite"},
		{"above one", dense(1, 2, 0, 2, 1, 0, 0, 0, 1), CorrelationError{NotPositiveDefinite, 0, 0, -1}, "eigenvalue is -1"},
	} {
		_, err := Correlation{Model: GivenMatrix, Matrix: c.m}.over(3, []int{0, 1, 2})
		got, ok := errors.AsType[*CorrelationError](err)
		if !ok || got.Fault != c.want.Fault || got.Row != c.want.Row || got.Column != c.want.Column ||
			!(math.Abs(got.Value-c.want.Value) < 1e-12 || math.IsNaN(got.Value) && math.IsNaN(c.want.Value)) || !strings.Contains(got.Error(), c.text) {
			t.Errorf("%s: got %v", c.name, err)
		}
	}
	for _, c := range []struct {
		c    Correlation
		want error
	}{
		{Correlation{}, ErrUnstated},
		{Correlation{Model: 7}, ErrUnstated},
		{Correlation{Model: OneFactor}, ErrUnstated},
		{Correlation{Model: GivenMatrix}, ErrUnstated},
		{Correlation{Model: OneFactor, Loadings: []float64{0.1, 0.2}}, ErrUnstated},
		{Correlation{Model: OneFactor, Loadings: []float64{1.1}}, growth.ErrLevel},
		{Correlation{Model: OneFactor, Loadings: []float64{0.5, math.NaN(), 0.5}}, growth.ErrLevel},
		{Correlation{Model: Uncorrelated, Loadings: []float64{0.5}}, ErrContradiction},
		{Correlation{Model: OneFactor, Loadings: []float64{0.5}, Matrix: dense(1)}, ErrContradiction},
		{Correlation{Matrix: dense(1)}, ErrContradiction},
	} {
		if _, err := c.c.over(3, nil); !errors.Is(err, c.want) {
			t.Errorf("%+v: got %v, want %v", c.c, err, c.want)
		}
	}
	if _, err := (Correlation{}).over(1, []int{0}); err != nil {
		t.Errorf("one sector needs no correlation: %v", err)
	}
}

// Scores have the correlation asked for, also those of some of the sectors.
func TestCorrelationRecovered(t *testing.T) {
	want := mat.NewSymDense(4, []float64{1, 0.8, -0.3, 0, 0.8, 1, 0.1, 0.2, -0.3, 0.1, 1, 0.6, 0, 0.2, 0.6, 1})
	factor := mat.NewSymDense(4, nil)
	loadings := []float64{0.9, -0.5, 0, 1}
	for i, a := range loadings {
		for j, b := range loadings[:i] {
			factor.SetSym(i, j, a*b)
		}
		factor.SetSym(i, i, 1)
	}
	for _, c := range []struct {
		name string
		c    Correlation
		want *mat.SymDense
	}{
		{"matrix", Correlation{Model: GivenMatrix, Matrix: want}, want},
		{"one factor", Correlation{Model: OneFactor, Loadings: loadings}, factor},
		{"uncorrelated", Correlation{Model: Uncorrelated}, mat.NewSymDense(4, []float64{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1})},
	} {
		for _, drawn := range [][]int{{0, 1, 2, 3}, {1, 3}, {0, 2, 3}} {
			m, err := c.c.over(4, drawn)
			if err != nil {
				t.Fatal(err)
			}
			const n = 200_000
			z := make([][]float64, len(drawn))
			for i := range z {
				z[i] = make([]float64, n)
			}
			r := rand.New(rand.NewPCG(5, 6))
			m.draw(func(x []float64) { normals(r, x) }, z, make([]float64, n))
			for i := range z {
				mean, variance := stat.MeanVariance(z[i], nil)
				nearTo(t, c.name+": mean", mean, 0, 5/math.Sqrt(n))
				nearTo(t, c.name+": variance", variance, 1, 5*math.Sqrt(2.0/n))
				for j := range i {
					nearTo(t, c.name+": correlation", stat.Correlation(z[i], z[j], nil), c.want.At(drawn[i], drawn[j]), 5/math.Sqrt(n))
				}
			}
		}
	}
}
