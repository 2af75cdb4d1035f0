package projection_test

import (
	"fmt"
	"slices"

	"smartcity/projection"
)

func ExampleReading_Compare() {
	readings := []projection.Reading{{Grade: projection.GradeC}, {Grade: projection.GradeB, BaseYear: 2019}, {Grade: projection.GradeB, BaseYear: 2018}}
	slices.SortFunc(readings, projection.Reading.Compare)
	for _, r := range readings {
		fmt.Println(r.Grade, r.BaseYear)
	}
	// Output:
	// B 2018
	// B 2019
	// C 0
}
