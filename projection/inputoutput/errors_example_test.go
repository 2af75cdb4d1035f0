package inputoutput_test

import (
	"errors"
	"fmt"
	"math"

	"smartcity/growth"
	"smartcity/projection"
	"smartcity/projection/inputoutput"
	"smartcity/sector"
)

// Tables that are refused, and why.
func ExampleNew_errors() {
	two := []string{"Energy", "Water"}
	for _, c := range []struct {
		is    error
		table inputoutput.Table
	}{
		{inputoutput.ErrShape, inputoutput.Table{Sectors: two, Transactions: [][]float64{{20}}, Output: []float64{100}}},
		{growth.ErrNotKnown, inputoutput.Table{Sectors: two, Transactions: [][]float64{{20, math.NaN()}, {10, 5}}, Output: []float64{100, 50}}},
		{inputoutput.ErrNegative, inputoutput.Table{Sectors: two, Transactions: [][]float64{{20, -1}, {10, 5}}, Output: []float64{100, 50}}},
		{inputoutput.ErrZeroOutput, inputoutput.Table{Sectors: two, Transactions: [][]float64{{20, 0}, {10, 0}}, Output: []float64{100, 0}}},
		{inputoutput.ErrNotProductive, inputoutput.Table{Sectors: two, Transactions: [][]float64{{60, 50}, {50, 20}}, Output: []float64{100, 50}}},
	} {
		_, err := inputoutput.New(c.table)
		fmt.Println(errors.Is(err, c.is), err)
	}
	// Output:
	// true inputoutput: 2 sectors, 1 rows of transactions, 1 of output, 0 of final demand, 0 of value added: table has the wrong shape
	// true inputoutput: "Energy": transactions with Water: NaN: figure is not known
	// true inputoutput: "Energy": transactions with Water: -1: figure is negative
	// true inputoutput: "Water": output: 0: output is zero
	// true inputoutput: "Water": net output of its own product per unit: -0.65: sectors are not productive
}

func ExampleErrNotMapped() {
	table, err := sector.Aggregate([]sector.Company{{Year: 2018, Sector: "Drones", FTE: sector.Value(10)}}, sector.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	outlook, err := projection.Sectors(table, 2018, 2025, projection.Assumptions{Market: growth.Range{Low: .12, High: .17}})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = inputoutput.IndirectJobs(outlook, []inputoutput.JobMultiplier{{Sector: "Electricity", Indirect: 0.95}}, nil)
	fmt.Println(err, errors.Is(err, inputoutput.ErrNotMapped))
	// Output:
	// inputoutput: none of 1 sectors has a multiplier: no multiplier for the sector true
}
