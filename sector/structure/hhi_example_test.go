package structure_test

import (
	"fmt"

	"smartcity/sector/structure"
)

func ExampleHHI() {
	sales := []float64{20, 50, 20, 10} // four car makers (Dörsam 2004)
	c, err := structure.HHI(sales)
	if err != nil {
		panic(err)
	}
	fmt.Printf("HHI %.2f, normalised %.2f: as concentrated as %.2f firms of one size\n", c.HHI, c.Normalised, c.Equivalent)
	// Output: HHI 0.34, normalised 0.12: as concentrated as 2.94 firms of one size
}
