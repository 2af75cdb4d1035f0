package projection_test

import (
	"errors"
	"fmt"

	"smartcity/growth"
	"smartcity/projection"
)

// What "12–17 %" means is chosen, and matters: the same words are a narrow and a
// wide distribution.
func ExampleUncertainty_Over() {
	r := growth.Range{Low: 0.12, High: 0.17}
	for _, u := range []projection.Uncertainty{
		{Shape: projection.PERT, Meaning: projection.HardLimits, Mode: new(growth.Rate(0.14))},
		{Shape: projection.PERT, Meaning: projection.CentralInterval, Probability: 0.8, Mode: new(growth.Rate(0.14))},
		{Shape: projection.Normal, Meaning: projection.CentralInterval, Probability: 0.8},
	} {
		d, err := u.Over(r)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%v, %v: 5%% below %.2f%%, 5%% above %.2f%%\n", u.Shape, u.Meaning, 100*d.Quantile(0.05), 100*d.Quantile(0.95))
	}
	_, err := projection.Uncertainty{Shape: projection.Normal, Meaning: projection.HardLimits}.Over(r)
	fmt.Println(errors.Is(err, projection.ErrContradiction), err)
	_, err = projection.Uncertainty{Shape: projection.Normal}.Over(r)
	fmt.Println(errors.Is(err, projection.ErrUnstated), err)
	// Output:
	// PERT, hard limits: 5% below 12.70%, 5% above 15.77%
	// PERT, central interval: 5% below 11.53%, 5% above 17.67%
	// normal, central interval: 5% below 11.29%, 5% above 17.71%
	// true projection: growth of 12–17%, normal, hard limits: the distribution has no limits: assumptions contradict each other
	// true projection: growth of 12–17%, normal, unknown: whether the range means hard limits or a central interval: assumption is not stated
}
