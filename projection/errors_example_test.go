package projection_test

import (
	"errors"
	"fmt"

	"smartcity/growth"
	"smartcity/projection"
)

func ExampleErrTooFar() {
	_, err := projection.Project("Smart City", "FTE", 17600, 2018, 2018+projection.MaxYears+1, projection.Assumptions{Market: growth.Range{Low: .12, High: .17}})
	fmt.Println(err, errors.Is(err, projection.ErrTooFar))
	// Output:
	// projection: "Smart City", 2018–2219: more than 200 years: target year is too far away true
}

// What a range means has no default.
func ExampleErrUnstated() {
	_, err := projection.Uncertainty{Shape: projection.Uniform}.Over(growth.Range{Low: .12, High: .17})
	fmt.Println(err, errors.Is(err, projection.ErrUnstated))
	_, err = projection.Uncertainty{Shape: projection.Normal, Meaning: projection.HardLimits}.Over(growth.Range{Low: .12, High: .17})
	fmt.Println(err, errors.Is(err, projection.ErrContradiction))
	// Output:
	// projection: growth of 12–17%, uniform, unknown: whether the range means hard limits or a central interval: assumption is not stated true
	// projection: growth of 12–17%, normal, hard limits: the distribution has no limits: assumptions contradict each other true
}
