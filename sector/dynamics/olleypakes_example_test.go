package dynamics_test

import (
	"fmt"

	"smartcity/sector/dynamics"
)

// The larger firms are the more productive ones: the aggregate is above the
// mean.
func ExampleOlleyPakes() {
	shares := []float64{.33, .25, .10, .12, .09, .11}
	r, err := dynamics.OlleyPakes(shares, []float64{1.95, 1.73, 1.64, 1.85, 1.39, 1.57})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.4f = mean %.4f + covariance %.4f, of %d firms\n", r.Aggregate, r.Mean, r.Covariance, r.Firms)
	// Output:
	// 1.7598 = mean 1.6883 + covariance 0.0715, of 6 firms
}

func ExampleOlleyPakesResult_View() {
	r, err := dynamics.OlleyPakes([]float64{1, 3}, []float64{2, 4})
	if err != nil {
		fmt.Println(err)
		return
	}
	v := r.View()
	for i, column := range v.Columns[1:] {
		fmt.Println(column.Name, v.Rows[0][i+1].Number)
	}
	// Output:
	// aggregate 3.5
	// mean 3
	// covariance 0.5
	// firms 2
	// not_known 0
}
