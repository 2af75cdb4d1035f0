package structure_test

import (
	"errors"
	"fmt"

	"smartcity/sector/structure"
)

func ExampleLocationQuotient() {
	q, err := structure.LocationQuotient(1714, 79006, 879213, 15593224)
	if err != nil {
		panic(err)
	}
	fmt.Printf("%.7f\n", q)

	_, err = structure.LocationQuotient(1714, 79006, 0, 15593224)
	fmt.Println(errors.Is(err, structure.ErrNoReference), err)
	// Output:
	// 0.3847623
	// true structure: location quotient: sectorInReference: figure where the reference has none
}
