package structure_test

import (
	"fmt"

	"smartcity/sector/structure"
)

func ExampleHoover() {
	jobs := []float64{0, 10, 10, 30, 50}
	people := []float64{10, 15, 20, 25, 30}
	h, err := structure.Hoover(jobs, people)
	if err != nil {
		panic(err)
	}
	fmt.Printf("%.0f %% of the jobs would have to move\n", 100*h.Hoover)
	// Output: 25 % of the jobs would have to move
}
