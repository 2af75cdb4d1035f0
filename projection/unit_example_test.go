package projection_test

import (
	"fmt"

	"smartcity/projection"
)

func ExampleUnitOf() {
	for _, x := range []float64{17600, 18000, 20000, .25, 7.652, 5} {
		fmt.Println(x, "is printed in units of", projection.UnitOf(x))
	}
	// Output:
	// 17600 is printed in units of 100
	// 18000 is printed in units of 1000
	// 20000 is printed in units of 1000
	// 0.25 is printed in units of 0.01
	// 7.652 is printed in units of 0.001
	// 5 is printed in units of 1
}
