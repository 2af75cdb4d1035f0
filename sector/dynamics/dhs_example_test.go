package dynamics_test

import (
	"fmt"

	"smartcity/sector/dynamics"
)

func ExampleDHS() {
	fmt.Printf("%.6f %.6f %v %v %v\n", dynamics.DHS(10, 12), dynamics.DHS(20, 18), dynamics.DHS(10, 0), dynamics.DHS(0, 10), dynamics.DHS(0, 0))
	// Output: 0.181818 -0.105263 -2 2 NaN
}
