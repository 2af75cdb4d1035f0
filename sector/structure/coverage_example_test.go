package structure_test

import (
	"errors"
	"fmt"
	"math"

	"smartcity/sector/structure"
)

// What is left out is counted, and never taken for zero.
func ExampleCoverage() {
	g, err := structure.Gini([]float64{20, 50, math.NaN(), 20, 10}, nil)
	if err != nil {
		panic(err)
	}
	fmt.Printf("%.1f of %d items, %d left out\n", g.Gini, g.N, g.LeftOut)
	for _, w := range g.Warnings {
		if w, found := errors.AsType[structure.Incomplete](w); found {
			fmt.Printf("%d of %d are not known\n", w.LeftOut, w.N+w.LeftOut)
		}
	}
	// Output:
	// 0.3 of 4 items, 1 left out
	// 1 of 5 are not known
}

func ExampleFigureError() {
	_, err := structure.HHI([]float64{20, 50, -20, 10})
	if e, found := errors.AsType[*structure.FigureError](err); found {
		fmt.Println(e.Argument, e.Index, e.Value)
	}
	fmt.Println(err)
	// Output:
	// x 2 -20
	// structure: HHI: x[2] is -20: figure is negative
}

// Every result has a view, to be printed, written or drawn.
func Example_view() {
	c, err := structure.HHI([]float64{20, 50, 20, 10})
	if err != nil {
		panic(err)
	}
	v := c.View()
	for i, column := range v.Columns {
		fmt.Printf("%s %.4g\n", column.Name, v.Rows[0][i].Number)
	}
	// Output:
	// hhi 0.34
	// hhi_normalised 0.12
	// equivalent_number 2.941
	// n 4
	// left_out 0
}
