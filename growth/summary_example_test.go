package growth_test

import (
	"fmt"
	"math"

	"smartcity/growth"
)

func ExampleSummarize() {
	fte := []float64{2, 4, math.NaN(), 4, 4, 5, 5, 7, 9}
	s, err := growth.Summarize(fte)
	fmt.Printf("%d companies, %d not known, %v\n", s.N, s.Missing, err)
	fmt.Printf("mean %v, standard deviation %.4f\n", s.Mean, s.StdDev)
	fmt.Printf("from %v over %v, %v, %v to %v\n", s.Min, s.Q1, s.Median, s.Q3, s.Max)
	// Output:
	// 8 companies, 1 not known, <nil>
	// mean 5, standard deviation 2.1381
	// from 2 over 4, 4.5, 5.5 to 9
}

func ExampleSummary_View() {
	s, _ := growth.Summarize([]float64{1, 2, 3})
	view := s.View()
	for i, column := range view.Columns {
		fmt.Print(column.Name, " ", view.Rows[0][i].Number, "; ")
	}
	// Output: n 3; missing 0; mean 2; standard_deviation 1; min 1; q1 1.5; median 2; q3 2.5; max 3;
}
