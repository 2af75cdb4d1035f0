package dynamics_test

import (
	"fmt"

	"smartcity/sector/dynamics"
)

func ExampleDecompositionMethods() {
	fmt.Println(dynamics.DecompositionMethods())
	// Output: [BHC GR FHK BG DF MP]
}
