package sectorcsv

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func TestSumOfOthers(t *testing.T) {
	year := func(line int) error { return &SumOfOthers{Line: line, Year: 2018} }
	for _, c := range []struct {
		rows string // sector,fte,revenue
		want []error
	}{
		{"A,1,5 B,2,6 C,3,11", []error{year(4)}},
		{"A,1,5 B,1,5", nil},                                 // two equal rows
		{"A,1, B,2, C,3,", nil},                              // one figure among three rows
		{"A,1, B,2, C,3, D,4, E,10,", nil},                   // or five
		{"A,1, B,2, C,3, D,4, E,5, F,15,", []error{year(7)}}, // among six it is no chance
		{"A,1,5 B,2,6 C,3,12", nil},                          // one of two figures
		{"A,1,5 B,2,6 C,3,", nil},                            // one figure, and another unknown
		{"A,0,0 B,0,0 C,0,0", nil},                           // zeros
		{"A,1,-5 B,2,-6 C,3,-11", nil},                       // losses
		{"A,0.1,0.7 B,0.2,0.1 C,0.3,0.8", []error{year(4)}},  // not to the last bit
		{"A,1,1000000 B,2,1000000 C,3,2000000.001", []error{year(4)}},
		{"A,1,1000000 B,2,1000000 C,3,2000000.01", nil},
		{"A,1,5 A,2,6 A,3,11 B,70,1", []error{&SumOfOthers{Line: 4, Year: 2018, Sector: "A"}}},
	} {
		var text strings.Builder
		text.WriteString("sector,year,fte,revenue\n")
		for row := range strings.FieldsSeq(c.rows) {
			cells := strings.Split(row, ",")
			text.WriteString(fmt.Sprintf("%s,2018,%s,%s\n", cells[0], cells[1], cells[2]))
		}
		lanesAgree(t, text.String(), Options{})
		_, report, err := Read(t.Context(), strings.NewReader(text.String()), Options{})
		if err != nil || !reflect.DeepEqual(report.Warnings, c.want) {
			t.Errorf("%q: %v, %v, want %v", c.rows, report.Warnings, err, c.want)
		}
	}
}
