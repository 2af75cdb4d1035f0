package projection_test

import (
	"fmt"

	"smartcity/projection"
)

func ExampleChance_Share() {
	c := projection.Chance{Explained: 11, Figures: 443}
	fmt.Printf("%.1f%% %v\n", 100*c.Share(), c.Known())
	// Output: 2.5% true
}
