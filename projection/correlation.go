package projection

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"

	"smartcity/growth"
)

// CorrelationModel is how sectors hang together within a year. It decides how
// much of the uncertainty of single sectors is left in their total.
type CorrelationModel uint8

const (
	UnknownCorrelation CorrelationModel = iota // not stated, which [Simulate] refuses for more than one sector
	Uncorrelated                               // each sector by itself; deviations cancel out in the total
	OneFactor                                  // all sectors depend on one common factor
	GivenMatrix                                // a correlation matrix
)

// String returns "uncorrelated", "one factor" or "correlation matrix", and
// "unknown" where none is stated.
func (m CorrelationModel) String() string {
	switch m {
	case Uncorrelated:
		return "uncorrelated"
	case OneFactor:
		return "one factor"
	case GivenMatrix:
		return "correlation matrix"
	}
	return "unknown"
}

// Correlation is that of the growth of sectors in the same year. It is stated
// for normal scores z, from which growth follows as F⁻¹(Φ(z)), F being the
// distribution of the sector's growth (a Gaussian copula). For the normal
// shape it is the correlation of the rates themselves; for the others the rank
// correlation (Spearman's) is 6/π·asin(ρ/2), which is nearer to 0 by at most 0.019.
type Correlation struct {
	Model CorrelationModel
	// Loadings of [OneFactor], between −1 and 1: the score of sector i is
	// a_i·f + √(1−a_i²)·e_i, so that sectors i and j have correlation a_i·a_j. One
	// number holds for all sectors: √0.5 for a correlation of 0.5 between any two,
	// 1 for sectors that move as one.
	Loadings []float64
	// Matrix of [GivenMatrix], with a row for each sector in their order: symmetric,
	// 1 on the diagonal, positive definite.
	Matrix mat.Matrix
}

// CorrelationError says why a correlation matrix is refused.
type CorrelationError struct {
	Fault       CorrelationFault
	Row, Column int     // of the entry at fault, from 0; for WrongSize the size of the matrix
	Value       float64 // of that entry; for NotPositiveDefinite the smallest eigenvalue
}

// CorrelationFault is what is wrong with a correlation matrix.
type CorrelationFault uint8

const (
	UnknownFault        CorrelationFault = iota // of no matrix that is refused
	WrongSize                                   // not one row and one column for each sector
	EntryNotKnown                               // NaN or infinite
	DiagonalNotOne                              // by more than 1e-12
	NotSymmetric                                // by more than 1e-12
	NotPositiveDefinite                         // no sectors can be correlated so; the smallest eigenvalue is zero, to rounding, or negative
)

func (e *CorrelationError) Error() string {
	const what = "projection: correlation matrix "
	switch e.Fault {
	case WrongSize:
		return fmt.Sprintf(what+"is %d×%d, which is not one row and column for each sector", e.Row, e.Column)
	case EntryNotKnown:
		return fmt.Sprintf(what+"has %v in row %d, column %d", e.Value, e.Row+1, e.Column+1)
	case DiagonalNotOne:
		return fmt.Sprintf(what+"has %v instead of 1 on the diagonal, row %d", e.Value, e.Row+1)
	case NotSymmetric:
		return fmt.Sprintf(what+"is not symmetric: %v in row %d, column %d is not what stands across the diagonal", e.Value, e.Row+1, e.Column+1)
	case NotPositiveDefinite:
		return fmt.Sprintf(what+"is not positive definite: its smallest eigenvalue is %.6g", e.Value)
	}
	return what + "is refused"
}

// mixer makes correlated normal scores of independent ones.
type mixer struct {
	loading, own []float64  // of one factor: a and √(1−a²)
	lower        *mat.Dense // of a matrix: Cholesky's factor
}

// over checks the correlation of n sectors, and returns the mixer of those of
// them that are drawn, by their indices.
func (c Correlation) over(n int, drawn []int) (mixer, error) {
	fail := func(err error, format string, args ...any) (mixer, error) {
		return mixer{}, fmt.Errorf("projection: correlation: "+format+": %w", append(args, err)...)
	}
	switch {
	case c.Model != OneFactor && c.Loadings != nil:
		return fail(ErrContradiction, "%v with loadings", c.Model)
	case c.Model != GivenMatrix && c.Matrix != nil:
		return fail(ErrContradiction, "%v with a matrix", c.Model)
	case c.Model == UnknownCorrelation && n > 1 || c.Model > GivenMatrix:
		return fail(ErrUnstated, "of %d sectors", n)
	case c.Model == OneFactor:
		if len(c.Loadings) != 1 && len(c.Loadings) != n {
			return fail(ErrUnstated, "%d loadings for %d sectors", len(c.Loadings), n)
		}
		for _, a := range c.Loadings {
			if !(a >= -1 && a <= 1) {
				return fail(growth.ErrLevel, "loading %v is not between −1 and 1", a)
			}
		}
		var m mixer
		for _, i := range drawn {
			a := c.Loadings[i%len(c.Loadings)]
			m.loading = append(m.loading, a)
			m.own = append(m.own, math.Sqrt((1-a)*(1+a)))
		}
		return m, nil
	case c.Model == GivenMatrix:
		if c.Matrix == nil {
			return fail(ErrUnstated, "no matrix")
		}
		return cholesky(c.Matrix, n, drawn)
	}
	return mixer{}, nil
}

func cholesky(m mat.Matrix, n int, drawn []int) (mixer, error) {
	if rows, columns := m.Dims(); rows != n || columns != n {
		return mixer{}, &CorrelationError{WrongSize, rows, columns, 0}
	}
	const tolerance = 1e-12
	symmetric := mat.NewSymDense(n, nil)
	for i := range n {
		for j := range n {
			switch x := m.At(i, j); {
			case math.IsNaN(x) || math.IsInf(x, 0):
				return mixer{}, &CorrelationError{EntryNotKnown, i, j, x}
			case i == j && math.Abs(x-1) > tolerance:
				return mixer{}, &CorrelationError{DiagonalNotOne, i, j, x}
			case math.Abs(x-m.At(j, i)) > tolerance:
				return mixer{}, &CorrelationError{NotSymmetric, i, j, x}
			case i == j:
				symmetric.SetSym(i, i, 1)
			case i < j:
				symmetric.SetSym(i, j, (x+m.At(j, i))/2)
			}
		}
	}
	// Cholesky's factor of a singular matrix exists or not as rounding will have
	// it; the eigenvalues tell.
	var eigen mat.EigenSym
	var factor mat.Cholesky
	if !eigen.Factorize(symmetric, false) {
		return mixer{}, &CorrelationError{NotPositiveDefinite, 0, 0, math.NaN()}
	}
	values := eigen.Values(nil)
	if least := values[0]; least <= float64(n)*0x1p-52*values[n-1] || !factor.Factorize(symmetric) {
		return mixer{}, &CorrelationError{NotPositiveDefinite, 0, 0, least}
	}
	if len(drawn) == 0 {
		return mixer{}, nil
	}
	some := mat.NewSymDense(len(drawn), nil)
	some.SubsetSym(symmetric, drawn)
	if !factor.Factorize(some) {
		return mixer{}, &CorrelationError{NotPositiveDefinite, 0, 0, values[0]}
	}
	var lower mat.TriDense
	factor.LTo(&lower)
	return mixer{lower: mat.DenseCopyOf(&lower)}, nil
}

// draw fills z, a slice for each sector, with correlated normal scores of
// independent ones that normal draws. common is room for a common factor.
func (m mixer) draw(normal func([]float64), z [][]float64, common []float64) {
	if m.loading != nil {
		normal(common)
	}
	for i := range z {
		if m.loading != nil && m.own[i] == 0 {
			clear(z[i])
			continue
		}
		normal(z[i])
	}
	m.mix(z, common)
}

// mix turns independent scores, a slice for each sector, into correlated ones.
// common are the scores of the common factor.
func (m mixer) mix(z [][]float64, common []float64) {
	for i := len(z) - 1; i >= 0; i-- { // from the last, for row i needs the rows above as they were
		switch {
		case m.loading != nil:
			floats.Scale(m.own[i], z[i])
			floats.AddScaled(z[i], m.loading[i], common)
		case m.lower != nil:
			floats.Scale(m.lower.At(i, i), z[i])
			for j, l := range m.lower.RawRowView(i)[:i] {
				if l != 0 {
					floats.AddScaled(z[i], l, z[j])
				}
			}
		}
	}
}
