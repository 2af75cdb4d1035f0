package projection_test

import (
	"context"
	"errors"
	"fmt"
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
