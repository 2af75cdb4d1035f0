package growth

import (
	"errors"
	"math"
	"testing"
)

var nan = math.NaN()

// same compares with NaN equal to NaN.
func same(a, b []float64) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if math.Abs(a[i]-b[i]) > 1e-12 || math.IsNaN(a[i]) != math.IsNaN(b[i]) {
			return false
		}
	}
	return true
}

func TestSeries(t *testing.T) {
	s := Series{"Energy", "FTE", 2014, []float64{200, 220, nan, 300, 0, 30}}
	index, err := s.Index(2014)
	if err != nil || !same(index.Values, []float64{100, 110, nan, 150, 0, 15}) || index.Unit != "index 2014 = 100" {
		t.Errorf("index = %v, %v", index, err)
	}
	if got := s.Changes().Values; !same(got, []float64{nan, .1, nan, nan, -1, nan}) {
		t.Errorf("changes = %v", got)
	}
	if got, err := s.CAGR(2014, 2017); err != nil || math.Abs(float64(got)-(math.Cbrt(1.5)-1)) > 1e-15 {
		t.Errorf("CAGR = %v, %v", got, err)
	}
	if x, y := s.XY(3); x != 2017 || y != 300 || s.Len() != 6 || s.LastYear() != 2019 {
		t.Errorf("XY(3) = %v, %v", x, y)
	}
	for _, year := range []int{2013, 2020, 2021, -1} {
		if !math.IsNaN(s.At(year)) {
			t.Errorf("At(%d) = %v outside the series", year, s.At(year))
		}
	}
	for _, c := range []struct {
		name string
		err  error
		want error
	}{
		{"index of a missing year", third(s.Index(2016)), ErrNotKnown},
		{"index of a zero", third(s.Index(2018)), ErrNotPositive},
		{"index outside", third(s.Index(2030)), ErrNotKnown},
		{"CAGR to zero", third(s.CAGR(2014, 2018)), ErrNotPositive},
		{"CAGR from missing", third(s.CAGR(2016, 2017)), ErrNotKnown},
		{"CAGR reversed", third(s.CAGR(2017, 2014)), ErrOrder},
		{"CAGR of one year", third(s.CAGR(2014, 2014)), ErrOrder},
		{"CAGR of nothing", third(Series{}.CAGR(2014, 2015)), ErrNotKnown},
	} {
		if !errors.Is(c.err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, c.err, c.want)
		}
	}
	if got := (Series{}).Changes(); got.Len() != 0 {
		t.Errorf("changes of nothing = %v", got)
	}
}

// TestChangesChain multiplies the changes up to the index again, in any unit.
func TestChangesChain(t *testing.T) {
	s := Series{"", "FTE", 2014, []float64{12400, 13500, 14650, 16100, 17600}}
	index, err := s.Index(2014)
	if err != nil {
		t.Fatal(err)
	}
	level := 100.0
	for i, g := range s.Changes().Values {
		if i > 0 {
			level *= 1 + g
		}
		if math.Abs(level-index.Values[i]) > 1e-11 {
			t.Errorf("%d: chained %v, index %v", s.FirstYear+i, level, index.Values[i])
		}
	}
}
