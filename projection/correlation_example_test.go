package projection_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/mat"

	"smartcity/growth"
	"smartcity/projection"
)

// A matrix that no three sectors can have: two that both move with the first
// cannot move against each other.
func ExampleCorrelationError() {
	var sectors []*projection.Projection
	for _, name := range []string{"Energy", "Mobility", "Water"} {
		p, err := projection.Project(name, "FTE", 1000, 2018, 2025, projection.Assumptions{Market: growth.Range{Low: .12, High: .17}})
		if err != nil {
			fmt.Println(err)
			return
		}
		sectors = append(sectors, p)
	}
	_, err := projection.Simulate(context.Background(), sectors, projection.Simulation{
		Growth: projection.Uncertainty{Shape: projection.Uniform, Meaning: projection.HardLimits},
		Correlation: projection.Correlation{Model: projection.GivenMatrix, Matrix: mat.NewDense(3, 3, []float64{
			1, 0.9, 0.9,
			0.9, 1, -0.9,
			0.9, -0.9, 1,
		})},
	}, rand.NewPCG(2018, 2025))
	if e, ok := errors.AsType[*projection.CorrelationError](err); ok {
		fmt.Println(e.Fault == projection.NotPositiveDefinite, err)
	}
	// Output:
	// true projection: correlation matrix is not positive definite: its smallest eigenvalue is -0.8
}

func ExampleCorrelationFault() {
	var sectors []*projection.Projection
	for _, name := range []string{"Energy", "Water"} {
		p, err := projection.Project(name, "FTE", 1000, 2018, 2025, projection.Assumptions{Market: growth.Range{Low: .12, High: .17}})
		if err != nil {
			fmt.Println(err)
			return
		}
		sectors = append(sectors, p)
	}
	for _, m := range []struct {
		fault  projection.CorrelationFault
		matrix mat.Matrix
	}{
		{projection.WrongSize, mat.NewDense(1, 1, []float64{1})},
		{projection.EntryNotKnown, mat.NewDense(2, 2, []float64{1, math.NaN(), .5, 1})},
		{projection.DiagonalNotOne, mat.NewDense(2, 2, []float64{2, .5, .5, 1})},
		{projection.NotSymmetric, mat.NewDense(2, 2, []float64{1, .5, .4, 1})},
	} {
		_, err := projection.Simulate(context.Background(), sectors, projection.Simulation{
			Growth:      projection.Uncertainty{Shape: projection.Uniform, Meaning: projection.HardLimits},
			Correlation: projection.Correlation{Model: projection.GivenMatrix, Matrix: m.matrix},
		}, rand.NewPCG(2018, 2025))
		e, ok := errors.AsType[*projection.CorrelationError](err)
		fmt.Println(ok && e.Fault == m.fault, err)
	}
	// Output:
	// true projection: correlation matrix is 1×1, which is not one row and column for each sector
	// true projection: correlation matrix has NaN in row 1, column 2
	// true projection: correlation matrix has 2 instead of 1 on the diagonal, row 1
	// true projection: correlation matrix is not symmetric: 0.5 in row 1, column 2 is not what stands across the diagonal
}
